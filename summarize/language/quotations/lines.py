"""Noun phrases in a sentence, by tags alone: who stands before a verb, and who after it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from summarize.language.calendar import MONTHS, WEEKDAYS
from summarize.language.document import Token
from summarize.language.morphology import can_be
from summarize.language.verb_forms import FINITE

DAYS = frozenset((*WEEKDAYS, *"yesterday today tonight tomorrow".split()))
"""Words that tell on which day."""

TIMES = DAYS.union(
    MONTHS,
    "jan. feb. aug. sept. oct. nov. dec. summer winter autumn".split(),
    "week weekend month year morning afternoon evening night day".split(),
    "weeks months years days hours minutes later earlier ago then now".split(),
)
"""Words that tell when, and so are no part of a source."""

_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS", "CD", "FW"))
_INNER = _NOUNS | {"JJ", "JJR", "JJS", "POS", "RBS", "&"}
_OPENERS = frozenset(("DT", "PRP$", "PDT"))
_CLOSED_CLASSES = frozenset(("IN", "PRP", "TO", "RB", "CC", "WRB", "WP"))
_HEADLESS = frozenset(
    "some many most others several all both few each another neither either one those these none "
    "this".split()
)
_NO_NOUNS = frozenset("as than so if there here such yet".split())
_LINKS = frozenset(
    "of from for at in with to near within behind against about over between among inside on "
    "across around outside under beneath below above alongside representing".split()
)
_ADVERBS = frozenset("further also too still again once first then now already even only".split())
_DETERMINED_BY_DAY = frozenset("on last this earlier late".split())
_STOPS = frozenset((".", "!", "?", "…", "..."))
_AUTHOR = frozenset("i we you us me".split())
_RELATIVES = frozenset("who whose which".split())
_LONGEST_NICKNAME = 4
_MOST_COMMAS = 4


class Phrase(NamedTuple):
    """A noun phrase: tokens `start:end` of a line; `head` is one past its head's last token."""

    start: int
    end: int
    head: int


@dataclass(frozen=True, slots=True)
class Line:
    """The tokens of one sentence; `quoted[i]` is the number of the quotation that holds token i."""

    index: int
    tokens: Sequence[Token]
    quoted: Sequence[int | None]

    def low(self, place: int) -> str:
        """Return the lower-case word at `place`, or nothing outside the sentence."""
        return self.tokens[place].text.lower() if 0 <= place < len(self.tokens) else ""

    def tag(self, place: int) -> str:
        """Return the tag at `place`, or nothing outside the sentence."""
        return self.tokens[place].tag if 0 <= place < len(self.tokens) else ""

    def is_outside(self, place: int) -> bool:
        """Say whether `place` is a token of the sentence outside all quotation marks."""
        return 0 <= place < len(self.tokens) and self.quoted[place] is None

    @property
    def stop(self) -> int:
        """The end of the sentence without the marks that close it."""
        end = len(self.tokens)
        while end > 0 and self.low(end - 1) in _STOPS and self.is_outside(end - 1):
            end -= 1
        return end

    def has_verb(self, start: int, end: int) -> bool:
        """Say whether a finite verb stands in `start:end`."""
        return any(self.tag(i) in FINITE for i in range(start, end))


def is_author(line: Line, phrase: Phrase) -> bool:
    """Say whether the phrase is the writer or the reader: "I", "we", "you"."""
    return phrase.end - phrase.start == 1 and line.low(phrase.start) in _AUTHOR


def phrase_before(line: Line, end: int, floor: int = 0) -> Phrase | None:
    """Return the noun phrase that ends at `end`, not reaching back before `floor`.

    The object of a preposition that no noun carries ("in Washington") is none.
    """
    start = _chunk_before(line, end, floor)
    if start is None:
        return None
    head = end
    while start - 1 >= floor and line.is_outside(start - 1):
        link = line.low(start - 1)
        is_joined = link in ("and", "or", "&") and (
            line.tag(start) == "JJ" or not line.has_verb(floor, start - 1)
        )
        if link not in _LINKS and not is_joined:
            break
        earlier = _chunk_before(line, start - 1, floor)
        if earlier is not None and line.tag(earlier) == "PRP" and not is_joined:
            break
        if earlier is None:
            is_absolute = link == "with" and line.low(start - 2) in (",", "")
            return Phrase(start, end, head) if is_joined or is_absolute else None
        head = head if is_joined else start - 1
        start = earlier
    return Phrase(start, end, head)


