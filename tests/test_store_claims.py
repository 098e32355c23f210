"""One run at a time, whoever dies."""

import os
import subprocess
import time
from pathlib import Path

import pytest

from summarize.digest.store.opening import open_store
from summarize.digest.store.store import Store
from summarize.errors import DigestBusy
from tests.postgres import make_schema
from tests.storing import NOW, run_python

HOLD = """
import sys
from summarize.digest.store.opening import open_store
with open_store(sys.argv[1]) as store, store.claim():
    print("held", flush=True)
    sys.stdin.readline()
"""
FORK = """
import os, sys, time
from summarize.digest.store.opening import open_store
with open_store(sys.argv[1]) as store, store.claim():
    child = os.fork()
    if child == 0:
        time.sleep(60)
        os._exit(0)
    print(child, flush=True)
    sys.stdin.readline()
"""
SOON_S = 5.0


def read_line(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def claim_soon(store: Store) -> None:
    """Claim and let go; a server needs a moment to see that its client is gone."""
    deadline = time.monotonic() + SOON_S
    while True:
        try:
            with store.claim():
                return
        except DigestBusy:
            assert time.monotonic() < deadline, "the lock is still held"
            time.sleep(0.02)


def test_a_second_run_is_told_at_once_who_is_at_work(store_address: str) -> None:
    with open_store(store_address) as store, run_python(HOLD, store_address) as holder:
        assert read_line(holder) == "held"
        began = time.monotonic()
        with pytest.raises(DigestBusy) as caught, store.claim():
            pass
        assert time.monotonic() - began < 1
        told = str(caught.value)
        assert f"process {holder.pid} on {os.uname().nodename}, since 20" in told
        assert "at work; wait until it has ended" in told
        holder.communicate("done\n", timeout=30)
        assert holder.returncode == 0
        claim_soon(store)


def test_a_holder_killed_with_9_holds_nothing(store_address: str) -> None:
    with open_store(store_address) as store, run_python(HOLD, store_address) as holder:
        assert read_line(holder) == "held"
        holder.kill()
        holder.communicate()
        claim_soon(store)


def test_a_child_of_a_killed_holder_holds_nothing(store_address: str) -> None:
    with open_store(store_address) as store, run_python(FORK, store_address) as holder:
        child = int(read_line(holder))
        try:
            holder.kill()
            holder.wait()
            claim_soon(store)
        finally:
            os.kill(child, 9)


def test_a_child_that_ends_takes_the_lock_from_nobody(store_address: str) -> None:
    with open_store(store_address) as store, run_python(FORK, store_address) as holder:
        os.kill(int(read_line(holder)), 9)
        with pytest.raises(DigestBusy), store.claim():
            pass


def test_one_process_cannot_hold_it_twice(store_address: str) -> None:
    with open_store(store_address) as store, open_store(store_address) as another:
        with store.claim():
            with pytest.raises(DigestBusy), another.claim():
                pass
            with pytest.raises(DigestBusy), store.claim():
                pass
            store.begin_run(NOW)
        with another.claim(), pytest.raises(DigestBusy), store.claim():
            pass


def test_a_run_that_fails_lets_go(store_address: str) -> None:
    with open_store(store_address) as store:
        with pytest.raises(RuntimeError, match="broke off"), store.claim():
            raise RuntimeError("it broke off")
        with store.claim():
            pass


def test_others_read_while_a_run_is_at_work(store_address: str) -> None:
    with open_store(store_address) as store, store.claim():
        store.begin_run(NOW)
        with open_store(store_address) as reader:
            assert len(reader.list_runs(5)) == 1


def test_a_link_to_a_store_has_the_lock_of_the_store(tmp_path: Path) -> None:
    (tmp_path / "link.db").symlink_to(tmp_path / "digest.db")
    with open_store(tmp_path / "digest.db") as store, open_store(tmp_path / "link.db") as link:
        assert link.uid == store.uid
        with store.claim(), pytest.raises(DigestBusy), link.claim():
            pass


def test_stores_of_one_server_have_locks_of_their_own(postgres_url: str) -> None:
    with (
        make_schema(postgres_url) as one,
        make_schema(postgres_url) as two,
        open_store(one) as first,
        open_store(two) as second,
        first.claim(),
        second.claim(),
    ):
        assert first.uid != second.uid
