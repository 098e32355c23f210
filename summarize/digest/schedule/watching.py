"""The foreground watch: waits, runs, says what comes next, and ends when it is asked to."""

import datetime as dt
import gc
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from summarize.digest.model import SUCCESSES, Outcome
from summarize.digest.pausing import read_clock
from summarize.digest.schedule.moments import next_run, occurrence_after
from summarize.digest.schedule.options import Schedule
from summarize.digest.schedule.stopping import StopSignals
from summarize.digest.schedule.wording import name_duration, name_moment
from summarize.errors import DigestBusy, SummarizeError

ShouldStop = Callable[[], bool]
RunOnce = Callable[[ShouldStop], Outcome]
"""One run. It asks at each safe point whether to stop, and returns how it ended."""

LONGEST_WAIT_S = 20.0
"""How often the clock is looked at: a timer stands still while the machine sleeps."""


class Stop(Protocol):
    """What ends the watch; `StopSignals` where it is for real."""

    def should_stop(self) -> bool:
        """Whether to end."""

    def wait(self, seconds: float) -> None:
        """Sleep so long, or until asked to end."""


@dataclass(slots=True)
class Watch:
    """A schedule that is kept: one run after the other, so that no two overlap.

    A run that comes due while another goes on is left out. `failures` counts those in a row.
    """

    schedule: Schedule
    run_once: RunOnce
    tell: Callable[[str], None]
    clock: Callable[[], dt.datetime]
    stop: Stop
    failures: int = field(default=0, init=False)

    def keep(self, last: dt.datetime | None) -> None:
        """Run whenever a run is due, until asked to end. `last` is as for `next_run`."""
        due = next_run(self.schedule, last, self.clock())
        self._tell_next(due)
        while self._await(due):
            started = self.clock()
            self._run()
            ended = max(started, self.clock())
            due = occurrence_after(self.schedule, ended, started)
            self._tell_next(due)

    def _await(self, due: dt.datetime) -> bool:
        """Wait for `due`, or for what takes its place if it was slept through; false to end."""
        while not self.stop.should_stop():
            now = self.clock()
            if self.schedule.cron and now - due > self._grace():
                late = name_duration(now - due)
                self.tell(f"the run of {self._name(due)} was missed by {late}")
                due = next_run(self.schedule, due, now)
                self._tell_next(due)
            if due <= now:
                return True
            self.stop.wait(min((due - now).total_seconds(), LONGEST_WAIT_S))
        return False

    def _grace(self) -> dt.timedelta:
        """Return how late a run may begin; the watch itself is that slow to see the hour come."""
        return max(self.schedule.misfire_grace, dt.timedelta(seconds=LONGEST_WAIT_S))

    def _run(self) -> None:
        """Run once, and count failures; what is wrong with one run does not end the watch."""
        problem = ""
        try:
            outcome = self.run_once(self.stop.should_stop)
            if outcome not in SUCCESSES:
                problem = f"run ended as {outcome}"
        except DigestBusy as error:
            self.tell(f"no run: {error}")
            return
        except SummarizeError as error:
            problem = f"run failed: {error}"
        if self.stop.should_stop():
            return
        self.failures = self.failures + 1 if problem else 0
        if problem:
            count = f" ({self.failures} failures in a row)" if self.failures > 1 else ""
            self.tell(f"{problem}{count}")

    def _tell_next(self, due: dt.datetime) -> None:
        if self.stop.should_stop():
            return
        is_now = due <= self.clock()
        self.tell("running now" if is_now else f"next run: {self._name(due)}")

    def _name(self, moment: dt.datetime) -> str:
        return name_moment(moment, self.schedule.zone)


def watch(
    schedule: Schedule,
    run_once: RunOnce,
    *,
    last: dt.datetime | None,
    tell: Callable[[str], None],
    clock: Callable[[], dt.datetime] = read_clock,
) -> int:
    """Keep the schedule until a signal comes, and return the exit code: 0 after SIGTERM.

    The first signal lets a run end at its next safe point; the second ends the process at once.
    """
    gc.enable()  # the console script goes without, which a process that stays cannot
    with StopSignals() as signals:
        Watch(schedule, run_once, tell, clock, signals).keep(last)
    return signals.exit_code
