"""A web page: its article through readability and trafilatura, its metadata through trafilatura.

readability finds the article's block, trafilatura strips what is no prose inside of it; each alone
is weaker than both in turn. Their packages load here, when a page is read (0.4 s).
"""

import datetime as dt
import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from summarize.errors import NoArticle, SourceUnreadable
from summarize.model import RemovalReason, Removed
from summarize.read.boilerplate import line_rule
from summarize.read.credits import agency_of
from summarize.read.header import MAX_TITLE_WORDS
from summarize.read.markup import TAG, check_markup
from summarize.read.page import Metadata, Page

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_CHARSET_REACH = 4_096

_DOCTYPE = re.compile(r"\A\s*(?:<\?xml[^>\n]*>?\s*)?<!doctype[^>\n]*>?", re.IGNORECASE)
"""Taken off, since a cut or misspelt one keeps the parser from reading the page at all."""

_HIDDEN_STYLE = re.compile(
    r"(?<![-\w])(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]*[1-9])"
    r"|(?:left|top|text-indent)\s*:\s*-\d{3,})",
    re.IGNORECASE,
)

_MIN_SHARE = 0.5
"""readability sometimes picks one block of an article that is split in several: below this share
of what trafilatura finds on the whole page, it is not believed."""


_HTML = re.compile(
    (
        r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*+<(?:!doctype\s*html|html|head|body|article|main"
        r"|div|p|h1)\b"
    ),
    re.I | re.S,
)
_FEED = re.compile(r"\s*application/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json)", re.IGNORECASE)
_MARKUP = re.compile(
    r"</?(?:p|div|br|a|span|h[1-6]|ul|ol|li|b|i|em|strong|img|blockquote)\b[^>]*>", re.IGNORECASE
)

_ROOT = re.compile(r"<(?:html|body|head)\b", re.IGNORECASE)

_PARAGRAPHS = ("p", "blockquote", "figcaption", "li")
_MIN_LEFT_WORDS, _MAX_LEFT_WORDS = 6, 150
"""Shorter is a menu's entry, longer a box whose paragraphs are listed one by one."""


def stated_charset(data: bytes) -> str | None:
    """Return the encoding that the page's own meta element names."""
    match = _CHARSET.search(data[:_CHARSET_REACH])
    return match[1].decode("ascii", "replace") if match else None


def read_webpage(source: str, html: str) -> Page:
    """Return the article of a page, and the title, outlet, authors and date that the page states.

    Paragraphs of the page that are no part of it, and what the page hides from its readers, are in
    `removed`. Raises NoArticle for markup without an element, SourceUnreadable for markup that the
    parsers give up on, or would take minutes for.
    """
    check_markup(source, html)
    import trafilatura
    from lxml.etree import LxmlError

    html = _as_document(_DOCTYPE.sub("", html))
    try:
        tree = trafilatura.load_html(html)
        if tree is None:
            raise NoArticle(source, "holds no HTML element; give the article's page or text")
        text = _shown_text(html)
        return Page(text, _metadata(tree), _left_behind(html, text), layout="extracted")
    except (LxmlError, RecursionError, ValueError, TypeError, AttributeError) as error:
        raise SourceUnreadable(source, "is HTML too damaged to parse; save its text") from error


def _as_document(html: str) -> str:
    """Put a saved fragment into a page: trafilatura takes it for no HTML otherwise."""
    return html if _ROOT.search(html) else f"<html><body>{html}</body></html>"


def _without_hidden(html: str) -> str:
    """Take out what a browser does not show: readers have not seen it, so no outlet has said it."""
    import trafilatura
    from lxml.html import tostring

    tree = trafilatura.load_html(html)
    hidden = [element for element in tree.iter() if _is_hidden(element)] if tree is not None else []
    for element in hidden:
        if element.getparent() is not None:
            element.drop_tree()
    return str(tostring(tree, encoding="unicode")) if hidden else html


def _is_hidden(element: "HtmlElement") -> bool:
    """Whether the element's own markup hides it; style sheets are not read."""
    return element.tag in ("p", "div", "span", "section", "li", "template", "aside") and (
        element.tag == "template"
        or element.get("hidden") is not None
        or _HIDDEN_STYLE.search(element.get("style", "")) is not None
    )


def looks_like_html(start: str) -> bool:
    """Return whether a document that begins like this is a web page."""
    return _HTML.match(start) is not None


def read_fragment(text: str) -> str:
    """Return the text of what is all article, as feeds and records hold it: plain text, or HTML."""
    if not _MARKUP.search(text):
        return text
    from lxml.etree import LxmlError

    try:
        check_markup("", text)
        return _strip_markup(f"<html><body><article>{text}</article></body></html>")
    except (SourceUnreadable, LxmlError, RecursionError, ValueError, TypeError, AttributeError):
        return TAG.sub(" ", text)


def linked_feeds(html: str, url: str) -> tuple[str, ...]:
    """Return the addresses of the feeds that a page at `url` says are its own."""
    import trafilatura
    from lxml.etree import LxmlError

    try:
        check_markup(url, html)
        tree = trafilatura.load_html(_as_document(_DOCTYPE.sub("", html)))
        links = [] if tree is None else tree.xpath("//link[@rel and @type and @href]")
        return tuple(
            urljoin(url, link.get("href").strip())
            for link in links
            if "alternate" in link.get("rel").lower().split() and _FEED.match(link.get("type"))
        )
    except (SourceUnreadable, LxmlError, RecursionError, ValueError, TypeError, AttributeError):
        return ()


def _strip_markup(html: str) -> str:
    import trafilatura

    shown = _without_hidden(html)
    return trafilatura.extract(shown, favor_recall=True) or str(trafilatura.html2txt(shown))


def _shown_text(html: str) -> str:
    """The article as readers see it; hidden text is its own only behind a "read more"."""
    text = _main_text(html)
    visible = _without_hidden(html)
    if visible == html:
        return text
    shown = _main_text(visible)
    return shown if len(shown.split()) >= _MIN_SHARE * len(text.split()) else text


def _main_text(html: str) -> str:
    import trafilatura

    block = trafilatura.extract(_main_block(html), include_comments=False, favor_recall=True) or ""
    whole = trafilatura.extract(html, include_comments=False, include_tables=False) or ""
    return block if len(block.split()) >= _MIN_SHARE * len(whole.split()) else whole


def _main_block(html: str) -> str:
    from readability import Document
    from readability.readability import Unparseable

    try:
        block = Document(html).summary(html_partial=True)
    except Unparseable:
        return html
    return f"<html><body><article>{block}</article></body></html>"


def _left_behind(html: str, text: str) -> tuple[Removed, ...]:
    """The paragraphs of the page that are not in `text`: readers' comments, and all the rest."""
    import trafilatura

    tree = trafilatura.load_html(html)
    document = trafilatura.bare_extraction(html, include_comments=True, fast=True)
    comments = " ".join((getattr(document, "comments", None) or "").split())
    body = " ".join(text.split())
    paragraphs = [
        " ".join(element.text_content().split())
        for element in (tree.iter(*_PARAGRAPHS) if tree is not None else ())
    ]
    return tuple(
        Removed(text=line, reason="comment" if line in comments else _reason(line))
        for line in dict.fromkeys(paragraphs)
        if _MIN_LEFT_WORDS <= len(line.split()) <= _MAX_LEFT_WORDS and line not in body
    )


def _reason(line: str) -> RemovalReason:
    rule = line_rule(line)
    return rule.reason if rule is not None else "not the article"


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
    """Take the outlet's name off a title's end: "A title - The Example Times".

    What is markup, too long or the outlet's name alone is no title; one is then sought in the text.
    """
    if not title or "<" in title or len(title.split()) > MAX_TITLE_WORDS:
        return None
    if not outlet:
        return title
    bare = re.sub(rf"\s+[|–—·:-]+\s+{re.escape(outlet)}\s*\Z", "", title)
    return bare if bare and bare.casefold() != outlet.casefold() else None
