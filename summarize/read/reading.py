"""The read stage: sources in, articles out, and whatever was left out or failed beside them."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO, TypeAlias

from summarize.errors import NoArticle, NothingReadable, SourceBinary, SourceEmpty, SourceError
from summarize.model import Article, LeftOut
from summarize.read.article import make_article
from summarize.read.cleaning import clean_page
from summarize.read.duplicates import merge_copies
from summarize.read.fetch.options import FetchOptions
from summarize.read.formats import SUFFIXES, read_format
from summarize.read.mailbox import read_mailbox
from summarize.read.records import Record
from summarize.read.sources import MAX_BYTES, Source, expand_inputs, load_source, open_source

_Outcome: TypeAlias = "Article | LeftOut | SourceError"


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
    fetch: FetchOptions | None = None,
) -> ReadResult:
    """Read every article that `inputs` name: files, folders, pages, feeds, `-` for `stdin`.

    `now` is today's date, by which a date in the future is known. The result does not depend on
    the order of the inputs. Nothing is fetched where no address was given; `fetch` says how far
    that may go. Raises NothingReadable where there is not one article.
    """
    expansion = expand_inputs(inputs)
    urls = [source.url for source in expansion.sources if source.url]
    outcomes: list[_Outcome] = [*expansion.left_out, *expansion.failures]
    outcomes.extend(_read_files(expansion.sources, stdin, max_bytes, now))
    outcomes.extend(_read_addresses(urls, fetch or FetchOptions(), now) if urls else ())
    failures = sorted((one for one in outcomes if isinstance(one, SourceError)), key=str)
    articles = merge_copies(one for one in outcomes if isinstance(one, Article))
    if not articles:
        raise NothingReadable(failures)
    left_out = [one for one in outcomes if isinstance(one, LeftOut)]
    left_out.sort(key=lambda item: (item.article, item.reason))
    return ReadResult(articles, tuple(left_out), tuple(failures))


def _read_addresses(urls: Sequence[str], options: FetchOptions, now: dt.date) -> Iterator[_Outcome]:
    """Load the HTTP client, which nobody needs who reads files."""
    from summarize.read.fetch.fetcher import Fetcher
    from summarize.read.web import read_addresses

    yield from read_addresses(urls, Fetcher(options), now)


def _read_files(
    sources: Sequence[Source], stdin: BinaryIO | None, max_bytes: int, now: dt.date
) -> Iterator[_Outcome]:
    """Read files and standard input; a file of a folder that is no article is left out."""
    for source in (one for one in sources if not one.url):
        for outcome in read_source(source, now=now, stdin=stdin, max_bytes=max_bytes):
            if not source.was_named and isinstance(outcome, NoArticle | SourceBinary | SourceEmpty):
                yield LeftOut(article=outcome.source, reason=outcome.problem)
            else:
                yield outcome


def read_source(
    source: Source, *, now: dt.date, stdin: BinaryIO | None = None, max_bytes: int = MAX_BYTES
) -> Iterator[Article | SourceError]:
    """Yield the articles of one source, or what is wrong with it or with one of them."""
    try:
        for outcome in _read_records(source, stdin, max_bytes):
            yield _to_article(outcome, now) if isinstance(outcome, Record) else outcome
    except SourceError as error:
        yield error


def _read_records(
    source: Source, stdin: BinaryIO | None, max_bytes: int
) -> Iterator[Record | SourceError]:
    """A mailbox is read message by message, each up to `max_bytes`; any other file as a whole."""
    if SUFFIXES.get(source.suffix) == "mbox":
        with open_source(source, stdin) as file:
            yield from read_mailbox(source.name, file, max_bytes)
    else:
        data = load_source(source, stdin, max_bytes)
        yield from read_format(source.name, data, source.suffix)


def _to_article(record: Record, now: dt.date) -> Article | SourceError:
    try:
        return make_article(record.source, clean_page(record.page), path=record.source, now=now)
    except SourceError as error:
        return error
