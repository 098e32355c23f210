"""Which sentences can be printed: whole, neutral, of good length, and taking no side."""

import re
from collections.abc import Sequence

from summarize.language.document import parse_statement
from summarize.language.standalone import stands_alone
from summarize.merge.material import Material
from summarize.merge.wording import word_claim
from summarize.model import Claim, Finding

SHORTEST, LONGEST = 7, 45
"""Words of a sentence that says something and can be read in one breath."""

_QUOTED_SPEECH = re.compile(r"said: “([^”]*)")
_FRAGMENT = re.compile(r"(?:And|But|So|Or|Because|Which|That|[a-z])\b")
"""How a quotation opens that goes on from something else."""

_BELONGS, _SMACKS = 0.25, 0.2
"""Cosine from which a spoken statement belongs to a dispute, and an outlet's own takes a side."""

_LEAD = 0.8
"""Salience from which a sentence that names nobody and counts nothing can still be news."""


def is_readable(text: str) -> bool:
    """Say whether a sentence is of good length, asks nothing, and quotes no mere fragment."""
    quoted = _QUOTED_SPEECH.search(text)
    if quoted and (len(quoted[1].split()) < SHORTEST or _FRAGMENT.match(quoted[1])):
        return False
    return SHORTEST <= len(text.split()) <= LONGEST and not text.rstrip('”"').endswith("?")


def is_whole(text: str) -> bool:
    """Say whether a sentence is readable and leans on no other."""
    return is_readable(text) and stands_alone(text, parse_statement(text).tokens)


def is_printable(finding: Finding, material: Material) -> bool:
    """Say whether a finding can stand in the summary in its own words."""
    claims = material.claims(finding)
    if not is_whole(finding.text) or not _takes_no_side(finding, claims, material):
        return False
    is_specific = any(claim.actor_ids or claim.figure_ids for claim in claims)
    if not is_specific and max(claim.salience for claim in claims) < _LEAD:
        return False
    return any(word_claim(claim, material.story) is not None for claim in claims)


def _takes_no_side(finding: Finding, claims: Sequence[Claim], material: Material) -> bool:
    """Say whether nobody denies a finding, and telling it would not take a side.

    A statement whose author is named, and of which only one number is disputed, can be told, but
    not beside the dispute that it belongs to. In the outlets' own voice nothing can that comes
    near to what is denied.
    """
    reach = _BELONGS if finding.speaker_ids else _SMACKS
    near = (other for claim in claims for other, _ in material.story.index.near(claim, reach))
    if any(other.id in material.denied for other in (*claims, *near)):
        return False
    figures = {one for claim in claims for one in claim.figure_ids}
    has_others = bool(finding.speaker_ids) and bool(figures - material.disputed_figures)
    return finding.status != "contested" or has_others
