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


def spell(text: str) -> str:
    r"""Write what a column of text cannot hold as \x00 and \ud800: a feed may bring anything."""
    return text.replace("\0", r"\x00").encode(errors="backslashreplace").decode()


class Words(TypeDecorator[str]):
    """Text as `spell` writes it."""

    impl = Text
    cache_ok = True

    def process_bind_param(
        self,
        value: str | None,
        dialect: Dialect,  # noqa: ARG002  # the signature is SQLAlchemy's
    ) -> str | None:
        """Spell it."""
        return None if value is None else spell(value)


# what numbers itself; SQLite does so for INTEGER alone
_NUMBER = BigInteger().with_variant(Integer, "sqlite")

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("name", Words, primary_key=True),
    Column("value", Words, nullable=False),
)

runs = Table(
    "runs",
    metadata,
    Column("id", _NUMBER, primary_key=True),
    Column("started", UtcTime, nullable=False),
    Column("finished", UtcTime),
    Column("stage", Words, nullable=False),
    Column("outcome", Words),
    Column("note", Words, nullable=False),
    Column("digest_id", Words),
)

validators = Table(
    "validators",
    metadata,
    Column("name", Words, primary_key=True),
    Column("etag", Words),
    Column("last_modified", Words),
    Column("noted", UtcTime, nullable=False),
)

silences = Table(
    "silences",
    metadata,
    Column("source", Words, primary_key=True),
    Column("since", UtcTime, nullable=False),
    Column("problem", Words, nullable=False),
)

stories = Table(
    "stories",
    metadata,
    Column("id", Words, primary_key=True),
    Column("created", UtcTime, nullable=False),
    # of the current articles; null where all of them went to another story
    Column("newest", Date),
    Column("fingerprint", Words),
    # the fingerprint that was last told, or found to change nothing
    Column("settled", Words),
    Column("told_in", Words),
    # when the digest was made that told it first; that one may be gone by now
    Column("first_told", UtcTime),
)

articles = Table(
    "articles",
    metadata,
    Column("ref", _NUMBER, primary_key=True),
    Column("source", Words, nullable=False),
    Column("article_id", Words, nullable=False),
    Column("outlet", Words, nullable=False),
    Column("day", Date, nullable=False),
    Column("first_seen", UtcTime, nullable=False),
    # when a corrected version took its place
    Column("superseded", UtcTime),
    Column("story_id", Words, ForeignKey("stories.id")),
    Column("signature", LargeBinary, nullable=False),
    Column("signature_version", Words, nullable=False),
)

# apart from `articles`, so that grouping 20,000 of them reads no text
article_documents = Table(
    "article_documents",
    metadata,
    Column("ref", BigInteger, ForeignKey("articles.ref", ondelete="CASCADE"), primary_key=True),
    Column("schema_version", Words, nullable=False),
    Column("document", LargeBinary, nullable=False),
)

entries = Table(
    "entries",
    metadata,
    Column("source", Words, primary_key=True),
    Column("key", Words, primary_key=True),
    Column("fingerprint", Words, nullable=False),
    # null where the entry was refused, or its article is no longer kept
    Column("ref", BigInteger, ForeignKey("articles.ref", ondelete="SET NULL")),
    Column("text_sha256", Words),
    Column("problem", Words),
    Column("noted", UtcTime, nullable=False),
)

story_changes = Table(
    "story_changes",
    metadata,
    Column("id", _NUMBER, primary_key=True),
    Column("run_id", BigInteger, nullable=False),
    Column("noted", UtcTime, nullable=False),
    Column("kind", Words, nullable=False),
    Column("story_id", Words, nullable=False),
    Column("other_id", Words, nullable=False),
    Column("articles", BigInteger, nullable=False),
    Column("told_in", Words),
)

extractions = Table(
    "extractions",
    metadata,
    Column("article_id", Words, primary_key=True),
    Column("reader", Words, primary_key=True),
    Column("made", UtcTime, nullable=False),
    Column("schema_version", Words, nullable=False),
    Column("document", LargeBinary, nullable=False),
)

remarks = Table(
    "remarks",
    metadata,
    Column("kind", Words, primary_key=True),
    Column("about", Words, primary_key=True),
    Column("why", Words, primary_key=True),
    Column("noted", UtcTime, nullable=False),
    Column("told_in", Words),
)

briefs = Table(
    "briefs",
    metadata,
    Column("story_id", Words, ForeignKey("stories.id", ondelete="CASCADE"), primary_key=True),
    Column("fingerprint", Words, primary_key=True),
    Column("title", Words, nullable=False),
    Column("made", UtcTime, nullable=False),
    Column("run_id", BigInteger, nullable=False),
    Column("told_in", Words),
    Column("schema_version", Words, nullable=False),
    Column("document", LargeBinary, nullable=False),
)

digests = Table(
    "digests",
    metadata,
    Column("number", _NUMBER, primary_key=True),
    Column("id", Words, nullable=False, unique=True),
    Column("title", Words, nullable=False),
    Column("created", UtcTime, nullable=False),
    Column("stories", BigInteger, nullable=False),
    Column("run_id", BigInteger, nullable=False),
    Column("schema_version", Words, nullable=False),
    Column("document", LargeBinary, nullable=False),
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("digest_id", Words, ForeignKey("digests.id", ondelete="CASCADE"), primary_key=True),
    Column("target", Words, primary_key=True),
    # in which order the digest's targets were given
    Column("place", BigInteger, nullable=False),
    Column("attempts", BigInteger, nullable=False),
    Column("last_attempt", UtcTime),
    Column("problem", Words),
    Column("delivered", UtcTime),
    Column("given_up", UtcTime),
)
