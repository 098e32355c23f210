"""What a database says when it cannot, in words that tell what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from summarize.digest.store.place import Place
from summarize.errors import StoreUnavailable

_FULL = "the disk is full; make room and run again, nothing that was finished is lost"
_LOCKED = "another program keeps it locked; end that one, or try again later"
_NO_DATABASE = "is no store of a digest, or a damaged one; move it away, or give another path"
_READ_ONLY = "cannot be written to; check who owns the file and its folder, or give another path"
_NOT_OPENED = "cannot be opened; check that the folder is there and may be written to"
_SQLITE: dict[int, str] = {
    # https://www.sqlite.org/rescode.html, the lower eight bits
    sqlite3.SQLITE_BUSY: _LOCKED,
    sqlite3.SQLITE_LOCKED: _LOCKED,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_PERM: _READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: _NOT_OPENED,
    sqlite3.SQLITE_NOTADB: _NO_DATABASE,
    sqlite3.SQLITE_CORRUPT: _NO_DATABASE,
    sqlite3.SQLITE_IOERR: "the disk does not read or write; check that it is whole and not full",
}
_DOWN = "the server does not answer; check that it runs, and the address, user and password"
_POSTGRESQL: dict[str, str] = {
    # https://www.postgresql.org/docs/current/errcodes-appendix.html, from the longer to the shorter
    "53100": _FULL,
    "53300": "the server has no connection left; try again later",
    "55P03": _LOCKED,
    "3D000": "there is no such database; create it first, with createdb",
    "42501": "the user may not do this; give it the right to create and write tables",
    "25006": "the server lets nothing be written; give the address of the one that does",
    "42P": "its tables are not those of a store; give the digest a database or schema of its own",
    "427": "its tables are not those of a store; give the digest a database or schema of its own",
    "08": _DOWN,
    "28": _DOWN,
    "57P": _DOWN,
}


@contextmanager
def say_what_failed(place: Place) -> Iterator[None]:
    """Turn each error of the database into StoreUnavailable, without its SQL and its values."""
    try:
        yield
    except DBAPIError as error:
        raise StoreUnavailable(place.shown, _explain(error)) from error
    except SQLAlchemyError as error:
        raise StoreUnavailable(place.shown, f"{_DOWN} ({_first_line(error)})") from error


def _explain(error: DBAPIError) -> str:
    said = _first_line(error.orig or error)
    code = getattr(error.orig, "sqlite_errorcode", None)
    if code is not None:
        known = _SQLITE.get(code & 0xFF)
        return f"{known} ({said})" if known else f"SQLite refuses: {said}"
    state = getattr(error.orig, "sqlstate", None)
    if state is None or error.connection_invalidated:  # libpq gives no code for a lost connection
        return f"{_DOWN} ({said})"
    for start, known in _POSTGRESQL.items():
        if state.startswith(start):
            return f"{known} ({said})"
    return f"PostgreSQL refuses: {said}"


def _first_line(error: BaseException) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
