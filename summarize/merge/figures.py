"""Figures that measure the same thing, side by side: do they agree, and if not, how?"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from summarize.language.document import parse_statement
from summarize.language.names.allegiance import states_in
from summarize.language.quantities.fates import is_fate
from summarize.language.quantities.reach import can_both_hold
from summarize.language.synonyms import concept_of
from summarize.merge.comparable import (
    agree_in_substance,
    are_of_two_times,
    differ_in_nothing,
    relate,
)
from summarize.merge.given import Given, Givers
from summarize.merge.ids import id_of_group
from summarize.merge.measures import Measure
from summarize.merge.story import Story
from summarize.merge.values import judge_values
from summarize.model import Figure, FigureGroup

_VICTIMS = frozenset("kill wound casualty arrest displace miss evacuate rescue hospitalize".split())

_NEAR = 3.0
"""Factor within which two counts of the same noun can be two counts of one thing."""

_COMMON = 20
"""Up to here values are so common that two of them being equal says little."""

_MOST_COMPARED = 12
"""Members of a group with which a figure is compared; a thousand more would not differ."""
_MOST_NAMED = 50
"""Groups that one trait of a figure nominates, and groups that are compared with it."""

_CONTRAST = re.compile(
    r"(?i)\b(?:but|while|whereas|although|though|however|against|compared|contrary|rather)\b|;"
)
"""What sets two numbers of one sentence against each other; without it they are listed."""

_UNBASED = frozenset(("time",))
"""A multiple measures nothing without what it is a multiple of: "eight times closer"."""


@dataclass
class _Group:
    """Figures of one measure, while they are gathered; `telling` are those that say whose."""

    members: list[Given] = field(default_factory=list)
    telling: list[Given] = field(default_factory=list)

    def add(self, given: Given) -> None:
        self.members.append(given)
        if given.measure.whose:
            self.telling.append(given)

    def takes(self, given: Given) -> bool:
        """Say whether a figure measures what the group does; who says whose speaks for all."""
        spoken_for = (self.telling or self.members)[:_MOST_COMPARED]
        return all(is_one_measure(given, one) for one in spoken_for) and all(
            _are_rivals(given, one) for one in self.members[:_MOST_COMPARED]
        )


class _Index:
    """Groups by unit and noun, and under those by the traits that their members have."""

    def __init__(self) -> None:
        self.groups: list[_Group] = []
        self._by_trait: dict[tuple[str, ...], dict[int, None]] = defaultdict(dict)

    def place(self, given: Given) -> None:
        """Put a figure into the first group that takes it, the one with most in common first."""
        traits = [(given.measure.unit, given.measure.head, one) for one in _traits(given.measure)]
        named = Counter(
            number for trait in traits for number in list(self._by_trait[trait])[:_MOST_NAMED]
        )
        ordered = sorted(named, key=lambda number: (-named[number], number))[:_MOST_NAMED]
        home = next((one for one in ordered if self.groups[one].takes(given)), len(self.groups))
        if home == len(self.groups):
            self.groups.append(_Group())
        self.groups[home].add(given)
        for trait in traits:
            self._by_trait[trait][home] = None


def _traits(measure: Measure) -> Iterator[str]:
    """Yield what two figures of one measure have at least one of in common."""
    if measure.head:
        yield from (f"of {state}" for state in sorted(measure.whose | measure.context))
        yield from (f"fate {fate}" for fate in sorted(measure.fates))
        yield from sorted(measure.matter | measure.names)


def group_figures(story: Story) -> tuple[FigureGroup, ...]:
    """Return every figure of the story in exactly one group, in the order of the figures."""
    givers, index = Givers(story), _Index()
    for figure in story.figures:
        index.place(givers.give(figure))
    return tuple(_figure_group(group.members, story) for group in index.groups)


def counts_harm(figure: Figure) -> bool:
    """Say whether a figure counts people who were killed, wounded, arrested or driven out."""
    tokens = parse_statement(figure.what).tokens
    return any(concept_of(token.lemma.lower()) in _VICTIMS for token in tokens)


def is_one_measure(one: Given, other: Given) -> bool:
    """Say whether two figures give one measure, or a part and the whole of it."""
    if one.value == other.value and agree_in_substance(one.measure, other.measure):
        return True
    relation = relate(one.measure, other.measure)
    holds = can_both_hold(one.figure, other.figure)
    is_telling = holds and one.figure.high > _COMMON
    is_elsewhere = one.figure.article_id != other.figure.article_id
    if is_telling and is_elsewhere and differ_in_nothing(one.measure, other.measure):
        return True
    if relation == "same":
        is_based = one.measure.head not in _UNBASED
        return holds or (is_based and _are_near(one.figure, other.figure))
    if relation is None:
        return False
    part, whole = (one, other) if relation == "part" else (other, one)
    return holds or part.figure.low <= whole.figure.high


def _are_near(one: Figure, other: Figure) -> bool:
    low, high = sorted((one.high, other.high))
    return low == high or (low > 0 and high / low <= _NEAR)


def _are_rivals(one: Given, other: Given) -> bool:
    """Say whether two values can be two counts of one thing, and not two things of one source.

    Who gives two numbers in one article counts two things, unless at two times; numbers that one
    sentence lists are of as many things, unless it sets them against each other.
    """
    if one.figure.article_id != other.figure.article_id or one.value == other.value:
        return True
    if are_of_two_times(one.measure, other.measure):
        return one.source == other.source
    speakers = one.figure.speaker_id, other.figure.speaker_id
    if None in speakers or one.source == other.source:
        return False
    if one.figure.evidence[0] != other.figure.evidence[0]:
        return True
    return _are_set_against(one.figure, other.figure)


def _are_set_against(one: Figure, other: Figure) -> bool:
    quote = one.evidence[0].quote
    first, second = sorted((quote.find(one.phrase), quote.find(other.phrase)))
    return _CONTRAST.search(quote, max(0, first), max(0, second)) is not None


def _figure_group(members: Sequence[Given], story: Story) -> FigureGroup:
    figures = [one.figure for one in members]
    judged = judge_values(members)
    return FigureGroup(
        id=id_of_group("g", figures, story.article),
        what=_common_name([figure.what for figure in figures]),
        unit=figures[0].unit,
        low=min(figure.low for figure in figures),
        high=max(figure.high for figure in figures),
        status=judged.status,
        why=judged.why,
        figure_ids=tuple(figure.id for figure in figures),
        superseded_ids=judged.superseded,
    )


def _common_name(names: Sequence[str]) -> str:
    """Return the name that says whose it is and what became of it, is used most, and is short."""
    counted = Counter(names)
    return min(counted, key=lambda what: (*_untold(what), -counted[what], len(what), what))


def _untold(what: str) -> tuple[bool, bool]:
    return not states_in(what), not any(map(is_fate, what.split()))
