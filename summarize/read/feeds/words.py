"""Titles and names in a feed, which may come with markup."""

import html
import re
from collections.abc import Iterable

from summarize.read.decode import tidy_characters
from summarize.read.header import read_byline

_TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>", re.IGNORECASE)
_BY = re.compile(r"by\s+", re.IGNORECASE)
_LONGEST_LINE = 1_000


def plain_line(text: str | None) -> str | None:
    """Return `text` on one line, without tags and references; None where nothing is left."""
    if not text:
        return None
    bare = html.unescape(_TAG.sub("", html.unescape(text[:_LONGEST_LINE])))
    return " ".join(tidy_characters(bare).split()) or None


def settle_authors(names: Iterable[str]) -> tuple[str, ...]:
    """Return the people that `names` name: "By Ann Lee and Bo Day" are two, an address is none."""
    found: list[str] = []
    for name in names:
        line = _BY.sub("", without_mail_addresses(plain_line(name) or "").strip(" ()<>"), count=1)
        byline = read_byline(f"By {line}") if " and " in line or "," in line else None
        several = byline.authors if byline else ()
        found.extend(several or ([line] if line else []))
    return tuple(dict.fromkeys(found))


def without_mail_addresses(text: str) -> str:
    """Return `text` without its words that are addresses of mail."""
    return " ".join(word for word in text.split() if "@" not in word)
