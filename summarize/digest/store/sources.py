"""What sources looked like when last read, and which of their entries are settled."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import and_, delete, or_, select

from summarize.digest.model import Trouble
from summarize.digest.store.database import Room, in_chunks, upsert
from summarize.digest.store.records import Silence
from summarize.digest.store.tables import article_documents, entries, silences, spell, validators
from summarize.model import SCHEMA_VERSION
from summarize.read.fetch import Validators


class Sources(Room):
    """Pages, feeds, files and the entries of feeds."""

    def validators(self, names: Sequence[str]) -> dict[str, Validators]:
        """Return what is known of addresses and paths, by name; unknown ones are left out."""
        found: dict[str, Validators] = {}
        columns = select(validators.c.name, validators.c.etag, validators.c.last_modified)
        with self._database.reading() as connection:
            for chunk in in_chunks(names):
                spelt = {spell(name): name for name in chunk}
                for row in connection.execute(columns.where(validators.c.name.in_(spelt))):
                    found[spelt[row.name]] = Validators(row.etag, row.last_modified)
        return found

    def keep_validators(self, found: Mapping[str, Validators], now: dt.datetime) -> None:
        """Keep what addresses and paths look like now."""
        rows = [
            {
                "name": name,
                "etag": looks.etag,
                "last_modified": looks.last_modified,
                "noted": now,
            }
            for name, looks in found.items()
        ]
        with self._database.writing() as connection:
            upsert(connection, validators, rows, ("etag", "last_modified", "noted"))

    def note_answers(
        self, answered: Iterable[str], unread: Iterable[Trouble], now: dt.datetime
    ) -> None:
        """Note which sources answered, and which did not, with the last of what they said."""
        rows = [{"source": one.source, "since": now, "problem": one.problem} for one in unread]
        with self._database.writing() as connection:
            for chunk in in_chunks(answered):
                connection.execute(delete(silences).where(silences.c.source.in_(chunk)))
            upsert(connection, silences, rows, ("problem",))

    def silent_sources(self) -> tuple[Silence, ...]:
        """Return the sources that did not answer when last asked, the longest silent first."""
        query = select(silences).order_by(silences.c.since, silences.c.source)
        with self._database.reading() as connection:
            return tuple(Silence(*row) for row in connection.execute(query))

    def known(self, source: str, keys: Sequence[str]) -> dict[str, str]:
        """Return the fingerprint of each settled entry: its article was kept, or refused for good.

        An entry whose article this program cannot read any more is not settled.
        """
        found: dict[str, str] = {}
        is_readable = or_(entries.c.ref.is_(None), article_documents.c.ref.is_not(None))
        readable = and_(
            article_documents.c.ref == entries.c.ref,
            article_documents.c.schema_version == SCHEMA_VERSION,
        )
        columns = (
            select(entries.c.key, entries.c.fingerprint)
            .select_from(entries.outerjoin(article_documents, readable))
            .where(entries.c.source == source, is_readable)
        )
        with self._database.reading() as connection:
            for chunk in in_chunks(keys):
                spelt = {spell(key): key for key in chunk}
                for row in connection.execute(columns.where(entries.c.key.in_(spelt))):
                    found[spelt[row.key]] = row.fingerprint
        return found

    def refuse(
        self, source: str, key: str, fingerprint: str, problem: str, now: dt.datetime
    ) -> None:
        """Settle an entry without an article, while its `fingerprint` stays the same.

        An article that it had before is kept.
        """
        row = {
            "source": source,
            "key": key,
            "fingerprint": fingerprint,
            "problem": problem,
            "noted": now,
        }
        with self._database.writing() as connection:
            upsert(connection, entries, [row], ("fingerprint", "problem", "noted"))
