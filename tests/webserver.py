"""A small web site on this machine, whose pages can be changed between two requests.

with WebSite({"/": html("<p>Words")}) as site:
    fetch(site.url("/"))                      # what it has, over real sockets
    site.pages["/feed"] = xml(RSS, etag='"2"')  # 304 to who has it already
    site.pages["/busy"] = [fail(503, Retry_After="1"), html("<p>Words")]  # one after the other
    site.pages["/odd"] = lambda asked: html(asked.headers["User-Agent"])
    site.asked, site.paths                    # what came, in order
"""

import gzip
import itertools
import socket
import struct
import sys
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Literal, Self

MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Asked:
    """A request as it came."""

    path: str
    headers: Message
    body: bytes = b""


@dataclass(frozen=True)
class Reply:
    """An answer, and how it goes over the wire.

    `pieces` makes the body while it is sent, `pause_s` after each piece; else `body` is it. After
    it the connection ends properly, is reset, or stays open in silence until the site is closed.
    """

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    pieces: Callable[[], Iterable[bytes]] | None = None
    pause_s: float = 0.0
    ending: Literal["whole", "reset", "silence"] = "whole"
    raw: bytes | None = None
    """Sent as it is in place of status line and headers; `pieces` may follow."""


Page = Reply | Callable[[Asked], Reply]


def html(body: str | bytes, kind: str = "text/html; charset=utf-8", **headers: str) -> Reply:
    """Return a page; `ETag='"1"'` and `Last_Modified=…` are headers."""
    data = body.encode() if isinstance(body, str) else body
    return Reply(200, {"Content-Type": kind, **_named(headers)}, data)


def xml(body: str | bytes, kind: str = "application/rss+xml", **headers: str) -> Reply:
    """Return a feed, or another document."""
    return html(body, kind, **headers)


def redirect(to: str, status: int = 302) -> Reply:
    """Return a redirect."""
    return Reply(status, {"Location": to})


def fail(status: int, body: str = "no", **headers: str) -> Reply:
    """Return an error; `Retry_After="1"` is a header."""
    return Reply(status, {"Content-Type": "text/plain", **_named(headers)}, body.encode())


def bomb(size: int, packing: str = "gzip") -> Reply:
    """Return a body of zeros, `size` bytes unpacked and a thousandth of that on the wire."""
    packed = gzip.compress(bytes(size), 9)
    return Reply(200, {"Content-Type": "text/html", "Content-Encoding": packing}, packed)


def flood(size: int) -> Reply:
    """Return a body of `size` bytes that is made while it is sent, its length not said."""
    piece = b"<p>The council met.</p>" * 3_000
    return Reply(
        200,
        {"Content-Type": "text/html"},
        pieces=lambda: itertools.repeat(piece, size // len(piece) + 1),
    )


def drip(body: bytes, pause_s: float) -> Reply:
    """Return a body that comes byte by byte."""
    return Reply(
        200,
        {"Content-Type": "text/html", "Content-Length": str(len(body))},
        pieces=lambda: (body[n : n + 1] for n in range(len(body))),
        pause_s=pause_s,
    )


def cut(reply: Reply, ending: Literal["reset", "silence"], size: int = 100) -> Reply:
    """Return `reply` whose connection ends after the first `size` bytes of its body."""
    headers = {**reply.headers, "Content-Length": str(len(reply.body))}
    return replace(reply, headers=headers, pieces=lambda: iter([reply.body[:size]]), ending=ending)


def _named(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}


class WebSite:
    """The site. What `pages` lacks is 404; a list is given one by one, its last item for ever."""

    def __init__(self, pages: Mapping[str, Page | list[Page]] | None = None) -> None:
        self.pages: dict[str, Page | list[Page]] = dict(pages or {})
        self.asked: list[Asked] = []
        self.closing = threading.Event()
        self._lock = threading.Lock()
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.site = self
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    @property
    def host(self) -> str:
        """Host and port, as `allow_hosts` wants them."""
        return f"127.0.0.1:{self.port}"

    def url(self, path: str = "/") -> str:
        return f"http://{self.host}{path}"

    @property
    def paths(self) -> list[str]:
        """The paths that were asked for, in order, without those of robots.txt."""
        return [one.path for one in self.asked if one.path != "/robots.txt"]

    def answer(self, asked: Asked) -> Reply:
        """Return what the site has; who has it already is told so."""
        with self._lock:
            self.asked.append(asked)
            page = self.pages.get(asked.path, fail(404))
            if isinstance(page, list):
                page = page.pop(0) if len(page) > 1 else page[0]
        reply = page if isinstance(page, Reply) else page(asked)
        return Reply(304) if _is_known(asked, reply) else reply

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def _is_known(asked: Asked, reply: Reply) -> bool:
    pairs = (("ETag", "If-None-Match"), ("Last-Modified", "If-Modified-Since"))
    return any(
        reply.headers.get(given) is not None and reply.headers[given] == asked.headers.get(wanted)
        for given, wanted in pairs
    )


class _Server(ThreadingHTTPServer):
    site: WebSite
    daemon_threads = False
    block_on_close = True
    request_queue_size = 64

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client may hang up; anything else is a fault of a test's page."""
        if not isinstance(sys.exc_info()[1], ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 10

    @property
    def _site(self) -> WebSite:
        assert isinstance(self.server, _Server)
        return self.server.site

    def do_POST(self) -> None:
        self._serve(self.rfile.read(int(self.headers["Content-Length"])))

    def do_GET(self) -> None:
        self._serve(b"")

    def _serve(self, body: bytes) -> None:
        self.close_connection = True
        reply = self._site.answer(Asked(self.path, self.headers, body))
        if reply.raw is not None:
            self.wfile.write(reply.raw)
        else:
            self._send_head(reply)
        self._send_body(reply)
        if reply.ending == "silence":
            self.wfile.flush()
            self._site.closing.wait(30)
        elif reply.ending == "reset":
            self.wfile.flush()
            linger = struct.pack("ii", 1, 0)  # close() then sends a reset
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)

    def _send_head(self, reply: Reply) -> None:
        self.send_response(reply.status)
        for name, value in {"Connection": "close", **reply.headers}.items():
            self.send_header(name, value)
        if reply.pieces is None and "Content-Length" not in reply.headers:
            self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()

    def _send_body(self, reply: Reply) -> None:
        for piece in reply.pieces() if reply.pieces else [reply.body]:
            self.wfile.write(piece)
            if reply.pause_s and self._site.closing.wait(reply.pause_s):
                return

    def log_message(self, *args: object) -> None:
        """Say nothing: a test's output is its own."""
