"""Who speaks in the claims of a finding: sides, documents, people without a name."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarize.merge.shared_words import quoted_keys
from summarize.merge.sides import side_of
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
    """Whoever states a claim: `key` is equal for one side; `quotes` are the very words."""

    key: str
    name: str
    kind: OriginKind
    is_named: bool
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
    return Voice(f"source:{name.casefold()}", name, kind, is_named=False, quotes=quotes)


def _voice_of_actor(
    actor: Actor, claim: Claim, quotes: frozenset[tuple[str, ...]], story: Story
) -> Voice:
    side = _client_of(actor, story) or side_of(actor)
    is_alone = side == actor.name and actor.kind in ("organisation", "group")
    if is_alone and _is_nobody(actor.name):
        return Voice("unnamed", UNNAMED, "unnamed", is_named=False, quotes=quotes)
    is_unnamed = claim.sourcing == "anonymous" and side == actor.name
    kind: OriginKind = "unnamed" if is_unnamed else "speaker"
    return Voice(f"side:{side}", side, kind, not is_alone or actor.kind != "group", quotes)


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


def join_voices(voices: Sequence[Voice]) -> list[Voice]:
    """Return the independent ones of all who state one thing.

    Whoever is heard with the very words of another is that one, by the fullest name that anybody
    gives; who cannot be told apart from the others is none beside them.
    """
    counted = Counter(voice.key for voice in voices)
    ranked = sorted(voices, key=lambda one: (not one.is_named, -counted[one.key], one.name))
    heard: dict[tuple[str, ...], Voice] = {}
    joined: dict[str, Voice] = {}
    for voice in ranked:
        known = next((heard[one] for one in sorted(voice.quotes) if one in heard), voice)
        home = joined.setdefault(voice.key, joined.get(known.key, known))
        for one in voice.quotes:
            heard.setdefault(one, home)
    independent = {home.key: home for home in joined.values()}
    if len(independent) > 1:
        independent.pop("unnamed", None)
    telling = [one for one in independent.values() if not _is_contained(one, independent)]
    return sorted(telling, key=lambda one: one.name)


def _is_contained(voice: Voice, others: Mapping[str, Voice]) -> bool:
    """Say whether a nameless body may be a fuller one: "police" beside the "Essex Police"."""
    if voice.is_named:
        return False
    words = set(re.findall(r"\w+", voice.name.casefold()))
    return any(
        words < set(re.findall(r"\w+", other.name.casefold()))
        for other in others.values()
        if other.key != voice.key
    )
