"""The watch: with a clock of the test's own, and as a process that real signals end."""

import datetime as dt
import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from summarize.digest.model import Outcome
from summarize.digest.schedule.options import Schedule
from summarize.digest.schedule.watching import LONGEST_WAIT_S, ShouldStop, Watch
from summarize.errors import DigestBusy, NothingReadable, UsageError

START = dt.datetime(2026, 3, 2, 5, 0, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
Run = Callable[["Day"], Outcome]


@dataclass
class Day:
    """A clock that moves when it is waited on, and a desk that goes home after some runs."""

    schedule: Schedule
    runs: list[Run]
    now: dt.datetime = START
    asleep: dt.timedelta = dt.timedelta()
    started: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)

    def should_stop(self) -> bool:
        return not self.runs

    def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += dt.timedelta(seconds=seconds) + self.asleep
        self.asleep = dt.timedelta()

    def run_once(self, should_stop: ShouldStop) -> Outcome:
        self.started.append(f"{self.now:%a %H:%M}")
        return self.runs.pop(0)(self)

    def keep(self, last: dt.datetime | None) -> "Day":
        Watch(self.schedule, self.run_once, self.told.append, lambda: self.now, self).keep(last)
        return self


def _home(day: Day) -> Outcome:
    """Be the last run of a test."""
    return "nothing new"


def _taking(length: dt.timedelta) -> Run:
    def run(day: Day) -> Outcome:
        day.now += length
        return "new"

    return run


def _raising(error: Exception) -> Run:
    def run(day: Day) -> Outcome:
        raise error

    return run


def _ending(outcome: Outcome) -> Run:
    return lambda day: outcome


def by_clock(cron: str, grace: str = "6h") -> Schedule:
    return Schedule.model_validate({"cron": cron, "timezone": "UTC", "misfire_grace": grace})


def test_it_says_when_the_next_run_is_and_runs_then() -> None:
    day = Day(by_clock("0 6 * * *"), [_taking(HOUR / 4), _home]).keep(None)
    assert day.started == ["Mon 06:00", "Tue 06:00"]
    assert day.told == [
        "next run: Mon 2026-03-02 06:00 UTC",
        "next run: Tue 2026-03-03 06:00 UTC",
    ]


def test_it_looks_at_the_clock_often_since_timers_stand_still_in_sleep() -> None:
    day = Day(by_clock("0 6 * * *"), [_home], asleep=2 * HOUR).keep(None)
    assert day.started == ["Mon 07:00"]
    assert max(day.waits) <= LONGEST_WAIT_S


def test_a_run_that_was_missed_before_the_start_is_made_up_for() -> None:
    schedule, last = by_clock("0 3 * * *"), START - 26 * HOUR
    day = Day(schedule, [_home, _home]).keep(last)
    assert day.started == ["Mon 05:00", "Tue 03:00"]


def test_a_run_that_is_slept_past_its_grace_is_told_and_left_out() -> None:
    day = Day(by_clock("0 6 * * *", grace="1h"), [_home], asleep=5 * HOUR).keep(None)
    assert day.started == ["Tue 06:00"]
    assert "the run of Mon 2026-03-02 06:00 UTC was missed by 4 h" in day.told[1]


def test_a_run_that_may_not_be_late_is_not_missed_by_the_watch_itself() -> None:
    day = Day(by_clock("0 6 * * *", grace="0m"), [_home], asleep=dt.timedelta(seconds=1))
    day.now = START + HOUR - dt.timedelta(seconds=5)
    assert day.keep(None).started == ["Mon 06:00"]


def test_an_interval_that_was_slept_through_runs_at_once() -> None:
    schedule = Schedule.model_validate({"every": "1d", "misfire_grace": "1h"})
    day = Day(schedule, [_home, _home], asleep=30 * HOUR).keep(START)
    assert day.started[0] == "Tue 11:00"


def test_what_comes_due_during_a_run_is_left_out() -> None:
    day = Day(by_clock("*/10 * * * *"), [_taking(25 * HOUR / 60), _home]).keep(None)
    assert day.started == ["Mon 05:10", "Mon 05:40"]
    day = Day(Schedule.model_validate({"every": "10m"}), [_taking(25 * HOUR / 60), _home]).keep(
        None
    )
    assert day.started == ["Mon 05:00", "Mon 05:30"]


def test_a_failure_is_told_and_counted_and_the_watch_goes_on() -> None:
    runs = [
        _raising(UsageError("digest.toml: unknown key 'feds'")),
        _ending("could not fetch"),
        _raising(NothingReadable([])),
        _ending("new"),
        _ending("failed"),
        _home,
    ]
    day = Day(by_clock("0 6 * * *"), runs).keep(None)
    told = [line for line in day.told if line.startswith("run")]
    assert told[0] == "run failed: digest.toml: unknown key 'feds'"
    assert told[1] == "run ended as could not fetch (2 failures in a row)"
    assert told[2].startswith("run failed: no article could be read")
    assert told[2].endswith("(3 failures in a row)")
    assert told[3] == "run ended as failed"
    assert len(day.started) == 6


