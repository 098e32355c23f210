"""Quantities of news prose: the number, its unit and bound, and what it counts or measures.

A figure is a number that measures something. Numbers that name, date or rank are none, nor are
vague plurals ("dozens", "hundreds"), "one" as a pronoun or determiner, and "a" before anything but
a scale. "The two sides" is read, and marked as definite, since it says nothing new.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from summarize.language.document import Document, document_of
from summarize.language.quantities.amounts import Amount
from summarize.language.quantities.changes import Change, change_before, change_by_sign
from summarize.language.quantities.clauses import Clauses, Placed
from summarize.language.quantities.counts import (
    counted,
    counted_phrase,
    inner_unit,
    is_count,
    is_title,
)
from summarize.language.quantities.measures import bare_age, measured
from summarize.language.quantities.numbers import find_numbers
from summarize.language.quantities.phrases import phrase_at
from summarize.language.quantities.tallies import put_at
from summarize.language.quantities.units import COUNT, PERIODS, Unit, rate_after
from summarize.model import Bound


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure at `text[start:end]`, in its full wording ("at least 1,000", "about 90 sq km").

    `low == high` for a single value. `unit` is a pint name, an ISO 4217 code, "dimensionless" for a
    share, a ratio or a multiple, or "1" for a count; `per` is the countable thing of a rate
    ("share", "person"). `what` is in the article's words, with what became of those counted
    ("soldiers killed"), and empty where only an earlier sentence tells; `noun` is the phrase that
    it was read from, without that. `subject` is who or what the sentence is about at that point.
    `change` is set where a verb says that something rose or fell by so much. `is_definite`
    marks "the two sides".
    """

    start: int
    end: int
    low: float
    high: float
    unit: str
    bound: Bound
    what: str
    noun: str
    subject: str
    per: str | None
    change: Change | None
    is_age: bool
    is_definite: bool


_DEFINITE = frozenset("the these those its their his her our both all".split())
_HYPHENED = re.compile(
    r"-(?P<noun>strong|member|nation|page|seat|store?y|room|bedroom|person|people|man|woman|point|"
    r"vote|ship|vehicle|team|game|match|country|goal|cylinder|passenger|soldier|plane|run)\b"
)
_SCORED_ON = re.compile(r"[-/–]")
_SCORED_TO = re.compile(r"\d\s?[-–/]\Z")
"""What is left of a score or a tally once the ranges are joined: "4-0", "215-214"."""
_PART_OF = re.compile(r"(?i)\b(?:including|among\sthem|of\sthem)\s\Z")
"""What follows is part of those counted before, and is not what a later bare number counts."""
_ASIDE = re.compile(r"\s?\(|,?\sor\s(?:about\s)?|\s/\s")
_OF_WHAT = re.compile(
    r"\sof(?:\s(?!(?:for|in|over|within|after|by|at|to|from)\s)[\w-]+){1,3}?"
    r"(?=\s(?:an?|per|each|every)\s(?:minute|hour|day|week|month|year)\b)"
)


def find_quantities(document: Document) -> tuple[Quantity, ...]:
    """Return the figures of `document` in order."""
    return tuple(
        replace(found, start=found.start + sentence.start, end=found.end + sentence.start)
        for sentence in document.sentences
        for found in _quantities_of(sentence.text)
    )


@lru_cache(maxsize=1_024)
def _quantities_of(sentence: str) -> tuple[Quantity, ...]:
    """Return the figures of a sentence; it is read in its article, and again as evidence."""
    if not find_numbers(sentence):
        return ()
    return tuple(_read_sentence(Clauses(document_of(sentence), 0)))


def _read_sentence(clauses: Clauses) -> list[Quantity]:
    found: list[Quantity] = []
    for placed in clauses.placed:
        quantity = _read(clauses, placed, found)
        if quantity:
            found.append(quantity)
    return found


def _read(clauses: Clauses, placed: Placed, earlier: list[Quantity]) -> Quantity | None:
    """Read one amount; `earlier` are the figures found before it in the sentence."""
    amount = placed.amount
    if is_title(clauses, placed):
        return None
    if amount.unit != COUNT:
        return _read_measure(clauses, placed, earlier)
    if age := bare_age(clauses, placed):
        return _read_measure(clauses, placed._replace(amount=age), earlier)
    if hyphened := _HYPHENED.match(clauses.text, amount.end):
        return _read_hyphened(clauses, placed, hyphened)
    text = clauses.text
    if _SCORED_ON.match(text, amount.end) or _SCORED_TO.search(text, 0, amount.start):
        return None
    return _read_count(clauses, placed, earlier)


