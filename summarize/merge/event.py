"""Which statements of several articles report one event: by their words and those around them.

Reports of one event share words, and names most of all; look-alike events (two trials, two
earthquakes) share as many words and differ in who is in them. What else the articles tell settles
what a short sentence leaves open, as in "The actress checked herself in". This is looser than to
say the same: it nominates, and never makes two statements one finding.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from summarize.language.document import parse_statement
from summarize.language.names.allegiance import fold_state
from summarize.language.quantities.numbers import find_numbers
from summarize.language.similarity import TfIdf, content_terms
from summarize.language.synonyms import concept_of

_CONTEXT, _NUMBERS = 2.0, 0.08
"""What the likeness of two articles counts for beside that of the statements themselves, and what a
number that both give adds to it; two that give numbers and none in common lose as much.
"""

_ONE_EVENT = 0.5
"""Likeness from which two statements report one event.

All three were chosen on the dev topics of ECB+ (`benchmarks/events.py`), with room below the 8 in
100 pairs of look-alike events that may be taken for one: over every second topic it is 2 in 100,
with a pair F1 of 68.3, over the others 6 with 67.7.
"""

_DEGREES = frozenset(
    "full complete entire whole total fully completely entirely wholly totally now still just "
    "officially reportedly publicly".split()
)
"""Words of degree and manner, which say nothing of what is reported."""

_KINDS_OF_PLACE = frozenset(
    "region city state province district port island river county village town area valley".split()
)


class Told(NamedTuple):
    """A statement as it is compared: its article, its terms and numbers, the ids of its people."""

    article_id: str
    terms: Sequence[str]
    people: frozenset[str]
    numbers: frozenset[float]


class EventIndex:
    """Statements by the event that they report; each is known by its place, from 0."""

    def __init__(self, told: Sequence[Told]) -> None:
        """Index `told`; what one article says stands around each of its statements."""
        self._told = told
        self.weights = TfIdf([one.terms for one in told])
        terms, numbers = defaultdict[str, list[str]](list), defaultdict[str, set[float]](set)
        for one in told:
            terms[one.article_id] += one.terms
            numbers[one.article_id] |= one.numbers
        self._contexts = TfIdf(list(terms.values()))
        self._numbers = list(numbers.values())
        self._places = {article_id: place for place, article_id in enumerate(terms)}

    def report_one_event(self, first: int, second: int) -> bool:
        """Say whether two statements share what happened, and neither is of others than the other.

        Two that have no word in common never do, however alike their articles are.
        """
        alike = self.weights.cosine(first, second)
        ours, theirs = self._told[first].people, self._told[second].people
        if alike <= 0 or are_others(ours, theirs):
            return False
        return alike >= _ONE_EVENT + _NUMBERS or alike + self._context(first, second) >= _ONE_EVENT

    def _context(self, first: int, second: int) -> float:
        """Return what the articles of two statements speak for their reporting one event."""
        one, other = (self._places[self._told[place].article_id] for place in (first, second))
        ours, theirs = self._numbers[one], self._numbers[other]
        counted = 0 if not ours or not theirs else -1 if ours.isdisjoint(theirs) else 1
        return _CONTEXT * self._contexts.cosine(one, other) + _NUMBERS * counted


def read_terms(text: str) -> list[str]:
    """Return the terms of a statement, synonyms and adjectives of states folded."""
    terms = content_terms(parse_statement(text), 0, len(text))
    return [fold_state(concept_of(term)) for term in terms if term not in _DEGREES]


def read_nouns(text: str) -> frozenset[str]:
    """Return those terms of a statement that are nouns or names."""
    document = parse_statement(text)
    nouns = (one for one in document.tokens if one.tag.startswith("NN"))
    terms = (term for one in nouns for term in content_terms(document, one.start, one.end))
    return frozenset(fold_state(concept_of(term)) for term in terms)


def read_names(text: str) -> frozenset[str]:
    """Return the terms that say who, what ship or where: "blue" of "the Blue Heron" as well.

    What kind of place it is stays a word: "region" of "the Kolna Region".
    """
    document = parse_statement(text)
    named = (one for one in document.tokens if one.tag.startswith("NNP"))
    terms = (term for one in named for term in content_terms(document, one.start, one.end))
    return frozenset(concept_of(term) for term in terms) - _KINDS_OF_PLACE


def read_statement(article_id: str, text: str, people: frozenset[str]) -> Told:
    """Return a statement of an article, which names `people`, as it is compared."""
    numbers = frozenset(number.value for number in find_numbers(text))
    return Told(article_id, read_terms(text), people, numbers)


def are_others(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Say whether each of two statements is of a person whom the other does not name."""
    return bool(ours - theirs) and bool(theirs - ours)
