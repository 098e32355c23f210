"""Words of a text with their offsets, clitics apart, as the Penn Treebank cuts them.

"didn't" is "did" and "n't", "Russia's" is "Russia" and "'s"; "three-month" and "Bretton-Gordon"
stay whole; "U.S." and "Gen." keep their stop; "1.3bn" and "11,000" are one token, "11,000-12,000"
three.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from summarize.language.abbreviations import is_abbreviation


class Word(NamedTuple):
    """A token without a reading: `text[start:end]` of the text that it was cut from."""

    text: str
    start: int
    end: int


_WORD = re.compile(
    r"""
      (?:https?://|www\.)[^\s<>"”)]+ | [\w.+-]+@[\w-]+(?:\.[\w-]+)+   # an address
    | (?:[^\W\d_]\.){2,}                                             # U.S.
    | \d+(?:[.,:]\d+)*(?:[^\W\d_]+|%)?                                # 1.3bn, 11,000, 10:30pm
    | [^\W_]+(?:[-‐‑'’][^\W_]+)*                                      # three-month, don't, O'Neill
    | ['’](?:s|S|ll|re|ve|d|m)\b                                      # a clitic after a bracket
    | \.{2,} | -{2,} | \S
    """,
    re.VERBOSE,
)
_CLITIC = re.compile(r"(?i)(?<=\w)(n['’]t|['’](?:s|ll|re|ve|d|m))$")


def cut_words(text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """Yield the words of `text[start:end]`, with offsets into `text`."""
    stop = len(text) if end is None else end
    position = start
    while match := _WORD.search(text, position, stop):
        begin, position = match.span()
        word = match.group()
        if "'" in word or "’" in word:
            clitic = _CLITIC.search(word)
            if clitic and clitic.start() > 0:
                middle = begin + clitic.start()
                yield Word(text[begin:middle], begin, middle)
                yield Word(text[middle:position], middle, position)
                continue
        if position < stop and text[position] == "." and is_abbreviation(word):
            position += 1
            word += "."
        yield Word(word, begin, position)
