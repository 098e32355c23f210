"""What the words of a date mean, once a pattern has found them.

Every reader takes the place of a match and returns the period that it names, or None where the
words leave it open. Relative readings need `Place.anchor`, the day of writing.
"""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from summarize.language.calendar import MONTHS, WEEKDAYS
from summarize.language.dates import periods
from summarize.language.dates.periods import Period
from summarize.language.dates.tense import tense_at
from summarize.language.document import Document, Token

_SHIFTS = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
_NUMBERS = {
    word: number
    for number, words in enumerate(
        ("", "a an one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
         "eleven", "twelve")
    )
    for word in words.split()
}  # fmt: skip
Part = Literal["early", "mid", "late"]
_PARTS: dict[str, Part] = {
    "early": "early", "start": "early", "beginning": "early", "turn": "early",
    "first days": "early", "first quarter": "early", "mid": "mid", "middle": "mid",
    "late": "late", "end": "late", "close": "late", "final days": "late", "last quarter": "late",
    "fourth quarter": "late",
}  # fmt: skip
"""Halves and the middle quarters are no such part, nor "the rest of the year"."""
NEAR_DAYS = {
    -2: ("the day before yesterday",),
    -1: ("yesterday", "last night"),
    0: ("today", "tonight", "this morning", "this afternoon", "this evening"),
    1: ("tomorrow",),
    2: ("the day after tomorrow",),
}


@dataclass(frozen=True, slots=True)
class Place:
    """A match in its document, with the day of writing where it is known."""

    document: Document
    match: re.Match[str]
    anchor: dt.date | None

    def group(self, name: str) -> str:
        """Return a group of the match in lower case, or "" where the pattern lacks it."""
        return (self.match.groupdict().get(name) or "").lower()

    @property
    def word_before(self) -> str:
        """The word before the match, or ""."""
        before = self.document.text[max(0, self.match.start() - 30) : self.match.start()]
        found = _LAST_WORD.search(before)
        return found.group(1).rstrip(".") if found else ""

    @property
    def word_after(self) -> str:
        """The word after the match, or "" where a mark comes first."""
        found = _NEXT_WORD.match(self.document.text, self.match.end())
        return found.group(1).rstrip(".") if found else ""

    @property
    def token_after(self) -> Token | None:
        """The token after the match."""
        following = self.document.tokens_between(self.match.end(), self.match.end() + 30)
        return following[0] if following else None

    @property
    def is_past(self) -> bool:
        """Whether the verb beside the match is past."""
        return tense_at(self.document, *self.match.span()) == "past"

    @property
    def is_future(self) -> bool:
        """Whether the verb beside the match is future."""
        return tense_at(self.document, *self.match.span()) == "future"


_LAST_WORD = re.compile(r"([^\s“\"(]+)[\s“\"(]*$")
_AROUND_PART = re.compile(r"\Athe\s|\s(?:in|of(?:\sthe\syear)?)\Z")
_NEXT_WORD = re.compile(r"[\s-]+([\w’'.]+)")


def read_part(place: Place) -> Part | None:
    """Read which part of the named time is meant: "early 2024", "the end of May", "mid-May"."""
    words = " ".join(place.group("part").split())
    return _PARTS.get(_AROUND_PART.sub("", words))


def read_numeric(place: Place) -> Period | None:
    """Read "26/04/2025", or only its year where day and month cannot be told apart."""
    first, second = int(place.group("first")), int(place.group("second"))
    year = int(place.group("year"))
    if first > 12 or first == second:
        return periods.day(dt.date(year, second, first))
    # Below 13 either may be the month: 4/5/2025 is April in America and May elsewhere.
    return periods.day(dt.date(year, first, second)) if second > 12 else periods.year(year)


def read_iso(place: Place) -> Period | None:
    """Read "2025-04-26"."""
    year, month, day = (int(place.group(name)) for name in ("year", "month", "day"))
    return periods.day(dt.date(year, month, day))


def read_day(place: Place) -> Period | None:
    """Read "26 April 2025", "April 26" and "26-28 April"; a range is as fine as both its ends."""
    month = _month_number(place.group("month"))
    first = int(place.group("day"))
    if (month, first) == (9, 11) and place.word_after in ("attack", "attacks", "terrorist"):
        return None  # a name, whose year is 2001
    last = int(place.group("last_day") or first)

    def in_year(year: int) -> Period:
        return Period(dt.date(year, month, first), dt.date(year, month, last))

    return _in_its_year(place, in_year)


def read_month(place: Place) -> Period | None:
    """Read "August 2024", "last August", "August last year" and plain "August"."""
    number = _month_number(place.group("month"))
    return _in_its_year(place, lambda year: periods.month(year, number))


