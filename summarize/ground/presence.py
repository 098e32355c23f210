"""What a statement must share with its evidence to the letter: numbers, quotations, names."""

import re

from summarize.language.normal import normalise
from summarize.language.quantities.numbers import find_numbers

_QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]")


def numbers_are_there(statement: str, evidence: str) -> bool:
    """Say whether `evidence` has every number of `statement` ("five" is 5, "1.3bn" 1300000000)."""
    there = {number.value for number in find_numbers(evidence)}
    return all(number.value in there for number in find_numbers(statement))


def quotations_are_there(statement: str, evidence: str) -> bool:
    """Say whether all that `statement` puts in quotation marks stands verbatim in `evidence`.

    A marked splice (" … ") may leave words out between two pieces.
    """
    text = normalise(evidence).text
    return all(_stands_in(quoted, text) for quoted in _QUOTED.findall(statement))


def _stands_in(quoted: str, text: str) -> bool:
    """Say whether the pieces of a quotation stand in `text` one behind the other."""
    place = 0
    for piece in quoted.split(" … "):
        words = normalise(piece.strip(" ,.")).text
        place = text.find(words, place)
        if place < 0:
            return False
        place += len(words)
    return True
