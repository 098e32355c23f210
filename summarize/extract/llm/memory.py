"""What an endpoint answered before, kept in SQLite: a finished answer is never paid for twice.

An answer is found by the whole request: address, model, parameters, schema, prompt and article are
all in it, so a change of any of them asks anew. No header and no key is handed over to be kept.
"""

import hashlib
import json
import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

_WAIT_S = 5.0
"""How long another run may hold the file."""

_TABLES = """
create table if not exists answers (request text primary key, answer text not null);
create table if not exists endpoints (address text primary key, manner text not null);
"""

Result = TypeVar("Result")


def request_key(address: str, request: Mapping[str, object]) -> str:
    """Return a hash of everything that an answer depends on."""
    content = json.dumps([address, request], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(content.encode()).hexdigest()


class Memory:
    """A file of answers; without one, or where it fails, everything is asked again.

    `trouble` says what is wrong with the file, once something is. Each access opens the file anew:
    runs at the same time, and a run that is killed, leave it whole.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self.trouble: str | None = None

    def answer(self, key: str) -> str | None:
        """Return the answer to a request that was made before."""
        return self._value("select answer from answers where request = ?", key)

    def keep_answer(self, key: str, answer: str) -> None:
        """Remember an answer."""
        self._write("insert or replace into answers values (?, ?)", key, answer)

    def forget_answers(self, *keys: str) -> None:
        """Forget answers that turned out to be of no use, so that they are asked for again."""
        for key in keys:
            self._write("delete from answers where request = ? or request = ?", key, key)

    def manner(self, address: str) -> str | None:
        """Return how the endpoint at `address` wants to be asked."""
        return self._value("select manner from endpoints where address = ?", address)

    def keep_manner(self, address: str, manner: str) -> None:
        """Remember how an endpoint wants to be asked."""
        self._write("insert or replace into endpoints values (?, ?)", address, manner)

    def _value(self, query: str, key: str) -> str | None:
        rows = self._use(lambda file: file.execute(query, (key,)).fetchall()) or []
        return str(rows[0][0]) if rows else None

    def _write(self, command: str, key: str, value: str) -> None:
        self._use(lambda file: file.execute(command, (key, value)).fetchall())

    def _use(self, work: Callable[[sqlite3.Connection], Result]) -> Result | None:
        if self._path is None:
            return None
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            file = sqlite3.connect(self._path, timeout=_WAIT_S)
            try:
                with file:
                    file.executescript(_TABLES)
                    return work(file)
            finally:
                file.close()
        except (sqlite3.Error, OSError) as error:
            self.trouble = f"{self._path}: answers cannot be remembered: {error}"
            self._path = None
            return None
