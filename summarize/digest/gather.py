"""From the sources of a digest to new articles in the store; what is known is not read again."""

import datetime as dt
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice, zip_longest

from summarize.digest.config import Config, SourceTable
from summarize.digest.listing import (
    Candidate,
    Listing,
    Reading,
    Surroundings,
    list_source,
)
from summarize.digest.model import Trouble
from summarize.digest.pausing import Pause
from summarize.digest.store.records import Arrival
from summarize.digest.store.store import Store
from summarize.digest.stories import SIGNATURE_VERSION, Signature, is_version
from summarize.errors import NoArticle, SourceBinary, SourceEmpty, SourceError
from summarize.model import Article, LeftOut
from summarize.read.fetch.fetcher import Fetcher

_MOST_AT_ONCE = 16
"""Pages waited for at once. Each host is asked for one at a time; a digest has a dozen hosts."""
_MOST_AHEAD = 128
"""Articles read and not yet kept; a hundred thousand of them would fill the memory."""

_NO_ARTICLES = (NoArticle, SourceBinary, SourceEmpty)

Tell = Callable[[int, int, str], None]
"""Told before each article is kept: so many of so many, and its name."""


@dataclass
class Gathered:
    """What a run read: how many articles of each kind, and what it could not read.

    `unsure` are the sources of which nobody knows whether they have news.
    """

    new: int = 0
    corrected: int = 0
    unsure: set[str] = field(default_factory=set)
    unread: list[Trouble] = field(default_factory=list)


class Gatherer:
    """Reads what is new in the sources, several hosts at once; each article is kept at once.

    Stopped or killed in the middle, the next run reads what this one has not.
    """

    def __init__(self, config: Config, store: Store, now: dt.datetime) -> None:
        """Take the sources, where articles are kept, and the time of the run."""
        self._config = config
        self._store = store
        self._now = now
        self._pause = Pause()
        self._fetcher = Fetcher(config.fetch.options, sleep=self._pause.sleep)
        self._gathered = Gathered()

    def gather(self, should_stop: Callable[[], bool], tell: Tell) -> Gathered:
        """Read all sources and return what came of it; `should_stop` is asked after each article.

        A feed counts as read only where all of it was: else it is asked for anew next time.
        """
        with _open_pool(self._pause) as pool:
            listings = list(pool.map(self._make_lister(), self._config.source))
            for listing in listings:
                self._note_listing(listing)
            offered = [(one, self._leave_known(one)) for one in listings]
            total = sum(len(candidates) for _, candidates in offered)
            for done, (listing, candidate, outcomes) in enumerate(_read_all(pool, offered)):
                tell(done, total, candidate.key)
                if not self._keep(listing.source, candidate, outcomes):
                    self._gathered.unsure.add(listing.source.location)
                if should_stop():
                    return self._gathered
        self._note_answers(listings)
        self._keep_feeds(listings)
        return self._gathered

    def _make_lister(self) -> Callable[[SourceTable], Listing]:
        watched = [one.location for one in self._config.source if one.kind in {"feed", "page"}]
        around = Surroundings(
            fetcher=self._fetcher,
            folder=self._config.folder,
            own=self._config.own_places,
            today=self._now.date(),
            oldest=self._now.date() - dt.timedelta(days=self._config.stories.window_days),
            seen=self._store.validators(watched),
        )
        return lambda source: list_source(source, around)

    def _keep_feeds(self, listings: Iterable[Listing]) -> None:
        """Keep what the feeds look like of which all was read."""
        read = {
            one.source.location: one.validators
            for one in listings
            if one.validators is not None and one.source.location not in self._gathered.unsure
        }
        self._store.keep_validators(read, self._now)

    def _leave_known(self, listing: Listing) -> Sequence[Candidate]:
        """Return the candidates that are new, or that are not what they were."""
        known = self._store.known(
            listing.source.location, [one.key for one in listing.candidates if one.fingerprint]
        )
        seen = self._store.validators([one.key for one in listing.candidates if one.validators])
        return [
            one
            for one in listing.candidates
            if (one.fingerprint, one.validators) != (known.get(one.key, ""), seen.get(one.key))
        ]

    def _note_listing(self, listing: Listing) -> None:
        self._store.note_left_out(listing.left_out, self._now)
        if not listing.is_answered:
            self._gathered.unsure.add(listing.source.location)
        for problem in listing.problems:
            self._note_unread(problem)

    def _note_answers(self, listings: Sequence[Listing]) -> None:
        """Keep since when a source is silent, for whoever asks how the digest does."""
        silent = [
            Trouble(source=one.source.location, problem=one.problems[-1].problem)
            for one in listings
            if not one.is_answered
        ]
        answered = [one.source.location for one in listings if one.is_answered]
        self._store.note_answers(answered, silent, self._now)

    def _keep(self, source: SourceTable, candidate: Candidate, outcomes: Sequence[Reading]) -> bool:
        """Keep what was read of a candidate; say whether it need not be read again."""
        is_settled = all(isinstance(one, Article) or one.is_lasting for one in outcomes)
        arrivals: list[Arrival] = []
        for outcome in outcomes:
            if isinstance(outcome, Article):
                arrivals.append(self._receive(source, candidate, outcome, is_settled))
            else:
                self._note_problem(source, candidate, outcome)
        added = self._store.add_articles(arrivals, self._now) if arrivals else ()
        self._gathered.new += added.count("new")
        self._gathered.corrected += added.count("corrected")
        if is_settled and candidate.validators is not None:
            self._store.keep_validators({candidate.key: candidate.validators}, self._now)
        return is_settled

    def _receive(
        self, source: SourceTable, candidate: Candidate, article: Article, is_settled: bool
    ) -> Arrival:
        """Return an article as the store takes it, with what the file says of its source.

        Where it is not settled its entry has no fingerprint, so that the next run reads it again.
        """
        known = {"outlet": source.outlet, "language": source.language}
        article = article.model_copy(update={name: one for name, one in known.items() if one})
        key = candidate.key if candidate.fingerprint else article.source
        signature = Signature.of(article)
        return Arrival(
            source=source.location,
            key=key,
            fingerprint=candidate.fingerprint if is_settled else "",
            article=article,
            signature=signature.to_bytes(),
            signature_version=SIGNATURE_VERSION,
            is_another=self._was_given_away(source.location, key, signature),
        )

    def _was_given_away(self, source: str, key: str, signature: Signature) -> bool:
        """Say whether an entry had an article before that was about something else.

        A page is written over, and a GUID given again; neither is a correction.
        """
        former = self._store.signature_of(source, key)
        if former is None or former[1] != SIGNATURE_VERSION:
            return False
        return not is_version(Signature.from_bytes(former[0]), signature)

    def _note_problem(
        self, source: SourceTable, candidate: Candidate, problem: SourceError
    ) -> None:
        if isinstance(problem, _NO_ARTICLES):
            left_out = LeftOut(article=problem.source, reason=problem.problem)
            self._store.note_left_out([left_out], self._now)
        else:
            self._note_unread(problem)
        if problem.is_lasting and candidate.fingerprint:
            entry = (source.location, candidate.key, candidate.fingerprint)
            self._store.refuse(*entry, problem.problem, self._now)

    def _note_unread(self, problem: SourceError) -> None:
        """Tell of a problem now; where it lasts, keep it for the digest that may come later."""
        trouble = Trouble(source=problem.source, problem=problem.problem)
        self._gathered.unread.append(trouble)
        if problem.is_lasting:
            self._store.note_unread([trouble], self._now)


