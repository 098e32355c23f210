"""Figures that were revised: the same measure by the same source with another value."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field

from summarize.diff.together import NEW, OLD, Together, side_of
from summarize.language.quantities.reach import can_both_hold
from summarize.merge.figures import group_figures
from summarize.model import Figure

Figures = Sequence[Figure]


@dataclass(frozen=True)
class Revision:
    """Figures of the older brief and those of the newer one that take their place.

    `is_replaced` is false where the newer brief still has the older value as well.
    """

    before: tuple[Figure, ...]
    after: tuple[Figure, ...]
    why: str
    is_replaced: bool = True


@dataclass
class _Ledger:
    """Which figures are settled: by an equal in the other brief, or by a revision."""

    settled: set[str] = field(default_factory=set)
    revisions: list[Revision] = field(default_factory=list)

    def open(self, figures: Figures) -> tuple[list[Figure], list[Figure]]:
        """Return the figures of each side that are not settled, the smallest first."""
        return _by_side(one for one in figures if one.id not in self.settled)

    def add(self, before: Figures, after: Figures, why: str, is_replaced: bool = True) -> None:
        """Note a revision, which settles what it names."""
        self.revisions.append(Revision(tuple(before), tuple(after), why, is_replaced))
        self.settled |= {one.id for one in (*before, *after)}


def find_revisions(both: Together) -> tuple[Revision, ...]:
    """Return what was revised, in the order of the newer brief's figures.

    Figures are held against each other in one sentence of two versions of an article, then in the
    groups into which the merge puts those that measure one thing. Turned round, what is replaced
    here replaces it there.
    """
    ledger = _Ledger()
    sentences = _grouped(both.story.figures, lambda figure: _sentence(figure, both))
    for group in sentences:
        _settle_equals(ledger, group)
    if not any(ledger.open(both.story.figures)):
        return ()
    by_id = both.story.figure
    measures = [[by_id[one] for one in group.figure_ids] for group in group_figures(both.story)]
    by_teller = [_grouped(one, lambda figure: _teller(figure, both)) for one in measures]
    tellers = [group for groups in by_teller for group in groups]
    for group in tellers:
        _settle_equals(ledger, group)
    for group in sentences:
        _pair(ledger, group, "the article gives another value in the same words")
    for group in tellers:
        _pair(ledger, group, "the same source gives another value")
    for group in tellers:
        _add_later_counts(ledger, group, both)
    for group in measures:
        _replace_all(ledger, group)
    places = {figure.id: place for place, figure in enumerate(both.story.figures)}
    return tuple(sorted(ledger.revisions, key=lambda one: places[one.after[0].id]))


def _grouped(figures: Figures, key_of: Callable[[Figure], Hashable]) -> list[list[Figure]]:
    groups: dict[Hashable, list[Figure]] = defaultdict(list)
    for figure in figures:
        groups[key_of(figure)].append(figure)
    return list(groups.values())


def _sentence(figure: Figure, both: Together) -> Hashable:
    """Return where a figure stands: its article in any version, its sentence without numbers."""
    quote = figure.evidence[0].quote.replace(figure.phrase, "§", 1)
    words = re.sub(r"\d[\d.,]*", "#", quote)
    return _version(figure, both), figure.unit, words


def _teller(figure: Figure, both: Together) -> Hashable:
    """Return who gives a figure: its speaker, else its article in any version."""
    return figure.speaker_id, "" if figure.speaker_id else _version(figure, both)


def _version(figure: Figure, both: Together) -> str:
    return both.newer.get(figure.article_id, figure.article_id)


def _value(figure: Figure) -> tuple[float, float, str, str]:
    return figure.low, figure.high, figure.bound, figure.unit


def _by_side(figures: Iterable[Figure]) -> tuple[list[Figure], list[Figure]]:
    ordered = sorted(figures, key=lambda one: (_value(one), one.article_id, one.evidence[0].start))
    ours = [one for one in ordered if side_of(one) == OLD]
    return ours, [one for one in ordered if side_of(one) == NEW]


def _settle_equals(ledger: _Ledger, group: Figures) -> None:
    """Settle the values that one source gives in both briefs."""
    ours, theirs = ledger.open(group)
    equal = {_value(one) for one in ours} & {_value(one) for one in theirs}
    ledger.settled |= {one.id for one in (*ours, *theirs) if _value(one) in equal}


def _pair(ledger: _Ledger, group: Figures, why: str) -> None:
    """Note the values that one source gives no more and those that it gives in their place."""
    for before, after in zip(*ledger.open(group), strict=False):
        ledger.add([before], [after], why)


def _add_later_counts(ledger: _Ledger, group: Figures, both: Together) -> None:
    """Note values that a named source adds, while an article that has its older one stays.

    A new article that is older than that one brings no later count.
    """
    before = [one for one in _by_side(group)[0] if one.speaker_id]
    if not before:
        return
    latest = max(before, key=lambda one: _published(one, both, dt.date.min))
    for after in ledger.open(group)[1]:
        is_later = _published(after, both, dt.date.max) >= _published(latest, both, dt.date.min)
        if is_later and not any(can_both_hold(one, after) for one in before):
            ledger.add([latest], [after], "the same source gives another value", is_replaced=False)


def _published(figure: Figure, both: Together, undated: dt.date) -> dt.date:
    return both.story.article[figure.article_id].published or undated


def _replace_all(ledger: _Ledger, measure: Figures) -> None:
    """Note a measure of which no value is left, though each is given by somebody else."""
    ours, theirs = ledger.open(measure)
    is_whole = len(ours) + len(theirs) == len(measure)
    is_other = {_value(one) for one in ours}.isdisjoint(map(_value, theirs))
    if is_whole and ours and theirs and is_other:
        ledger.add(ours, theirs, "other sources give another value")
