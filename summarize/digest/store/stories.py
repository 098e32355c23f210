"""Stories: what they hold, how they merge and split, and which of them have something new."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, bindparam, insert, select, update

from summarize.digest.model import StoryChange
from summarize.digest.store.database import Room, in_chunks, upsert
from summarize.digest.store.fingerprints import renew_stories
from summarize.digest.store.records import StoryState, ToldStory
from summarize.digest.store.tables import articles, briefs, stories, story_changes


class Stories(Room):
    """Which articles are of one story."""

    def record_grouping(
        self,
        homes: Mapping[int, str],
        changes: Sequence[StoryChange],
        run_id: int,
        now: dt.datetime,
    ) -> None:
        """Put articles, by `ref`, into stories, and note what merged and split: all or nothing.

        A story that was never told goes on with the telling of one that was and merges into it.
        """
        with self._database.writing() as connection:
            former = _find_homes(connection, list(homes))
            _make_stories(connection, set(homes.values()), now)
            _move(connection, homes)
            renew_stories(connection, {*homes.values(), *former})
            for change in changes:
                row = {"run_id": run_id, "noted": now, **change.model_dump()}
                connection.execute(insert(story_changes).values(row))
                if change.kind == "merged":
                    _inherit_telling(connection, change.story_id, change.other_id)

    def changed_stories(self) -> tuple[StoryState, ...]:
        """Return the stories with other articles than when they were last settled, by id."""
        is_changed = (
            stories.c.fingerprint.is_not(None),
            stories.c.settled.is_distinct_from(stories.c.fingerprint),
        )
        query = select(stories).where(*is_changed).order_by(stories.c.id)
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
            members = _find_members(connection, [row.id for row in rows])
        return tuple(
            StoryState(
                id=row.id,
                fingerprint=row.fingerprint,
                refs=tuple(sorted(ref for ref, _ in members[row.id])),
                outlets=tuple(sorted({outlet for _, outlet in members[row.id]})),
                newest=row.newest,
                told_in=row.told_in,
            )
            for row in rows
        )

    def moved_from(self, story_id: str, article_ids: Sequence[str]) -> frozenset[str]:
        """Return which of these articles are told in other stories, and in this one no more."""
        homes: defaultdict[str, set[str]] = defaultdict(set)
        columns = select(articles.c.article_id, articles.c.story_id)
        current = (articles.c.superseded.is_(None), articles.c.story_id.is_not(None))
        with self._database.reading() as connection:
            for chunk in in_chunks(article_ids):
                chosen = columns.where(articles.c.article_id.in_(chunk), *current)
                for article_id, home in connection.execute(chosen):
                    homes[article_id].add(home)
        return frozenset(one for one, found in homes.items() if story_id not in found)

    def settle_stories(self, fingerprints: Mapping[str, str]) -> None:
        """Note that stories, by id, have nothing worth telling while their fingerprints stay so.

        All of them are settled, or none.
        """
        settling = update(stories).where(stories.c.id == bindparam("of"))
        rows = [{"of": id_, "print": fingerprint} for id_, fingerprint in fingerprints.items()]
        if rows:
            with self._database.writing() as connection:
                connection.execute(settling.values(settled=bindparam("print")), rows)

    def told_stories(self) -> tuple[ToldStory, ...]:
        """Return the stories that were told and still have articles, by id."""
        columns = stories.c
        is_last = (briefs.c.story_id == columns.id) & (briefs.c.told_in == columns.told_in)
        query = (
            select(
                columns.id,
                briefs.c.title,
                columns.told_in,
                columns.newest,
                columns.first_told,
                briefs.c.made,
            )
            .join_from(stories, briefs, is_last)
            .where(columns.newest.is_not(None))
            .order_by(columns.id)
        )
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
        return tuple(ToldStory(*row) for row in rows)

    def untold_changes(self) -> tuple[StoryChange, ...]:
        """Return the merges and splits that no digest has told, in the order in which they came."""
        columns = story_changes.c
        query = select(columns.kind, columns.story_id, columns.other_id, columns.articles)
        untold = query.where(columns.told_in.is_(None)).order_by(columns.id)
        with self._database.reading() as connection:
            rows = connection.execute(untold).all()
        return tuple(StoryChange.model_validate(row._asdict()) for row in rows)


def _find_homes(connection: Connection, refs: Sequence[int]) -> set[str]:
    found: set[str] = set()
    for chunk in in_chunks(refs):
        query = select(articles.c.story_id).where(articles.c.ref.in_(chunk)).distinct()
        found.update(home for home in connection.execute(query).scalars() if home is not None)
    return found


def _make_stories(connection: Connection, story_ids: set[str], now: dt.datetime) -> None:
    upsert(connection, stories, [{"id": id_, "created": now} for id_ in sorted(story_ids)], ())


def _move(connection: Connection, homes: Mapping[int, str]) -> None:
    if homes:
        moving = update(articles).where(articles.c.ref == bindparam("of"))
        rows = [{"of": ref, "home": home} for ref, home in sorted(homes.items())]
        connection.execute(moving.values(story_id=bindparam("home")), rows)


def _inherit_telling(connection: Connection, merged: str, into: str) -> None:
    """Let a story that was never told have been told as the one that merges into it was."""
    both = select(stories).where(stories.c.id.in_([merged, into]))
    found = {row.id: row for row in connection.execute(both)}
    if len(found) < 2 or found[merged].told_in is None or found[into].told_in is not None:
        return
    is_told = (briefs.c.story_id == merged, briefs.c.told_in == found[merged].told_in)
    brief = connection.execute(select(briefs).where(*is_told)).first()
    if brief is not None:
        row = brief._asdict() | {"story_id": into}
        upsert(connection, briefs, [row], [name for name in row if name not in _BRIEF_KEY])
        telling = update(stories).where(stories.c.id == into)
        values = {name: getattr(found[merged], name) for name in ("told_in", "first_told")}
        connection.execute(telling.values(values))


_BRIEF_KEY = ("story_id", "fingerprint")


def _find_members(
    connection: Connection, story_ids: Sequence[str]
) -> Mapping[str, list[tuple[int, str]]]:
    """Return the `ref` and outlet of each current article, by story."""
    members: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    columns = select(articles.c.story_id, articles.c.ref, articles.c.outlet)
    for chunk in in_chunks(story_ids):
        current = (articles.c.story_id.in_(chunk), articles.c.superseded.is_(None))
        for story_id, ref, outlet in connection.execute(columns.where(*current)):
            members[story_id].append((ref, outlet))
    return members
