"""Cells that differ in writing and still say the same."""

from collections.abc import Sequence

from summarize.language.meaning.cells import Cell
from summarize.language.names.allegiance import fold_state
from summarize.language.names.states import capitals

_SHORT_VERBS = {"'s": ("is", "has", "us"), "'d": ("had", "would")}
_LINKS = frozenset("on of".split())
"""Prepositions that come and go before a day ("on Monday") and a month ("3rd of March")."""


def are_same(cells: Sequence[Cell], others: Sequence[Cell]) -> bool:
    """Say whether two runs of cells mean the same, cell by cell."""
    return len(cells) == len(others) and all(
        is_same(one, other) for one, other in zip(cells, others, strict=True)
    )


def is_same(one: Cell, other: Cell) -> bool:
    """Say whether two cells mean the same in any place."""
    if one.key == other.key:
        return True
    if other.key in _SHORT_VERBS.get(one.key, ()) or one.key in _SHORT_VERBS.get(other.key, ()):
        return True
    if one.lemma == other.lemma and {one.tag, other.tag} <= _REPORTING and one.lemma in _SAY:
        return True
    return _same_state(one, other)


_REPORTING = frozenset(("VBD", "VBZ", "VBP", "VBN"))
_SAY = frozenset("say tell".split())


def _same_state(one: Cell, other: Cell) -> bool:
    """Say whether one is the adjective of the other: "American" and "U.S."."""
    if one.text in capitals() or other.text in capitals():
        return False
    ours, theirs = state_of(one), state_of(other)
    return ours is not None and ours == theirs and one.tag[:2] == other.tag[:2]


def state_of(cell: Cell) -> str | None:
    """Return the state that a cell speaks of: by name, adjective, people or seat of government."""
    if cell.key.startswith("state:"):
        return cell.key.removeprefix("state:")
    if not cell.text[:1].isupper():
        return None
    state = fold_state(cell.text)
    return state if state != cell.text else None


def is_link(cells: Sequence[Cell], following: Cell | None) -> bool:
    """Say whether the cells are a preposition that a date does without."""
    return (
        len(cells) == 1
        and cells[0].key in _LINKS
        and following is not None
        and following.tag.startswith(("NNP", "CD"))
    )
