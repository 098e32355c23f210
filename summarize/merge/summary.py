"""The summary: agreed matters first, then figures, the dispute with its sides, and unknowns.

What is agreed but weighs little beside the dispute is background, and comes after it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from summarize.language.document import parse_statement
from summarize.language.similarity import content_terms
from summarize.language.standalone import stands_alone
from summarize.language.synonyms import concept_of
from summarize.merge.figures import counts_harm
from summarize.merge.story import Story
from summarize.merge.wording import (
    introduce,
    join_names,
    name_holders,
    state_together,
    word_claim,
)
from summarize.model import (
    Claim,
    ContestedPoint,
    FigureGroup,
    Finding,
    Position,
    SummarySentence,
    Unknown,
)

_SHORTEST, _LONGEST = 7, 45
"""Words of a sentence that says something and can be read in one breath."""

_QUOTED_SPEECH = re.compile(r"said: “([^”]*)")
_FRAGMENT = re.compile(r"(?:And|But|So|Or|Because|Which|That|[a-z])\b")
"""How a quotation opens that goes on from something else."""

_MOST_DISPUTES, _MOST_FIGURES, _MOST_UNKNOWNS = 2, 2, 1
_MOST_NAMES = 3
_OVERLAP = 0.45
"""Share of a sentence's content words that an earlier one may have said already."""

_BACKGROUND = 0.7
"""Share of the weightiest dispute's rank below which an agreed matter comes after the disputes."""

_COVERAGE_WEIGHT, _ORIGIN_WEIGHT, _FIGURE_WEIGHT, _HARM_WEIGHT = 1.2, 0.2, 0.2, 0.3
"""What full coverage by the others, a further origin, a number and victims add to the salience."""

_LEAD = 0.8
"""Salience from which a sentence that names nobody and counts nothing can still be news."""

_SPEAKER_WEIGHT = 0.15
"""What a named author adds: a brief is made of who says what."""

_TOUCHES = 0.1
"""Cosine from which another article is taken to touch on the matter of a claim."""


@dataclass(frozen=True)
class Findings:
    """What the summary is made from."""

    story: Story
    findings: tuple[Finding, ...]
    groups: tuple[FigureGroup, ...]
    contested: tuple[ContestedPoint, ...]
    unknowns: tuple[Unknown, ...]

    @cached_property
    def denied(self) -> frozenset[str]:
        """The claims on either side of what some assert and others deny."""
        points = [point for point in self.contested if point.kind != "figure"]
        return frozenset(claim for point in points for claim in _claims_of(point))

    @cached_property
    def disputed_figures(self) -> frozenset[str]:
        """The figures of which the sources give values that exclude each other."""
        groups = [group for group in self.groups if group.status == "differs"]
        return frozenset(one for group in groups for one in group.figure_ids)

    def resting_on(self, claim_ids: Iterable[str]) -> tuple[str, ...]:
        """Return the ids of the findings that hold these claims, in order."""
        wanted = set(claim_ids)
        return tuple(one.id for one in self.findings if wanted & set(one.claim_ids))


def write_summary(made: Findings, words: int) -> tuple[SummarySentence, ...]:
    """Return sentences of about `words` words in all, each with the findings it rests on."""
    denied = list(_disputes(made))
    disputed = [*_figures(made), *denied]
    unknown = list(_unknowns(made))
    room = words - sum(_length(sentence) for sentence in (*disputed, *unknown))
    agreed = list(_agreed(made, room, [*denied, *unknown]))
    weights = [_weight(sentence, made) for sentence in agreed]
    bound = _BACKGROUND * max((_weight(one, made) for one in disputed), default=0.0)
    lead = [one for one, weight in zip(agreed, weights, strict=True) if weight >= bound]
    background = [one for one in agreed if one not in lead]
    return tuple(_introduced([*lead, *disputed, *background, *unknown], made.story))


def _weight(sentence: SummarySentence, made: Findings) -> float:
    """Return the rank of the weightiest finding that a sentence rests on."""
    rests_on = [one for one in made.findings if one.id in sentence.finding_ids]
    return max(_rank(one, made.story) for one in rests_on)


def _length(sentence: SummarySentence) -> int:
    return len(sentence.text.split())


