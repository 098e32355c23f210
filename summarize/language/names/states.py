"""The states of the world: names, adjectives, peoples, seats of government.

One row a state in `data/states.tsv`; the adjective of a name in use ("Russian") and the people
("Russians") both speak of the state, a capital does so where it stands for its government.
"""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class State:
    """A state under its short English name."""

    name: str
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    other_names: tuple[str, ...]


@lru_cache(maxsize=1)
def states() -> tuple[State, ...]:
    """Return every state of the table, in the order of its names."""
    rows = read_table("states.tsv")
    return tuple(State(row[0], *(_listed(cell) for cell in row[1:])) for row in rows)


@lru_cache(maxsize=1)
def capitals() -> dict[str, str]:
    """Return the state of each seat of government."""
    return {capital: state.name for state in states() for capital in state.capitals}


@lru_cache(maxsize=1)
def adjectives() -> dict[str, str]:
    """Return the state of each adjective and people: Danish, Danes."""
    return {word: state.name for state in states() for word in (*state.people, *state.adjectives)}


def read_table(name: str) -> list[list[str]]:
    """Return the cells of a tab-separated file of `data/`, comments left out."""
    text = (files("summarize.language") / "data" / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and line[0] != "#"]


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(word for word in cell.split(",") if word)
