"""Plain counts: whether a bare number counts anything, and what.

"19 settlements" does, "Route 66", "2024" and "one of the men" do not; "at least 1,000 had been
killed" counts the troops of the sentence's first half.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from summarize.language.quantities.amounts import Amount
from summarize.language.quantities.bounds import bound_before
from summarize.language.quantities.clauses import Clauses, Placed
from summarize.language.quantities.fates import fate_after, fate_before, is_fate
from summarize.language.quantities.nominal import is_label, is_name_part, is_year
from summarize.language.quantities.phrases import Words, is_plural, phrase_at
from summarize.language.quantities.tallies import tallied
from summarize.language.quantities.units import PERIODS, unit_after

_SINGULARS = frozenset("count vote death casualty fatality seat goal victim survivor".split())
_OF_THEM = frozenset("the them those these its their his her".split())
_MORE = re.compile(r"(?i)\A(?:more|other|additional|further)\s")
_OTHERS = frozenset("others other more".split())
_TAKES_LIVES = frozenset("claim take cost".split())
_OBJECT_REACH = 10
_MOST_WORDS = 5
_SMALL_WORDS = frozenset("of the a an".split())
_SCALES_LOST_ON = frozenset("point points places".split())
"""What an index or a team loses is no loss of those counted."""
_MORE_THAN_ONE = re.compile(r"(?i)(?:more|less)\sthan\b")
_SMALL_RANGE = re.compile(r"\d{1,3}\s?[-–]\s?\d{1,3}")


def counted_phrase(clauses: Clauses, placed: Placed) -> Words:
    """Return what follows a number and can be counted: "12 20-liter cans", "12 were boys"."""
    tokens, after = clauses.tokens, placed.after
    noun = phrase_at(tokens, after)
    if not noun:
        sizes = [p.after for p in clauses.placed if p.first == after]
        noun = phrase_at(tokens, sizes[0]) if sizes else ()
    if not noun and clauses.low(after) in ("are", "were") and not is_fate(clauses.low(after + 1)):
        noun = phrase_at(tokens, after + 1)
    is_one = placed.amount.high == 1
    return noun if is_one or any(is_plural(word) for word in noun) else ()


def inner_unit(clauses: Clauses, amount: Amount, noun: Words) -> Amount | None:
    """Return the amount with the unit behind an adjective: "seven straight days"."""
    is_near = bool(noun) and noun[0].start - clauses.offset <= amount.end + 1
    is_name = bool(noun) and noun[-1].text.istitle()  # "eight straight World Cups"
    if not is_near or is_name or len(noun) not in (2, 3) or len(noun[-1].text) < 4:
        return None
    unit = unit_after(clauses.text, noun[-1].start - clauses.offset)
    if unit is None:
        return None
    measure = replace(amount, end=unit.end, unit=unit.name, per=unit.per)
    if unit.name in PERIODS and amount.bound == "more than":  # "over seven straight days"
        before = bound_before(clauses.text, amount.number_start, period_end=unit.end)
        measure = replace(measure, start=before.position, bound=before.bound)
    return measure


def is_title(clauses: Clauses, placed: Placed) -> bool:
    """Say whether capitals make a spelt-out number part of a name: "Big Three", "Six Degrees"."""
    amount, first, after = placed
    if not first or amount.bound != "exact" or not clauses.text[amount.number_start].isupper():
        return False
    if amount.style == "digits" or clauses.text[amount.number_start : amount.start].strip():
        return False
    following = clauses.tokens[max(first + 1, after - 1) : after + 1]
    return clauses.tokens[first - 1].text.isalpha() or any(t.text[0].isupper() for t in following)


def is_count(clauses: Clauses, placed: Placed, noun: Words) -> bool:
    """Say whether a number without a unit counts something, `noun` being what follows it."""
    amount = placed.amount
    digits = clauses.text[amount.number_start : amount.number_end]
    if _names_something(clauses, placed, digits, is_counted=bool(noun)):
        return False
    if amount.low == amount.high == 1 and amount.style == "words":
        return _is_counted_one(clauses, placed, noun)
    return bool(noun) or _stands_without_noun(clauses, placed, digits)


def _names_something(clauses: Clauses, placed: Placed, digits: str, *, is_counted: bool) -> bool:
    before = clauses.tokens[: placed.first]
    if placed.amount.bound == "range" and not is_counted:
        ends = re.findall(r"\d[\d,.]*", digits)
        return bool(ends) and all(is_year(end, "in", has_noun=False) for end in ends)
    if (
        placed.amount.style == "words"
        and not is_counted
        and is_label(clauses.low(placed.first - 1))
    ):
        return True
    if placed.amount.scale > 1 or not digits.isdigit():
        return False
    if is_year(digits, clauses.low(placed.first - 1), has_noun=is_counted):
        return True
    return is_name_part(clauses.text, before, placed.amount.start, is_counted=is_counted)


def _is_counted_one(clauses: Clauses, placed: Placed, noun: Words) -> bool:
    """Tell "killing one person" and "at least one" from the pronoun and the determiner."""
    is_bounded = placed.amount.bound in ("at least", "at most", "range")
    if is_bounded or _MORE_THAN_ONE.match(clauses.text, placed.amount.start):
        return True
    if fate_before(clauses.tokens, placed.first):
        return True
    if len(noun) == 1 and noun[0].lemma in _SINGULARS:
        return True
    return bool(fate_after(clauses.tokens, clauses.end_of(noun, placed.after)))


def _stands_without_noun(clauses: Clauses, placed: Placed, digits: str) -> bool:
    amount, first, after = placed
    if amount.scale > 1 or "," in digits or "." in digits:
        return True
    if amount.bound != "exact":
        return not _SMALL_RANGE.fullmatch(digits)
    if fate_after(clauses.tokens, after) or fate_before(clauses.tokens, first):
        return True
    if len(digits) > 3 and digits.isdigit():
        return not (after < len(clauses.tokens) and clauses.tokens[after].tag.startswith("NN"))
    if clauses.low(after) == "of" and clauses.low(after + 1) in _OF_THEM:
        return True
    return bool(tallied(clauses, first))


def counted(clauses: Clauses, placed: Placed, noun: Words, earlier: Sequence[str]) -> str:
    """Return what a count counts, with what became of it: "Chilean miners killed".

    `earlier` are the nouns counted before in the sentence, from which an elided one is taken.
    """
    named, fate = _named_with_fate(clauses, placed, noun)
    if named in _OTHERS:
        fate = fate or _shared_fate(clauses, placed.first)
        named = "" if fate or earlier else named
    if _is_whole(clauses, placed):
        fate = ""
    named = _MORE.sub("", named or _elided(clauses, placed.first, fate, earlier))
    if is_fate(named):
        return f"people {named}"
    is_scale = fate == "lost" and bool(noun) and noun[-1].low in _SCALES_LOST_ON
    if not fate or is_scale or fate.split()[0] in named.split():
        return named
    return f"{named} {fate}".strip()


def _named_with_fate(clauses: Clauses, placed: Placed, noun: Words) -> tuple[str, str]:
    """Return the words for what is counted and for its fate, either empty where none are near."""
    tokens, end = clauses.tokens, clauses.end_of(noun, placed.after)
    fate = clauses.wording(fate_after(tokens, end)) or fate_before(tokens, placed.first)
    if _lose_their_lives(clauses, end):
        fate = "killed"
    named = _short(clauses.wording(noun))
    if named == "lives" and tokens[placed.first - 1].lemma in _TAKES_LIVES:
        return "people", "killed"
    if noun and clauses.low(end) == "of" and (whole := phrase_at(tokens, end + 1)):
        named = _short(clauses.wording(tokens[end - len(noun) : clauses.end_of(whole, end)]), named)
        fate = fate or clauses.wording(fate_after(tokens, clauses.end_of(whole, end)))
    if not noun and clauses.low(end) == "of" and clauses.low(end + 1) in _OF_THEM:
        fate = fate or clauses.wording(fate_after(tokens, _past_place(clauses, end + 2)))
    if not noun and not fate and (tally := tallied(clauses, placed.first)):
        named = clauses.wording(tally)
        fate = clauses.wording(fate_after(tokens, clauses.end_of(tally, placed.first)))
    return named, fate


def _lose_their_lives(clauses: Clauses, end: int) -> bool:
    """Read "12 sailors lost their lives" and "it cost 12 sailors their lives"."""
    lost = end + 1 if clauses.low(end) in ("lost", "lose") else end
    words = (clauses.low(lost), clauses.low(lost + 1))
    return words in (("their", "lives"), ("his", "life"), ("her", "life"))


def _shared_fate(clauses: Clauses, first: int) -> str:
    """Return what befell "four others" with the one named before: "killed the mayor and four"."""
    if clauses.low(first - 1) != "and":
        return ""
    reached = range(first - 2, max(-1, first - _OBJECT_REACH), -1)
    verbs = [k for k in reached if clauses.tokens[k].tag.startswith("V")]
    return fate_before(clauses.tokens, verbs[0] + 1) if verbs else ""


def _short(named: str, otherwise: str = "") -> str:
    """Cut what is counted to five words: back to `otherwise`, or else to its last words.

    "Of" and articles do not count, and a name counts as one.
    """
    words = named.split()
    weighty = [
        word
        for before, word in pairwise(["", *words])
        if word.lower() not in _SMALL_WORDS and not (before[:1].isupper() and word[0].isupper())
    ]
    if len(weighty) <= _MOST_WORDS:
        return named
    kept = words[-_MOST_WORDS:]
    joins = [k for k, word in enumerate(kept) if word in ("and", "or")]
    return otherwise or " ".join(kept[joins[-1] + 1 if joins else 0 :])


def _past_place(clauses: Clauses, i: int) -> int:
    """Return the token behind "aboard" or "on board", where that stands at `i`."""
    if clauses.low(i) in ("on", "in", "at") and clauses.low(i + 1):
        return i + 2
    return i + 1 if clauses.low(i) in ("aboard", "inside", "there", "present") else i


def _is_whole(clauses: Clauses, placed: Placed) -> bool:
    """Say whether this is the 200 of "60 of the 200 hostages", whose fate is not told."""
    earlier = [p.after for p in clauses.placed if p.after <= placed.first]
    between = [token.low for token in clauses.tokens[max(earlier, default=0) : placed.first]]
    return bool(earlier) and between in (["of"], ["of", "the"], ["out", "of"], ["out", "of", "the"])


def _elided(clauses: Clauses, first: int, fate: str, earlier: Sequence[str]) -> str:
    owner = clauses.owner(first) or clauses.before(first)
    if owner and not fate:
        return clauses.wording(owner)
    named = [noun for noun in earlier if not is_fate(noun)]
    if named:
        return named[-1].replace("person", "people")
    return "people" if fate else clauses.wording(clauses.subject(first))
