"""What a feed says of its articles, and by what an entry is known again."""

import datetime as dt
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

MOST_ENTRIES = 100_000
"""Thirty entries a day for nine years; feedparser takes 15 s for them."""

TOO_MANY = f"the feed has more than {MOST_ENTRIES:,} entries; the rest was not read"

_HASH_DIGITS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry. `summary` and `content` are text or HTML, as they came; `title` is plain text.

    `key` is the same for the same entry in each run: its GUID, else its address, else a hash of its
    words. `fingerprint` changes with title, dates, summary or content. Dates are aware, in UTC;
    one without a zone is taken for UTC. `url` is http or https, or None.
    """

    key: str
    url: str | None = None
    title: str | None = None
    summary: str = ""
    content: str = ""
    authors: tuple[str, ...] = ()
    published: dt.datetime | None = None
    updated: dt.datetime | None = None
    fingerprint: str = ""

    @property
    def dated(self) -> dt.datetime | None:
        """When it was published, or last changed where it does not say so."""
        return self.published or self.updated


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed at `url`, its newest entry first; `warnings` say what of it could not be read."""

    url: str
    title: str | None
    entries: tuple[Entry, ...]
    warnings: tuple[str, ...] = ()


def settle_entries(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Give each entry its key and fingerprint, drop repeated ones, and put the newest first.

    `key` holds the GUID until then, or nothing. A GUID that stands at different addresses is none
    of its own (some systems write the site's address into each): the address is then added to it.
    """
    signed = [_sign(entry) for entry in _newest_first(list(entries))]
    addresses: dict[str, set[str | None]] = defaultdict(set)
    for entry in signed:
        addresses[entry.key].add(entry.url)
    known: dict[str, Entry] = {}
    for entry in signed:
        key = entry.key if len(addresses[entry.key]) == 1 else f"{entry.key} {entry.url or ''}"
        known.setdefault(key, replace(entry, key=key))
    return tuple(known.values())


def _sign(entry: Entry) -> Entry:
    dates = [date.isoformat() if date else None for date in (entry.published, entry.updated)]
    mark = _hash(json.dumps([entry.title, *dates, entry.summary, entry.content]))
    key = entry.key or entry.url or f"words:{_hash(json.dumps(_words(entry)))}"
    return replace(entry, key=key, fingerprint=mark)


def _words(entry: Entry) -> list[str | None]:
    return [entry.title, entry.summary, entry.content]


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_HASH_DIGITS]


def _newest_first(entries: list[Entry]) -> list[Entry]:
    """Sort by date. An undated entry stays beside its neighbour; an undated feed as it is."""
    dates = list(_with_neighbours(entries))
    numbers = sorted(range(len(entries)), key=lambda number: -dates[number])
    return [entries[number] for number in numbers]


def _with_neighbours(entries: list[Entry]) -> Iterator[float]:
    """Yield each entry's time, or that of the last dated one before it, or of the first."""
    dated = (entry.dated.timestamp() for entry in entries if entry.dated)
    time = next(dated, 0.0)
    for entry in entries:
        time = entry.dated.timestamp() if entry.dated else time
        yield time
