"""How far what is said reaches, from the words that report it."""

from dataclasses import dataclass

from summarize.language.quotations.adjuncts import places_saying, skip_adjuncts
from summarize.language.quotations.cues import Cue
from summarize.language.quotations.estimates import estimate_end
from summarize.language.quotations.lines import (
    DAYS,
    TIMES,
    Line,
    Phrase,
    chunk_after,
    phrase_after,
    phrase_before,
)
from summarize.language.quotations.quotes import Quotations, Span
from summarize.language.speech_verbs import (
    CONCERNS,
    FINDING_VERBS,
    LIGHT_VERBS,
    SPEECH_VERBS,
    Frame,
    is_denial,
)
from summarize.language.verb_forms import FINITE

_WONDERING = frozenset("if whether why how what when where who which".split())
_NOT_GOING_ON = ("WDT", "WP", "WP$", "WRB", "VBG")
_ASIDES = frozenset(
    "during while when because after before since amid despite until following ; — – -- ―".split()
)
_RELATIVES = ("WDT", "WP")
_AFTER_HEARER = ("PRP", "PRP$", "DT", "EX")
_LONGEST_NAME = 3
_LONGEST_TITLE = 7
_SMALL_WORDS = frozenset("a an and at by for from in of on or the to with".split())
_OBJECTS = frozenset("him them me us".split())
_CIRCUMSTANCES = frozenset("as when while after before because since".split())
_SETTING_AGAINST = frozenset("but although though while whereas".split())
_DATING = frozenset("last this next earlier late early".split())
_CLAUSE_MARKS = frozenset("; : — – -- ―".split())


@dataclass(frozen=True, slots=True)
class Tail:
    """What follows a cue: content tokens `start:end`, whom it was told and through what."""

    start: int
    end: int
    hearer: Phrase | None = None
    via: Phrase | None = None

    @property
    def has_content(self) -> bool:
        """Say whether anything is said behind the cue."""
        return self.end > self.start


def read_tail(line: Line, cue: Cue, start: int, ceiling: int) -> Tail:
    """Read what follows the cue from token `start`, not beyond `ceiling`."""
    i = start
    hearer = _hearer(line, cue, start, ceiling) if "hearer" in _frames(cue) else None
    if hearer is not None:
        i = hearer.end
    i, via = skip_adjuncts(line, i, ceiling)
    return _content(line, cue, i, Tail(i, i, hearer, via), ceiling)


def _hearer(line: Line, cue: Cue, start: int, ceiling: int) -> Phrase | None:
    if start < ceiling and not line.is_outside(start):
        end = next((i for i in range(start, ceiling) if line.is_outside(i)), ceiling)
        return Phrase(start, end, end) if _is_programme(line, start) else None
    if line.low(start) == "her" and line.tag(start + 1) in _AFTER_HEARER:
        return Phrase(start, start + 1, start + 1)  # "told her he would go"
    end = chunk_after(line, start, ceiling) or start
    if end == start or _is_clause_opening(line, end, cue):
        return None
    if line.tag(end) in FINITE:
        end = _before_name(line, start, end)
    return Phrase(start, end, end)


def _before_name(line: Line, start: int, end: int) -> int:
    """Part "police" from "Lambach" in "told police Lambach had left"."""
    names = (
        i
        for i in range(start + 1, end)
        if line.tag(i) == "NNP" and line.tokens[i - 1].text.islower()
    )
    return next(names, end)


def _frames(cue: Cue) -> frozenset[Frame]:
    verb = SPEECH_VERBS.get(cue.lemma)
    frames = verb.frames if verb else frozenset()
    return frames | {"clause"} if cue.is_finding and cue.lemma in FINDING_VERBS else frames


def _is_clause_opening(line: Line, end: int, cue: Cue) -> bool:
    """Say whether what ends at `end` is the subject of what is said ("warned the dam would")."""
    return cue.lemma not in ("tell", "inform", "remind", "assure", "notify") and (
        line.tag(end) in FINITE
    )


def _content(line: Line, cue: Cue, i: int, tail: Tail, ceiling: int) -> Tail:
    frames = _frames(cue)
    if i >= ceiling:
        return tail
    if line.low(i) in (":", ",", "—", "–", "--"):
        return _after_mark(line, i, tail, ceiling, frames)
    if i > cue.end and _is_title(line, i):
        return tail  # "said on the station's “Face of the Day.”"
    if line.quoted[i] is not None and frames & {"clause", "quote", "that", "object", "words"}:
        return _until(tail, i, _quote_end(line, i, ceiling))
    clause = _clause(line, cue, i, ceiling, frames)
    if clause is not None:
        return _until(tail, clause, ceiling)
    figure = estimate_end(line, i) if "figure" in frames else None
    if figure is not None:
        return _until(tail, i, min(figure, ceiling))
    is_worded = "words" in frames and any(not line.is_outside(k) for k in range(i, ceiling))
    is_object = ("object" in frames or is_worded) and _is_object(line, cue, i, ceiling)
    is_object = is_object or ("complement" in frames and _has_complement(line, i, ceiling))
    if is_object or (cue.lemma in LIGHT_VERBS and _is_concern(line, i, ceiling)):
        return _until(tail, i, _object_end(line, i, ceiling))
    return tail


