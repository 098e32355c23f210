"""Brill's contextual rules: what a word's neighbours say about its part of speech.

TextBlob ships the rules and a loop that asks all 290 of every word, which was six sevenths of the
time that reading took. Here a rule is found by the tag that it starts from and by one neighbour
that it asks for. As there, a rule sees the new tags of the words before and the first guesses of
those behind, and the last that fits wins.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_ANY = "*"
_EDGE = "STAART"
_PAD = 3
"""The rules look at most so far; beyond the sentence they see `_EDGE`."""


class _Condition(NamedTuple):
    """The tag, or the word, at `offset` from the word asked about must be `value`."""

    is_tag: bool
    offset: int
    value: str


class _Rule(NamedTuple):
    """A new tag, with what else must hold; of two rules the one with the lower `rank` wins."""

    rank: int
    new: str
    also: _Condition | None


_Table = dict[str, list[_Rule]]
_Slots = dict[tuple[bool, int], _Table]


class ContextualRules:
    """Rules as (from, to, kind, x, y): "NN VB PREVTAG TO" reads a noun behind "to" as a verb."""

    def __init__(self, rules: Sequence[Sequence[str]]) -> None:
        by_tag: dict[str, _Slots] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
        known = {rule[0] for rule in rules} - {_ANY}
        for place, (old, new, kind, x, *rest) in enumerate(rules):
            for trigger, also in _alternatives(kind.lower(), x, rest[0] if rest else ""):
                for tag in (*known, _ANY) if old == _ANY else (old,):
                    table = by_tag[tag][trigger.is_tag, trigger.offset]
                    table[trigger.value].append(_Rule(len(rules) - place, new, also))
        self._by_tag = {
            tag: [(is_tag, offset, dict(table)) for (is_tag, offset), table in slots.items()]
            for tag, slots in by_tag.items()
        }
        self._of_any_tag = self._by_tag.get(_ANY, [])

    def apply(self, words: Sequence[str], tags: Sequence[str]) -> list[str]:
        """Return the tags of one sentence after the rules."""
        edge = [_EDGE] * _PAD
        padded_words, padded_tags = [*edge, *words, *edge], [*edge, *tags, *edge]
        for i in range(_PAD, _PAD + len(words)):
            best = None
            for is_tag, offset, table in self._by_tag.get(padded_tags[i], self._of_any_tag):
                asked = padded_tags if is_tag else padded_words
                for rule in table.get(asked[i + offset], ()):
                    if best is not None and best.rank < rule.rank:
                        continue
                    if rule.also is None or _holds(rule.also, padded_words, padded_tags, i):
                        best = rule
            if best is not None:
                padded_tags[i] = best.new
        return padded_tags[_PAD:-_PAD]


def _holds(condition: _Condition, words: Sequence[str], tags: Sequence[str], i: int) -> bool:
    asked = tags if condition.is_tag else words
    return asked[i + condition.offset] == condition.value


class _Kind(NamedTuple):
    """Where x may stand and whether it is a tag, and the place of y where there is one."""

    places: tuple[int, ...]
    is_tag: bool
    place_of_y: int | None = None
    is_y_tag: bool = False


def _alternatives(kind: str, x: str, y: str) -> Iterator[tuple[_Condition, _Condition | None]]:
    """Yield the conditions of a rule: one alternative for each place where its x may stand."""
    places, is_tag, place_of_y, is_y_tag = _KINDS[kind]
    also = None if place_of_y is None else _Condition(is_y_tag, place_of_y, y)
    for place in places:
        yield _Condition(is_tag, place, x), also


_KINDS = {
    "prevtag": _Kind((-1,), True),
    "nexttag": _Kind((1,), True),
    "prev2tag": _Kind((-2,), True),
    "next2tag": _Kind((2,), True),
    "prev1or2tag": _Kind((-2, -1), True),
    "next1or2tag": _Kind((1, 2), True),
    "prev1or2or3tag": _Kind((-3, -2, -1), True),
    "next1or2or3tag": _Kind((1, 2, 3), True),
    "surroundtag": _Kind((-1,), True, 1, True),
    "prevbigram": _Kind((-2,), True, -1, True),
    "nextbigram": _Kind((1,), True, 2, True),
    "curwd": _Kind((0,), False),
    "prevwd": _Kind((-1,), False),
    "nextwd": _Kind((1,), False),
    "prev1or2wd": _Kind((-2, -1), False),
    "next1or2wd": _Kind((1, 2), False),
    "lbigram": _Kind((-1,), False, 0, False),
    "rbigram": _Kind((0,), False, 1, False),
    "wdand2aft": _Kind((0,), False, 2, False),
    "prevwdtag": _Kind((-1,), False, -1, True),
    "nextwdtag": _Kind((1,), False, 1, True),
    "wdnexttag": _Kind((0,), False, 1, True),
    "wdand2tagaft": _Kind((0,), False, 2, True),
    "wdprevtag": _Kind((-1,), True, 0, False),
    "wdand2tagbfr": _Kind((-2,), True, 0, False),
}
"""The kinds of rule that Brill (1992) defines, in the notation of his tagger 1.14."""
