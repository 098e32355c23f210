"""Two wordings side by side: which cells they share in order, and what is left on either side."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, lru_cache

from summarize.language.meaning.cells import Cell, Passage

_FARTHEST_SLIDE = 8


@dataclass(frozen=True, slots=True)
class Edit:
    """Cells `start:end` of the evidence against cells `said_start:said_end` of the statement.

    One of the two ranges may be empty: words that were dropped, or added.
    """

    start: int
    end: int
    said_start: int
    said_end: int


@dataclass(frozen=True, eq=False)
class Alignment:
    """A statement laid along its evidence; `pairs` are the indexes of equal cells, in order."""

    evidence: Passage
    statement: Passage
    pairs: tuple[tuple[int, int], ...]
    edits: tuple[Edit, ...]

    @property
    def share(self) -> float:
        """The part of the statement's cells that has a counterpart, 0 to 1."""
        return len(self.pairs) / max(1, len(self.statement.cells))

    @cached_property
    def kept(self) -> frozenset[int]:
        """The indexes of the evidence's cells that the statement has."""
        return frozenset(place for place, _ in self.pairs)

    def dropped(self, edit: Edit) -> Sequence[Cell]:
        """Return the evidence's side of an edit."""
        return self.evidence.cells[edit.start : edit.end]

    def added(self, edit: Edit) -> Sequence[Cell]:
        """Return the statement's side of an edit."""
        return self.statement.cells[edit.said_start : edit.said_end]


def _slide(evidence: Passage, start: int, end: int) -> int:
    """Return how far to move dropped cells to the front so that they begin where a sentence does.

    "It was cold. It rained" without "was cold. It" has lost "It was cold." as well.
    """
    keys = evidence.keys
    for back in range(min(start, _FARTHEST_SLIDE)):
        if evidence.opens_sentence(start - back):
            return back
        if keys[start - back - 1] != keys[end - back - 1]:
            return 0
    return 0


@lru_cache(maxsize=1_024)
def align(evidence: Passage, statement: Passage) -> Alignment:
    """Lay `statement` along `evidence`."""
    matcher = SequenceMatcher(None, evidence.keys, statement.keys, autojunk=False)
    pairs: list[tuple[int, int]] = []
    edits: list[Edit] = []
    last = last_said = 0
    for place, said, size in matcher.get_matching_blocks():
        back = _slide(evidence, last, place) if said == last_said and last < place else 0
        for i in range(1, back + 1):
            pairs[-i] = place - i, pairs[-i][1]
        if back:
            edits.append(Edit(last - back, place - back, said - back, said - back))
        elif place > last or said > last_said:
            edits.append(Edit(last, place, last_said, said))
        pairs += [(place + i, said + i) for i in range(size)]
        last, last_said = place + size, said + size
    return Alignment(evidence, statement, tuple(pairs), tuple(edits))
