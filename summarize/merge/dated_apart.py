"""One event to which sources give different days: it burst on Thursday, or on Friday.

Close wording is asked for, since two events of one kind lie on two days with every right; and days
in other words, since two articles may mean one Friday.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarize.language.dates import find_dates
from summarize.language.document import parse_statement
from summarize.language.modality.polarity import read_polarity
from summarize.language.quantities.numbers import find_numbers
from summarize.language.questions import ask_whether, can_be_asked
from summarize.merge.dating import happens, is_named, is_only_said
from summarize.merge.positions import make_position
from summarize.merge.story import Story, join_evidence
from summarize.model import Claim, ContestedPoint, Position

_NEAR, _MOST = 0.4, 0.7
"""Cosine from which claims are looked at, and the share of the words of each, names aside, that
the other has too."""

_BEFORE_DATE = re.compile(r"(?i)(?:,?\s(?:on|in|at|late|early|last)|,)*\s*$")
_EVENTS = frozenset(("event", "statement"))


@dataclass(frozen=True)
class _Dated:
    """An event with the words of its date, and what is told without them."""

    claim: Claim
    words: str
    event: str


def find_dated_apart(story: Story) -> Iterator[ContestedPoint]:
    """Yield a point for each event that two articles date so that both cannot be right."""
    dated = {one.claim.id: one for claim in story.claims if (one := _read(claim, story))}
    told: set[str] = set()
    for one in dated.values():
        if one.claim.id in told:
            continue
        near = (dated.get(other.id) for other, _ in story.index.near(one.claim, _NEAR))
        same = [one, *(other for other in near if other and _is_same(one, other, story))]
        times = _times(same)
        told |= {each.claim.id for each in same}
        articles = {each.claim.article_id for each in same}
        question = _ask_when(one)
        if len(times) > 1 and len(articles) == len(same) and question:
            yield _point(question, times)


def _read(claim: Claim, story: Story) -> _Dated | None:
    """Return a claim as a dated event, or None where it is none or is not dated in its own words.

    What is to come is moved, and is no dispute.
    """
    if claim.kind not in _EVENTS or not claim.date or not is_named(claim):
        return None
    written = story.article[claim.article_id].published
    document = parse_statement(claim.text)
    dates = [one for one in find_dates(document, written) if one.date]
    is_one = len(dates) == 1 and dates[0].date == claim.date
    if not is_one or is_only_said(claim, written) or not happens(document):
        return None
    before = _BEFORE_DATE.sub("", claim.text[: dates[0].start])
    event = f"{before}{claim.text[dates[0].end :]}".strip(" ,")
    return _Dated(claim, claim.text[dates[0].start : dates[0].end], event)


def _is_same(one: _Dated, other: _Dated, story: Story) -> bool:
    """Say whether two claims tell one event: in like words, of the same numbers and people."""
    first, second, index = one.claim, other.claim, story.index
    if read_polarity(first.text).negated != read_polarity(second.text).negated:
        return False
    people = [story.people_in(claim) for claim in (first, second)]
    numbers = [{number.value for number in find_numbers(each.event)} for each in (one, other)]
    if numbers[0] != numbers[1] or (all(people) and people[0] != people[1]):
        return False
    return min(index.overlap(first, second), index.overlap(second, first)) >= _MOST


def _times(same: Sequence[_Dated]) -> list[list[_Dated]]:
    """Group events by dates that exclude each other, oldest first; a month may be any of its days.

    A day that only the article's own date makes another one ("Friday", "Friday") is no dispute.
    """
    times: list[list[_Dated]] = []
    for one in sorted(same, key=lambda each: (-len(each.claim.date or ""), each.claim.date)):
        homes = [time for time in times if _can_be_one(time[0], one)]
        if not homes:
            times.append([one])
        elif len(homes) == 1:
            homes[0].append(one)
    return sorted(times, key=lambda time: time[0].claim.date or "")


def _can_be_one(one: _Dated, other: _Dated) -> bool:
    is_held = (one.claim.date or "").startswith(other.claim.date or "")
    return is_held or one.words.lower() == other.words.lower()


def _ask_when(one: _Dated) -> str | None:
    document = parse_statement(one.event)
    if not can_be_asked(document):
        return None
    asked = ask_whether(document)
    return f"When {asked[:1].lower()}{asked[1:]}"


def _point(question: str, times: Sequence[Sequence[_Dated]]) -> ContestedPoint:
    claims = [one.claim for time in times for one in time]
    return ContestedPoint(
        id=claims[0].id,
        question=question,
        kind="timing",
        between="actors" if all(claim.speaker_id for claim in claims) else "outlets",
        positions=tuple(_position(time) for time in times),
    )


def _position(time: Sequence[_Dated]) -> Position:
    claims = [one.claim for one in time]
    return make_position(
        time[0].words,
        "asserts",
        [claim.speaker_id for claim in claims if claim.speaker_id],
        [claim.id for claim in claims],
        join_evidence(piece for claim in claims for piece in claim.evidence),
    )
