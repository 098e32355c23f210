"""What was made of articles and stories, so that a run that goes on does not make it again."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from summarize.digest.store.database import Room, in_chunks, upsert
from summarize.digest.store.documents import pack, unpack
from summarize.digest.store.tables import briefs, extractions, stories
from summarize.model import Brief, Extraction


class Briefs(Room):
    """Extractions by article and reader, briefs by story and the set of its articles."""

    def extractions(self, article_ids: Sequence[str], reader: str) -> dict[str, Extraction]:
        """Return what `reader`, an engine with its version, made of articles, by article id."""
        found: dict[str, Extraction] = {}
        columns = extractions.c
        query = select(columns.article_id, columns.schema_version, columns.document)
        with self._database.reading() as connection:
            for chunk in in_chunks(article_ids):
                wanted = (columns.reader == reader, columns.article_id.in_(chunk))
                for row in connection.execute(query.where(*wanted)).mappings():
                    extraction = unpack(Extraction, row)
                    if extraction is not None:
                        found[row["article_id"]] = extraction
        return found

    def keep_extraction(self, extraction: Extraction, reader: str, now: dt.datetime) -> None:
        """Keep what `reader` made of an article."""
        row = {
            "article_id": extraction.article_id,
            "reader": reader,
            "made": now,
            **pack(extraction),
        }
        with self._database.writing() as connection:
            upsert(connection, extractions, [row], ("made", "schema_version", "document"))

    def brief(self, story_id: str, fingerprint: str) -> Brief | None:
        """Return the brief of a story with that set of articles, if one was made."""
        is_it = (briefs.c.story_id == story_id, briefs.c.fingerprint == fingerprint)
        query = select(briefs.c.schema_version, briefs.c.document).where(*is_it)
        with self._database.reading() as connection:
            return unpack(Brief, connection.execute(query).mappings().first())

    def keep_brief(
        self, story_id: str, fingerprint: str, brief: Brief, run_id: int, now: dt.datetime
    ) -> None:
        """Keep a brief of a story that has a place in the store; one that was told is not replaced.

        A brief that was told has to stay as its readers saw it, for the next comparison.
        """
        row = make_brief_row(story_id, fingerprint, brief) | {"run_id": run_id, "made": now}
        is_told = (
            briefs.c.story_id == story_id,
            briefs.c.fingerprint == fingerprint,
            briefs.c.told_in.is_not(None),
        )
        with self._database.writing() as connection:
            if connection.execute(select(briefs.c.told_in).where(*is_told)).first() is None:
                upsert(connection, briefs, [row], BRIEF_COLUMNS)

    def told_brief(self, story_id: str) -> tuple[str, Brief] | None:
        """Return the digest that last told a story, and the brief as it was told."""
        query = (
            select(briefs.c.told_in, briefs.c.schema_version, briefs.c.document)
            .join(stories, stories.c.id == briefs.c.story_id)
            .where(briefs.c.story_id == story_id, briefs.c.told_in == stories.c.told_in)
        )
        with self._database.reading() as connection:
            row = connection.execute(query).mappings().first()
        brief = unpack(Brief, row)
        return (row["told_in"], brief) if row is not None and brief is not None else None


BRIEF_COLUMNS = ("title", "made", "run_id", "schema_version", "document")
"""What a later brief of the same articles renews."""


def make_brief_row(story_id: str, fingerprint: str, brief: Brief) -> dict[str, Any]:
    """Return the columns that come from the brief itself."""
    return {
        "story_id": story_id,
        "fingerprint": fingerprint,
        "title": brief.title,
        **pack(brief),
    }
