"""What is pending goes out: target by target, oldest digest first, tried again with back-off.

Each hand-over is written down before the next begins. Between the two a kill can still fall; then
the next run hands the same package over again, by the same key.
"""

import datetime as dt
import math
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from summarize.digest.deliver.port import Package, Record, Target
from summarize.errors import DeliveryFailed

State = Literal["delivered", "given up", "pending"]


@dataclass(frozen=True, slots=True)
class Pending:
    """A digest that a target has not got yet, and the target's name."""

    target: str
    package: Package


@dataclass(frozen=True, slots=True)
class Handover:
    """What became of one pending digest; `pending` is until the next run."""

    digest_id: str
    target: str
    state: State
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Pace:
    """How often and how long a run tries.

    A target is asked at most `attempts` times for a digest, `first_wait_s` after its first failure
    and twice as long after each further one, or as long as it says; none of it later than `total_s`
    after the start. A digest older than `give_up` is given up: RFC 5321, 4.5.4.1 has a
    mail server try for four to five days.
    """

    clock: Callable[[], dt.datetime]
    sleep: Callable[[float], None]
    attempts: int = 4
    first_wait_s: float = 5.0
    total_s: float = 180.0
    give_up: dt.timedelta = dt.timedelta(days=5)


def deliver_pending(
    pending: Iterable[Pending], targets: Mapping[str, Target], record: Record, pace: Pace
) -> tuple[Handover, ...]:
    """Hand over what is pending; return what became of each, in the order in which it did.

    A target that fails stops no other. Its later digests wait for the earlier one, so that it gets
    them in order. One that the settings have no more is reported and its digests stay pending.
    """
    queues: dict[str, deque[Package]] = {}
    for one in sorted(pending, key=lambda one: (one.package.digest.created, one.package.digest.id)):
        queues.setdefault(one.target, deque()).append(one.package)
    run = _Run(record, pace)
    lines = [_Line(targets[name], queue) for name, queue in queues.items() if name in targets]
    gone = [name for name in queues if name not in targets]
    return (*run.serve(lines), *(one for name in gone for one in run.report(name, queues[name])))


@dataclass(slots=True)
class _Line:
    """The digests that wait for one target; `due_s` counts from the start of the run."""

    target: Target
    packages: deque[Package]
    tries: int = 0
    due_s: float = 0.0


@dataclass(slots=True)
class _Run:
    record: Record
    pace: Pace
    start: dt.datetime = field(init=False)

    def __post_init__(self) -> None:
        self.start = self.pace.clock()

    def serve(self, lines: list[_Line]) -> Iterator[Handover]:
        """Serve whoever is due first, until none is left or all that are left have to wait."""
        waiting = list(lines)
        while waiting:
            line = min(waiting, key=lambda one: one.due_s)
            left_s = line.due_s - self._passed_s()
            if left_s > 0:
                self.pace.sleep(left_s)
            yield from self._serve(line)
            waiting = [one for one in waiting if one.packages and math.isfinite(one.due_s)]

    def _serve(self, line: _Line) -> Iterator[Handover]:
        """Hand over to one target until nothing is left or it has to be waited for."""
        line.due_s = 0.0
        while line.packages and not line.due_s:
            package, name = line.packages[0], line.target.name
            try:
                line.target.deliver(package, self.pace.clock())
            except DeliveryFailed as error:
                yield from self._note_failure(line, error)
                continue
            self.record.note_delivered(package.digest.id, name, self.pace.clock())
            line.packages.popleft()
            line.tries = 0
            yield Handover(package.digest.id, name, "delivered")

    def _note_failure(self, line: _Line, error: DeliveryFailed) -> Iterator[Handover]:
        name = line.target.name
        if self._give_up(line.packages[0], name, error.problem, error.is_lasting):
            yield Handover(line.packages.popleft().digest.id, name, "given up", error.problem)
            line.tries = 0
            return
        line.tries += 1
        line.due_s = self._next_s(line.tries, error.wait_s)
        if math.isinf(line.due_s):
            for package in line.packages:
                yield Handover(package.digest.id, name, "pending", error.problem)

    def _give_up(self, package: Package, name: str, problem: str, is_lasting: bool) -> bool:
        """Write an attempt down, and say whether it was the last."""
        now = self.pace.clock()
        since = package.waits_since or package.digest.created
        is_last = is_lasting or now - since >= self.pace.give_up
        self.record.note_attempt_failed(package.digest.id, name, now, problem, is_last)
        return is_last

    def _next_s(self, tries: int, wait_s: float | None) -> float:
        """Return when to try again, in seconds from the start; infinity is not in this run."""
        wait = self.pace.first_wait_s * 2 ** (tries - 1) if wait_s is None else wait_s
        due_s = self._passed_s() + max(wait, 0.001)
        return due_s if tries < self.pace.attempts and due_s <= self.pace.total_s else math.inf

    def _passed_s(self) -> float:
        return (self.pace.clock() - self.start).total_seconds()

    def report(self, name: str, packages: Iterable[Package]) -> Iterator[Handover]:
        """Say of digests for a target that is gone that nobody has them."""
        problem = "is not in the settings any more; write it back, or let its digests go"
        for package in packages:
            is_last = self._give_up(package, name, problem, is_lasting=False)
            state: State = "given up" if is_last else "pending"
            yield Handover(package.digest.id, name, state, problem)