def _agreed(
    made: Findings, room: int, closing: Sequence[SummarySentence]
) -> Iterator[SummarySentence]:
    """Yield the best findings that nobody disputes, while there is room, none said twice."""
    said = [_terms(sentence.text) for sentence in closing]
    for finding in sorted(made.findings, key=lambda one: (-_rank(one, made.story), one.id)):
        if room < _SHORTEST:
            return
        length, terms = len(finding.text.split()), _terms(finding.text)
        if length > room or any(_repeats(terms, other) for other in said):
            continue
        if not _is_printable(finding, made):
            continue
        room -= length
        said.append(terms)
        yield SummarySentence(text=finding.text, finding_ids=(finding.id,))


def _rank(finding: Finding, story: Story) -> float:
    """Return how much a finding matters: to its own article, and to all of the others."""
    claims = [story.claim[one] for one in finding.claim_ids]
    has_figure = any(claim.figure_ids for claim in claims)
    return (
        max(claim.salience for claim in claims)
        + _COVERAGE_WEIGHT * max(_coverage(claim, story) for claim in claims)
        + _ORIGIN_WEIGHT * (finding.origins - 1)
        + _FIGURE_WEIGHT * has_figure
        + _HARM_WEIGHT * any(_counts_harm(claim, story) for claim in claims)
        + _SPEAKER_WEIGHT * bool(finding.speaker_ids)
    )


def _counts_harm(claim: Claim, story: Story) -> bool:
    return any(counts_harm(story.figure[one]) for one in claim.figure_ids)


def _coverage(claim: Claim, story: Story) -> float:
    """Return how much of `claim` the other articles tell too: the mean of their nearest claims.

    Names are left aside: the same people act in most of what a story tells.
    """
    nearest: dict[str, float] = {}
    for other, _ in story.index.near(claim, _TOUCHES):
        if other.article_id != claim.article_id:
            shared = story.index.overlap(claim, other)
            nearest[other.article_id] = max(shared, nearest.get(other.article_id, 0.0))
    return sum(nearest.values()) / max(1, len(story.articles) - 1)


def _is_printable(finding: Finding, made: Findings) -> bool:
    """Say whether a finding can stand in the summary: undisputed, neutral, whole, not too long."""
    claims = [made.story.claim[one] for one in finding.claim_ids]
    if not _is_readable(finding.text) or not _is_undisputed(finding, claims, made):
        return False
    is_specific = any(claim.actor_ids or claim.figure_ids for claim in claims)
    if not is_specific and max(claim.salience for claim in claims) < _LEAD:
        return False
    if all(word_claim(claim, made.story) is None for claim in claims):
        return False
    return stands_alone(finding.text, parse_statement(finding.text).tokens)


def _is_undisputed(finding: Finding, claims: Sequence[Claim], made: Findings) -> bool:
    """Say whether nobody denies a finding, and the brief would not take a side by telling it.

    A statement whose author is named, and of which only one number is disputed, can be told. In
    the outlets' own voice nothing can that comes near to what is denied.
    """
    if finding.speaker_ids:
        other_figures = {
            one for claim in claims for one in claim.figure_ids
        } - made.disputed_figures
        return finding.status != "contested" or (
            bool(other_figures) and not made.denied & set(finding.claim_ids)
        )
    near = {other.id for claim in claims for other, _ in made.story.index.near(claim, _TOUCHES)}
    return finding.status != "contested" and not near & made.denied


def _is_readable(text: str) -> bool:
    """Say whether a sentence is of good length, asks nothing, and quotes no mere fragment."""
    quoted = _QUOTED_SPEECH.search(text)
    if quoted and (len(quoted[1].split()) < _SHORTEST or _FRAGMENT.match(quoted[1])):
        return False
    return _SHORTEST <= len(text.split()) <= _LONGEST and not text.rstrip('”"').endswith("?")


def _terms(text: str) -> frozenset[str]:
    """Return the content words of `text`; one speaker's two statements share its name anyway."""
    terms = content_terms(parse_statement(text), 0, len(text))
    return frozenset(concept_of(term) for term in terms if not term[0].isupper())


