"""The values that a number allows, given how it is bounded, and whether two numbers share one."""

import math
from typing import NamedTuple, Protocol

from summarize.model import Bound

ROUNDING = 0.05
"""Relative width of "about": 1,287 is "about 1,300", 1,200 is not."""

STRETCH = 2.0
"""How many times its bound a newsroom's "at least" still tells; "at least 40" is never 400."""

_UPWARD = frozenset(("at least", "more than"))
_DOWNWARD = frozenset(("at most", "less than"))


class Bounded(Protocol):
    """Whatever gives a number with its bound: a quantity, a figure, a number of a sentence."""

    @property
    def low(self) -> float:
        """The least of the value given."""

    @property
    def high(self) -> float:
        """The most of the value given."""

    @property
    def bound(self) -> Bound:
        """How exact it claims to be."""


class Reach(NamedTuple):
    """The values from `low` to `high`; an open end is not one of them."""

    low: float
    high: float
    is_low_open: bool = False
    is_high_open: bool = False

    def meets(self, other: "Reach") -> bool:
        """Say whether a value lies in both."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        if low != high:
            return low < high
        at_low = any(one.is_low_open and one.low == low for one in (self, other))
        return not at_low and not any(
            one.is_high_open and one.high == high for one in (self, other)
        )


def reach_of(number: Bounded) -> Reach:
    """Return what the words allow to the letter: "more than 40" has no end, and not 40 itself."""
    match number.bound:
        case "about":
            slack = ROUNDING * abs(number.high)
            return Reach(number.low - slack, number.high + slack)
        case "at least":
            return Reach(number.low, math.inf)
        case "more than":
            return Reach(number.high, math.inf, is_low_open=True)
        case "at most":
            return Reach(-math.inf, number.high)
        case "less than":
            return Reach(-math.inf, number.low, is_high_open=True)
    return Reach(number.low, number.high)


def usual_reach_of(number: Bounded) -> Reach:
    """Return what a newsroom means: "more than 40" may be 40 rounded down, and is no 400."""
    if number.bound in _UPWARD:
        return Reach(number.low, number.high * STRETCH)
    if number.bound in _DOWNWARD:
        return Reach(number.low / STRETCH, number.high)
    return reach_of(number)


def bounds_one_way(one: Bounded, other: Bounded) -> bool:
    """Say whether both numbers are bounded from below, or both from above."""
    bounds = {one.bound, other.bound}
    return bounds <= _UPWARD or bounds <= _DOWNWARD


def can_both_hold(one: Bounded, other: Bounded) -> bool:
    """Say whether two counts of one thing, as newsrooms give them, can both be right.

    Two of one bound are two counts: whoever could say "at least 70" does not say "at least 40".
    """
    if one.bound == other.bound and bounds_one_way(one, other):
        return abs(one.low - other.low) <= ROUNDING * max(one.high, other.high)
    return usual_reach_of(one).meets(usual_reach_of(other))


def is_borne_out(claim: Bounded, told: Bounded) -> bool:
    """Say whether `told` leaves room for `claim`, to the letter.

    Of two bounds one way `told` counts as its own: "more than 30" is not borne out by "over 20".
    """
    if bounds_one_way(claim, told):
        is_upward = claim.bound in _UPWARD
        return claim.low <= told.low if is_upward else claim.high >= told.high
    return reach_of(claim).meets(reach_of(told))
