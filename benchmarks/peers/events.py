"""Finders of sentences on one event: each gives the pairs of sentences that it takes for such."""

import math
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations

from benchmarks.peers import Peer
from summarize.language.similarity import is_stop_word

Pairs = Sequence[tuple[int, int]]
Finder = Callable[[Sequence[str]], Pairs]
"""Gives the pairs of places, from 0, of the sentences of a topic."""

_WORD = re.compile(r"\w+")
_THRESHOLD = 0.12
"""Cosine of the best F1 on dev with no more than 11 in 100 false pairs across look-alike events."""


def load_tf_idf() -> Finder:
    """Load the plain threshold: TF-IDF of lower-case words, weighed over the topic's sentences."""
    return find_alike


def find_alike(sentences: Sequence[str], at_least: float = _THRESHOLD) -> Pairs:
    """Return the pairs whose cosine reaches `at_least`."""
    words = [_WORD.findall(sentence.lower()) for sentence in sentences]
    counts = [Counter(word for word in said if not is_stop_word(word)) for said in words]
    shared = Counter(word for count in counts for word in count)
    rarity = {word: math.log((1 + len(counts)) / (1 + df)) + 1 for word, df in shared.items()}
    vectors = [_unit({word: tf * rarity[word] for word, tf in count.items()}) for count in counts]
    pairs = combinations(range(len(vectors)), 2)
    return [(a, b) for a, b in pairs if _product(vectors[a], vectors[b]) >= at_least]


def _unit(vector: Mapping[str, float]) -> Mapping[str, float]:
    norm = math.sqrt(math.fsum(weight * weight for weight in vector.values())) or 1.0
    return {word: weight / norm for word, weight in vector.items()}


def _product(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    return math.fsum(weight * other.get(word, 0.0) for word, weight in one.items())


PEERS: Sequence[Peer[Finder]] = (Peer("TF-IDF cosine", None, load_tf_idf),)
