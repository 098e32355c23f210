"""Claims that say the same, as one finding with its status."""

from collections.abc import Iterable, Sequence

from summarize.language.document import parse_statement
from summarize.language.standalone import stands_alone
from summarize.merge.origins import origins_of
from summarize.merge.story import Story
from summarize.merge.wording import quote_claim, word_claim
from summarize.model import Claim, ContestedPoint, Finding, FindingStatus

_GOOD_LENGTH = range(8, 36)
"""Words of a sentence that says enough and can be read in one breath."""

_BEST = 4
"""The quality of a sentence that is complete and of good length."""

_MOST_WORDED = 40
"""Claims of a finding that are worded, the weightiest first: the rest repeat what those say."""


def find_findings(story: Story, contested: Iterable[ContestedPoint]) -> tuple[Finding, ...]:
    """Return every claim of the story in exactly one finding, in the order of the claims."""
    disputed = {
        claim_id
        for point in contested
        for position in point.positions
        for claim_id in position.claim_ids
    }
    groups = enumerate(story.index.groups, 1)
    return tuple(_finding(f"n{number}", group, story, disputed) for number, group in groups)


def _finding(finding_id: str, claims: Sequence[Claim], story: Story, disputed: set[str]) -> Finding:
    origins = origins_of(claims, story)
    status, why = _status(claims, origins, disputed)
    speakers = [claim.speaker_id for claim in claims if claim.speaker_id]
    return Finding(
        id=finding_id,
        text=choose_wording(claims, story, is_disputed=status == "contested"),
        claim_ids=tuple(claim.id for claim in claims),
        article_ids=tuple(dict.fromkeys(claim.article_id for claim in claims)),
        speaker_ids=tuple(dict.fromkeys(speakers)),
        origins=len(origins),
        status=status,
        why=why,
    )


def _status(
    claims: Sequence[Claim], origins: Sequence[str], disputed: set[str]
) -> tuple[FindingStatus, str]:
    if any(claim.id in disputed for claim in claims):
        return "contested", "sources do not agree on it"
    if len(origins) > 1 and all(claim.kind != "denial" for claim in claims):
        return "corroborated", f"{len(origins)} independent origins: {', '.join(origins)}"
    carriers = len({claim.article_id for claim in claims})
    told = "1 article" if carriers == 1 else f"{carriers} articles"
    return "attributed", f"one origin, {origins[0]}, carried by {told}"


def choose_wording(claims: Sequence[Claim], story: Story, *, is_disputed: bool) -> str:
    """Return the sentence that stands for `claims`: neutral, complete and of good length.

    Where every wording is loaded, it is what the outlet wrote, as a quotation.
    """
    ranked = sorted(claims, key=lambda claim: (claim.salience, claim.text), reverse=True)
    best, chosen = 0, quote_claim(ranked[0], story)
    for claim in ranked[:_MOST_WORDED]:
        sentence = word_claim(claim, story, is_disputed=is_disputed)
        quality = _quality(sentence)
        if sentence is not None and quality > best:
            best, chosen = quality, sentence
        if best == _BEST:
            break
    return chosen


def _quality(sentence: str | None) -> int:
    """Return from 0, for none, to `_BEST` how well a sentence reads."""
    if sentence is None:
        return 0
    is_complete = stands_alone(sentence, parse_statement(sentence).tokens)
    return 1 + 2 * is_complete + (len(sentence.split()) in _GOOD_LENGTH)
