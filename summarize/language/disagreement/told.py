"""Every number that a sentence tells, of whatever kind, with the words that say what it is of.

`quantities` leave out what measures nothing; here dates, ranks, marks out of ten, scores and bare
numbers ("17 in Orlik") count as well, since two sentences can disagree on them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from summarize.language.disagreement.days import read_days
from summarize.language.document import Document, Token, parse_statement
from summarize.language.quantities import Quantity, find_quantities
from summarize.language.quantities.bounds import bound_after, bound_before
from summarize.language.quantities.numbers import find_numbers
from summarize.language.quantities.units import COUNT
from summarize.language.similarity import is_stop_word
from summarize.language.synonyms import concept_of
from summarize.model import Bound

RANK, SCORE = "rank", "score"
_REACH = 4
"""Words on either side of a number that say what it is of."""
_MARK = re.compile(r"(?<![\w.,/])(\d+(?:\.\d+)?)(?:\s?/\s?|\sout\sof\s)(5|10|100)(?![\w/]|[.,]\d)")
_SCORE = re.compile(r"(?<![\w,./–-])(\d{1,2})[-–](\d{1,2})(?![\w/–-]|[.,]\d)")
_RANKS = dict(
    zip(
        "first second third fourth fifth sixth seventh eighth ninth tenth".split(),
        range(1, 11),
        strict=True,
    )
)
_RANK = re.compile(rf"(?i)\b(?:(\d+)(?:st|nd|rd|th)|({'|'.join(_RANKS)}))\b")
_IN_WORD = re.compile(r"[\w#&?=/-]\Z")


@dataclass(frozen=True, slots=True)
class ToldNumber:
    """A number of a sentence at `text[start:end]`.

    `kind` is a unit of `quantities`, DATE or DAY of `days`, RANK, SCORE or a mark's scale ("of
    10"); only numbers of one kind can disagree. `head` is the noun that it counts, where there is
    one, `terms` are the content words around it, both as concepts. A score is its two numbers.
    """

    kind: str
    low: float
    high: float
    bound: Bound
    head: str
    terms: frozenset[str]
    start: int
    end: int


@lru_cache(maxsize=8_192)
def read_told(text: str) -> tuple[ToldNumber, ...]:
    """Return the numbers of a statement in order, none overlapping another."""
    document = parse_statement(text)
    found: list[ToldNumber] = []
    for read in (_read_dates, _read_marks, _read_scores, _read_measures, _read_ranks, _read_bare):
        found += [one for one in read(document) if not _overlaps(one, found)]
    return tuple(sorted(found, key=lambda one: one.start))


def head_of(tokens: Iterable[Token]) -> str:
    """Return the concept of the last noun of a phrase, or "" where it has none."""
    nouns = [token for token in tokens if token.tag.startswith("NN")]
    return concept_of(nouns[-1].lemma.lower()) if nouns else ""


def _overlaps(one: ToldNumber, found: Iterable[ToldNumber]) -> bool:
    return any(one.start < other.end and other.start < one.end for other in found)


def _read_dates(document: Document) -> Iterator[ToldNumber]:
    for days in read_days(document):
        terms = _terms_around(document, days.start, days.end)
        yield ToldNumber(
            days.kind, days.first, days.last, days.bound, "", terms, days.start, days.end
        )


def _read_marks(document: Document) -> Iterator[ToldNumber]:
    for match in _MARK.finditer(document.text):
        value, kind = float(match[1]), f"of {match[2]}"
        yield _make(document, kind, value, *match.span())


def _read_scores(document: Document) -> Iterator[ToldNumber]:
    """Read "2-1" as 2.01, so that only the same two numbers are the same score."""
    for match in _SCORE.finditer(document.text):
        yield _make(document, SCORE, int(match[1]) + int(match[2]) / 100, *match.span())


def _read_measures(document: Document) -> Iterator[ToldNumber]:
    for quantity in find_quantities(document):
        yield _of_quantity(document, quantity)


def _of_quantity(document: Document, quantity: Quantity) -> ToldNumber:
    phrase = parse_statement(quantity.noun).tokens if quantity.noun else ()
    around = _terms_around(document, quantity.start, quantity.end)
    return ToldNumber(
        kind=quantity.unit,
        low=quantity.low,
        high=quantity.high,
        bound=quantity.bound,
        head=head_of(phrase),
        terms=around | _terms(phrase),
        start=quantity.start,
        end=quantity.end,
    )


def _read_ranks(document: Document) -> Iterator[ToldNumber]:
    for match in _RANK.finditer(document.text):
        value = float(match[1] or _RANKS[match[2].lower()])
        yield _make(document, RANK, value, *match.span())


def _read_bare(document: Document) -> Iterator[ToldNumber]:
    """Read numbers that nothing near says the noun of: "17 in Orlik"."""
    for number in find_numbers(document.text):
        is_article = number.style == "words" and number.value <= 1
        goes_on = document.text[number.end : number.end + 1].isalpha()
        if not (is_article or goes_on or _IN_WORD.search(document.text, 0, number.start)):
            yield _make(document, COUNT, number.value, number.start, number.end)


def _make(document: Document, kind: str, value: float, start: int, end: int) -> ToldNumber:
    before = bound_before(document.text, start).bound
    bound = bound_after(document.text, end).bound if before == "exact" else before
    terms = _terms_around(document, start, end)
    return ToldNumber(kind, value, value, bound, "", terms, start, end)


def _terms_around(document: Document, start: int, end: int) -> frozenset[str]:
    before = [token for token in document.tokens if token.end <= start][-_REACH:]
    after = [token for token in document.tokens if token.start >= end][:_REACH]
    return _terms([*before, *after])


def _terms(tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset(
        concept_of(token.lemma.lower())
        for token in tokens
        if token.text[0].isalpha() and not is_stop_word(token.low)
    )
