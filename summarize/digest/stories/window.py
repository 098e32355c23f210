"""Articles of a window as vectors of term weights, so that a product says how alike two are.

Weights are (ln(1 + tf)) * idf ** 1.5. A term's idf comes from the articles of the window and from
what is known of language at large, so that in a window of few articles a story's own words are not
taken for common ones.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from summarize.digest.stories.signature import SEVERAL, SHARE_SCALE, TF_SCALE, Signature

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

_AT_LARGE = 200
"""Articles of the window that knowledge of language at large counts for."""

_CONTRAST = 1.5
"""Power of the idf: names and rare words tell stories apart, topical words do not."""

_MOST_COMMON = 0.1
"""Share of articles up to which the window makes a term common that language at large has less
often: where one story fills the window, its names still tell it.
"""

_SHORT = 20
"""Distinct terms of which half would not come back in another report of the same matter.

What two short reports share is raised by what their shortness hides.
"""

_TOO_SHORT = 30
"""Distinct terms from which on an article says enough of its story; fewer weigh less."""

_REPEATED = 3
"""Articles of an outlet that have a paragraph word for word, from which on it is boilerplate."""


@dataclass(frozen=True)
class Window:
    """The vectors as compressed rows: row i has the terms `terms[starts[i]:starts[i + 1]]`.

    Terms are numbered within the window and ascend in each row. `squares` are the rows' products
    with themselves, 1 and some more for a short article; `days` are ordinals, None of
    an article without a date.
    """

    starts: Ints
    terms: Ints
    weights: Floats
    squares: Floats
    days: tuple[int | None, ...]
    vocabulary: int

    @property
    def size(self) -> int:
        """How many articles there are."""
        return len(self.days)

    def gap(self, one: int, other: int) -> int:
        """Return the days between two articles; 0 where one of them has no date."""
        first, second = self.days[one], self.days[other]
        return 0 if first is None or second is None else abs(first - second)

    def row(self, place: int) -> tuple[Ints, Floats]:
        """Return the terms of an article, ascending, and their weights."""
        part = slice(self.starts[place], self.starts[place + 1])
        return self.terms[part], self.weights[part]

    def sum_rows(self, places: Sequence[int], parts: Sequence[float]) -> tuple[Ints, Floats]:
        """Return the sum of `parts` of several articles, its terms ascending."""
        if len(places) == 1:
            terms, weights = self.row(places[0])
            return terms, weights * parts[0]
        rows = [self.row(place) for place in places]
        found = np.concatenate([terms for terms, _ in rows])
        terms, inverse = np.unique(found, return_inverse=True)
        shares = [weights * part for (_, weights), part in zip(rows, parts, strict=True)]
        sums = np.bincount(inverse, np.concatenate(shares))
        return terms.astype(np.int64), sums.astype(np.float64)


def make_window(signatures: Sequence[Signature], days: Sequence[int | None]) -> Window:
    """Weigh the terms of the articles, of which there is at least one."""
    parts = [one.parts() for one in signatures]
    sizes = np.array([one.size for one in signatures], dtype=np.int64)
    hashes = np.frombuffer(b"".join(part.terms for part in parts), dtype="<u4")
    counts = np.frombuffer(b"".join(part.weights for part in parts), dtype=np.uint8)
    shares = np.frombuffer(b"".join(part.shares for part in parts), dtype=np.uint8)
    known, terms = np.unique(hashes, return_inverse=True)
    rows = np.repeat(np.arange(len(sizes)), sizes)
    rarity = _weigh_terms(terms, shares / SHARE_SCALE, len(sizes))
    weights = (counts / TF_SCALE) * rarity[terms]
    weights[_find_repeated(signatures, sizes)] = 0
    norms = np.sqrt(np.bincount(rows, weights**2, minlength=len(sizes)))
    scales = _scale_of(signatures) / np.maximum(norms, 1e-9)
    return Window(
        starts=np.concatenate(([0], np.cumsum(sizes))),
        terms=terms.astype(np.int64),
        weights=weights * scales[rows],
        squares=np.where(norms > 0, _scale_of(signatures) ** 2, 0.0),
        days=tuple(days),
        vocabulary=len(known),
    )


def _weigh_terms(terms: Ints, shares: Floats, articles: int) -> Floats:
    """Return the weight of each term of the vocabulary, from how many articles have it.

    `terms` and `shares` are those of each occurrence: number, and share of articles at large.
    """
    at_large = np.zeros(int(terms.max(initial=-1)) + 1)
    at_large[terms] = shares
    having = np.bincount(terms, minlength=len(at_large)) + _AT_LARGE * at_large + 1
    found = having / (articles + _AT_LARGE + 1)
    idf = -np.log(np.minimum(found, np.maximum(at_large, _MOST_COMMON)).clip(max=1))
    return np.asarray(idf**_CONTRAST)


def _scale_of(signatures: Sequence[Signature]) -> Floats:
    """Return the length of each article's vector, by how many terms it has."""
    lengths = np.array([one.length for one in signatures], dtype=np.float64)
    enough = np.maximum(lengths, _TOO_SHORT)
    return np.asarray(np.sqrt((enough + _SHORT) / enough * np.minimum(1, lengths / enough)))


def _find_repeated(signatures: Sequence[Signature], sizes: Ints) -> NDArray[np.bool_]:
    """Say of each term whether it stands only in a paragraph that its outlet repeats.

    An article that consists for the most part of such paragraphs is another version of one that
    came before, and keeps them.
    """
    parts = [one.parts() for one in signatures]
    homes = np.frombuffer(b"".join(part.homes for part in parts), dtype=np.uint8)
    hashes = np.frombuffer(b"".join(part.paragraphs for part in parts), dtype="<u4")
    kept = np.array([len(part.paragraphs) // 4 for part in parts], dtype=np.int64)
    outlets = np.array([one.outlet for one in signatures], dtype=np.uint64)
    keys = (np.repeat(outlets, kept) << np.uint64(32)) | hashes.astype(np.uint64)
    repeated = np.zeros(len(keys) + 1, dtype=np.bool_)  # the last stands for no paragraph at all
    if len(keys):
        _, inverse, times = np.unique(keys, return_inverse=True, return_counts=True)
        repeated[:-1] = (times >= _REPEATED)[inverse] & (np.repeat(outlets, kept) > 0)
    begins = np.repeat(np.cumsum(kept) - kept, sizes)
    places = np.where(homes == SEVERAL, len(keys), begins + homes)
    found = repeated[places]
    rows = np.repeat(np.arange(len(sizes)), sizes)
    shares = np.bincount(rows, found, minlength=len(sizes)) / np.maximum(sizes, 1)
    return np.asarray(found & (shares <= 0.5)[rows])
