"""Whether digests come as they should, judged from what the store remembers of runs.

The store is enough: nothing writes a file of its own that could be out of date.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Literal

from summarize.digest.model import SUCCESSES, Outcome
from summarize.digest.schedule.moments import next_run, occurrence_after
from summarize.digest.schedule.options import Schedule
from summarize.digest.schedule.wording import name_duration, name_moment
from summarize.digest.store.records import Delivery, RunRecord, Silence
from summarize.model import Model

Verdict = Literal["ok", "late", "failing"]

BREAKDOWNS: frozenset[Outcome] = frozenset({"failed", "interrupted"})
FETCH_PATIENCE = 3
"""So many runs in a row without a success are a failure even where none broke down: where few
stories are new, one source that does not answer now and then is no reason for an alarm."""
SLACK = dt.timedelta(minutes=10)
"""How much after its hour a run may begin: a timer's accuracy, and a machine that is busy."""
CHECK_FAILED = 1


class Loose(Model):
    """What is left open: sources that do not answer, and deliveries that wait or are given up."""

    silent_sources: tuple[Silence, ...] = ()
    waiting: tuple[Delivery, ...] = ()
    given_up: int = 0


class Health(Model):
    """The state of the digests at `now`. `reasons` say why the verdict is not ok.

    `next_run` is None where no schedule is set; `failures_in_row` counts the runs at the end that
    brought no success, those that could not fetch among them.
    """

    verdict: Verdict
    reasons: tuple[str, ...]
    now: dt.datetime
    last_run: RunRecord | None
    last_success: dt.datetime | None
    next_run: dt.datetime | None
    failures_in_row: int
    loose: Loose

    @property
    def exit_code(self) -> int:
        """0 where all is well, 1 as for any check that fails."""
        return 0 if self.verdict == "ok" else CHECK_FAILED

    def in_words(self) -> str:
        """Return the state as lines for a person; times are those of the zone of `now`."""
        lines = [self.verdict, *(f"  {reason}" for reason in self.reasons)]
        lines.append(f"last run: {self._name_last()}")
        lines.append(f"last success: {self._name(self.last_success)}")
        if self.failures_in_row:
            lines.append(f"failures in a row: {self.failures_in_row}")
        lines.append(f"next run: {self._name(self.next_run, 'no schedule is set')}")
        lines += [
            f"waits for {one.target}: {one.digest_id}: {one.problem or 'not tried yet'}"
            for one in self.loose.waiting
        ]
        if self.loose.given_up:
            lines.append(f"deliveries given up: {self.loose.given_up}")
        for one in self.loose.silent_sources:
            silent = name_duration(self.now - one.since)
            lines.append(f"no answer for {silent}: {one.source}: {one.problem}")
        return "\n".join(lines)

    def _name(self, moment: dt.datetime | None, missing: str = "none") -> str:
        return missing if moment is None else name_moment(moment, self.now.tzinfo)

    def _name_last(self) -> str:
        run = self.last_run
        if run is None:
            return "none"
        said = run.outcome or f"at work ({run.stage})"
        if run.note:  # it may begin with the outcome
            said = run.note if run.note.startswith(said) else f"{said}: {run.note}"
        return f"{self._name(run.started)}, {said}"


def judge_health(
    runs: Iterable[RunRecord],
    schedule: Schedule | None,
    now: dt.datetime,
    loose: Loose = Loose(),  # noqa: B008 - frozen
) -> Health:
    """Judge the runs, in any order, at `now`.

    Where a schedule is set, a store without runs is late: nobody can say since when one was due.
    """
    ordered = sorted(runs, key=lambda run: run.started)
    failures = _count_failures(ordered)
    failing = _name_failures(ordered, failures)
    if loose.waiting:
        failing = (*failing, f"deliveries wait that did not arrive: {len(loose.waiting)}")
    late = _name_lateness(ordered, schedule, now)
    successes = [run.finished or run.started for run in ordered if run.outcome in SUCCESSES]
    zone = schedule.zone if schedule else now.tzinfo
    return Health(
        verdict="failing" if failing else "late" if late else "ok",
        reasons=(*failing, *late),
        now=now.astimezone(zone),
        last_run=ordered[-1] if ordered else None,
        last_success=max(successes, default=None),
        next_run=_find_next(ordered, schedule, now) if schedule else None,
        failures_in_row=failures,
        loose=loose,
    )


def find_last(runs: Iterable[RunRecord]) -> dt.datetime | None:
    """Return the `last` of `next_run`: when the last run began that came to its end.

    One that was interrupted leaves work, for which its hour counts as missed. So does one without
    an end: it was killed; or it goes on elsewhere, and then whoever comes is told so.
    """
    ended = (run.started for run in runs if run.outcome not in (None, "interrupted"))
    return max(ended, default=None)


def _find_next(ordered: Sequence[RunRecord], schedule: Schedule, now: dt.datetime) -> dt.datetime:
    """Return when the next run is due; one that seems to go on is taken to be at work."""
    if ordered and ordered[-1].outcome is None:
        return next_run(schedule, ordered[-1].started, now)
    return next_run(schedule, find_last(ordered), now)


def _count_failures(ordered: Sequence[RunRecord]) -> int:
    """Count the ended runs since the last success."""
    count = 0
    for run in reversed(ordered):
        if run.outcome in SUCCESSES:
            break
        count += run.outcome is not None
    return count


def _name_failures(ordered: Sequence[RunRecord], failures: int) -> tuple[str, ...]:
    ended = [run for run in ordered if run.outcome is not None]
    if not ended or not failures:
        return ()
    last = ended[-1]
    note = f": {last.note}" if last.note else ""
    if last.outcome in BREAKDOWNS or failures >= FETCH_PATIENCE:
        row = f", and no success in {failures} runs" if failures > 1 else ""
        return (f"the last run ended as {last.outcome}{note}{row}",)
    return ()


def _name_lateness(
    ordered: Sequence[RunRecord], schedule: Schedule | None, now: dt.datetime
) -> tuple[str, ...]:
    """Say that a run should have begun, or that one goes on past the hour of the next."""
    if schedule is None:
        return ()
    if not ordered:
        return ("nothing has run yet; start summarize digest watch, or install a timer",)
    last = ordered[-1]
    due = occurrence_after(schedule, last.started, last.started)
    late = now - due
    if late <= SLACK:
        return ()
    since, by = name_moment(due, schedule.zone), name_duration(late)
    if last.outcome is None:
        return (f"the run before that of {since} has not ended; it was killed, or it hangs",)
    return (f"the run of {since} is late by {by}; does the watch or the timer run?",)
