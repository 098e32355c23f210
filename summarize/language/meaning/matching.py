"""Which words of a statement restate which words of its evidence, in whatever order they stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from summarize.language.meaning.amounts import same_amounts
from summarize.language.meaning.cells import Cell, Passage
from summarize.language.meaning.limits import limit_of
from summarize.language.meaning.sameness import is_same, state_of
from summarize.language.restatements import are_restatements
from summarize.language.similarity import is_stop_word

_LIGHT_VERBS = frozenset("be have do get make take go come put give keep see set use say".split())
_CONTENT = ("NN", "VB", "JJ", "RB", "CD", "FW")
_SHORTEST_STEM = 5


@dataclass(frozen=True)
class Match:
    """A statement held against its evidence word by word.

    `partners` gives for each content cell of the statement the cells of the evidence that it
    restates; one without any has an empty place.
    """

    said: Passage
    evidence: Passage
    partners: dict[int, tuple[int, ...]]

    @property
    def share(self) -> float:
        """The part of the statement's content that the evidence has, 0 to 1."""
        found = sum(bool(places) for places in self.partners.values())
        return found / max(1, len(self.partners))

    @cached_property
    def unmatched(self) -> tuple[Cell, ...]:
        """The content cells of the statement that the evidence has nothing for."""
        return tuple(self.said.cells[i] for i, places in self.partners.items() if not places)

    @cached_property
    def reached(self) -> frozenset[int]:
        """The cells of the evidence that something of the statement restates."""
        return frozenset(place for places in self.partners.values() for place in places)


def match(said: Passage, evidence: Passage) -> Match:
    """Find for each content word of `said` the words of `evidence` that it can restate."""
    forms = [_forms(evidence, place) for place in range(len(evidence.cells))]
    return Match(
        said,
        evidence,
        {i: tuple(_partners(said, i, evidence, forms)) for i in content_of(said)},
    )


def _partners(
    said: Passage, i: int, evidence: Passage, forms: Sequence[tuple[str, ...]]
) -> Iterator[int]:
    cell, ours = said.cells[i], _forms(said, i)
    if cell.is_number:
        yield from same_amounts(said, i, evidence)
        return
    same = [place for place, other in enumerate(evidence.cells) if is_same(cell, other)]
    if same or cell.key.startswith("unit:"):
        yield from same
        return
    for place, other in enumerate(evidence.cells):
        if cell.is_name and other.is_name:
            if _same_stem(cell.key, other.key) or state_of(cell) == state_of(other) is not None:
                yield place
        elif any(are_restatements(one, theirs) for one in ours for theirs in forms[place]):
            yield place


@lru_cache(maxsize=4_096)
def content_of(passage: Passage) -> tuple[int, ...]:
    """Return the indexes of the cells that carry matter: no function words, no light verbs."""
    return tuple(i for i, cell in enumerate(passage.cells) if _is_content(cell))


def _is_content(cell: Cell) -> bool:
    if cell.key.startswith(("unit:", "state:")):
        return True
    if cell.is_number:
        return cell.text.lower() not in ("one", "a", "an")
    low = cell.text.lower()
    if is_stop_word(low) or cell.lemma in _LIGHT_VERBS or limit_of(cell.key) in _OPERATORS:
        return False
    return cell.tag.startswith(_CONTENT)


_OPERATORS = ("negation", "condition", "exclusion", "modal", "bound", "cause", "degree")
"""Limits that are compared as such, and are no matter."""


def _forms(passage: Passage, place: int) -> tuple[str, ...]:
    """Return the words by which a cell may be found: alone, and with the particle behind it."""
    cell = passage.cells[place]
    if place + 1 < len(passage.cells):
        return cell.lemma, cell.key, f"{cell.lemma}_{passage.cells[place + 1].key}"
    return cell.lemma, cell.key


def _same_stem(one: str, other: str) -> bool:
    """Say whether two names begin alike: "Korea" and "Korean", "Tunisia" and "Tunisian"."""
    shorter = min(len(one), len(other))
    return (
        shorter >= _SHORTEST_STEM - 1 and one[: max(4, shorter - 1)] == other[: max(4, shorter - 1)]
    )
