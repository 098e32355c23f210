"""Quantities of an article as figures: what they count and who gives them."""

import re

from summarize.extract.reading import Reading
from summarize.extract.speakers import find_speaker
from summarize.language.dates import date_of_sentence
from summarize.language.dates.counting import date_of_count
from summarize.language.quantities import Quantity
from summarize.language.quantities.units import PERIODS
from summarize.model import DraftFigure

_LONGEST_LEAD = 24
_TIMING_BEFORE = re.compile(
    r"(?i)\b(?:for|within|during|in|over|every|after|since|by|until|last|past|next|first|previous|"
    r"coming|following)\s\Z"
)
_TIMING_AFTER = re.compile(r"(?i)\s(?:ago|later|earlier|before|after|from|since|on)\b")
_MEASURES = re.compile(r"(?i)\s(?:of|in (?:prison|jail|custody|detention))\b")
"""Behind a period, what lasts so long: "two years of silence", "two years in prison"."""


def draft_figures(reading: Reading) -> list[DraftFigure]:
    """Return one draft figure a quantity that counts or measures something named.

    An age tells who somebody is, "two days later" when something was, and "the two sides" tells
    nothing: none of them is a figure.
    """
    return [
        _draft_figure(reading, quantity)
        for quantity in reading.quantities
        if quantity.what and not quantity.is_age and not quantity.is_definite
        if not _tells_when(reading, quantity) and not _is_source(reading, quantity)
    ]


def _tells_when(reading: Reading, quantity: Quantity) -> bool:
    """Say whether a period is only the time of something: "for two years", "two days later"."""
    if quantity.unit not in PERIODS:
        return False
    text = reading.document.text
    before = text[max(0, quantity.start - _LONGEST_LEAD) : quantity.start]
    after = text[quantity.end : quantity.end + _LONGEST_LEAD]
    if _MEASURES.match(after):
        return False
    return not quantity.noun or bool(_TIMING_BEFORE.search(before) or _TIMING_AFTER.match(after))


def _is_source(reading: Reading, quantity: Quantity) -> bool:
    """Say whether all that was found for a number to count is whoever gives it."""
    return not quantity.noun and quantity.what in reading.sources


def _draft_figure(reading: Reading, quantity: Quantity) -> DraftFigure:
    index = reading.document.sentence_at(quantity.start)
    counted = date_of_count(reading.document, index, reading.dates)
    return DraftFigure(
        what=quantity.what,
        low=quantity.low,
        high=quantity.high,
        unit=quantity.unit,
        bound=quantity.bound,
        phrase=reading.document.text[quantity.start : quantity.end],
        speaker=_giver(reading, quantity),
        as_of=counted or date_of_sentence(reading.document, index, reading.dates),
        sentence=index + 1,
    )


def _giver(reading: Reading, quantity: Quantity) -> str | None:
    """Return the actor in whose statement the number stands; the innermost one counts."""
    holding = list(reading.attributions_around(quantity.start, quantity.end))
    if not holding:
        return None
    _, innermost = min(holding, key=lambda pair: pair[0])
    speaker = find_speaker(reading, innermost)
    return speaker.actor if speaker else None
