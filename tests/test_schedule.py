"""When a digest is due: what the file may say, cron as crontab(5) has it, and changed clocks."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.digest.config import parse_config
from summarize.digest.schedule.cron import Cron, parse_cron
from summarize.digest.schedule.moments import next_run, occurrence_after
from summarize.digest.schedule.options import Schedule, parse_duration
from summarize.errors import UsageError

MINUTE = dt.timedelta(minutes=1)
BERLIN = ZoneInfo("Europe/Berlin")


def utc(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


def by_clock(cron: str, zone: str = "UTC", grace: str = "6h") -> Schedule:
    return Schedule.model_validate({"cron": cron, "timezone": zone, "misfire_grace": grace})


def walls(schedule: Schedule, start: str, count: int) -> list[str]:
    """Return the next moments on the clock of the schedule, after a moment in UTC."""
    moments, moment = [], utc(start)
    for _ in range(count):
        moment = occurrence_after(schedule, moment, moment)
        moments.append(f"{moment.astimezone(schedule.zone):%a %m-%d %H:%M %z}")
    return moments


@pytest.mark.parametrize(
    ("cron", "expected"),
    [
        ("0 6 * * 0", "Sun 03-08 06:00"),
        ("0 6 * * 7", "Sun 03-08 06:00"),
        ("0 6 * * sun", "Sun 03-08 06:00"),
        ("0 6 * * 1", "Mon 03-09 06:00"),
        ("0 6 * * Mon-Fri", "Wed 03-04 06:00"),
        ("0 6 * * 5-7", "Fri 03-06 06:00"),
        ("0 6 * * 6,0", "Sat 03-07 06:00"),
        ("0 6 * * */3", "Wed 03-04 06:00"),
        ("0 6 * * mon-fri/2", "Wed 03-04 06:00"),
        ("0 0 1 * *", "Wed 04-01 00:00"),
        ("0 0 31 * *", "Tue 03-31 00:00"),
        ("*/20 9-17/4 * * *", "Tue 03-03 13:00"),
        ("0-59/45 * * * *", "Tue 03-03 12:45"),
        ("30 4 1 jan-jun/5 *", "Mon 06-01 04:30"),
    ],
)
def test_the_fields_mean_what_a_crontab_means(cron: str, expected: str) -> None:
    assert walls(by_clock(cron), "2026-03-03T12:00", 1) == [f"{expected} +0000"]


def test_either_of_two_restricted_days_is_enough() -> None:
    found = walls(by_clock("0 6 13 * fri"), "2026-03-01T00:00", 4)
    assert [wall[:9] for wall in found] == ["Fri 03-06", "Fri 03-13", "Fri 03-20", "Fri 03-27"]
    found = walls(by_clock("0 6 13 * fri"), "2026-04-04T00:00", 3)
    assert [wall[:9] for wall in found] == ["Fri 04-10", "Mon 04-13", "Fri 04-17"]


def test_both_days_must_fit_where_one_of_them_begins_with_a_star() -> None:
    found = walls(by_clock("0 6 */2 * mon"), "2026-03-01T00:00", 3)
    assert [wall[:9] for wall in found] == ["Mon 03-09", "Mon 03-23", "Mon 04-13"]


def test_a_leap_day_comes_in_a_leap_year() -> None:
    moment = occurrence_after(by_clock("0 6 29 2 *"), utc("2026-03-01"), utc("2026-03-01"))
    assert moment == utc("2028-02-29T06:00")


def test_a_time_that_the_clock_leaves_out_runs_once_at_the_change() -> None:
    schedule = by_clock("30 2 * * *", "Europe/Berlin")
    assert walls(schedule, "2026-03-28T12:00", 2) == [
        "Sun 03-29 03:00 +0200",
        "Mon 03-30 02:30 +0200",
    ]
    twice = by_clock("0,30 2-3 * * *", "Europe/Berlin")
    assert walls(twice, "2026-03-28T12:00", 2) == ["Sun 03-29 03:00 +0200", "Sun 03-29 03:30 +0200"]


def test_a_time_that_the_clock_shows_twice_runs_once() -> None:
    schedule = by_clock("30 2 * * *", "Europe/Berlin")
    first, second = walls(schedule, "2026-10-24T12:00", 2)
    assert (first, second) == ("Sun 10-25 02:30 +0200", "Mon 10-26 02:30 +0100")
    within_the_second_hour = utc("2026-10-25T01:10")
    due = occurrence_after(schedule, within_the_second_hour, within_the_second_hour)
    assert due == utc("2026-10-26T01:30")


def test_what_runs_every_hour_runs_in_the_repeated_hour_too() -> None:
    schedule = by_clock("*/30 * * * *", "Europe/Berlin")
    moment = utc("2026-10-24T23:45")
    for minutes in range(0, 180, 30):
        moment = occurrence_after(schedule, moment, moment)
        assert moment == utc("2026-10-25T00:00") + minutes * MINUTE


def _is_second_pass(moment: dt.datetime, zone: ZoneInfo) -> bool:
    local = moment.astimezone(zone)
    return bool(local.fold) and local.utcoffset() != local.replace(fold=0).utcoffset()


def _walls_at(moment: dt.datetime, zone: ZoneInfo) -> Iterator[tuple[dt.datetime, bool]]:
    """Yield what the clock shows at a minute, and what it has left out just before."""
    wall = moment.astimezone(zone).replace(tzinfo=None)
    yield wall, False
    skipped = (moment - MINUTE).astimezone(zone).replace(tzinfo=None) + MINUTE
    while skipped < wall:
        yield skipped, True
        skipped += MINUTE


def _find_by_looking(cron: Cron, zone: ZoneInfo, moment: dt.datetime) -> dt.datetime | None:
    """Look at every minute of three days."""
    for _ in range(3 * 24 * 60):
        moment += MINUTE
        for wall, is_skipped in _walls_at(moment, zone):
            day, weekday = wall.day in cron.days, wall.isoweekday() % 7 in cron.weekdays
            fits = wall.minute in cron.minutes and wall.hour in cron.hours
            fits = fits and (day or weekday if cron.is_either else day and weekday)
            if is_skipped or _is_second_pass(moment, zone):
                fits = fits and (len(cron.hours) == 24) is not is_skipped
            if fits and wall.month in cron.months:
                return moment
    return None


_ZONES = "Europe/Berlin America/New_York Australia/Lord_Howe Antarctica/Troll Asia/Kolkata".split()
_CHANGES = "2026-03-07 2026-03-28 2026-04-04 2026-10-03 2026-10-24 2026-10-31".split()


def _field(least: int, most: int) -> st.SearchStrategy[str]:
    values = st.lists(st.integers(least, most), min_size=1, max_size=4, unique=True)
    return st.one_of(
        st.just("*"),
        st.integers(1, 9).map("*/{}".format),
        values.map(lambda v: ",".join(map(str, v))),
    )


@settings(max_examples=60, deadline=None)
@given(
    st.tuples(_field(0, 59), _field(0, 4), _field(1, 31), st.just("*"), _field(0, 7)),
    st.sampled_from(_ZONES),
    st.sampled_from(_CHANGES),
    st.integers(0, 2 * 24 * 60),
)
def test_the_next_moment_is_the_first_that_looking_at_each_minute_finds(
    fields: tuple[str, ...], zone: str, day: str, minutes: int
) -> None:
    schedule = by_clock(" ".join(fields), zone)
    assert schedule.cron is not None
    moment = utc(day) + minutes * MINUTE
    found = _find_by_looking(schedule.cron, schedule.zone, moment)
    due = occurrence_after(schedule, moment, moment)
    assert due == found or (found is None and due > moment + 3 * dt.timedelta(days=1))


def test_a_missed_run_is_made_up_for_within_the_grace_and_skipped_after_it() -> None:
    schedule, last = by_clock("0 6 * * *"), utc("2026-03-02T06:00")
    assert next_run(schedule, last, utc("2026-03-03T05:00")) == utc("2026-03-03T06:00")
    assert next_run(schedule, last, utc("2026-03-03T06:00")) == utc("2026-03-03T06:00")
    assert next_run(schedule, last, utc("2026-03-03T12:00")) == utc("2026-03-03T12:00")
    assert next_run(schedule, last, utc("2026-03-03T12:01")) == utc("2026-03-04T06:00")


def test_several_missed_runs_are_one_and_the_latest_decides_on_the_grace() -> None:
    schedule = by_clock("0 6 * * *", grace="1h")
    last, now = utc("2026-03-02T06:00"), utc("2026-03-09T06:30")
    assert next_run(schedule, last, now) == now
    assert next_run(schedule, now, now) == utc("2026-03-10T06:00")


def test_the_first_run_by_the_clock_waits_for_its_hour_and_one_at_intervals_does_not() -> None:
    now = utc("2026-03-02T05:00")
    assert next_run(by_clock("0 6 * * *"), None, now) == utc("2026-03-02T06:00")
    assert next_run(Schedule.model_validate({"every": "6h"}), None, now) == now


def test_an_interval_is_time_that_passes_and_is_due_at_once_when_it_has() -> None:
    schedule, last = (
        Schedule.model_validate({"every": "1d"}),
        dt.datetime(2026, 3, 28, 12, tzinfo=BERLIN),
    )
    assert next_run(schedule, last, last) == last.astimezone(dt.UTC) + dt.timedelta(hours=24)
    later = last + dt.timedelta(days=9)
    assert next_run(schedule, last, later) == later


def test_a_last_run_in_the_future_is_the_mark_of_a_clock_that_was_wrong() -> None:
    now, ahead = utc("2026-03-02T05:00"), utc("2099-01-01T00:00")
    assert next_run(by_clock("0 6 * * *"), ahead, now) == utc("2026-03-02T06:00")
    assert next_run(Schedule.model_validate({"every": "6h"}), ahead, now) == utc("2026-03-02T11:00")


@pytest.mark.parametrize(
    ("table", "key", "said"),
    [
        ({}, "schedule:", "one alone"),
        ({"cron": "0 6 * * *", "every": "6h"}, "schedule:", "one alone"),
        ({"cron": "0 6 * *"}, "cron:", "has 4 fields"),
        ({"cron": "@daily"}, "cron:", "write five"),
        ({"cron": "60 6 * * *"}, "cron:", "minute '60': must be from 0 to 59"),
        ({"cron": "5/10 * * * *"}, "cron:", "as 5-59/10"),
        ({"cron": "*/0 * * * *"}, "cron:", "1 or more"),
        ({"cron": "0 6 * janx *"}, "cron:", "month 'janx': cannot be read"),
        ({"cron": "0 6 * * fri-mon"}, "cron:", "ends before it begins"),
        ({"cron": "0 6 31 2,4 *"}, "cron:", "never comes"),
        ({"cron": 6}, "cron:", "in quotes"),
        ({"every": "soon"}, "every:", '"30m"'),
        ({"every": "20s"}, "every:", "too often"),
        ({"every": "99999w"}, "every:", "too long"),
        ({"every": 6}, "every:", "in quotes"),
        ({"every": "6h", "timezone": "Mars/Olympus"}, "timezone:", "'Mars/Olympus'"),
        ({"every": "6h", "timezone": "../etc/passwd"}, "timezone:", "IANA"),
        ({"every": "6h", "timezone": 1}, "timezone:", "in quotes"),
        ({"every": "6h", "misfire_grace": "-1h"}, "misfire_grace:", "no length of time"),
        ({"every": "6h", "croon": "x"}, "croon:", "unknown key"),
    ],
)
def test_what_is_wrong_with_a_schedule_is_named(
    table: dict[str, object], key: str, said: str
) -> None:
    with pytest.raises(UsageError) as caught:
        parse_config({"source": [{"folder": "seeds"}], "schedule": table}, Path("desk.toml"))
    assert "desk.toml: schedule" in str(caught.value)
    assert key in str(caught.value)
    assert said in str(caught.value)


def test_a_schedule_without_a_zone_follows_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    from summarize.digest.schedule.options import find_local_zone

    monkeypatch.setenv("TZ", "Asia/Kolkata")
    find_local_zone.cache_clear()
    try:
        assert walls(Schedule.model_validate({"cron": "0 6 * * *"}), "2026-03-02T00:00", 1) == [
            "Mon 03-02 06:00 +0530"
        ]
        monkeypatch.setenv("TZ", "No/Where")
        find_local_zone.cache_clear()
        with pytest.raises(UsageError, match="set timezone"):
            walls(Schedule.model_validate({"cron": "0 6 * * *"}), "2026-03-02T00:00", 1)
    finally:
        find_local_zone.cache_clear()


def test_a_length_of_time_has_one_unit() -> None:
    assert parse_duration("90m") == dt.timedelta(minutes=90)
    assert parse_duration("2w") == dt.timedelta(days=14)
    with pytest.raises(ValueError, match="1h30m"):
        parse_duration("1h30m")


def test_an_expression_is_a_value() -> None:
    assert parse_cron("0 6  * * *") == parse_cron("0 6 * * *")
    assert parse_cron("0 6 * * *").weekdays == tuple(range(7))
