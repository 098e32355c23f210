"""What a fetch is asked for and what it brings, as values; importing them loads no HTTP client."""

from dataclasses import dataclass
from functools import lru_cache

from summarize.errors import UsageError

MAX_BYTES = 10_000_000
"""Of one body, unpacked. Newspapers' pages have up to 3 MB, a feed of ten years about 5 MB."""

TIMEOUT_S = 30.0
"""For one fetch with its redirects, until the last byte. Waiting for one's turn is not counted."""

DELAY_S = 1.0
"""Between two pages of one host: what crawlers that are called polite keep to (Scrapy's advice)."""

MAX_REDIRECTS = 5
"""As many as RFC 9309 asks for with robots.txt; a shortened link takes two or three."""


@lru_cache(maxsize=1)
def name_agent() -> str:
    """Return the User-Agent: the name by which a robots.txt can speak to us, and the version."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"summarize/{version('summarize')}"
    except PackageNotFoundError:  # a checkout that was never installed
        return "summarize/0"


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchOptions:
    """How far a fetch may go.

    `timeout_s` bounds one fetch, `max_bytes` its unpacked body. `delay_s` lies between two fetches
    from one host. `allow_hosts` are hosts, as `wiki.intra` or `127.0.0.1:8000`, that may lie in a
    network that is not public; without a port, each port is meant. Raises UsageError.
    """

    timeout_s: float = TIMEOUT_S
    max_bytes: int = MAX_BYTES
    max_redirects: int = MAX_REDIRECTS
    delay_s: float = DELAY_S
    allow_hosts: tuple[str, ...] = ()
    obey_robots: bool = True

    def __post_init__(self) -> None:
        if self.timeout_s <= 0 or self.max_bytes <= 0 or self.max_redirects < 0 or self.delay_s < 0:
            raise UsageError("a fetch needs a time-out and a size above 0, and no number below 0")
        for host in self.allow_hosts:
            if not host or "/" in host or "@" in host or host != host.strip():
                raise UsageError(f"allow_hosts: not a host: {host!r}; write HOST or HOST:PORT")


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave to ask by whether there is anything new (RFC 9110, 8.8)."""

    etag: str | None = None
    last_modified: str | None = None

    def __bool__(self) -> bool:
        return bool(self.etag or self.last_modified)


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer. `url` is the address after all redirects, `charset` what the header says.

    `is_unchanged` tells that nothing is new since `validators` were given; the body is empty then.
    """

    url: str
    body: bytes
    content_type: str = ""
    charset: str | None = None
    validators: Validators = Validators()
    is_unchanged: bool = False
