"""Whether two figures measure the same thing, or one a part of what the other does.

Where two words could mean two things the figures stay apart: a group says too little rather than
something wrong.
"""

from collections.abc import Iterator
from typing import Literal

from summarize.language.quantities.units import COUNT
from summarize.merge.measures import Measure
from summarize.model import Actor, PartialDate

Relation = Literal["same", "part", "whole"]
"""What the first of two figures is to the second."""

_SHARED_MATTER, _SHARED_PART = 2, 0.4
"""Content words, and their part of the shorter, that two sentences share when they count the same
and neither names a state: "two workers" here and "four workers" there are mostly others."""

_SHARED_MEASURED = 0.5
"""The same part for what is measured in a unit, of which a sentence may hold several."""

_CODE_LETTERS = 3

_SAME, _PART, _WHOLE, _OTHER = 0, -1, 1, None
_Side = int | None
"""One aspect of two figures: the same, the first a part, the second a part, or other things."""


def relate(one: Measure, other: Measure) -> Relation | None:
    """Return what the first figure measures beside the second, or None for other things."""
    if (one.unit, one.head) != (other.unit, other.head) or not one.head:
        return None
    sides = list(_sides(one, other))
    if _OTHER in sides or {_PART, _WHOLE} <= set(sides):
        return None
    if _PART not in sides and _WHOLE not in sides:
        return "same" if _are_of_one_matter(one, other) else None
    if not (one.fates and other.fates) and not _tell_the_same(one, other, _SHARED_PART):
        return None
    return "part" if _PART in sides else "whole"


def agree_in_substance(one: Measure, other: Measure) -> bool:
    """Say whether one value, given twice, is of one thing, whatever the outlets call its parts.

    Two sentences that share their words and their number differ in a name that one of them has.
    """
    return (
        bool(one.head)
        and (one.unit, one.head, one.fates) == (other.unit, other.head, other.fates)
        and not _exclude(one.event, other.event)
        and _tell_the_same(one, other, _SHARED_PART)
    )


def differ_in_nothing(one: Measure, other: Measure) -> bool:
    """Say whether nothing tells two figures apart and their sentences share words or names.

    That is enough where both give one value, if it is none that many things have.
    """
    if (one.unit, one.head) != (other.unit, other.head) or not one.head:
        return False
    shared = (one.matter | one.names) & (other.matter | other.names)
    return len(shared) >= _SHARED_MATTER and set(_sides(one, other)) == {_SAME}


def _sides(one: Measure, other: Measure) -> Iterator[_Side]:
    yield _SAME if one.is_many == other.is_many or not _is_money(one.unit) else _OTHER
    yield _compare_fates(one.fates, other.fates)
    yield _compare_owners(one, other)
    yield _compare_parts(one, other)
    yield _compare_places(one, other)
    yield _OTHER if _exclude(one.event, other.event) else _SAME


def _is_money(unit: str) -> bool:
    """Say whether a unit is a currency, by the form of its ISO 4217 code: "the prize", "prizes"."""
    return len(unit) == _CODE_LETTERS and unit.isupper()


def _compare_fates(one: frozenset[str], other: frozenset[str]) -> _Side:
    """The killed are a part of the killed and wounded, and none of those who were there."""
    if one == other:
        return _SAME
    if one and one < other:
        return _PART
    return _WHOLE if other and other < one else _OTHER


def _compare_owners(one: Measure, other: Measure) -> _Side:
    """Compare whose they are; where one phrase leaves it open, the text around may say it."""
    if one.whose and other.whose:
        return _SAME if one.whose & other.whose else _OTHER
    if one.whose:
        return _SAME if one.whose <= other.context else _PART
    if other.whose:
        return _SAME if other.whose <= one.context else _WHOLE
    return _SAME


def _compare_parts(one: Measure, other: Measure) -> _Side:
    """Compare what says which ones; the other's sentence may say it in another place."""
    ours = one.parts - other.parts - other.matter
    theirs = other.parts - one.parts - one.matter
    if ours and theirs:
        return _OTHER
    if ours:
        return _PART
    return _WHOLE if theirs else _SAME


def _compare_places(one: Measure, other: Measure) -> _Side:
    if one.is_whole != other.is_whole and (one.place or other.place):
        return _WHOLE if one.is_whole else _PART
    if one.place and other.place and not _may_be_one(one.place, other.place):
        return _OTHER
    return _SAME


def _may_be_one(one: Actor, other: Actor) -> bool:
    """Say whether two places may be one, by their names; a town may lie in any state."""
    if one.id == other.id or one.kind != other.kind:
        return True
    ours, theirs = (frozenset(actor.name.casefold().split()) for actor in (one, other))
    return ours <= theirs or theirs <= ours


def _exclude(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Say whether two dates cannot be one; "2025-04" holds "2025-04-21"."""
    if one is None or other is None:
        return False
    return not (one.startswith(other) or other.startswith(one))


def times_of(one: Measure, other: Measure) -> tuple[PartialDate, PartialDate] | None:
    """Return when each was counted, where both say so, or one does and the other dates the matter.

    "On Monday 12 people were killed" beside "by Tuesday 19" is a count of Monday.
    """
    ours = one.when or (one.event if other.when else None)
    theirs = other.when or (other.event if one.when else None)
    return (ours, theirs) if ours and theirs else None


def are_of_two_times(one: Measure, other: Measure) -> bool:
    """Say whether two counts say themselves that they are of different times."""
    times = times_of(one, other)
    return times is not None and _exclude(*times)


def _are_of_one_matter(one: Measure, other: Measure) -> bool:
    """Say whether two sentences speak of one matter: victims, a state's own, or the same words."""
    if one.unit != COUNT:
        return _tell_the_same(one, other, _SHARED_MEASURED)
    if one.fates or one.whose or other.whose:
        return True
    return _tell_the_same(one, other, _SHARED_PART)


def _tell_the_same(one: Measure, other: Measure, share: float) -> bool:
    shared = len(one.matter & other.matter)
    return shared >= max(_SHARED_MATTER, share * min(len(one.matter), len(other.matter)))
