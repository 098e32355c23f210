"""Who speaks in the claims of a finding: sides, documents, people without a name."""

import re
from dataclasses import dataclass

from summarize.language.morphology import can_be
from summarize.language.names.titles import is_title
from summarize.merge.shared_words import quoted_keys
from summarize.merge.sides import PRIVATE, side_of
from summarize.merge.story import Story
from summarize.model import Actor, Claim, OriginKind

UNNAMED = "unnamed sources"

_NOBODY = frozenset(
    "a the some several various many multiple other two three both number of local media news "
    "press report reports source sources account accounts people parties sides observers insiders "
    "anonymous unnamed unidentified initial early recent previous earlier conflicting".split()
)
"""Words that tell nobody apart: "various reports" may be the very source that another one names."""


_HIRE = r"(?:spokes(?:man|woman|person|people)|lawyers?|attorneys?|representatives?|publicists?)"
_HIRED = re.compile(
    rf"(?P<owner>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*?)[’']s? (?:\w+ )?{_HIRE}\b"
    rf"|\b{_HIRE} (?:for|of) (?:the )?(?P<client>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*)"
)
"""Who speaks or pleads for somebody for pay."""


@dataclass(frozen=True)
class Voice:
    """Whoever states a claim: `key` is equal for one side, `quotes` are the very words.

    `bodies` are the proper words of a body's name or of a person's role: "NASA" of "NASA officials"
    and of "Ida Moe, head of NASA".
    """

    key: str
    name: str
    kind: OriginKind
    is_named: bool
    bodies: frozenset[str] = frozenset()
    quotes: frozenset[tuple[str, ...]] = frozenset()


def voice_of(claim: Claim, story: Story) -> Voice | None:
    """Return who states a claim; None where an outlet does, this one or another."""
    if outlet_named(claim, story) is not None:
        return None
    quotes = quoted_keys(claim.evidence[0].quote)
    if claim.speaker_id:
        return _voice_of_actor(story.actor[claim.speaker_id], claim, quotes, story)
    if claim.source is None:
        return None
    if _is_nobody(claim.source):
        return Voice("unnamed", UNNAMED, "unnamed", is_named=False, quotes=quotes)
    kind: OriginKind = "document" if claim.sourcing == "document" else "unnamed"
    name = re.sub(r"(?i)^(?:the|an?|this|that|their|its)\s", "", claim.source)
    key = f"source:{name.casefold()}"
    return Voice(key, name, kind, is_named=False, bodies=_proper(name), quotes=quotes)


def _voice_of_actor(
    actor: Actor, claim: Claim, quotes: frozenset[tuple[str, ...]], story: Story
) -> Voice:
    side = _client_of(actor, story) or side_of(actor)
    is_alone = side == actor.name and actor.kind in ("organisation", "group")
    if is_alone and _is_nobody(actor.name):
        return Voice("unnamed", UNNAMED, "unnamed", is_named=False, quotes=quotes)
    is_unnamed = claim.sourcing == "anonymous" and side == actor.name
    kind: OriginKind = "unnamed" if is_unnamed else "speaker"
    is_named = actor.kind != "group" or side != actor.name
    bodies = _proper(side) if actor.kind != "person" else _served(actor.role or "")
    return Voice(f"side:{side}", side, kind, is_named, bodies, quotes)


def _served(role: str) -> frozenset[str]:
    """Return the proper words of the body that a person serves; a place alone is none."""
    words = _proper(role)
    is_body = len(words) > 1 or any(word.isupper() for word in words)
    return words if is_body and not PRIVATE.search(role) else frozenset()


def _proper(name: str) -> frozenset[str]:
    """Return the proper words of a name, titles apart; "Police" that opens one is common."""
    words = re.findall(r"\b[A-Z][\w’'-]*", name)
    if words and name.startswith(words[0]) and can_be(words[0], "NOUN") and not words[0].isupper():
        words = words[1:]
    return frozenset(re.sub(r"[’']s?$", "", word) for word in words if not is_title(word))


def _client_of(actor: Actor, story: Story) -> str | None:
    """Return the side of whom somebody is hired to speak for: "Acme's lawyers" speak for Acme."""
    for words in filter(None, (actor.role, actor.name if actor.kind == "group" else None)):
        match = _HIRED.search(words)
        client = match and story.actor_named.get((match["owner"] or match["client"]).strip())
        if client and client.id != actor.id:
            return side_of(client)
    return None


def outlet_named(claim: Claim, story: Story) -> str | None:
    """Return the outlet that a claim names as its speaker ("Reuters reported"), or None."""
    actor = story.actor[claim.speaker_id] if claim.speaker_id else None
    if actor and (actor.kind not in ("organisation", "group") or side_of(actor) != actor.name):
        return None
    name = actor.name if actor else claim.source
    bare = re.sub(r"^[Tt]he ", "", name or "")
    return bare if bare and bare[:1].isupper() and story.outlets.is_outlet(bare) else None


def _is_nobody(name: str) -> bool:
    return all(word in _NOBODY for word in re.findall(r"\w+", name.casefold()))
