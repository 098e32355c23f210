"""What a source has to offer now: entries of a feed, a page, files of a folder or a mailbox.

Listing is cheap: a feed is asked for once, and not even read where it says that nothing changed; of
a file only size and time are looked at. What is listed and not known is read afterwards.
"""

import datetime as dt
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from summarize.digest.config import SourceKind, SourceTable
from summarize.errors import SourceEmpty, SourceError, SourceNotFound
from summarize.model import Article, LeftOut
from summarize.read.fetch import Validators
from summarize.read.fetch.fetcher import Fetcher
from summarize.read.reading import read_source
from summarize.read.sources import Source, expand_inputs
from summarize.render.wording import say_count

if TYPE_CHECKING:
    from summarize.read.feeds import Entry, Feed
    from summarize.read.fetch import Fetched

Reading = Article | SourceError
"""What one article came to."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that may hold an article, and how to read it.

    It is known by `key` in its source; with another `fingerprint` it is read anew. A file or page
    has `validators` instead, kept under its key once it is read: it may hold several articles.
    """

    key: str
    read: Callable[[], Iterable[Reading]]
    fingerprint: str = ""
    validators: Validators | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """What a source offers. `validators` are those of a feed, kept once all of it is read.

    `problems` say why it, or a part of it, could not be listed; where `is_answered` is false nobody
    knows what is new there.
    """

    source: SourceTable
    candidates: tuple[Candidate, ...] = ()
    validators: Validators | None = None
    left_out: tuple[LeftOut, ...] = ()
    problems: tuple[SourceError, ...] = ()
    is_answered: bool = True


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What listing goes by: the network, the folder of the configuration, and the run's day.

    `seen` tells what feeds and pages looked like when they were last read. Entries older than
    `oldest` are no news. Of a folder, `own` is passed over: what the digest itself writes there.
    """

    fetcher: Fetcher
    folder: Path
    own: tuple[Path, ...]
    today: dt.date
    oldest: dt.date
    seen: Mapping[str, Validators]


def list_source(source: SourceTable, around: Surroundings) -> Listing:
    """Return what `source` offers; a source that does not answer is a listing with a problem."""
    try:
        return _LISTERS[source.kind](source, around)
    except SourceError as error:
        return Listing(source, problems=(error,), is_answered=False)


def _list_feed(source: SourceTable, around: Surroundings) -> Listing:
    fetched = around.fetcher.fetch(source.location, around.seen.get(source.location))
    if fetched.is_unchanged:
        return Listing(source)
    from summarize.read.web import open_feed

    feed = open_feed(fetched, source=source.location)
    news = [one for one in feed.entries if not one.dated or one.dated.date() >= around.oldest]
    kept = news[: source.most]
    return Listing(
        source,
        candidates=tuple(
            Candidate(one.key, partial(_read_entry, feed, one, around), fingerprint=one.fingerprint)
            for one in kept
        ),
        validators=fetched.validators,
        left_out=(
            *(LeftOut(article=source.location, reason=one) for one in feed.warnings),
            *_count_left_out(source, len(feed.entries), len(news), len(kept)),
        ),
    )


def _read_entry(feed: "Feed", entry: "Entry", around: Surroundings) -> Iterator[Reading]:
    """Read an entry, of which the page is fetched where the feed does not hold all of it."""
    from summarize.read.feeds.whole import is_whole
    from summarize.read.web import read_entry

    page: Fetched | SourceError | None = None
    if entry.url and not is_whole(entry):
        try:
            page = around.fetcher.fetch(entry.url)
        except SourceError as error:
            page = error
    found = read_entry(feed, entry, page, around.today)
    yield found
    if isinstance(page, SourceError) and not page.is_lasting and isinstance(found, Article):
        yield page  # the feed's text stands in for the page until that can be had


def _count_left_out(source: SourceTable, total: int, news: int, kept: int) -> Iterator[LeftOut]:
    if news < total:
        older = say_count(total - news, "entry", "entries")
        reason = f"{older} from before the window of the stories"
        yield LeftOut(article=source.location, reason=reason)
    if kept < news:
        more = say_count(news - kept, "older entry", "older entries")
        reason = f"{more} past its limit of {source.most}"
        yield LeftOut(article=source.location, reason=reason)


def _list_page(source: SourceTable, around: Surroundings) -> Listing:
    fetched = around.fetcher.fetch(source.location, around.seen.get(source.location))
    if fetched.is_unchanged:
        return Listing(source)
    from summarize.read.web import read_page

    read = partial(read_page, fetched, around.today, source=source.location)
    return Listing(source, (Candidate(source.location, read, validators=fetched.validators),))


def _list_files(source: SourceTable, around: Surroundings) -> Listing:
    _must_be_there(source, around.folder)
    files, left_out, problems = _find_files(source, around)
    return Listing(
        source,
        candidates=tuple(
            Candidate(name, partial(_read_file, name, file, around), validators=_look_at(file))
            for name, file in files
        ),
        left_out=left_out,
        problems=problems,
        is_answered=not problems,
    )


def _must_be_there(source: SourceTable, folder: Path) -> None:
    """Raise SourceNotFound for a folder or mailbox that is gone, as a disk that is not mounted."""
    place = folder / Path(source.location).expanduser()
    if not (place.is_dir() if source.kind == "folder" else place.exists()):
        raise SourceNotFound(source.location, f"there is no such {source.kind}; check the path")


def _find_files(
    source: SourceTable, around: Surroundings
) -> tuple[list[tuple[str, Source]], tuple[LeftOut, ...], tuple[SourceError, ...]]:
    """Return the files of a source, each by the name that the configuration gives it.

    The name does not change with the folder in which the program is started.
    """
    place = str(around.folder / Path(source.location).expanduser())
    found = expand_inputs([place])
    is_own = _tell_own(place, around.own)

    def name_of(path: str) -> str:
        return source.location.rstrip("/") + path.removeprefix(place.rstrip("/"))

    files = [(name_of(one.name), one) for one in found.sources if not is_own(one.name)]
    left_out = tuple(
        LeftOut(article=name_of(one.article), reason=one.reason)
        for one in found.left_out
        if not is_own(one.article)
    )
    problems = tuple(one for one in found.failures if not isinstance(one, SourceEmpty))
    for error in problems:
        error.source = name_of(error.source)
    return files[-source.most :], left_out, problems


def _tell_own(place: str, own: Iterable[Path]) -> Callable[[str], bool]:
    """Return what tells by its name below `place` whether a file is one of the digest itself."""
    root = os.path.realpath(place)
    below = (os.path.relpath(os.path.realpath(one), root) for one in own)
    names = {f"{place.rstrip('/')}/{one}" for one in below if not one.startswith("..")}
    folders = tuple(f"{name}/" for name in names)
    return lambda name: name in names or name.startswith(folders)


def _read_file(name: str, file: Source, around: Surroundings) -> Iterator[Reading]:
    """Yield the articles of a file under the name that the configuration gives it."""
    for outcome in read_source(file, now=around.today):
        given = outcome.path if isinstance(outcome, Article) else outcome.source
        shown = name + (given or file.name).removeprefix(file.name)
        if isinstance(outcome, Article):
            yield outcome.model_copy(update={"path": shown})
        else:
            outcome.source = shown
            yield outcome


def _look_at(file: Source) -> Validators:
    """Return how a file looks from outside; one that is gone meanwhile looks like nothing.

    The time is that of its entry in the file system, which changes with its permissions, too.
    """
    try:
        status = os.stat(file.path) if file.path else None
    except OSError:
        status = None
    if status is None:
        return Validators()
    return Validators(etag=f"{status.st_size}-{status.st_ctime_ns}-{status.st_ino}")


_LISTERS: Mapping[SourceKind, Callable[[SourceTable, Surroundings], Listing]] = {
    "feed": _list_feed,
    "page": _list_page,
    "folder": _list_files,
    "mailbox": _list_files,
}
