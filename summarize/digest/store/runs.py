"""The runs, and how they ended."""

import datetime as dt

from sqlalchemy import insert, select, update

from summarize.digest.model import Outcome, Stage
from summarize.digest.store.database import Room
from summarize.digest.store.records import RunRecord
from summarize.digest.store.tables import runs


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
            return tuple(RunRecord(*row) for row in connection.execute(newest))
