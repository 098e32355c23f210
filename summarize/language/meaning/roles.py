"""Who does what to whom, as far as order and voice tell, compared between two wordings.

"Field beat Roe", "Roe was beaten by Field" and "Field, who beat Roe" have one doer and one done to;
a name in the other's place is another event. Other nouns are only held against a plain exchange.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarize.language.meaning.cells import Passage
from summarize.language.meaning.clauses import number_clauses
from summarize.language.meaning.matching import Match
from summarize.language.meaning.reasons import Problem
from summarize.language.verb_forms import BE

_RELATIVE = frozenset("who which whom".split())
_TIES = frozenset("in at of from near for to".split())
_REACH = 6
_TOGETHER = 4
"""Cells within which the evidence has the parts of one name, a title or a role between them."""


class Roles(NamedTuple):
    """The names, as runs of cells, that stand in the places of doer and done to of one verb."""

    doer: frozenset[str]
    done_to: frozenset[str]


def compare_roles(match: Match) -> Iterator[Problem]:
    """Yield the verbs whose doer or done to is another in the evidence, and names torn apart."""
    for i, places in match.partners.items():
        if not match.said.cells[i].tag.startswith("VB"):
            continue
        ours = roles_at(match.said, i)
        theirs = [roles_at(match.evidence, place) for place in places]
        if theirs and not _is_told(ours, theirs):
            words = " ".join(sorted(ours.doer | ours.done_to))
            yield Problem("name in another role", f"{words} {match.said.cells[i].text}")
    yield from _compare_sides(match)
    yield from _compare_names(match)
    yield from _compare_places(match)


def _compare_sides(match: Match) -> Iterator[Problem]:
    """Yield the verbs round which two nouns changed places: the hunter and the hunted."""
    for i, places in match.partners.items():
        verbs = [place for place in places if match.evidence.cells[place].tag.startswith("VB")]
        if not verbs or not match.said.cells[i].tag.startswith("VB"):
            continue
        ours = _sides(match.said, i)
        if all(_are_turned(match, ours, _sides(match.evidence, verb)) for verb in verbs):
            yield Problem("name in another role", match.said.cells[i].text)


def _sides(passage: Passage, verb: int) -> tuple[set[int], set[int]]:
    """Return the nouns of the clause of a verb that may be its doer, and its done to."""
    clauses = number_clauses(passage)
    near = range(max(0, verb - _REACH), min(len(passage.cells), verb + _REACH + 1))
    nouns = [k for k in near if clauses[k] == clauses[verb] and _is_noun(passage, k)]
    before, behind = {k for k in nouns if k < verb}, {k for k in nouns if k > verb}
    if not is_passive(passage, verb):
        return before, behind
    by = next((k for k in near if k > verb and passage.cells[k].key == "by"), len(passage.cells))
    return {k for k in behind if k > by}, before


def _is_noun(passage: Passage, k: int) -> bool:
    return passage.cells[k].tag.startswith("NN")


def _are_turned(
    match: Match, ours: tuple[set[int], set[int]], theirs: tuple[set[int], set[int]]
) -> bool:
    def crosses(side: int) -> bool:
        there, here = theirs[1 - side], theirs[side]
        reached = (set(match.partners.get(k, ())) for k in ours[side])
        return any(places & there and not places & here for places in reached)

    return crosses(0) and crosses(1)


def _is_told(ours: Roles, theirs: Sequence[Roles]) -> bool:
    """Say whether one event of the evidence has these roles; what it leaves open is no other's."""
    for one in theirs:
        others = [other for other in theirs if other != one]
        if _fits(ours.doer, one.doer, [other.doer for other in others]) and _fits(
            ours.done_to, one.done_to, [other.done_to for other in others]
        ):
            is_turned = ours.doer & one.done_to or ours.done_to & one.doer
            if not is_turned:
                return True
    return False


def _fits(ours: frozenset[str], theirs: frozenset[str], others: Sequence[frozenset[str]]) -> bool:
    if not ours:
        return True
    if theirs:
        return bool(ours & theirs)
    return not any(ours & other for other in others)


