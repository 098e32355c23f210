"""Connections to SQLite and PostgreSQL, each set so that what is committed stays.

SQLite: a write-ahead log, so that `digest list` reads while a run writes; synchronous=FULL, since
NORMAL may lose the last commits with the power, and a delivery that was forgotten is made twice
(https://www.sqlite.org/pragma.html#pragma_synchronous).
"""

import sqlite3
import time
from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event

from summarize.digest.store.place import Place
from summarize.errors import StoreUnavailable

_STEP_S = 0.02


def connect(place: Place, patience_s: float) -> Engine:
    """Return the way to the store, which connects at first use.

    Whatever another program holds is waited for `patience_s`. Raises StoreUnavailable where the
    driver of PostgreSQL is not installed.
    """
    if place.file is not None:
        return _connect_sqlite(place, patience_s)
    try:
        engine = create_engine(
            place.url,
            pool_pre_ping=True,  # a server that was started anew between two steps is no fault
            connect_args={"connect_timeout": max(2, round(patience_s))},
        )
    except ImportError as error:
        problem = "needs psycopg; install it with: pip install 'summarize[postgres]'"
        raise StoreUnavailable(place.shown, problem) from error
    event.listen(engine, "connect", _set_up_postgresql(patience_s))
    return engine


def _connect_sqlite(place: Place, patience_s: float) -> Engine:
    engine = create_engine(place.url, connect_args={"timeout": patience_s})
    event.listen(engine, "connect", _set_up_sqlite(patience_s))
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _set_up_sqlite(patience_s: float) -> Callable[[sqlite3.Connection, object], None]:
    def set_up(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None  # _begin_sqlite says when a transaction begins
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        if connection.execute("PRAGMA page_count").fetchone() == (0,):
            # the file is new: both are kept in it, and setting them writes
            connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
            _set_wal(connection, patience_s)

    return set_up


def _set_wal(connection: sqlite3.Connection, patience_s: float) -> None:
    """Switch to the write-ahead log; SQLite does not wait for a lock here, so we do."""
    deadline = time.monotonic() + patience_s
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL").fetchall()
        except sqlite3.OperationalError as error:
            is_busy = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
            if not is_busy or time.monotonic() > deadline:
                raise
            time.sleep(_STEP_S)
        else:
            return


def _begin_sqlite(connection: Connection) -> None:
    """Take the lock for writing at once: one that is taken later may not be had any more."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _set_up_postgresql(patience_s: float) -> Callable[[Any, object], None]:
    def set_up(connection: Any, _record: object) -> None:  # psycopg's, which is an extra
        with connection.cursor() as cursor:
            cursor.execute(f"SET lock_timeout = {round(patience_s * 1000)}")
        connection.commit()

    return set_up
