"""From the bytes at a feed's address to its entries, or to what stands there instead."""

from summarize.errors import SourceEmpty, SourceUnreadable
from summarize.read.decode import decode_bytes
from summarize.read.feeds.entry import Feed
from summarize.read.feeds.json import is_json_feed, read_json_feed
from summarize.read.feeds.xml import is_xml_feed, read_xml_feed, stated_encoding
from summarize.read.webpage import linked_feeds, looks_like_html

_SNIFFED = 16_384
"""A stylesheet, comments and a DOCTYPE may stand before a feed's first element."""


_MARKS = "\ufeff\ufffd"
"""What byte order marks become when they are read as UTF-8."""


def is_feed(body: bytes) -> bool:
    """Return whether `body` is a feed; servers give feeds for pages, and pages for feeds."""
    start = body[:_SNIFFED].replace(b"\0", b"").decode("utf-8", "replace").lstrip(_MARKS)
    return is_json_feed(start) or (not looks_like_html(start) and is_xml_feed(start))


def read_feed(
    name: str, body: bytes, *, url: str, content_type: str = "", charset: str | None = None
) -> Feed:
    """Read the feed that `body` is; `url` is where it lies, by which relative links are read.

    Raises SourceUnreadable for what is no feed or a damaged one, SourceEmpty, SourceBinary; the
    message for a web page names the feed to which the page links. `content_type` only tells what
    the server took it for.
    """
    if not body.strip(b"\0 \t\r\n\xef\xbb\xbf\xfe\xff"):
        raise SourceEmpty(name, "is empty; check the address of the feed")
    text = decode_bytes(name, body, charset, stated_encoding(body))
    if text.lstrip()[:1] in ("{", "["):
        return read_json_feed(name, text, url)
    if looks_like_html(text[:_SNIFFED]):
        raise SourceUnreadable(name, f"is a web page and no feed; {_way_out(text, url)}")
    if not is_xml_feed(text[:_SNIFFED]):
        kind = f" ({content_type})" if content_type else ""
        raise SourceUnreadable(name, f"is no feed{kind}; give an RSS, Atom or JSON Feed")
    return read_xml_feed(name, text, url)


def _way_out(html: str, url: str) -> str:
    feeds = linked_feeds(html, url)
    return f"the feed it links to is {feeds[0]}" if feeds else "give the address of the feed"
