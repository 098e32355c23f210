"""The reports of speech in one sentence: cue, source and content, each as tokens or characters."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarize.language.quotations.adjuncts import opening_channel
from summarize.language.quotations.agents import complement_of
from summarize.language.quotations.ceilings import content_ceiling
from summarize.language.quotations.contents import (
    Tail,
    content_before,
    parenthetical_tail,
    read_tail,
    span_of,
    split_clause,
    widen_to_quotations,
)
from summarize.language.quotations.cues import Cue, find_cues
from summarize.language.quotations.lines import Line, Phrase, phrase_after, subject_before
from summarize.language.quotations.quotes import Quotations, Span
from summarize.language.quotations.sourced import Sourced
from summarize.language.quotations.sourcing import find_sources
from summarize.language.speech_verbs import PEOPLE, SPEECH_VERBS, Frame, is_denial
from summarize.language.verb_forms import FINITE

_VERB_LINKS = frozenset("who which that and or but , to".split())
_LONGEST_SENTENCE = 300
"""Tokens beyond which a sentence is a table or a list that was not cut."""


@dataclass(frozen=True, slots=True)
class Report:
    """One report of speech. `source` is a phrase of `line`; None where nobody is named.

    `is_sole` tells that the source speaks only if it is a person and no other is named there.
    """

    line: Line
    cue: Cue
    source: Phrase | None
    content: tuple[Span, ...]
    hearer: Phrase | None = None
    via: Phrase | None = None
    is_carried: bool = False
    sentence: int = -1
    is_sole: bool = False


def read_reports(line: Line, quotations: Quotations) -> list[Report]:
    """Return what `line` reports, in order of the cues; what is too long to be prose, nothing."""
    if len(line.tokens) > _LONGEST_SENTENCE:
        return []
    sourced = find_sources(line, find_cues(line))
    reports: list[Report] = []
    for number, item in enumerate(sourced):
        ceiling = content_ceiling(line, item, sourced[number + 1 :])
        report = (
            _comment(line, item, reports)
            if item.comma is not None
            else _read(line, item, ceiling, sourced[:number], quotations)
        )
        if report is not None and not _is_told_already(line, item, report, reports):
            reports.append(report)
        elif reports and _is_quoting(item):
            reports[-1] = _quoted_through(line, item, reports[-1])
    return reports


def _is_told_already(line: Line, item: Sourced, report: Report, earlier: Sequence[Report]) -> bool:
    """Say whether "in his words" stands inside what he is reported to say."""
    if item.cue.form != "preposition" or line.tag(item.cue.head) != "PRP$":
        return False
    start, end = report.content[0]
    return any(
        span.start <= start and end <= span.end for other in earlier for span in other.content
    )


def _is_quoting(item: Sourced) -> bool:
    return item.cue.form == "participle" and item.cue.lemma in ("quote", "cite")


def _quoted_through(line: Line, item: Sourced, report: Report) -> Report:
    """Give "…, the agency said, quoting the king" to the king, through the agency."""
    phrase = phrase_after(line, item.cue.end)
    if phrase is None or phrase.end < line.stop or not _can_speak(line, phrase):
        return report
    content = tuple(span for span in report.content if span.start < line.tokens[item.start].start)
    return replace(report, source=phrase, via=report.source, content=content)


def _can_speak(line: Line, phrase: Phrase) -> bool:
    head = line.tokens[phrase.head - 1]
    return head.tag in ("NNP", "NNPS") or head.lemma in PEOPLE


def _comment(line: Line, item: Sourced, earlier: Sequence[Report]) -> Report | None:
    """Return who takes up in ", a claim rejected by" what was said before that comma."""
    end = item.start - 1
    stop = line.tokens[end].start
    said = next((r.content for r in reversed(earlier) if r.content[-1].end <= stop), None)
    if said is None and line.has_verb(0, end):
        said = (span_of(line, 0, end),)
    return Report(line, item.cue, item.source, said, sentence=line.index) if said else None


def _read(
    line: Line,
    item: Sourced,
    ceiling: int,
    earlier: Sequence[Sourced],
    quotations: Quotations,
) -> Report | None:
    cue = item.cue
    if cue.form == "preposition" and not item.is_inverted:
        spans, tail = _quoted_beside(line, cue, quotations), Tail(cue.end, cue.end)
    elif cue.form == "preposition":
        spans = _around_preposition(line, item, ceiling, earlier)
        tail = Tail(cue.end, cue.end)
    elif cue.form == "passive" and item.source is None:
        spans, tail = _anonymous(line, cue, ceiling), Tail(cue.end, cue.end)
    elif item.said is not None and item.source is not None:
        spans, tail = _taken_up(line, item, item.said, ceiling), Tail(cue.end, cue.end)
    elif line.low(item.start - 1) == "as" and item.start == 1:
        spans, tail = _behind_comma(line, item.end, ceiling), Tail(cue.end, cue.end)
    else:
        start = item.end if item.is_inverted else cue.end
        is_subject = cue.form == "noun" and not line.has_verb(0, item.start)
        end = _own_clause(line, start, ceiling) if is_subject else ceiling
        tail = read_tail(line, cue, start, end)
        spans = [span_of(line, tail.start, tail.end)] if tail.has_content else []
        spans = _with_content_before(line, item, tail, earlier, ceiling) + spans
    content = _widened(spans, quotations)
    if not content:
        return None
    via = item.via or tail.via or (opening_channel(line, item.start) if not earlier else None)
    return Report(line, cue, item.source, content, tail.hearer, via, sentence=line.index)


def _behind_comma(line: Line, start: int, ceiling: int) -> list[Span]:
    """Return what follows "As the minister told the paper, "."""
    comma = next((i for i in range(start, ceiling) if line.low(i) == ","), ceiling)
    return [span_of(line, comma + 1, ceiling)] if comma + 1 < ceiling else []


def _own_clause(line: Line, start: int, ceiling: int) -> int:
    """Return where the clause of a subject ends: "her claim that it held | was false"."""
    verbs = [
        i
        for i in range(start, ceiling)
        if line.tag(i) in FINITE and line.low(i - 1) not in _VERB_LINKS
    ]
    return verbs[1] if len(verbs) > 1 else ceiling


def _with_content_before(
    line: Line, item: Sourced, tail: Tail, earlier: Sequence[Sourced], ceiling: int
) -> list[Span]:
    """Return what is said before the cue, and behind it where the cue is in parentheses."""
    frames = _frames_before(line, item)
    if not frames:
        return []
    floor = max((o.end for o in earlier if o.end <= item.start and _follows(line, o)), default=0)
    before = content_before(line, item.start, floor)
    if before is None:
        parts = split_clause(line, (item.start, item.end), floor, ceiling)
        return [span_of(line, *part) for part in parts]
    quotation = line.quoted[before[1] - 1]
    if quotation is not None:
        is_second = any(before[0] <= other.start < before[1] for other in earlier)
        start = line.quoted.index(quotation) if is_second else before[0]
        return [span_of(line, start, before[1])]
    if tail.has_content or "clause" not in frames:
        return []
    if not _is_complete(line, tail.start, ceiling):
        return []
    behind = parenthetical_tail(line, item.start, item.end, ceiling)
    return [span_of(line, *part) for part in (before, behind) if part is not None]


def _is_complete(line: Line, end: int, ceiling: int) -> bool:
    """Say whether nothing but a circumstance stands behind the cue: "it fell, he said in May"."""
    return (
        end >= ceiling or line.tag(end) in ("IN", "TO", "CC", "RB") or not line.low(end).isalnum()
    )


def _frames_before(line: Line, item: Sourced) -> frozenset[Frame]:
    """Return in which shapes content can stand before the cue; none before "who said"."""
    verb = SPEECH_VERBS.get(item.cue.lemma)
    source = item.source
    if item.is_shared or verb is None or source is None:
        return frozenset()
    is_relative = any(line.tag(i) in ("WP", "WDT") for i in range(source.start, source.head))
    return frozenset() if is_relative else verb.frames & {"clause", "quote", "that"}


def _follows(line: Line, item: Sourced) -> bool:
    """Say whether the cue stands behind what is said, so that nothing before it is open."""
    before = item.start - 1
    return item.is_inverted or (
        before >= 0 and (line.low(before) == "," or line.quoted[before] is not None)
    )


def _quoted_beside(line: Line, cue: Cue, quotations: Quotations) -> list[Span]:
    """Return the quotation right behind "in his own words,", else the one right before it."""
    behind = cue.end + (line.low(cue.end) in (",", ":"))
    before = cue.start - 1 - (line.low(cue.start - 1) == ",")
    for place in (behind, before):
        number = line.quoted[place] if 0 <= place < len(line.tokens) else None
        if number is not None:
            return list(quotations.items[number].spans)
    return []


def _around_preposition(
    line: Line, item: Sourced, ceiling: int, earlier: Sequence[Sourced]
) -> list[Span]:
    floor = max((o.end for o in earlier if o.end <= item.start and o.is_inverted), default=0)
    if item.start <= 1 or line.low(item.start - 1) in (";", "and", "but", "—"):
        start = item.end
        while line.low(start) in (",", ":"):
            start += 1
        return [span_of(line, start, ceiling)] if start < ceiling else []
    end = item.start
    while end > floor and line.low(end - 1) in (",", "—", "–", "("):
        end -= 1
    return [span_of(line, floor, end)] if end > floor and line.has_verb(floor, end) else []


def _taken_up(line: Line, item: Sourced, said: Phrase, ceiling: int) -> list[Span]:
    """Return what a passive takes up, and as what where the verb does not deny it."""
    spans = [span_of(line, said.start, said.end)]
    agent = item.source
    if agent is None or is_denial(item.cue.lemma):
        return spans
    complement = complement_of(line, item.cue, agent, ceiling)
    return [*spans, span_of(line, *complement)] if complement else spans


def _anonymous(line: Line, cue: Cue, ceiling: int) -> list[Span]:
    if line.low(cue.end) == "that":
        return [span_of(line, cue.end + 1, ceiling)] if cue.end + 1 < ceiling else []
    subject = subject_before(line, cue.start)
    if subject is None or cue.end >= ceiling:
        return []
    return [span_of(line, subject.start, subject.end), span_of(line, cue.end, ceiling)]


def _widened(spans: Sequence[Span], quotations: Quotations) -> tuple[Span, ...]:
    content: list[Span] = []
    for span in spans:
        content += widen_to_quotations(span, quotations)
    return tuple(dict.fromkeys(content))
