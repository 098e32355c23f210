"""A text as cells: one a word, a number, a unit or a name of a state, each in its normal form.

Two wordings are compared cell by cell. "5,000", "5000" and "five thousand" are one cell, "km" and
"kilometres" another; articles, "that" and the mark of the possessive are none, since they come and
go without a change of meaning. The marks between two cells are kept with the second.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from summarize.language.calendar import MONTHS, WEEKDAYS
from summarize.language.document import Document, Token, parse_statement
from summarize.language.meaning.spelling import fold_spelling
from summarize.language.morphology import can_be, lemma_of
from summarize.language.names.gazetteer import is_given_name, look_up
from summarize.language.names.states import states
from summarize.language.normal import normal_form
from summarize.language.quantities.money import currency_after, currency_before
from summarize.language.quantities.numbers import Number, find_numbers
from summarize.language.quantities.units import unit_after
from summarize.language.quotations.quotes import find_quotations

_LIGHT = frozenset("the a an that".split())
_COUNTED_LIGHT = frozenset("few little lot bit".split())
"""With "a" before them these say something else than without it."""
_SHORTENED = frozenset(
    "he she it that there here who what where when how why let this everyone somebody".split()
)
"""Behind these "'s" is a verb or a pronoun, not a possessive."""
_SIGNS = frozenset("%'$€£¥")
"""Signs that are read as words where they are not part of an amount."""
_MARK = re.compile(r"\W+")
_DAYS = range(1, 32)
_DAY = re.compile(r"#?(\d{1,2})(?:th)?")
_PART = re.compile(r"[^-‐‑/]+")
_COUNTS_NOTHING = re.compile(r"(?i)\d+(?:st|nd|rd|th|['’]?s)|\d{1,2}:\d\d(?:[ap]m)?")
"""Ordinals, decades and clock times: they begin like a number and are none."""


class Cell(NamedTuple):
    """A piece of meaning at `start:end` of the normalised text.

    `key` is what it is compared by: "#5000" for a number, "unit:kilometer", "state:Russia", else a
    word in one spelling. `marks` are the stops and brackets between the cell before and this one.
    """

    key: str
    text: str
    start: int
    end: int
    tag: str
    lemma: str
    sentence: int
    marks: str
    is_quoted: bool

    @property
    def is_number(self) -> bool:
        """Whether it is a cardinal number."""
        return self.key[0] == "#"

    @property
    def is_month(self) -> bool:
        """Whether it is the name of a month: May is, "may" is not."""
        return self.key in MONTHS and self.text[:1].isupper()

    @property
    def is_day(self) -> bool:
        """Whether it is a day of the week."""
        return self.key in WEEKDAYS

    @property
    def is_name(self) -> bool:
        """Whether it is written as a name: with a capital that no sentence's start explains."""
        is_capital = self.tag.startswith("NNP") and self.text[:1].isupper()
        return is_capital or self.key.startswith("state:")


@dataclass(frozen=True, eq=False)
class Passage:
    """A text in its normal form, with its cells; `tail` are the marks behind the last one.

    A passage is equal to itself alone, so that what is found out about it is kept by identity.
    """

    document: Document
    cells: tuple[Cell, ...]
    tail: str

    @cached_property
    def keys(self) -> list[str]:
        """The key of each cell."""
        return [cell.key for cell in self.cells]

    def marks_after(self, index: int) -> str:
        """Return the marks between the cell at `index` and what follows it."""
        return self.cells[index + 1].marks if index + 1 < len(self.cells) else self.tail

    def words(self, start: int, end: int) -> str:
        """Return the words of the cells `start:end`, as they are written."""
        if start >= end:
            return ""
        return self.document.text[self.cells[start].start : self.cells[end - 1].end]

    def opens_sentence(self, index: int) -> bool:
        """Say whether the cell at `index` is the first of its sentence."""
        return index == 0 or self.cells[index - 1].sentence != self.cells[index].sentence

    def closes_sentence(self, index: int) -> bool:
        """Say whether the cell at `index` is the last of its sentence."""
        return (
            index + 1 >= len(self.cells)
            or self.cells[index + 1].sentence != self.cells[index].sentence
        )


def keys_in(keys: Sequence[str], part: Sequence[str]) -> bool:
    """Say whether `part` stands in `keys` as a whole."""
    size, wanted = len(part), list(part)
    return any(list(keys[i : i + size]) == wanted for i in range(len(keys) - size + 1))


@lru_cache(maxsize=8_192)
def read_passage(text: str) -> Passage:
    """Read `text` as cells; a statement and its evidence are asked about many times."""
    document = parse_statement(normal_form(text))
    pieces = list(_pieces(document))
    inside = sorted(_quoted_spans(document), reverse=True)
    cells: list[Cell] = []
    last = 0
    for key, start, end, token in pieces:
        marks = _marks(document.text[last:start])
        while inside and inside[-1][1] <= start:
            inside.pop()
        quoted = bool(inside) and inside[-1][0] <= start
        whole = document.text[start:end]
        is_first = not cells or cells[-1].sentence != token.sentence
        tag = _common_tag(whole, token.tag) if is_first else token.tag
        is_whole = tag == token.tag and whole == token.text
        lemma = token.lemma.lower() if is_whole else lemma_of(whole.lower(), tag)
        cells.append(Cell(key, whole, start, end, tag, lemma, token.sentence, marks, quoted))
        last = end
    tail = _marks(document.text[last:])
    return Passage(document, tuple(cells), tail)


def _common_tag(word: str, tag: str) -> str:
    """Read a sentence's first word as the common word that it may be: its capital tells nothing."""
    if not tag.startswith("NNP") or not word.istitle() or look_up(word) is not None:
        return tag
    if word.endswith("ing") and can_be(word, "VERB"):
        return "VBG"
    if can_be(word, "NOUN") and not is_given_name(word):
        return "NNS" if word.endswith("s") else "NN"
    return tag


