"""Dated events in the order in which they happened: no event twice, and none that was only said."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from summarize.language.document import parse_statement
from summarize.language.modality import read_modality
from summarize.language.standalone import stands_alone
from summarize.merge.dating import happens, is_named, is_only_said
from summarize.merge.forms import VERBATIM
from summarize.merge.printable import LONGEST
from summarize.merge.story import Story
from summarize.model import Claim, Finding, TimelineEntry

_NEAR, _SHARED = 0.18, 0.4
"""Cosine of two findings of one date that tell one event, and the share of the words of either,
names aside, that the other has too. Both are low, since the date speaks for it already."""

_NO_ENTRY = re.compile(r"^[(\[]|\b[Aa]s of\b|[a-z]\.[a-z]{2,3}/\w")
"""Asides, states of a day ("as of 2017") and addresses of pages."""

_NO_EVENT = frozenset(("quotation", "opinion", "denial"))


@dataclass(frozen=True)
class _Dated:
    """A finding with its date and the claim that gives it."""

    date: str
    finding: Finding
    claim: Claim


def find_timeline(story: Story, findings: Iterable[Finding]) -> tuple[TimelineEntry, ...]:
    """Return the events whose claims agree on one date, oldest first, a month before its days.

    Events of one date stand in the order of their findings.
    """
    findings = tuple(findings)
    entries = [_entry(group) for group in _same_events(list(_dated(story, findings)), story)]
    places = {finding.id: place for place, finding in enumerate(findings)}
    return tuple(sorted(entries, key=lambda one: (one.date, places[one.finding_ids[0]])))


def _dated(story: Story, findings: Iterable[Finding]) -> Iterator[_Dated]:
    for finding in findings:
        claims = [story.claim[one] for one in finding.claim_ids]
        dates = sorted({claim.date for claim in claims if claim.date})
        holds = finding.status not in ("contested", "superseded")
        if len(dates) == 1 and holds and _is_event(finding.text):
            dating = [claim for claim in claims if claim.date and _tells_event(claim, story)]
            if dating:
                yield _Dated(dates[0], finding, dating[0])


def _is_event(text: str) -> bool:
    """Say whether a sentence can stand as an entry: whole, no aside, no quote, nothing unknown."""
    if _NO_ENTRY.search(text) or VERBATIM.take_apart(text) or len(text.split()) > LONGEST:
        return False
    document = parse_statement(text)
    is_unknown = read_modality(document, 0, len(text)).is_unknown
    return not is_unknown and happens(document) and stands_alone(text, document.tokens)


def _tells_event(claim: Claim, story: Story) -> bool:
    """Say whether a claim names its date, and dates what happened and not that it was said."""
    if claim.kind in _NO_EVENT:
        return False
    written = story.article[claim.article_id].published
    return is_named(claim) and not is_only_said(claim, written)


def _same_events(dated: Sequence[_Dated], story: Story) -> list[list[_Dated]]:
    """Group what tells one event of one date; what gives only the month joins what gives the day.

    The finest dates come first, so that every order of the findings gives the same groups.
    """
    groups: list[list[_Dated]] = []
    home: dict[str, list[_Dated]] = {}
    for one in sorted(dated, key=lambda each: -len(each.date)):
        near = (
            home[other.id] for other, _ in story.index.near(one.claim, _NEAR) if other.id in home
        )
        group = next((group for group in near if _is_same(group[0], one, story)), None)
        if group is None:
            group = []
            groups.append(group)
        group.append(one)
        home[one.claim.id] = group
    return groups


def _is_same(one: _Dated, other: _Dated, story: Story) -> bool:
    if not one.date.startswith(other.date):
        return False
    if story.index.negates(one.claim, other.claim) or story.index.negates(other.claim, one.claim):
        return False
    people = [story.people_in(each.claim) for each in (one, other)]
    if all(people) and not people[0] & people[1]:
        return False
    shared = (
        story.index.overlap(one.claim, other.claim),
        story.index.overlap(other.claim, one.claim),
    )
    return max(shared) >= _SHARED


def _entry(group: Sequence[_Dated]) -> TimelineEntry:
    """Return the entry of an event, in the words of the finding that most articles carry."""
    best = max(group, key=lambda one: (len(one.finding.article_ids), one.claim.salience))
    others = [one for one in group if one is not best]
    return TimelineEntry(
        date=group[0].date,
        text=best.finding.text,
        finding_ids=(best.finding.id, *(one.finding.id for one in others)),
    )
