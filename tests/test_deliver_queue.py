"""What is pending goes out in order, is tried again, and is written down at once."""

import datetime as dt
import math
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from summarize.digest.deliver import open_targets
from summarize.digest.deliver.config import FolderTarget, MailTarget, WebhookTarget
from summarize.digest.deliver.port import Package, Target
from summarize.digest.deliver.queue import Handover, Pace, Pending, deliver_pending
from summarize.errors import DeliveryFailed
from tests.digests import MORNING, UID, make_digest, make_package
from tests.mail_server import mail_server
from tests.test_deliver_webhook import ENVIRON, receiver


@dataclass
class Clock:
    """A clock that only sleeping moves."""

    now: dt.datetime = MORNING
    slept: list[float] = field(default_factory=list)

    def read(self) -> dt.datetime:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += dt.timedelta(seconds=seconds)


@dataclass
class Book:
    """A store that is a list."""

    lines: list[tuple[str, ...]] = field(default_factory=list)

    def note_delivered(self, digest_id: str, target: str, now: dt.datetime) -> None:
        self.lines.append(("delivered", digest_id, target))

    def note_attempt_failed(
        self, digest_id: str, target: str, now: dt.datetime, problem: str, is_lasting: bool
    ) -> None:
        self.lines.append(("given up" if is_lasting else "failed", digest_id, target))


@dataclass
class Fickle:
    """A target that does what it is told, attempt by attempt, and then takes everything."""

    name: str
    script: list[tuple[bool, float | None] | None] = field(default_factory=list)
    got: list[str] = field(default_factory=list)

    def deliver(self, package: Package, now: dt.datetime) -> None:
        step = self.script.pop(0) if self.script else None
        if step is not None:
            is_lasting, wait_s = step
            raise DeliveryFailed(self.name, "is fickle", is_lasting=is_lasting, wait_s=wait_s)
        self.got.append(package.digest.id)


PASSING = (False, None)
LASTING = (True, None)
ONE, TWO, THREE = (
    make_package(make_digest(id=f"2025-05-0{day}", created=MORNING - dt.timedelta(days=3 - day)))
    for day in (1, 2, 3)
)


def run(
    packages: Iterable[Package], *targets: Target, book: Book | None = None, **pace: object
) -> tuple[tuple[Handover, ...], Book, Clock]:
    clock, record = Clock(), book or Book()
    pending = [Pending(target.name, one) for one in packages for target in targets]
    settled = Pace(clock.read, clock.sleep, **pace)  # type: ignore[arg-type]
    done = deliver_pending(pending, {one.name: one for one in targets}, record, settled)
    return done, record, clock


def states(done: Iterable[Handover]) -> list[tuple[str, str, str]]:
    return [(one.target, one.digest_id, one.state) for one in done]


def test_nothing_pending_is_nothing_done() -> None:
    assert run([])[0] == ()


def test_digests_come_in_their_order_whatever_that_of_the_list() -> None:
    target = Fickle("a")
    done, record, clock = run([THREE, ONE, TWO], target)
    assert target.got == ["2025-05-01", "2025-05-02", "2025-05-03"]
    assert [line[0] for line in record.lines] == ["delivered"] * 3
    assert {one.state for one in done} == {"delivered"}
    assert not clock.slept


def test_each_hand_over_is_written_down_before_the_next_begins() -> None:
    book = Book()

    class Watching(Fickle):
        def deliver(self, package: Package, now: dt.datetime) -> None:
            assert [line[1] for line in book.lines] == self.got
            super().deliver(package, now)

    run([ONE, TWO, THREE], Watching("a"), book=book)
    assert len(book.lines) == 3


def test_a_passing_failure_is_tried_again_after_longer_and_longer() -> None:
    target = Fickle("a", [PASSING] * 3)
    done, record, clock = run([ONE], target)
    assert clock.slept == [5, 10, 20]
    assert [line[0] for line in record.lines] == ["failed"] * 3 + ["delivered"]
    assert states(done) == [("a", "2025-05-01", "delivered")]


