"""Fetching an address: politely, within limits, and never from a network of somebody's own."""

import ssl
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import httpx2

from summarize.errors import SourceError, SourceUnreachable
from summarize.read.fetch.answers import (
    raise_status,
    read_content_type,
    read_validators,
    read_wait,
    set_conditions,
)
from summarize.read.fetch.exchange import Answer, Limit, exchange
from summarize.read.fetch.manners import ROBOTS_BYTES, Rules, Sleep, Turns, read_robots
from summarize.read.fetch.network import CheckedNetwork, Clock, Deadline, Resolver, resolve_host
from summarize.read.fetch.options import Fetched, FetchOptions, Validators, name_agent
from summarize.read.fetch.urls import hide_login, read_url

_ACCEPT = (
    "text/html,application/xhtml+xml,application/atom+xml,application/rss+xml,application/feed+json,"
    "application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.5"
)
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_LONGEST_SHOWN = 200


@dataclass(slots=True)
class _Visit:
    """One call of `fetch`: the name in its messages, its deadline, its limit, its own headers.

    `may_wait` is false after the one wait that a busy server may ask for.
    """

    source: str
    deadline: Deadline
    limit: Limit
    headers: Mapping[str, str]
    may_wait: bool = True


class Fetcher:
    """Fetches addresses for one run, from several threads at once.

    Each robots.txt is asked for once. No connection outlives its fetch, no cookie is kept, and
    nothing of the environment counts: no proxy, no .netrc. `resolve`, `clock` and `sleep` are those
    of the system unless given.
    """

    def __init__(
        self,
        options: FetchOptions | None = None,
        *,
        resolve: Resolver = resolve_host,
        clock: Clock = time.monotonic,
        sleep: Sleep = time.sleep,
    ) -> None:
        self.options = options or FetchOptions()
        self._resolve = resolve
        self._clock = clock
        self._sleep = sleep
        self._turns = Turns(clock, sleep)
        self._rules: dict[str, Rules] = {}
        self._locks: dict[str, threading.Lock] = {}
        self._lock = threading.Lock()

    def fetch(self, url: str, validators: Validators | None = None) -> Fetched:
        """Return what is at `url`, after redirects, or that nothing is new since `validators`.

        Raises SourceError, whose `is_lasting` says whether another attempt can help:
        AddressRefused, AccessRefused, SourceNotFound, SourceGone, SourceTooLarge,
        SourceUnreachable.
        """
        visit = self._visit(url, Limit(self.options.max_bytes), set_conditions(validators))
        target, answer = self._follow(visit, read_url(url, url, self.options.allow_hosts))
        if answer.status == 304 and validators:
            return Fetched(str(target), b"", validators=validators, is_unchanged=True)
        if not 200 <= answer.status < 300:
            raise_status(url, answer.status)
        kind, charset = read_content_type(answer.headers)
        return Fetched(str(target), answer.body, kind, charset, read_validators(answer.headers))

    def _visit(self, source: str, limit: Limit, headers: Mapping[str, str]) -> _Visit:
        return _Visit(source, Deadline(self.options.timeout_s, self._clock), limit, headers)

    def _follow(
        self, visit: _Visit, target: httpx2.URL, *, is_robots: bool = False
    ) -> tuple[httpx2.URL, Answer]:
        """Ask for `target` and follow where it leads; each address on the way is checked."""
        seen: set[httpx2.URL] = set()
        hosts: set[bytes] = set()
        while len(seen) <= self.options.max_redirects:
            seen.add(target)
            if not is_robots:
                self._take_turn(visit, target, is_first=target.raw_host not in hosts)
                hosts.add(target.raw_host)
            answer = self._ask(visit, target)
            location = answer.headers.get("location")
            if answer.status not in _REDIRECTS or not location:
                return target, answer
            target = self._next(visit.source, target, location)
            if target in seen:
                raise SourceUnreachable(
                    visit.source, "is redirected in a circle; check the address"
                )
        problem = f"is redirected more than {self.options.max_redirects} times; check the address"
        raise SourceUnreachable(visit.source, problem)

    def _next(self, source: str, target: httpx2.URL, location: str) -> httpx2.URL:
        """Return where a redirect leads. Raises AddressRefused, which names it."""
        try:
            joined = str(target.join(location))
        except (httpx2.InvalidURL, ValueError):
            joined = location
        try:
            return read_url(joined, joined, self.options.allow_hosts)
        except SourceError as error:
            shown = hide_login(joined)[:_LONGEST_SHOWN]
            raise type(error)(
                source, f"is redirected to {shown!r}, which {error.problem}"
            ) from error

    def _take_turn(self, visit: _Visit, target: httpx2.URL, *, is_first: bool) -> None:
        """Ask robots.txt and wait for one's turn; a redirect within the host is no new page."""
        rules = Rules()
        if self.options.obey_robots:
            before = self._clock()
            rules = self._rules_of(target)
            visit.deadline.extend(self._clock() - before)
            rules.check(visit.source, str(target), name_agent())
        if is_first:
            delay_s = max(self.options.delay_s, rules.delay_s(name_agent()))
            visit.deadline.extend(self._turns.wait(target.raw_host, delay_s))

    def _rules_of(self, target: httpx2.URL) -> Rules:
        """Return the rules of the site; threads that want the same ones wait for the first."""
        origin = str(target.copy_with(raw_path=b"/robots.txt"))
        with self._lock:
            lock = self._locks.setdefault(origin, threading.Lock())
        with lock:
            if origin not in self._rules:
                self._rules[origin] = self._fetch_rules(origin)
            return self._rules[origin]

    def _fetch_rules(self, address: str) -> Rules:
        """RFC 9309, 2.3.1: no robots.txt allows all, one that cannot be had forbids all.

        429 is no "no": the site asks for patience.
        """
        visit = self._visit(address, Limit(ROBOTS_BYTES, cuts=True), {})
        try:
            target = read_url(address, address, self.options.allow_hosts)
            _, answer = self._follow(visit, target, is_robots=True)
        except SourceError as error:
            return Rules(failure=error)
        if 200 <= answer.status < 300:
            return read_robots(answer.body)
        if answer.status >= 500 or answer.status == 429:
            problem = f"its robots.txt answers {answer.status}; it is asked again next time"
            return Rules(failure=SourceUnreachable(address, problem))
        return Rules()

    def _ask(self, visit: _Visit, target: httpx2.URL) -> Answer:
        """Ask once, and once more where the server names a short time to wait."""
        headers = {
            "User-Agent": name_agent(),
            "Accept": _ACCEPT,
            "Accept-Encoding": "gzip, deflate",
            **visit.headers,
        }
        network = CheckedNetwork(
            visit.source, visit.deadline, self._resolve, self.options.allow_hosts
        )
        connector = (network, self._tls)
        answer = exchange(visit.source, target, headers, connector, visit.limit)
        wait_s = read_wait(answer) if visit.may_wait else None
        if wait_s is None:
            return answer
        visit.may_wait = False
        self._sleep(wait_s)
        visit.deadline.extend(wait_s)
        return exchange(visit.source, target, headers, connector, visit.limit)

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        """The system's certificates, which take 20 ms to load; verification is on."""
        return httpx2.create_ssl_context(trust_env=False)
