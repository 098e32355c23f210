"""Dates of a sentence as days that can be compared, with what the word before makes of them."""

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from summarize.language.dates import DateMention, find_dates
from summarize.language.document import Document
from summarize.language.quantities.numbers import find_numbers
from summarize.model import Bound, PartialDate

DATE, DAY = "date", "day of a year"
_ANY_YEAR = 2000
"""The year of a day without one; it has a 29 February."""
_NEW_YEARS_EVE = dt.date(_ANY_YEAR, 12, 31)
"""Read on that day, every day of the year is past, so that "5 March" is of that year."""
_YEARS = range(1500, 2100)
_LED = re.compile(
    r"(?i)\b(?:(?P<before>before|prior\sto|earlier\sthan)|(?P<after>after|later\sthan|following))\s"
    r"(?:the\s|early\s|mid-?|late\s)*\Z"
)
_LONGEST_LEAD = 24


class Days(NamedTuple):
    """A time that a sentence names at `text[start:end]`, as ordinals of its days.

    `kind` is DATE, or DAY where the year is not told. `bound` is "less than" for "before", "more
    than" for "after".
    """

    kind: str
    first: int
    last: int
    bound: Bound
    start: int
    end: int


def read_days(document: Document) -> Iterator[Days]:
    """Yield the times that `document` names by number, "Monday" and "last year" left out."""
    taken: set[int] = set()
    for mention in find_dates(document, _NEW_YEARS_EVE):
        taken.update(range(mention.start, mention.end))
        if days := _read(document, mention):
            yield days
    for start, end, year in _bare_years(document.text):
        if taken.isdisjoint(range(start, end)):
            first, last = days_of(str(year))
            yield Days(DATE, first, last, _bound_before(document.text, start), start, end)


def days_of(date: PartialDate) -> tuple[int, int]:
    """Return the ordinals of the first and the last day of a date."""
    year, *finer = (int(part) for part in date.split("-"))
    months = (finer[0], finer[0]) if finer else (1, 12)
    last_day = calendar.monthrange(year, months[1])[1]
    days = (finer[1], finer[1]) if len(finer) > 1 else (1, last_day)
    return dt.date(year, months[0], days[0]).toordinal(), dt.date(
        year, months[1], days[1]
    ).toordinal()


def without_year(ordinal: float) -> int:
    """Return the same day of the year that stands for any."""
    return dt.date.fromordinal(int(ordinal)).replace(year=_ANY_YEAR).toordinal()


def _read(document: Document, mention: DateMention) -> Days | None:
    named = document.text[mention.start : mention.end]
    if mention.date is None or not any(char.isdigit() for char in named):
        return None
    is_day = mention.date.count("-") == 2
    if mention.is_relative and not is_day:
        return None
    first, last = days_of(mention.date)
    kind = DAY if mention.is_relative else DATE
    bound = _bound_before(document.text, mention.start)
    return Days(kind, first, last, bound, mention.start, mention.end)


def _bare_years(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield the four digits that can only be a year: "( 1988 )", "the 1994 final"."""
    for number in find_numbers(text):
        digits = text[number.start : number.end]
        is_joined = text[number.end : number.end + 1] in ("-", "–", "/", "%")
        if len(digits) == 4 and digits.isdigit() and int(digits) in _YEARS and not is_joined:
            yield number.start, number.end, int(digits)


def _bound_before(text: str, start: int) -> Bound:
    led = _LED.search(text, max(0, start - _LONGEST_LEAD), start)
    if led is None:
        return "exact"
    return "less than" if led["before"] else "more than"
