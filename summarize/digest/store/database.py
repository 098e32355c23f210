"""Transactions over either database, and what their queries have in common."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, Table

from summarize.digest.store.faults import say_what_failed
from summarize.digest.store.place import Place

T = TypeVar("T")
_CHUNK = 500
"""Values in one IN: older SQLite takes 999 (https://www.sqlite.org/limits.html)."""


class Database:
    """The store's connections; each `writing` is one transaction, all of it or nothing.

    `check` is asked before each writing: it raises where the run has lost its lock.
    """

    def __init__(self, engine: Engine, place: Place) -> None:
        self.place = place
        self.check: Callable[[], None] | None = None
        self.engine = engine
        self._writer = engine.execution_options(writes=True)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a transaction that only reads."""
        with say_what_failed(self.place), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open a transaction that is committed at its end, and undone by an error."""
        if self.check is not None:
            self.check()
        with say_what_failed(self.place), self._writer.begin() as connection:
            yield connection


class Room:
    """Methods of the store on one matter; `Store` is all of them together."""

    def __init__(self, database: Database) -> None:
        self._database = database


def in_chunks(values: Iterable[T]) -> Iterator[list[T]]:
    """Cut many values into lists that one IN can hold."""
    rest = iter(values)
    while chunk := list(islice(rest, _CHUNK)):
        yield chunk


def upsert(
    connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]], renew: Sequence[str]
) -> None:
    """Insert rows; of those whose key is there already, renew the named columns, if any."""
    if not rows:
        return
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects.postgresql import insert
    else:
        from sqlalchemy.dialects.sqlite import insert  # type: ignore[assignment]
    statement = insert(table)
    if renew:
        values = {name: statement.excluded[name] for name in renew}
        keys = list(table.primary_key.columns)
        upserting = statement.on_conflict_do_update(index_elements=keys, set_=values)
    else:
        upserting = statement.on_conflict_do_nothing()
    connection.execute(upserting, [dict(row) for row in rows])
