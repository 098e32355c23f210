"""A figure read again in the sentence that it stands in: its values, its unit, what it counts."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Protocol

from summarize.language.document import Token, parse_statement
from summarize.language.morphology import lemma_of
from summarize.language.names.aliases import is_named
from summarize.language.quantities import Quantity, find_quantities
from summarize.language.quantities.units import PERIODS
from summarize.language.synonyms import concept_of
from summarize.model import Bound

_LITTLE_WORDS = frozenset("a an the of in on at by for to and or who that which 's ’s".split())


class Valued(Protocol):
    """Whatever gives a number in an article's wording: a figure, or a draft of one."""

    @property
    def phrase(self) -> str:
        """The article's own wording of the number."""

    @property
    def low(self) -> float:
        """The least that it may be."""

    @property
    def high(self) -> float:
        """The most that it may be."""

    @property
    def unit(self) -> str:
        """What it is given in."""

    @property
    def bound(self) -> Bound:
        """How exact it claims to be."""


def read_again(figure: Valued, quotes: Iterable[str]) -> Quantity | None:
    """Return what the phrase of `figure` is in its evidence, in the reading that fits best."""
    read = _readings(figure, quotes)
    return min(read, key=lambda one: len(list(find_differences(figure, one))), default=None)


def _readings(figure: Valued, quotes: Iterable[str]) -> list[Quantity]:
    """Return every reading of a phrase, which may stand there twice: "four boys and four girls"."""
    return [
        quantity
        for quote in quotes
        for phrase, quantity in quantities_in(quote)
        if is_named(figure.phrase, phrase) or is_named(phrase, figure.phrase)
    ]


@lru_cache(maxsize=1_024)
def quantities_in(quote: str) -> Sequence[tuple[str, Quantity]]:
    """Return the quantities of a quote with their wording."""
    found = find_quantities(parse_statement(quote))
    return tuple((quote[quantity.start : quantity.end], quantity) for quantity in found)


def find_differences(figure: Valued, read: Quantity) -> Iterator[tuple[str, str]]:
    """Yield the fields in which `figure` is not what was read, each with its value."""
    for name in ("low", "high", "unit", "bound"):
        ours, theirs = getattr(figure, name), getattr(read, name)
        if ours != theirs:
            shown = f"{ours:g}" if isinstance(ours, float) else ours
            yield name, str(shown)


def words_absent(what: str, texts: Iterable[str]) -> list[str]:
    """Return the words of `what` that stand in none of `texts`, in any inflection."""
    told = list(texts)
    return [
        token.text
        for token in parse_statement(what).tokens
        if token.low not in _LITTLE_WORDS and token.text[0].isalnum()
        if not any(token.low in _words_in(text) for text in told)
        if all(_forms_in(text).isdisjoint(_forms(token)) for text in told)
    ]


def counts_something_else(what: str, figure: Valued, quotes: Iterable[str]) -> bool:
    """Say whether `what` shares no word with what the number counts, wherever it stands there.

    A period lasts; it counts nothing, and what was found near it says little.
    """
    if figure.unit in PERIODS:
        return False
    told = [token for token in parse_statement(what).tokens if token.low not in _LITTLE_WORDS]
    counted = [one for one in _readings(figure, quotes) if not any(find_differences(figure, one))]
    return bool(counted) and all(
        one.what
        and _forms_in(f"{one.what} {one.noun}").isdisjoint(
            form for token in told for form in _forms(token)
        )
        for one in counted
    )


@lru_cache(maxsize=64)
def _words_in(text: str) -> frozenset[str]:
    return frozenset(token.low for token in parse_statement(text).tokens)


@lru_cache(maxsize=64)
def _forms_in(text: str) -> frozenset[str]:
    return frozenset(form for token in parse_statement(text).tokens for form in _forms(token))


def _forms(token: Token) -> frozenset[str]:
    return _forms_of(token.low, token.lemma.lower())


@lru_cache(maxsize=50_000)
def _forms_of(word: str, lemma: str) -> frozenset[str]:
    """Return what a word may be known again by: "killings" is there for "killed"."""
    return frozenset((word, lemma, concept_of(lemma), lemma_of(lemma, "VBG")))
