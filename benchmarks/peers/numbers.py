"""Judges of numbers: does a sentence contradict the numbers of a claim?

No package is known that does it without a large model; the peers are the rules that a day's work
would give.
"""

import re
from collections.abc import Callable, Sequence

from benchmarks.peers import Peer

NumberJudge = Callable[[str, str], str]
"""Returns contradict, agree or neutral for a claim and a sentence."""

_NUMBER = re.compile(r"(?<![\w.])\d+(?:,\d{3})*(?:\.\d+)?")
_BOUNDED = re.compile(
    r"(?i)\b(?:(?P<over>more than|over|above|after)|(?P<under>less than|fewer than|under|below|"
    rf"before))\s\D{{0,3}}(?P<number>{_NUMBER.pattern})"
)


def load_bounds_rule() -> NumberJudge:
    """Load the rule of numbers and bounds."""
    return judge_by_bounds


def judge_by_bounds(claim: str, other: str) -> str:
    """Contradict where a number of the claim, with its bound, fits no number of the other."""
    bounds = {
        match.start("number"): "over" if match["over"] else "under"
        for match in _BOUNDED.finditer(claim)
    }
    told = [_value(match) for match in _NUMBER.finditer(other)]
    claimed = [
        (_value(match), bounds.get(match.start(), "is")) for match in _NUMBER.finditer(claim)
    ]
    if not claimed or not told:
        return "neutral"
    fits = all(any(_fits(value, bound, one) for one in told) for value, bound in claimed)
    return "agree" if fits else "contradict"


def load_always() -> NumberJudge:
    """Load the rule that every number is contradicted."""
    return lambda _claim, _other: "contradict"


def _value(match: re.Match[str]) -> float:
    return float(match.group().replace(",", ""))


def _fits(value: float, bound: str, told: float) -> bool:
    """Say whether a number lies on its side of the bound, and not far off: by half at most."""
    if bound == "is":
        return told == value
    low, high = sorted((value, told))
    return high <= 1.5 * low and (told > value if bound == "over" else told < value)


PEERS: Sequence[Peer[NumberJudge]] = (
    Peer("bounds rule", None, load_bounds_rule),
    Peer("always contradict", None, load_always),
)
