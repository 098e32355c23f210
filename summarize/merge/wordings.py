"""Sentences that are one wording: a copy of somebody's sentence adds nobody who knows."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from summarize.merge.copies import words_of

_COPIED = 0.7
"""Share of all their words that two sentences have in common when one was copied."""


def group_wordings(sentences: Sequence[str]) -> list[int]:
    """Return for each sentence the place of the first one that has its wording.

    Two sentences that share so much share one of their rarest words (prefix filtering; Bayardo, Ma
    & Srikant 2007), so that only those are compared.
    """
    words = [frozenset(words_of(sentence)) for sentence in sentences]
    frequency = Counter(word for one in words for word in one)
    by_word: dict[str, list[int]] = defaultdict(list)
    first: list[int] = []
    known: dict[frozenset[str], int] = {}
    for place, one in enumerate(words):
        rarest = sorted(one, key=lambda word: (frequency[word], word))
        prefix = rarest[: len(one) - int(_COPIED * len(one)) + 1]
        near = known.get(one)
        if near is None:
            met = sorted({other for word in prefix for other in by_word[word]})
            near = next((other for other in met if _is_copy(one, words[other])), place)
            known[one] = near
        if near == place:
            for word in prefix:
                by_word[word].append(place)
        first.append(near)
    return first


def _is_copy(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= _COPIED * len(one | other)
