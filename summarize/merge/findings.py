"""Claims that say the same, as one finding with its status."""

from collections.abc import Collection, Iterable, Sequence

from summarize.language.document import parse_statement
from summarize.language.standalone import stands_alone
from summarize.merge.align import align_claims
from summarize.merge.origins import Trace, trace_origins
from summarize.merge.story import Story
from summarize.merge.wording import quote_claim, word_claim
from summarize.model import Claim, ContestedPoint, Finding, FindingStatus

_GOOD_LENGTH = range(8, 36)
"""Words of a sentence that says enough and can be read in one breath."""


def find_findings(story: Story, contested: Iterable[ContestedPoint]) -> tuple[Finding, ...]:
    """Return every claim of the story in exactly one finding, in the order of the claims."""
    disputed = {
        claim_id
        for point in contested
        for position in point.positions
        for claim_id in position.claim_ids
    }
    groups = align_claims(story.index)
    return tuple(
        _finding(f"n{number}", group, story, disputed) for number, group in enumerate(groups, 1)
    )


def _finding(
    finding_id: str, claims: Sequence[Claim], story: Story, disputed: Collection[str]
) -> Finding:
    trace = trace_origins(claims, story)
    status, why = find_status(claims, trace, disputed)
    speakers = [claim.speaker_id for claim in claims if claim.speaker_id]
    return Finding(
        id=finding_id,
        text=choose_wording(claims, story, is_disputed=status == "contested"),
        claim_ids=tuple(claim.id for claim in claims),
        article_ids=tuple(dict.fromkeys(claim.article_id for claim in claims)),
        speaker_ids=tuple(dict.fromkeys(speakers)),
        origins=len(trace.roots),
        status=status,
        why=why,
    )


def find_status(
    claims: Sequence[Claim], trace: Trace, disputed: Collection[str]
) -> tuple[FindingStatus, str]:
    """Return the status of claims that say the same, and why; `disputed` are ids of claims."""
    if any(claim.id in disputed for claim in claims):
        return "contested", "sources do not agree on it"
    if len(trace.roots) > 1 and all(claim.kind != "denial" for claim in claims):
        return "corroborated", trace.why
    return "attributed", trace.why


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
