"""Many addresses at once: hosts beside each other, the pages of one host one after the other."""

import threading
from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol
from urllib.parse import urlsplit

from summarize.errors import SourceError
from summarize.read.fetch.options import Fetched

_MOST_HOSTS = 8
"""At once; a thread mostly waits for its host, and a desk's list has some dozens of them."""


class Fetches(Protocol):
    """What a Fetcher does."""

    def fetch(self, url: str) -> Fetched:
        """Return what is at `url`. Raises SourceError."""


def fetch_all(fetcher: Fetches, urls: Sequence[str]) -> list[Fetched | SourceError]:
    """Return for each of `urls`, in their order, what was fetched or why it could not be."""
    found: dict[int, Fetched | SourceError] = {}
    is_over = threading.Event()

    def fetch_host(numbers: Sequence[int]) -> None:
        for number in numbers:
            if is_over.is_set():
                return
            try:
                found[number] = fetcher.fetch(urls[number])
            except SourceError as error:
                found[number] = error

    by_host: dict[str, list[int]] = defaultdict(list)
    for number, url in enumerate(urls):
        by_host[_host_of(url)].append(number)
    with ThreadPoolExecutor(min(_MOST_HOSTS, max(len(by_host), 1)), "fetch") as pool:
        try:
            for done in [pool.submit(fetch_host, numbers) for numbers in by_host.values()]:
                done.result()
        finally:
            is_over.set()  # after Ctrl-C: what has begun ends by its time-out, the rest not at all
            pool.shutdown(cancel_futures=True)
    return [found[number] for number in range(len(urls))]


def _host_of(url: str) -> str:
    try:
        return urlsplit(url).netloc.lower()
    except ValueError:
        return ""
