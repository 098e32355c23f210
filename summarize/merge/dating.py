"""Whether the date of a claim is one for a timeline: named, of a deed and not of its telling."""

import datetime as dt
import re

from summarize.language.calendar import MONTHS
from summarize.language.dates import find_dates
from summarize.language.document import Document, parse_statement
from summarize.language.verb_forms import FINITE
from summarize.model import Claim

_DEEDS = frozenset(
    "rule order announce declare decide agree vote sentence convict charge propose approve "
    "confirm deny reject accept".split()
)
"""Verbs that report speech by which something is done: its day is the day of the deed."""

_OPENING = frozenset("open begin start end close expire kick come go take".split())
"""What is told of the future in the present: "the window opens on Friday"."""

_WHOLE_DAY = 3
"""Parts of a date that is as fine as a day."""


def happens(document: Document) -> bool:
    """Say whether the first sentence tells what happened or is to happen, not how things are.

    "The index is low", "the rise amounts to 5%" tell of a state; "is set to open" of an event.
    """
    tokens = document.sentence_tokens(0)
    place = next((i for i, token in enumerate(tokens) if token.tag in FINITE), None)
    if place is None or tokens[place].tag not in ("VBZ", "VBP"):
        return place is not None
    following = [token for token in tokens[place + 1 : place + 5] if not token.tag.startswith("RB")]
    if tokens[place].lemma in ("be", "have"):
        return bool(following) and (following[0].tag in ("VBN", "VBG", "VBD", "TO"))
    return (bool(following) and following[0].tag == "TO") or tokens[place].lemma in _OPENING


def is_named(claim: Claim) -> bool:
    """Say whether a month or a year is named: "this year" and "last month" date no event."""
    year, *finer = (claim.date or "").split("-")
    if len(finer) + 1 == _WHOLE_DAY:
        return True
    low = claim.evidence[0].quote.lower()
    if not finer:
        return year in low
    return bool(re.search(rf"\b{MONTHS[int(finer[0]) - 1][:3]}", low))


def is_only_said(claim: Claim, written: dt.date | None) -> bool:
    """Say whether the date is that of the saying: "Field told reporters on Friday that …".

    What a sentence is a report of has the date where the date stands among its own words. To rule,
    to order or to announce is a deed. `written` is the day of the article.
    """
    if claim.verb is None or claim.verb in _DEEDS:
        return False
    document = parse_statement(claim.evidence[0].quote)
    dates = [one for one in find_dates(document, written) if one.date == claim.date]
    said = _content_of(claim, document)
    if said is None or not dates:
        return False
    return not any(said[0] <= one.start < said[1] for one in dates)


def _content_of(claim: Claim, document: Document) -> tuple[int, int] | None:
    """Return where the quote has what is said: the claim's own words, else all behind its verb."""
    start = document.text.lower().find(claim.text.rstrip(".").lower())
    if start > 0:
        return start, start + len(claim.text)
    verbs = [token.end for token in document.tokens if token.lemma == claim.verb]
    if not verbs:
        return None
    that = re.compile(r"\bthat\b|[“\"]").search(document.text, verbs[0])
    if that is None:
        return None
    return that.start(), len(document.text)