@contextmanager
def _open_pool(pause: Pause) -> Iterator[ThreadPoolExecutor]:
    """Open the threads that read; however the block is left, nothing more is begun."""
    pool = ThreadPoolExecutor(_MOST_AT_ONCE)
    try:
        yield pool
    finally:
        pause.end()
        pool.shutdown(cancel_futures=True)


def _read_all(
    pool: ThreadPoolExecutor, offered: Sequence[tuple[Listing, Sequence[Candidate]]]
) -> Iterator[tuple[Listing, Candidate, Sequence[Reading]]]:
    """Read the candidates of all sources in turn, so that no host holds up the others."""
    begun: deque[tuple[Listing, Candidate, Future[Sequence[Reading]]]] = deque()
    waiting = _take_turns(offered)
    while True:
        for listing, candidate in islice(waiting, _MOST_AHEAD - len(begun)):
            begun.append((listing, candidate, pool.submit(_read, candidate)))
        if not begun:
            return
        listing, candidate, reading = begun.popleft()
        yield listing, candidate, reading.result()


def _read(candidate: Candidate) -> Sequence[Reading]:
    try:
        return tuple(candidate.read())
    except SourceError as error:
        return (error,)


def _take_turns(
    offered: Sequence[tuple[Listing, Sequence[Candidate]]],
) -> Iterator[tuple[Listing, Candidate]]:
    for row in zip_longest(*(candidates for _, candidates in offered)):
        for (listing, _), candidate in zip(offered, row, strict=True):
            if candidate is not None:
                yield listing, candidate
