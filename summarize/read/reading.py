"""The read stage: sources in, articles out, and whatever was left out or failed beside them."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from summarize.errors import NoArticle, NothingReadable, SourceBinary, SourceEmpty, SourceError
from summarize.model import Article, LeftOut
from summarize.read.article import make_article
from summarize.read.cleaning import clean_page
from summarize.read.duplicates import merge_copies
from summarize.read.formats import read_format
from summarize.read.records import Record
from summarize.read.sources import MAX_BYTES, Source, expand_inputs, load_source


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What reading gave. All three are in the order of the sources' names.

    `left_out` are files of a folder that are no articles; `failures` are sources that the user
    wants read and that could not be.
    """

    articles: tuple[Article, ...]
    left_out: tuple[LeftOut, ...]
    failures: tuple[SourceError, ...]


def read_sources(
    inputs: Sequence[str],
    *,
    now: dt.date,
    stdin: BinaryIO | None = None,
    max_bytes: int = MAX_BYTES,
) -> ReadResult:
    """Read every article that `inputs` name: files, folders, `-` for `stdin`.

    `now` is today's date, by which a date in the future is known. The result does not depend on
    the order of the inputs. Raises NothingReadable where there is not one article.
    """
    expansion = expand_inputs(inputs)
    articles: list[Article] = []
    left_out = list(expansion.left_out)
    failures = list(expansion.failures)
    for source in expansion.sources:
        for outcome in read_source(source, now=now, stdin=stdin, max_bytes=max_bytes):
            if isinstance(outcome, Article):
                articles.append(outcome)
            elif not source.was_named and isinstance(
                outcome, NoArticle | SourceBinary | SourceEmpty
            ):
                left_out.append(LeftOut(article=outcome.source, reason=outcome.problem))
            else:
                failures.append(outcome)
    failures.sort(key=str)
    if not articles:
        raise NothingReadable(failures)
    return ReadResult(
        merge_copies(articles),
        tuple(sorted(left_out, key=lambda item: (item.article, item.reason))),
        tuple(failures),
    )


def read_source(
    source: Source, *, now: dt.date, stdin: BinaryIO | None = None, max_bytes: int = MAX_BYTES
) -> Iterator[Article | SourceError]:
    """Yield the articles of one source, or what is wrong with it or with one of them."""
    try:
        data = load_source(source, stdin, max_bytes)
        suffix = source.path.suffix if source.path is not None else ""
        for outcome in read_format(source.name, data, suffix):
            yield _to_article(outcome, now) if isinstance(outcome, Record) else outcome
    except SourceError as error:
        yield error


def _to_article(record: Record, now: dt.date) -> Article | SourceError:
    try:
        return make_article(record.source, clean_page(record.page), path=record.source, now=now)
    except SourceError as error:
        return error