def test_after_so_many_attempts_it_waits_for_the_next_run_and_so_do_later_ones() -> None:
    target = Fickle("a", [PASSING] * 4)
    done, record, _ = run([ONE, TWO], target)
    assert states(done) == [("a", "2025-05-01", "pending"), ("a", "2025-05-02", "pending")]
    assert {one.problem for one in done} == {"is fickle"}
    assert record.lines == [("failed", "2025-05-01", "a")] * 4
    assert not target.got


def test_a_lasting_failure_is_tried_once_and_holds_up_no_other_digest() -> None:
    target = Fickle("a", [LASTING])
    done, record, clock = run([ONE, TWO], target)
    assert states(done) == [("a", "2025-05-01", "given up"), ("a", "2025-05-02", "delivered")]
    assert [line[0] for line in record.lines] == ["given up", "delivered"]
    assert not clock.slept


def test_what_a_person_has_to_mend_is_not_tried_again_in_this_run() -> None:
    done, record, clock = run([ONE], Fickle("a", [(False, math.inf)]))
    assert states(done) == [("a", "2025-05-01", "pending")]
    assert record.lines == [("failed", "2025-05-01", "a")]
    assert not clock.slept


def test_one_that_fails_stops_no_other_and_nobody_waits_for_it() -> None:
    slow, quick = Fickle("slow", [PASSING] * 9), Fickle("quick", [PASSING])
    done, _, clock = run([ONE, TWO], slow, quick)
    assert quick.got == ["2025-05-01", "2025-05-02"]
    assert sum(clock.slept) == 5 + 10 + 20
    assert [one.target for one in done] == ["quick"] * 2 + ["slow"] * 2


@pytest.mark.parametrize(("asked_s", "slept"), [(42.0, [42.0]), (0.0, [0.001]), (181.0, [])])
def test_a_target_says_how_long_it_wants_to_be_left_alone_up_to_the_end(
    asked_s: float, slept: list[float]
) -> None:
    done, _, clock = run([ONE], Fickle("a", [(False, asked_s)]))
    assert clock.slept == pytest.approx(slept)
    assert done[0].state == ("delivered" if slept else "pending")


def test_the_run_ends_in_time_whatever_happens() -> None:
    _, _, clock = run([ONE], Fickle("a", [PASSING] * 99), attempts=99, total_s=60)
    assert sum(clock.slept) == 5 + 10 + 20  # the next would be at 75


def test_each_digest_has_its_own_attempts() -> None:
    target = Fickle("a", [PASSING, PASSING, None, PASSING, PASSING])
    done, _, clock = run([ONE, TWO], target)
    assert {one.state for one in done} == {"delivered"}
    assert clock.slept == [5, 10, 5, 10]


def test_a_digest_that_is_too_old_is_tried_once_more_and_given_up() -> None:
    old = make_package(make_digest(id="2025-04-20", created=MORNING - dt.timedelta(days=6)))
    target = Fickle("a", [PASSING])
    done, record, _ = run([old, ONE], target)
    assert states(done) == [("a", "2025-04-20", "given up"), ("a", "2025-05-01", "delivered")]
    assert record.lines[0] == ("given up", "2025-04-20", "a")


def test_how_long_a_digest_waits_is_not_told_by_the_day_that_it_was_given() -> None:
    created = MORNING - dt.timedelta(days=300)
    package = replace(make_package(make_digest(created=created)), waits_since=MORNING)
    done, _, _ = run([package], Fickle("a", [(False, math.inf)]))
    assert [one.state for one in done] == ["pending"]


def test_a_target_that_the_settings_have_no_more_is_reported_and_not_lost() -> None:
    clock, book, here = Clock(), Book(), Fickle("here")
    pending = [Pending("gone", ONE), Pending("here", ONE)]
    done = deliver_pending(pending, {"here": here}, book, Pace(clock.read, clock.sleep))
    assert states(done) == [("here", "2025-05-01", "delivered"), ("gone", "2025-05-01", "pending")]
    assert "is not in the settings any more" in done[1].problem
    assert ("failed", "2025-05-01", "gone") in book.lines


