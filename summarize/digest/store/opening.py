"""Opening the store."""

from pathlib import Path

from summarize.digest.store.database import Database
from summarize.digest.store.engine import connect
from summarize.digest.store.migrate import migrate
from summarize.digest.store.migrations import MIGRATIONS
from summarize.digest.store.place import find_place
from summarize.digest.store.store import Store
from summarize.errors import StoreUnavailable

PATIENCE_S = 10.0
"""How long to wait for a lock that another program holds; a run writes for far less at once."""


def open_store(address: str | Path, *, patience_s: float = PATIENCE_S) -> Store:
    """Open the store at a path, `sqlite:///PATH` or `postgresql://USER:PASSWORD@HOST/NAME`.

    What is not there yet is made: the folder, the file, the tables. Raises StoreUnavailable, which
    names the address without its password, wherever that cannot be.
    """
    place = find_place(address)
    if place.file is not None:
        try:
            place.file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            problem = f"its folder cannot be made ({error.strerror}); give another path"
            raise StoreUnavailable(place.shown, problem) from error
    database = Database(connect(place, patience_s), place)
    try:
        return Store(database, migrate(database, MIGRATIONS))
    except BaseException:
        database.engine.dispose()
        raise
