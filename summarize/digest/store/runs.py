"""The runs, and how they go."""

import datetime as dt
from typing import Any

from sqlalchemy import Row, and_, func, insert, select, update

from summarize.digest.model import Outcome, Stage
from summarize.digest.store.database import Room
from summarize.digest.store.records import Health, RunRecord
from summarize.digest.store.tables import deliveries, runs

SUCCESSES = ("new", "nothing new")
"""Outcomes of a run that did all that it was to do."""


class Runs(Room):
    """What was run, when, and how it ended."""

    def begin_run(self, now: dt.datetime) -> int:
        """Note a new run and return its number; runs that never ended were interrupted.

        To be called under `claim`: only then is a run without an end a dead one.
        """
        with self._database.writing() as connection:
            dead = update(runs).where(runs.c.outcome.is_(None))
            connection.execute(dead.values(outcome="interrupted", finished=now))
            begun = insert(runs).values(started=now, stage="read", note="").returning(runs.c.id)
            return int(connection.execute(begun).scalar_one())

    def note_stage(self, run_id: int, stage: Stage) -> None:
        """Note what the run is at."""
        with self._database.writing() as connection:
            connection.execute(update(runs).where(runs.c.id == run_id).values(stage=stage))

    def finish_run(
        self,
        run_id: int,
        now: dt.datetime,
        outcome: Outcome,
        note: str,
        digest_id: str | None = None,
    ) -> None:
        """Note how the run ended; `digest_id` is left as it is where null."""
        values: dict[str, object] = {"finished": now, "outcome": outcome, "note": note}
        if digest_id is not None:
            values["digest_id"] = digest_id
        with self._database.writing() as connection:
            connection.execute(update(runs).where(runs.c.id == run_id).values(values))

    def list_runs(self, limit: int) -> tuple[RunRecord, ...]:
        """Return the newest runs, the newest first."""
        newest = select(runs).order_by(runs.c.id.desc()).limit(limit)
        with self._database.reading() as connection:
            return tuple(_as_record(row) for row in connection.execute(newest))

    def health(self) -> Health:
        """Say how the last runs went."""
        newest = select(runs).order_by(runs.c.id.desc()).limit(1)
        with self._database.reading() as connection:
            last = connection.execute(newest).first()
            success = connection.execute(newest.where(runs.c.outcome.in_(SUCCESSES))).first()
            since = runs.c.id > (success.id if success else 0)
            counting = select(runs.c.outcome, func.count()).where(since).group_by(runs.c.outcome)
            counts = {outcome: int(count) for outcome, count in connection.execute(counting)}
            waiting = and_(deliveries.c.delivered.is_(None), deliveries.c.given_up.is_(None))
            undelivered = select(func.count()).select_from(deliveries).where(waiting)
            given_up = select(func.count(deliveries.c.given_up))
            return Health(
                last=_as_record(last) if last else None,
                last_success=_as_record(success) if success else None,
                failed=counts.get("failed", 0),
                could_not_fetch=counts.get("could not fetch", 0),
                interrupted=counts.get("interrupted", 0),
                undelivered=connection.execute(undelivered).scalar_one(),
                given_up=connection.execute(given_up).scalar_one(),
            )


def _as_record(row: Row[Any]) -> RunRecord:
    return RunRecord(
        id=row.id,
        started=row.started,
        finished=row.finished,
        stage=row.stage,
        outcome=row.outcome,
        note=row.note,
        digest_id=row.digest_id,
    )