def _after_mark(line: Line, i: int, tail: Tail, ceiling: int, frames: frozenset[Frame]) -> Tail:
    """Read on behind a colon or comma, where a quotation or a second half can follow."""
    if i + 1 >= ceiling:
        return tail
    if line.quoted[i + 1] is not None:
        return _until(tail, i + 1, _quote_end(line, i + 1, ceiling))
    if line.low(i) == ":" and frames & {"clause", "quote", "that"}:
        return _until(tail, i + 1, ceiling)
    return tail


def _clause(line: Line, cue: Cue, i: int, ceiling: int, frames: frozenset[Frame]) -> int | None:
    """Return where the clause begins that follows at `i`, if the verb takes one."""
    low = line.low(i)
    if low == "that" and frames & {"clause", "that"}:
        start = i + 2 if line.low(i + 1) == "," else i + 1
        has_verb = any(line.tag(k) in _VERBAL for k in range(start, ceiling))
        return start if has_verb or ("clause" in frames and start < ceiling) else None
    is_told_when = low in ("when", "where") and is_denial(cue.lemma)
    if low in _WONDERING and frames & {"clause", "that"} and not is_told_when:
        return i
    if low == "to" and line.tag(i + 1) == "VB":
        is_asked = cue.lemma in ("ask", "claim")
        return i if "infinitive" in frames or is_asked else None
    is_bare = "clause" in frames and low not in ("of", "to") and _is_clause(line, i, ceiling)
    if is_bare and (cue.lemma in ("say", "tell") or not _is_noun_with_that(line, i, ceiling)):
        return i
    return i if "gerund" in frames and line.tag(i) == "VBG" else None


def _has_comma(line: Line, start: int, end: int) -> bool:
    return any(line.low(i) == "," for i in range(start, end))


def _is_noun_with_that(line: Line, start: int, ceiling: int) -> bool:
    """Say whether a noun with its own clause stands there: "added evidence to claims that"."""
    for i in range(start + 1, ceiling):
        if line.tag(i) in FINITE:
            return False
        if line.low(i) == "that" and line.tag(i) == "IN":
            return True
    return False


def _is_programme(line: Line, i: int) -> bool:
    """Say whether the quotation at `i` is the name of who was told: told “Morning Live”."""
    words = [t for t, n in zip(line.tokens, line.quoted, strict=True) if n == line.quoted[i]][1:-1]
    return len(words) <= _LONGEST_NAME and all(word.text[0].isupper() for word in words)


def _is_title(line: Line, i: int) -> bool:
    """Say whether the quotation at `i` is the name of a programme or paper behind its owner."""
    if line.quoted[i] is None or line.tag(i - 1) not in ("POS", "IN", "DT", "NN", "NNP"):
        return False
    words = [t for t, n in zip(line.tokens, line.quoted, strict=True) if n == line.quoted[i]]
    named = [token.text for token in words if token.text[0].isalpha()]
    is_raised = all(word[0].isupper() or word in _SMALL_WORDS for word in named)
    return 1 < len(named) <= _LONGEST_TITLE and is_raised and named[-1][0].isupper()


def _quote_end(line: Line, i: int, ceiling: int) -> int:
    """Return the end of what is said from a quotation at `i`: it, or the clause that it opens."""
    end = i
    while end < ceiling and line.quoted[end] == line.quoted[i]:
        end += 1
    goes_on = end < ceiling and line.tag(end) in FINITE and not line.has_verb(i, end)
    is_joined = end + 1 < ceiling and not line.is_outside(end + 1)
    return ceiling if goes_on or is_joined else end


def _object_end(line: Line, start: int, ceiling: int) -> int:
    """Return where the thing ends that is praised or blamed: before when, where and what else."""
    for i in range(start + 1, ceiling):
        if not line.is_outside(i):
            continue
        low = line.low(i)
        if low in _ASIDES or low in DAYS or (low in _DATING and line.low(i + 1) in TIMES):
            return i
        if low == "," and (line.tag(i - 1) in _RELATIVES or line.low(i - 1) == "words"):
            continue  # "those who, in his words, “saved us”"
        if low == "," and not _is_list_comma(line, i, ceiling):
            return i
        if low in ("and", "but") and line.tag(i + 1) in FINITE:
            return i - (line.low(i - 1) == ",")
        if low in ("in", "on", "at") and places_saying(line, i, ceiling):
            return i
    return ceiling


def _is_list_comma(line: Line, comma: int, ceiling: int) -> bool:
    if line.low(comma + 1) in ("and", "or"):
        return line.tag(comma + 2) not in FINITE
    end = chunk_after(line, comma + 1, ceiling)
    return end is not None and line.low(end) in (",", "and", "or")