def base_before(line: Line, end: int, floor: int = 0) -> Phrase | None:
    """Return the noun phrase that ends at `end`, without what a preposition joins to it."""
    start = _chunk_before(line, end, floor)
    return None if start is None else Phrase(start, end, end)


def _chunk_before(line: Line, end: int, floor: int) -> int | None:
    """Return where the base phrase that ends at `end` begins, or None if none ends there."""
    i = end - 1
    if i >= floor and line.low(i) == ")":
        i = _open_bracket(line, i, floor) - 1
    if i < floor or not line.is_outside(i):
        return None
    low, tag = line.low(i), line.tag(i)
    if tag in ("PRP", "WP", "WDT") or low in _HEADLESS:
        return i
    if tag in _OPENERS or low in _NO_NOUNS or low in _LINKS:
        return None
    is_capital = line.tokens[i].text[0].isupper() and tag not in _CLOSED_CLASSES
    is_adjective = tag == "JJ" and line.tag(i - 1) in ("DT", "JJ", "POS")
    is_owned = line.tag(i - 1) == "POS" and can_be(low, "NOUN")
    is_nominal = tag in _NOUNS or is_adjective or is_capital or is_owned
    if not is_nominal or (low in TIMES and tag != "NNP"):
        return None
    while i - 1 >= floor and _joins_left(line, i):
        i -= 1
    return i


def _joins_left(line: Line, i: int) -> bool:
    """Say whether the token before `i` belongs to the same base phrase as `i`."""
    before, tag = line.low(i - 1), line.tag(i - 1)
    if _is_initial_stop(line, i) or _is_initial_stop(line, i - 1):
        return True
    if line.tag(i) in _OPENERS and before not in ("all", "both", "half"):
        return False
    if line.quoted[i - 1] is not None:
        return line.tag(i) in ("NNP", "NN") and _is_nickname(line, i - 1)
    if before in TIMES:
        return line.tag(i) == "POS"
    if line.tag(i) == "NNP" and (
        tag == "CD" or (tag == "NNS" and before == line.tokens[i - 1].text)
    ):
        return False
    if tag in _INNER or tag in _OPENERS or before in ("'s", "’s", "'", "’"):
        return True
    if tag in ("VBN", "VBG", "VBD", "VB"):
        opens_clause = tag == "VBN" and not line.is_outside(i - 2)
        return opens_clause or line.tag(i - 2) in ("DT", "PRP$", "POS", "JJ", "CD")
    return line.tokens[i - 1].text[0].isupper() and tag not in _CLOSED_CLASSES


def _is_initial_stop(line: Line, i: int) -> bool:
    """Say whether the token at `i` is the stop of an initial inside a name: "Laura E. Smith"."""
    if line.low(i) != "." or not 0 < i < len(line.tokens) - 1:
        return False
    initial, following = line.tokens[i - 1].text, line.tokens[i + 1].text
    return len(initial) == 1 and initial.isupper() and following[0].isupper()


def _is_nickname(line: Line, i: int) -> bool:
    return sum(1 for other in line.quoted if other == line.quoted[i]) <= _LONGEST_NICKNAME


def _open_bracket(line: Line, close: int, floor: int) -> int:
    places = (i for i in range(close - 1, floor - 1, -1) if line.low(i) == "(")
    return next(places, close)


