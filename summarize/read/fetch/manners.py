"""Manners towards a host: a pause between two pages, and its robots.txt (RFC 9309)."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarize.errors import AccessRefused, SourceError, SourceUnreachable
from summarize.read.fetch.network import Clock

if TYPE_CHECKING:
    from protego import Protego

ROBOTS_BYTES = 512 * 1024
"""RFC 9309, 2.5: at least the first 500 kibibytes are read."""

_LONGEST_CRAWL_DELAY_S = 10.0
"""Sites write a delay of minutes against crawlers of all their pages; a digest wants a handful."""

Sleep = Callable[[float], None]


class Turns:
    """Keeps fetches from one host apart, whichever thread makes them. Hosts do not wait for each
    other.
    """

    def __init__(self, clock: Clock, sleep: Sleep) -> None:
        self._clock = clock
        self._sleep = sleep
        self._lock = threading.Lock()
        self._free: dict[bytes, float] = {}

    def wait(self, host: bytes, delay_s: float) -> float:
        """Wait for one's turn, and return for how long. The next turn comes `delay_s` later."""
        with self._lock:
            now = self._clock()
            turn = max(now, self._free.get(host, now))
            self._free[host] = turn + delay_s
        if turn > now:
            self._sleep(turn - now)
        return turn - now


@dataclass(frozen=True, slots=True)
class Rules:
    """What a robots.txt lets us have, or why it cannot be had; None where there is none."""

    robots: "Protego | None" = None
    failure: SourceError | None = None

    def check(self, source: str, url: str, agent: str) -> None:
        """Raise AccessRefused where `url` is disallowed, SourceUnreachable where nobody knows."""
        if self.failure is not None:
            if not isinstance(self.failure, SourceUnreachable):
                raise type(self.failure)(source, self.failure.problem) from self.failure
            raise SourceUnreachable(source, self.failure.problem) from self.failure
        if self.robots is not None and not self.robots.can_fetch(url, product_of(agent)):
            problem = "its robots.txt keeps programs out; save the page and give the file"
            raise AccessRefused(source, problem)

    def delay_s(self, agent: str) -> float:
        """Return the seconds that the site wants between two pages, up to a limit of ours."""
        wanted = self.robots.crawl_delay(product_of(agent)) if self.robots is not None else None
        return min(max(wanted or 0.0, 0.0), _LONGEST_CRAWL_DELAY_S)


def read_robots(body: bytes) -> Rules:
    """Read a robots.txt; what is none of its lines says nothing."""
    from protego import Protego

    return Rules(Protego.parse(body.decode("utf-8", "replace").removeprefix("\ufeff")))


def product_of(agent: str) -> str:
    """Return the name by which a robots.txt speaks to us: the User-Agent without its version."""
    return agent.partition("/")[0].strip().lower()
