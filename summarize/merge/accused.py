"""Who accuses whom, so that "denied all wrongdoing" in one article meets the accuser of another."""

import re
from collections import defaultdict
from collections.abc import Sequence

from summarize.language.names.aliases import is_named
from summarize.merge.sides import share_a_side
from summarize.merge.story import Story
from summarize.model import Actor, Claim

_ACCUSING = re.compile(r"(?i)\b(?:accus(?:e[sd]?|ing)|blam(?:e[sd]?|ing)|alleg(?:e[sd]?|ing))\b")
_OBJECT_END = re.compile(r"\s(?:of|for)\s|[,;]")
"""Where the accused ends and the accusation begins."""

_GUILT = re.compile(
    r"(?i)\b(?:den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|refut\w*)\s(?:(?:any|all|the|those|these"
    r"|his|her|its|their|having\sany)\s)?(?:\w+\s)?(?:allegations?|accusations?|charges?|findings?"
    r"|involvement|responsibility|wrongdoing|misconduct|guilt|part)\b(?!\sthat\b)"
)
"""A denial of guilt without its particulars."""


class Accusations:
    """The claims of a story that accuse somebody, by whom they accuse."""

    def __init__(self, story: Story) -> None:
        """Find whom each accusing claim accuses: whoever is named behind its verb."""
        self._story = story
        self._against: dict[str, list[Claim]] = defaultdict(list)
        for claim in story.claims:
            match = _ACCUSING.search(claim.text) if claim.kind != "denial" else None
            if match and (claim.speaker_id or claim.source):
                behind = _OBJECT_END.split(claim.text[match.end() :], maxsplit=1)[0]
                for accused in (story.actor[one] for one in claim.actor_ids):
                    if any(is_named(form, behind) for form in (accused.name, *accused.aliases)):
                        self._against[accused.id].append(claim)

    def denied_by(self, denial: Claim) -> Claim | None:
        """Return the weightiest claim that accuses whoever denies all guilt in `denial`."""
        if not denial.speaker_id or not _GUILT.search(denial.text):
            return None
        denier = self._story.actor[denial.speaker_id]
        others = self._by_others(self._against.get(denier.id, ()), denier)
        return min(others, key=lambda claim: (-claim.salience, claim.text), default=None)

    def _by_others(self, claims: Sequence[Claim], denier: Actor) -> list[Claim]:
        speakers = ((self._story.actor.get(one.speaker_id or ""), one) for one in claims)
        return [one for by, one in speakers if by is None or not share_a_side(by, denier)]
