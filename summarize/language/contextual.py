"""Brill's contextual rules: what a word's neighbours say about its part of speech.

TextBlob ships the rules and a loop that asks all 290 of every word, which was six sevenths of the
time that reading took. Here they are asked by the tag that they start from. As there, a rule sees
the new tags of the words before and the first guesses of those behind, and the last that fits wins.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import partial

_Test = Callable[[Sequence[str], Sequence[str], int], bool]
_ANY = "*"
_EDGE = "STAART"
_PAD = 3
"""The rules look at most so far; beyond the sentence they see `_EDGE`."""


class ContextualRules:
    """Rules as (from, to, kind, x, y): "NN VB PREVTAG TO" reads a noun behind "to" as a verb."""

    def __init__(self, rules: Sequence[Sequence[str]]) -> None:
        by_tag: dict[str, list[tuple[str, _Test]]] = defaultdict(list)
        known = {rule[0] for rule in rules} - {_ANY}
        self._of_any_tag = by_tag[_ANY]
        for old, new, kind, x, *rest in rules:
            test = partial(_TESTS[kind.lower()], x, rest[0] if rest else "")
            for tag in (*known, _ANY) if old == _ANY else (old,):
                by_tag[tag].insert(0, (new, test))
        self._by_tag = dict(by_tag)

    def apply(self, words: Sequence[str], tags: Sequence[str]) -> list[str]:
        """Return the tags of one sentence after the rules."""
        edge = [_EDGE] * _PAD
        padded_words, padded_tags = [*edge, *words, *edge], [*edge, *tags, *edge]
        for i in range(_PAD, _PAD + len(words)):
            for new, test in self._by_tag.get(padded_tags[i], self._of_any_tag):
                if test(padded_words, padded_tags, i):
                    padded_tags[i] = new
                    break
        return padded_tags[_PAD:-_PAD]


def _pair(place_x: int, place_y: int) -> Callable[..., bool]:
    """Make a test for "the word at `place_x` is x and the tag at `place_y` is y"."""
    return lambda x, y, w, t, i: x == w[i + place_x] and y == t[i + place_y]


_TESTS: dict[str, Callable[..., bool]] = {
    "prevtag": lambda x, _, __, t, i: x == t[i - 1],
    "nexttag": lambda x, _, __, t, i: x == t[i + 1],
    "prev2tag": lambda x, _, __, t, i: x == t[i - 2],
    "next2tag": lambda x, _, __, t, i: x == t[i + 2],
    "prev1or2tag": lambda x, _, __, t, i: x in t[i - 2 : i],
    "next1or2tag": lambda x, _, __, t, i: x in t[i + 1 : i + 3],
    "prev1or2or3tag": lambda x, _, __, t, i: x in t[i - 3 : i],
    "next1or2or3tag": lambda x, _, __, t, i: x in t[i + 1 : i + 4],
    "surroundtag": lambda x, y, _, t, i: x == t[i - 1] and y == t[i + 1],
    "prevbigram": lambda x, y, _, t, i: x == t[i - 2] and y == t[i - 1],
    "nextbigram": lambda x, y, _, t, i: x == t[i + 1] and y == t[i + 2],
    "curwd": lambda x, _, w, __, i: x == w[i],
    "prevwd": lambda x, _, w, __, i: x == w[i - 1],
    "nextwd": lambda x, _, w, __, i: x == w[i + 1],
    "prev1or2wd": lambda x, _, w, __, i: x in w[i - 2 : i],
    "next1or2wd": lambda x, _, w, __, i: x in w[i + 1 : i + 3],
    "lbigram": lambda x, y, w, _, i: x == w[i - 1] and y == w[i],
    "rbigram": lambda x, y, w, _, i: x == w[i] and y == w[i + 1],
    "wdand2aft": lambda x, y, w, _, i: x == w[i] and y == w[i + 2],
    "prevwdtag": _pair(-1, -1),
    "nextwdtag": _pair(1, 1),
    "wdnexttag": _pair(0, 1),
    "wdand2tagaft": _pair(0, 2),
    "wdprevtag": lambda x, y, w, t, i: x == t[i - 1] and y == w[i],
    "wdand2tagbfr": lambda x, y, w, t, i: x == t[i - 2] and y == w[i],
}
"""The kinds of rule that Brill (1992) defines, in the notation of his tagger 1.14."""
