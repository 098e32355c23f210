"""What the tests of the store put into it."""

import datetime as dt
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from summarize.digest.model import Digest, StoryUpdate
from summarize.digest.store.records import Added, Arrival
from summarize.digest.store.store import Store
from summarize.model import Article, Brief, Usage
from tests.samples import BRIEF, make_article

NOW = dt.datetime(2026, 11, 27, 6, 0, tzinfo=dt.UTC)
LATER = NOW + dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)
FEED = "https://wire.example/feed"


def write_article(text: str, outlet: str = "Harbour Post", day: dt.date | None = None) -> Article:
    article = make_article(text, "a/page.html", outlet, "The Aurora")
    return article.model_copy(update={"published": day})


def arrive(
    key: str, text: str, day: dt.date | None = None, fingerprint: str = "1", source: str = FEED
) -> Arrival:
    return Arrival(source, key, fingerprint, write_article(text, day=day), text.encode(), "v1")


def add(store: Store, arrival: Arrival, now: dt.datetime) -> Added:
    """Keep one article."""
    (added,) = store.add_articles([arrival], now)
    return added


def place(store: Store, text: str, story_id: str, now: dt.datetime = NOW) -> int:
    """Add an article and put it into a story; returns its ref."""
    add(store, arrive(text, text, now.date()), now)
    (item,) = (item for item in store.window(None) if item.story_id is None)
    store.record_grouping({item.ref: story_id}, [], 1, now)
    return item.ref


def title(text: str) -> Brief:
    return BRIEF.model_copy(update={"title": text})


def write_digest(id_: str, stories: dict[str, Brief], created: dt.datetime = NOW) -> Digest:
    return Digest(
        id=id_,
        title="Morning",
        created=created,
        last=None,
        stories=tuple(
            StoryUpdate(story_id=story_id, brief=brief, diff=None, last_told=None)
            for story_id, brief in stories.items()
        ),
        quiet=(),
        changes=(),
        held_back=(),
        unread=(),
        usage=Usage(),
        warnings=(),
    )


def tell(  # noqa: PLR0917  # the last two are always named
    store: Store,
    id_: str,
    story_id: str,
    brief: Brief = BRIEF,
    targets: tuple[str, ...] = (),
    created: dt.datetime = NOW,
) -> None:
    """Tell a story with the articles that it has now."""
    (state,) = (state for state in store.changed_stories() if state.id == story_id)
    digest = write_digest(id_, {story_id: brief}, created)
    store.add_digest(digest, {story_id: state.fingerprint}, targets, 1)


@contextmanager
def run_python(code: str, *arguments: str) -> Iterator["subprocess.Popen[str]"]:
    """Run code in a process of its own, which is killed at the end if it still runs."""
    command = [sys.executable, "-W", "error", "-c", code, *arguments]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()
