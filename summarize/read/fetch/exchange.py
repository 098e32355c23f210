"""One request and its answer, bounded in time and in size, packed or unpacked.

Each exchange has a connection of its own, which is closed after it: between two pages of a host
lies a pause that is longer than a handshake, and a name is then looked up and checked anew.
"""

import ssl
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass

import httpcore2
import httpx2

from summarize.errors import SourceError, SourceTooLarge, SourceUnreachable
from summarize.read.fetch.network import CheckedNetwork
from summarize.read.fetch.urls import effective_port

_PACKINGS = frozenset({"", "identity", "gzip", "deflate"})
"""What is asked for and can be unpacked piece by piece, by what comes with Python."""

_LONGEST_SHOWN = 200
"""Of what a server wrote and a parser complains of."""


@dataclass(frozen=True, slots=True)
class Limit:
    """The most bytes of a body, packed or not; one that `cuts` takes what came until then."""

    max_bytes: int
    cuts: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, headers, and the body where the status promises one."""

    status: int
    headers: httpx2.Headers
    body: bytes


def exchange(
    source: str,
    url: httpx2.URL,
    headers: Mapping[str, str],
    connector: tuple[CheckedNetwork, ssl.SSLContext],
    limit: Limit,
) -> Answer:
    """Ask for `url` and return the answer. Raises SourceError, which names `source`.

    The body is read where the status is 2xx alone.
    """
    network, context = connector
    origin = httpcore2.Origin(url.raw_scheme, url.raw_host, effective_port(url))
    target = httpcore2.URL(
        scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
    )
    sent = {"Host": url.netloc.decode("ascii"), "Connection": "close", **headers}
    request = httpcore2.Request(b"GET", target, headers=list(sent.items()))
    try:
        with closing(
            httpcore2.HTTPConnection(origin, ssl_context=context, network_backend=network)
        ) as connection:
            received = connection.handle_request(request)
            with closing(received):
                return _read_answer(source, received, limit)
    except _FAILURES as error:
        raise SourceUnreachable(source, _problem(error)) from error


_FAILURES = (
    httpcore2.TimeoutException,
    httpcore2.NetworkError,
    httpcore2.ProtocolError,
    httpx2.DecodingError,
)


def _read_answer(source: str, received: httpcore2.Response, limit: Limit) -> Answer:
    headers = httpx2.Headers(received.headers)
    if not 200 <= received.status < 300:
        return Answer(received.status, headers, b"")
    packing = headers.get("content-encoding", "").strip().lower()
    if packing not in _PACKINGS:
        problem = f"is packed as {packing[:40]}, which was not asked for; save the page"
        raise SourceUnreachable(source, problem)
    stated = headers.get("content-length", "")
    if stated.isdecimal() and int(stated) > limit.max_bytes and not limit.cuts:
        raise _too_large(source, limit)
    assert isinstance(received.stream, Iterable)  # noqa: S101 - of a connection that is not async
    stream = _Bounded(source, received.stream, limit)
    response = httpx2.Response(received.status, headers=headers, stream=stream)
    return Answer(received.status, headers, _collect(source, response, limit))


def _collect(source: str, response: httpx2.Response, limit: Limit) -> bytes:
    """Join the unpacked pieces, of which none is larger than 1 MiB (httpx2's decoders)."""
    pieces: list[bytes] = []
    size = 0
    for piece in response.iter_bytes():
        size += len(piece)
        pieces.append(piece)
        if size > limit.max_bytes:
            if limit.cuts:
                break
            raise _too_large(source, limit)
    return b"".join(pieces)[: limit.max_bytes]


class _Bounded(httpx2.SyncByteStream):
    """The packed body: a packing of nothing unpacks to nothing for ever."""

    def __init__(self, source: str, stream: Iterable[bytes], limit: Limit) -> None:
        self._source = source
        self._stream = stream
        self._limit = limit

    def __iter__(self) -> Iterator[bytes]:
        size = 0
        for piece in self._stream:
            size += len(piece)
            yield piece
            if size > self._limit.max_bytes and not self._limit.cuts:
                raise _too_large(self._source, self._limit)


def _too_large(source: str, limit: Limit) -> SourceError:
    return SourceTooLarge(source, f"is larger than {limit.max_bytes / 1_000_000:g} MB")


def _problem(error: Exception) -> str:
    """Say in plain words what a connection died of."""
    cause: BaseException = error
    while cause.__cause__ is not None:
        cause = cause.__cause__
    if isinstance(cause, ssl.SSLCertVerificationError):
        return f"its certificate is not valid ({cause.verify_message}); nothing was asked"
    if isinstance(error, httpcore2.ConnectTimeout):
        return "no connection in time; it is asked again next time"
    if isinstance(error, httpcore2.TimeoutException):
        return f"no answer in time ({error}); it is asked again next time"
    if isinstance(error, httpx2.DecodingError):
        return "its answer is packed and cannot be unpacked; it is asked again next time"
    words = getattr(cause, "strerror", None) or str(cause) or type(cause).__name__
    kind = "no connection" if isinstance(error, httpcore2.ConnectError) else "the connection broke"
    return f"{kind} ({words[:_LONGEST_SHOWN]}); it is asked again next time"
