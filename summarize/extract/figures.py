"""Quantities of an article as figures: what they count and who gives them."""

from summarize.extract.reading import Reading
from summarize.extract.speakers import find_speaker
from summarize.language.dates import date_of_sentence
from summarize.language.quantities import Quantity
from summarize.model import DraftFigure


def draft_figures(reading: Reading) -> list[DraftFigure]:
    """Return one draft figure a quantity that counts or measures something named.

    An age tells who somebody is, and "the two sides" tells nothing: neither is a figure.
    """
    return [
        _draft_figure(reading, quantity)
        for quantity in reading.quantities
        if quantity.what and not quantity.is_age and not quantity.is_definite
    ]


def _draft_figure(reading: Reading, quantity: Quantity) -> DraftFigure:
    index = reading.document.sentence_at(quantity.start)
    return DraftFigure(
        what=quantity.what,
        low=quantity.low,
        high=quantity.high,
        unit=quantity.unit,
        bound=quantity.bound,
        phrase=reading.document.text[quantity.start : quantity.end],
        speaker=_giver(reading, quantity),
        as_of=date_of_sentence(reading.document, index, reading.dates),
        sentence=index + 1,
    )


def _giver(reading: Reading, quantity: Quantity) -> str | None:
    """Return the actor in whose statement the number stands; the innermost one counts."""
    holding = [
        (end - start, attribution)
        for attribution in reading.attributions
        for start, end in attribution.content
        if start <= quantity.start and quantity.end <= end
    ]
    if not holding:
        return None
    _, innermost = min(holding, key=lambda pair: pair[0])
    speaker = find_speaker(reading, innermost)
    return speaker.actor if speaker else None
