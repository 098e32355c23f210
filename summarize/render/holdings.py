"""Who says what on a contested point, a row for each holder, and on one line who is silent."""

from collections.abc import Iterator
from dataclasses import replace

from summarize.model import ContestedPoint, Holding
from summarize.render.index import Index
from summarize.render.outline import Item, Quote

_IN_FEW_WORDS = ("figure", "timing", "characterisation")
_FEW_WORDS = 15
"""Words of a number, a time or a judgement that stands for the quote it is taken from."""


def show_holdings(point: ContestedPoint, index: Index) -> Iterator[Item]:
    """Yield a row for each holder who speaks, and one for all that are silent."""
    for holding in point.holdings:
        if holding.stance != "silent":
            yield _show_holding(holding, point, index)
    if point.holdings:
        yield from _show_silent(point, index)


def _show_holding(holding: Holding, point: ContestedPoint, index: Index) -> Item:
    """Show a holder with a number, a time or a judgement, or else with the shortest quote."""
    holder = index.name(holding.holder_id) if holding.holder_id else holding.source or ""
    where = index.where(holding.article_ids)
    if point.kind in _IN_FEW_WORDS and len(holding.statement.split()) <= _FEW_WORDS:
        return Item(f"{holder}: {holding.statement}", holding.stance, where)
    quotes = index.quotes(holding.evidence)
    shortest = min((_cut(quote, holding.statement) for quote in quotes), key=_length)
    return Item(holder, holding.stance, where, quotes=(shortest,))


def _cut(quote: Quote, statement: str) -> Quote:
    """Return the part of a quote that is the statement, word for word; all of it if none is."""
    words = statement.strip("“”").rstrip(".,")
    start = quote.text.lower().find(words.lower())
    is_part = bool(words) and start >= 0 and len(quote.text.lower()) == len(quote.text)
    return replace(quote, text=quote.text[start : start + len(words)]) if is_part else quote


def _length(quote: Quote) -> int:
    return len(quote.text)


def _show_silent(point: ContestedPoint, index: Index) -> Iterator[Item]:
    silent = [one.holder_id for one in point.holdings if one.stance == "silent"]
    names = ", ".join(index.name(id_) for id_ in silent if id_)
    where = index.where(point.silent_article_ids) if point.silent_article_ids else ""
    text = "; ".join(part for part in (names, where and f"no side in {where}") if part)
    if text:
        yield Item(text, "silent")
