"""Whether an entry holds its whole article, or a teaser that asks to read on."""

import functools
import re

from summarize.read.feeds.entry import Entry
from summarize.read.webpage import read_fragment

_MIN_WHOLE_WORDS = 100
"""Teasers have 20 to 60 words; the shortest reports of agencies that are more than a flash, 100."""

_MIN_USABLE_WORDS = 40
"""What may stand in for a page that cannot be had: a paragraph that says who did what."""

_CREDIT = re.compile(
    r"\s*The post [^\n]{1,300} (?:appeared first|first appeared) on [^\n]{1,200}\Z", re.IGNORECASE
)
"""What WordPress puts below each entry."""

_CUT = re.compile(
    r"(?:\.\.\.|…|[\[(](?:…|\.{3})[\])]"
    r"|\b(?:read|continue|keep|see|view|click)\b[^.!?\n]{0,20}\b(?:more|on|reading|here|full)\b"
    r"[^.!?\n]{0,60}"
    r"|\b(?:full|whole|complete) (?:story|article|text|post)\b[^.!?\n]{0,60})[\W_]*\Z",
    re.IGNORECASE,
)
_REACH = 200


@functools.lru_cache(maxsize=256)  # asked for before and after the pages are fetched
def best_text(entry: Entry) -> str:
    """Return the longer one of content and summary, as text without what stands below it."""
    texts = [_CREDIT.sub("", _plain(part)) for part in (entry.content, entry.summary) if part]
    return max(texts, key=_count, default="")


def is_whole(entry: Entry) -> bool:
    """Return whether the feed has the whole article, so that its page need not be fetched."""
    if max(len(entry.content), len(entry.summary)) < 2 * _MIN_WHOLE_WORDS:
        return False  # too few letters for as many words; most entries are teasers
    text = best_text(entry)
    return _count(text) >= _MIN_WHOLE_WORDS and not _CUT.search(text[-_REACH:])


def is_usable(entry: Entry) -> bool:
    """Return whether the feed has enough to stand in for a page that cannot be had."""
    return _count(best_text(entry)) >= _MIN_USABLE_WORDS


def _plain(part: str) -> str:
    return read_fragment(part).strip()


def _count(text: str) -> int:
    return len(text.split())
