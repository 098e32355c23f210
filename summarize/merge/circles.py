"""Circular reporting: articles of which each cites the next, and the last one the first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from summarize.model import Article, Circle, Citation

FOLLOWING = ("credit line", "dateline", "according to")
"""Citations by which an article says that it has it from the other one."""


def find_circles(articles: Sequence[Article], citations: Iterable[Citation]) -> tuple[Circle, ...]:
    """Return the circles of a story, none of which shares an article with another."""
    cited = {article.id: list[str]() for article in articles}
    for one in citations:
        if one.how in FOLLOWING and one.cited_article_id and one.article_id in cited:
            cited[one.article_id].append(one.cited_article_id)
    order = {article_id: number for number, article_id in enumerate(cited)}
    circles = [_turn(cycle, order) for cycle in _cycles(cited)]
    circles.sort(key=lambda circle: order[circle[0]])
    return tuple(Circle(article_ids=tuple(circle)) for circle in circles)


def _cycles(cited: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    left = dict(cited)
    while True:
        try:
            TopologicalSorter(left).prepare()
        except CycleError as error:
            cycle: list[str] = error.args[1][1:]
            yield cycle[::-1]
            left = {one: others for one, others in left.items() if one not in cycle}
        else:
            return


def _turn(cycle: Sequence[str], order: Mapping[str, int]) -> list[str]:
    """Begin a circle with the article that comes first in the brief."""
    start = min(range(len(cycle)), key=lambda place: order[cycle[place]])
    return [*cycle[start:], *cycle[:start]]
