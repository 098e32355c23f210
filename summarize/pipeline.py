"""START HERE: the five stages in order.

read: a source becomes an Article. extract: an engine drafts what the article says. ground: what the
draft can prove becomes an Extraction. merge: the extractions of one story become a Brief. render: a
Brief becomes text, which is left to whoever asked for it.
"""

import sys
from collections.abc import Callable, Iterator, Sequence

from summarize.errors import SourceError
from summarize.extract.engine import Engine, choose_engine
from summarize.ground.grounding import ground_draft
from summarize.ground.support import carries
from summarize.merge.brief import merge_extractions
from summarize.model import Article, Brief, Extraction, LeftOut
from summarize.read import ReadResult, read_sources
from summarize.settings import BriefOptions

Watch = Callable[[int, int], None]
"""Told before each article how many are done, and of how many."""


def make_brief(inputs: Sequence[str], options: BriefOptions, watch: Watch | None = None) -> Brief:
    """Return the brief of the story that `inputs` report.

    Raises NothingReadable where no input is an article, EngineUnavailable where the engine cannot
    run. An input that cannot be read is left out and named.
    """
    engine = choose_engine(options.engine)
    read = read_articles(inputs, options)
    return merge_extractions(
        read.articles,
        extract_all(read.articles, engine, watch),
        words=options.words,
        created=options.created,
        gate=carries,
        left_out=[*read.left_out, *map(_left_out, read.failures)],
    )


def read_articles(inputs: Sequence[str], options: BriefOptions) -> ReadResult:
    """Return the articles that `inputs` hold, and what could not be read."""
    return read_sources(inputs, now=options.today, stdin=sys.stdin.buffer if sys.stdin else None)


def extract_all(
    articles: Sequence[Article], engine: Engine, watch: Watch | None = None
) -> Iterator[Extraction]:
    """Yield what `engine` reads in each article, grounded, in their order."""
    for done, article in enumerate(articles):
        if watch:
            watch(done, len(articles))
        yield ground_draft(engine.draft(article), article)


def _left_out(failure: SourceError) -> LeftOut:
    return LeftOut(article=failure.source, reason=failure.problem)
