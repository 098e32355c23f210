"""Quotations that no reporting word of their own sentence claims, and who is heard in them.

A colon gives a quotation to the subject before it, a dash to the name behind it. A sentence that is
nothing but a quotation goes on with whoever was quoted in the sentence before.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from summarize.language.cues import Cue
from summarize.language.document import Document
from summarize.language.lines import (
    FINITE,
    Line,
    Phrase,
    phrase_after,
    phrase_before,
    subject_before,
)
from summarize.language.quotes import Quotation, Span
from summarize.language.reports import Report

_DASHES = frozenset(("—", "–", "--", "―", "-"))
_FEWEST_WORDS = 3
"""A standing quotation of fewer words is a slogan or a title."""


def add_quotations(
    document: Document,
    lines: Sequence[Line],
    reports: Sequence[Report],
    quotations: Sequence[Quotation],
) -> list[Report]:
    """Return `reports` with the quotations that they left out, in the order of the text."""
    known = list(reports)
    for number, quotation in enumerate(quotations):
        if any(_overlaps(quotation, report.content) for report in known):
            continue
        line = lines[document.sentence_at(quotation.start)]
        first = next((i for i, other in enumerate(line.quoted) if other == number), None)
        if first is None or len(document.tokens_between(*quotation.spans[0])) < _FEWEST_WORDS + 2:
            continue
        _place(known, quotation, _Site(document, lines, line, first))
    return sorted(known, key=lambda report: (report.line.index, report.content[0]))


class _Site:
    """Where a quotation opens: its line and the token of its mark."""

    def __init__(self, document: Document, lines: Sequence[Line], line: Line, first: int) -> None:
        self.document = document
        self.lines = lines
        self.line = line
        self.first = first

    def before(self) -> Line | None:
        """Return the sentence before."""
        return self.lines[self.line.index - 1] if self.line.index else None


def _place(known: list[Report], quotation: Quotation, site: _Site) -> None:
    introduced = _introduced(site) or _signed(site, quotation)
    if introduced is not None:
        line, phrase, cue = introduced
        known.append(Report(line, cue, phrase, quotation.spans))
        return
    if not _stands_alone(site, quotation):
        return
    place = _last_heard(known, site, quotation)
    if place is None:
        return
    earlier = known[place]
    is_same_paragraph = _paragraph(site, earlier.line.index) == _paragraph(site, site.line.index)
    if is_same_paragraph and earlier.line.index < site.line.index:
        known[place] = replace(earlier, content=(*earlier.content, *quotation.spans))
    else:
        known.append(
            replace(earlier, content=quotation.spans, is_carried=True, sentence=site.line.index)
        )


def _introduced(site: _Site) -> tuple[Line, Phrase, Cue] | None:
    """Return who speaks before a colon, in this sentence or at the end of the one before."""
    line, colon = site.line, site.first - 1
    before = site.before()
    if site.first == 0 and before is not None:
        line, colon = before, len(before.tokens) - 1
    if line.low(colon) != ":":
        return None
    for verb in range(1, colon):
        if line.tag(verb) in FINITE and line.is_outside(verb):
            subject = subject_before(line, verb)
            if subject is not None:
                return line, subject, Cue(line.tokens[verb].lemma, "finite", verb, verb + 1, verb)
    phrase = phrase_before(line, colon)
    if phrase is None or phrase.start > 0 or line.tag(phrase.head - 1) != "NNP":
        return None
    return line, phrase, Cue("say", "finite", colon, colon + 1, colon)


def _signed(site: _Site, quotation: Quotation) -> tuple[Line, Phrase, Cue] | None:
    """Return who signs a quotation behind a dash."""
    line = site.lines[site.document.sentence_at(quotation.end - 1)]
    behind = next((i for i, t in enumerate(line.tokens) if t.start >= quotation.end), None)
    if behind is None or line.low(behind) not in _DASHES:
        return None
    phrase = phrase_after(line, behind + 1)
    if (
        phrase is None
        or line.tag(phrase.start) != "NNP"
        or line.has_verb(phrase.end, len(line.tokens))
    ):
        return None
    return line, phrase, Cue("say", "finite", behind, behind + 1, behind)


def _stands_alone(site: _Site, quotation: Quotation) -> bool:
    """Say whether nothing but the quotation stands in its sentences."""
    last = site.document.sentences[site.document.sentence_at(quotation.end - 1)]
    rest = site.document.text[quotation.end : last.end].strip(" .,!?\"”’'")
    return not rest and all(site.line.low(i) in ("and", "but") for i in range(site.first))


def _last_heard(known: Sequence[Report], site: _Site, quotation: Quotation) -> int | None:
    """Return which report the sentence before belongs to, where it is speech that was quoted."""
    index = site.line.index - 1
    near = [i for i, report in enumerate(known) if index in _sentences(site, report)]
    near = [i for i in near if known[i].cue.form in ("finite", "participle")]
    if not near or known[near[-1]].content[0].start > quotation.start:
        return None
    return near[-1]


def _sentences(site: _Site, report: Report) -> Iterator[int]:
    yield report.line.index if not report.is_carried else report.sentence
    for span in report.content:
        first, last = site.document.sentence_at(span.start), site.document.sentence_at(span.end - 1)
        yield from range(first, last + 1)


def _paragraph(site: _Site, index: int) -> int:
    return site.document.sentences[index].paragraph


def _overlaps(quotation: Quotation, content: Sequence[Span]) -> bool:
    return any(q.start < s.end and s.start < q.end for q in quotation.spans for s in content)
