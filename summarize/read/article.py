"""The last step of reading: a cleaned page becomes an Article, or is refused as none."""

import datetime as dt
import hashlib

from summarize.errors import NoArticle
from summarize.language.identify import identify_language
from summarize.model import Article
from summarize.read.instructions import find_instructions
from summarize.read.page import Page

MIN_ARTICLE_WORDS = 8
"""A news brief of one sentence is an article; a caption or a lone headline is not."""

EARLIEST = dt.date(1990, 1, 1)
"""No outlet was on the web before: an earlier date is an epoch (1970-01-01) or a misreading."""

_ID_DIGITS = 12


def make_article(source: str, page: Page, *, path: str | None, now: dt.date) -> Article:
    """Return the article of `page`, which `source` names to its user. `page.text` is the body.

    `now` is today's date: a later one is not believed. Raises NoArticle where the body is too
    short to be one.
    """
    body = page.text
    if sum(_weight(word) for word in body.split()) < MIN_ARTICLE_WORDS:
        raise NoArticle(source, "no article was found in it; give the article's own text or page")
    published, warnings = _believed(page.metadata.published, now)
    digest = hash_text(body)
    return Article(
        id=digest[:_ID_DIGITS],
        path=path,
        url=page.metadata.url,
        title=page.metadata.title,
        outlet=page.metadata.outlet,
        authors=page.metadata.authors,
        published=published,
        language=identify_language(body),
        text=body,
        text_sha256=digest,
        removed=page.removed,
        original_source=page.metadata.original_source,
        warnings=(*page.warnings, *warnings, *_instructions(page)),
    )


def hash_text(text: str) -> str:
    """Return the SHA-256 of `text` in UTF-8, in hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def _instructions(page: Page) -> tuple[str, ...]:
    """Report them wherever they stand: what was hidden on the page was meant for a machine most."""
    removed = "\n".join(piece.text for piece in page.removed)
    return tuple(dict.fromkeys((*find_instructions(page.text), *find_instructions(removed))))


def _weight(word: str) -> float:
    """Count a run of a script without spaces by its length: two signs are about a word.

    A word without a letter counts nothing: a table of numbers is no article.
    """
    if not any(map(str.isalpha, word)):
        return 0.0
    return max(1.0, len(word) / 2) if ord(word[0]) > 0x2E7F else 1.0


def _believed(date: dt.date | None, now: dt.date) -> tuple[dt.date | None, tuple[str, ...]]:
    if date is None or EARLIEST <= date <= now:
        return date, ()
    why = "lies in the future" if date > now else "is before 1990"
    return None, (f"its date, {date.isoformat()}, {why} and is not believed",)
