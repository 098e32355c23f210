"""What is handed over, to whom, and who writes down that it was."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Protocol

from summarize.digest.model import Digest
from summarize.digest.pages.feed import FeedEntry

_KEY = re.compile(r"[!-~]{1,200}")


@dataclass(frozen=True, slots=True)
class Package:
    """A digest as it is handed over.

    `key` names it among all that were ever handed over, and is the same for each attempt and each
    target: whoever gets it twice can tell. It is printable ASCII without spaces. `entries` are the
    stories of this digest and of earlier ones, for feeds. `store_uid` is the store's own id, which
    stays. `waits_since` is when the digest was made by the machine's clock, where that is not what
    it says of itself.
    """

    digest: Digest
    key: str
    entries: tuple[FeedEntry, ...]
    store_uid: str
    waits_since: dt.datetime | None = None

    def __post_init__(self) -> None:
        if not _KEY.fullmatch(self.key):
            raise ValueError(f"not a key that a header can hold: {self.key!r}")


class Target(Protocol):
    """Somebody who takes digests; `name` holds no secret and tells it from all others."""

    @property
    def name(self) -> str:
        """What the store knows it by."""

    def deliver(self, package: Package, now: dt.datetime) -> None:
        """Hand the digest over, all or nothing. Raises DeliveryFailed."""


class Record(Protocol):
    """The store, as far as deliveries concern it; each call is kept before it returns."""

    def note_delivered(self, digest_id: str, target: str, now: dt.datetime) -> None:
        """Write down that a target has the digest."""

    def note_attempt_failed(
        self, digest_id: str, target: str, now: dt.datetime, problem: str, is_lasting: bool
    ) -> None:
        """Write down an attempt; a lasting failure is never tried again."""
