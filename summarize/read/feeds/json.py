"""JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/)."""

import datetime as dt
from collections.abc import Mapping

from summarize.errors import SourceUnreadable
from summarize.read.feeds.entry import MOST_ENTRIES, TOO_MANY, Entry, Feed, settle_entries
from summarize.read.feeds.links import settle_link
from summarize.read.feeds.words import plain_line, settle_authors
from summarize.read.records import Json, names_in, parse_json, problem_of

_VERSION = "jsonfeed.org/version/"
_VERSION_REACH = 4_096


def is_json_feed(text: str) -> bool:
    """Return whether `text` is an object that says near its start that it is a JSON Feed."""
    start = text[:_VERSION_REACH]
    return start.lstrip().startswith("{") and _VERSION in start.replace("\\/", "/")


def read_json_feed(name: str, text: str, url: str) -> Feed:
    """Read a JSON Feed. Raises SourceUnreadable where it is no JSON, or has no list of items."""
    try:
        document = parse_json(text)
    except (ValueError, RecursionError) as error:
        problem = f"is not valid JSON ({problem_of(error)}); tell its site"
        raise SourceUnreadable(name, problem) from error
    items = document.get("items") if isinstance(document, dict) else None
    if not isinstance(document, dict) or not isinstance(items, list):
        raise SourceUnreadable(name, "is a JSON Feed without a list of items; tell its site")
    known = [item for item in items if isinstance(item, dict)]
    lost = len(items) - len(known)
    warnings = [f"{lost} items of the feed are no objects and were skipped"] if lost else []
    if len(known) > MOST_ENTRIES:
        warnings.append(TOO_MANY)
    entries = settle_entries(_read_item(item, document, url) for item in known[:MOST_ENTRIES])
    return Feed(url, plain_line(_text(document, "title")), entries, tuple(warnings))


def _read_item(item: Mapping[str, Json], feed: Mapping[str, Json], url: str) -> Entry:
    """Read one item; where it names no author, those of the feed wrote it (JSON Feed 1.1)."""
    by = _authors(item) or _authors(feed)
    return Entry(
        key=_identity(item.get("id")),
        url=settle_link(url, _text(item, "url") or _text(item, "external_url")),
        title=plain_line(_text(item, "title")),
        summary=_text(item, "summary") or "",
        content=_text(item, "content_html") or _text(item, "content_text") or "",
        authors=settle_authors(by),
        published=_moment(_text(item, "date_published")),
        updated=_moment(_text(item, "date_modified")),
    )


def _authors(item: Mapping[str, Json]) -> list[str]:
    return names_in(item.get("authors")) or names_in(item.get("author"))


def _identity(value: Json) -> str:
    """A number is to be read as a string (JSON Feed 1.1, items)."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return value.strip() if isinstance(value, str) else str(value) if is_number else ""


def _text(item: Mapping[str, Json], key: str) -> str | None:
    value = item.get(key)
    return value.strip() or None if isinstance(value, str) else None


def _moment(text: str | None) -> dt.datetime | None:
    try:
        moment = dt.datetime.fromisoformat(text or "")
        return (moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)).astimezone(dt.UTC)
    except (ValueError, OverflowError):
        return None
