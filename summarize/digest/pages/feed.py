"""An Atom feed of briefs (RFC 4287): an entry a story, which changes when its brief does."""

import datetime as dt
import uuid
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from summarize.model import Brief
from summarize.render.escape import strip_controls
from summarize.render.frame import GENERATOR
from summarize.render.html import HtmlWriter
from summarize.render.markup import make, write_html
from summarize.render.sections import outline_brief

MOST_ENTRIES = 50
"""Readers fetch a feed whole: so many briefs of the size of `seeds/` are 1 MB."""

_ATOM = "http://www.w3.org/2005/Atom"
_SHOWN = ("CONTESTED", "FIGURES", "NOT KNOWN", "SOURCES", "ARTICLES")


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A story in the feed: its last brief, the digest that told it, and when it was told first."""

    story_id: str
    digest_id: str
    published: dt.datetime
    updated: dt.datetime
    brief: Brief


@dataclass(frozen=True, slots=True)
class FeedHead:
    """What a feed says of itself.

    `store_uid` makes the ids of feed and entries the same for ever, wherever the feed lies.
    `updated` counts where there is no entry. `base_url` is where the folder of the feed is
    published; without one the links are relative to the feed.
    """

    title: str
    store_uid: str
    updated: dt.datetime
    base_url: str = ""


def render_feed(entries: Iterable[FeedEntry], head: FeedHead) -> bytes:
    """Write the feed, newest entry first, each story once, at most MOST_ENTRIES."""
    newest: dict[str, FeedEntry] = {}
    for one in sorted(entries, key=lambda one: (one.updated, one.story_id), reverse=True):
        newest.setdefault(one.story_id, one)
    shown = list(newest.values())[:MOST_ENTRIES]
    feed = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": "en"})
    _add(feed, "id", _name(head.store_uid, "feed"))
    _add(feed, "title", head.title, type="text")
    _add(feed, "updated", _say_time(shown[0].updated if shown else head.updated))
    _add(ET.SubElement(feed, "author"), "name", head.title)
    _add(feed, "generator", GENERATOR)
    _add_links(feed, head)
    for entry in shown:
        feed.append(_write_entry(entry, head))
    ET.indent(feed, space=" ")
    document: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return document + b"\n"


def _add_links(feed: ET.Element, head: FeedHead) -> None:
    """Link to where the feed is published; RFC 4287, 4.1.1 wants that of a feed that knows it."""
    _add(feed, "link", rel="alternate", type="text/html", href=_join(head, "index.html"))
    if head.base_url:
        _add(feed, "link", rel="self", type="application/atom+xml", href=_join(head, "feed.xml"))


def _write_entry(entry: FeedEntry, head: FeedHead) -> ET.Element:
    element, brief = ET.Element("entry"), entry.brief
    address = _join(head, f"{entry.digest_id}/{entry.story_id}.html")
    _add(element, "id", _name(head.store_uid, entry.story_id))
    _add(element, "title", brief.title, type="text")
    _add(element, "published", _say_time(entry.published))
    _add(element, "updated", _say_time(entry.updated))
    _add(element, "link", rel="alternate", type="text/html", href=address)
    _add(element, "summary", " ".join(one.text for one in brief.summary), type="text")
    _add(element, "content", _write_content(brief), type="html")
    return element


def _write_content(brief: Brief) -> str:
    """Write the brief for a feed reader; it shows many, so that no link may lead into one."""
    outline, writer = outline_brief(brief), HtmlWriter(level=3)
    sections: Sequence[ET.Element] = [
        writer.write_section(one) for one in outline.sections if one.heading in _SHOWN
    ]
    dateline = make("p", outline.dateline)
    return write_html(make("div", dateline, writer.write_summary(outline), *sections))


def _add(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> None:
    """Add an element; XML 1.0 has no place for most controls, not even escaped."""
    element = ET.SubElement(parent, tag, attributes)
    if text:
        element.text = text if attributes.get("type") == "html" else strip_controls(text)


def _name(store_uid: str, of: str) -> str:
    """Return an id that is absolute and stays, whatever becomes of addresses: RFC 4287, 4.2.6."""
    try:
        space = uuid.UUID(store_uid)
    except ValueError:
        space = uuid.uuid5(uuid.NAMESPACE_OID, store_uid)
    return uuid.uuid5(space, of).urn


def _join(head: FeedHead, path: str) -> str:
    return f"{head.base_url.rstrip('/')}/{path}" if head.base_url else path


def _say_time(moment: dt.datetime) -> str:
    """Write a time as RFC 3339 has it, which Atom asks for: a zone, whole seconds."""
    return moment.isoformat(timespec="seconds")