def test_a_fault_of_the_store_ends_the_run_and_the_next_hands_over_by_the_same_key() -> None:
    class Broken(Book):
        def note_delivered(self, digest_id: str, target: str, now: dt.datetime) -> None:
            raise OSError("disk full")

    target = Fickle("a")
    with pytest.raises(OSError, match="disk full"):
        run([ONE], target, book=Broken())
    run([ONE], target)
    assert target.got == ["2025-05-01"] * 2


def test_a_signal_that_ends_a_wait_loses_nothing() -> None:
    class Ended(Exception):
        pass

    def end(seconds: float) -> None:
        raise Ended

    book, target = Book(), Fickle("a", [None, PASSING])
    pending = [Pending("a", one) for one in (ONE, TWO)]
    with pytest.raises(Ended):
        deliver_pending(pending, {"a": target}, book, Pace(Clock().read, end))
    assert book.lines == [("delivered", "2025-05-01", "a"), ("failed", "2025-05-02", "a")]


@pytest.mark.parametrize("key", ["", "a b", "a\r\nb", "ü", "x" * 201])
def test_a_key_that_no_header_can_hold_is_none(key: str) -> None:
    with pytest.raises(ValueError, match="not a key"):
        Package(make_digest(), key, (), UID)


class TestRealTargets:
    """A kill between hand-over and record, which is a store that forgets."""

    def both(self, make: Callable[[], dict[str, Target]]) -> None:
        for _ in range(2):
            targets = make()
            pending = [Pending(name, ONE) for name in targets]
            clock = Clock()
            done = deliver_pending(pending, targets, Book(), Pace(clock.read, clock.sleep))
            assert {one.state for one in done} == {"delivered"}

    def test_a_folder_has_it_once(self, tmp_path: Path) -> None:
        config = FolderTarget(kind="folder", folder=str(tmp_path / "out"))
        self.both(lambda: open_targets([config], {}))
        names = {one.name for one in (tmp_path / "out").iterdir()}
        assert names == {"2025-05-01", "index.html", "feed.xml"}

    def test_a_webhook_can_tell_by_the_key(self) -> None:
        with receiver(500, 200) as server:
            config = WebhookTarget(kind="webhook", url=server.url)
            self.both(lambda: open_targets([config], ENVIRON))
        assert len(server.requests) == 3
        assert {one.headers["Idempotency-Key"] for one in server.requests} == {ONE.key}

    def test_a_mailbox_can_tell_by_the_id(self) -> None:
        with mail_server({"DATA": ["451 later", "250 taken"]}) as server:
            config = MailTarget(
                kind="mail",
                host="127.0.0.1",
                port=server.port,
                security="none",
                sender="digest@desk.example",
                to=("ines@desk.example",),
            )
            self.both(lambda: open_targets([config], {}))
        first, second = server.messages
        assert first["Message-ID"] == second["Message-ID"]


@pytest.mark.parametrize(
    ("kind", "not_loaded"),
    [("folder", ["smtplib", "httpx2"]), ("mail", ["httpx2"]), ("webhook", ["smtplib"])],
)
def test_only_what_is_used_is_loaded(kind: str, not_loaded: list[str]) -> None:
    script = f"""
import sys
from pydantic import TypeAdapter
from summarize.digest.deliver import open_targets
from summarize.digest.deliver.config import TargetConfig
given = {{
    "folder": {{"folder": "/nowhere"}},
    "mail": {{"host": "x", "security": "none", "sender": "a@x", "to": ["b@x"]}},
    "webhook": {{"url": "https://x"}},
}}[{kind!r}]
config = TypeAdapter(TargetConfig).validate_python({{"kind": {kind!r}, **given}})
open_targets([config], {{"SUMMARIZE_WEBHOOK_SECRET": "A" * 32}})
print(sorted({{"smtplib", "httpx2", "rich"}} & sys.modules.keys()))
"""
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert not any(one in ran.stdout for one in not_loaded)