def _read_count(clauses: Clauses, placed: Placed, earlier: list[Quantity]) -> Quantity | None:
    noun = counted_phrase(clauses, placed)
    if with_unit := inner_unit(clauses, placed.amount, noun):
        return _read_measure(clauses, clauses.place(with_unit), earlier)
    last = clauses.tokens[clauses.end_of(noun, placed.after) - 1]
    rate = rate_after(clauses.text, Unit(COUNT, max(placed.amount.end, last.end - clauses.offset)))
    if rate.name == COUNT and not is_count(clauses, placed, noun):
        return None
    shared = [quantity.noun for quantity in earlier if _may_be_shared(clauses, quantity)]
    what = counted(clauses, placed, noun, shared)
    rated = replace(placed.amount, unit=rate.name)
    quantity = _quantity(clauses, placed._replace(amount=rated), what, clauses.wording(noun))
    return replace(quantity, subject=quantity.noun) if clauses.is_subject(noun) else quantity


def _may_be_shared(clauses: Clauses, quantity: Quantity) -> bool:
    """Say whether a later bare number may count the noun of this one: "40 men and then 12"."""
    is_plural = quantity.unit == COUNT and quantity.noun != "" and quantity.high != 1
    return is_plural and not _PART_OF.search(clauses.text, 0, quantity.start - clauses.offset)


def _read_hyphened(clauses: Clauses, placed: Placed, match: re.Match[str]) -> Quantity:
    """Read "a 27-member bloc", "the 20-strong crew"."""
    placed = clauses.place(replace(placed.amount, end=match.end()))
    noun = clauses.wording(phrase_at(clauses.tokens, placed.after))
    what = noun if match["noun"] == "strong" else f"{match['noun']} {noun}".strip()
    return _quantity(clauses, placed, what, what)


def _read_measure(clauses: Clauses, placed: Placed, earlier: list[Quantity]) -> Quantity | None:
    if clauses.text[placed.amount.number_start : placed.amount.end].lower() == "one day":
        return None
    placed = _rated_behind(clauses, placed)
    amount = placed.amount
    if earlier and (again := _in_other_words(clauses, amount, earlier[-1])):
        return again
    change = change_before(clauses.tokens, placed.first) or _shared_change(clauses, amount, earlier)
    noun = clauses.wording(measured(clauses, placed, is_change=change is not None))
    what = noun or clauses.wording(clauses.subject(placed.first))
    if not what and amount.unit not in PERIODS:
        what = clauses.wording(clauses.following(placed.after))
    if amount.is_age:
        what = f"age of {what}" if what else "age"
    quantity = _quantity(clauses, placed, what, noun)
    return quantity if quantity.change else replace(quantity, change=change)


def _rated_behind(clauses: Clauses, placed: Placed) -> Placed:
    """Read the rate behind what is measured: "40,000 tons of copper a year"."""
    amount = placed.amount
    if amount.unit in PERIODS or "/" in amount.unit or clauses.low(placed.after) != "of":
        return placed
    of_what = _OF_WHAT.match(clauses.text, amount.end)
    if of_what is None:
        return placed
    rate = rate_after(clauses.text, Unit(amount.unit, of_what.end()))
    return placed._replace(amount=replace(amount, unit=rate.name, per=rate.per or amount.per))


def _shared_change(clauses: Clauses, amount: Amount, earlier: list[Quantity]) -> Change | None:
    """Return the change of which this is the share: "fell 64 points, or 2.1%"."""
    if not earlier or earlier[-1].unit != COUNT or amount.unit != "percent":
        return None
    gap = clauses.text[earlier[-1].end - clauses.offset : amount.start]
    is_same = _ASIDE.fullmatch(gap.removeprefix(f" {earlier[-1].noun}"))
    return earlier[-1].change if is_same else None


def _in_other_words(clauses: Clauses, amount: Amount, earlier: Quantity) -> Quantity | None:
    """Read "100 kilometers (60 miles)" and "$3m, or 2.1%": one thing, said twice."""
    gap = clauses.text[earlier.end - clauses.offset : amount.start]
    if not _ASIDE.fullmatch(gap) or earlier.unit == amount.unit:
        return None
    bound = earlier.bound if amount.bound == "exact" and earlier.bound != "range" else amount.bound
    return replace(
        earlier,
        start=clauses.offset + amount.start,
        end=clauses.offset + amount.end,
        low=amount.low,
        high=amount.high,
        unit=amount.unit,
        per=amount.per,
        bound=bound,
    )


def _signed_change(clauses: Clauses, placed: Placed) -> Change | None:
    amount = placed.amount
    if amount.unit != "percent":
        return None
    sign = clauses.text[amount.start] if amount.low < 0 else clauses.low(placed.first - 1)
    return change_by_sign(clauses.tokens[: placed.first], sign)


def _quantity(clauses: Clauses, placed: Placed, what: str, noun: str) -> Quantity:
    amount, first, _ = placed
    return Quantity(
        start=clauses.offset + amount.start,
        end=clauses.offset + amount.end,
        low=amount.low,
        high=amount.high,
        unit=amount.unit,
        bound=amount.bound,
        what=what,
        noun=noun,
        subject=clauses.wording(
            put_at(clauses, first) or clauses.owner(first) or clauses.subject(first)
        ),
        per=amount.per,
        change=change_before(clauses.tokens, first) or _signed_change(clauses, placed),
        is_age=amount.is_age,
        is_definite=clauses.low(first - 1) in _DEFINITE,
    )
