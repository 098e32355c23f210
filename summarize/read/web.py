"""From what was fetched to articles: pages, and the entries of feeds.

An entry that holds its whole article is read from the feed. Otherwise its page is fetched; where
that cannot be had, what the feed has of it may do, with a warning.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import quote, urlsplit

from summarize.errors import SourceError
from summarize.model import Article, LeftOut
from summarize.read.article import make_article
from summarize.read.cleaning import clean_page
from summarize.read.credits import agency_of
from summarize.read.feeds import Entry, Feed, is_feed, read_feed
from summarize.read.feeds.links import strip_tracking
from summarize.read.feeds.whole import best_text, is_usable, is_whole
from summarize.read.fetch.many import Fetches, fetch_all
from summarize.read.fetch.options import Fetched
from summarize.read.formats import SUFFIX_OF_TYPE, read_format
from summarize.read.page import Metadata, Page
from summarize.read.records import Record

MOST_ENTRIES_READ = 50
"""Of a feed that a user names: newsrooms' feeds have 20 to 50 entries, and at a page a second fifty
take a minute. The digest has limits of its own."""

_BATCH = 100
"""Pages held at once before they are read."""

_LONGEST_KEY = 200
_SAME_SITE = ("www.", "m.", "amp.", "mobile.")

Outcome = Article | SourceError | LeftOut


def read_addresses(urls: Sequence[str], fetcher: Fetches, now: dt.date) -> Iterator[Outcome]:
    """Yield what is at `urls`: of a page its article, of a feed those of its newest entries.

    A LeftOut says what of a feed was not read.
    """
    wanted: list[tuple[Feed, Entry]] = []
    for url, fetched in zip(urls, fetch_all(fetcher, urls), strict=True):
        if isinstance(fetched, SourceError):
            yield fetched
        elif not is_feed(fetched.body):
            yield from read_page(fetched, now, source=url)
        else:
            try:
                feed = open_feed(fetched, source=url)
            except SourceError as error:
                yield error
                continue
            wanted.extend((feed, entry) for entry in feed.entries[:MOST_ENTRIES_READ])
            yield from _left_out(url, feed)
    yield from read_entries(wanted, fetcher, now)


def open_feed(fetched: Fetched, *, source: str | None = None) -> Feed:
    """Return the feed that was fetched. Raises SourceError, which names `source` or the address."""
    return read_feed(
        source or fetched.url,
        fetched.body,
        url=fetched.url,
        content_type=fetched.content_type,
        charset=fetched.charset,
    )


def read_page(
    fetched: Fetched, now: dt.date, *, source: str | None = None, known: Metadata | None = None
) -> Iterator[Article | SourceError]:
    """Yield the article of a page that was fetched; documents of JSON and mailboxes have several.

    `now` is today's date. Errors name `source`, else the page's address. `known` fills what the
    page itself does not say.
    """
    name = source or fetched.url
    suffix = SUFFIX_OF_TYPE.get(fetched.content_type, "")
    try:
        for record in read_format(name, fetched.body, suffix, fetched.charset):
            if isinstance(record, SourceError):
                yield record
            else:
                part = record.source.removeprefix(name).lstrip(":")
                url = f"{fetched.url}#{part}" if part else fetched.url
                yield _to_article(record, url, known or Metadata(), now)
    except SourceError as error:
        yield error


def read_entries(
    wanted: Sequence[tuple[Feed, Entry]], fetcher: Fetches, now: dt.date
) -> Iterator[Article | SourceError]:
    """Yield the article of each entry, in their order; pages of different hosts come together."""
    for start in range(0, len(wanted), _BATCH):
        batch = wanted[start : start + _BATCH]
        needed = (entry.url for _, entry in batch if entry.url and not is_whole(entry))
        urls = list(dict.fromkeys(needed))
        pages = dict(zip(urls, fetch_all(fetcher, urls), strict=True))
        for feed, entry in batch:
            yield read_entry(feed, entry, pages.get(entry.url or ""), now)


def read_entry(
    feed: Feed, entry: Entry, page: Fetched | SourceError | None, now: dt.date
) -> Article | SourceError:
    """Return an entry's article. `page` is its page, or why that cannot be had; None was not asked.

    Title, authors and date of the entry and the feed's title as outlet fill what the page does not
    say.
    """
    known = _metadata(feed, entry)
    failure: SourceError | None = page if isinstance(page, SourceError) else None
    if isinstance(page, Fetched):
        found = next(read_page(page, now, source=entry.url, known=known), None)
        if isinstance(found, Article):
            return found
        failure = found
    if failure is not None and not is_usable(entry):
        return failure
    return _from_feed(entry, known, failure, now)


def _from_feed(
    entry: Entry, known: Metadata, failure: SourceError | None, now: dt.date
) -> Article | SourceError:
    """Return the article that the feed itself has, warning of the page that could not be had."""
    name = known.url or entry.key
    page = Page(best_text(entry), known)
    if failure is not None:
        warning = f"its page could not be read ({failure.problem}); the feed's text may be cut"
        page = replace(page, warnings=(warning,))
    try:
        return make_article(name, clean_page(page), path=None, now=now)
    except SourceError as error:
        return failure or error


def _left_out(url: str, feed: Feed) -> Iterator[LeftOut]:
    yield from (LeftOut(article=url, reason=warning) for warning in feed.warnings)
    if len(feed.entries) > MOST_ENTRIES_READ:
        reason = f"has {len(feed.entries)} entries; the newest {MOST_ENTRIES_READ} were read"
        yield LeftOut(article=url, reason=f"the feed {reason}")


def _to_article(record: Record, url: str, known: Metadata, now: dt.date) -> Article | SourceError:
    try:
        page = clean_page(record.page)
        metadata = page.metadata.or_else(known)
        address = _settle_address(page.metadata.url, url)
        settled = replace(page, metadata=replace(metadata, url=address))
        return make_article(record.source, settled, path=None, now=now)
    except SourceError as error:
        return error


def _settle_address(stated: str | None, url: str) -> str:
    """Return the address that a page gives for its own, where it is one of the same site.

    A page could else pass for another outlet's. The start page, which some sites give for each of
    theirs, is no article's address.
    """
    if not stated or not _is_of_site(stated, url):
        return strip_tracking(url)
    is_start = urlsplit(stated).path in ("", "/") and urlsplit(url).path not in ("", "/")
    return strip_tracking(url if is_start else stated)


def _is_of_site(stated: str, url: str) -> bool:
    try:
        one, other = (_site(urlsplit(address).hostname or "") for address in (stated, url))
        scheme = urlsplit(stated).scheme
    except ValueError:
        return False
    return scheme in ("http", "https") and bool(one) and one == other


def _site(host: str) -> str:
    for prefix in _SAME_SITE:
        host = host.removeprefix(prefix)
    return host


def _metadata(feed: Feed, entry: Entry) -> Metadata:
    agencies = [agency for name in entry.authors if (agency := agency_of(name))]
    return Metadata(
        title=entry.title,
        outlet=feed.title,
        authors=tuple(name for name in entry.authors if not agency_of(name)),
        published=entry.dated.date() if entry.dated else None,
        url=entry.url or f"{feed.url}#{quote(entry.key[:_LONGEST_KEY], safe='')}",
        original_source=agencies[0] if agencies else None,
    )
