"""Quotation marks paired: which parts of a text stand inside them.

Curly, straight, angle, low and single marks are read; apostrophes, primes and inches are not marks.
A quotation never leaves its paragraph, but for the block style in which every paragraph opens with
a mark and only the last one closes (Chicago Manual of Style, 13.30).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, zip_longest
from typing import NamedTuple

from summarize.language.document import Document

_CLOSERS = {
    "“": ("”", '"'), "«": ("»",), "„": ("“", "”"), '"': ('"', "”"), "‘": ("’",), "'": ("'",),
    "``": ("''",), "''": ("''",),
}  # fmt: skip
_SINGLE = ("‘", "'")
_STRAIGHT = ('"', "''")
_MARK = re.compile("``|''|[“”«»„\"‘’']")
_DOUBLE_MARK = re.compile("``|''|[“”«»„\"]")
_CLOSING_SINGLE = {sign: re.compile(rf"(?<=[\w.,!?…]){sign}(?![\w'])") for sign in ("'", "’")}
_OPENS_AFTER = frozenset(" \t\n\u00a0([{—–-/“„«\"‘'…:")
_INCHES = re.compile(r"\d['’]\s?\d{1,2}$|\d$")
_LONGEST_SINGLE = 600
"""Characters within which a single mark must close, so that no apostrophe opens a quotation."""


class Span(NamedTuple):
    """Half-open characters of a text."""

    start: int
    end: int


class Quotation(NamedTuple):
    """One quotation with its marks; more than one span in block style. Nested ones are inside."""

    spans: tuple[Span, ...]
    is_closed: bool

    @property
    def start(self) -> int:
        """Where it opens."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Where it closes, in its last paragraph."""
        return self.spans[-1].end


@dataclass(frozen=True)
class Quotations:
    """The outermost quotations of a text in order; they never overlap."""

    items: tuple[Quotation, ...]

    @cached_property
    def _spans(self) -> list[tuple[Span, int]]:
        return sorted((span, number) for number, q in enumerate(self.items) for span in q.spans)

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span, _ in self._spans]

    def spans_in(self, start: int, end: int) -> list[tuple[Span, int]]:
        """Return the quoted spans that overlap `start:end`, each with its quotation's number."""
        first = max(0, bisect_right(self._starts, start) - 1)
        last = bisect_left(self._starts, end)
        return [pair for pair in self._spans[first:last] if pair[0].end > start]

    def number_at(self, offset: int) -> int | None:
        """Return the number of the quotation that holds the character at `offset`."""
        found = self.spans_in(offset, offset + 1)
        return found[0][1] if found else None


def find_quotations(document: Document) -> Quotations:
    """Return the outermost quotations of `document`.

    A mark that nothing closes quotes to the end of its sentence.
    """
    text = document.text
    found: list[Quotation] = []
    block = _Block(text)
    paragraphs = _paragraphs(document)
    for paragraph, following in zip_longest(paragraphs, paragraphs[1:]):
        closed, start = block.close_in(paragraph)
        pairs, opened = _pair_marks(text, start, paragraph.end)
        found += closed
        for span in pairs:
            before = block.take() if span.start == paragraph.start else ()
            found.append(Quotation((*before, span), True))
        if opened is None:
            continue
        if following is not None and _goes_on(text, opened, following):
            block.hold(opened, Span(opened.start, paragraph.end))
        else:
            stop = document.sentences[document.sentence_at(opened.start)].end
            found.append(Quotation((*block.take(), Span(opened.start, stop)), False))
    return Quotations(tuple(found))


