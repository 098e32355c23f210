"""Articles on their way to a story, and how well two such groups go together.

The likeness of two groups is the average over all pairs of their articles (group average linkage),
which the product of the sums gives at once. It is set against how alike the articles of each group
are among themselves: two tight groups with little between them are two stories that look alike, a
loose one has many sides.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from summarize.digest.stories.copies import Voice
from summarize.digest.stories.window import Floats, Ints, Window

JOINS = 0.14
"""Score from which two groups are one story.

This and the two below were chosen on sets of stories of which none is among those that
benchmarks/ measures; docs/why.md says how.
"""

_EXPECTED = 0.2
"""Average likeness within a story, as long as nothing is known of this one."""

_PRIOR_PAIRS = 2.0
"""Pairs of articles that the expectation counts for."""

_FADING = 0.7
"""Days between two groups, as a share of the window, of which the likeness falls by 0.61: the
standard deviation of a Gaussian (Miranda et al. 2018, Multilingual clustering of streaming news).
"""


@dataclass(frozen=True)
class Cluster:
    """A group of articles: the sum of their vectors, and the days that they span.

    Copies of one text are one voice, and count once. `head` is the place of the first article;
    `inner` is the sum of the likeness of all pairs of voices. `span` has the first day and the last
    of those articles that have a date, None where none has one. `story` is the id that the group
    is known by, None for a new one.
    """

    head: int
    voices: tuple[Voice, ...]
    terms: Ints
    weights: Floats
    inner: float
    span: tuple[int, int] | None
    story: str | None = None

    @property
    def members(self) -> tuple[int, ...]:
        """The places of all articles, ascending."""
        return tuple(sorted(place for voice in self.voices for place in voice))

    @property
    def tightness(self) -> float:
        """How alike the articles are, over what is expected."""
        pairs = len(self.voices) * (len(self.voices) - 1) / 2
        within = (_PRIOR_PAIRS * _EXPECTED + self.inner) / (_PRIOR_PAIRS + pairs)
        return within / _EXPECTED


def make_cluster(window: Window, voices: Sequence[Voice], story: str | None = None) -> Cluster:
    """Put articles into one group."""
    members = [place for voice in voices for place in voice]
    parts = [1 / len(voice) for voice in voices for _ in voice]
    terms, weights = window.sum_rows(members, parts)
    days = [day for place in members if (day := window.days[place]) is not None]
    alone = sum(_square_of(window, voice) for voice in voices)
    inner = max(0.0, (float(weights @ weights) - alone) / 2) if len(voices) > 1 else 0.0
    return Cluster(min(members), tuple(voices), terms, weights, inner, _span(days), story)


def _span(days: Sequence[int]) -> tuple[int, int] | None:
    return (min(days), max(days)) if days else None


def _gap(one: Cluster, other: Cluster) -> int:
    """Return the days between two groups; 0 where one of them has no date."""
    if one.span is None or other.span is None:
        return 0
    return max(0, one.span[0] - other.span[1], other.span[0] - one.span[1])


def _square_of(window: Window, voice: Voice) -> float:
    """Return the product of a voice with itself."""
    if len(voice) == 1:
        return float(window.squares[voice[0]])
    _, weights = window.sum_rows(voice, [1 / len(voice)] * len(voice))
    return float(weights @ weights)


def product_of(one: Cluster, other: Cluster) -> float:
    """Return the sum of the likeness of all pairs between two groups."""
    few, many = _by_terms(one, other)
    places, is_shared = _find_terms(few, many)
    return float(few.weights[is_shared] @ many.weights[places[is_shared]])


def score_of(one: Cluster, other: Cluster, window_days: int, product: float | None = None) -> float:
    """Say how well two groups go together; 0 where there are more days between than the window.

    `product` is that of the two, where it is known already.
    """
    gap = _gap(one, other)
    if gap > window_days:
        return 0.0
    product = product_of(one, other) if product is None else product
    average = product / (len(one.voices) * len(other.voices))
    fading = math.exp(-((gap / (_FADING * window_days)) ** 2) / 2) if gap else 1.0
    return average * fading / math.sqrt(one.tightness * other.tightness)


def join(one: Cluster, other: Cluster, story: str | None) -> Cluster:
    """Make one group of two, known by `story`; its head is the earlier of both."""
    few, many = _by_terms(one, other)
    places, is_shared = _find_terms(few, many)
    weights = many.weights.copy()
    weights[places[is_shared]] += few.weights[is_shared]
    is_new = ~is_shared
    return Cluster(
        head=min(one.head, other.head),
        voices=one.voices + other.voices,
        terms=np.insert(many.terms, places[is_new], few.terms[is_new]),
        weights=np.insert(weights, places[is_new], few.weights[is_new]),
        inner=one.inner + other.inner + product_of(one, other),
        span=_span([*(one.span or ()), *(other.span or ())]),
        story=story,
    )


def _by_terms(one: Cluster, other: Cluster) -> tuple[Cluster, Cluster]:
    """Return the group with fewer terms, and the other."""
    return (one, other) if len(one.terms) <= len(other.terms) else (other, one)


def _find_terms(few: Cluster, many: Cluster) -> tuple[Ints, NDArray[np.bool_]]:
    """Return where each term of `few` stands, or would stand, in `many`; and whether it does."""
    places = np.searchsorted(many.terms, few.terms)
    is_shared = np.zeros(len(places), dtype=np.bool_)
    inside = places < len(many.terms)
    is_shared[inside] = many.terms[places[inside]] == few.terms[inside]
    return places, is_shared
