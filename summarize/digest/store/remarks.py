"""What is left out or cannot be read, kept until a digest has told it: a run may have none."""

import datetime as dt
from collections.abc import Iterable
from typing import Literal

from sqlalchemy import select

from summarize.digest.model import Trouble
from summarize.digest.store.database import Room, upsert
from summarize.digest.store.tables import remarks
from summarize.model import LeftOut

RemarkKind = Literal["left out", "unread"]


class Remarks(Room):
    """What readers are told once, beside the stories."""

    def note_left_out(self, left_out: Iterable[LeftOut], now: dt.datetime) -> None:
        """Note what is no article, or not taken; what was noted before is not noted again."""
        self._note("left out", ((one.article, one.reason) for one in left_out), now)

    def note_unread(self, unread: Iterable[Trouble], now: dt.datetime) -> None:
        """Note what cannot be read and will not be asked for again."""
        self._note("unread", ((one.source, one.problem) for one in unread), now)

    def untold_left_out(self) -> tuple[LeftOut, ...]:
        """Return what was left out since the last digest, in the order of the names."""
        return tuple(LeftOut(article=name, reason=why) for name, why in self._untold("left out"))

    def untold_unread(self) -> tuple[Trouble, ...]:
        """Return what could not be read since the last digest, in the order of the names."""
        return tuple(Trouble(source=name, problem=why) for name, why in self._untold("unread"))

    def _note(self, kind: RemarkKind, found: Iterable[tuple[str, str]], now: dt.datetime) -> None:
        rows = [{"kind": kind, "about": about, "why": why, "noted": now} for about, why in found]
        if rows:
            with self._database.writing() as connection:
                upsert(connection, remarks, rows, ())

    def _untold(self, kind: RemarkKind) -> list[tuple[str, str]]:
        columns = remarks.c
        query = select(columns.about, columns.why).where(columns.told_in.is_(None))
        ordered = query.where(columns.kind == kind).order_by(columns.about, columns.why)
        with self._database.reading() as connection:
            return [(row.about, row.why) for row in connection.execute(ordered)]
