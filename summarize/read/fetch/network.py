"""The network below the client: one look-up a connection, checked, and one deadline for all steps.

A name is resolved once; each address that it has is checked; the connection goes to one that was
checked, by number. A second look-up, in which a name that was public turns out to lie at home
("DNS rebinding"), does not exist. The certificate is still asked for by the name.
"""

import socket
import ssl
import threading
from collections.abc import Callable, Iterable, Sequence

import httpcore2

from summarize.errors import AddressRefused, SourceUnreachable
from summarize.read.fetch.addresses import is_public
from summarize.read.fetch.urls import is_allowed, not_public, read_literal

CONNECT_S, SILENCE_S = 10.0, 15.0
"""A server that takes longer to accept, or says nothing for longer, is down: browsers give up on
the first after 20 s and more, but a run has many other sources to ask."""

Resolver = Callable[[str, int], Sequence[str]]
"""From host and port to numeric addresses, the best first. Raises OSError."""


Clock = Callable[[], float]
"""Seconds that only run forward, as time.monotonic gives them."""


class Deadline:
    """The moment by which a fetch must be over. One thread uses it."""

    def __init__(self, timeout_s: float, clock: Clock) -> None:
        self.timeout_s = timeout_s
        self._clock = clock
        self._ends = clock() + timeout_s

    def extend(self, waited_s: float) -> None:
        """Do not count time in which nothing was asked for."""
        self._ends += waited_s

    def left_s(self, most_s: float) -> float:
        """Return what is left, and no more than `most_s`. Raises ReadTimeout where nothing is."""
        left = self._ends - self._clock()
        if left <= 0:
            raise httpcore2.ReadTimeout(f"no end after {self.timeout_s:g} s")
        return min(left, most_s)


def resolve_host(host: str, port: int) -> Sequence[str]:
    """Ask the system for the addresses of `host`. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(address[0]) for *_, address in found))


class CheckedNetwork(httpcore2.NetworkBackend):
    """Connects to public addresses alone, and to what the user allowed. It serves one fetch."""

    def __init__(
        self, source: str, deadline: Deadline, resolve: Resolver, allow_hosts: Sequence[str]
    ) -> None:
        self._source = source
        self._deadline = deadline
        self._resolve = resolve
        self._allow_hosts = allow_hosts

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002 - the deadline bounds it
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """Connect to the first address that answers; each one was checked before."""
        problem: httpcore2.NetworkError | httpcore2.TimeoutException | None = None
        for address in self._checked(host, port):
            try:
                stream = httpcore2.SyncBackend().connect_tcp(
                    address, port, self._deadline.left_s(CONNECT_S), local_address, socket_options
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                problem = error
            else:
                return _TimedStream(stream, self._deadline)
        raise problem or httpcore2.ConnectError("no address")

    def _checked(self, host: str, port: int) -> Sequence[str]:
        """Return the addresses of `host`. One that is not public refuses all: it is an attack."""
        addresses = (host,) if read_literal(host) else self._look_up(host, port)
        if is_allowed(host, port, self._allow_hosts):
            return addresses
        for address in addresses:
            literal = read_literal(address)
            if literal is None or not is_public(literal):
                name = host if host == address else f"{host}, which is {address},"
                raise AddressRefused(self._source, not_public(name, host))
        return addresses

    def _look_up(self, host: str, port: int) -> Sequence[str]:
        """Resolve in a thread of its own: the system's resolver knows no time-out."""
        found: list[Sequence[str] | OSError | UnicodeError] = []

        def ask() -> None:
            try:
                found.append(self._resolve(host, port))
            except (OSError, UnicodeError) as error:  # the codec of names refuses a long label
                found.append(error)

        thread = threading.Thread(target=ask, name=f"resolve {host}", daemon=True)
        thread.start()
        thread.join(self._deadline.left_s(CONNECT_S))
        if not found:
            problem = f"the name {host} is not resolved within {CONNECT_S:g} s; check the network"
            raise SourceUnreachable(self._source, problem)
        if isinstance(found[0], OSError | UnicodeError) or not found[0]:
            problem = f"there is no host {host}, or no network to ask for it; check both"
            cause = found[0] if isinstance(found[0], Exception) else None
            raise SourceUnreachable(self._source, problem) from cause
        return found[0]


class _TimedStream(httpcore2.NetworkStream):
    """A connection of which each step, TLS included, ends by the deadline."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002
        return self._stream.read(max_bytes, self._deadline.left_s(SILENCE_S))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        self._stream.write(buffer, self._deadline.left_s(SILENCE_S))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002 - the deadline bounds it
    ) -> httpcore2.NetworkStream:
        left_s = self._deadline.left_s(CONNECT_S)
        return _TimedStream(
            self._stream.start_tls(ssl_context, server_hostname, left_s), self._deadline
        )

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)