def test_a_run_that_finds_another_at_work_is_no_failure() -> None:
    busy = _raising(DigestBusy("digest.sqlite", "run 7"))
    day = Day(by_clock("0 6 * * *"), [_ending("failed"), busy, _ending("failed"), _home]).keep(None)
    told = [line for line in day.told if not line.startswith("next")]
    assert told[0] == "run ended as failed"
    assert told[1].startswith("no run: digest.sqlite: another run (run 7) is at work")
    assert told[2] == "run ended as failed (2 failures in a row)"


def test_an_error_that_nobody_meant_ends_the_watch() -> None:
    day = Day(by_clock("0 6 * * *"), [_raising(ZeroDivisionError()), _home])
    with pytest.raises(ZeroDivisionError):
        day.keep(None)


WATCH = """
    import datetime as dt, gc, sys, threading, time
    from summarize.digest.schedule.options import Schedule
    from summarize.digest.schedule.watching import watch

    gc.disable()

    def run_once(should_stop):
        assert gc.isenabled()
        threading.Thread(target=time.sleep, args=[STEP_S]).start()  # one that is waited for
        print("run", flush=True)
        for step in range(2):
            end = time.monotonic() + STEP_S
            while time.monotonic() < end:
                time.sleep(0.01)
            print("step", step, flush=True)
            if should_stop():
                return "interrupted"
        return "new"

    def tell(line):
        print(line, flush=True)

    schedule = Schedule(every=dt.timedelta(seconds=1))
    sys.exit(watch(schedule, run_once, last=None, tell=tell))
"""


@pytest.fixture
def start_watch() -> Iterator[Callable[[float], subprocess.Popen[str]]]:
    processes = []

    def start(step_s: float, program: tuple[str, ...] = ()) -> subprocess.Popen[str]:
        script = textwrap.dedent(WATCH).replace("STEP_S", str(step_s))
        process = subprocess.Popen(
            [*program, sys.executable, "-c", script],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[1],
        )
        processes.append(process)
        return process

    yield start
    for process in processes:
        process.kill()
        process.communicate()


def _read_until(process: subprocess.Popen[str], wanted: str) -> None:
    assert process.stdout is not None
    for line in process.stdout:
        if line.strip() == wanted:
            return
    raise AssertionError(f"never said {wanted!r}: {process.stderr and process.stderr.read()}")


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 0), (signal.SIGINT, 130), (signal.SIGHUP, 129)]
)
def test_a_signal_ends_the_run_at_its_next_safe_point(
    start_watch: Callable[..., subprocess.Popen[str]], number: signal.Signals, code: int
) -> None:
    process = start_watch(0.3)
    _read_until(process, "run")
    process.send_signal(number)
    output, errors = process.communicate(timeout=10)
    assert output.split("\n")[:1] == ["step 0"]
    assert "step 1" not in output
    assert process.returncode == code
    assert "stopping" in errors
    assert "Traceback" not in errors


def test_a_signal_between_two_runs_ends_the_watch_at_once(
    start_watch: Callable[..., subprocess.Popen[str]],
) -> None:
    process = start_watch(0.0)
    _read_until(process, "step 1")
    time.sleep(0.1)
    began = time.monotonic()
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=10) == 0
    assert time.monotonic() - began < 0.8


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_second_signal_ends_the_process_in_the_middle_of_a_step(
    start_watch: Callable[..., subprocess.Popen[str]], number: signal.Signals
) -> None:
    process = start_watch(30)
    _read_until(process, "run")
    process.send_signal(number)
    assert process.stderr is not None
    assert "stopping" in process.stderr.readline()
    process.send_signal(number)
    assert process.wait(timeout=5) == -number


def test_runs_follow_the_interval_in_a_process_of_its_own(
    start_watch: Callable[..., subprocess.Popen[str]],
) -> None:
    process = start_watch(0.0)
    _read_until(process, "run")
    began = time.monotonic()
    _read_until(process, "run")
    assert 0.7 < time.monotonic() - began < 2.5


@pytest.mark.skipif(not hasattr(os, "fork"), reason="nohup is of Unix")
def test_a_hang_up_that_is_ignored_stays_ignored(
    start_watch: Callable[..., subprocess.Popen[str]],
) -> None:
    process = start_watch(0.2, ("nohup",))
    _read_until(process, "run")
    process.send_signal(signal.SIGHUP)
    _read_until(process, "step 1")
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=10) == 0
