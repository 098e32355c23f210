"""What a number counts and which names go with it, compared between two wordings."""

from collections.abc import Iterator, Sequence

from summarize.language.meaning.amounts import amount_at, is_date, is_same_amount, quantity_at
from summarize.language.meaning.cells import Cell, Passage
from summarize.language.meaning.clauses import number_clauses
from summarize.language.meaning.matching import Match
from summarize.language.meaning.reasons import Problem
from summarize.language.quantities.bounds import bound_before
from summarize.model import Bound

_MAY_SAY: dict[Bound, tuple[Bound, ...]] = {
    "exact": ("exact",),
    "about": ("exact", "about", "range"),
    "at least": ("at least", "more than", "exact"),
    "more than": ("more than", "exact"),
    "at most": ("at most", "less than", "exact"),
    "less than": ("less than", "exact"),
    "range": ("range",),
}
"""With which bounds in the evidence a statement may give its number one."""


def compare_numbers(match: Match) -> Iterator[Problem]:
    """Yield the numbers of a statement that its evidence gives otherwise, or to something else."""
    for i, places in match.partners.items():
        cell = match.said.cells[i]
        if not cell.is_number:
            continue
        alike = [one for one in places if is_same_amount(match.said, i, match.evidence, one)]
        if not places:
            yield Problem("number not in evidence", cell.text)
        elif not alike:
            yield Problem("bound or unit changed", cell.text)
        elif is_date(match.said, i):
            yield from _compare_dates(match, i, alike)
        else:
            yield from _compare_bounds(match, i, alike)
            yield from _compare_company(match, i, alike)


def _compare_dates(match: Match, i: int, places: Sequence[int]) -> Iterator[Problem]:
    """Yield a day that stands with another month than in the evidence."""
    month = _month_beside(match.said, i)
    if month and all(_month_beside(match.evidence, place) not in (month, "") for place in places):
        yield Problem("date not in evidence", match.said.cells[i].text)


def _month_beside(passage: Passage, place: int) -> str:
    beside = passage.cells[max(0, place - 1) : place] + passage.cells[place + 1 : place + 2]
    return next((cell.key for cell in beside if cell.is_month), "")


def _compare_bounds(match: Match, i: int, places: Sequence[int]) -> Iterator[Problem]:
    said = _bound_at(match.said, i)
    given = [_bound_at(match.evidence, place) for place in places]
    if not any(bound in _MAY_SAY[said] for bound in given):
        yield Problem("bound or unit changed", match.said.cells[i].text)


def _bound_at(passage: Passage, place: int) -> Bound:
    """Return the bound of a number; the ends of "rose from 9 to 10" are no range."""
    before = passage.keys[max(0, place - 4) : place]
    if before[-1:] == ["from"] or (before[-1:] == ["to"] and "from" in before):
        return "exact"
    quantity = quantity_at(passage, place)
    if quantity is not None:
        return quantity.bound
    if (
        not passage.cells[place].is_number
        and "the" in passage.document.text[: passage.cells[place].start].split()[-1:]
    ):
        return "exact"  # "over the decade" is no more than one
    return bound_before(passage.document.text, passage.cells[place].start).bound


def _compare_company(match: Match, i: int, places: Sequence[int]) -> Iterator[Problem]:
    """Yield a number that stands with other names, numbers or things than in the evidence."""
    if _is_moved(match, i, places) or not _counts_same(match, i, places):
        yield Problem("number of something else", match.said.cells[i].text)


def _is_moved(match: Match, i: int, places: Sequence[int]) -> bool:
    """Say whether what stands in one clause with the number goes with a like number elsewhere."""
    clauses, theirs = number_clauses(match.said), number_clauses(match.evidence)
    homes = {theirs[place] for place in places}
    homes |= {home - 1 for home in homes if _leans(match.evidence, theirs.index(home))}
    kind = amount_at(match.evidence, places[0]).kind
    for j, others in match.partners.items():
        if j == i or clauses[j] != clauses[i] or not others or not _is_anchor(match.said, j):
            continue
        if _is_parted(match.said, i, j):
            continue
        standing = {theirs[place] for place in others}
        rivals = {
            theirs[place]
            for place, cell in enumerate(match.evidence.cells)
            if cell.is_number
            and place not in (*places, *others)
            and not is_date(match.evidence, place)
            and amount_at(match.evidence, place).kind == kind
        }
        if not standing & homes and standing & rivals:
            return True
    return False


def _is_parted(passage: Passage, i: int, j: int) -> bool:
    """Say whether a number of the same kind stands between a number and a word."""
    kind = amount_at(passage, i).kind
    return any(
        passage.cells[k].is_number
        and not is_date(passage, k)
        and amount_at(passage, k).kind == kind
        for k in range(min(i, j) + 1, max(i, j))
    )


def _leans(passage: Passage, first: int) -> bool:
    """Say whether the clause that begins at `first` has its subject in the one before."""
    return passage.cells[first].tag == "VBG" or passage.cells[first].key in ("which", "who", "and")


def _is_anchor(passage: Passage, j: int) -> bool:
    cell = passage.cells[j]
    if cell.is_month or cell.is_day:
        return False
    return (cell.is_number and not is_date(passage, j)) or _is_proper(cell)


def _is_proper(cell: Cell) -> bool:
    return cell.is_name and len(cell.key) > 2


_NEAR = 7
"""Cells from a number within which what it counts is named."""


def _counts_same(match: Match, i: int, places: Sequence[int]) -> bool:
    """Say whether what the number counts here is named near it in the evidence."""
    thing = _thing(match.said, i)
    if thing is None:
        return True
    partners = match.partners.get(thing, ())
    if not partners:
        return amount_at(match.said, i).kind != "" or not _is_bound_elsewhere(match, places)
    return any(abs(partner - place) <= _NEAR for partner in partners for place in places)


def _is_bound_elsewhere(match: Match, places: Sequence[int]) -> bool:
    """Say whether the evidence's number counts a thing that the statement names apart from it."""
    return any(
        thing is not None and thing in match.reached
        for thing in (_thing(match.evidence, place) for place in places)
    )


def _thing(passage: Passage, place: int) -> int | None:
    """Return the head of the noun phrase that follows a number: "80 local people"."""
    head = None
    for k in range(place + 1, min(len(passage.cells), place + 5)):
        cell = passage.cells[k]
        if cell.key.startswith("unit:") or (cell.marks and head is not None):
            break
        if cell.tag.startswith("NN"):
            head = k
        elif head is not None or not cell.tag.startswith(("JJ", "VBN", "RB", "VBG")):
            break
    return head
