"""Markdown: front matter and first heading are metadata, marks are resolved to their text."""

import re

from summarize.model import Removed
from summarize.read.dates import find_date
from summarize.read.page import Metadata, Page

_FRONT_MATTER = re.compile(r"\A---[ ]*\n(?P<fields>(?:[^\n]*\n){1,60}?)---[ ]*(?:\n|\Z)")
_FIELD = re.compile(r"^(?P<name>[A-Za-z_]+)\s*:\s*(?P<value>.*?)\s*$", re.MULTILINE)
_HEADING = re.compile(r"^ {0,3}(?P<level>#{1,6})[ ]+(?P<title>[^\n]+?)[ #]*$", re.MULTILINE)
_SETEXT = re.compile(r"^(?P<title>[^\n]+)\n(?:=+|-{3,})[ ]*$", re.MULTILINE)
_FENCE = re.compile(r"^(?:```|~~~)[^\n]*$", re.MULTILINE)
_RULE = re.compile(r"^ {0,3}(?:[-*_] ?){3,}$", re.MULTILINE)
_QUOTE_MARK = re.compile(r"^ {0,3}>[ ]?", re.MULTILINE)
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:[ ]*\S+[^\n]*$", re.MULTILINE)
_IMAGE = re.compile(
    r"!\[(?P<text>[^\]\n]*)\](?:\([^()\n]*(?:\([^()\n]*\))?[^()\n]*\)|\[[^\]\n]*\])"
)
_LINK = re.compile(
    r"\[(?P<text>[^\[\]\n]+)\](?:\([^()\n]*(?:\([^()\n]*\))?[^()\n]*\)|\[[^\]\n]*\])"
)
_AUTOLINK = re.compile(r"<(?P<url>https?://[^>\s]+)>")
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|_{1,3})(?=\S)(?P<text>[^*_\n]+?)(?<=\S)\1(?![\w*])")
_CODE = re.compile(r"`(?P<text>[^`\n]+)`")
_ESCAPE = re.compile(r"\\(?=[\\`*_{}\[\]()#+.!>-])")


def read_markdown(text: str) -> Page:
    """Return the article's plain text, its first heading as the title."""
    fields, body = _split_front_matter(text)
    body = _HEADING.sub(
        lambda m: f"\n{'#' * len(m['level'])} {m['title']}\n", _SETEXT.sub(_as_heading, body)
    )
    removed: list[Removed] = []
    title, body = _take_title(body)
    body = _IMAGE.sub(lambda m: _remove_image(m, removed), body)
    metadata = Metadata(
        title=fields.get("title") or title,
        outlet=fields.get("outlet") or fields.get("publisher") or fields.get("source"),
        authors=tuple(filter(None, [fields.get("author")])),
        published=find_date(fields.get("date") or fields.get("published") or ""),
        url=fields.get("url") or fields.get("link"),
    )
    return Page(_resolve_marks(body), metadata, tuple(removed))


def _split_front_matter(text: str) -> tuple[dict[str, str], str]:
    match = _FRONT_MATTER.match(text)
    if match is None:
        return {}, text
    fields = {
        field["name"].lower(): field["value"].strip("\"'")
        for field in _FIELD.finditer(match["fields"])
    }
    return fields, text[match.end() :]


def _as_heading(match: re.Match[str]) -> str:
    return f"\n# {match['title']}\n"


def _take_title(body: str) -> tuple[str | None, str]:
    match = _HEADING.search(body)
    if match is None or body[: match.start()].strip():
        return None, body
    return _resolve_marks(match["title"]).strip(), body[match.end() :]


def _remove_image(match: re.Match[str], removed: list[Removed]) -> str:
    if match["text"].strip():
        removed.append(Removed(text=match["text"].strip(), reason="caption"))
    return ""


def _resolve_marks(text: str) -> str:
    for pattern in (_FENCE, _RULE, _QUOTE_MARK, _DEFINITION):
        text = pattern.sub("", text)
    text = _HEADING.sub(lambda m: m["title"], text)
    text = _AUTOLINK.sub(lambda m: m["url"], text)
    for pattern in (_LINK, _CODE, _EMPHASIS, _EMPHASIS):  # twice: emphasis stands in emphasis
        text = pattern.sub(lambda m: m["text"], text)
    return _ESCAPE.sub("", text)
