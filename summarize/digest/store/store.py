"""The store: all that a digest remembers, and the lock of its runs."""

from contextlib import AbstractContextManager
from types import TracebackType
from typing import Self

from summarize.digest.store.articles import Articles
from summarize.digest.store.briefs import Briefs
from summarize.digest.store.claims import claim_database, claim_file
from summarize.digest.store.database import Database
from summarize.digest.store.digests import Digests
from summarize.digest.store.remarks import Remarks
from summarize.digest.store.retention import Retention
from summarize.digest.store.runs import Runs
from summarize.digest.store.sources import Sources
from summarize.digest.store.stories import Stories


class Store(Runs, Sources, Articles, Stories, Briefs, Digests, Remarks, Retention):
    """An open store; `open_store` makes it, and the end of its `with` closes it.

    Every method is one transaction and may be called from several threads; each raises
    StoreUnavailable where the database fails. `uid` was made with the store and names it
    wherever it is known: in the ids of its Atom feed, in those of its messages.
    """

    def __init__(self, database: Database, uid: str) -> None:
        super().__init__(database)
        self.uid = uid

    def claim(self) -> AbstractContextManager[None]:
        """Hold the lock of a run; entering raises DigestBusy at once where another holds it.

        The lock ends with the process, even with one that is killed.
        """
        place = self._database.place
        if place.file is not None:
            return claim_file(place, place.file)
        return claim_database(self._database, self.uid)

    def close(self) -> None:
        """Close all connections."""
        self._database.engine.dispose()

    def __enter__(self) -> Self:
        """Return the store itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it."""
        self.close()
