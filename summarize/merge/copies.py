"""Words that one text has from another: runs of eight words that stand in both.

Shingling after Broder (1997), On the resemblance and containment of documents. A shingle belongs to
the first text that has it, and each other text is held against that one alone, so that a thousand
reprints of one wire are a thousand comparisons.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

SHINGLE_WORDS = 8
QUOTED_WORDS = 6
"""Words in a row that two texts share by copying alone; inside quotation marks fewer will do."""

_REPRINTED = 0.4
"""Share of a text's own words, quotations apart, that a reprint has from another; cuts allowed."""

_FEWEST_SHARED = 5
"""Shingles shared by a reprint: a sentence of twelve words."""

_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"“[^“”\n]+”|\"[^\"\n]+\"|«[^«»\n]+»")


class _Word(NamedTuple):
    """A word in lower case, and where it starts in its text."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


class Run(NamedTuple):
    """Half-open characters of a text."""

    start: int
    end: int


@dataclass(frozen=True)
class Copy:
    """A text that reprints another: `run` is the longest piece, `source_run` the same there."""

    text: int
    source: int
    run: Run
    source_run: Run


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case."""
    return tuple(_WORD.findall(text.casefold()))


def quoted_runs(text: str) -> Iterator[Run]:
    """Yield what stands inside quotation marks, without the marks."""
    for match in _QUOTED.finditer(text):
        yield Run(match.start() + 1, match.end() - 1)


def shingles_of(words: Sequence[str], size: int) -> Iterator[tuple[str, ...]]:
    """Yield every run of `size` words."""
    return (tuple(words[start : start + size]) for start in range(len(words) - size + 1))


def find_reprints(texts: Sequence[str]) -> list[Copy]:
    """Return the texts that reprint one of the texts before them, each with the nearest one.

    What stands in quotation marks is its speaker's, whoever prints it, and does not count.
    """
    owners: dict[tuple[str, ...], int] = {}
    reprints = []
    for number, text in enumerate(texts):
        shingles = [tuple(word.text for word in run) for run in _own_runs(text)]
        met = Counter(owners[one] for one in shingles if one in owners)
        source, shared = min(met.items(), key=lambda one: (-one[1], one[0]), default=(0, 0))
        if shared >= max(_FEWEST_SHARED, _REPRINTED * len(shingles)):
            reprints.append(Copy(number, source, *_longest_run(text, texts[source])))
        for one in shingles:
            owners.setdefault(one, number)
    return reprints


def _own_runs(text: str) -> Iterator[list[_Word]]:
    """Yield the words of each shingle outside of quotations; none leaves its paragraph."""
    for words in _own_words(text):
        for start in range(len(words) - SHINGLE_WORDS + 1):
            yield words[start : start + SHINGLE_WORDS]


def _own_words(text: str) -> Iterator[list[_Word]]:
    """Yield the words of each stretch of a text that no quotation and no paragraph interrupts."""
    blank = _QUOTED.sub(lambda match: "\n" * len(match.group()), text)
    for piece in re.finditer(r"[^\n]+", blank):
        yield [
            _Word(match.group().lower(), match.start() + piece.start())
            for match in _WORD.finditer(piece.group())
        ]


def _longest_run(text: str, source: str) -> tuple[Run, Run]:
    """Return the longest run of words that two texts share, here and in the source."""
    there = [words for words in _own_words(source) if words]
    index: dict[tuple[str, ...], tuple[int, int]] = {}
    for number, words in enumerate(there):
        for start, shingle in enumerate(shingles_of([one.text for one in words], SHINGLE_WORDS)):
            index.setdefault(shingle, (number, start))
    best, best_there = Run(0, 0), Run(0, 0)
    for words in _own_words(text):
        start = 0
        while start + SHINGLE_WORDS <= len(words):
            place = index.get(tuple(one.text for one in words[start : start + SHINGLE_WORDS]))
            if place is None:
                start += 1
                continue
            others = there[place[0]][place[1] :]
            pairs = zip(words[start:], others, strict=False)
            length = sum(1 for _ in takewhile(lambda pair: pair[0].text == pair[1].text, pairs))
            here = Run(words[start].start, words[start + length - 1].end)
            if here.end - here.start > best.end - best.start:
                best, best_there = here, Run(others[0].start, others[length - 1].end)
            start += length
    return best, best_there
