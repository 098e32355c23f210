"""What waits in the store for its targets, packed and handed over."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping

from summarize.digest.config import Config
from summarize.digest.deliver import open_targets
from summarize.digest.deliver.port import Package
from summarize.digest.deliver.queue import Handover, Pace, Pending, deliver_pending
from summarize.digest.pages.feed import MOST_ENTRIES, FeedEntry
from summarize.digest.pausing import make_sleep, read_clock
from summarize.digest.store.records import Delivery
from summarize.digest.store.store import Store


class Dispatch:
    """Hands digests over to the targets of a configuration, and the store remembers to whom."""

    def __init__(self, config: Config, store: Store, environ: Mapping[str, str]) -> None:
        """Open the targets; nobody is contacted. Raises UsageError where a secret is missing."""
        self._store = store
        self._targets = open_targets(config.targets, environ)

    @property
    def targets(self) -> tuple[str, ...]:
        """The names of the targets."""
        return tuple(self._targets)

    def deliver_waiting(self, should_stop: Callable[[], bool]) -> tuple[Handover, ...]:
        """Hand over all that waits, and return what became of each.

        Raises Stopped where the run is asked to stop while a target is waited for.
        """
        pace = Pace(clock=read_clock, sleep=make_sleep(should_stop))
        waiting = list(self._pack())
        return deliver_pending(waiting, self._targets, self._store, pace) if waiting else ()

    def _pack(self) -> Iterator[Pending]:
        packages: dict[str, Package] = {}
        for delivery in self._store.pending_deliveries():
            if delivery.digest_id not in packages:
                digest = self._store.digest(delivery.digest_id)
                if digest is None:  # another version of the program made it
                    self._give_up(delivery)
                    continue
                packages[digest.id] = Package(
                    digest=digest,
                    key=f"{self._store.uid}-{digest.id}",
                    entries=tuple(self._make_entries(digest.created)),
                    store_uid=self._store.uid,
                    waits_since=self._store.made_at(digest.id),
                )
            yield Pending(delivery.target, packages[delivery.digest_id])

    def _give_up(self, delivery: Delivery) -> None:
        problem = "the digest was made by another version of the program and cannot be read"
        self._store.note_attempt_failed(
            delivery.digest_id, delivery.target, read_clock(), problem, is_lasting=True
        )

    def _make_entries(self, until: dt.datetime) -> Iterator[FeedEntry]:
        """Yield the stories of the feed as it is at a time, the last told first."""
        stories = [one for one in self._store.told_stories() if one.last_told <= until]
        stories.sort(key=lambda one: (one.last_told, one.story_id), reverse=True)
        for story in stories[:MOST_ENTRIES]:
            told = self._store.told_brief(story.story_id)
            if told is not None:
                digest_id, brief = told
                yield FeedEntry(story.story_id, digest_id, story.first_told, story.last_told, brief)
