"""What a measure belongs to, by the words around it, and ages without a unit.

"90 square kilometers of territory", "a $300 fine", "a net worth of 1.3 billion", "shares fell 4%",
"Jamie Armstrong, 25, said".
"""

import re
from dataclasses import replace

from summarize.language.quantities.amounts import Amount
from summarize.language.quantities.clauses import Clauses, Placed, is_time
from summarize.language.quantities.phrases import Words, is_plural, phrase_at
from summarize.language.quantities.tallies import put_at
from summarize.language.quantities.units import PERIODS

_TERMS = frozenset("prison jail custody detention office power hospital".split())
_COMPARED = frozenset("more less higher lower above below ago later earlier".split())
_SPANS = frozenset("period span space course stretch spell".split())
_BOUGHT = frozenset("for in off on from".split())
_PERSON_IS = re.compile(
    r"(?i)\b(?:who|he|she|i)\s(?:was|is|were|turned|turns)\s(?:only\s|just\s)?\Z"
)
_LIMIT = re.compile(r"(?i)(?:over|under)\s")
_OLDEST = 110
_ASIDE_REACH = 7


def bare_age(clauses: Clauses, placed: Placed) -> Amount | None:
    """Read an age without its unit: "Jamie Armstrong, 25, said", "Armstrong (25)", "she was 25"."""
    amount, first, _ = placed
    digits = clauses.text[amount.number_start : amount.end]
    if amount.low < amount.high or not 0 < amount.low <= _OLDEST:
        return None
    if _is_age_limit(clauses, placed):
        return replace(amount, unit="year", is_age=True)
    if not digits.isdigit() or amount.bound != "exact":
        return None
    closing = clauses.text[amount.end : amount.end + 1]
    is_stated = _PERSON_IS.search(clauses.text, 0, amount.start) and closing in ("", *".,;")
    marks = clauses.low(first - 1) + closing
    is_apposed = marks in (",,", "()", ",.", ",;") and first > 1
    if is_stated or (is_apposed and clauses.tokens[first - 2].tag.startswith("NNP")):
        return replace(amount, unit="year", is_age=True)
    return None


def _is_age_limit(clauses: Clauses, placed: Placed) -> bool:
    """Read "children under five" and "people over 65"."""
    amount, first, after = placed
    if not _LIMIT.match(clauses.text, amount.start) or clauses.text[amount.number_end :][:1] == "-":
        return False
    whom = clauses.before(first)
    return bool(whom) and is_plural(whom[-1]) and not phrase_at(clauses.tokens, after)


def measured(clauses: Clauses, placed: Placed, *, is_change: bool) -> Words:
    """Return the phrase that a measure is tied to by a preposition or by its place, or nothing.

    `is_change` says that a verb of rising or falling governs it, so that what follows is not its.
    A phrase that only tells a time ("last year", "a three-month period") is none.
    """
    tied = put_at(clauses, placed.first) or _tied(clauses, placed, is_change=is_change)
    is_span = placed.amount.unit in PERIODS and bool(tied) and tied[-1].lemma in _SPANS
    return () if is_span or is_time(tied) else tied


def _tied(clauses: Clauses, placed: Placed, *, is_change: bool) -> Words:
    amount, first, after = placed
    following, before = clauses.low(after), clauses.low(first - 1)
    if amount.is_age and before in (",", "("):
        return clauses.before(first - 1)
    if following == "worth":
        after, following = after + 1, clauses.low(after + 1)
    if following == "of":
        return phrase_at(clauses.tokens, after + 1)
    if before != "in" and (owner := clauses.owner(first)):
        return owner
    if amount.unit in PERIODS and following == "in" and clauses.low(after + 1) in _TERMS:
        return clauses.tokens[after + 1 : after + 2]
    is_apart = before in ("up", "down") or before.endswith("ing")
    beside = clauses.before(first - 1 if is_apart else first)
    if beside or following in _COMPARED:
        return beside
    attributed = phrase_at(clauses.tokens, _past_aside(clauses, after))
    if attributed and following not in ("a", "an", "the"):
        return attributed
    is_priced = amount.unit == "percent" or amount.unit[:3].isupper()
    if following in _BOUGHT and is_priced and not is_change:
        return _goods(clauses, after + 1)
    return ()


def _past_aside(clauses: Clauses, after: int) -> int:
    """Return the token behind "(2.8bn km)" where that stands at `after`, else `after`."""
    if clauses.low(after) != "(" or not clauses.low(after + 1)[:1].isdigit():
        return after
    closing = [k for k in range(after, after + _ASIDE_REACH) if clauses.low(k) == ")"]
    return closing[0] + 1 if closing else after


def _goods(clauses: Clauses, i: int) -> Words:
    """Return what money is paid for or in, unless the words tell a time ("in March")."""
    phrase = phrase_at(clauses.tokens, i)
    return phrase if clauses.before(clauses.end_of(phrase, i)) else ()
