"""What a dispute over a number is about, as a question, and between which values it lies."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from summarize.language.document import parse_statement
from summarize.language.quantities.fates import is_fate
from summarize.language.quantities.numbers import find_numbers
from summarize.language.quantities.phrases import is_plural
from summarize.language.quantities.units import COUNT
from summarize.language.standalone import lower_opening
from summarize.merge.forms import BETWEEN, EITHER
from summarize.merge.labels import inside
from summarize.model import ContestedPoint, FigureGroup

_FINITE = frozenset("died fled perished".split())
_HOW_MANY = re.compile(r"How many (?P<counted>.+)\?")
_NUMBER_OF = re.compile(r"What is the number of (?P<counted>.+)\?")
_FIGURE_FOR = re.compile(r"What is the figure for (?P<measured>.+)\?")


def ask_how_many(group: FigureGroup, quotes: Iterable[str]) -> str:
    """Return the question that the values of a group answer differently.

    "North Korean troops deployed" gives "How many North Korean troops were deployed?". `quotes`
    are the sentences of its figures, which show whether what is measured has an article.
    """
    tokens = parse_statement(group.what).tokens
    what = lower_opening(group.what, tokens)
    if group.unit != COUNT or not any(is_plural(token) for token in tokens):
        has_article = any(f"the {what}" in quote.replace("The ", "the ") for quote in quotes)
        return f"What is the figure for {'the ' if has_article else ''}{what}?"
    place = next((n for n, token in enumerate(tokens) if n and is_fate(token.low)), None)
    if place is None:
        return f"What is the number of {what}?"
    fate = tokens[place]
    who, what_became = what[: fate.start].strip(), what[fate.start :]
    if fate.low in _FINITE:
        return f"How many {who} {what_became}?"
    return f"How many {re.sub(' both$', '', who)} were {what_became}?"


class _End(NamedTuple):
    """A value, and how its source writes it."""

    value: float
    written: str


def tell_extent(point: ContestedPoint, values: str) -> str | None:
    """Return a sentence of the `values` of a point: "Between 11,000 and 14,000 troops were …".

    None where a position gives no number, or the question is another than the merge asks.
    """
    ends = [pair for one in point.positions if (pair := _ends_of(inside(one.statement)))]
    counted = _counted(point.question)
    if counted is None or len(ends) < len(point.positions):
        return None
    low = min((pair[0] for pair in ends), key=lambda end: end.value)
    high = max((pair[1] for pair in ends), key=lambda end: end.value)
    if high.value - low.value == 1 and low.value.is_integer():
        return EITHER.fill(extent=f"{low.written} or {high.written} {counted}", values=values)
    return BETWEEN.fill(extent=f"{low.written} and {high.written} {counted}", values=values)


def _counted(question: str) -> str | None:
    """Return what follows the values in a statement that answers `question`."""
    if match := _HOW_MANY.fullmatch(question):
        return match["counted"]
    if match := _NUMBER_OF.fullmatch(question):
        return f"{match['counted']} are reported"
    match = _FIGURE_FOR.fullmatch(question)
    return f"is given for {match['measured']}" if match else None


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
