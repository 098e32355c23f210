"""The tables as they are after the last migration, for queries; `migrations.py` makes them."""

import datetime as dt

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.types import TypeDecorator


class UtcTime(TypeDecorator[dt.datetime]):
    """An aware time, in UTC: SQLite keeps it without its zone, PostgreSQL with it."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """Refuse a time without a zone: nobody could say later which moment it was."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a time without a zone cannot be kept: {value}")
        moment = value.astimezone(dt.UTC)
        return moment if dialect.name == "postgresql" else moment.replace(tzinfo=None)

    def process_result_value(
        self,
        value: dt.datetime | None,
        dialect: Dialect,  # noqa: ARG002  # the signature is SQLAlchemy's
    ) -> dt.datetime | None:
        """Put the zone back."""
        if value is None:
            return None
        return value.astimezone(dt.UTC) if value.tzinfo else value.replace(tzinfo=dt.UTC)


# what numbers itself; SQLite does so for INTEGER alone
_NUMBER = BigInteger().with_variant(Integer, "sqlite")

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

runs = Table(
    "runs",
    metadata,
    Column("id", _NUMBER, primary_key=True),
    Column("started", UtcTime, nullable=False),
    Column("finished", UtcTime),
    Column("stage", Text),
    Column("outcome", Text),
    Column("note", Text, nullable=False),
    Column("digest_id", Text),
)

validators = Table(
    "validators",
    metadata,
    Column("name", Text, primary_key=True),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("noted", UtcTime, nullable=False),
)

stories = Table(
    "stories",
    metadata,
    Column("id", Text, primary_key=True),
    Column("created", UtcTime, nullable=False),
    # of the current articles; null where all of them went to another story
    Column("newest", Date),
    Column("fingerprint", Text),
    # the fingerprint that was last told, or found to change nothing
    Column("settled", Text),
    Column("told_in", Text),
)

articles = Table(
    "articles",
    metadata,
    Column("ref", _NUMBER, primary_key=True),
    Column("source", Text, nullable=False),
    Column("article_id", Text, nullable=False),
    Column("outlet", Text, nullable=False),
    Column("day", Date, nullable=False),
    Column("first_seen", UtcTime, nullable=False),
    # when a corrected version took its place
    Column("superseded", UtcTime),
    Column("story_id", Text, ForeignKey("stories.id")),
    Column("signature", LargeBinary, nullable=False),
    Column("signature_version", Text, nullable=False),
)

# apart from `articles`, so that grouping 20,000 of them reads no text
article_documents = Table(
    "article_documents",
    metadata,
    Column("ref", BigInteger, ForeignKey("articles.ref", ondelete="CASCADE"), primary_key=True),
    Column("schema_version", Text, nullable=False),
    Column("document", LargeBinary, nullable=False),
)

entries = Table(
    "entries",
    metadata,
    Column("source", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("fingerprint", Text, nullable=False),
    # null where the entry was refused, or its article is no longer kept
    Column("ref", BigInteger, ForeignKey("articles.ref", ondelete="SET NULL")),
    Column("text_sha256", Text),
    Column("problem", Text),
    Column("noted", UtcTime, nullable=False),
)

story_changes = Table(
    "story_changes",
    metadata,
    Column("id", _NUMBER, primary_key=True),
    Column("run_id", BigInteger, nullable=False),
    Column("noted", UtcTime, nullable=False),
    Column("kind", Text, nullable=False),
    Column("story_id", Text, nullable=False),
    Column("other_id", Text, nullable=False),
    Column("articles", BigInteger, nullable=False),
    Column("told_in", Text),
)

extractions = Table(
    "extractions",
    metadata,
    Column("article_id", Text, primary_key=True),
    Column("reader", Text, primary_key=True),
    Column("made", UtcTime, nullable=False),
    Column("schema_version", Text, nullable=False),
    Column("document", LargeBinary, nullable=False),
)

briefs = Table(
    "briefs",
    metadata,
    Column("story_id", Text, ForeignKey("stories.id", ondelete="CASCADE"), primary_key=True),
    Column("fingerprint", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("made", UtcTime, nullable=False),
    Column("run_id", BigInteger, nullable=False),
    Column("told_in", Text),
    Column("schema_version", Text, nullable=False),
    Column("document", LargeBinary, nullable=False),
)

digests = Table(
    "digests",
    metadata,
    Column("number", _NUMBER, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("created", UtcTime, nullable=False),
    Column("stories", BigInteger, nullable=False),
    Column("run_id", BigInteger, nullable=False),
    Column("schema_version", Text, nullable=False),
    Column("document", LargeBinary, nullable=False),
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("digest_id", Text, ForeignKey("digests.id", ondelete="CASCADE"), primary_key=True),
    Column("target", Text, primary_key=True),
    # in which order the digest's targets were given
    Column("place", BigInteger, nullable=False),
    Column("attempts", BigInteger, nullable=False),
    Column("last_attempt", UtcTime),
    Column("problem", Text),
    Column("delivered", UtcTime),
    Column("given_up", UtcTime),
)
