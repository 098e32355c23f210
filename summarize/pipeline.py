"""START HERE: the five stages in order.

read: a source becomes an Article. extract: an engine drafts what the article says. ground: what the
draft can prove becomes an Extraction. merge: the extractions of one story become a Brief. render: a
Brief becomes text, which is left to whoever asked for it.
"""

import logging
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summarize.errors import SourceError
from summarize.extract import engine as engines
from summarize.extract.engine import Opened
from summarize.extract.fallback import Notify
from summarize.extract.port import Engine, Promise
from summarize.ground.grounding import ground_draft, sift_draft
from summarize.ground.support import carries
from summarize.language.neutrality.words import read_words, using_words
from summarize.language.publishers import Publishers, load_publishers
from summarize.merge.brief import merge_extractions
from summarize.merge.lint import parse_waivers
from summarize.merge.rewording import Worded, Writer
from summarize.model import Article, Brief, Extraction, LeftOut, Usage
from summarize.read import FetchOptions, ReadResult, read_sources
from summarize.settings import BriefOptions

if TYPE_CHECKING:
    from summarize.extract.llm.engine import LLMEngine
    from summarize.extract.llm.estimate import Cost

_MOST_BEGUN = 256
"""Articles begun and not yet merged; a hundred thousand of them would fill the memory."""


@dataclass(frozen=True)
class Progress:
    """How far a run is: so many of so many articles, the next one, and what was spent."""

    done: int
    total: int
    source: str
    engine: str = ""
    usage: Usage = field(default_factory=Usage)


Watch = Callable[[Progress], None]
"""Told before each article, and once after the last."""


def make_brief(
    inputs: Sequence[str],
    options: BriefOptions,
    watch: Watch | None = None,
    notify: Notify | None = None,
) -> Brief:
    """Return the brief of the story that `inputs` report.

    Raises NothingReadable where no input is an article, EngineUnavailable where the engine cannot
    run, UsageError for a table of publishers that is none. An input that cannot be read is left out
    and named.
    """
    teller = Teller(options, load_publishers(options.families))
    with open_engine(options, notify) as (engine, model):
        read = read_articles(inputs, options)
        return teller.merge(
            read.articles,
            extract_all(read.articles, engine, watch),
            model=model,
            left_out=[*read.left_out, *map(_left_out, read.failures)],
        )


class Teller:
    """Merges what was extracted, as `options` want it told.

    Raises UsageError for a waiver that is none. `publishers` says whose outlet is whose.
    """

    def __init__(self, options: BriefOptions, publishers: Publishers) -> None:
        """Read the waivers."""
        self._options = options
        self._publishers = publishers
        self._waivers = parse_waivers(options.waive)

    def merge(
        self,
        articles: Iterable[Article],
        extractions: Iterable[Extraction],
        *,
        model: "LLMEngine | None" = None,
        left_out: Sequence[LeftOut] = (),
    ) -> Brief:
        """Return the brief of one story; `model` words it where the options want that."""
        return merge_extractions(
            articles,
            extractions,
            words=self._options.words,
            created=self._options.created,
            gate=carries,
            writer=_writer(model) if self._options.wording == "llm" else None,
            left_out=left_out,
            waivers=self._waivers,
            publishers=self._publishers,
        )


@contextmanager
def open_engine(options: BriefOptions, notify: Notify | None = None) -> Iterator[Opened]:
    """Open the engine that `options` ask for, with the gate that it may ask.

    While it is open the user's list of loaded words holds. Raises UsageError for one that is none.
    """
    words = read_words(options.loaded_words) if options.loaded_words else None
    tell = notify or logging.getLogger(__name__).warning
    with using_words(words), engines.open_engine(options, sift_draft, tell) as opened:
        yield opened


def _writer(model: "LLMEngine | None") -> Writer:
    """Return the model as a writer, or one that says why there is none."""
    if model is None:
        without = Worded((), warnings=("the summary is worded by templates: there is no LLM",))
        return lambda _: without
    return lambda sentences: Worded(*model.word(sentences))


def read_articles(inputs: Sequence[str], options: BriefOptions) -> ReadResult:
    """Return the articles that `inputs` hold, and what could not be read."""
    return read_sources(
        inputs,
        now=options.today,
        stdin=sys.stdin.buffer if sys.stdin else None,
        fetch=FetchOptions(allow_hosts=options.allow_hosts),
    )


def extract_all(
    articles: Sequence[Article], engine: Engine, watch: Watch | None = None
) -> Iterator[Extraction]:
    """Yield what `engine` reads in each article, grounded, in their order."""
    spent, name = Usage(), ""
    for done, (article, promise) in enumerate(_begin(articles, engine)):
        if watch:
            watch(Progress(done, len(articles), article.source, name, spent))
        draft = promise()
        spent, name = spent + draft.usage, draft.engine
        yield ground_draft(draft, article)
    if watch:
        watch(Progress(len(articles), len(articles), "", name, spent))


def estimate_cost(inputs: Sequence[str], options: BriefOptions) -> "Cost":
    """Return what reading `inputs` would cost; nothing is asked of any endpoint."""
    from summarize.extract.llm.estimate import Cost, estimate_reading

    name, _ = engines.choose_engine(options)
    articles = read_articles(inputs, options).articles
    if name == "offline" or options.llm is None:
        return Cost(len(articles))
    return estimate_reading(articles, f"{options.llm.model or 'the model'} at {options.llm.host}")


def _begin(articles: Sequence[Article], engine: Engine) -> Iterator[tuple[Article, Promise]]:
    """Begin articles ahead of the one that is waited for, as many as the memory is meant for."""
    begun: deque[tuple[Article, Promise]] = deque()
    for article in articles:
        begun.append((article, engine.start(article)))
        if len(begun) == _MOST_BEGUN:
            yield begun.popleft()
    yield from begun


def _left_out(failure: SourceError) -> LeftOut:
    return LeftOut(article=failure.source, reason=failure.problem)
