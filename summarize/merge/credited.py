"""One quotation that outlets put into the mouths of two people."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from summarize.language.names.aliases import is_named
from summarize.language.similarity import is_stop_word
from summarize.merge.positions import join_positions, own_position
from summarize.merge.story import Story
from summarize.model import Actor, Claim, ContestedPoint

_SHARED, _TELLING = 7, 3
"""Words in a row, and of them words with matter, by which two quotations are one: "we will do all
that we can" is said by many."""

_LONGEST = 16
"""Words of a quotation that a question repeats."""

_QUOTED = re.compile(r"“([^”]+)”?")

Words = tuple[str, ...]


def find_credited(story: Story) -> Iterator[ContestedPoint]:
    """Yield a point for each quotation that two articles give to two people.

    Each article names its speaker beside the words, so that no "he" is misread.
    """
    told: set[str] = set()
    for claims in _by_words(story).values():
        sides = _by_speaker(claims, story)
        ids = {claim.id for side in sides for claim in side}
        if len(sides) > 1 and told.isdisjoint(ids):
            told |= ids
            yield _point(sides)


def _by_words(story: Story) -> dict[Words, list[Claim]]:
    """Return the claims that quote the same words in a row, by these words."""
    found: dict[Words, list[Claim]] = defaultdict(list)
    for claim in story.claims:
        if claim.kind != "denial" and _names_speaker(claim, story):
            for shingle in dict.fromkeys(_shingles(claim)):
                found[shingle].append(claim)
    return found


def _shingles(claim: Claim) -> Iterator[Words]:
    for quoted in _QUOTED.findall(claim.text):
        words = re.findall(r"[\w’'-]+", quoted.lower())
        for start in range(len(words) - _SHARED + 1):
            shingle = tuple(words[start : start + _SHARED])
            if sum(not is_stop_word(word) for word in shingle) >= _TELLING:
                yield shingle


def _names_speaker(claim: Claim, story: Story) -> bool:
    speaker = story.actor[claim.speaker_id] if claim.speaker_id else None
    if speaker is None or speaker.kind != "person":
        return False
    return any(is_named(_surname(speaker), piece.quote) for piece in claim.evidence)


def _surname(actor: Actor) -> str:
    return actor.name.rsplit(maxsplit=1)[-1]


def _by_speaker(claims: Sequence[Claim], story: Story) -> list[list[Claim]]:
    """Return the claims of each speaker; none where an article names two of them, or gives both.

    "Lund, quoting Vale" is no dispute.
    """
    speakers = {_surname(story.actor[one.speaker_id or ""]): one.speaker_id for one in claims}
    articles: dict[str, set[str | None]] = defaultdict(set)
    for claim in claims:
        articles[claim.article_id].add(claim.speaker_id)
    if len(speakers) < 2 or any(len(ids) > 1 for ids in articles.values()):
        return []
    quotes = [piece.quote for claim in claims for piece in claim.evidence]
    if any(sum(is_named(name, quote) for name in speakers) > 1 for quote in quotes):
        return []
    return [[one for one in claims if one.speaker_id == id_] for id_ in speakers.values()]


def _point(sides: Sequence[Sequence[Claim]]) -> ContestedPoint:
    shortest = min((claim for side in sides for claim in side), key=lambda one: len(one.text))
    quoted = max(_QUOTED.findall(shortest.text), key=len).rstrip(".,!?").split()
    cut = " …" if len(quoted) > _LONGEST else ""
    return ContestedPoint(
        id=shortest.id,
        question=f"Who said “{' '.join(quoted[:_LONGEST])}{cut}”?",
        kind="attribution",
        between="outlets",
        positions=tuple(
            join_positions([own_position(one, "asserts") for one in side], ()) for side in sides
        ),
    )