def phrase_after(line: Line, start: int, ceiling: int | None = None) -> Phrase | None:
    """Return the noun phrase that begins at `start`, with the "of" and "at" phrases behind it."""
    stop = len(line.tokens) if ceiling is None else ceiling
    end = chunk_after(line, start, stop)
    if end is None:
        return None
    head = end
    while end < stop and line.is_outside(end):
        link = line.low(end)
        if link in _LINKS - {"to", "on"} or link in ("and", "&"):
            further = chunk_after(line, end + 1, stop)
            if further is None or line.low(end + 1) in TIMES or line.tag(end + 1) == "PRP":
                break
            head = further if link in ("and", "&") else head
            end = further
        elif link == "(":
            closing = (i for i in range(end, min(stop, end + 8)) if line.low(i) == ")")
            end = next(closing, end - 1) + 1
            if line.low(end - 1) != ")":
                break
        else:
            break
    return Phrase(start, end, head)


def chunk_after(line: Line, start: int, stop: int) -> int | None:
    """Return where the base noun phrase that begins at `start` ends, or None if none does."""
    i = start
    if i >= stop or not line.is_outside(i):
        return None
    if line.tag(i) == "PRP":
        return i + 1
    while i < stop and line.tag(i) in _OPENERS:
        i += 1
    is_opened = i > start
    has_noun = False
    while i < stop and line.is_outside(i):
        tag = line.tag(i)
        if tag in _OPENERS or (line.low(i) in TIMES and (has_noun or not is_opened)):
            break
        is_capital = line.tokens[i].text[0].isupper() and tag not in _CLOSED_CLASSES
        is_participle = tag in ("VBN", "VBG") and not has_noun
        has_noun = has_noun or (
            is_participle and line.tag(i + 1) == "DT" and can_be(line.low(i), "NOUN")
        )
        is_inside = tag in _INNER or is_participle or is_capital or _is_initial_stop(line, i)
        if not is_inside:
            break
        has_noun = has_noun or tag in _NOUNS or is_capital
        i += 1
    return i if has_noun or (is_opened and line.low(start) in _HEADLESS) else None


def subject_before(line: Line, verb: int, floor: int = 0) -> Phrase | None:
    """Return the phrase that is subject of the verb group at `verb`, appositions and all."""
    end = verb
    while end - 1 >= floor and _is_between(line, end - 1, floor):
        end -= 1
    if end - 1 >= floor and line.low(end - 1) == "," and line.is_outside(end - 1):
        return _before_apposition(line, end - 1, floor)
    while end < verb and end - 1 > floor and line.low(end - 1) in _DETERMINED_BY_DAY:
        end -= 1
    return phrase_before(line, end, floor)


def _is_between(line: Line, i: int, floor: int) -> bool:
    """Say whether the token at `i` may stand between subject and verb: "also", "on Monday"."""
    low, tag = line.low(i), line.tag(i)
    if line.tag(i - 1) == "POS":
        return False
    is_manner = low.endswith("ly") and not can_be(low, "NOUN")
    is_adverb = tag in ("RB", "RBR") and low not in ("n't", "n’t", "here", "there")
    if low in _ADVERBS or is_manner or is_adverb:
        return True
    return low in TIMES and low not in ("may", "march") and tag != "NNS" and i - 1 > floor


def _before_apposition(line: Line, comma: int, floor: int) -> Phrase | None:
    """Return "Smith, a lawyer in Rome," before its verb: the phrase that the apposition follows."""
    place: int | None = comma
    for _ in range(_MOST_COMMAS):
        place = _comma_before(line, place, floor) if place is not None else None
        if place is None:
            return None
        subject = phrase_before(line, place, floor)
        if subject and _is_apposition(line, place + 1, comma):
            return Phrase(subject.start, comma, subject.head)
    return None


def _comma_before(line: Line, place: int, floor: int) -> int | None:
    for i in range(place - 1, floor - 1, -1):
        if line.low(i) == "," and line.is_outside(i):
            return i
        if line.low(i) in (";", ":"):
            return None
    return None


def _is_apposition(line: Line, start: int, end: int) -> bool:
    """Say whether `start:end` can belong to a subject before it: no clause but a relative one."""
    commas = [i for i in range(start, end) if line.low(i) == "," and line.is_outside(i)]
    edges = [start - 1, *commas, end]
    parts = [(left + 1, right) for left, right in pairwise(edges)]
    return start < end and all(
        line.low(left) in _RELATIVES or not line.has_verb(left, right) for left, right in parts
    )