def _until(tail: Tail, start: int, end: int) -> Tail:
    return Tail(start, end, tail.hearer, tail.via)


_VERBAL = FINITE | {"VBN"}


def _is_clause(line: Line, start: int, ceiling: int) -> bool:
    """Say whether a subject and its verb begin at `start`."""
    if line.tag(start) in ("CC", ",", ".", "VBG", "TO") or line.low(start) in (",", "and", "but"):
        return False
    if line.tag(start) in FINITE or line.low(start) in _OBJECTS:
        return False
    if line.low(start) in _CIRCUMSTANCES and not _has_comma(line, start, ceiling):
        return False
    verb = next((i for i in range(start + 1, ceiling) if line.tag(i) in _VERBAL), None)
    return verb is not None


def _is_object(line: Line, cue: Cue, start: int, ceiling: int) -> bool:
    if line.tag(start) in ("DT", "PRP$") and line.quoted[start + 1 : start + 2] != [None]:
        return start + 1 < ceiling
    phrase = phrase_after(line, start, ceiling)
    if phrase is None:
        return line.low(start) in ("what", "how")
    return cue.lemma != "call" or _has_complement(line, start, ceiling)


def _has_complement(line: Line, start: int, ceiling: int) -> bool:
    """Say whether what a thing is held to be stands behind it: "the vote illegal", "him a hero"."""
    phrase = phrase_after(line, start, ceiling)
    if phrase is None:
        return False
    end = phrase.end
    is_judged = line.tag(end) == "RB" and line.tag(end + 1) in ("JJ", "VBN", "VBD")
    named = end < ceiling and (
        line.tag(end) in ("DT", "JJ", "NN") or is_judged or not line.is_outside(end)
    )
    is_held = line.low(end) == "as" or [line.low(end), line.low(end + 1)] == ["to", "be"]
    return named or is_held or line.tag(end - 1) == "JJ"


def _is_concern(line: Line, start: int, ceiling: int) -> bool:
    end = chunk_after(line, start, ceiling)
    if end is None or line.tokens[end - 1].lemma not in CONCERNS:
        return False
    return line.low(end) in ("about", "over", "that", "of", "for", "against", "to")


def content_before(line: Line, left: int, floor: int) -> tuple[int, int] | None:
    """Return the tokens that are said before a source that begins at `left`: "It fell, he said"."""
    end = left
    if line.low(end - 1) in (",", "—", "–", "--", "―") and line.is_outside(end - 1):
        end -= 1
    elif end <= floor or line.quoted[end - 1] is None:
        return None
    if end <= floor:
        return None
    if line.low(end - 1) in ("which", "who", "that") and line.is_outside(end - 1):
        return end - 1, end
    start = floor
    for i in range(end - 1, floor - 1, -1):
        if line.low(i) in _CLAUSE_MARKS and line.is_outside(i):
            start = i + 1
            break
    while start < end and (line.low(start) in ("and", "but", ",", "yet", "so")):
        start += 1
    quoted = line.quoted[end - 1] is not None
    if start >= end or not (quoted or any(line.tag(i) in FINITE for i in range(start, end))):
        return None
    return start, end


def span_of(line: Line, start: int, end: int) -> Span:
    """Return the characters of tokens `start:end`."""
    return Span(line.tokens[start].start, line.tokens[end - 1].end)


def widen_to_quotations(span: Span, quotations: Quotations) -> tuple[Span, ...]:
    """Take in the rest of every quotation that the span enters, wherever it ends."""
    start, end = span
    more: list[Span] = []
    for number in dict.fromkeys(number for _, number in quotations.spans_in(*span)):
        first, *rest = quotations.items[number].spans
        if first.start < end and first.end > start:
            start, end = min(start, first.start), max(end, first.end)
            more += rest
    return (Span(start, end), *more)


def parenthetical_tail(line: Line, left: int, right: int, ceiling: int) -> tuple[int, int] | None:
    """Return what goes on behind ", he said," where comma or quotation stands on both sides."""
    is_enclosed = line.low(left - 1) == "," and line.low(right) == ","
    start = right + 1
    if not is_enclosed or start >= ceiling or line.tag(start) in _NOT_GOING_ON:
        return None
    return (
        None
        if line.low(start) in _ASIDES | _WONDERING | _SETTING_AGAINST | {"as"}
        else (start, ceiling)
    )


def split_clause(
    line: Line, cue: tuple[int, int], floor: int, ceiling: int
) -> list[tuple[int, int]]:
    """Return the halves of a clause that a cue cuts: "The dam, officials said, will hold"."""
    left, right = cue
    is_enclosed = line.low(left - 1) == "," and line.low(right) == ","
    if not is_enclosed or line.tag(right + 1) not in FINITE:
        return []
    subject = phrase_before(line, left - 1, floor)
    return [(subject.start, left - 1), (right + 1, ceiling)] if subject else []
