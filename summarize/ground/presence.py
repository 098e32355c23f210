"""What a statement must share with its evidence to the letter: numbers, quotations, names."""

import re

from summarize.language.normal import normalise
from summarize.language.numbers import find_numbers

_QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]")


def numbers_are_there(statement: str, evidence: str) -> bool:
    """Say whether `evidence` has every number of `statement` ("five" is 5, "1.3bn" 1300000000)."""
    there = {number.value for number in find_numbers(evidence)}
    return all(number.value in there for number in find_numbers(statement))


def quotations_are_there(statement: str, evidence: str) -> bool:
    """Say whether all that `statement` puts in quotation marks stands verbatim in `evidence`."""
    text = normalise(evidence).text
    return all(normalise(quoted.strip(" ,.")).text in text for quoted in _QUOTED.findall(statement))
