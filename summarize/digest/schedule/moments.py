"""The next run: pure functions of a schedule and of moments that are given."""

import bisect
import datetime as dt
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from summarize.digest.schedule.cron import Cron
from summarize.digest.schedule.options import Schedule

if TYPE_CHECKING:
    from apscheduler.triggers.base import BaseTrigger

_INSTANT = dt.timedelta(microseconds=1)
_TURNED_BACK = dt.timedelta(hours=3)
"""More than any clock is turned back in the IANA's zones since 1970: Antarctica/Troll has 2 h."""


def next_run(schedule: Schedule, last: dt.datetime | None, now: dt.datetime) -> dt.datetime:
    """Return when the next run is due: `now` where one was missed and is to be made up for.

    `last` is when the last run began that came to its end, None where none has. Runs that were
    missed since are one run. By the clock it is made up for within `misfire_grace` of the last of
    them; the first run waits for its hour. An interval that has passed is due at once.
    """
    if schedule.every is not None and last is None:
        return now
    last = now if last is None else min(last, now)  # a clock that ran ahead has been set back
    if schedule.every is not None:
        return max(now, occurrence_after(schedule, last, last))
    since = max(last, now - schedule.misfire_grace - _INSTANT)
    return max(now, occurrence_after(schedule, since, last))


def occurrence_after(schedule: Schedule, moment: dt.datetime, anchor: dt.datetime) -> dt.datetime:
    """Return the first moment of the schedule after `moment`, in UTC.

    Intervals are counted from `anchor`, in hours that pass, not in hours of the clock.
    """
    moment, anchor = moment.astimezone(dt.UTC), anchor.astimezone(dt.UTC)
    if schedule.every is not None:
        passed = (moment - anchor) // schedule.every
        return anchor + (passed + 1) * schedule.every
    assert schedule.cron is not None  # noqa: S101 - the model holds one of the two
    return _clock_after(schedule.cron, schedule.zone, moment)


def _clock_after(cron: Cron, zone: ZoneInfo, moment: dt.datetime) -> dt.datetime:
    """Return the first moment after `moment` at which the clock of the zone fits.

    Where every hour fits, the hour that is repeated in autumn has runs of its own; they come after
    walls that read later, so the search looks a few hours about.
    """
    wall = moment.astimezone(zone).replace(tzinfo=None, fold=0)
    reach = _TURNED_BACK if cron.is_every_hour else dt.timedelta()
    found: list[dt.datetime] = []
    for fitting in _fitting_walls(cron, wall - reach):
        if found and fitting > wall + reach:
            break
        found += [at for at in _place_wall(fitting, zone, cron.is_every_hour) if at > moment]
    return min(found)


def _fitting_walls(cron: Cron, wall: dt.datetime) -> Iterator[dt.datetime]:
    """Yield what the clock shows at each fitting minute after `wall`.

    The trigger is asked about a clock that is never changed: where one is, it runs a job of the
    repeated hour twice, and loses some of the hour that is left out.
    """
    trigger = _make_trigger(cron)
    while True:
        fitting = trigger.get_next_fire_time(None, wall.replace(tzinfo=dt.UTC) + _INSTANT)
        wall = fitting.replace(tzinfo=None)
        yield wall


@lru_cache(maxsize=8)
def _make_trigger(cron: Cron) -> "BaseTrigger":
    """Spell the expression for APScheduler: it counts weekdays from Monday, and wants both days."""
    from apscheduler.triggers.combining import OrTrigger
    from apscheduler.triggers.cron import CronTrigger

    def fit(days: tuple[int, ...] | None, weekdays: tuple[int, ...] | None) -> "BaseTrigger":
        return CronTrigger(
            minute=_listed(cron.minutes),
            hour=_listed(cron.hours),
            month=_listed(cron.months),
            day=_listed(days) if days else "*",
            day_of_week=_listed(tuple((day - 1) % 7 for day in weekdays)) if weekdays else "*",
            timezone=dt.UTC,
        )

    if cron.is_either:
        return OrTrigger([fit(cron.days, None), fit(None, cron.weekdays)])
    return fit(cron.days, cron.weekdays)


def _listed(values: tuple[int, ...]) -> str:
    return ",".join(map(str, values))


def _place_wall(wall: dt.datetime, zone: ZoneInfo, is_every_hour: bool) -> Iterator[dt.datetime]:
    """Yield the moments, in UTC, at which the clock of the zone shows `wall`.

    A time that the clock leaves out in spring is the moment of the change, unless every hour fits.
    Of a time that it shows twice in autumn the second counts only where every hour fits.
    """
    first, second = (wall.replace(tzinfo=zone, fold=fold).astimezone(dt.UTC) for fold in (0, 1))
    if second < first:
        if not is_every_hour:
            yield _find_change(second, first, zone)
        return
    yield first
    if is_every_hour and second > first:
        yield second


def _find_change(before: dt.datetime, after: dt.datetime, zone: ZoneInfo) -> dt.datetime:
    """Return the minute between two moments at which the zone's offset changes."""
    old = before.astimezone(zone).utcoffset()
    minutes = range((after - before) // dt.timedelta(minutes=1) + 1)

    def is_changed(minute: int) -> bool:
        moment = before + dt.timedelta(minutes=minute)
        return moment.astimezone(zone).utcoffset() != old

    return before + dt.timedelta(minutes=bisect.bisect_left(minutes, True, key=is_changed))