def _compare_names(match: Match) -> Iterator[Problem]:
    """Yield names of several words that the evidence has in pieces only."""
    cells = match.said.cells
    for i in range(len(cells) - 1):
        if not (cells[i].is_name and cells[i + 1].is_name) or cells[i + 1].marks.strip("."):
            continue
        ours, theirs = match.partners.get(i, ()), match.partners.get(i + 1, ())
        if ours and theirs and not any(abs(a - b) <= _TOGETHER for a in ours for b in theirs):
            yield Problem("name in another role", match.said.words(i, i + 2))


def _compare_places(match: Match) -> Iterator[Problem]:
    """Yield names that a preposition ties to another noun than in the evidence."""
    cells, clauses = match.said.cells, number_clauses(match.evidence)
    for i in range(1, len(cells) - 1):
        if cells[i].key not in _TIES or not cells[i + 1].is_name or cells[i + 1].marks:
            continue
        nouns, names = match.partners.get(i - 1, ()), match.partners.get(i + 1, ())
        if not nouns or not names or not cells[i - 1].tag.startswith("NN"):
            continue
        tied = any(clauses[a] == clauses[b] or abs(a - b) <= _REACH for a in nouns for b in names)
        if not tied:
            yield Problem("name in another role", match.said.words(i - 1, i + 2))


def roles_at(passage: Passage, verb: int) -> Roles:
    """Return the names before and behind the verb at `verb`, as doer and done to."""
    if not passage.cells[verb].tag.startswith("VB"):
        return Roles(frozenset(), _name_of(passage, verb))
    before, behind = _name_before(passage, verb), _name_behind(passage, verb)
    if not is_passive(passage, verb):
        return Roles(before, behind)
    agent = _agent(passage, verb)
    return Roles(agent, before)


def is_passive(passage: Passage, verb: int) -> bool:
    """Say whether the verb at `verb` is a participle behind a form of "be"."""
    before = passage.cells[max(0, verb - 3) : verb]
    return passage.cells[verb].tag == "VBN" and any(cell.text.lower() in BE for cell in before)


def _name_before(passage: Passage, verb: int) -> frozenset[str]:
    """Return the nearest name before a verb in its clause, or the one that "who" stands for."""
    clauses = number_clauses(passage)
    k = verb - 1
    while k >= 0 and clauses[k] == clauses[verb]:
        cell = passage.cells[k]
        if cell.is_name and not _follows_preposition(passage, k):
            return _run(passage, k)
        if cell.key in _RELATIVE and k:
            return _run(passage, k - 1) if passage.cells[k - 1].is_name else frozenset()
        k -= 1
    return frozenset()


def _follows_preposition(passage: Passage, k: int) -> bool:
    """Say whether the name that ends at `k` stands behind "of", "in" and the like, not "with"."""
    while k > 0 and passage.cells[k - 1].is_name and not passage.cells[k].marks:
        k -= 1
    return k > 0 and passage.cells[k - 1].tag in ("IN", "TO") and passage.cells[k - 1].key != "with"


def _name_behind(passage: Passage, verb: int) -> frozenset[str]:
    clauses = number_clauses(passage)
    for k in range(verb + 1, min(len(passage.cells), verb + _REACH)):
        cell = passage.cells[k]
        if clauses[k] != clauses[verb] or cell.tag in ("IN", "TO") or cell.tag.startswith("VB"):
            return frozenset()
        if cell.is_name:
            return _run(passage, k)
    return frozenset()


def _name_of(passage: Passage, noun: int) -> frozenset[str]:
    """Return the name behind "of" after a noun: whom "the arrest of Field" is done to."""
    if noun + 2 < len(passage.cells) and passage.cells[noun + 1].key == "of":
        return _run(passage, noun + 2) if passage.cells[noun + 2].is_name else frozenset()
    return frozenset()


def _agent(passage: Passage, verb: int) -> frozenset[str]:
    for k in range(verb + 1, min(len(passage.cells) - 1, verb + _REACH)):
        if passage.cells[k].key == "by":
            return _run(passage, k + 1) if passage.cells[k + 1].is_name else frozenset()
    return frozenset()


def _run(passage: Passage, k: int) -> frozenset[str]:
    """Return the words of the name that the cell at `k` is part of."""
    first = last = k
    while first > 0 and passage.cells[first - 1].is_name and not passage.cells[first].marks:
        first -= 1
    while (
        last + 1 < len(passage.cells)
        and passage.cells[last + 1].is_name
        and not passage.cells[last + 1].marks
    ):
        last += 1
    return frozenset(cell.key for cell in passage.cells[first : last + 1])
