"""Which cells stand in one clause: the smallest part of a sentence that binds its words together.

A clause begins behind a mark that is no comma, at a word that opens one ("who", "because"), at a
comma with a joining word, and at an "and" before a verb. Lists keep together.
"""

from functools import lru_cache

from summarize.language.meaning.cells import Passage
from summarize.language.verb_forms import FINITE

_OPENERS = frozenset(
    "who whom whose which where when while after before because although though since until unless "
    "if whereas once as with but so amid despite following".split()
)
_JOINS = frozenset("and or nor".split())
_CUTS = frozenset(';:—–()"')


@lru_cache(maxsize=4_096)
def number_clauses(passage: Passage) -> tuple[int, ...]:
    """Return for each cell the number of its clause, from 0 on."""
    numbers: list[int] = []
    current = 0
    has_verb = False
    for i, cell in enumerate(passage.cells):
        if i and _opens(passage, i, has_verb=has_verb):
            current += 1
            has_verb = False
        has_verb = has_verb or cell.tag in FINITE
        numbers.append(current)
    return tuple(numbers)


def _opens(passage: Passage, i: int, *, has_verb: bool) -> bool:
    cell = passage.cells[i]
    if passage.opens_sentence(i) or _CUTS & set(cell.marks):
        return True
    if cell.key in _OPENERS:
        return not (cell.key in ("as", "with", "following") and not cell.marks)
    follows = passage.cells[i + 1] if i + 1 < len(passage.cells) else None
    if cell.key in _JOINS and follows is not None:
        return follows.tag in (*FINITE, "VBN") or (has_verb and _goes_on(passage, i))
    return "," in cell.marks and cell.tag in ("VBG", "VBN", *FINITE)


def _goes_on(passage: Passage, start: int) -> bool:
    """Say whether a finite verb follows before the next comma or joining word."""
    for cell in passage.cells[start + 1 : start + 9]:
        if "," in cell.marks or cell.key in _JOINS:
            return False
        if cell.tag in FINITE:
            return True
    return False
