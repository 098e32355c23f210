"""Markup that would keep the parsers of HTML busy for minutes, told before they see it."""

import re

from summarize.errors import SourceUnreadable

TAG = re.compile(r"<[a-z][^<>]*>?", re.IGNORECASE)
_MOST_ELEMENTS = 100_000
"""The longest pages of encyclopaedias have half as many; the parsers take 0.15 ms for each, and
more for each the more there are."""

_MOST_ATTRIBUTES = 10_000
"""Of one element; parsers compare each with all before it, so that 100,000 take minutes. Where a
quotation mark is never closed a page's words are attributes, some thousands of them."""
_WHOLE_TAG = re.compile(r"<[a-z](?:[^\"'<>]++|\"[^\"]*+\"|'[^']*+')*+", re.IGNORECASE)
_SCRIPT = re.compile(r"<(script|style)\b[^<>]*>", re.IGNORECASE)
_ENDS = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style")}
_QUOTED = re.compile(r"\"[^\"]*+\"|'[^']*+'")
_ATTRIBUTE = re.compile(r"[^\s\"'=/<>]+")


def check_markup(source: str, html: str) -> None:
    """Raise SourceUnreadable for more elements, or attributes of one, than any page has."""
    if sum(1 for _ in TAG.finditer(html)) > _MOST_ELEMENTS:
        raise SourceUnreadable(source, f"has over {_MOST_ELEMENTS:,} elements; save its text")
    if _has_endless_tag(_without_scripts(html)):
        problem = f"has an element of over {_MOST_ATTRIBUTES:,} attributes; save its text"
        raise SourceUnreadable(source, problem)


def _without_scripts(html: str) -> str:
    """Leave out what scripts and styles hold: "i<n" is no tag there, to parsers as well."""
    pieces: list[str] = []
    at = 0
    while (begin := _SCRIPT.search(html, at)) is not None:
        end = _ENDS[begin[1].lower()].search(html, begin.end())
        if end is None:
            break
        pieces.append(html[at : begin.end()])
        at = end.start()
    return "".join((*pieces, html[at:]))


def _has_endless_tag(html: str) -> bool:
    """Say whether an element has more attributes than any page has; `<` in quotes or not."""
    for pattern in (TAG, _WHOLE_TAG):
        for match in pattern.finditer(html):
            if match.end() - match.start() > 2 * _MOST_ATTRIBUTES:
                bare = _QUOTED.sub(" ", match.group())
                if sum(1 for _ in _ATTRIBUTE.finditer(bare)) > _MOST_ATTRIBUTES:
                    return True
    return False
