"""What the status and the headers of an answer mean, and the headers that ask for what is new."""

import re
from email.utils import parsedate_to_datetime
from typing import NoReturn

import httpx2

from summarize.errors import AccessRefused, SourceGone, SourceNotFound, SourceUnreachable
from summarize.read.fetch.exchange import Answer
from summarize.read.fetch.options import Validators

_LONGEST_WAIT_S = 10.0
"""How long a server may have us wait (Retry-After) before one more attempt."""

_LONGEST_HEADER = 1_000
_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)


def set_conditions(validators: Validators | None) -> dict[str, str]:
    """Return the headers that ask for what is new alone."""
    conditions = {}
    if validators and validators.etag:
        conditions["If-None-Match"] = validators.etag
    if validators and validators.last_modified:
        conditions["If-Modified-Since"] = validators.last_modified
    return conditions


def read_validators(headers: httpx2.Headers) -> Validators:
    """Return what the server gave to ask by; it is sent back, so it must be fit for a header."""
    etag, modified = headers.get("etag"), headers.get("last-modified")
    return Validators(
        etag if _is_sendable(etag) else None, modified if _is_sendable(modified) else None
    )


def _is_sendable(value: str | None) -> bool:
    if not value or len(value) > _LONGEST_HEADER:
        return False
    return value.isascii() and value.isprintable()


def read_content_type(headers: httpx2.Headers) -> tuple[str, str | None]:
    """Return the media type in small letters, and the charset that stands beside it.

    Not by the email package, which raises errors of its own for parameters that are misspelt.
    """
    stated = headers.get("content-type", "")[:_LONGEST_HEADER]
    charset = _CHARSET.search(stated)
    return stated.partition(";")[0].strip().lower(), charset[1].lower() if charset else None


def read_wait(answer: Answer) -> float | None:
    """Return the seconds after which a busy server wants to be asked again, if they are few.

    A date is read against the server's own clock.
    """
    told = answer.headers.get("retry-after", "").strip()
    if answer.status not in (429, 503) or not told:
        return None
    try:
        wait_s = (
            float(told)
            if told.isdecimal()
            else _seconds_between(answer.headers.get("date", ""), told)
        )
    except (ValueError, TypeError):
        return None
    return max(wait_s, 0.0) if wait_s <= _LONGEST_WAIT_S else None


def _seconds_between(start: str, end: str) -> float:
    return (parsedate_to_datetime(end) - parsedate_to_datetime(start)).total_seconds()


def raise_status(source: str, status: int) -> NoReturn:
    """Raise what an HTTP status means for whoever wanted the page."""
    if status == 410:
        raise SourceGone(source, "is gone for good (410); remove the address")
    if status == 404:
        raise SourceNotFound(source, "there is no such page (404); check the address")
    if status in (408, 421, 425, 429) or status >= 500:
        raise SourceUnreachable(source, f"the server answers {status}; it is asked again next time")
    if 400 <= status < 500:
        problem = f"the server lets nobody in like this ({status}); save the page and give the file"
        raise AccessRefused(source, problem)
    raise SourceUnreachable(
        source, f"the server answers {status}, which is no page; check the address"
    )
