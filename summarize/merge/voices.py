"""Who speaks in the claims of a finding: sides, documents, people without a name."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from summarize.merge.shared_words import quoted_keys
from summarize.merge.sides import side_of
from summarize.merge.story import Story
from summarize.model import Claim, OriginKind

UNNAMED = "unnamed sources"

_NOBODY = frozenset(
    "a the some several various many multiple other two three both number of local media news "
    "press report reports source sources account accounts people parties sides observers insiders "
    "anonymous unnamed unidentified initial early recent previous earlier conflicting".split()
)
"""Words that tell nobody apart: "various reports" may be the very source that another one names."""


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
    quotes = quoted_keys(claim.evidence[0].quote)
    if claim.speaker_id:
        actor = story.actor[claim.speaker_id]
        side = side_of(actor)
        if side == actor.name and actor.kind in ("organisation", "group"):
            if outlet_named(claim, story) is not None:
                return None
            if _is_nobody(actor.name):
                return Voice("unnamed", UNNAMED, "unnamed", is_named=False, quotes=quotes)
        is_unnamed = claim.sourcing == "anonymous" and side == actor.name
        kind: OriginKind = "unnamed" if is_unnamed else "speaker"
        return Voice(f"side:{side}", side, kind, actor.kind != "group", quotes)
    if claim.source is None or outlet_named(claim, story) is not None:
        return None
    if _is_nobody(claim.source):
        return Voice("unnamed", UNNAMED, "unnamed", is_named=False, quotes=quotes)
    kind = "document" if claim.sourcing == "document" else "unnamed"
    return Voice(f"source:{claim.source}", claim.source, kind, is_named=False, quotes=quotes)


def outlet_named(claim: Claim, story: Story) -> str | None:
    """Return the outlet that a claim names as its speaker ("Reuters reported"), or None."""
    name = story.actor[claim.speaker_id].name if claim.speaker_id else claim.source
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
    return sorted(independent.values(), key=lambda one: one.name)
