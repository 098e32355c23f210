"""Which format a source is in, and the function that reads it."""

import io
import re
from collections.abc import Callable, Iterator
from typing import Literal

from summarize.errors import SourceEmpty, SourceError
from summarize.read.decode import decode_bytes
from summarize.read.mail import read_mail
from summarize.read.mailbox import is_mailbox, read_mailbox
from summarize.read.markdown import read_markdown
from summarize.read.page import Page
from summarize.read.records import Record, read_json, read_json_lines
from summarize.read.webpage import looks_like_html, read_webpage, stated_charset

Format = Literal["plain", "markdown", "html", "mail", "mbox", "json", "jsonl"]

SUFFIXES: dict[str, Format] = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".eml": "mail",
    ".mbox": "mbox",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
"""What a folder is searched for."""

SUFFIX_OF_TYPE: dict[str, str] = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "message/rfc822": ".eml",
    "application/mbox": ".mbox",
    "application/json": ".json",
    "application/ld+json": ".json",
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
}
"""By media type. What a server sends as anything else is read as a file without a suffix is."""

_SNIFFED = 4_096
_MAIL = re.compile(r"(?:[A-Za-z][A-Za-z-]*: ?[^\n]*\n(?:[ \t]+[^\n]*\n)*){2,}\n")
_MAIL_FIELD = re.compile(
    r"^(?:message-id|mime-version|received|return-path|content-type|delivered-to):", re.I | re.M
)
_MARKDOWN = re.compile(
    r"\s*(?:---\n(?:[^\n]*\n){1,60}?---\n|# \S)|.*^(?:#{1,3} \S|\[[^\]\n]+\]: )", re.S | re.M
)
_MARKDOWN_LINK = re.compile(r"\[[^\]\n]+\]\(https?://[^)\s]+\)")


def read_format(
    source: str, data: bytes, suffix: str, charset: str | None = None
) -> Iterator[Record | SourceError]:
    """Yield the pages in `data`, whose format the suffix tells, or the text where it does not.

    `charset` is what came beside the data, as in a header of HTTP; it goes before what the page
    says. Raises SourceError where nothing in it can be read.
    """
    if not data.strip(b"\0 \t\r\n\f\v\xef\xbb\xbf\xfe\xff"):
        raise SourceEmpty(source, "is empty; give a file with an article in it")
    kind = SUFFIXES.get(suffix.lower())
    if kind == "mbox" or (kind is None and is_mailbox(data[:_SNIFFED])):
        yield from read_mailbox(source, io.BytesIO(data), len(data))
        return
    if kind == "mail":
        yield Record(source, read_mail(source, data))
        return
    text = decode_bytes(source, data, charset, stated_charset(data))
    if kind is None or kind == "plain":
        kind = sniff_format(text, kind)
    if kind == "mail":
        yield Record(source, read_mail(source, data))
    elif kind in _MANY:
        yield from _MANY[kind](source, text)
    else:
        yield Record(source, _ONE[kind](source, text))


def sniff_format(text: str, named: Format | None = None) -> Format:
    """Return the format that `text` is written in; `named` plain text can still be a saved page."""
    start = text[:_SNIFFED]
    if looks_like_html(start):
        return "html"
    if named is not None:
        return named
    if start.lstrip()[:1] in ("{", "["):
        first = start.lstrip().split("\n", 1)[0].rstrip()
        many = text.count("\n{") > 0
        return "jsonl" if first.startswith("{") and first.endswith("}") and many else "json"
    if _MAIL.match(start) and _MAIL_FIELD.search(start):
        return "mail"
    if _MARKDOWN.match(start) or _MARKDOWN_LINK.search(start):
        return "markdown"
    return "plain"


def _read_plain(_source: str, text: str) -> Page:
    return Page(text)


def _read_markdown(_source: str, text: str) -> Page:
    return read_markdown(text)


_ONE: dict[Format, Callable[[str, str], Page]] = {
    "plain": _read_plain,
    "markdown": _read_markdown,
    "html": read_webpage,
}
_MANY: dict[Format, Callable[[str, str], Iterator[Record | SourceError]]] = {
    "json": read_json,
    "jsonl": read_json_lines,
}
