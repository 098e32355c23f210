"""What a sentence says to the numbers of another: it bears them out, gives others, or neither.

Numbers are paired by kind, by what they count and by the words around them. The rule is shallow: it
sees that a number differs, and not that something else does.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Literal

from summarize.language.disagreement.days import DATE, DAY, without_year
from summarize.language.disagreement.told import SCORE, ToldNumber, read_told
from summarize.language.quantities.reach import is_borne_out

Verdict = Literal["contradict", "agree", "neutral"]

_SAME_HEAD, _NEAR_VALUE = 2, 2
"""What the same counted noun and a value near by weigh, in words that two numbers share."""
_NEAR = 0.8
"""Ratio from which two values are near: whoever restates a number, or corrects it, stays there."""
_PAIRED = 1
"""Weight from which two numbers are taken to be of one thing."""
_LONGEST_DAY = 31
"""Days of a date from which it is too wide to be a day of the year."""


def judge_numbers(claim: str, other: str) -> Verdict:
    """Say what the statement `other` says to the numbers of the statement `claim`.

    Counts of different times are no contradiction, whatever they are.
    """
    told = read_told(other)
    judged = [(number, _judge(number, told)) for number in read_told(claim)]
    counts = [verdict for number, verdict in judged if number.kind not in (DATE, DAY)]
    times = [verdict for number, verdict in judged if number.kind in (DATE, DAY)]
    if counts and "contradict" in times:
        return "neutral"
    if "contradict" in (counts or times):
        return "contradict"
    return "agree" if judged and all(verdict == "agree" for _, verdict in judged) else "neutral"


def contradict_each_other(one: str, other: str) -> bool:
    """Say whether one of two statements contradicts a number of the other."""
    return "contradict" in (judge_numbers(one, other), judge_numbers(other, one))


def _judge(number: ToldNumber, told: Iterable[ToldNumber]) -> Verdict:
    """Judge one number by its best pair; of equals one that bears it out."""
    pairs = [
        (_weigh(number, one), is_borne_out(ours, theirs))
        for one in told
        for ours, theirs in _made_alike(number, one)
    ]
    if not pairs:
        return "neutral"
    weight, is_right = max(pairs)
    if is_right:
        return "agree"
    return "contradict" if weight >= _PAIRED else "neutral"


def _made_alike(number: ToldNumber, one: ToldNumber) -> Iterator[Sequence[ToldNumber]]:
    """Yield both numbers where their kinds are one; a day without a year is one of any year."""
    if number.kind == one.kind:
        yield number, one
    elif {number.kind, one.kind} == {DATE, DAY} and _is_short(number) and _is_short(one):
        yield [
            replace(member, low=without_year(member.low), high=without_year(member.high))
            for member in (number, one)
        ]


def _is_short(date: ToldNumber) -> bool:
    return date.high - date.low < _LONGEST_DAY


def _weigh(number: ToldNumber, one: ToldNumber) -> int:
    """Return how much speaks for two numbers being of one thing."""
    weight = len(number.terms & one.terms)
    if number.head and number.head == one.head:
        weight += _SAME_HEAD
    if number.kind not in (DATE, DAY, SCORE) and _are_near(number.low, one.low):
        weight += _NEAR_VALUE
    return weight


def _are_near(one: float, other: float) -> bool:
    low, high = sorted((one, other))
    return low > 0 and low / high >= _NEAR
