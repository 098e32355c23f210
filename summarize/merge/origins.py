"""Who knew it first: repetition is not corroboration.

A statement's origin is the side that its speaker speaks for, so that a general and his president
are one. What outlets say in their own voice has its origin in the source that they credit, else in
the outlet; it adds nothing where the same finding has a speaker, since that is whom they follow.
"""

import re
from collections.abc import Iterable, Sequence

from summarize.merge.ids import Nameless, give_ids
from summarize.merge.sides import side_of
from summarize.merge.story import Story
from summarize.model import Claim, Finding, Origin

_COPIED = 0.7
"""Share of all their words that two sentences have in common when one was copied."""


def origins_of(claims: Sequence[Claim], story: Story) -> list[str]:
    """Return the independent origins of claims that say the same, by name, sorted."""
    spoken = {side_of(story.actor[claim.speaker_id]) for claim in claims if claim.speaker_id}
    spoken |= {claim.source for claim in claims if claim.source and not claim.speaker_id}
    if spoken:
        return sorted(spoken)
    return sorted(_independent_outlets(claims, story))


def _independent_outlets(claims: Sequence[Claim], story: Story) -> set[str]:
    """Return the outlets that tell it in words of their own; a copy adds no origin."""
    outlets: set[str] = set()
    worded: list[frozenset[str]] = []
    for claim in claims:
        words = frozenset(re.findall(r"\w+", claim.evidence[0].quote.casefold()))
        if not any(_is_copy(words, other) for other in worded):
            worded.append(words)
            outlets.add(_outlet_of(claim, story))
    return outlets


def _is_copy(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= _COPIED * len(one | other)


def _outlet_of(claim: Claim, story: Story) -> str:
    article = story.article[claim.article_id]
    return article.original_source or article.known_as


def find_origins(findings: Iterable[Finding], story: Story) -> tuple[Origin, ...]:
    """Return every origin of the brief with the findings and articles that rest on it."""
    by_name: dict[str, list[Finding]] = {}
    for finding in findings:
        for name in origins_of([story.claim[one] for one in finding.claim_ids], story):
            by_name.setdefault(name, []).append(finding)
    actor_ids = {actor.name: actor.id for actor in story.actors}
    ids = give_ids("o", (Nameless(name, (name,), None, "", 0) for name in by_name))
    return tuple(
        Origin(
            id=ids[name],
            name=name,
            actor_id=actor_ids.get(name),
            article_ids=tuple(dict.fromkeys(one for f in rest for one in f.article_ids)),
            finding_ids=tuple(finding.id for finding in rest),
        )
        for name, rest in by_name.items()
    )
