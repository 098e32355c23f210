"""Which articles of a window are worth comparing: those that share the words that matter to one.

Of each article the weightiest terms are looked up, of each term the articles for which it weighs
most. Both are capped, so that the work grows with the number of articles and not of their pairs; a
story of thousands hangs together by the articles that tell most of it.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from summarize.digest.stories.window import Floats, Ints, Window

_KEY_TERMS = 25
_MOST_HAVING = 60
_MOST_NEIGHBOURS = 20
"""Terms looked up, articles of each, and articles compared in full. More of each changes nothing in
the sets that they were tried on; fewer take a story of two thousand articles apart.
"""

_LEAST = 0.07
"""Likeness below which two articles are hardly ever of one story, whatever others say."""


_FEW = 200
"""Articles of which all pairs are compared faster than their neighbours are looked up."""


class Pair(NamedTuple):
    """Two articles, by their places in the window, and how alike they are."""

    first: int
    second: int
    likeness: float


def find_close(window: Window, places: Sequence[int], cosine: float) -> Iterator[Pair]:
    """Yield the pairs of a few articles whose cosine reaches `cosine`, of many those that are met.

    All are compared with all as long as that is the faster way.
    """
    if len(places) > _FEW:
        yield from find_pairs(window, places)
        return
    vector = np.zeros(window.vocabulary)
    lengths = np.sqrt(window.squares)
    others = np.array([place for place in places if window.squares[place] > 0], dtype=np.int64)
    while len(others) > 1:
        place, others = int(others[0]), others[1:]
        terms, weights = window.row(place)
        vector[terms] = weights
        products = _multiply(window, vector, others)
        vector[terms] = 0
        is_close = products >= cosine * lengths[place] * lengths[others]
        for other, product in zip(others[is_close], products[is_close], strict=True):
            yield Pair(place, int(other), float(product))


class _Postings(NamedTuple):
    """The articles that have a term, weightiest first: `rows[starts[t]:ends[t]]`."""

    starts: Ints
    ends: Ints
    rows: Ints
    weights: Floats


def find_pairs(window: Window, asked: Sequence[int]) -> Iterator[Pair]:
    """Yield each article of `asked` with those that are like it; a pair may come from both."""
    keys = [_key_terms(window, place) for place in asked]
    postings = _make_postings(window, keys)
    likeness = np.zeros(window.size)
    vector = np.zeros(window.vocabulary)
    for place, (terms, weights) in zip(asked, keys, strict=True):
        found = _look_up(postings, terms, weights, likeness)
        found = found[found != place]
        if not len(found):
            continue
        own_terms, own_weights = window.row(place)
        vector[own_terms] = own_weights
        products = _multiply(window, vector, found)
        vector[own_terms] = 0
        for other, product in zip(found.tolist(), products.tolist(), strict=True):
            if product >= _LEAST:
                yield Pair(place, other, product)


def _key_terms(window: Window, place: int) -> tuple[Ints, Floats]:
    """Return the weightiest terms of an article; the lower number goes first where two are even."""
    terms, weights = window.row(place)
    order = np.argsort(-weights, kind="stable")[:_KEY_TERMS]
    order = order[weights[order] > 0]
    return terms[order], weights[order]


def _make_postings(window: Window, keys: Sequence[tuple[Ints, Floats]]) -> _Postings:
    """Lay out the articles that have the terms looked up, for each term the weightiest."""
    wanted = np.zeros(window.vocabulary, dtype=np.bool_)
    for terms, _ in keys:
        wanted[terms] = True
    chosen = np.flatnonzero(wanted[window.terms])
    rows = np.repeat(np.arange(window.size), np.diff(window.starts))[chosen]
    terms, weights = window.terms[chosen], window.weights[chosen]
    order = np.lexsort((rows, -weights, terms))
    rows, terms, weights = rows[order], terms[order], weights[order]
    numbers = np.arange(window.vocabulary)
    starts = np.searchsorted(terms, numbers, side="left")
    ends = np.searchsorted(terms, numbers, side="right")
    return _Postings(starts, np.minimum(ends, starts + _MOST_HAVING), rows, weights)


def _look_up(postings: _Postings, terms: Ints, weights: Floats, likeness: Floats) -> Ints:
    """Return the articles that share most with one, by the terms that were looked up alone.

    `likeness` is a scratch array of zeros, and is one again afterwards.
    """
    spans = [
        slice(start, end)
        for start, end in zip(postings.starts[terms], postings.ends[terms], strict=True)
    ]
    if not spans:
        return np.zeros(0, dtype=np.int64)
    rows = np.concatenate([postings.rows[span] for span in spans])
    parts = [postings.weights[span] * weight for span, weight in zip(spans, weights, strict=True)]
    np.add.at(likeness, rows, np.concatenate(parts))
    found = np.unique(rows)
    order = np.argsort(-likeness[found], kind="stable")[: _MOST_NEIGHBOURS + 1]
    likeness[rows] = 0
    return found[order]


def _multiply(window: Window, vector: Floats, places: Ints) -> Floats:
    """Return the products of a vector, laid out over all terms, with several articles."""
    starts, ends = window.starts[places], window.starts[places + 1]
    spans = [slice(start, end) for start, end in zip(starts, ends, strict=True)]
    terms = np.concatenate([window.terms[span] for span in spans])
    weights = np.concatenate([window.weights[span] for span in spans])
    begins = np.cumsum(ends - starts) - (ends - starts)
    return np.asarray(np.add.reduceat(vector[terms] * weights, begins))
