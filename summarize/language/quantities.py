"""Quantities of news prose: the number, its unit and bound, and what it counts or measures.

A figure is a number that measures something. Numbers that name, date or rank are none, nor are
vague plurals ("dozens", "hundreds"), "one" as a pronoun or determiner, and "a" before anything but
a scale. "The two sides" is read, and marked as definite, since it says nothing new.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import Literal

from summarize.language.amounts import Amount, read_amounts
from summarize.language.document import Document
from summarize.language.fates import fate_after, fate_before
from summarize.language.nominal import is_name_part, is_year
from summarize.language.phrases import Phrases, Words, is_plural, phrase_at
from summarize.language.units import COUNT, Unit, rate_after, unit_after
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
    "rise climb gain jump surge soar increase grow advance rally leap spike swell hike lift raise "
    "rebound expand accelerate balloon skyrocket tick".split()
)
_FALLS = frozenset(
    "fall drop lose decline decrease plunge plummet tumble slide slip sink shed shrink slump dip "
    "cut reduce dive ease contract retreat slash trim crash weaken lower slow narrow".split()
)
_BEFORE_SIZE = frozenset("by as another a an further additional roughly".split())
_DEFINITE = frozenset("the these those its their his her our both all".split())
_SINGULAR_COUNTS = frozenset("count vote death casualty fatality seat goal victim survivor".split())
_COMPARED = frozenset("more less higher lower above below ago later earlier".split())
_HYPHENED = re.compile(
    r"-(?P<noun>strong|member|nation|page|seat|store?y|room|bedroom|person|people|man|woman|point|"
    r"vote|ship|vehicle|team|game|match|country|goal|cylinder|passenger|soldier|plane|run)\b"
)
_PERSON_IS = re.compile(
    r"(?i)\b(?:who|he|she|i)\s(?:was|is|were|turned|turns)\s(?:only\s|just\s)?\Z"
)
_JOINED_ON = re.compile(r"[-/–]")
_JOINED_TO = re.compile(r"\d\s?[-–/]\Z")
"""What is left of a score or a tally once the ranges are joined: "4-0", "215-214"."""
_MAY_COUNT = re.compile(
    r"(?i)[\d½¼¾⅓⅔⅛⅕]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|[mbtr]+illion|dozen|half|third|"
    r"quarter|lakh|crore|zero)s?\b"
)


def find_quantities(document: Document) -> tuple[Quantity, ...]:
    """Return the figures of `document` in order."""
    return tuple(
        quantity
        for index, sentence in enumerate(document.sentences)
        if _MAY_COUNT.search(sentence.text)
        for quantity in _SentenceReader(document, index).read()
    )


class _SentenceReader:
    """One sentence as it is read; figures already found in it lend their noun to elided ones.

    Offsets of amounts are the sentence's own, those of quantities the document's. `first` and
    `after` are the tokens at which an amount begins and behind which it ends.
    """

    def __init__(self, document: Document, index: int) -> None:
        sentence = document.sentences[index]
        self.text = document.text[sentence.start : sentence.end]
        self.offset = sentence.start
        self.tokens = document.sentence_tokens(index)
        self.starts = [token.start - sentence.start for token in self.tokens]
        self.amounts = read_amounts(self.text)
        self.spans = [self._token_span(amount) for amount in self.amounts]
        self.phrases = Phrases(self.tokens, self.spans)
        self.found: list[Quantity] = []

    def read(self) -> list[Quantity]:
        for amount, (first, after) in zip(self.amounts, self.spans, strict=True):
            quantity = self._quantity(amount, first, after)
            if quantity:
                self.found.append(quantity)
        return self.found

    def _token_span(self, amount: Amount) -> tuple[int, int]:
        return bisect_left(self.starts, amount.start), bisect_left(self.starts, amount.end)

    def _quantity(self, amount: Amount, first: int, after: int) -> Quantity | None:
        if amount.unit != COUNT:
            return self._measure(amount, first, after)
        age = self._bare_age(amount, first)
        if age:
            return self._measure(age, first, after)
        hyphened = _HYPHENED.match(self.text, amount.end)
        if hyphened:
            amount = replace(amount, end=hyphened.end())
            _, after = self._token_span(amount)
            what = f"{hyphened['noun']} {self._words(phrase_at(self.tokens, after))}".strip()
            return self._figure(amount, first, what, what)
        if _JOINED_ON.match(self.text, amount.end) or _JOINED_TO.search(self.text, 0, amount.start):
            return None
        return self._count(amount, first, after)

    # counts

    def _count(self, amount: Amount, first: int, after: int) -> Quantity | None:
        noun = phrase_at(self.tokens, after)
        if noun and not (any(is_plural(word) for word in noun) or amount.high == 1):
            noun = ()
        measured = self._unit_in(amount, noun)
        if measured:
            return self._measure(measured, first, self._token_span(measured)[1])
        end = self._end_of(noun, after)
        rate = rate_after(self.text, Unit(COUNT, self._offset_behind(end, amount)))
        if not (self._is_figure(amount, first, after, noun) or "/" in rate.name):
            return None
        what = self._counted(first, end, noun)
        return self._figure(replace(amount, unit=rate.name), first, what, self._words(noun))

    def _unit_in(self, amount: Amount, noun: Words) -> Amount | None:
        """Read the unit behind an adjective: "seven straight days", "517 rushing yards"."""
        if len(noun) < 2 or len(noun) > 3 or noun[0].tag.startswith("NNP"):
            return None
        start = noun[-1].start - self.offset
        unit = unit_after(self.text, start) if len(noun[-1].text) > 3 else None
        return replace(amount, end=unit.end, unit=unit.name, per=unit.per) if unit else None

    def _end_of(self, noun: Words, after: int) -> int:
        if not noun:
            return after
        return bisect_left(self.starts, noun[-1].start - self.offset) + 1

    def _offset_behind(self, token: int, amount: Amount) -> int:
        return max(amount.end, self.tokens[token - 1].end - self.offset) if token else amount.end

    def _is_figure(self, amount: Amount, first: int, after: int, noun: Words) -> bool:
        digits = self.text[amount.number_start : amount.number_end]
        before = self.tokens[:first]
        is_bare = amount.scale == 1 and digits.isdigit()
        parts = re.findall(r"\d[\d,.]*", digits)
        if (
            amount.bound == "range"
            and not noun
            and all(is_year(part, "in", has_noun=False) for part in parts)
        ):
            return False
        if is_bare and is_year(digits, before[-1].low if before else "", bool(noun)):
            return False
        if is_bare and is_name_part(self.text, before, amount.start, is_counted=bool(noun)):
            return False
        is_capitalised = digits[:1].isupper() and bool(before) and before[-1].text.isalpha()
        if is_capitalised and amount.bound == "exact":
            return False
        if amount.low == amount.high == 1 and amount.style == "words":
            return self._is_counted_one(amount, first, after, noun)
        return bool(noun) or self._stands_without_noun(amount, first, after, digits)

    def _stands_without_noun(self, amount: Amount, first: int, after: int, digits: str) -> bool:
        if amount.scale > 1 or "," in digits or "." in digits:
            return True
        if amount.bound != "exact":
            return not re.fullmatch(r"\d{1,3}\s?[-–]\s?\d{1,3}", digits)
        if fate_after(self.tokens, after) or fate_before(self.tokens, first):
            return True
        following = [token.low for token in self.tokens[after : after + 2]]
        if len(digits) > 3 and digits.isdigit():
            return not (following and self.tokens[after].tag.startswith("NN"))
        of_them = ("the", "them", "those", "these", "its", "their", "his", "her")
        return following[:1] == ["of"] and following[-1] in of_them

    def _is_counted_one(self, amount: Amount, first: int, after: int, noun: Words) -> bool:
        """Tell "killing one person" and "at least one" from the pronoun and the determiner."""
        if amount.bound != "exact" or fate_before(self.tokens, first):
            return True
        if noun and len(noun) == 1 and noun[0].lemma in _SINGULAR_COUNTS:
            return True
        return bool(fate_after(self.tokens, self._end_of(noun, after)))

    def _counted(self, first: int, end: int, noun: Words) -> str:
        fate = self._words(fate_after(self.tokens, end)) or fate_before(self.tokens, first)
        counted = self._words(noun) or self._elided(fate, first)
        of = phrase_at(self.tokens, end + 1) if noun and self._low(end) == "of" else ()
        if of:
            counted = self._words(self.tokens[end - len(noun) : self._end_of(of, end)])
            fate = fate or self._words(fate_after(self.tokens, self._end_of(of, end)))
        if fate and fate.split()[0] not in counted.split():
            return f"{counted} {fate}".strip()
        return counted

    def _elided(self, fate: str, first: int) -> str:
        owner = self._owner(first)
        if owner and not fate:
            return self._words(owner)
        earlier = [
            quantity.noun for quantity in self.found if quantity.unit == COUNT and quantity.noun
        ]
        if earlier:
            return earlier[-1]
        return "people" if fate else self._words(self.phrases.subject(first))

    def _owner(self, first: int) -> Words:
        """Return the phrase that leads to an amount by a preposition: "a net worth of 1.3bn"."""
        if self._low(first - 1) not in ("of", "from", "to", "at", "for", "with", "in"):
            return ()
        return self.phrases.before(first - 1)

    def _low(self, k: int) -> str:
        return self.tokens[k].low if 0 <= k < len(self.tokens) else ""

    # measures

    def _bare_age(self, amount: Amount, first: int) -> Amount | None:
        """Read "Jamie Armstrong, 25, said", "Armstrong (25)" and "she was 25"."""
        digits = self.text[amount.number_start : amount.end]
        if not (digits.isdigit() and 0 < amount.low < 111 and amount.bound == "exact"):
            return None
        closing = self.text[amount.end : amount.end + 1]
        if _PERSON_IS.search(self.text, 0, amount.start) and closing in ("", ".", ",", ";"):
            return replace(amount, unit="year", is_age=True)
        if first < 2 or not self.tokens[first - 2].tag.startswith("NNP"):
            return None
        marks = (self.tokens[first - 1].text, closing)
        is_apposed = marks in ((",", ","), ("(", ")"), (",", "."), (",", ";"))
        return replace(amount, unit="year", is_age=True) if is_apposed else None

    def _measure(self, amount: Amount, first: int, after: int) -> Quantity | None:
        if amount.unit == "day" and self.text[amount.number_start :].lower().startswith("one "):
            return None
        converted = self._in_other_words(amount)
        if converted:
            return converted
        noun = self._words(self._measured(amount, first, after))
        what = noun or self._words(self.phrases.subject(first) or self.phrases.following(after))
        if amount.is_age:
            what = f"age of {what}" if what else "age"
        return self._figure(amount, first, what, noun)

    def _in_other_words(self, amount: Amount) -> Quantity | None:
        """Read "100 kilometers (60 miles)" and "64 points, or 2.1%": one thing, said twice."""
        if not self.found:
            return None
        earlier = self.found[-1]
        gap = self.text[earlier.end - self.offset : amount.start]
        is_aside = re.fullmatch(r"\s?\(|,?\sor\s(?:about\s)?|\s/\s", gap)
        if not is_aside or earlier.unit == amount.unit:
            return None
        bound = amount.bound if amount.bound != "exact" else earlier.bound
        return replace(
            earlier, start=self.offset + amount.start, end=self.offset + amount.end,
            low=amount.low, high=amount.high, unit=amount.unit, per=amount.per,
            bound=bound if bound != "range" or amount.low < amount.high else "exact",
        )  # fmt: skip

    def _measured(self, amount: Amount, first: int, after: int) -> Words:
        """Return the phrase that a measure belongs to by its prepositions or by its place."""
        following, before = self._low(after), self._low(first - 1)
        if following == "of" and amount.unit not in _PERIODS:
            return phrase_at(self.tokens, after + 1)
        owner = self._owner(first)
        if owner and before != "in":
            return owner
        beside = self.phrases.before(first - 1 if before in ("up", "down") else first)
        if beside or following in _COMPARED:
            return beside
        attributed = phrase_at(self.tokens, after)
        if attributed and following not in ("of", "a", "an", "the"):
            return attributed
        is_money = amount.unit[:3].isupper()
        if following in ("for", "in", "off", "on", "from") and (
            is_money or amount.unit == "percent"
        ):
            return () if self._change(first) else self._goods(after + 1)
        return ()

    def _goods(self, i: int) -> Words:
        """Return what money is paid for or in, unless the words tell a time ("in March")."""
        phrase = phrase_at(self.tokens, i)
        return phrase if phrase and self.phrases.before(self._end_of(phrase, i)) else ()

    def _change(self, first: int) -> Change | None:
        k = first - 1
        while k >= 0 and self.tokens[k].low in _BEFORE_SIZE:
            k -= 1
        if k < first - 1 and self.tokens[k + 1].low == "by":
            k = next((n for n in range(k, max(-1, k - 6), -1) if self._direction(n)), k)
        return self._direction(k) if k >= 0 else None

    def _direction(self, k: int) -> Change | None:
        word = self.tokens[k]
        if word.low in ("up", "down"):
            is_particle = k > 0 and self.tokens[k - 1].lemma in (
                "give",
                "make",
                "pick",
                "take",
                "put",
            )
            return None if is_particle else ("up" if word.low == "up" else "down")
        if word.lemma in _RISES:
            return "up"
        return "down" if word.lemma in _FALLS else None

    def _figure(self, amount: Amount, first: int, what: str, noun: str) -> Quantity:
        return Quantity(
            start=self.offset + amount.start,
            end=self.offset + amount.end,
            low=amount.low,
            high=amount.high,
            unit=amount.unit,
            bound=amount.bound,
            what=what,
            noun=noun,
            subject=self._words(self._owner(first) or self.phrases.subject(first)),
            per=amount.per,
            change=self._change(first),
            is_period=amount.is_age or amount.unit in _PERIODS,
            is_age=amount.is_age,
            is_definite=first > 0 and self.tokens[first - 1].low in _DEFINITE,
        )

    def _words(self, words: Words) -> str:
        if not words:
            return ""
        start, end = words[0].start - self.offset, words[-1].end - self.offset
        return " ".join(self.text[start:end].split())
