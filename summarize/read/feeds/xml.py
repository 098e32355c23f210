"""Feeds in XML, through feedparser, which is given tamed bytes and never an address."""

import calendar
import datetime as dt
import io
import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from summarize.errors import SourceUnreadable
from summarize.read.dates import find_date
from summarize.read.feeds.entry import Entry, Feed, settle_entries
from summarize.read.feeds.links import settle_link
from summarize.read.feeds.taming import root_name, tame_xml
from summarize.read.feeds.words import plain_line, settle_authors

if TYPE_CHECKING:
    from feedparser import FeedParserDict

_ROOTS = frozenset({"rss", "feed", "rdf", "channel"})
_STATED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)")
_STATED_REACH = 400


def stated_encoding(data: bytes) -> str | None:
    """Return the encoding that an XML declaration names."""
    match = _STATED.search(data[:_STATED_REACH])
    return match[1].decode("ascii", "replace") if match else None


def is_xml_feed(text: str) -> bool:
    """Return whether the first element of `text` is that of a feed."""
    return root_name(text) in _ROOTS


def read_xml_feed(name: str, text: str, url: str) -> Feed:
    """Read a feed in XML. Raises SourceUnreadable for one with entities, or without any entry."""
    import feedparser

    tamed = tame_xml(name, text)
    # A stream: a string could be taken for a path or an address. HTML in it is only ever read for
    # its text, so that it needs no cleaning here.
    parsed = feedparser.parse(
        io.BytesIO(tamed.data),
        response_headers={
            "content-type": "application/xml; charset=utf-8",
            "content-location": url,
        },
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    if not parsed.entries and (tamed.warnings or not parsed.get("version")):
        raise SourceUnreadable(name, "is a damaged feed without an entry; tell its site")
    entries = settle_entries(_read_entry(entry, url) for entry in parsed.entries)
    return Feed(url, plain_line(dict.get(parsed.feed, "title")), entries, tamed.warnings)


def _read_entry(entry: "FeedParserDict", url: str) -> Entry:
    """Read one entry. feedparser's own `get` warns where a date stands in for another."""
    link = dict.get(entry, "feedburner_origlink") or dict.get(entry, "link")
    contents = [part.get("value") or "" for part in dict.get(entry, "content") or ()]
    return Entry(
        key=(dict.get(entry, "id") or "").strip(),
        url=settle_link(url, link),
        title=plain_line(dict.get(entry, "title")),
        summary=(dict.get(entry, "summary") or "").strip(),
        content=max(contents, key=len, default="").strip(),
        authors=settle_authors(_names(entry)),
        published=_moment(entry, "published"),
        updated=_moment(entry, "updated"),
    )


def _names(entry: "FeedParserDict") -> Iterator[str]:
    for author in dict.get(entry, "authors") or ():
        yield author.get("name") or ""


def _moment(entry: "FeedParserDict", name: str) -> dt.datetime | None:
    """Return an aware time. feedparser gives UTC, and nothing for a date of mail without a zone."""
    parsed, text = dict.get(entry, f"{name}_parsed"), dict.get(entry, name) or ""
    try:
        if parsed is not None:
            return dt.datetime.fromtimestamp(calendar.timegm(parsed), dt.UTC)
        return parsedate_to_datetime(text).replace(tzinfo=dt.UTC)
    except (ValueError, OverflowError, OSError, TypeError):
        day = find_date(text)
        return dt.datetime.combine(day, dt.time(), dt.UTC) if day else None
