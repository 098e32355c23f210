"""Stretches of the calendar, and how much of a date they allow to be written."""

import datetime as dt
from typing import NamedTuple

from summarize.model import PartialDate

_SEASON_STARTS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""First months of the meteorological seasons of the northern hemisphere."""


class Period(NamedTuple):
    """Whole days from `first` to `last`, both included."""

    first: dt.date
    last: dt.date

    def written(self) -> PartialDate | None:
        """Return the finest date that holds all of it: a day, a month, a year, or nothing."""
        if self.first == self.last:
            return self.first.isoformat()
        if self.first.year != self.last.year:
            return None
        one_month = self.first.month == self.last.month
        return f"{self.first:%Y-%m}" if one_month else f"{self.first:%Y}"


def day(date: dt.date, days: int = 0) -> Period:
    """Return the single day that is `days` after `date`."""
    moved = date + dt.timedelta(days=days)
    return Period(moved, moved)


def month(year: int, number: int) -> Period:
    """Return a month; `number` may lie outside 1 to 12 and then moves the year."""
    first = dt.date(year + (number - 1) // 12, (number - 1) % 12 + 1, 1)
    following = dt.date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return Period(first, following - dt.timedelta(days=1))


def year(number: int) -> Period:
    """Return a calendar year."""
    return Period(dt.date(number, 1, 1), dt.date(number, 12, 31))


def season(name: str, year_number: int) -> Period:
    """Return the three months of a season that begins in `year_number`."""
    first = _SEASON_STARTS[name]
    return Period(month(year_number, first).first, month(year_number, first + 2).last)


def week(date: dt.date, weeks: int = 0) -> Period:
    """Return Monday to Sunday of the week that is `weeks` after that of `date`."""
    monday = date + dt.timedelta(days=7 * weeks - date.weekday())
    return Period(monday, monday + dt.timedelta(days=6))
