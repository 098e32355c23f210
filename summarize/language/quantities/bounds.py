"""How exact a number claims to be: the words before and after it that bound it."""

import re
from typing import NamedTuple

from summarize.model import Bound

_BEFORE: dict[Bound, str] = {
    "about": "about around roughly approximately approx approx. circa ca. some estimated near "
    "nearly almost practically virtually an_estimated close_to near_to in_the_region_of "
    "on_the_order_of something_like in_the_vicinity_of in_the_neighborhood_of "
    "in_the_neighbourhood_of somewhere_around approaching or_so ~ ≈",
    "at least": "at_least no_fewer_than no_less_than not_less_than not_fewer_than as_few_as "
    "as_little_as a_minimum_of minimum_of at_a_minimum at_minimum ≥ >=",
    "more than": "more_than over well_over just_over slightly_over slightly_more_than "
    "just_more_than well_more_than greater_than larger_than higher_than longer_than older_than "
    "in_excess_of upwards_of upward_of north_of above well_above just_above exceeding exceeds "
    "exceeded surpassing surpassed surpasses topping topped tops beyond > upwards_of_about",
    "at most": "at_most no_more_than not_more_than no_longer_than up_to as_many_as as_much_as "
    "as_high_as as_long_as a_maximum_of maximum_of at_maximum capped_at not_exceeding ≤ <=",
    "less than": "less_than fewer_than under well_under just_under slightly_under just_shy_of "
    "shy_of lower_than smaller_than younger_than shorter_than below well_below just_below "
    "short_of south_of sub- sub <",
    "exact": "exactly precisely only just a_total_of totalling totaling",
}
_SPOKEN: dict[str, Bound] = {
    phrase.replace("_", " "): bound for bound, text in _BEFORE.items() for phrase in text.split()
}
_SILENT = frozenset("only just".split())
"""Read as exact without making them part of the figure's wording."""


def _alternatives(phrases: dict[str, Bound]) -> str:
    ordered = sorted(phrases, key=lambda p: (-len(p), p))
    return "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in ordered)


_BEFORE_NUMBER = re.compile(
    rf"(?i)(?:(?<![\w-])|(?=[~≈<>≤≥]))(?P<phrase>{_alternatives(_SPOKEN)})"
    rf"(?:\s+|(?<=[~≈<>=≤≥-]))"
    rf"(?:(?:an?|the|about|another|some|an\s+additional|an\s+estimated)\s+)?\Z"
)
_AFTER: dict[str, Bound] = {
    "or more": "at least", "or above": "at least", "or over": "at least", "or older": "at least",
    "or higher": "at least", "or longer": "at least", "or greater": "at least",
    "and above": "at least", "and over": "at least", "and older": "at least",
    "and up": "at least", "plus": "at least", "-plus": "at least", "+": "at least",
    "or less": "at most", "or fewer": "at most", "or under": "at most", "or lower": "at most",
    "or below": "at most", "or younger": "at most", "and under": "at most",
    "or so": "about", "or thereabouts": "about", "-odd": "about", "-some": "about",
}  # fmt: skip
_AFTER_NUMBER = re.compile(rf"(?i)\s*(?P<phrase>{_alternatives(_AFTER)})(?![\w])")


_LASTS = re.compile(
    r"(?i)\b(?:for|in|by|to|last(?:s|ed|ing)?|t[oa]ok|takes?|taking|after|been|was|is|of|"
    r"span(?:s|ned)|within|just|well|slightly|spen[dt]\w*|aged|"
    r"(?:wait|stay|remain|work|liv|serv|sle[ep]|queu|linger)\w*(?:\st?here)?)\s\Z"
)
_LASTED = re.compile(
    r"(?i)\s(?:ago|later|earlier|before|after|old|late|long|behind|ahead|away|passed|elapsed|has|had|"
    r"have)\b"
)
"""What goes with a length of time, and not with a time within which: "over three years ago"."""


class BoundWords(NamedTuple):
    """A bound and the offset to which its words reach (their start before, their end after)."""

    bound: Bound
    position: int


def bound_before(text: str, start: int, *, period_end: int | None = None) -> BoundWords:
    """Return the bound spoken right before the number that begins at `start`.

    `period_end` is where a length of time stops, and None for any other amount: "over a three-month
    period" tells when, "for over three months" and "over three months ago" how long.
    """
    match = _BEFORE_NUMBER.search(text, max(0, start - 40), start)
    if match is None:
        return BoundWords("exact", start)
    phrase = re.sub(r"\s+", " ", match["phrase"].lower())
    if phrase == "over" and period_end is not None:
        lasts = _LASTS.search(text, 0, match.start()) or _LASTED.match(text, period_end)
        if not lasts:
            return BoundWords("exact", start)
    position = start if phrase in _SILENT else match.start()
    return BoundWords(_SPOKEN[phrase], position)


def bound_of(phrase: str) -> Bound | None:
    """Return the bound that a phrase alone speaks before a number: "more than", "some"."""
    low = phrase.lower()
    return "about" if low == "some" else _SPOKEN.get(low)


def bound_after(text: str, end: int) -> BoundWords:
    """Return the bound spoken right after the number that stops at `end`."""
    match = _AFTER_NUMBER.match(text, end)
    if match is None or match["phrase"][0].isupper():
        return BoundWords("exact", end)
    return BoundWords(_AFTER[re.sub(r"\s+", " ", match["phrase"].lower())], match.end())
