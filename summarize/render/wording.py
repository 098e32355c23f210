"""The few words that the renderers add of their own: numbers, counts, lists."""

import re
from collections.abc import Iterable, Sequence

from summarize.model import Bound

# Of the units that news measures in, those whose plural is not made with an s.
_PLURALS = {
    "foot": "feet",
    "inch": "inches",
    "century": "centuries",
    "percent": "percent",
    "horsepower": "horsepower",
    "ppm": "ppm",
}


def say_count(number: int, noun: str, plural: str = "") -> str:
    """Say a number of things: "1 article", "5 articles"; a `plural` without an s is given."""
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"


def say_numbered(noun: str, numbers: Sequence[int]) -> str:
    """Point at numbered things: "article 2", "articles 1, 2"."""
    joined = ", ".join(str(number) for number in numbers)
    return f"{noun} {joined}" if len(numbers) == 1 else f"{noun}s {joined}"


def say_value(low: float, high: float, unit: str, bound: Bound) -> str:
    """Say a figure's value with its bound and unit: "at least 1,000", "about 5 square miles"."""
    value = f"{low:,.15g}" if low == high else f"{low:,.15g}–{high:,.15g}"
    limit = "" if bound in ("exact", "range") else f"{bound} "
    if unit == "1":
        return limit + value
    return f"{limit}{value} {_say_unit(unit, is_one=low == high == 1)}"


def _say_unit(unit: str, is_one: bool) -> str:
    """Say a unit that pint can read as English writes it: "miles per hour"; codes stay."""
    counted, per, rest = (
        unit.replace("_", " ").replace(" * ", " ").replace(" / ", " per ").partition(" per ")
    )
    *before, last = counted.split(" ")
    if not is_one:
        is_word = last.islower() and not last.endswith(("s", "z"))
        last = _PLURALS.get(last, f"{last}s" if is_word else last)
    return " ".join([*before, last]) + per + rest


def has_same_words(text: str, others: Iterable[str]) -> bool:
    """Whether a text repeats one of the others, but for case and punctuation."""
    return _words(text) in {_words(other) for other in others}


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
