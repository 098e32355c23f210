"""Claims that say the same, as one finding with its status."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from summarize.language.document import parse_statement
from summarize.language.standalone import stands_alone
from summarize.merge.align import align_claims
from summarize.merge.ids import id_of_group
from summarize.merge.origins import origins_of
from summarize.merge.story import Story
from summarize.merge.wording import quote_claim, word_claim
from summarize.model import Claim, ContestedPoint, FigureGroup, Finding, FindingStatus

_GOOD_LENGTH = range(8, 36)
"""Words of a sentence that says enough and can be read in one breath."""


@dataclass(frozen=True)
class _Doubts:
    """What keeps a claim from being told as it stands.

    `disputed` are claims on a side of a contested point; `superseded` are figures that the same
    source gave otherwise later on, with the reason.
    """

    disputed: frozenset[str]
    superseded: Mapping[str, str]


_REPLACED = "its own source gave another number later"


def find_findings(
    story: Story, contested: Iterable[ContestedPoint], groups: Iterable[FigureGroup] = ()
) -> tuple[Finding, ...]:
    """Return every claim of the story in exactly one finding, in the order of the claims."""
    sides = (position for point in contested for position in point.positions)
    doubts = _Doubts(
        disputed=frozenset(claim_id for position in sides for claim_id in position.claim_ids),
        superseded={
            one: group.why if group.status == "superseded" else _REPLACED
            for group in groups
            for one in group.superseded_ids
        },
    )
    return tuple(_finding(claims, story, doubts) for claims in align_claims(story.index))


def _finding(claims: Sequence[Claim], story: Story, doubts: _Doubts) -> Finding:
    origins = origins_of(claims, story)
    status, why = _status(claims, origins, doubts)
    speakers = [claim.speaker_id for claim in claims if claim.speaker_id]
    return Finding(
        id=id_of_group("n", claims, story.article),
        text=choose_wording(claims, story, is_disputed=status == "contested"),
        claim_ids=tuple(claim.id for claim in claims),
        article_ids=tuple(dict.fromkeys(claim.article_id for claim in claims)),
        speaker_ids=tuple(dict.fromkeys(speakers)),
        origins=len(origins),
        status=status,
        why=why,
    )


def _status(
    claims: Sequence[Claim], origins: Sequence[str], doubts: _Doubts
) -> tuple[FindingStatus, str]:
    if any(claim.id in doubts.disputed for claim in claims):
        return "contested", "sources do not agree on it"
    figures = [one for claim in claims for one in claim.figure_ids]
    if figures and all(one in doubts.superseded for one in figures):
        return "superseded", doubts.superseded[figures[0]]
    if len(origins) > 1 and all(claim.kind != "denial" for claim in claims):
        return "corroborated", f"{len(origins)} independent origins: {', '.join(origins)}"
    carriers = len({claim.article_id for claim in claims})
    told = "1 article" if carriers == 1 else f"{carriers} articles"
    return "attributed", f"one origin, {origins[0]}, carried by {told}"


def choose_wording(claims: Sequence[Claim], story: Story, *, is_disputed: bool) -> str:
    """Return the sentence that stands for `claims`: neutral, complete and of good length.

    Where every wording is loaded, it is what the outlet wrote, as a quotation.
    """
    worded = [(word_claim(claim, story, is_disputed=is_disputed), claim) for claim in claims]
    best = max(worded, key=lambda pair: (_quality(pair[0]), pair[1].salience, pair[1].text))
    return best[0] or quote_claim(best[1], story)


def _quality(sentence: str | None) -> int:
    if sentence is None:
        return 0
    is_complete = stands_alone(sentence, parse_statement(sentence).tokens)
    return 1 + 2 * is_complete + (len(sentence.split()) in _GOOD_LENGTH)
