"""How much of the brief each holder and each outlet has."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from summarize.merge.story import Story
from summarize.model import Balance, Claim, Finding, Share, SummarySentence

OWN_VOICE = "outlets in their own voice"


def weigh_balance(
    story: Story, findings: Sequence[Finding], summary: Iterable[SummarySentence]
) -> Balance:
    """Return the shares of the summary's words and of all evidence, by holder and by outlet.

    The words of a sentence are split evenly over the claims that it rests on.
    """
    by_id = {finding.id: finding for finding in findings}
    words: list[tuple[Claim, float]] = []
    for sentence in summary:
        claims = [story.claim[one] for f in sentence.finding_ids for one in by_id[f].claim_ids]
        share = len(sentence.text.split()) / len(claims)
        words += [(claim, share) for claim in claims]
    evidence = [(claim, 1.0) for claim in story.claims]
    return Balance(
        holders=_shares(words, evidence, {c.id: _holder(c, story) for c in story.claims}),
        outlets=_shares(words, evidence, {c.id: _outlet(c, story) for c in story.claims}),
    )


def _holder(claim: Claim, story: Story) -> str:
    if claim.speaker_id:
        return story.actor[claim.speaker_id].name
    return claim.source or OWN_VOICE


def _outlet(claim: Claim, story: Story) -> str:
    return story.article[claim.article_id].known_as


def _shares(
    words: Iterable[tuple[Claim, float]],
    evidence: Iterable[tuple[Claim, float]],
    names: Mapping[str, str],
) -> tuple[Share, ...]:
    said, shown = defaultdict[str, float](float), defaultdict[str, float](float)
    for claim, weight in words:
        said[names[claim.id]] += weight
    for claim, weight in evidence:
        shown[names[claim.id]] += weight
    all_said, all_shown = sum(said.values()) or 1, sum(shown.values()) or 1
    shares = [
        Share(
            name=name,
            words=round(said[name] / all_said, 4),
            evidence=round(shown[name] / all_shown, 4),
        )
        for name in shown
    ]
    return tuple(sorted(shares, key=lambda share: (-share.words, -share.evidence, share.name)))
