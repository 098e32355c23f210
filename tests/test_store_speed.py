"""A run in which nothing is new may take two seconds, and the store has a small part of them."""

import datetime as dt
import time
from pathlib import Path

from sqlalchemy import create_engine, insert

from summarize.digest.store.opening import open_store
from summarize.digest.store.tables import article_documents, articles, entries, stories
from summarize.read.fetch import Validators
from tests.storing import FEED, NOW

ARTICLES = 20_000
LIMIT_S = 1.0
"""Measured are 0.2 s for all of it on a machine with two cores, with SQLite as with PostgreSQL."""


def fill(path: Path) -> None:
    """Write the rows that ARTICLES of 2 KB each leave, with signatures of 600 bytes."""
    open_store(path).close()
    engine = create_engine(f"sqlite:///{path}")
    numbers = range(1, ARTICLES + 1)
    same = {"source": FEED, "first_seen": NOW, "signature": bytes(600), "signature_version": "1"}
    with engine.begin() as connection:
        made = [{"id": f"s{number}", "created": NOW} for number in range(4000)]
        connection.execute(insert(stories), made)
        rows = [
            {
                **same,
                "article_id": str(number),
                "outlet": f"Outlet {number % 30}",
                "day": NOW.date() - dt.timedelta(days=number % 10),
                "story_id": f"s{number % 4000}",
            }
            for number in numbers
        ]
        connection.execute(insert(articles), rows)
        document = {"schema_version": "1", "document": bytes(2000)}
        connection.execute(insert(article_documents), [{"ref": n, **document} for n in numbers])
        known = {"source": FEED, "fingerprint": "1", "text_sha256": "0", "noted": NOW}
        connection.execute(insert(entries), [{"key": f"k{n}", "ref": n, **known} for n in numbers])
    engine.dispose()


def test_asking_of_a_thousand_entries_and_twenty_thousand_articles_is_quick(tmp_path: Path) -> None:
    path = tmp_path / "digest.db"
    fill(path)
    names = [f"k{number}" for number in range(1, 1001)]
    with open_store(path) as store:
        store.keep_validators({name: Validators(name) for name in names}, NOW)
    began = time.perf_counter()
    with open_store(path) as store:
        assert len(store.known(FEED, names)) == 1000
        assert len(store.validators(names)) == 1000
        assert len(store.window(None)) == ARTICLES
        assert store.changed_stories() == ()
        assert store.pending_deliveries() == ()
        assert store.list_runs(1) == ()
    assert time.perf_counter() - began < LIMIT_S