def read_season(place: Place) -> Period | None:
    """Read "the summer of 2023" as its year and "last summer" as its months."""
    if place.group("year"):
        return periods.year(int(place.group("year")))
    name = place.group("season")
    return _in_its_year(place, lambda year: periods.season(name, year))


def _in_its_year(place: Place, in_year: Callable[[int], Period]) -> Period | None:
    """Choose the year of a day, month or season by the words about it, or by the anchor."""
    if place.group("year"):
        return in_year(int(place.group("year")))
    which, anchor = place.group("which"), _anchor(place)
    if place.group("of_year"):
        shift = _SHIFTS.get(place.group("of_year"))
        return None if shift is None else in_year(anchor.year + shift)
    if which == "this":
        return in_year(anchor.year)
    around = [_or_none(in_year, anchor.year + shift) for shift in (-1, 0, 1)]
    known = [period for period in around if period]
    if which == "last":
        return max((p for p in known if p.last < anchor), default=None)
    if which == "next":
        return min((p for p in known if p.first > anchor), default=None)
    if place.is_future:
        return min((p for p in known if p.last >= anchor), default=None)
    if place.is_past or not place.group("day"):
        return max((p for p in known if p.first <= anchor), default=None)
    return min(known, key=lambda p: abs((p.first - anchor).days), default=None)


def _or_none(in_year: Callable[[int], Period], year: int) -> Period | None:
    try:
        return in_year(year)
    except ValueError:  # 29 February
        return None


def read_year(place: Place) -> Period | None:
    """Read "2024", "early 2024" and "2019-21"."""
    first, last = int(place.group("year")), place.group("last_year")
    # The second year takes its missing digits from the first: 2019-21.
    end = int(str(first)[: 4 - len(last)] + last) if last else first
    return Period(periods.year(first).first, periods.year(end).last)


def read_weekday(place: Place) -> Period | None:
    """Read "Saturday", "next Saturday" and "Saturday of last week"."""
    anchor, which = _anchor(place), place.group("which")
    number = next(i for i, name in enumerate(WEEKDAYS) if name == place.group("weekday"))
    in_week = place.group("of_week")
    if in_week:
        return periods.day(periods.week(anchor, _SHIFTS[in_week]).first, number)
    ahead = (number - anchor.weekday()) % 7
    if which in ("next", "coming") or (which != "last" and place.is_future):
        return periods.day(anchor, ahead or 7)
    if which == "this":
        return periods.day(periods.week(anchor).first, number)
    back = (anchor.weekday() - number) % 7
    return periods.day(anchor, -(back or (7 if which == "last" else 0)))


def read_near_day(place: Place) -> Period | None:
    """Read "yesterday", "tonight", "the day after tomorrow"."""
    words = " ".join(place.match.group().lower().split())
    days = next(days for days, names in NEAR_DAYS.items() if words in names)
    return periods.day(_anchor(place), days)


def read_deictic(place: Place) -> Period | None:
    """Read "last week", "this weekend", "next month", "earlier this year"."""
    anchor, shift = _anchor(place), _SHIFTS[place.group("which")]
    match place.group("unit"):
        case "week":
            return periods.week(anchor, shift)
        case "weekend":
            return _weekend(anchor, shift)
        case "month":
            return periods.month(anchor.year, anchor.month + shift)
    return periods.year(anchor.year + shift)


def _weekend(anchor: dt.date, shift: int) -> Period:
    """Read "last weekend" as the latest that has ended, "this" as the one of the anchor's week."""
    saturday = periods.week(anchor, shift).first + dt.timedelta(days=5)
    return Period(saturday, saturday + dt.timedelta(days=1))


def read_ago(place: Place) -> Period | None:
    """Read "three days ago"; what is longer than a decade stays open."""
    anchor, number = _anchor(place), _NUMBERS.get(place.group("number"))
    if number is None:
        digits = place.group("number")
        number = int(digits) if digits.isdigit() else None
    if number is None:
        return None
    match place.group("unit"):
        case "minute" | "hour":
            return Period(anchor - dt.timedelta(days=1), anchor) if number < 24 else None
        case "day":
            return periods.day(anchor, -number)
        case "week":
            # "Two weeks ago" is loose by half a week either way.
            middle = anchor - dt.timedelta(weeks=number)
            return Period(middle - dt.timedelta(days=3), middle + dt.timedelta(days=3))
        case "month":
            return periods.month(anchor.year, anchor.month - number)
        case "year":
            return periods.year(anchor.year - number)
    return None


def read_nothing(_: Place) -> Period | None:
    """Leave open what has no single period: "the 1990s", "two days later"."""
    return None


def _anchor(place: Place) -> dt.date:
    if place.anchor is None:
        raise ValueError("a relative date has no reading without the day of writing")
    return place.anchor


def _month_number(name: str) -> int:
    return next(i for i, full in enumerate(MONTHS, 1) if full.startswith(name[:3]))
