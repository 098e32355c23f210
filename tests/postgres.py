"""A PostgreSQL server for the tests: one that is given, or one started for them and stopped again.

SUMMARIZE_TEST_POSTGRES is the address of a database in which the tests may make schemas. Without
it the programs of an installed server are looked for. SUMMARIZE_TEST_NEED_POSTGRES makes their
absence a failure: CI sets it, where a skipped test would go unseen.
"""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from sqlalchemy.engine import URL, make_url

# read before any test, since the tests hide the settings of whoever runs them
GIVEN = os.environ.get("SUMMARIZE_TEST_POSTGRES")
IS_NEEDED = bool(os.environ.get("SUMMARIZE_TEST_NEED_POSTGRES"))
START_S = 60.0


class Server:
    """A running server of our own; `stop` and `start` work on it alone."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self._programs = programs
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self.port = _free_port()
        self.url = f"postgresql://postgres@127.0.0.1:{self.port}/postgres"

    def initialise(self) -> None:
        options = ["--no-sync", "--auth=trust", "--username=postgres", "--encoding=UTF8"]
        command = [self._programs / "initdb", "-D", self._folder / "data", *options]
        subprocess.run(command, check=True, capture_output=True, **_ordinary_user())

    def start(self) -> None:
        log = (self._folder / "log").open("ab")
        settings = (
            f"port={self.port}",
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=off",
            "max_connections=50",
        )
        command = [self._programs / "postgres", "-D", self._folder / "data"]
        options = [part for setting in settings for part in ("-c", setting)]
        with log:
            self._process = subprocess.Popen(
                [*command, *options], stdout=log, stderr=log, **_ordinary_user()
            )
        self._wait()

    def stop(self) -> None:
        """Stop it as a crash would, without a word to those who are connected."""
        assert self._process is not None
        subprocess.run(
            [self._programs / "pg_ctl", "stop", "-D", self._folder / "data", "-m", "immediate"],
            check=True,
            capture_output=True,
            **_ordinary_user(),
        )
        self._process.wait()
        self._process = None

    def close(self) -> None:
        if self._process is not None:
            self.stop()

    def _wait(self) -> None:
        assert self._process is not None
        ready = [self._programs / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(self.port)]
        deadline = time.monotonic() + START_S
        while subprocess.run(ready, check=False).returncode:
            if self._process.poll() is not None or time.monotonic() > deadline:
                pytest.fail((self._folder / "log").read_text())
            time.sleep(0.05)


@contextmanager
def run_server() -> Iterator[Server]:
    """Start a server that is thrown away; skips, or fails in CI, where none is installed."""
    programs = find_programs()
    if programs is None:
        reason = "no server of PostgreSQL is installed; set SUMMARIZE_TEST_POSTGRES"
        pytest.fail(reason) if IS_NEEDED else pytest.skip(reason)
    folder = Path(tempfile.mkdtemp(prefix="summarize-postgres-"))
    try:
        user = _ordinary_user().get("user")
        if user is not None:
            shutil.chown(folder, user)
        server = Server(programs, folder)
        server.initialise()
        server.start()
        try:
            yield server
        finally:
            server.close()
    finally:
        shutil.rmtree(folder)


@contextmanager
def make_schema(server_url: str) -> Iterator[str]:
    """Make an empty schema and yield the address of a store in it."""
    name = f"test_{uuid.uuid4().hex}"
    url = make_url(server_url).set(drivername="postgresql+psycopg")
    with _admin(url, f'CREATE SCHEMA "{name}"', f'DROP SCHEMA "{name}" CASCADE'):
        placed = make_url(server_url).update_query_dict({"options": f"-csearch_path={name}"})
        yield placed.render_as_string(hide_password=False)


@contextmanager
def _admin(url: URL, before: str, after: str) -> Iterator[None]:
    engine = create_engine(url)
    try:
        with engine.begin() as connection:
            connection.exec_driver_sql(before)
        yield
        with engine.begin() as connection:
            connection.exec_driver_sql(after)
    finally:
        engine.dispose()


def find_programs() -> Path | None:
    """Return the folder of the newest server's programs."""
    on_path = shutil.which("postgres")
    folders = [Path(on_path).resolve().parent] if on_path else []
    folders += Path("/usr/lib/postgresql").glob("*/bin")
    whole = [folder for folder in folders if (folder / "initdb").exists()]
    return max(whole, key=_version_of, default=None)


def _version_of(programs: Path) -> float:
    said = subprocess.run([programs / "postgres", "--version"], capture_output=True, check=True)
    return float(said.stdout.split()[2].split(b".")[0])


def _ordinary_user() -> dict[str, str]:
    """Return who runs the server: it refuses to be run by root."""
    if os.geteuid() != 0:
        return {}
    names = {entry.pw_name for entry in pwd.getpwall()}
    return {"user": "postgres" if "postgres" in names else "nobody"}


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
