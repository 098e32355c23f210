"""Articles and their versions."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, RowMapping, bindparam, insert, or_, select, update

from summarize.digest.store.database import Room, in_chunks, upsert
from summarize.digest.store.documents import pack, unpack
from summarize.digest.store.fingerprints import renew_stories
from summarize.digest.store.records import Added, Arrival, StoredArticle, StoredItem
from summarize.digest.store.tables import article_documents, articles, entries
from summarize.model import SCHEMA_VERSION, Article


class Articles(Room):
    """What was read; a corrected article is a new version that takes the old one's place."""

    def add_articles(self, arrivals: Iterable[Arrival], now: dt.datetime) -> tuple[Added, ...]:
        """Keep what was read of entries, all or none of them, and say what each was.

        The same text under a known key only renews the entry's fingerprint.
        """
        with self._database.writing() as connection:
            return tuple(_add(connection, arrival, now) for arrival in arrivals)

    def signature_of(self, source: str, key: str) -> tuple[bytes, str] | None:
        """Return the signature of the article that an entry has, and the version of its maker."""
        is_entry = (entries.c.source == source, entries.c.key == key)
        columns = select(articles.c.signature, articles.c.signature_version)
        query = columns.join(entries, entries.c.ref == articles.c.ref).where(*is_entry)
        with self._database.reading() as connection:
            row = connection.execute(query).first()
        return (row.signature, row.signature_version) if row else None

    def window(self, since: dt.date | None) -> tuple[StoredItem, ...]:
        """Return the articles without a story, and of the others those from `since` on, or all."""
        columns = articles.c
        query = select(
            columns.ref,
            columns.day,
            columns.signature,
            columns.signature_version,
            columns.story_id,
        ).where(columns.superseded.is_(None))
        if since is not None:
            query = query.where(or_(columns.story_id.is_(None), columns.day >= since))
        with self._database.reading() as connection:
            rows = connection.execute(query.order_by(columns.ref)).all()
        return tuple(StoredItem(*row) for row in rows)

    def set_signatures(self, renewed: Mapping[int, bytes], version: str) -> None:
        """Replace signatures, by `ref`, that an older version made."""
        if not renewed:
            return
        statement = update(articles).where(articles.c.ref == bindparam("of"))
        values = {"signature": bindparam("made"), "signature_version": version}
        rows = [{"of": ref, "made": signature} for ref, signature in renewed.items()]
        with self._database.writing() as connection:
            connection.execute(statement.values(values), rows)

    def articles_by_ref(self, refs: Sequence[int]) -> tuple[StoredArticle, ...]:
        """Return articles by `ref`, in that order; those that are not kept are left out."""
        with self._database.reading() as connection:
            return load_articles(connection, refs)

    def story_articles(self, story_id: str) -> tuple[StoredArticle, ...]:
        """Return the story's articles in the versions of today, in order of `ref`."""
        is_of = (articles.c.story_id == story_id, articles.c.superseded.is_(None))
        with self._database.reading() as connection:
            refs = connection.execute(select(articles.c.ref).where(*is_of)).scalars().all()
            return load_articles(connection, sorted(refs))


def load_articles(connection: Connection, refs: Sequence[int]) -> tuple[StoredArticle, ...]:
    """Read articles with their text, in the order of `refs`."""
    columns = articles.c
    query = select(
        columns.ref,
        article_documents.c.schema_version,
        article_documents.c.document,
    ).join_from(articles, article_documents, columns.ref == article_documents.c.ref)
    rows: dict[int, RowMapping] = {}
    for chunk in in_chunks(refs):
        for row in connection.execute(query.where(columns.ref.in_(chunk))).mappings():
            rows[row["ref"]] = row
    read = ((rows[ref], unpack(Article, rows[ref])) for ref in refs if ref in rows)
    return tuple(StoredArticle(row["ref"], article) for row, article in read if article is not None)


def _add(connection: Connection, arrival: Arrival, now: dt.datetime) -> Added:
    is_entry = (entries.c.source == arrival.source, entries.c.key == arrival.key)
    query = (
        select(entries.c.text_sha256, entries.c.ref, articles.c.story_id, articles.c.day)
        .select_from(entries.outerjoin(articles, articles.c.ref == entries.c.ref))
        .where(*is_entry)
    )
    former = connection.execute(query).mappings().first()
    if former is not None and former["text_sha256"] == arrival.article.text_sha256:
        _renew_document(connection, former["ref"], arrival.article)
        _settle(connection, arrival, former["ref"], now)
        return "same"
    if arrival.is_another:
        former = None
    ref = _insert_version(connection, arrival, former, now)
    _settle(connection, arrival, ref, now)
    if former is None or former["ref"] is None:
        return "new"
    replaced = update(articles).where(articles.c.ref == former["ref"])
    connection.execute(replaced.values(superseded=now))
    if former["story_id"] is not None:
        renew_stories(connection, [former["story_id"]])
    return "corrected"


def _insert_version(
    connection: Connection, arrival: Arrival, former: RowMapping | None, now: dt.datetime
) -> int:
    """Keep a version; an undated correction is of the day of what it corrects."""
    article = arrival.article
    version = insert(articles).values(
        source=arrival.source,
        article_id=article.id,
        outlet=article.known_as,
        day=article.published or (former and former["day"]) or now.astimezone(dt.UTC).date(),
        first_seen=now,
        story_id=former["story_id"] if former else None,
        signature=arrival.signature,
        signature_version=arrival.signature_version,
    )
    ref = int(connection.execute(version.returning(articles.c.ref)).scalar_one())
    connection.execute(insert(article_documents).values(ref=ref, **pack(article)))
    return ref


def _renew_document(connection: Connection, ref: int | None, article: Article) -> None:
    """Write an article anew where another version of this program wrote it; most never are."""
    documents = article_documents.c
    is_old = (documents.ref == ref, documents.schema_version != SCHEMA_VERSION)
    if ref is not None and connection.execute(select(documents.ref).where(*is_old)).first():
        connection.execute(update(article_documents).where(*is_old).values(pack(article)))


def _settle(connection: Connection, arrival: Arrival, ref: int | None, now: dt.datetime) -> None:
    row = {
        "source": arrival.source,
        "key": arrival.key,
        "fingerprint": arrival.fingerprint,
        "ref": ref,
        "text_sha256": arrival.article.text_sha256,
        "problem": None,
        "noted": now,
    }
    upsert(connection, entries, [row], ("fingerprint", "ref", "text_sha256", "problem", "noted"))
