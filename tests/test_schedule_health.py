"""Whether digests come as they should: ok, late or failing, with the reasons."""

import datetime as dt
import json
from dataclasses import replace

import pytest

from summarize.digest.model import Outcome
from summarize.digest.schedule.health import (
    Health,
    Loose,
    Verdict,
    find_last,
    judge_health,
)
from summarize.digest.schedule.options import Schedule
from summarize.digest.store.records import Delivery, RunRecord, Silence

MONDAY = dt.datetime(2026, 3, 2, 6, 0, tzinfo=dt.UTC)
DAY, HOUR, MINUTE = dt.timedelta(days=1), dt.timedelta(hours=1), dt.timedelta(minutes=1)
DAILY = Schedule.model_validate({"cron": "0 6 * * *", "timezone": "UTC"})


def ran(started: dt.datetime, outcome: Outcome | None, note: str = "") -> RunRecord:
    return RunRecord(
        id=1,
        started=started,
        finished=None,
        stage="deliver",
        outcome=outcome,
        note=note,
        digest_id=None,
    )


def days(*outcomes: Outcome | None) -> list[RunRecord]:
    """Return a run a day, each at six, the last of them on Monday."""
    first = MONDAY - (len(outcomes) - 1) * DAY
    return [ran(first + day * DAY, outcome, "note") for day, outcome in enumerate(outcomes)]


def judge(*outcomes: Outcome | None, now: dt.datetime = MONDAY + HOUR) -> Health:
    return judge_health(days(*outcomes), DAILY, now)


@pytest.mark.parametrize(
    ("outcomes", "verdict", "failures"),
    [
        (("new",), "ok", 0),
        (("failed", "nothing new"), "ok", 0),
        (("new", "could not fetch"), "ok", 1),
        (("new", "could not fetch", "could not fetch"), "ok", 2),
        (("new", "could not fetch", "could not fetch", "could not fetch"), "failing", 3),
        (("new", "failed"), "failing", 1),
        (("new", "interrupted"), "failing", 1),
        (("failed", "could not fetch"), "ok", 2),
        (("failed", "failed", "could not fetch"), "failing", 3),
        (("failed", None), "failing", 1),
        (("new", None), "ok", 0),
    ],
)
def test_the_verdict_follows_how_the_last_runs_ended(
    outcomes: tuple[Outcome | None, ...], verdict: Verdict, failures: int
) -> None:
    health = judge(*outcomes)
    assert (health.verdict, health.failures_in_row) == (verdict, failures)
    assert health.exit_code == (verdict != "ok")
    assert bool(health.reasons) == (verdict != "ok")


def test_a_run_that_did_not_come_is_late_after_some_minutes() -> None:
    assert judge("new", now=MONDAY + DAY + 9 * MINUTE).verdict == "ok"
    late = judge("new", now=MONDAY + DAY + 40 * MINUTE)
    assert late.verdict == "late"
    assert late.reasons == (
        "the run of Tue 2026-03-03 06:00 UTC is late by 40 min; does the watch or the timer run?",
    )


def test_a_run_without_an_end_is_late_when_the_next_is_due() -> None:
    assert judge("new", None, now=MONDAY + 5 * HOUR).verdict == "ok"
    hanging = judge("new", None, now=MONDAY + DAY + HOUR)
    assert hanging.verdict == "late"
    assert "killed, or it hangs" in hanging.reasons[0]


def test_failing_goes_before_late_and_both_are_said() -> None:
    health = judge("failed", now=MONDAY + 3 * DAY)
    assert health.verdict == "failing"
    assert len(health.reasons) == 2


def test_a_store_without_runs_is_late_only_where_a_schedule_is_set() -> None:
    assert judge_health([], DAILY, MONDAY).verdict == "late"
    free = judge_health([], None, MONDAY)
    assert (free.verdict, free.next_run, free.last_run) == ("ok", None, None)


def test_the_order_of_the_runs_changes_nothing() -> None:
    runs = days("failed", "new", "could not fetch")
    assert judge_health(runs, DAILY, MONDAY) == judge_health(runs[::-1], DAILY, MONDAY)


def test_the_next_run_is_that_of_the_schedule_and_at_once_after_an_interruption() -> None:
    assert judge("new").next_run == MONDAY + DAY
    assert judge("new", None).next_run == MONDAY + DAY
    assert judge("new", "interrupted").next_run == MONDAY + HOUR
    assert find_last(days("new", "interrupted")) == MONDAY - DAY
    assert find_last(days("interrupted")) is None


def test_a_run_without_an_end_is_one_that_the_watch_makes_up_for() -> None:
    assert find_last(days("new", None)) == MONDAY - DAY


def test_deliveries_that_wait_are_a_failure_and_those_given_up_are_said() -> None:
    waiting = Delivery(
        digest_id="2026-03-01",
        target="folder:/srv/out",
        attempts=4,
        last_attempt=MONDAY,
        problem="/srv/out: No space left on device",
        delivered=None,
        given_up=None,
    )
    untried = replace(waiting, target="mail:ines@desk.example", attempts=0, problem=None)
    loose = Loose(waiting=(waiting, untried), given_up=1)
    health = judge_health(days("new"), DAILY, MONDAY, loose)
    assert health.verdict == "failing"
    assert health.in_words().splitlines()[-3:] == [
        "waits for folder:/srv/out: 2026-03-01: /srv/out: No space left on device",
        "waits for mail:ines@desk.example: 2026-03-01: not tried yet",
        "deliveries given up: 1",
    ]
    assert judge_health(days("new"), DAILY, MONDAY, Loose(given_up=1)).verdict == "ok"


def test_the_words_say_what_there_is_to_know() -> None:
    silent = Silence("https://vesper.example/rss", MONDAY - 3 * DAY, "no answer in 20 s")
    health = judge_health(
        days("new", "failed"), DAILY, MONDAY + HOUR, Loose(silent_sources=(silent,))
    )
    assert health.in_words().splitlines() == [
        "failing",
        "  the last run ended as failed: note",
        "last run: Mon 2026-03-02 06:00 UTC, failed: note",
        "last success: Sun 2026-03-01 06:00 UTC",
        "failures in a row: 1",
        "next run: Tue 2026-03-03 06:00 UTC",
        "no answer for 3 d 1 h: https://vesper.example/rss: no answer in 20 s",
    ]


def test_a_note_that_begins_with_the_outcome_stands_alone() -> None:
    run = ran(MONDAY, "nothing new", "nothing new; 1 story held back")
    words = judge_health([run], DAILY, MONDAY).in_words()
    assert "last run: Mon 2026-03-02 06:00 UTC, nothing new; 1 story held back" in words


def test_the_json_says_the_same() -> None:
    told = json.loads(judge("new", "failed").model_dump_json())
    assert told["verdict"] == "failing"
    assert told["last_run"]["outcome"] == "failed"
    assert told["next_run"] == "2026-03-03T06:00:00Z"
