"""Claims that say the same, as one finding with its status."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from summarize.language.document import parse_statement
from summarize.language.standalone import stands_alone
from summarize.merge.ids import id_of_group
from summarize.merge.origins import Trace, trace_origins
from summarize.merge.story import Story
from summarize.merge.wording import quote_claim, word_claim
from summarize.model import Claim, ContestedPoint, FigureGroup, Finding, FindingStatus

_GOOD_LENGTH = range(8, 36)
"""Words of a sentence that says enough and can be read in one breath."""

_BEST = 4
"""The quality of a sentence that is complete and of good length."""

_MOST_WORDED = 40
"""Claims of a finding that are worded, the weightiest first: the rest repeat what those say."""


@dataclass(frozen=True)
class Doubts:
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
    doubts = find_doubts(contested, groups)
    return tuple(_finding(claims, story, doubts) for claims in story.index.groups)


def find_doubts(contested: Iterable[ContestedPoint], groups: Iterable[FigureGroup]) -> Doubts:
    """Return what the contested points and the groups of figures keep from being told."""
    sides = (position for point in contested for position in point.positions)
    return Doubts(
        disputed=frozenset(claim_id for position in sides for claim_id in position.claim_ids),
        superseded={
            one: group.why if group.status == "superseded" else _REPLACED
            for group in groups
            for one in group.superseded_ids
        },
    )


def _finding(claims: Sequence[Claim], story: Story, doubts: Doubts) -> Finding:
    trace = trace_origins(claims, story)
    status, why = find_status(claims, trace, doubts)
    speakers = [claim.speaker_id for claim in claims if claim.speaker_id]
    return Finding(
        id=id_of_group("n", claims, story.article),
        text=choose_wording(claims, story, is_disputed=status == "contested"),
        claim_ids=tuple(claim.id for claim in claims),
        article_ids=tuple(dict.fromkeys(claim.article_id for claim in claims)),
        speaker_ids=tuple(dict.fromkeys(speakers)),
        origins=len(trace.roots),
        status=status,
        why=why,
    )


def find_status(claims: Sequence[Claim], trace: Trace, doubts: Doubts) -> tuple[FindingStatus, str]:
    """Return the status of claims that say the same, and why."""
    if any(claim.id in doubts.disputed for claim in claims):
        return "contested", "sources do not agree on it"
    figures = [one for claim in claims for one in claim.figure_ids]
    if figures and all(one in doubts.superseded for one in figures):
        return "superseded", doubts.superseded[figures[0]]
    if len(trace.roots) > 1 and all(claim.kind != "denial" for claim in claims):
        return "corroborated", trace.why
    return "attributed", trace.why


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
