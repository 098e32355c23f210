"""Bringing a store's tables to where this program wants them."""

import uuid
from collections.abc import Sequence

from sqlalchemy import Connection, inspect, text

from summarize.digest.store.database import Database
from summarize.digest.store.migrations import Migration, write_statements
from summarize.errors import StoreUnavailable

_VERSION = text("SELECT value FROM meta WHERE name = 'schema'")
_ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(5063213720911)")
"""Programs that open one new database at once take turns; the number is ours, and arbitrary."""


def migrate(database: Database, steps: Sequence[Migration]) -> str:
    """Take the steps that the store has not taken, all or none, and return its uid.

    Raises StoreUnavailable for a store of a newer program, and for tables that are none of ours.
    """
    with database.reading() as connection:
        if _read_version(database, connection, len(steps)) == len(steps):
            return _read_uid(connection)
    with database.writing() as connection:
        dialect = connection.dialect.name
        if dialect == "postgresql":
            connection.execute(_ONE_AT_A_TIME)
        version = _read_version(database, connection, len(steps))  # another may have been first
        for step in steps[version:]:
            for statement in write_statements(step, dialect):
                connection.exec_driver_sql(statement)
        _write_version(connection, version, len(steps))
        return _read_uid(connection)


def _read_version(database: Database, connection: Connection, newest: int) -> int:
    shown = database.place.shown
    tables = set(inspect(connection).get_table_names())
    if "meta" not in tables:
        if not tables:
            return 0
        problem = "holds tables of something else; give the digest a database or schema of its own"
        raise StoreUnavailable(shown, problem)
    version = connection.execute(_VERSION).scalar()
    if version is None:
        raise StoreUnavailable(shown, "is no store of a digest; give another address")
    if int(version) > newest:
        problem = f"was written by a newer summarize (schema {version}, this one knows {newest})"
        raise StoreUnavailable(shown, f"{problem}; update summarize, or give another store")
    return int(version)


def _read_uid(connection: Connection) -> str:
    return str(connection.execute(text("SELECT value FROM meta WHERE name = 'uid'")).scalar_one())


def _write_version(connection: Connection, before: int, now: int) -> None:
    inserting = text("INSERT INTO meta (name, value) VALUES (:name, :value)")
    if before == 0:
        connection.execute(inserting, {"name": "uid", "value": str(uuid.uuid4())})
        connection.execute(inserting, {"name": "schema", "value": str(now)})
    else:
        renewing = text("UPDATE meta SET value = :value WHERE name = 'schema'")
        connection.execute(renewing, {"value": str(now)})
