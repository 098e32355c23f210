"""Where what is said behind a cue must end: at the next report or at the main clause."""

from collections.abc import Sequence

from summarize.language.quotations.lines import TIMES, Line, Phrase, chunk_after, phrase_after
from summarize.language.quotations.sourced import Sourced
from summarize.language.verb_forms import FINITE

_CONJUNCTIONS = frozenset("and but or then yet".split())
_CONTRASTS = frozenset("while whereas although though but and as yet even".split())
_SETTING_AGAINST = frozenset("but although though while whereas".split())
_SUBORDINATORS = frozenset("while although though after when since because whereas".split())


def content_ceiling(line: Line, item: Sourced, later: Sequence[Sourced]) -> int:
    """Return where the content behind the cue must end: at the next report or main clause."""
    end = line.stop
    for other in later:
        if other.cue.form == "preposition" and not other.is_inverted:
            continue  # "in his own words" stands inside what is said
        cut = _cut_before(line, other) if other.comma is None else other.comma
        if cut is not None and cut >= item.end:
            end = min(end, cut)
            break
    end = _contrast(line, item.end, end)
    opener = line.low(item.start - 1)
    if opener in _SUBORDINATORS and not line.has_verb(0, item.start - 1):
        return _main_clause_comma(line, item.end, end)
    is_apposed = item.via is not None and line.low(item.cue.start - 1) == ","
    if item.source is not None and (is_apposed or _is_relative(line, item.source)):
        return _closing_comma(line, item.end, end)
    if item.is_shared and item.cue.form == "participle" and item.cue.start <= 1:
        return _main_clause_comma(line, item.end, end)
    return end


def _contrast(line: Line, start: int, end: int) -> int:
    """Return where the outlet sets something against what was said: ", but tests go on"."""
    for i in range(start + 1, end - 2):
        if line.low(i) == "," and line.is_outside(i) and line.low(i + 1) in _SETTING_AGAINST:
            phrase = phrase_after(line, i + 2, end)
            if phrase is not None and line.tag(phrase.end) in FINITE:
                return i
    return end


def _cut_before(line: Line, other: Sourced) -> int | None:
    start = other.start
    before = line.low(start - 1)
    if other.cue.form in ("participle", "preposition") and before == ",":
        return start - 1
    if other.cue.form == "preposition":
        return start
    if other.cue.form == "noun":
        return None
    if before == "," and not other.is_shared and _closes_sentence(line, other.end):
        return start - 1
    if other.cue.form == "participle" and line.quoted[start - 1] is not None:
        return start
    if before in _CONTRASTS or before in _CONJUNCTIONS:
        cut = start - 1
        while line.low(cut - 1) in (",", "even", "and", "but"):
            cut -= 1
        return cut
    if before in (";", "—", "–", "--"):
        return start - 1
    if before == "with" and line.low(start - 2) == ",":
        return start - 2
    return None


def _closes_sentence(line: Line, start: int) -> bool:
    """Say whether at most a day stands behind "…, the ministry said"."""
    rest = range(start, line.stop)
    return all(line.low(i) in TIMES or line.low(i) in ("on", "last", "in", "this") for i in rest)


def _is_relative(line: Line, source: Phrase) -> bool:
    return line.low(source.start) in ("who", "which")


def _main_clause_comma(line: Line, start: int, end: int) -> int:
    for i in range(start, end):
        if line.low(i) == "," and line.is_outside(i):
            phrase = phrase_after(line, i + 1, end)
            behind = phrase.end if phrase else i
            if line.low(behind) in ("on", "to"):
                behind = chunk_after(line, behind + 1, end) or behind
            if phrase and (line.tag(behind) in FINITE or line.tag(behind) == "RB"):
                return i
    return end


def _closing_comma(line: Line, start: int, end: int) -> int:
    for i in range(start, end):
        if line.low(i) == "," and line.tag(i + 1) in FINITE:
            return i
    return end
