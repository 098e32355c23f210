"""What a dispute over a number is about, as a question, and between which values it lies."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from summarize.language.document import Token, parse_statement
from summarize.language.quantities.fates import is_fate
from summarize.language.quantities.numbers import find_numbers
from summarize.language.quantities.phrases import is_plural
from summarize.language.quantities.units import COUNT
from summarize.model import ContestedPoint, FigureGroup

_FINITE = frozenset("died fled perished".split())
_HOW_MANY = re.compile(r"How many (?P<counted>.+?)(?P<is_bare> were there)?\?")
_FIGURE_FOR = re.compile(r"What is the figure for (?P<measured>.+)\?")


def ask_how_many(group: FigureGroup) -> str:
    """Return the question that the values of a group answer differently.

    "North Korean troops deployed" gives "How many North Korean troops were deployed?".
    """
    tokens = parse_statement(group.what).tokens
    if group.unit != COUNT or not any(is_plural(token) for token in tokens):
        return f"What is the figure for {_with_article(group.what, tokens)}?"
    place = next((n for n, token in enumerate(tokens) if n and is_fate(token.low)), None)
    if place is None:
        return f"How many {group.what} were there?"
    fate = tokens[place]
    who, what_became = group.what[: fate.start].strip(), group.what[fate.start :]
    if fate.low in _FINITE:
        return f"How many {who} {what_became}?"
    return f"How many {re.sub(' both$', '', who)} were {what_became}?"


def _with_article(what: str, tokens: Sequence[Token]) -> str:
    is_named = any(token.tag in ("POS", "PRP$") for token in tokens[:3])
    return what if is_named or tokens[0].tag == "DT" else f"the {what}"


class _End(NamedTuple):
    """A value, and how its source writes it."""

    value: float
    written: str


def say_extent(point: ContestedPoint) -> str | None:
    """Return what lies between the values of `point`: "11,000 and 14,000 troops were deployed".

    None where a position gives no number, or the question is another than the merge asks.
    """
    ends = [_ends_of(position.statement) for position in point.positions]
    if not all(ends):
        return None
    low = min(pair[0] for pair in ends if pair)
    high = max((pair[1] for pair in ends if pair), key=lambda end: end.value)
    between = f"{low.written} and {high.written}"
    if counted := _HOW_MANY.fullmatch(point.question):
        told = " are reported" if counted["is_bare"] else ""
        return f"{between} {counted['counted']}{told}"
    if measured := _FIGURE_FOR.fullmatch(point.question):
        return f"{between} is given for {measured['measured']}"
    return None


def _ends_of(phrase: str) -> tuple[_End, _End] | None:
    """Return the lowest and the highest value of a phrase, without what bounds them."""
    numbers = find_numbers(phrase)
    if not numbers:
        return None
    first, last = numbers[0], numbers[-1]
    unit = _unit_behind(phrase[last.end :])
    return (
        _End(first.value, _with_sign(phrase, first.start, first.end) + unit),
        _End(last.value, _with_sign(phrase, last.start, last.end) + unit),
    )


def _with_sign(phrase: str, start: int, end: int) -> str:
    """Return a number with the sign of its currency, which stands right before it: "$30"."""
    sign = re.search(r"(?:[A-Z]{0,3}[$€£¥₹]\s?)?\Z", phrase[:start])
    return phrase[sign.start() if sign else start : end]


def _unit_behind(rest: str) -> str:
    """Return the unit of a phrase, and nothing for "or more"."""
    return "" if re.match(r"\s?(?:or|and|plus|\+|-)", rest) else rest.rstrip()
