"""Numbers with what they are given in: "48 hours" is two days, "a quarter" 25 percent.

A number may also stand for one that it rounds: "about 46,000" for 45,756, "over 45,000" too.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from summarize.language.meaning.cells import Cell, Passage
from summarize.language.quantities import Quantity, find_quantities
from summarize.language.quantities.units import PERIODS

_SCALES = {
    "unit:second": ("time", 1.0), "unit:minute": ("time", 60.0), "unit:hour": ("time", 3_600.0),
    "unit:day": ("time", 86_400.0), "unit:week": ("time", 604_800.0),
    "unit:fortnight": ("time", 1_209_600.0), "unit:month": ("months", 1.0),
    "unit:year": ("months", 12.0), "unit:decade": ("months", 120.0),
    "unit:century": ("months", 1_200.0), "unit:percent": ("", 0.01),
}  # fmt: skip
"""What a unit is counted in, so that amounts in two units can be equal; money is not converted."""
_ALONE = frozenset(("decade", "century", "fortnight"))
"""Periods that need no number: "a decade" is ten years."""
_ROUNDING = 0.1
"""How far, in parts of the exact number, a round one may lie from it."""
_YEARS = range(1800, 2101)


class Amount(NamedTuple):
    """A value in what its unit is counted in."""

    value: float
    kind: str


def unit_of(passage: Passage, place: int) -> str:
    """Return the unit of the number at `place`, also where an adjective stands between."""
    for cell in passage.cells[place + 1 : place + 3]:
        if cell.key.startswith("unit:"):
            return cell.key
        if cell.lemma in PERIODS:
            return f"unit:{cell.lemma}"
        if not cell.tag.startswith("JJ") or cell.key in ("next", "last", "same", "other"):
            break
    return ""


def amount_at(passage: Passage, place: int) -> Amount:
    """Return the amount that the number at `place` gives."""
    cell = passage.cells[place]
    if not cell.is_number:
        kind, scale = _SCALES[f"unit:{cell.lemma}"]
        return Amount(scale, kind)
    value, unit = float(cell.key[1:]), unit_of(passage, place)
    quantity = quantity_at(passage, place)
    if quantity is not None and quantity.is_age and not unit:
        unit = f"unit:{quantity.unit}"
    kind, scale = _SCALES.get(unit, (unit, 1.0))
    return Amount(value * scale, kind)


def quantity_at(passage: Passage, place: int) -> Quantity | None:
    """Return the figure that the number at `place` belongs to, if it measures something."""
    start = passage.cells[place].start
    return next((one for one in _quantities(passage) if one.start <= start < one.end), None)


@lru_cache(maxsize=4_096)
def _quantities(passage: Passage) -> tuple[Quantity, ...]:
    return find_quantities(passage.document)


def bounds_of(passage: Passage) -> frozenset[Cell]:
    """Return the cells that belong to the wording of a figure: "more than", "or more", "only"."""
    return frozenset(
        cell
        for cell in passage.cells
        if any(one.start <= cell.start < one.end for one in _quantities(passage))
    )


def same_amounts(said: Passage, i: int, evidence: Passage) -> Iterator[int]:
    """Yield where the evidence has the statement's amount at `i`, or one that it rounds."""
    ours, key = amount_at(said, i), said.cells[i].key
    numbers = [
        place for place, cell in enumerate(evidence.cells) if cell.is_number or cell.lemma in _ALONE
    ]
    exact = [
        place
        for place in numbers
        if evidence.cells[place].key == key or _are_equal(ours, amount_at(evidence, place))
    ]
    yield from exact or [place for place in numbers if _rounds(said, i, evidence, place)]


def is_same_amount(said: Passage, i: int, evidence: Passage, place: int) -> bool:
    """Say whether the evidence's number at `place` is the statement's at `i`, its unit included."""
    ours, theirs = amount_at(said, i), amount_at(evidence, place)
    is_age = "" in (ours.kind, theirs.kind) and any(
        one is not None and one.is_age
        for one in (quantity_at(said, i), quantity_at(evidence, place))
    )
    is_bare_age = is_age and said.cells[i].key == evidence.cells[place].key
    return is_bare_age or _are_equal(ours, theirs) or _rounds(said, i, evidence, place)


def _are_equal(one: Amount, other: Amount) -> bool:
    return one.kind == other.kind and abs(one.value - other.value) <= 1e-9 * abs(other.value)


def _rounds(said: Passage, i: int, evidence: Passage, place: int) -> bool:
    """Say whether a number with "about" or a bound is a round one for an exact number."""
    ours, theirs = quantity_at(said, i), quantity_at(evidence, place)
    if ours is None or (theirs is not None and theirs.bound != "exact"):
        return False
    one, other = amount_at(said, i), amount_at(evidence, place)
    if one.kind != other.kind or is_date(evidence, place) or other.value == 0:
        return False
    off = (other.value - one.value) / other.value
    if ours.bound in ("more than", "at least"):
        return 0 <= off <= _ROUNDING
    if ours.bound in ("less than", "at most"):
        return -_ROUNDING <= off <= 0
    return ours.bound == "about" and abs(off) <= _ROUNDING


def is_date(passage: Passage, place: int) -> bool:
    """Say whether a number is a day of a month or a year, and counts nothing."""
    cells = passage.cells
    beside = cells[max(0, place - 1) : place] + cells[place + 1 : place + 2]
    if any(cell.is_month for cell in beside):
        return True
    cell = cells[place]
    is_year = cell.text.isdigit() and len(cell.text) == 4 and int(cell.text) in _YEARS
    return is_year and not unit_of(passage, place)
