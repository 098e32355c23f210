"""START HERE: the five stages in order.

read: a source becomes an Article. extract: an engine drafts what the article says. ground: what the
draft can prove becomes an Extraction. merge: the extractions of one story become a Brief. render: a
Brief becomes text, which is left to whoever asked for it.
"""

import sys
from collections.abc import Iterator, Sequence

from summarize.errors import SourceError
from summarize.extract.engine import Engine, choose_engine
from summarize.ground.grounding import ground_draft
from summarize.merge.brief import merge_extractions
from summarize.model import Article, Brief, Extraction, LeftOut
from summarize.read import ReadResult, read_sources
from summarize.settings import BriefOptions


def make_brief(inputs: Sequence[str], options: BriefOptions) -> Brief:
    """Return the brief of the story that `inputs` report.

    Raises NothingReadable where no input is an article, EngineUnavailable where the engine cannot
    run. An input that cannot be read is left out and named.
    """
    engine = choose_engine(options.engine)
    read = read_articles(inputs, options)
    return merge_extractions(
        read.articles,
        [extract_article(article, engine) for article in read.articles],
        words=options.words,
        created=options.created,
        left_out=[*read.left_out, *map(_left_out, read.failures)],
    )


def extract_all(inputs: Sequence[str], options: BriefOptions) -> Iterator[Extraction]:
    """Yield the extraction of each article that `inputs` hold, in order of their names."""
    engine = choose_engine(options.engine)
    for article in read_articles(inputs, options).articles:
        yield extract_article(article, engine)


def read_articles(inputs: Sequence[str], options: BriefOptions) -> ReadResult:
    """Return the articles that `inputs` hold, and what could not be read."""
    return read_sources(inputs, now=options.today, stdin=sys.stdin.buffer)


def _left_out(failure: SourceError) -> LeftOut:
    return LeftOut(article=failure.source, reason=failure.problem)


def extract_article(article: Article, engine: Engine) -> Extraction:
    """Return what `engine` reads in `article`, grounded."""
    return ground_draft(engine.draft(article), article)
