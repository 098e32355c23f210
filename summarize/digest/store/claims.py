"""The lock of a run: one at a time, and free at once when its holder dies, however it dies."""

import datetime as dt
import fcntl
import hashlib
import os
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, text
from sqlalchemy.exc import SQLAlchemyError

from summarize.digest.store.database import Database
from summarize.digest.store.faults import say_what_failed
from summarize.digest.store.place import Place
from summarize.errors import DigestBusy, StoreUnavailable

_held: set[int] = set()
"""Descriptors that keep a lock. A child of fork has them too, and would keep it after our end."""

_HOLDER = """
SELECT application_name, backend_start FROM pg_locks JOIN pg_stat_activity USING (pid)
WHERE locktype = 'advisory' AND granted AND objsubid = 1
AND classid::bigint = :high AND objid::bigint = :low
"""
"""Who holds the advisory lock of a number; pg_locks has it in two halves
(https://www.postgresql.org/docs/current/view-pg-locks.html)."""


def _close_in_child() -> None:
    for descriptor in _held:
        with suppress(OSError):
            os.close(descriptor)
    _held.clear()


os.register_at_fork(after_in_child=_close_in_child)


@contextmanager
def claim_file(place: Place, file: Path) -> Iterator[None]:
    """Hold FILE.lock by flock; raises DigestBusy where another process, or thread, holds it.

    The lock file stays: were it removed, two runs could each lock one of the same name.
    """
    path = file.resolve().with_name(f"{file.resolve().name}.lock")
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        problem = f"the lock cannot be made ({error}); check who may write to that folder"
        raise StoreUnavailable(place.shown, problem) from error
    _held.add(descriptor)
    try:
        _lock(place, descriptor)
        now = dt.datetime.now(dt.UTC)
        _write(descriptor, f"process {_name_us()}, since {now:%Y-%m-%d %H:%M:%S} UTC")
        try:
            yield
        finally:
            _write(descriptor, "")
    finally:
        _held.discard(descriptor)
        os.close(descriptor)


def _lock(place: Place, descriptor: int) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        holder = os.pread(descriptor, 200, 0).decode(errors="replace").strip()
        raise DigestBusy(place.shown, holder or None) from error
    except OSError as error:
        problem = f"its folder knows no locks ({error}); put the store on a disk of this machine"
        raise StoreUnavailable(place.shown, problem) from error


def _write(descriptor: int, holder: str) -> None:
    """Say who holds the lock; a full disk is no reason not to hold it."""
    with suppress(OSError):
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, holder.encode(), 0)


@contextmanager
def claim_database(database: Database, uid: str) -> Iterator[None]:
    """Hold an advisory lock of PostgreSQL on a connection of its own.

    The server lets go of it when that connection ends. While it is held, each writing first asks
    whether it still is: a run that lost its lock, with a server that was restarted, writes no more.
    """
    place = database.place
    with say_what_failed(place):
        connection = database.engine.execution_options(isolation_level="AUTOCOMMIT").connect()
        connection.detach()  # from the pool: it ends with us
    with connection:
        with say_what_failed(place):
            _lock_in_server(place, connection, _make_key(uid))
        driver: Any = connection.connection.dbapi_connection  # psycopg's
        descriptor: int = driver.fileno()
        _held.add(descriptor)
        database.check = _make_check(place, connection)
        try:
            yield
        finally:
            database.check = None
            _held.discard(descriptor)


def _make_key(uid: str) -> int:
    """Return the number that PostgreSQL knows the lock by: stores of one database are apart."""
    return int.from_bytes(hashlib.sha256(uid.encode()).digest()[:8], signed=True)


def _lock_in_server(place: Place, connection: Connection, key: int) -> None:
    name = {"name": f"process {_name_us()}"}
    connection.execute(text("SELECT set_config('application_name', :name, false)"), name)
    if connection.execute(text("SELECT pg_try_advisory_lock(:key)"), {"key": key}).scalar_one():
        return
    halves = {"high": key >> 32 & 0xFFFFFFFF, "low": key & 0xFFFFFFFF}
    found = connection.execute(text(_HOLDER), halves).first()
    since = f"{found.backend_start.astimezone(dt.UTC):%Y-%m-%d %H:%M:%S} UTC" if found else ""
    raise DigestBusy(place.shown, f"{found.application_name}, since {since}" if found else None)


def _make_check(place: Place, connection: Connection) -> Callable[[], None]:
    turn = threading.Lock()

    def check() -> None:
        try:
            with turn:
                connection.execute(text("SELECT 1"))
        except SQLAlchemyError as error:
            problem = "the lock of this run was lost with its connection to the server; run again"
            raise StoreUnavailable(place.shown, problem) from error

    return check


def _name_us() -> str:
    return f"{os.getpid()} on {socket.gethostname()}"
