"""Quotations and reported speech: what is said, by whom, in which words, through which channel.

Each attribution is a content with the source and the cue that the text gives it. A speaker is
named only where the text leaves one reading; a wrong speaker is worse than none.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from summarize.language.document import Document
from summarize.language.names import Entity, Names
from summarize.language.quotations.carried import add_quotations
from summarize.language.quotations.lines import Line, Phrase
from summarize.language.quotations.pronouns import PERSONAL, Antecedents, Place
from summarize.language.quotations.quotes import Quotations, Span, find_quotations
from summarize.language.quotations.reports import Report, read_reports
from summarize.language.quotations.sources import find_publisher, find_speaker, words_of

AttributionKind = Literal["direct", "mixed", "indirect"]
_WORD = re.compile(r"\w+")
_DIRECT_SHARE = 0.9
"""Share of quoted words from which a content is direct speech (as PolNeAR counts, LREC 2018)."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """One report of what somebody said.

    `content` is what is said, quotation marks included, without cue and source. `verb` is the
    cue's lemma or its phrase ("according to"). `speaker` is the entity that is meant,
    `speaker_text` the words for a source that is none. `hearer` is who was told, `via` the channel.
    `is_carried` tells that the speaker comes from a neighbouring sentence.
    """

    content: tuple[Span, ...]
    source: Span | None
    cue: Span | None
    verb: str
    kind: AttributionKind
    speaker: Entity | None
    speaker_text: str | None
    hearer: str | None
    via: str | None
    is_negated: bool
    is_carried: bool
    sentences: tuple[int, ...]


def find_attributions(document: Document, names: Names) -> tuple[Attribution, ...]:
    """Return the reported speech of `document`, in the order of the text."""
    quotations = find_quotations(document)
    lines = read_lines(document, quotations)
    antecedents = Antecedents(document, names, quotations)
    found: list[Attribution] = []
    reports = [report for line in lines for report in read_reports(line, quotations)]
    published = 0
    for report in add_quotations(document, lines, reports, quotations):
        for line in lines[published : report.line.index]:
            antecedents.publishes(find_publisher(line, antecedents))
        published = max(published, report.line.index)
        found.append(_attribute(report, antecedents, quotations))
    return tuple(sorted(found, key=lambda item: (item.content[0], item.cue or Span(0, 0))))


def read_lines(document: Document, quotations: Quotations) -> list[Line]:
    """Return each sentence with its tokens marked by the quotation they stand in."""
    lines = []
    for index in range(len(document.sentences)):
        tokens = document.sentence_tokens(index)
        quoted = [quotations.number_at(token.start) for token in tokens]
        lines.append(Line(index, tokens, quoted))
    return lines


def _attribute(report: Report, antecedents: Antecedents, quotations: Quotations) -> Attribution:
    line, cue = report.line, report.cue
    document = antecedents.document
    source = _span(line, report.source)
    channel = _channel(report, antecedents)
    speech = find_speaker(report, antecedents)
    antecedents.spoken.append(speech)
    return Attribution(
        content=report.content,
        source=None if report.is_carried else source,
        cue=None if report.is_carried else _span(line, Phrase(cue.start, cue.end, cue.end)),
        verb=cue.lemma,
        kind=_kind(document.text, report.content, quotations),
        speaker=speech.entity,
        speaker_text=speech.text if speech.entity is None else None,
        hearer=words_of(document.text, line, report.hearer) if report.hearer else None,
        via=channel,
        is_negated=cue.is_negated,
        is_carried=report.is_carried,
        sentences=_sentences(document, report.content),
    )


def _channel(report: Report, antecedents: Antecedents) -> str | None:
    """Return through what it was said; "it quoted" means the agency that spoke before."""
    line, via = report.line, report.via
    if via is None:
        return None
    if via.end - via.start > 1 or line.low(via.start) not in PERSONAL:
        return words_of(antecedents.document.text, line, via)
    place = Place(line.index, line.tokens[via.start].start, report.content)
    speech = antecedents.resolve(line.low(via.start), place)
    if speech is None:
        return None
    return speech.entity.name if speech.entity else speech.text


def _span(line: Line, phrase: Phrase | None) -> Span | None:
    if phrase is None:
        return None
    return Span(line.tokens[phrase.start].start, line.tokens[phrase.end - 1].end)


def _sentences(document: Document, content: Iterable[Span]) -> tuple[int, ...]:
    covered: set[int] = set()
    for span in content:
        covered |= set(
            range(document.sentence_at(span.start), document.sentence_at(span.end - 1) + 1)
        )
    return tuple(sorted(covered))


def _kind(text: str, content: Iterable[Span], quotations: Quotations) -> AttributionKind:
    quoted = total = 0
    for start, end in content:
        inside = quotations.spans_in(start, end)
        for word in _WORD.finditer(text, start, end):
            total += 1
            quoted += any(span.start <= word.start() < span.end for span, _ in inside)
    if not quoted:
        return "indirect"
    return "direct" if quoted >= _DIRECT_SHARE * total else "mixed"
