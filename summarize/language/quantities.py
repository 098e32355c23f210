"""Quantities of news prose: the number, its unit and bound, and what it counts or measures.

A figure is a number that measures something. Numbers that name, date or rank are none, nor are
vague plurals ("dozens", "hundreds"), "one" as a pronoun or determiner, and "a" before anything but
a scale. "The two sides" is read, and marked as definite, since it says nothing new.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from summarize.language.amounts import Amount, read_amounts
from summarize.language.counted import (
    Words,
    is_plural,
    phrase_after,
    phrase_before,
    state_after,
    state_before,
    subject_before,
    wording,
)
from summarize.language.document import Document
from summarize.language.nominal import is_name_part, is_year
from summarize.language.units import COUNT, SHARE
from summarize.model import Bound

Change = Literal["up", "down"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure at `text[start:end]`, in its full wording ("at least 1,000", "about 90 sq km").

    `low == high` for a single value. `unit` is a pint name, an ISO 4217 code, "dimensionless" for a
    share, a ratio or a multiple, or "1" for a count; `per` is the countable thing of a rate
    ("share", "person"). `what` is in the article's words, with the state of people counted
    ("soldiers killed"); `noun` alone is the phrase that follows the number. `subject` is who or
    what the sentence is about at that point. `change` is set where a verb says that something rose
    or fell by so much. `is_period` marks durations and ages, `is_definite` "the two sides".
    """

    start: int
    end: int
    low: float
    high: float
    unit: str
    bound: Bound
    what: str
    noun: str = ""
    subject: str = ""
    per: str | None = None
    change: Change | None = None
    is_period: bool = False
    is_age: bool = False
    is_definite: bool = False


_PERIODS = frozenset("second minute hour day week fortnight month year decade century".split())
_RISES = frozenset(
    "rise climb gain jump surge soar increase grow add advance up rally leap spike swell hike lift "
    "raise rebound expand edge inch accelerate balloon skyrocket tick".split()
)
_FALLS = frozenset(
    "fall drop lose decline decrease plunge plummet tumble slide slip sink shed shrink slump dip "
    "down cut reduce dive ease contract retreat slash trim crash weaken lower slow narrow".split()
)
_NO_CHANGE_AFTER = frozenset("to at from of in for with".split())
_DEFINITE = frozenset("the these those its their his her our both all".split())
_HYPHENED = re.compile(
    r"-(?P<noun>strong|member|nation|page|seat|store?y|room|bed|bedroom|person|people|man|woman|"
    r"point|vote|ship|vehicle|team|game|match|country|goal|cylinder|unit|passenger|soldier|"
    r"plane|nation|run|yard|course|speed)\b"
)


def find_quantities(document: Document) -> tuple[Quantity, ...]:
    """Return the figures of `document` in order."""
    found: list[Quantity] = []
    for index in range(len(document.sentences)):
        found += _Sentence(document, index).quantities()
    return tuple(found)


