"""Which of the voices that state one thing can be told apart: independence has to show.

The police that one outlet names and the authorities of another may be one desk sergeant. A voice
that may be another one adds no origin; it is named in the reason.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from summarize.merge.sides import PRIVATE
from summarize.merge.voices import Voice


class Independent(NamedTuple):
    """Voices that are not one another, and those that may be one of them."""

    voices: list[Voice]
    doubted: list[Voice]


def tell_apart(voices: Sequence[Voice]) -> Independent:
    """Return the independent ones of all who state one thing, named ones before others.

    Whoever is heard with the very words of another is that one, by the fullest name that anybody
    gives.
    """
    kept: list[Voice] = []
    doubted: list[Voice] = []
    for voice in _join_quoted(voices):
        may_be_known = any(_may_be(voice, other) for other in kept)
        (doubted if may_be_known else kept).append(voice)
    return Independent(sorted(kept, key=lambda one: one.name), doubted)


def _join_quoted(voices: Sequence[Voice]) -> list[Voice]:
    """Return each voice once, those that share a quotation as one; the best named come first."""
    counted = Counter(voice.key for voice in voices)
    ranked = sorted(
        voices,
        key=lambda one: (not one.is_named, one.kind == "unnamed", -counted[one.key], one.name),
    )
    heard: dict[tuple[str, ...], Voice] = {}
    joined: dict[str, Voice] = {}
    for voice in ranked:
        known = next((heard[one] for one in sorted(voice.quotes) if one in heard), voice)
        home = joined.setdefault(voice.key, joined.get(known.key, known))
        for one in voice.quotes:
            heard.setdefault(one, home)
    return list({home.key: home for home in joined.values()}.values())


def _may_be(voice: Voice, other: Voice) -> bool:
    """Say whether `voice`, the less well named, may be `other`, or speak for the same body.

    Documents are told apart by their words. A trade among the people ("two engineers", "farmers")
    is nobody's office; every other nameless body may be any office.
    """
    if voice.bodies and voice.bodies <= other.bodies:
        return True
    if voice.is_named or voice.kind == "document":
        return False
    if _words(voice) < _words(other):
        return True
    return not voice.bodies and not PRIVATE.search(voice.name)


def _words(voice: Voice) -> set[str]:
    return set(re.findall(r"\w+", voice.name.casefold()))
