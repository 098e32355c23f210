"""Values of one measure side by side: can they all hold, and if not, why not?"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from summarize.language.calendar import say_date
from summarize.language.quantities.reach import ROUNDING, can_both_hold
from summarize.merge.comparable import are_of_two_times, relate, times_of
from summarize.merge.given import Given
from summarize.merge.labels import inside
from summarize.model import FigureStatus, PartialDate

_ORDER: Sequence[FigureStatus] = ("agrees", "rounding", "scope", "superseded", "differs")
"""From what needs no word to what needs most; a group has the last that two of it have."""

_MOST_SHOWN = 4
"""Values that a reason names; more are a list."""
_MOST_COMPARED = 60
"""Values of a group that are compared two by two: the lowest, the highest and those between."""


class Judged(NamedTuple):
    """What is to be said of a group: its status, the reason, and what no longer counts."""

    status: FigureStatus
    why: str
    superseded: tuple[str, ...]


def judge_values(members: Sequence[Given]) -> Judged:
    """Say how the values of one measure stand to each other, in plain words with the values."""
    replaced = _find_replaced(members)
    gone = {old.figure.id for old, _ in replaced}
    live = [one for one in members if one.figure.id not in gone]
    status, pair = _worst(live)
    if replaced and _ORDER.index(status) < _ORDER.index("superseded"):
        status = "superseded"
    return Judged(
        status=status,
        why=_explain(status, live, pair, replaced),
        superseded=tuple(one.figure.id for one in members if one.figure.id in gone),
    )


def compare_values(one: Given, other: Given) -> FigureStatus:
    """Say how two values stand to each other, whoever gives them."""
    if one.value == other.value:
        return "agrees"
    if can_both_hold(one.figure, other.figure):
        return "rounding"
    relation = relate(one.measure, other.measure)
    if relation in ("part", "whole"):
        part, whole = (one, other) if relation == "part" else (other, one)
        return "scope" if part.figure.low <= whole.figure.high else "differs"
    return "scope" if are_of_two_times(one.measure, other.measure) else "differs"


def _worst(members: Sequence[Given]) -> tuple[FigureStatus, tuple[Given, Given] | None]:
    """Return the last status in order that two members have, and those two."""
    worst: FigureStatus = "agrees"
    shown = None
    for one, other in combinations(_unlike(_date_by_value(members)), 2):
        status = compare_values(one, other)
        if _ORDER.index(status) > _ORDER.index(worst):
            worst, shown = status, (one, other)
        if worst == "differs":
            break
    return worst, shown


def _date_by_value(members: Sequence[Given]) -> list[Given]:
    """Date a count that says no time like another of its value: it repeats that one."""
    known: dict[tuple[float, float], PartialDate] = {}
    for one in members:
        if told := one.measure.when or one.measure.event:
            known[one.value] = min(told, known.get(one.value, told))
    return [
        one
        if one.measure.when
        else replace(one, measure=replace(one.measure, when=known.get(one.value)))
        for one in members
    ]


def _unlike(members: Iterable[Given]) -> list[Given]:
    """Return one member of each kind, in order of value, and not too many."""
    unlike = {_kind_of(one): one for one in members}
    ordered = sorted(unlike.values(), key=lambda one: (one.value, one.figure.id))
    step = -(-len(ordered) // _MOST_COMPARED)
    return [*ordered[:-1:step], *ordered[-1:]]


def _kind_of(one: Given) -> tuple[object, ...]:
    """Return what decides how a figure stands to others, the words of its sentence aside."""
    measure = one.measure
    place = measure.place.id if measure.place else ""
    counted = measure.fates, measure.parts, measure.whose, place, measure.is_whole
    return one.value, one.figure.bound, counted, measure.when, measure.event


def _find_replaced(members: Sequence[Given]) -> list[tuple[Given, Given]]:
    """Return each figure that its own source gave otherwise later on, with the last of those."""
    by_source: dict[str, list[Given]] = defaultdict(list)
    for one in members:
        by_source[one.source].append(one)
    found = []
    for told in by_source.values():
        kinds = _of_a_kind(told)
        for alike in kinds:
            later = [new[0] for new in kinds if _is_replaced(alike[0], new[0])]
            if later:
                last = max(later, key=lambda one: (_last_day(one), one.figure.id))
                found += [(old, last) for old in alike]
    return found


def _of_a_kind(told: Sequence[Given]) -> list[list[Given]]:
    """Group what one source tells by all that decides which is the later."""
    kinds: dict[tuple[object, ...], list[Given]] = defaultdict(list)
    for one in told:
        kinds[one.value, one.measure.when, one.measure.event, one.published].append(one)
    return list(kinds.values())[:_MOST_COMPARED]


def _last_day(one: Given) -> str:
    return one.measure.when or one.published or ""


def _is_replaced(old: Given, new: Given) -> bool:
    times = when_told(old, new)
    if times is None or times[0] >= times[1] or times[1].startswith(times[0]):
        return False
    slack = ROUNDING * max(abs(old.figure.high), abs(new.figure.high))
    moved = max(abs(ours - theirs) for ours, theirs in zip(old.value, new.value, strict=True))
    return moved > slack and relate(old.measure, new.measure) == "same"


def when_told(one: Given, other: Given) -> tuple[PartialDate, PartialDate] | None:
    """Return the times of two counts: as both say, else the days of their articles."""
    if times := times_of(one.measure, other.measure):
        return times
    return (one.published, other.published) if one.published and other.published else None


def _explain(
    status: FigureStatus,
    live: Sequence[Given],
    pair: tuple[Given, Given] | None,
    replaced: Sequence[tuple[Given, Given]],
) -> str:
    if status == "superseded":
        return "; ".join(_explain_replaced(old, new) for old, new in replaced[:_MOST_SHOWN])
    if pair is None:
        return "one value" if len(live) == 1 else "all give the same value"
    if status == "differs":
        return f"{_list(live)} cannot all be right"
    if status == "rounding":
        return f"{_list(live)} differ by no more than their bounds allow"
    one, other = pair
    if relate(one.measure, other.measure) == "same":
        return f"{one.told()} and {other.told()} are counts of different times, so both may hold"
    return _explain_part(one, other)


def _explain_part(one: Given, other: Given) -> str:
    is_first = relate(one.measure, other.measure) == "part"
    part, whole = (one, other) if is_first else (other, one)
    place = part.measure.place
    if part.figure.what == whole.figure.what and place:
        counted, of = f"those in {place.name}", ""
    else:
        counted, of = part.figure.what, f", {whole.figure.what}"
    return f"{part.told()} counts {counted}, a part of {whole.told()}{of}: both may hold"


def _explain_replaced(old: Given, new: Given) -> str:
    times = [say_date(time) for time in when_told(old, new) or ()]
    told = [f"{inside(one.figure.phrase)} of {t}" for one, t in zip((old, new), times, strict=True)]
    return f"{', '.join(told)}, both by {new.name}: the later one counts"


def _list(members: Iterable[Given]) -> str:
    """Name each value once, by the first who gives it, in order of value."""
    by_value: dict[tuple[float, float], Given] = {}
    for one in sorted(members, key=lambda one: (one.value, one.figure.id)):
        by_value.setdefault(one.value, one)
    told = [one.told() for one in by_value.values()]
    if len(told) > _MOST_SHOWN:
        told = [*told[: _MOST_SHOWN - 1], f"{len(told) - _MOST_SHOWN + 1} values more"]
    return f"{', '.join(told[:-1])} and {told[-1]}" if len(told) > 1 else told[0]
