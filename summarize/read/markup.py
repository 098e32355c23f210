"""Markup that would keep the parsers of HTML busy for minutes, told before they see it."""

import re

from summarize.errors import SourceUnreadable

TAG = re.compile(r"<[a-z][^<>]*>?", re.IGNORECASE)
_MOST_ELEMENTS = 100_000
"""The longest pages of encyclopaedias have half as many; the parsers take 0.15 ms for each, and
more for each the more there are."""

_MOST_ATTRIBUTES = 1_000
"""Of one element; parsers compare each with all before it, so that 100,000 take minutes."""
_WHOLE_TAG = re.compile(r"<[a-z](?:[^\"'<>]++|\"[^\"]*+\"|'[^']*+')*+", re.IGNORECASE)
_QUOTED = re.compile(r"\"[^\"]*+\"|'[^']*+'")
_ATTRIBUTE = re.compile(r"[^\s\"'=/<>]+")


def check_markup(source: str, html: str) -> None:
    """Raise SourceUnreadable for more elements, or attributes of one, than any page has."""
    if sum(1 for _ in TAG.finditer(html)) > _MOST_ELEMENTS:
        raise SourceUnreadable(source, f"has over {_MOST_ELEMENTS:,} elements; save its text")
    if _has_endless_tag(html):
        problem = f"has an element of over {_MOST_ATTRIBUTES:,} attributes; save its text"
        raise SourceUnreadable(source, problem)


def _has_endless_tag(html: str) -> bool:
    """Say whether an element has more attributes than any page has; `<` in quotes or not."""
    for pattern in (TAG, _WHOLE_TAG):
        for match in pattern.finditer(html):
            if match.end() - match.start() > 2 * _MOST_ATTRIBUTES:
                bare = _QUOTED.sub(" ", match.group())
                if sum(1 for _ in _ATTRIBUTE.finditer(bare)) > _MOST_ATTRIBUTES:
                    return True
    return False
