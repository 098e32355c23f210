"""The section that says who has it from whom."""

from collections.abc import Sequence
from itertools import pairwise

from summarize.render.index import Index
from summarize.render.outline import Item, Section


def list_citations(index: Index) -> Section:
    """List whom the articles cite, each source once, with what leads back to where it began."""
    citing: dict[tuple[str, str, str | None], list[str]] = {}
    for one in index.brief.citations:
        citing.setdefault((one.how, one.name, one.cited_article_id), []).append(one.article_id)
    items = [
        Item(_say_cited(name, cited, index), how, index.where(articles))
        for (how, name, cited), articles in citing.items()
    ]
    items += [_show_circle(circle.article_ids, index) for circle in index.brief.circles]
    return Section("CITATIONS", "who has it from whom", tuple(items))


def _say_cited(name: str, cited: str | None, index: Index) -> str:
    where = index.where([cited]) if cited else name
    return name if where == name else f"{name} ({where})"


def _show_circle(article_ids: Sequence[str], index: Index) -> Item:
    turn = [index.where([one]) for one in (*article_ids, article_ids[0])]
    return Item(", ".join(f"{one} cites {next_}" for one, next_ in pairwise(turn)), "circular")
