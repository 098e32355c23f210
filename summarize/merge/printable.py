"""Which sentences can be printed: whole, neutral, of good length, and taking no side."""

import re
from collections.abc import Sequence

from summarize.language.document import parse_statement
from summarize.language.names.titles import is_person_noun
from summarize.language.standalone import stands_alone
from summarize.merge.material import Material
from summarize.merge.wording import word_claim
from summarize.model import Claim, Finding

SHORTEST, LONGEST = 7, 50
"""Words of a sentence that says something and can be read in one breath."""

_QUOTED_SPEECH = re.compile(r"said: “([^”]*)")
_GOES_ON = re.compile(r"^(?:[A-Z][\w.’'-]*\s){1,4}then\s(?=[a-z])")
"""What opens with "Vale then …" goes on from another sentence."""

_OTHERS = frozenset("he him his she her".split())
_OBJECTS = frozenset("him her".split())
_REPORTED = re.compile(
    r"[^“”\"]{2,80}?\b(?:said|says|added|told [^,.]{2,40}|noted|wrote)(?: that)? (.*)"
)
_FRAGMENT = re.compile(r"(?:And|But|So|Or|Because|Which|That|[a-z])\b")
"""How a quotation opens that goes on from something else."""

_POINTS_BACK = re.compile(
    r"The (?:\w+ )?(?:announcement|statement|remarks?|comments?|confirmation|denial|admission"
    r"|thanks|tribute|revelation|warning|accusation|claims?)"
    r" (?:came|comes?|followed|follows?|marks?|marked|was|were|is|are|has|have|had)\b"
    r"|(?:[^.;:“”]|\.\w)*\b(?:put|gave|took|sent|made|posted|shared|said|told|published) it"
    r" (?:on|in|to|out|up|at|from|with|as)\b"
)
"""What was said or done stands in another sentence: "The denial came …", "Lind put it on …"."""

_BELONGS, _SMACKS = 0.25, 0.2
"""Cosine from which a spoken statement belongs to a dispute, and an outlet's own takes a side."""

_UNNAMED = re.compile(r"(?i:the|this|that|its|his|her|their)\s[a-z-]+")

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
    if text.startswith("(") or _GOES_ON.search(text):
        return False
    if not is_readable(text) or _POINTS_BACK.match(text) or _speaks_of_unnamed(text):
        return False
    return stands_alone(text, parse_statement(text).tokens)


def _speaks_of_unnamed(text: str) -> bool:
    """Say whether speech means by "him" somebody whom it does not name: not its speaker.

    In a quotation "he" is another as well; in reported speech it may be the speaker.
    """
    quoted = _QUOTED_SPEECH.search(text)
    reported = None if quoted else _REPORTED.match(text)
    others = _OTHERS if quoted else _OBJECTS
    said = quoted or reported
    tokens = parse_statement(said[1]).tokens if said else ()
    place = next(
        (
            place
            for place, one in enumerate(tokens)
            if one.low in others and (quoted or one.tag == "PRP")
        ),
        None,
    )
    return place is not None and not any(
        one.tag.startswith("NNP") or is_person_noun(one.lemma) for one in tokens[:place]
    )


def is_printable(finding: Finding, material: Material) -> bool:
    """Say whether a finding can stand in the summary in its own words."""
    claims = material.claims(finding)
    if not is_whole(finding.text) or not takes_no_side(finding, material):
        return False
    return is_specific(claims) and any(
        word_claim(one, material.story) is not None for one in material.standing_for(finding)
    )


def is_specific(claims: Sequence[Claim]) -> bool:
    """Say whether claims name or count something, or one of them leads its article.

    What "the agency" said is told nowhere: which one stands in another sentence.
    """
    if all(_is_nameless(claim.source or "") for claim in claims):
        return False
    is_lead = max(claim.salience for claim in claims) >= _LEAD
    return is_lead or any(claim.actor_ids or claim.figure_ids for claim in claims)


def _is_nameless(source: str) -> bool:
    """Say whether a source is one person or body that its words do not tell: "the agency"."""
    return bool(_UNNAMED.fullmatch(source)) or is_person_noun(source.lower())


def takes_no_side(finding: Finding, material: Material) -> bool:
    """Say whether nobody denies a finding, and telling it would not take a side.

    A statement whose author is named, and of which only one number is disputed, can be told, but
    not beside the dispute that it belongs to. What independent origins agree on belongs to none. A
    number that its own source has replaced is not told as if it held.
    """
    claims = material.claims(finding)
    if any(claim.id in material.denied for claim in claims):
        return False
    if finding.status == "corroborated":
        return True
    if any(_belongs_to_dispute(one, material) for one in material.standing_for(finding)):
        return False
    figures = {one for claim in claims for one in claim.figure_ids}
    if not figures.isdisjoint(material.superseded_figures):
        return False
    has_others = bool(finding.speaker_ids) and bool(figures - material.disputed_figures)
    return finding.status != "contested" or has_others


def _belongs_to_dispute(claim: Claim, material: Material) -> bool:
    """Say whether a claim comes near to what is denied: said by one of the sides, or by nobody."""
    is_told = claim.speaker_id is None and claim.source is None
    near = material.story.index.near(claim, _SMACKS if is_told else _BELONGS)
    side = material.story.sides[claim.speaker_id] if claim.speaker_id else claim.source
    return any(
        other.id in material.denied
        and (side is None or side in material.opponents.get(other.id, ()))
        for other, _ in near
    )
