"""What the store says when it cannot, and what of it is left then."""

import os
import random
import shutil
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from summarize.digest.store.opening import open_store
from summarize.digest.store.records import Arrival
from summarize.errors import StoreUnavailable
from tests.postgres import Server, run_server
from tests.storing import DAY, FEED, NOW, add, arrive, run_python, write_digest

SHORT_S = 0.2


def fail_to_open(address: str | Path, problem: str) -> StoreUnavailable:
    with pytest.raises(StoreUnavailable, match=problem) as caught:
        open_store(address, patience_s=SHORT_S)
    return caught.value


def run_code(code: str, *arguments: str, before: tuple[str, ...] = ()) -> str:
    """Run code in a process of its own and return what it printed."""
    command = [*before, sys.executable, "-W", "error", "-c", code, *arguments]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert ended.stderr == ""
    return ended.stdout


# Addresses


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("mysql://desk:secret@db.example/news", "mysql is no kind of store"),
        ("postgresql+asyncpg://desk:secret@db.example/news", "asyncpg is no kind of store"),
        ("sqlite://", "is a file and nothing else"),
        ("sqlite:///:memory:", "is no file"),
        (":memory:", "is no file"),
        ("", "is no file"),
        ("sqlite:///a.db?mode=ro", "is a file and nothing else"),
        ("postgresql://desk:secret@db.example:port/news", "is no address of a store"),
    ],
)
def test_an_address_that_means_no_store_is_named_without_its_password(
    address: str, problem: str
) -> None:
    error = fail_to_open(address, problem)
    assert "secret" not in str(error)
    assert "postgresql://USER:PASSWORD@HOST/NAME" in str(error)


@pytest.mark.parametrize("form", ["{}", "sqlite:///{}"])
def test_a_file_has_two_forms_of_address_and_its_folder_is_made(tmp_path: Path, form: str) -> None:
    path = tmp_path / "a" / "ö 100 %" / "digest.db"
    open_store(form.format(path)).close()
    assert path.exists()


# Files


def test_a_file_in_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    fail_to_open(tmp_path / "file" / "digest.db", "its folder cannot be made")


def test_a_folder_in_place_of_the_file_is_named(tmp_path: Path) -> None:
    fail_to_open(tmp_path, "cannot be opened")


