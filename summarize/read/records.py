"""Articles as records: .json (one, a list, or a feed's items) and .jsonl (one a line).

The keys are those of common exports: our own (title, text, url, outlet, authors, published),
schema.org NewsArticle, JSON Feed 1.1 and the news APIs that wrap a list in "articles".
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from summarize.errors import NoArticle, SourceError, SourceUnreadable
from summarize.read.dates import find_date
from summarize.read.page import Metadata, Page
from summarize.read.webpage import read_fragment

_HALF_CHARACTER = re.compile(r"\\u[dD][89a-fA-F]")

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

_KEYS: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline", "name"),
    "text": (
        "text",
        "body",
        "content",
        "article",
        "articleBody",
        "content_text",
        "content_html",
        "maintext",
    ),
    "url": ("url", "link", "external_url", "mainEntityOfPage"),
    "outlet": (
        "outlet",
        "publisher",
        "source",
        "site_name",
        "sitename",
        "publication",
        "source_domain",
    ),
    "authors": ("authors", "author", "byline", "creator"),
    "published": (
        "published",
        "date",
        "date_published",
        "datePublished",
        "publishedAt",
        "published_at",
        "date_publish",
    ),
}
_LISTS = ("articles", "items", "entries", "results", "data", "@graph")


_DEEPEST_NAME = 16
"""Levels at which a name is looked for; schema.org has it two or three deep."""


class Record(NamedTuple):
    """One record under the name that messages give it: the file's, and its line or number."""

    source: str
    page: Page


def read_json(source: str, text: str) -> Iterator[Record | SourceError]:
    """Yield the articles of a JSON document. Raises SourceUnreadable where it is not JSON."""
    try:
        document = parse_json(text)
    except (ValueError, RecursionError) as error:
        raise SourceUnreadable(
            source, f"is not valid JSON ({problem_of(error)}); mend or remove it"
        ) from error
    records = _records_of(document)
    if not any(isinstance(record, dict) and _first_text(record, "text") for record in records):
        raise NoArticle(source, "is JSON without an article; a record needs at least the key text")
    for number, record in enumerate(records, start=1):
        yield _read_record(source if len(records) == 1 else f"{source}:{number}", record)


def read_json_lines(source: str, text: str) -> Iterator[Record | SourceError]:
    """Yield the article of each line, or what is wrong with that line; the other lines go on."""
    lines = [(n, line) for n, line in enumerate(text.split("\n"), start=1) if line.strip()]
    for number, line in lines:
        name = source if len(lines) == 1 else f"{source}:{number}"
        try:
            record = parse_json(line)
        except (ValueError, RecursionError) as error:
            problem = f"line {number} is not valid JSON ({problem_of(error)}); it was skipped"
            yield SourceUnreadable(source, problem)
        else:
            yield _read_record(name, record)


def _records_of(document: Json) -> list[Json]:
    if isinstance(document, list):
        return document
    if isinstance(document, dict) and not _first_text(document, "text"):
        for key in _LISTS:
            items = document.get(key)
            if isinstance(items, list) and items:
                return items
    return [document]


def _read_record(source: str, record: Json) -> Record | SourceError:
    text = _first_text(record, "text") if isinstance(record, dict) else None
    if not isinstance(record, dict) or text is None:
        return NoArticle(source, "the record has no text; it needs at least the key text")
    authors = [name for key in _KEYS["authors"] for name in names_in(record.get(key))]
    metadata = Metadata(
        title=_first_text(record, "title"),
        outlet=_first_text(record, "outlet"),
        authors=tuple(dict.fromkeys(authors)),
        published=find_date(_first_text(record, "published") or ""),
        url=_first_text(record, "url"),
    )
    return Record(source, Page(read_fragment(text), metadata))


def _first_text(record: Mapping[str, Json], field: str) -> str | None:
    for key in _KEYS[field]:
        names = names_in(record.get(key))
        if names:
            return names[0]
    return None


def names_in(value: Json, levels: int = _DEEPEST_NAME) -> list[str]:
    """Return the strings that a value holds: itself, a name or id inside, or those of a list."""
    if isinstance(value, str):
        return [value.strip()] if value.strip() else []
    if not levels:
        return []
    if isinstance(value, dict):
        return names_in(value.get("name") or value.get("title") or value.get("@id"), levels - 1)
    if isinstance(value, list):
        return [item.strip() for item in value if isinstance(item, str) and item.strip()] + [
            name for item in value if isinstance(item, dict) for name in names_in(item, levels - 1)
        ]
    return []


def parse_json(text: str) -> Json:
    r"""Return what a document says. Raises ValueError, RecursionError: see `problem_of`.

    Half a character, which JSON can write as \ud800, is none: it becomes U+FFFD.
    """
    document: Json = json.loads(text)
    if _HALF_CHARACTER.search(text):
        whole = json.dumps(document, ensure_ascii=False)
        document = json.loads(whole.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
    return document


def problem_of(error: Exception) -> str:
    """Say what is wrong with a JSON document."""
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} at line {error.lineno}, column {error.colno}"
    return "nested too deeply" if isinstance(error, RecursionError) else "a number too long"
