"""A web page: its article through readability and trafilatura, its metadata through trafilatura.

readability finds the article's block, trafilatura strips what is no prose inside of it; each alone
is weaker than both in turn. Their packages load here, when a page is read (0.4 s).
"""

import datetime as dt
import re
from typing import TYPE_CHECKING

from summarize.errors import NoArticle
from summarize.model import Removed
from summarize.read.credits import agency_of
from summarize.read.page import Metadata, Page

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_CHARSET_REACH = 4_096

_DOCTYPE = re.compile(r"\A\s*(?:<\?xml[^>\n]*>?\s*)?<!doctype[^>\n]*>?", re.IGNORECASE)
"""Taken off, since a cut or misspelt one keeps the parser from reading the page at all."""

_MIN_BLOCK_WORDS = 60
"""Below this many words readability has picked a caption or a box, and the whole page is read."""


def stated_charset(data: bytes) -> str | None:
    """Return the encoding that the page's own meta element names."""
    match = _CHARSET.search(data[:_CHARSET_REACH])
    return match[1].decode("ascii", "replace") if match else None


def read_webpage(source: str, html: str) -> Page:
    """Return the article of a page, and the title, outlet, authors and date that the page states.

    Raises NoArticle for markup that holds no element at all.
    """
    import trafilatura

    html = _DOCTYPE.sub("", html)
    tree = trafilatura.load_html(html)
    if tree is None:
        raise NoArticle(source, "holds no HTML element; give the article's page or text")
    return Page(_main_text(html), _metadata(tree), _comments(html), layout="extracted")


def strip_markup(html: str) -> str:
    """Return the text of a fragment of HTML that is all article, as feeds and records hold it."""
    import trafilatura

    text = trafilatura.extract(
        f"<html><body><article>{html}</article></body></html>", favor_recall=True
    )
    return text or str(trafilatura.html2txt(html))


def _main_text(html: str) -> str:
    import trafilatura

    text = trafilatura.extract(_main_block(html), include_comments=False, favor_recall=True) or ""
    if len(text.split()) >= _MIN_BLOCK_WORDS:
        return text
    whole = trafilatura.extract(html, include_comments=False, include_tables=False) or ""
    return max(text, whole, key=len)


def _main_block(html: str) -> str:
    from readability import Document
    from readability.readability import Unparseable

    try:
        block = Document(html).summary(html_partial=True)
    except Unparseable:
        return html
    return f"<html><body><article>{block}</article></body></html>"


def _comments(html: str) -> tuple[Removed, ...]:
    import trafilatura

    document = trafilatura.bare_extraction(html, include_comments=True, fast=True)
    comments = getattr(document, "comments", None) or ""
    return tuple(Removed(text=line, reason="comment") for line in comments.split("\n") if line)


def _metadata(tree: "HtmlElement") -> Metadata:
    """Read what the page's head and markup state; a date is never guessed from text or today."""
    import trafilatura

    stated = trafilatura.extract_metadata(
        tree,
        date_config={"extensive_search": False, "original_date": True},
        extensive=False,
    )
    names = [name.strip() for name in (stated.author or "").split(";") if name.strip()]
    agencies = [agency for name in names if (agency := agency_of(name))]
    return Metadata(
        title=_without_outlet(stated.title, stated.sitename),
        outlet=stated.sitename or None,
        authors=tuple(name for name in names if not agency_of(name)),
        published=dt.date.fromisoformat(stated.date) if stated.date else None,
        url=stated.url or None,
        original_source=agencies[0] if agencies else None,
    )


def _without_outlet(title: str | None, outlet: str | None) -> str | None:
    """Take the outlet's name off a title's end: "A title - The Example Times"."""
    if not title or not outlet:
        return title or None
    bare = re.sub(rf"\s+[|–—·:-]+\s+{re.escape(outlet)}\s*\Z", "", title)
    return bare or title