@pytest.mark.parametrize("kept", [b"Notes of mine.\n" * 99, b"SQLite format 3\0" + b"x" * 999])
def test_a_file_of_something_else_is_refused_and_left_alone(tmp_path: Path, kept: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(kept)
    fail_to_open(path, "no store of a digest")
    assert path.read_bytes() == kept


def test_a_damaged_store_is_named(tmp_path: Path) -> None:
    path = tmp_path / "digest.db"
    with open_store(path) as store:
        for number in range(50):
            add(store, arrive(str(number), f"The ferry sank. {number}"), NOW)
    data = bytearray(path.read_bytes())
    data[8192:] = random.Random(1).randbytes(len(data) - 8192)  # noqa: S311
    path.write_bytes(data)
    with pytest.raises(StoreUnavailable, match="a damaged one"), open_store(path) as store:
        store.window(None)


READ_ONLY = """
import sys
from summarize.digest.store.opening import open_store
from summarize.errors import StoreUnavailable
from tests.storing import NOW
try:
    with open_store(sys.argv[1]) as store, store.claim():
        store.begin_run(NOW)
except StoreUnavailable as error:
    print(error)
"""


@contextmanager
def read_only(folder: Path) -> Iterator[tuple[str, ...]]:
    """Let nobody write to the folder; yields the command by which root heeds that, too."""
    folder.chmod(0o555)
    try:
        if os.geteuid() != 0:
            yield ()
            return
        if shutil.which("setpriv") is None:
            pytest.skip("root writes everywhere, and there is no setpriv to hinder it")
        yield ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
    finally:
        folder.chmod(0o755)


def test_a_folder_that_nobody_may_write_to_is_named(tmp_path: Path) -> None:
    with read_only(tmp_path) as before:
        said = run_code(READ_ONLY, str(tmp_path / "digest.db"), before=before)
        assert said.startswith(f"{tmp_path / 'digest.db'}: cannot be opened; check that the folder")
        said = run_code(READ_ONLY, str(tmp_path / "new" / "digest.db"), before=before)
        assert "its folder cannot be made (Permission denied); give another path" in said


def test_a_store_in_a_folder_that_nobody_may_write_to_is_named(tmp_path: Path) -> None:
    path = tmp_path / "digest.db"
    open_store(path).close()
    path.chmod(0o444)
    with read_only(tmp_path) as before:
        said = run_code(READ_ONLY, str(path), before=before)
    assert said.startswith(f"{path}: cannot be ")
    assert said.count("\n") == 1


# A full disk

FILL = """
import random, resource, sys
from summarize.digest.store.opening import open_store
from summarize.errors import StoreUnavailable
from tests.storing import NOW, add, arrive, write_digest

rng = random.Random(1)
with open_store(sys.argv[1]) as store:
    if len(sys.argv) > 2:
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
    added = 0
    try:
        while added < 1000:
            add(store, arrive(str(added), rng.randbytes(9000).hex()), NOW)
            added += 1
    except StoreUnavailable as error:
        print(error)
    for _ in range(3):
        try:
            add(store, arrive("more", rng.randbytes(30_000).hex()), NOW)
        except StoreUnavailable as error:
            print(error)
    assert len(store.window(None)) == added, "what was there can still be read"
    print(added)
"""
OPEN_FULL = """
from pathlib import Path
folder = Path(sys.argv[1]).parent
try:
    with (folder / "filler").open("wb", buffering=0) as filler:
        while True:
            filler.write(bytes(512))
except OSError:
    pass
try:
    open_store(folder / "another.db")
except StoreUnavailable as error:
    print(error)
"""


def test_a_file_that_may_not_grow_leaves_what_was_written(tmp_path: Path) -> None:
    path = tmp_path / "digest.db"
    said = run_code(FILL, str(path), "400000").splitlines()
    assert all("check that it is whole and not full" in line for line in said[:4])
    added = int(said[4])
    with open_store(path) as store:  # with room again
        assert 0 < len(store.window(None)) == added
        assert add(store, arrive("more", "The ferry sank."), NOW) == "new"
    assert is_whole(path)


def test_a_full_disk_leaves_what_was_written(tmp_path: Path) -> None:
    mount = 'mount -t tmpfs -o size=1m tmpfs "$0" && exec "$@"'
    before = ("unshare", "--map-root-user", "--mount", "sh", "-c", mount, str(tmp_path))
    if subprocess.run([*before, "true"], check=False, capture_output=True).returncode:
        pytest.skip("no small disk can be mounted here")
    *said, added, opening = run_code(
        FILL + OPEN_FULL, str(tmp_path / "digest.db"), before=before
    ).splitlines()
    assert int(added) > 0
    assert len(said) == 4
    assert all("the disk is full; make room and run again" in line for line in said)
    assert opening.startswith(str(tmp_path / "another.db"))


def is_whole(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("PRAGMA integrity_check").fetchall()
        return rows == [("ok",)] and not connection.execute("PRAGMA foreign_key_check").fetchall()


# Locked by another program


@contextmanager
def locked(address: str) -> Iterator[None]:
    """Keep others from writing, as a program would that hangs in the middle of a transaction."""
    if "://" not in address:
        with closing(sqlite3.connect(address, isolation_level=None)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            yield
            return
    engine = create_engine(make_url(address).set(drivername="postgresql+psycopg"))
    try:
        with engine.begin() as connection:
            connection.execute(text("LOCK TABLE runs IN EXCLUSIVE MODE"))
            yield
    finally:
        engine.dispose()


def test_a_locked_store_is_waited_for_and_then_named(store_address: str) -> None:
    with open_store(store_address, patience_s=SHORT_S) as store:
        run_id = store.begin_run(NOW)
        with locked(store_address):
            with pytest.raises(StoreUnavailable, match="another program keeps it locked"):
                store.note_stage(run_id, "group")
            assert store.list_runs(1)[0].stage == "read", "reading does not wait"
            with open_store(store_address, patience_s=SHORT_S) as another:
                assert another.uid == store.uid
        store.note_stage(run_id, "group")
        assert store.list_runs(1)[0].stage == "group"


# Transactions


def test_a_batch_that_breaks_off_leaves_nothing_of_itself(store_address: str) -> None:
    def read() -> Iterator[Arrival]:
        yield arrive("one", "The ferry sank.")
        raise KeyboardInterrupt

    with open_store(store_address) as store:
        with pytest.raises(KeyboardInterrupt):
            store.add_articles(read(), NOW)
        assert store.window(None) == ()
        assert store.known(FEED, ["one"]) == {}


def test_a_digest_that_cannot_be_kept_leaves_nothing_of_itself(store_address: str) -> None:
    with open_store(store_address) as store:
        store.add_digest(write_digest("d", {}), {}, ["mail"], 1)
        run_id = store.begin_run(NOW)
        again = write_digest("d", {}, NOW + DAY)
        with pytest.raises(StoreUnavailable):
            store.add_digest(again, {}, ["folder"], run_id)
        assert [one.target for one in store.pending_deliveries()] == ["mail"]
        assert store.list_runs(1)[0].digest_id is None


KILLED_INSIDE = """
import os, signal, sys
from summarize.digest.store.opening import open_store
from tests.storing import NOW, arrive

def read():
    yield arrive("one", "The ferry sank.")
    os.kill(os.getpid(), signal.SIGKILL)

with open_store(sys.argv[1]) as store:
    store.begin_run(NOW)
    store.add_articles(read(), NOW)
"""


def test_a_process_killed_inside_a_transaction_leaves_nothing_of_it(store_address: str) -> None:
    assert run_code(KILLED_INSIDE, store_address) == ""
    with open_store(store_address) as store:
        assert store.window(None) == ()
        store.begin_run(NOW)
        assert [run.outcome for run in store.list_runs(2)] == [None, "interrupted"]
        assert add(store, arrive("one", "The ferry sank."), NOW) == "new"


KILLED_SOMEWHERE = """
import sys
from summarize.digest.store.opening import open_store
from tests.storing import NOW, write_digest

with open_store(sys.argv[1]) as store:
    for number in range(100_000):
        store.add_digest(write_digest(f"d{number}", {}), {}, ["folder", "mail"], 1)
        store.note_delivered(f"d{number}", "folder", NOW)
        print(number, flush=True)
"""


@pytest.mark.parametrize("after", [1, 25])
def test_a_process_killed_somewhere_loses_nothing_that_it_had_kept(
    store_address: str, after: int
) -> None:
    with run_python(KILLED_SOMEWHERE, store_address) as process:
        assert process.stdout is not None
        for number in range(after):
            assert process.stdout.readline() == f"{number}\n"
        process.kill()
        kept = number + 1 + len(process.communicate()[0].splitlines())
    with open_store(store_address) as store:
        heads = store.list_digests(100_000)
        assert len(heads) in (kept, kept + 1)
        for head in heads[len(heads) - kept :]:
            folder, mail = store.deliveries(head.id)
            assert folder.delivered
            assert not mail.delivered
        for head in heads[: len(heads) - kept]:
            assert len(store.deliveries(head.id)) == 2


# PostgreSQL


@pytest.mark.parametrize(
    ("is_needed", "ending"), [(True, pytest.fail.Exception), (False, pytest.skip.Exception)]
)
def test_a_server_that_is_not_installed_is_a_failure_where_it_is_needed(
    monkeypatch: pytest.MonkeyPatch, is_needed: bool, ending: type[BaseException]
) -> None:
    monkeypatch.setattr("tests.postgres.IS_NEEDED", is_needed)
    monkeypatch.setattr("tests.postgres.find_programs", lambda: None)
    with pytest.raises(ending, match="no server of PostgreSQL is installed"), run_server():
        pass


NO_PSYCOPG = """
import sys
sys.modules["psycopg"] = None
from summarize.digest.store.opening import open_store
from summarize.errors import StoreUnavailable
try:
    open_store("postgresql://desk:secret@db.example/news")
except StoreUnavailable as error:
    print(error)
"""


def test_a_missing_driver_is_named_with_what_brings_it() -> None:
    assert run_code(NO_PSYCOPG) == (
        "postgresql://desk:***@db.example/news: needs psycopg; "
        "install it with: pip install 'summarize[postgres]'\n"
    )


def test_a_server_that_is_down_is_named_without_its_password() -> None:
    with socket.socket() as taken:  # a port without a listener
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        query = "sslpassword=secret&application_name=desk"
        address = f"postgresql://desk:secret@127.0.0.1:{port}/news?{query}"
        error = fail_to_open(address, "the server does not answer")
    shown = f"postgresql://desk:***@127.0.0.1:{port}/news"
    assert str(error).startswith(shown)
    assert "secret" not in str(error)


def test_a_database_that_is_not_there_is_named(postgres_url: str) -> None:
    url = make_url(postgres_url).set(database="nowhere")
    fail_to_open(url.render_as_string(hide_password=False), 'database "nowhere" does not exist')


@pytest.fixture
def server() -> Iterator[Server]:
    """Start a server that a test may kill."""
    with run_server() as own:
        yield own


def test_a_server_killed_in_the_middle_of_a_run_is_named_and_nothing_is_left_half(
    server: Server,
) -> None:
    def read() -> Iterator[Arrival]:
        yield arrive("two", "The ferry sank.")
        server.stop()
        yield arrive("three", "The ferry did not sink.")

    with open_store(server.url, patience_s=SHORT_S) as store:
        add(store, arrive("one", "A ferry."), NOW)
        with pytest.raises(StoreUnavailable, match="the server does not answer"):
            store.add_articles(read(), NOW)
        with pytest.raises(StoreUnavailable, match="the server does not answer"):
            store.window(None)
        server.start()
        assert len(store.window(None)) == 1, "one store goes on with a server that came back"
        assert add(store, arrive("two", "The ferry sank."), NOW) == "new"


def test_a_run_whose_server_was_restarted_has_lost_its_lock_and_writes_no_more(
    server: Server,
) -> None:
    with open_store(server.url, patience_s=SHORT_S) as store:
        with store.claim():
            store.begin_run(NOW)
            server.stop()
            server.start()
            with pytest.raises(StoreUnavailable, match="the lock of this run was lost"):
                add(store, arrive("one", "The ferry sank."), NOW)
            assert store.window(None) == ()
        with store.claim():
            store.begin_run(NOW)
