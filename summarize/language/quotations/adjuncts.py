"""When, where and through what a thing was said: the words between a verb and its content."""

from summarize.language.quotations.lines import TIMES, Line, Phrase, phrase_after
from summarize.language.verb_forms import FINITE

_CHANNELS = frozenset(
    "statement report interview letter speech conference briefing tweet post email e-mail hearing "
    "rally testimony remarks video message twitter facebook telegram television tv radio phone "
    "release address memo filing article editorial op-ed column debate telecast broadcast meeting "
    "thread weibo instagram reporters journalists lawmakers news podcast book note document "
    "documents study survey affidavit lawsuit complaint ruling event appearance call x "
    "court parliament reuters afp cnn bbc interfax channel blog website site press".split()
)
"""Nouns and names for that through which, or before whom, a thing is said."""

_PLACING = frozenset("in on at during through via to after before from by with for".split())
_OPENING = frozenset("in on during at speaking writing through via".split())
_SAID_ADVERBS = frozenset(("not", "n't", "never", "only", "about", "nearly"))
"""Adverbs that belong to what is said rather than to the saying."""


def skip_adjuncts(line: Line, i: int, ceiling: int) -> tuple[int, Phrase | None]:
    """Return where such words end that begin at `i`, and the channel if they name one."""
    via: Phrase | None = None
    while i < ceiling and line.is_outside(i):
        low, tag = line.low(i), line.tag(i)
        is_adverb = tag in ("RB", "RBR") and low not in _SAID_ADVERBS
        if is_adverb or low in TIMES:
            i += 1
        elif low in ("last", "this", "earlier", "late", "early") and line.low(i + 1) in TIMES:
            i += 2
        elif low in _PLACING:
            phrase = _adjunct(line, i, ceiling)
            if phrase is None:
                break
            is_time = line.low(phrase.head - 1) in TIMES or line.tag(phrase.head - 1) == "CD"
            via = (
                via
                if is_time or not _is_channel(line, phrase)
                else Phrase(i, phrase.end, phrase.head)
            )
            i = phrase.end
        elif low == "," and _resumes_after_aside(line, i, ceiling):
            i = _resumes_after_aside(line, i, ceiling)
        else:
            break
    return i, via


def opening_channel(line: Line, before: int) -> Phrase | None:
    """Return "In an interview with Reuters" at the head of the sentence, up to its comma."""
    if line.low(0) not in _OPENING:
        return None
    comma = next((i for i in range(1, before) if line.low(i) == "," and line.is_outside(i)), 0)
    is_channel = any(line.low(i) in _CHANNELS for i in range(1, comma))
    return Phrase(0, comma, comma) if is_channel and not line.has_verb(0, comma) else None


def _adjunct(line: Line, i: int, ceiling: int) -> Phrase | None:
    """Return the phrase of a preposition at `i` if it places the saying, not what is said."""
    start = i + 1
    phrase = _time_phrase(line, start, ceiling) or phrase_after(line, start, ceiling)
    if phrase is None:
        return None
    words = {line.low(k) for k in range(phrase.start, phrase.end)}
    follows = line.low(phrase.end)
    if words & _CHANNELS or words & TIMES:
        return phrase
    resumes = follows in ("that", ":") or (
        phrase.end < len(line.tokens) and line.quoted[phrase.end] is not None
    )
    if resumes or (follows == "," and not line.is_outside(phrase.end + 1)):
        return phrase
    return None


def _is_channel(line: Line, phrase: Phrase) -> bool:
    return any(line.low(i) in _CHANNELS for i in range(phrase.start, phrase.end))


def _time_phrase(line: Line, start: int, ceiling: int) -> Phrase | None:
    end = start
    while end < ceiling and (
        line.low(end) in TIMES
        or line.tag(end) == "CD"
        or (line.tag(end) in ("DT", "JJ") and line.low(end + 1) in TIMES)
    ):
        end += 1
    return Phrase(start, end, end) if end > start else None


def _resumes_after_aside(line: Line, comma: int, ceiling: int) -> int:
    """Return where "that" or a quotation follows ", after the vote,", or 0."""
    for i in range(comma + 2, min(ceiling, comma + 20)):
        if line.low(i) == ",":
            return i + 1 if line.low(i + 1) == "that" or not line.is_outside(i + 1) else 0
        if line.tag(i) in FINITE or not line.is_outside(i):
            return 0
    return 0


def places_saying(line: Line, i: int, ceiling: int) -> bool:
    """Say whether "on Monday" or "in an interview" begins at `i`."""
    phrase = _time_phrase(line, i + 1, ceiling) or phrase_after(line, i + 1, ceiling)
    if phrase is None:
        return False
    return line.low(phrase.head - 1) in _CHANNELS | TIMES or line.low(phrase.start) in TIMES