def _marks(between: str) -> str:
    """Return the stops and brackets of what stands between two cells."""
    return "" if between == " " else "".join(_MARK.findall(between)).strip()


class _Piece(NamedTuple):
    key: str
    start: int
    end: int
    token: Token


def _pieces(document: Document) -> Iterator[_Piece]:
    """Yield the cells' keys and places, in order; light words are left out."""
    found = _month_first(list(_raw_pieces(document)))
    for i, piece in enumerate(found):
        before = found[i - 1] if i else None
        if piece.key in _LIGHT:
            continue
        if piece.key in _COUNTED_LIGHT and before and before.key == "a":
            yield piece._replace(key=f"a {piece.key}")
        elif not _is_possessive(piece.key, before.key if before else ""):
            yield piece


def _month_first(pieces: Sequence[_Piece]) -> list[_Piece]:
    """Write "6 July" and "July 6th" as "July 6"."""
    ordered = list(pieces)
    if not any(map(_is_month, pieces)):
        return ordered
    for i, piece in enumerate(pieces):
        day = _DAY.fullmatch(piece.key)
        if day is None or int(day[1]) not in _DAYS:
            continue
        if i + 1 < len(pieces) and _is_month(pieces[i + 1]):
            ordered[i], ordered[i + 1] = pieces[i + 1], piece._replace(key=f"#{day[1]}")
        elif i and _is_month(pieces[i - 1]) and _is_month(ordered[i - 1]):
            ordered[i] = piece._replace(key=f"#{day[1]}")
    return ordered


def _is_month(piece: _Piece) -> bool:
    return piece.key in MONTHS and piece.token.text[:1].isupper()


def _is_possessive(key: str, before: str) -> bool:
    """Say whether a mark or an "'s" only tells whose something is."""
    return key == "'" or (key == "'s" and before not in _SHORTENED)


def _raw_pieces(document: Document) -> Iterator[_Piece]:
    text = document.text
    numbers = {number.start: number for number in find_numbers(text)}
    openings = _state_openings()
    skip = 0
    for token in document.tokens:
        for start, end in _parts(token):
            if start < skip:
                continue
            number = numbers.get(start)
            if number is not None and not _COUNTS_NOTHING.fullmatch(text, start, end):
                yield from _measured(text, number, token)
                skip = _measure_of(text, number)[1]
                continue
            word = text[start:end]
            state = _state_pattern().match(text, start) if word in openings else None
            if state is not None:
                yield _Piece(f"state:{_state_names()[state.group()]}", start, state.end(), token)
                skip = state.end()
            elif word.isalnum() or (len(word) > 1 and any(map(str.isalnum, word))):
                yield _Piece(fold_spelling(word), start, end, token)
            elif word in _SIGNS and end not in numbers:
                yield _Piece(word, start, end, token)


def _parts(token: Token) -> Iterator[tuple[int, int]]:
    """Yield the parts of a hyphened word: "well-prepared" is two."""
    if "-" not in token.text and "/" not in token.text:
        yield token.start, token.end
        return
    for match in _PART.finditer(token.text):
        yield token.start + match.start(), token.start + match.end()


def _measured(text: str, number: Number, token: Token) -> Iterator[_Piece]:
    """Yield a number and what it is given in: "$5" and "5 dollars" are the same two cells."""
    yield _Piece(f"#{number.value:.10g}", number.start, number.end, token)
    unit, end = _measure_of(text, number)
    if unit:
        yield _Piece(f"unit:{unit}", number.end, end, token)


def _measure_of(text: str, number: Number) -> tuple[str, int]:
    """Return the unit or currency of a number, and where it ends."""
    before = currency_before(text, number.start)
    if before is not None:
        return before.code, number.end
    after = currency_after(text, number.end, number.scale)
    if after is not None:
        return after.code, after.position
    unit = unit_after(text, number.end)
    return (unit.name, unit.end) if unit is not None else ("", number.end)


def _quoted_spans(document: Document) -> Sequence[tuple[int, int]]:
    """Return what stands in quotation marks; a mark that only closes quotes from the beginning."""
    if '"' not in document.text and "'" not in document.text:
        return ()
    found = find_quotations(document).items
    spans = [(span.start, span.end) for item in found for span in item.spans]
    orphan = re.match(r'[^"]*[^\s"(]"(?=[\s.,;:!?)]|$)', document.text)
    if orphan and not any(start < orphan.end() for start, _ in spans):
        spans.append((0, orphan.end()))
    elif orphan and document.text.count('"') % 2:
        spans = [(0, orphan.end()), *_paired(document.text, orphan.end())]
    return spans


def _paired(text: str, start: int) -> Iterator[tuple[int, int]]:
    marks = [match.start() for match in re.finditer('"', text[start:])]
    for opening, closing in zip(marks[::2], marks[1::2], strict=False):
        yield start + opening, start + closing + 1


@lru_cache(maxsize=1)
def _state_names() -> dict[str, str]:
    """Return the states that go by several names, by each of them: US, UK, Britain."""
    return {
        name: state.name
        for state in states()
        if state.other_names
        for full in (state.name, *state.other_names)
        for name in (full, full.removesuffix("."))
    }


@lru_cache(maxsize=1)
def _state_openings() -> frozenset[str]:
    """Return the first word of each such name, as the tokens have it."""
    return frozenset(name.split()[0] for name in _state_names())


@lru_cache(maxsize=1)
def _state_pattern() -> re.Pattern[str]:
    names = sorted(_state_names(), key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")
