"""Articles against their hashes and their files, and every quote against its article's text."""

import datetime as dt
import hashlib
from collections.abc import Sequence
from pathlib import PurePath

from summarize.model import Article, Evidence
from summarize.read import FetchOptions, read_sources
from summarize.verify.ledger import Ledger, walk

_UNSEEN = "no text to check spans against, in the brief or in --sources: {}"


def read_texts(
    folder: str, today: dt.date, allow_hosts: Sequence[str] = ()
) -> tuple[tuple[Article, ...], list[str]]:
    """Return the articles of a file, a folder or an address, and what could not be read.

    `today` and `allow_hosts` are as in reading.

    Raises NothingReadable.
    """
    options = FetchOptions(allow_hosts=tuple(allow_hosts))
    found = read_sources([folder], now=today, fetch=options)
    return found.articles, [str(failure) for failure in found.failures]


def check_sources(ledger: Ledger, given: Sequence[Article] | None) -> list[str]:
    """Check every article; `given` are the sources as they are now. Return notes, not failures."""
    for place, article in enumerate(ledger.brief.articles):
        path = f"articles[{place}]"
        ledger.checked += 1
        if article.id != article.text_sha256[:12]:
            problem = "id is not the first 12 digits of text_sha256"
            ledger.fail(path, "source.hash", problem, article.id)
        if article.text and _hash(article.text) != article.text_sha256:
            problem = f"text does not fit its text_sha256 ({article.source})"
            ledger.fail(path, "source.hash", problem, article.title or article.source)
        elif article.text:
            ledger.texts[article.id] = article
        if given is not None:
            _compare(ledger, path, article, given)
    lacking = [one.source for one in ledger.brief.articles if one.id not in ledger.texts]
    return [_UNSEEN.format(", ".join(lacking))] if lacking else []


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _compare(ledger: Ledger, path: str, article: Article, given: Sequence[Article]) -> None:
    """Find an article among the `given` ones, and take its text from there if the brief has none.

    One that is not there is missed only where the brief has it to compare with.
    """
    same = next((one for one in given if one.text_sha256 == article.text_sha256), None)
    if same is not None:
        ledger.texts.setdefault(article.id, article.model_copy(update={"text": same.text}))
        return
    is_there = _lies_among(article, given)
    if is_there or article.text:
        problem = f"source {'changed' if is_there else 'missing'}: {article.source}"
        ledger.fail(path, "source.changed", problem, article.title or article.source)


def _lies_among(article: Article, given: Sequence[Article]) -> bool:
    """Say whether the file or the page that `article` came from is there, by its name."""
    if article.path is None:
        return article.url is not None and any(one.url == article.url for one in given)
    name = PurePath(article.path).name
    return any(PurePath(one.source).name == name for one in given)


def check_evidence(ledger: Ledger) -> None:
    """Check that every piece of evidence is its article's own words at its offsets."""
    for path, piece in walk(ledger.brief):
        if isinstance(piece, Evidence) and ledger.is_sound(path):
            problem = _problem(piece, ledger)
            if problem:
                ledger.fail(path, "evidence.span", problem, piece.quote)


def _problem(piece: Evidence, ledger: Ledger) -> str | None:
    known = ledger.article.get(piece.article_id)
    if known is None:
        return f"no such article ({piece.article_id})"
    article = ledger.texts.get(known.id)
    if article is None or article.text[piece.start : piece.end] == piece.quote:
        return None
    return f"quote is not what {article.source} has at {piece.start}:{piece.end}"
