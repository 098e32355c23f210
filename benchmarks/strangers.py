"""Stories with an article of another story among them: is it left out, and is nothing else?

Rows of sets of stories: all articles of a row are of one story, and the stranger is one of the row
half the set further on. Scored here, since the question is only which articles are left out.
"""

from collections.abc import Iterator, Sequence

from benchmarks.job import Job, Result
from benchmarks.summaries import Story, Told
from benchmarks.texts import make_text
from summarize.errors import NoArticle
from summarize.merge.strangers import sift_articles
from summarize.model import Article

SETS = ("multinews", "allsides_roundups", "neus")


def run(job: Job) -> Iterator[Result]:
    """Measure each set whose data is there: what is lost of a story, and which strangers are found.

    A row counts without its unreadable articles, and not at all where fewer than two are left.
    """
    for name in SETS:
        part = Job(name, job.split, job.data, job.output, job.errors)
        if not part.gold.is_file():
            continue
        stories = [list(_read(story.articles)) for story in part.read_rows(Story)]
        stories = [articles for articles in stories if len(articles) > 1]
        yield Result(job.benchmark, job.split, f"{name}: left out wrongly, %", _lost(stories), {})
        yield Result(job.benchmark, job.split, f"{name}: strangers found, %", _found(stories), {})


def _read(told: Sequence[Told]) -> Iterator[Article]:
    for one in told:
        try:
            article = make_text(one.text)
        except NoArticle:
            continue
        yield article.model_copy(update={"title": one.title})


def _lost(stories: Sequence[Sequence[Article]]) -> float:
    """Return the share of articles that are left out of their own story, in percent."""
    lost = sum(len(sift_articles(articles).left_out) for articles in stories)
    return round(100 * lost / sum(map(len, stories)), 2)


def _found(stories: Sequence[Sequence[Article]]) -> float:
    """Return the share of stories out of which the stranger among them is left, in percent."""
    found = 0
    for place, articles in enumerate(stories):
        others = stories[(place + len(stories) // 2) % len(stories)]
        stranger = others[place % len(others)]
        left_out = sift_articles([*articles, stranger]).left_out
        found += stranger.source in {one.article for one in left_out}
    return round(100 * found / len(stories), 1)
