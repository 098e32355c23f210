"""What `[schedule]` of digest.toml may say."""

import datetime as dt
import re
import zoneinfo
from collections.abc import Mapping
from functools import cache
from typing import Annotated, Self

from pydantic import BeforeValidator, ConfigDict, model_validator

from summarize.digest.schedule.cron import Cron, parse_cron
from summarize.digest.schedule.wording import name_duration
from summarize.errors import UsageError
from summarize.model import Model

LONGEST = dt.timedelta(days=3660)
"""Of any length of time; longer ones lead out of the calendar."""
SHORTEST_INTERVAL = dt.timedelta(minutes=1)
"""What a file may ask for; feeds are not read more often than that by anybody polite."""
_UNITS: Mapping[str, str] = {
    "s": "seconds",
    "m": "minutes",
    "h": "hours",
    "d": "days",
    "w": "weeks",
}
_DURATION = re.compile(r"(\d{1,6}) ?([smhdw])")


def parse_duration(text: str) -> dt.timedelta:
    """Read `90s`, `30m`, `6h`, `1d` or `2w`. Raises ValueError."""
    match = _DURATION.fullmatch(text.strip())
    if match is None:
        raise ValueError(f'{text!r} is no length of time; write "30m", "6h" or "1d"')
    length = dt.timedelta(**{_UNITS[match[2]]: int(match[1])})
    if length > LONGEST:
        raise ValueError(f"{text!r} is too long; write {LONGEST.days}d or less")
    return length


def _read_duration(value: object) -> object:
    if isinstance(value, str):
        return parse_duration(value)
    if isinstance(value, dt.timedelta) or value is None:
        return value
    raise ValueError(f'{value!r} is no length of time; write "30m", "6h" or "1d", in quotes')


def _read_every(value: object) -> object:
    every = _read_duration(value)
    if isinstance(value, str) and isinstance(every, dt.timedelta) and every < SHORTEST_INTERVAL:
        raise ValueError(f'{value!r} is too often; write "1m" or more')
    return every


def _read_zone(value: object) -> object:
    if not isinstance(value, str):
        return _refuse_number(value)
    try:
        return zoneinfo.ZoneInfo(value)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(
            f"no time zone is called {value!r} here; write a name of the IANA's list,"
            ' as "Europe/Paris" or "UTC" (where none is known, install the package tzdata)'
        ) from error


def _read_cron(value: object) -> object:
    return parse_cron(value) if isinstance(value, str) else _refuse_number(value)


def _refuse_number(value: object) -> object:
    if isinstance(value, int | float):
        raise ValueError(f"{value!r} is a number; write what is meant in quotes")
    return value


class Schedule(Model):
    """When a digest runs: by the clock (`cron`) or at intervals (`every`), one of the two.

    `timezone` is the zone of `cron`; None follows the machine. A run by the clock that was missed,
    since the machine slept or was off, is made up for where it was due no longer ago than
    `misfire_grace`; an interval that has passed is always made up for.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    cron: Annotated[Cron | None, BeforeValidator(_read_cron)] = None
    every: Annotated[dt.timedelta | None, BeforeValidator(_read_every)] = None
    timezone: Annotated[zoneinfo.ZoneInfo | None, BeforeValidator(_read_zone)] = None
    misfire_grace: Annotated[dt.timedelta, BeforeValidator(_read_duration)] = dt.timedelta(hours=6)

    @model_validator(mode="after")
    def _check_choice(self) -> Self:
        if (self.cron is None) == (self.every is None):
            raise ValueError('give either cron = "0 6 * * mon-fri" or every = "6h", and one alone')
        return self

    @property
    def zone(self) -> zoneinfo.ZoneInfo:
        """The time zone that counts. Raises UsageError where the machine's cannot be told."""
        return self.timezone or find_local_zone()

    def in_words(self) -> str:
        """Say when it runs, as the file says it."""
        if self.cron is not None:
            return f"{self.cron.text} ({self.zone.key})"
        return f"every {name_duration(self.every or dt.timedelta())}"


@cache
def find_local_zone() -> zoneinfo.ZoneInfo:
    """Return the machine's time zone, named where it can be. Raises UsageError."""
    import warnings

    from tzlocal import reload_localzone

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it says that it falls back to UTC
            return reload_localzone()
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UsageError(
            "the time zone of this machine cannot be told; set timezone under [schedule] of"
            " digest.toml, or TZ to a name as Europe/Paris"
        ) from error
