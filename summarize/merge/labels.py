"""What a sentence of the brief calls an actor, and how it writes a number of a source."""

import re

from summarize.language.calendar import MONTHS, WEEKDAYS
from summarize.model import Actor

_CURRENCIES = frozenset(("Rs", "Rp", "Kr", "Fr"))


def with_article(actor: Actor) -> str:
    """Return the name of `actor`, behind "the" where a source writes it so: "the fire service"."""
    if actor.kind == "person":
        return actor.name
    pattern = rf"\b[Tt]he {re.escape(actor.name)}\b(?!\s[A-Z]|['’-])"
    has_article = any(re.search(pattern, piece.quote) for piece in actor.evidence)
    return f"the {actor.name}" if has_article else actor.name


def inside(phrase: str) -> str:
    """Return the wording of a number or a time as it stands inside a sentence.

    "At least 12" is "at least 12"; "Rs 12" and "June 2023" stay.
    """
    opening = re.match(r"[A-Z][a-z]+(?=[\s-])|[A-Z][a-z]{2,}\Z", phrase)
    if opening is None or opening.group() in _CURRENCIES:
        return phrase
    if opening.group().lower() in (*MONTHS, *WEEKDAYS):
        return phrase
    return phrase[0].lower() + phrase[1:]
