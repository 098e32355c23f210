"""The sentences that stand in the brief's own voice, with the claims that each rests on."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from summarize.language.document import Document, parse_statement
from summarize.language.names import find_names
from summarize.language.quotations import find_attributions
from summarize.language.similarity import content_terms
from summarize.language.synonyms import concept_of
from summarize.merge.forms import OF_SIDES, VERBATIM
from summarize.model import Brief, Claim, Finding

Item = TypeVar("Item", Claim, Finding)

_MOST = 0.7
"""Share of the content words of a disputed statement with which a title states it."""
_PLACE = re.compile(r"(?P<list>contested|findings|summary|timeline|unknowns)\[(?P<number>\d+)\]")


@dataclass(frozen=True)
class Voice:
    """One text of the brief at `path`.

    `quotes` are the sources' words behind it, `is_contested` whether it tells a disputed matter.
    """

    path: str
    text: str
    claims: Sequence[Claim]
    quotes: Sequence[str]
    is_contested: bool = False

    @cached_property
    def document(self) -> Document:
        """The text, read."""
        return parse_statement(self.text)

    @property
    def is_told(self) -> bool:
        """Whether the summary or the title tells it, and not only a list of the findings."""
        return self.path == "title" or self.path.startswith("summary")

    @property
    def tells_sides(self) -> bool:
        """Whether the text sets the sides of a dispute beside each other, each with its holder."""
        return any(form.take_apart(self.text) for form in OF_SIDES)

    @property
    def names_source(self) -> bool:
        """Whether the text says whose word it is."""
        if self.tells_sides or VERBATIM.take_apart(self.text):
            return True
        attributions = find_attributions(self.document, find_names(self.document))
        return any(one.source for one in attributions)


def voices_of(brief: Brief) -> Iterator[Voice]:
    """Yield title, findings, timeline, unknowns and summary; a text that repeats a finding once."""
    claims = {claim.id: claim for claim in brief.claims}
    findings = {finding.id: finding for finding in brief.findings}
    told = {finding.text for finding in brief.findings}
    if not _is_last_resort(brief):
        headlines = [article.title for article in brief.articles if article.title]
        quotes = [*_quotes(brief.claims), *headlines]
        yield Voice("title", brief.title, (), quotes, _restates_dispute(brief))
    for place, finding in enumerate(brief.findings):
        yield _voice(f"findings[{place}]", finding.text, _known(finding.claim_ids, claims))
    for place, entry in enumerate(brief.timeline):
        if entry.text not in told:
            behind = _claims_of(_known(entry.finding_ids, findings), claims)
            yield _voice(f"timeline[{place}]", entry.text, behind)
    for place, unknown in enumerate(brief.unknowns):
        if unknown.text not in told:
            behind = _known(unknown.claim_ids, claims)
            yield _voice(f"unknowns[{place}]", unknown.text, behind)
    for place, sentence in enumerate(brief.summary):
        cited = _known(sentence.finding_ids, findings)
        is_contested = any(finding.status == "contested" for finding in cited)
        behind = _claims_of(cited, claims)
        path = f"summary[{place}]"
        yield Voice(path, sentence.text, behind, _quotes(behind), is_contested)


def text_at(brief: Brief, path: str) -> str:
    """Return the text at the path of a mark: a title, a question or a sentence; "" for none."""
    if path == "title":
        return brief.title
    place = _PLACE.fullmatch(path)
    items = getattr(brief, place["list"], ()) if place else ()
    number = int(place["number"]) if place else 0
    item = items[number] if number < len(items) else None
    return str(getattr(item, "question", None) or getattr(item, "text", ""))


def _restates_dispute(brief: Brief) -> bool:
    """Say whether the title has most of the words of what is asserted and denied."""
    ours = _terms(brief.title)
    asserted = (
        _terms(position.statement)
        for point in brief.contested
        if point.kind == "denial"
        for position in point.positions
        if position.stance == "asserts"
    )
    return any(theirs and len(ours & theirs) >= _MOST * len(theirs) for theirs in asserted)


def _terms(text: str) -> frozenset[str]:
    document = parse_statement(text)
    terms = content_terms(document, 0, len(text))
    return frozenset(concept_of(term.casefold()) for term in terms)


def _voice(path: str, text: str, claims: Sequence[Claim]) -> Voice:
    return Voice(path, text, claims, _quotes(claims))


def _is_last_resort(brief: Brief) -> bool:
    """Say whether the title is a headline or a question for want of a sentence to be told."""
    if brief.title in {point.question for point in brief.contested}:
        return True
    return not brief.summary and brief.title in {article.title for article in brief.articles}


def _known(ids: Iterable[str], items: Mapping[str, Item]) -> list[Item]:
    return [items[one] for one in ids if one in items]


def _claims_of(findings: Iterable[Finding], claims: Mapping[str, Claim]) -> list[Claim]:
    return _known([one for finding in findings for one in finding.claim_ids], claims)


def _quotes(claims: Iterable[Claim]) -> list[str]:
    return [piece.quote for claim in claims for piece in claim.evidence]
