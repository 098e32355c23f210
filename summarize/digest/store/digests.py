"""Digests, and their way to the targets: an outbox.

A digest and its deliveries are committed together, before anything is sent. So a run that dies
leaves no digest that nobody would send, and none that was sent without being known.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, and_, func, insert, literal, select, update

from summarize.digest.model import Digest
from summarize.digest.store.briefs import BRIEF_COLUMNS, make_brief_row
from summarize.digest.store.database import Room, upsert
from summarize.digest.store.documents import pack, unpack
from summarize.digest.store.records import Delivery, DigestHead
from summarize.digest.store.tables import (
    UtcTime,
    briefs,
    deliveries,
    digests,
    remarks,
    runs,
    stories,
    story_changes,
)

IS_WAITING = and_(deliveries.c.delivered.is_(None), deliveries.c.given_up.is_(None))
"""Of a delivery that is still to be made."""


class Digests(Room):
    """What was told, and where it went."""

    def free_digest_id(self, day: dt.date) -> str:
        """Return the id of the day's next digest: "2026-11-27", then "2026-11-27-2"."""
        is_of_day = digests.c.id.startswith(day.isoformat())
        with self._database.reading() as connection:
            taken = set(connection.execute(select(digests.c.id).where(is_of_day)).scalars())
        last = max((_number_of(id_, day) for id_ in taken), default=0)
        return f"{day.isoformat()}-{last + 1}" if last else day.isoformat()

    def add_digest(
        self, digest: Digest, told: Mapping[str, str], targets: Sequence[str], run_id: int
    ) -> None:
        """Keep a digest with all that follows from it, or nothing of it.

        `told` has the fingerprint, by story, of the articles that were told; each story of the
        digest needs one. The deliveries to `targets` wait from now on; the merges, the splits and
        the remarks that were not told count as told.
        """
        with self._database.writing() as connection:
            _insert_digest(connection, digest, run_id)
            for story in digest.stories:
                row = make_brief_row(story.story_id, told[story.story_id], story.brief)
                row |= {"run_id": run_id, "made": digest.created, "told_in": digest.id}
                upsert(connection, briefs, [row], (*BRIEF_COLUMNS, "told_in"))
            first_told = func.coalesce(stories.c.first_told, literal(digest.created, UtcTime))
            for story_id, fingerprint in told.items():
                values = {"settled": fingerprint, "told_in": digest.id, "first_told": first_told}
                connection.execute(update(stories).where(stories.c.id == story_id).values(values))
            for table in (story_changes, remarks):
                untold = update(table).where(table.c.told_in.is_(None))
                connection.execute(untold.values(told_in=digest.id))
            rows = [
                {"digest_id": digest.id, "target": target, "place": place, "attempts": 0}
                for place, target in enumerate(dict.fromkeys(targets))
            ]
            if rows:
                connection.execute(insert(deliveries), rows)
            run = update(runs).where(runs.c.id == run_id)
            connection.execute(run.values(digest_id=digest.id))

    def digest(self, digest_id: str) -> Digest | None:
        """Return a digest; null where there is none of that id, or it cannot be read any more."""
        query = select(digests.c.schema_version, digests.c.document)
        with self._database.reading() as connection:
            found = connection.execute(query.where(digests.c.id == digest_id)).mappings().first()
        return unpack(Digest, found)

    def made_at(self, digest_id: str) -> dt.datetime | None:
        """Return when the run began that made a digest, by the machine's clock, if that is kept."""
        query = select(runs.c.started).join(digests, digests.c.run_id == runs.c.id)
        with self._database.reading() as connection:
            return connection.execute(query.where(digests.c.id == digest_id)).scalar_one_or_none()

    def list_digests(self, limit: int) -> tuple[DigestHead, ...]:
        """Return the newest digests, the newest first."""
        waiting = (
            select(func.count())
            .where(deliveries.c.digest_id == digests.c.id, IS_WAITING)
            .scalar_subquery()
        )
        columns = digests.c
        query = select(
            columns.id, columns.title, columns.created, columns.stories, columns.run_id, waiting
        ).order_by(columns.number.desc())
        with self._database.reading() as connection:
            rows = connection.execute(query.limit(limit)).all()
        return tuple(DigestHead(*row) for row in rows)

    def last_digest(self) -> DigestHead | None:
        """Return the newest digest."""
        return next(iter(self.list_digests(1)), None)

    def pending_deliveries(self) -> tuple[Delivery, ...]:
        """Return what is still to be delivered, in the order of the digests and their targets."""
        with self._database.reading() as connection:
            return _read_deliveries(connection, _select_deliveries().where(IS_WAITING))

    def deliveries(self, digest_id: str) -> tuple[Delivery, ...]:
        """Return how a digest reached, or did not reach, each of its targets."""
        query = _select_deliveries().where(deliveries.c.digest_id == digest_id)
        with self._database.reading() as connection:
            return _read_deliveries(connection, query)

    def count_given_up(self) -> int:
        """Return how many deliveries of the digests still kept will not be tried again."""
        with self._database.reading() as connection:
            return connection.execute(select(func.count(deliveries.c.given_up))).scalar_one()

    def note_delivered(self, digest_id: str, target: str, now: dt.datetime) -> None:
        """Note that a digest reached a target."""
        self._note_attempt(digest_id, target, {"last_attempt": now, "delivered": now})

    def note_attempt_failed(
        self, digest_id: str, target: str, now: dt.datetime, problem: str, is_lasting: bool
    ) -> None:
        """Note that an attempt failed; where the failure `is_lasting`, there will be no other."""
        values: dict[str, object] = {"last_attempt": now, "problem": problem}
        self._note_attempt(digest_id, target, values | ({"given_up": now} if is_lasting else {}))

    def _note_attempt(self, digest_id: str, target: str, values: Mapping[str, object]) -> None:
        is_it = (deliveries.c.digest_id == digest_id, deliveries.c.target == target)
        counted = {"attempts": deliveries.c.attempts + 1, **values}
        with self._database.writing() as connection:
            connection.execute(update(deliveries).where(*is_it).values(counted))


def _insert_digest(connection: Connection, digest: Digest, run_id: int) -> None:
    row = {
        "id": digest.id,
        "title": digest.title,
        "created": digest.created,
        "stories": len(digest.stories),
        "run_id": run_id,
        **pack(digest),
    }
    connection.execute(insert(digests).values(row))


def _number_of(digest_id: str, day: dt.date) -> int:
    """Return which digest of its day this is, from 1 on."""
    number = digest_id.removeprefix(day.isoformat()).removeprefix("-")
    return int(number) if number.isdecimal() else 1


def _select_deliveries() -> Select[Any]:
    columns = (column for column in deliveries.c if column.name != "place")
    query = select(*columns).join(digests, digests.c.id == deliveries.c.digest_id)
    return query.order_by(digests.c.number, deliveries.c.place)


def _read_deliveries(connection: Connection, query: Select[Any]) -> tuple[Delivery, ...]:
    return tuple(Delivery(**row) for row in connection.execute(query).mappings())
