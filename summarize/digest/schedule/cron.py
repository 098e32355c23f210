"""A cron expression: five fields, read as crontab(5) of Vixie cron reads them."""

import calendar
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

MONTH_NAMES: Mapping[str, int] = {
    name: number
    for number, name in enumerate(
        "jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1
    )
}
WEEKDAY_NAMES: Mapping[str, int] = {
    name: number for number, name in enumerate("sun mon tue wed thu fri sat".split())
}
_LEAP_YEAR = 2024


@dataclass(frozen=True, slots=True)
class Cron:
    """When to run: the values that each field allows, ascending. `weekdays` count from Sunday, 0.

    `is_either`: both days are restricted, and then one of the two that fits is enough. A field that
    begins with `*` counts as not restricted, even `*/2`: both have to fit then, as in Vixie cron.
    """

    text: str
    minutes: tuple[int, ...]
    hours: tuple[int, ...]
    days: tuple[int, ...]
    months: tuple[int, ...]
    weekdays: tuple[int, ...]
    is_either: bool

    @property
    def is_every_hour(self) -> bool:
        """Whether the hour is left open, so that a repeated hour of the clock is an hour too."""
        return len(self.hours) == 24


@dataclass(frozen=True, slots=True)
class _Field:
    """One of the five: its name, the least and the most it may be, and names for its values."""

    name: str
    least: int
    most: int
    names: Mapping[str, int]


_FIELDS = (
    _Field("minute", 0, 59, {}),
    _Field("hour", 0, 23, {}),
    _Field("day of the month", 1, 31, {}),
    _Field("month", 1, 12, MONTH_NAMES),
    _Field("day of the week", 0, 7, WEEKDAY_NAMES),
)


def parse_cron(text: str) -> Cron:
    """Read `minute hour day month weekday`. Raises ValueError that names the field.

    Days of the week are 0 to 7, both ends being Sunday, or `sun` to `sat`.
    """
    words = text.split()
    if len(words) != len(_FIELDS):
        raise ValueError(
            f"{text!r} has {len(words)} fields; write five: minute hour day month weekday,"
            ' as in "0 6 * * mon-fri"'
        )
    minutes, hours, days, months, weekdays = (
        tuple(sorted(set(_read_field(word, field))))
        for word, field in zip(words, _FIELDS, strict=True)
    )
    if min(days) > max(calendar.monthrange(_LEAP_YEAR, month)[1] for month in months):
        raise ValueError(f"{text!r} never comes: no such month has a day {min(days)}")
    return Cron(
        text=" ".join(words),
        minutes=minutes,
        hours=hours,
        days=days,
        months=months,
        weekdays=tuple(sorted({weekday % 7 for weekday in weekdays})),
        is_either=not words[2].startswith("*") and not words[4].startswith("*"),
    )


def _read_field(word: str, field: _Field) -> Iterator[int]:
    for part in word.split(","):
        span, slash, step_text = part.partition("/")
        first, last = _read_span(span, field)
        if slash and span != "*" and "-" not in span:
            raise ValueError(
                f"{field.name} {part!r}: a step needs a range, as {span}-{field.most}/{step_text}"
            )
        step = _read_number(step_text, part, field) if slash else 1
        if step < 1:
            raise ValueError(f"{field.name} {part!r}: a step is 1 or more")
        yield from range(first, last + 1, step)


def _read_span(span: str, field: _Field) -> tuple[int, int]:
    """Return the first and the last value of `*`, `5`, `mon` or `mon-fri`."""
    if span == "*":
        return field.least, min(field.most, 6) if field.names is WEEKDAY_NAMES else field.most
    first_text, dash, last_text = span.partition("-")
    first = _read_value(first_text, span, field)
    last = _read_value(last_text, span, field) if dash else first
    if first > last:
        raise ValueError(f"{field.name} {span!r}: ends before it begins; write a list")
    return first, last


def _read_value(text: str, span: str, field: _Field) -> int:
    if (named := field.names.get(text.lower())) is not None:
        return named
    value = _read_number(text, span, field)
    if not field.least <= value <= field.most:
        raise ValueError(f"{field.name} {span!r}: must be from {field.least} to {field.most}")
    return value


def _read_number(text: str, part: str, field: _Field) -> int:
    if not (text.isascii() and text.isdecimal()):
        names = f" or {', '.join(field.names)}" if field.names else ""
        raise ValueError(
            f"{field.name} {part!r}: cannot be read; write *, numbers{names},"
            " ranges with -, steps with /, lists with commas"
        )
    return int(text)
