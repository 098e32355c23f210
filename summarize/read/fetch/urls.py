"""Addresses as they are written: what is refused before any name is looked up.

An address is read once, by the parser of the client that connects, so that no two readings of one
address can differ. A feed or a page brings addresses, and whoever writes it may be hostile.
"""

import ipaddress
import re
from collections.abc import Sequence

import httpx2

from summarize.errors import AddressRefused
from summarize.read.fetch.addresses import Address, is_public

_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9._-]*[a-z0-9_])?\Z")
_ENDS_IN_NUMBER = re.compile(r"(?:.*\.)?(?:\d+|0x[0-9a-f]*)\Z")
"""What a browser reads as an IPv4 address, in whatever base (WHATWG URL, "ends in a number")."""

_LOCAL_NAME = re.compile(r"(?:.*\.)?localhost(?:\.localdomain)?\Z")

_LOGIN = re.compile(r"//[^/?#]*@")

_BAD_PORTS = frozenset(
    int(port)
    for port in (
        "0 1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110"
        " 111 113 115 117 119 123 135 137 139 143 161 179 389 427 465 512 513 514 515 526 530 531"
        " 532 540 548 554 556 563 587 601 636 989 990 993 995 1719 1720 1723 2049 3306 3659 4045"
        " 4190 5060 5061 5432 6000 6379 6566 6665 6666 6667 6668 6669 6679 6697 9100 10080 11211"
        " 27017"
    ).split()
)
"""Ports of other services, which a feed could make us talk to: those that browsers block (WHATWG
Fetch, "bad port"), and five of databases. Any other is let through, since feeds on 8080 exist."""


def read_url(source: str, url: str, allow_hosts: Sequence[str] = ()) -> httpx2.URL:
    """Return the address that `url` writes. Raises AddressRefused, which names `source`.

    A host among `allow_hosts` may be anything but malformed.
    """
    try:
        parsed = httpx2.URL(url)
        host, port = parsed.raw_host.decode("ascii"), parsed.port
    except (httpx2.InvalidURL, ValueError) as error:
        raise AddressRefused(source, f"is no valid address ({error}); check it") from error
    problem = _problem_of_form(parsed, host)
    source = hide_login(source)
    if problem is None and not is_allowed(host, effective_port(parsed), allow_hosts):
        problem = _problem_of_host(host) or _problem_of_port(host, port)
    if problem is not None:
        raise AddressRefused(source, problem)
    return parsed.copy_with(fragment=None)


def hide_login(url: str) -> str:
    """Return `url` as it may be shown: a password in it is nobody's business."""
    return _LOGIN.sub("//…@", url, count=1)


def effective_port(url: httpx2.URL) -> int:
    """Return the port that is connected to."""
    return url.port if url.port is not None else 443 if url.scheme == "https" else 80


def is_allowed(host: str, port: int, allow_hosts: Sequence[str]) -> bool:
    """Return whether the user named this host, or this port of it."""
    bracketed = f"[{host}]" if ":" in host else host
    names = {host, bracketed, f"{bracketed}:{port}"}
    return any(allowed.lower() in names for allowed in allow_hosts)


def read_literal(host: str) -> Address | None:
    """Return the address that `host` is, or None for a name."""
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def _problem_of_form(url: httpx2.URL, host: str) -> str | None:
    if url.scheme not in ("http", "https"):
        return f"is not fetched: only http and https are, not {url.scheme or 'no scheme'}"
    if url.userinfo:
        return "holds a user name or password; give the address without"
    if not host:
        return "names no host; check it"
    return None


def _problem_of_host(host: str) -> str | None:
    literal = None if "%" in host else read_literal(host)
    if literal is not None:
        return None if is_public(literal) else not_public(host, host)
    if _LOCAL_NAME.match(host.rstrip(".")):
        return not_public(host, host)
    if _ENDS_IN_NUMBER.match(host.rstrip(".")) or not _HOST.match(host) or ".." in host:
        return f"has no valid host ({host}); write a name, or an address in its usual form"
    return None


def _problem_of_port(host: str, port: int | None) -> str | None:
    if port is None or (0 < port < 65536 and port not in _BAD_PORTS):
        return None
    return f"is not fetched: port {port} is not one of the web; {_say_way_out(f'{host}:{port}')}"


def not_public(what: str, host: str) -> str:
    """Return the words for an address in a network of somebody's own."""
    return f"is not fetched: {what} is not in the public internet; {_say_way_out(host)}"


def _say_way_out(host: str) -> str:
    """Say how to let a host through: whose it is the user knows, a feed's author need not."""
    return f"if you know {host} for your own, name it in allow_hosts (--allow-host)"