def _repeats(terms: frozenset[str], said: frozenset[str]) -> bool:
    return bool(terms) and len(terms & said) > _OVERLAP * min(len(terms), len(said))


def _figures(made: Findings) -> Iterator[SummarySentence]:
    points = [point for point in made.contested if point.kind == "figure"]
    for point in points[:_MOST_FIGURES]:
        rests_on = made.resting_on(_claims_of(point))
        if rests_on:
            values = [_value(position, made.story) for position in point.positions]
            text = f"Sources differ on {_what_is_counted(point)}: {join_names(values)}."
            yield SummarySentence(text=text, finding_ids=rests_on)


def _what_is_counted(point: ContestedPoint) -> str:
    question = point.question.rstrip("?")
    if re.search(r"\b(?:was|were|is|are|have|has|had)\b", question):
        return question[:1].lower() + question[1:]
    return "the number of " + question.removeprefix("How many ")


def _value(position: Position, story: Story) -> str:
    holders = name_holders(position, story)
    if not holders:
        numbers = sorted(story.number_of(one) for one in position.article_ids)
        holders = [f"article {number}" for number in numbers]
    value = position.statement[:1].lower() + position.statement[1:]
    return f"{value} ({join_names(holders)})"


def _claims_of(point: ContestedPoint) -> list[str]:
    return [one for position in point.positions for one in position.claim_ids]


def _disputes(made: Findings) -> Iterator[SummarySentence]:
    points = [point for point in made.contested if point.kind == "denial"]
    for point in points[:_MOST_DISPUTES]:
        rests_on = made.resting_on(_claims_of(point))
        text = _both_sides(point, made.story)
        if rests_on and text:
            yield SummarySentence(text=text, finding_ids=rests_on)


def _both_sides(point: ContestedPoint, story: Story) -> str | None:
    """Return one sentence with both sides, or None where a side has no sentence to stand in."""
    asserting, denying = point.positions[0], point.positions[1]
    deniers = name_holders(denying, story)
    worded = [
        _assertion(story.claim[one], asserting, story)
        for one in asserting.claim_ids
        if _can_be_told(story.claim[one], story)
    ]
    if not worded or not deniers:
        return None
    _, text = max(worded, key=lambda one: (one[0], -len(one[1]), one[1]))
    return f"{text.rstrip('.')}; {join_names(deniers)} denied this."


def _can_be_told(claim: Claim, story: Story) -> bool:
    text = word_claim(claim, story, is_disputed=True)
    if text is None or not _is_readable(text):
        return False
    return stands_alone(text, parse_statement(text).tokens)


def _assertion(claim: Claim, asserting: Position, story: Story) -> tuple[int, str]:
    """Return how many say what `claim` says, and the sentence in which they do."""
    text = word_claim(claim, story, is_disputed=True) or claim.text
    names = name_holders(_who_say(claim, asserting, story), story)
    is_plain = not claim.text.startswith("“") and text.endswith(claim.text[1:])
    is_shared = 1 < len(names) <= _MOST_NAMES and is_plain and text != claim.text
    return (len(names), state_together(names, claim.text)) if is_shared else (1, text)


def _who_say(claim: Claim, asserting: Position, story: Story) -> Position:
    """Return the part of a position that says what `claim` says, not only something near it."""
    members = [story.claim[one] for one in asserting.claim_ids]
    same = [one for one in members if one == claim or story.index.say_no_more(claim, one)]
    holders = tuple(dict.fromkeys(one.speaker_id for one in same if one.speaker_id))
    return asserting.model_copy(
        update={"holder_ids": holders, "claim_ids": tuple(one.id for one in same)}
    )


def _unknowns(made: Findings) -> Iterator[SummarySentence]:
    for unknown in made.unknowns[:_MOST_UNKNOWNS]:
        rests_on = made.resting_on(unknown.claim_ids)
        if rests_on and _is_readable(unknown.text):
            yield SummarySentence(text=unknown.text, finding_ids=rests_on)


def _introduced(sentences: Iterable[SummarySentence], story: Story) -> Iterator[SummarySentence]:
    listed = list(sentences)
    texts = introduce([sentence.text for sentence in listed], story)
    for sentence, text in zip(listed, texts, strict=True):
        yield sentence.model_copy(update={"text": text})
