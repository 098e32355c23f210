"""Which of two matters came first, was the cause, or is the greater, compared between wordings.

A word such as "after", "because" or "than" parts a sentence in two. The parts of a statement must
stand to each other as the parts of the evidence that they restate do.
"""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from summarize.language.meaning.cells import Cell, Passage
from summarize.language.meaning.clauses import number_clauses
from summarize.language.meaning.matching import Match
from summarize.language.meaning.reasons import Problem
from summarize.language.quantities.units import PERIODS

_Relation = Literal["time", "cause", "comparison"]

_FIRST_FOLLOWS = {
    "time": frozenset("after following since once upon".split()),
    "cause": frozenset("because due owing thanks".split()),
    "comparison": frozenset[str](),
}
"""Behind these stands what came first, or the cause."""
_FIRST_PRECEDES = {
    "time": frozenset("before until prior later".split()),
    "cause": frozenset(
        "lead cause result prompt trigger spark therefore hence thus consequently".split()
    ),
    "comparison": frozenset(("than",)),
}
"""Before these stands what came first, the cause, or what is compared."""
_SMALLER = frozenset(
    "less fewer lower smaller weaker lighter slower shorter younger cheaper poorer worse".split()
)
_LINK = frozenset("of to that this in".split())


class _Sides(NamedTuple):
    """The cells of the two parts: what came first, and the other."""

    first: frozenset[int]
    second: frozenset[int]


def compare_sequence(match: Match) -> Iterator[Problem]:
    """Yield the words of a statement that relate its matters otherwise than the evidence does.

    A relation that the evidence does not tell is refused; one that cannot be followed too.
    """
    theirs = list(_relations(match.evidence))
    for index, relation, ours in _relations(match.said):
        alike = [sides for _, other, sides in theirs if other == relation]
        if not any(_agree(ours, sides, match) for sides in alike):
            yield Problem("order, cause or comparison changed", match.said.cells[index].text)


def _relations(passage: Passage) -> Iterator[tuple[int, _Relation, _Sides]]:
    for index, cell in enumerate(passage.cells):
        relation = _relation_of(passage.cells, index)
        if relation is None:
            continue
        inside, outside = _part(passage, index, relation)
        follows = bool({cell.key, cell.lemma} & _FIRST_FOLLOWS[relation])
        is_turned = index + 1 < len(passage.cells) and passage.cells[index + 1].key == "which"
        follows = follows != is_turned
        sides = _Sides(inside, outside) if follows else _Sides(outside, inside)
        if relation == "comparison" and _is_smaller(passage.cells, index):
            sides = _Sides(sides.second, sides.first)
        yield index, relation, sides


def _relation_of(cells: Sequence[Cell], index: int) -> _Relation | None:
    cell = cells[index]
    if index + 1 < len(cells) and _is_amount(cells, index + 1):
        return None
    if not _relates(cells, index):
        return None
    for relation in ("time", "cause", "comparison"):
        words = _FIRST_FOLLOWS[relation] | _FIRST_PRECEDES[relation]
        if cell.key in words or (relation == "cause" and cell.lemma in words):
            return relation
    return None


def _is_amount(cells: Sequence[Cell], index: int) -> bool:
    """Say whether a day or an amount follows: "more than 40", "since January" relate no matters."""
    cell, behind = cells[index], cells[index + 1] if index + 1 < len(cells) else None
    if cell.is_month or cell.is_day:
        return True
    if cell.key in ("last", "next", "this"):
        return behind is not None and _is_period(behind)
    if not cell.is_number:
        return False
    if behind is None or any(_is_period(one) for one in cells[index + 1 : index + 3]):
        return True
    return not behind.tag.startswith(("NN", "JJ"))


def _is_period(cell: Cell) -> bool:
    return cell.key.startswith("unit:") or cell.lemma in PERIODS


def _relates(cells: Sequence[Cell], index: int) -> bool:
    """Say whether a word of several senses relates two matters here."""
    cell, follows = cells[index], cells[index + 1] if index + 1 < len(cells) else None
    if cell.lemma == "lead":
        return follows is not None and follows.key == "to"
    if cell.lemma == "result":
        return cell.tag.startswith("VB") or (index > 0 and cells[index - 1].key == "as")
    if cell.key == "since" and follows is not None and follows.key == "then":
        return False
    if cell.key == "after" and index and cells[index - 1].lemma in ("look", "take", "name", "soon"):
        return False
    if cell.key == "until":
        return not any(other.key == "not" for other in cells[max(0, index - 6) : index])
    if cell.key == "later":
        return index > 0 and _is_period(cells[index - 1])
    if cell.key == "once":
        return index == 0 or "," in cell.marks or cell.sentence != cells[index - 1].sentence
    return cell.key != "due" or (follows is not None and follows.key == "to")


def _is_smaller(cells: Sequence[Cell], index: int) -> bool:
    return any(cell.key in _SMALLER for cell in cells[max(0, index - 8) : index])


def _part(
    passage: Passage, index: int, relation: _Relation
) -> tuple[frozenset[int], frozenset[int]]:
    """Part a sentence at a word: what follows it, up to a comma or its clause's end, and the rest.

    Where nothing follows but "that", the sentence before is meant ("Due to that, …").
    """
    number = passage.cells[index].sentence
    sentence = [k for k, cell in enumerate(passage.cells) if cell.sentence == number and k != index]
    clauses = number_clauses(passage)
    end = next(
        (
            k
            for k in sentence
            if k > index
            and (
                clauses[k] != clauses[index]
                if relation == "comparison"
                else set(",;:") & set(passage.cells[k].marks)
            )
        ),
        sentence[-1] + 1 if sentence else index + 1,
    )
    inside = frozenset(k for k in sentence if index < k < end)
    if all(passage.cells[k].key in _LINK for k in inside):
        before = [k for k, cell in enumerate(passage.cells) if cell.sentence == number - 1]
        return frozenset(before), frozenset(sentence)
    return inside, frozenset(sentence) - inside


def _agree(ours: _Sides, theirs: _Sides, match: Match) -> bool:
    """Say whether more of each side stands on the same side of the evidence than on the other."""
    straight = _shared(ours.first, theirs.first, match) + _shared(ours.second, theirs.second, match)
    crossed = _shared(ours.first, theirs.second, match) + _shared(ours.second, theirs.first, match)
    return straight > crossed


def _shared(said: frozenset[int], evidence: frozenset[int], match: Match) -> int:
    return sum(any(place in evidence for place in match.partners.get(i, ())) for i in said)