class _Sentence:
    """One sentence as it is read; figures already found in it lend a noun to elided ones."""

    def __init__(self, document: Document, index: int) -> None:
        span = document.sentences[index]
        self.text = document.text[span.start : span.end]
        self.offset = span.start
        self.document = document
        self.tokens = document.sentence_tokens(index)
        self.starts = [token.start - span.start for token in self.tokens]
        self.found: list[Quantity] = []

    def quantities(self) -> list[Quantity]:
        if not any(c.isdigit() for c in self.text) and not _MAY_COUNT.search(self.text):
            return []
        for amount in read_amounts(self.text):
            quantity = self._read(amount)
            if quantity:
                self.found.append(quantity)
        return self.found

    def _read(self, amount: Amount) -> Quantity | None:
        first = bisect_left(self.starts, amount.start)
        after = bisect_left(self.starts, amount.end)
        if amount.unit == COUNT and not amount.is_age:
            return self._count(amount, first, after)
        return self._measure(amount, first, after)

    # counts

    def _count(self, amount: Amount, first: int, after: int) -> Quantity | None:
        hyphened = _HYPHENED.match(self.text, amount.end)
        if hyphened:
            amount = replace(amount, end=hyphened.end())
            after = bisect_left(self.starts, amount.end)
            noun: Words = phrase_after(self.tokens, after)
            return self._figure(
                amount, f"{hyphened['noun']} {wording(self.document.text, noun)}".strip(), first
            )
        if self.text[amount.end : amount.end + 1] in ("-", "/", "–"):
            return None
        age = self._appositive_age(amount, first, after)
        if age:
            return age
        noun = phrase_after(self.tokens, after)
        is_counted = bool(noun) and self._agrees(amount, noun)
        if not self._is_figure(amount, first, after, noun if is_counted else ()):
            return None
        what = self._counted(amount, first, after, noun if is_counted else ())
        return self._figure(
            amount, what, first, wording(self.document.text, noun) if is_counted else ""
        )

    def _agrees(self, amount: Amount, noun: Words) -> bool:
        return is_plural(noun[-1]) or any(is_plural(w) for w in noun) or amount.high == 1

    def _appositive_age(self, amount: Amount, first: int, after: int) -> Quantity | None:
        """Read "Jamie Armstrong, 25, said" and "(25)"."""
        digits = self.text[amount.number_start : amount.end]
        if not (
            digits.isdigit() and 0 < amount.low < 111 and amount.bound == "exact" and first > 1
        ):
            return None
        mark, name = self.tokens[first - 1], self.tokens[first - 2]
        closing = self.text[amount.end : amount.end + 1]
        closes = (mark.text, closing) in ((",", ","), ("(", ")")) or (
            mark.text == "," and closing in ".;"
        )
        if not closes or not name.tag.startswith("NNP"):
            return None
        who = wording(self.document.text, phrase_before(self.tokens, first - 1))
        return replace(
            self._figure(replace(amount, unit="year", is_age=True), f"age of {who}", first),
            subject=who,
        )

    def _is_figure(self, amount: Amount, first: int, after: int, noun: Words) -> bool:
        digits = self.text[amount.number_start : amount.number_end]
        before = self.tokens[:first]
        last = before[-1].low if before else ""
        if amount.scale == 1 and amount.bound != "range" and is_year(digits, last, bool(noun)):
            return False
        if (
            amount.style == "digits"
            and is_name_part(self.text, before, amount.start, is_counted=bool(noun))
            and amount.scale == 1
            and "," not in digits
            and "." not in digits
        ):
            return False
        if (
            amount.style == "words"
            and digits[:1].isupper()
            and before
            and before[-1].text[:1].isalpha()
        ):
            return False
        if amount.low == amount.high == 1 and amount.style == "words":
            return self._is_counted_one(amount, first, after, noun)
        return bool(noun) or self._stands_without_noun(amount, first, after, digits)

    def _stands_without_noun(self, amount: Amount, first: int, after: int, digits: str) -> bool:
        if amount.scale > 1 or amount.bound not in ("exact", "range"):
            return True
        if "," in digits or "." in digits or (len(digits) > 3 and digits.isdigit()):
            return True
        if state_after(self.tokens, after) or state_before(self.tokens, first):
            return True
        following = self.tokens[after].low if after < len(self.tokens) else ""
        beyond = self.tokens[after + 1].low if after + 1 < len(self.tokens) else ""
        return following == "of" and beyond in (
            "the",
            "them",
            "those",
            "these",
            "its",
            "their",
            "his",
        )

    def _is_counted_one(self, amount: Amount, first: int, after: int, noun: Words) -> bool:
        """ "One" counts where a state, a bound or a number beside it says so."""
        if amount.bound != "exact" or state_before(self.tokens, first):
            return True
        end = after + len(noun)
        if state_after(self.tokens, end) and (noun or end == after):
            return True
        return False

    def _counted(self, amount: Amount, first: int, after: int, noun: Words) -> str:
        text = self.document.text
        end = after + len(noun)
        if noun:
            end = next(k for k in range(after, len(self.tokens)) if self.tokens[k] is noun[-1]) + 1
        state = wording(text, state_after(self.tokens, end)) or state_before(self.tokens, first)
        base = wording(text, noun)
        if not base:
            base = self._elided(after, state)
        if state and state.split()[0] not in base.split():
            base = f"{base} {state}".strip()
        return base

    def _elided(self, after: int, state: str) -> str:
        counted = [q.noun for q in self.found if q.unit == COUNT and q.noun]
        if counted:
            return counted[-1]
        return "people" if state else self._subject_words(after)

    # measures

    def _measure(self, amount: Amount, first: int, after: int) -> Quantity | None:
        if amount.low == 1 == amount.high and amount.style == "words" and amount.unit == "day":
            return None
        text = self.document.text
        subject = wording(text, subject_before(self.tokens, first))
        noun = self._measured_noun(amount, first, after)
        what = wording(text, noun)
        if amount.is_age:
            what = f"age of {what or subject}" if what or subject else "age"
        return replace(self._figure(amount, what or subject, first, what), subject=subject)

    def _measured_noun(self, amount: Amount, first: int, after: int) -> Words:
        following = self.tokens[after].low if after < len(self.tokens) else ""
        if following in ("of", "in") and amount.unit not in _PERIODS:
            inside = phrase_after(self.tokens, after + 1)
            if inside:
                return inside
        if following in ("more", "less", "higher", "lower", "above", "below", "ago", "later"):
            return ()
        before = self.tokens[first - 1].low if first else ""
        if before == "of" and first > 1:
            found = phrase_before(self.tokens, first - 1)
            if found:
                return found
        if following in ("of", "in"):
            return ()
        return phrase_after(self.tokens, after)

    def _subject_words(self, before: int) -> str:
        return wording(self.document.text, subject_before(self.tokens, before))

    def _change(self, first: int) -> Change | None:
        k = first - 1
        while (
            k >= 0
            and first - k < 4
            and self.tokens[k].low in ("by", "as", "another", "a", "an", "further")
        ):
            k -= 1
        if k < 0 or self.tokens[k].low in _NO_CHANGE_AFTER:
            return None
        word = self.tokens[k]
        if word.lemma in _RISES or word.low in _RISES:
            return "up"
        if word.lemma in _FALLS or word.low in _FALLS:
            return "down"
        return None

    def _figure(self, amount: Amount, what: str, first: int, noun: str = "") -> Quantity:
        before = self.tokens[first - 1].low if first else ""
        return Quantity(
            start=self.offset + amount.start,
            end=self.offset + amount.end,
            low=amount.low,
            high=amount.high,
            unit=amount.unit,
            bound=amount.bound,
            what=what,
            noun=noun,
            subject=self._subject_words(first),
            per=amount.per,
            change=self._change(first),
            is_period=amount.is_age or amount.unit in _PERIODS,
            is_age=amount.is_age,
            is_definite=before in _DEFINITE,
        )


_MAY_COUNT = re.compile(
    r"(?i)[½¼¾⅓⅔⅛⅕]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|[mbtr]+illion|dozen|half|third|"
    r"quarter|lakh|crore|zero)s?\b"
)