class _Block:
    """Paragraphs of one quotation that is still open."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._mark: Span | None = None
        self._spans: list[Span] = []

    def hold(self, mark: Span, span: Span) -> None:
        """Keep a paragraph that opens with `mark` and does not close."""
        self._mark = mark
        self._spans.append(span)

    def take(self) -> tuple[Span, ...]:
        """Return what is held, and hold nothing more."""
        spans, self._spans, self._mark = tuple(self._spans), [], None
        return spans

    def close_in(self, paragraph: Span) -> tuple[list[Quotation], int]:
        """Return the quotation that a paragraph without a mark at its head closes, and where."""
        mark = self._mark
        if mark is None or self._text.startswith(self._text[slice(*mark)], paragraph.start):
            return [], paragraph.start
        end = _first_closer(self._text, paragraph, mark)
        if end is None:
            return [], paragraph.start
        return [Quotation((*self.take(), Span(paragraph.start, end)), True)], end


def _goes_on(text: str, opened: Span, following: Span) -> bool:
    """Say whether the next paragraph opens with the same mark, or closes what is open.

    Words quoted from the middle of a sentence on ("he may "step down") were meant to end in it.
    """
    is_whole = not text[opened.end].islower()
    opens_too = is_whole and text.startswith(text[slice(*opened)], following.start)
    return opens_too or _first_closer(text, following, opened) is not None


def _paragraphs(document: Document) -> Sequence[Span]:
    spans = []
    for _, group in groupby(document.sentences, key=lambda sentence: sentence.paragraph):
        sentences = list(group)
        spans.append(Span(sentences[0].start, sentences[-1].end))
    return spans


_DEEPEST = 8
"""Quotations in quotations; a page may have thousands of marks that nothing closes."""


def _pair_marks(text: str, start: int, end: int) -> tuple[list[Span], Span | None]:
    """Return the outermost pairs of a paragraph and the mark that opens and is never closed."""
    pairs: list[Span] = []
    opened: list[Span] = []
    for match in _MARK.finditer(text, start, end):
        mark = Span(*match.span())
        closes = _closed_by(text, opened, mark)
        if closes is not None:
            begin = opened[closes].start
            del opened[closes:]
            if not opened:
                pairs.append(Span(begin, mark.end))
        elif _opens(text, opened, mark, Span(start, end)) and len(opened) < _DEEPEST:
            opened.append(mark)
    doubles = [mark for mark in opened if text[slice(*mark)] not in _SINGLE]
    return pairs, doubles[0] if doubles else None


def _closed_by(text: str, opened: Sequence[Span], mark: Span) -> int | None:
    """Return which of the `opened` marks `mark` closes, the innermost first."""
    sign = text[slice(*mark)]
    before, after = text[mark.start - 1 : mark.start], text[mark.end : mark.end + 1]
    if sign in ("'", "’") and (after.isalnum() or before.isspace()):
        return None
    for number in range(len(opened) - 1, -1, -1):
        if sign in _CLOSERS[text[slice(*opened[number])]]:
            opens_again = sign in _STRAIGHT and before.isspace() and after.isalnum()
            return None if opens_again else number
    return None


def _opens(text: str, opened: list[Span], mark: Span, paragraph: Span) -> bool:
    sign = text[slice(*mark)]
    before = text[max(mark.start - 1, paragraph.start) : mark.start]
    after = text[mark.end : mark.end + 1]
    if sign not in _CLOSERS or not after or (after.isspace() and sign != "«"):
        return False
    if sign in _SINGLE:
        return (not before or before in _OPENS_AFTER) and _closes_later(text, mark, paragraph.end)
    if sign not in _STRAIGHT:
        return True
    if _INCHES.search(text, max(0, mark.start - 6), mark.start):
        return False
    if any(text[slice(*other)] == sign for other in opened):
        del opened[:]  # the mark before was never closed
    return not before or before in _OPENS_AFTER


def _closes_later(text: str, mark: Span, end: int) -> bool:
    (closer,) = _CLOSERS[text[slice(*mark)]]
    stop = min(end, mark.end + _LONGEST_SINGLE)
    pattern = _CLOSING_SINGLE[closer]
    return pattern.search(text, mark.end + 1, stop) is not None


def _first_closer(text: str, paragraph: Span, opened: Span) -> int | None:
    """Return where a paragraph that opens nothing closes what the one before opened."""
    closers = _CLOSERS[text[slice(*opened)]]
    match = _DOUBLE_MARK.search(text, *paragraph)
    if match is None or match.group() not in closers:
        return None
    before, after = text[match.start() - 1], text[match.end() : match.end() + 1]
    return match.end() if not before.isspace() and not after.isalnum() else None
