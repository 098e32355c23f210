"""What is kept for how long."""

import datetime as dt
import sqlite3
from contextlib import suppress

from sqlalchemy import Connection, delete, exists, func, or_, select

from summarize.digest.model import SUCCESSES
from summarize.digest.store.database import Database, Room
from summarize.digest.store.digests import IS_WAITING
from summarize.digest.store.records import Pruned
from summarize.digest.store.tables import (
    articles,
    briefs,
    deliveries,
    digests,
    extractions,
    remarks,
    runs,
    stories,
    story_changes,
    validators,
)


class Retention(Room):
    """Removing what nobody asks for any more."""

    def prune(self, before: dt.datetime) -> Pruned:
        """Remove what is older than `before`, and give its room on the disk back.

        A story goes with all of its articles when none came since, and never in parts: a story
        that goes on keeps its articles and its last told brief. The last digest, the last run and
        the last successful one stay, and so does each digest that waits for a delivery. Entries
        stay known, so that an old one that is still in its feed is not news again.
        """
        with self._database.writing() as connection:
            pruned = _prune(connection, before)
        if self._database.place.file is not None:
            _give_room_back(self._database)
        return pruned


def _give_room_back(database: Database) -> None:
    """Shorten the file of SQLite; where another reads or writes just now, the next time will do.

    `executescript`, since `execute` stops after one page.
    """
    connection = database.engine.raw_connection()
    try:
        with suppress(sqlite3.OperationalError):
            connection.cursor().executescript("PRAGMA incremental_vacuum")
    finally:
        connection.close()


def _prune(connection: Connection, before: dt.datetime) -> Pruned:
    removed_articles, removed_stories = _prune_stories(connection, before)
    is_needed = exists().where(articles.c.article_id == extractions.c.article_id)
    old = (extractions.c.made < before, ~is_needed)
    pruned = Pruned(
        articles=removed_articles,
        stories=removed_stories,
        extractions=connection.execute(delete(extractions).where(*old)).rowcount,
        briefs=_prune_briefs(connection, before),
        digests=_prune_digests(connection, before),
        runs=_prune_runs(connection, before),
    )
    for table in (story_changes, remarks):
        connection.execute(delete(table).where(table.c.noted < before))
    connection.execute(delete(validators).where(validators.c.noted < before))
    return pruned


def _prune_stories(connection: Connection, before: dt.datetime) -> tuple[int, int]:
    """Remove stories without a newer article, and articles that no story of today has."""
    other = articles.alias()
    is_alive = exists().where(other.c.story_id == articles.c.story_id, other.c.first_seen >= before)
    is_old = (articles.c.first_seen < before, or_(articles.c.story_id.is_(None), ~is_alive))
    removed = connection.execute(delete(articles).where(*is_old)).rowcount
    replaced = delete(articles).where(articles.c.superseded < before)
    removed += connection.execute(replaced).rowcount
    has_articles = exists().where(articles.c.story_id == stories.c.id)
    empty = delete(stories).where(stories.c.created < before, ~has_articles)
    return removed, connection.execute(empty).rowcount


def _prune_briefs(connection: Connection, before: dt.datetime) -> int:
    is_last_told = exists().where(
        stories.c.id == briefs.c.story_id, stories.c.told_in == briefs.c.told_in
    )
    old = delete(briefs).where(briefs.c.made < before, ~is_last_told)
    return connection.execute(old).rowcount


def _prune_digests(connection: Connection, before: dt.datetime) -> int:
    waits = exists().where(
        deliveries.c.digest_id == digests.c.id,
        IS_WAITING,
    )
    last = connection.execute(select(func.max(digests.c.number))).scalar()
    old = (digests.c.created < before, digests.c.number != last, ~waits)
    return connection.execute(delete(digests).where(*old)).rowcount


def _prune_runs(connection: Connection, before: dt.datetime) -> int:
    succeeded = select(func.max(runs.c.id)).where(runs.c.outcome.in_(SUCCESSES))
    kept = (
        connection.execute(select(func.max(runs.c.id))).scalar(),
        connection.execute(succeeded).scalar(),
    )
    old = (runs.c.started < before, runs.c.outcome.is_not(None))
    is_kept = runs.c.id.in_([number for number in kept if number is not None])
    return connection.execute(delete(runs).where(*old, ~is_kept)).rowcount
