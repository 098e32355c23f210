"""Where a store is: a file of SQLite, or a database of PostgreSQL."""

import re
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from summarize.errors import StoreUnavailable

_POSTGRESQL = frozenset({"postgresql", "postgres", "postgresql+psycopg"})
_FORMS = "give a path, sqlite:///PATH or postgresql://USER:PASSWORD@HOST/NAME"
_SECRETS = frozenset({"password", "sslpassword"})
"""Parameters of libpq that must not be shown."""


@dataclass(frozen=True)
class Place:
    """`shown` is how messages call it, without a password; `file` is null for PostgreSQL."""

    url: URL
    shown: str
    file: Path | None


def find_place(address: str | Path) -> Place:
    """Tell what an address means; raises StoreUnavailable for one that means nothing here."""
    if isinstance(address, Path) or "://" not in address:
        return _place_of_file(Path(address).expanduser(), str(address))
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as error:
        shown = re.sub(r"://.*@", "://***@", address)
        raise StoreUnavailable(shown, f"is no address of a store; {_FORMS}") from error
    shown = _mask(url)
    if url.drivername in _POSTGRESQL:
        return Place(url.set(drivername="postgresql+psycopg"), shown, None)
    if url.drivername != "sqlite":
        raise StoreUnavailable(shown, f"{url.drivername} is no kind of store; {_FORMS}")
    if url.host or url.query or not url.database:
        raise StoreUnavailable(shown, f"a store of SQLite is a file and nothing else; {_FORMS}")
    return _place_of_file(Path(url.database), shown)


def _place_of_file(path: Path, shown: str) -> Place:
    if path.name in ("", ":memory:"):
        raise StoreUnavailable(shown, f"is no file; {_FORMS}")
    file = path.absolute()
    return Place(URL.create("sqlite", database=str(file)), shown, file)


def _mask(url: URL) -> str:
    hidden = {name: "***" for name in url.query if name in _SECRETS}
    return url.update_query_dict(hidden).render_as_string(hide_password=True)
