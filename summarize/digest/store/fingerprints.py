"""What a story is made of just now, kept beside the story."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, bindparam, select, update

from summarize.digest.store.database import in_chunks
from summarize.digest.store.tables import articles, stories


def renew_stories(connection: Connection, story_ids: Iterable[str]) -> None:
    """Write down for each story which articles' versions it has, and the day of the newest."""
    rows = []
    for chunk in in_chunks(sorted(set(story_ids))):
        members: dict[str, list[tuple[int, dt.date]]] = {story_id: [] for story_id in chunk}
        columns = select(articles.c.story_id, articles.c.ref, articles.c.day)
        current = (articles.c.story_id.in_(chunk), articles.c.superseded.is_(None))
        for story_id, ref, day in connection.execute(columns.where(*current)):
            members[story_id].append((ref, day))
        for story_id, versions in members.items():
            newest = max((day for _, day in versions), default=None)
            refs = [ref for ref, _ in versions]
            rows.append({"of": story_id, "print": _fingerprint(refs), "day": newest})
    if rows:
        changing = update(stories).where(stories.c.id == bindparam("of"))
        changing = changing.values(fingerprint=bindparam("print"), newest=bindparam("day"))
        connection.execute(changing, rows)


def _fingerprint(refs: Sequence[int]) -> str | None:
    """Return what stands for a set of versions; null for none."""
    if not refs:
        return None
    return hashlib.sha256(",".join(map(str, sorted(refs))).encode()).hexdigest()[:16]
