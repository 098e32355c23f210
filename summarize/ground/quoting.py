"""What a statement puts in quotation marks: verbatim words that the evidence quotes too."""

import re
from collections.abc import Iterator, Sequence

from summarize.ground.speaking import quotations_of
from summarize.language.meaning.align import Alignment
from summarize.language.meaning.cells import Passage, keys_in
from summarize.language.meaning.reasons import Problem
from summarize.model import Article

_CUT = re.compile(r"…|\.\.\.|\".*\"")
"""Marks before a word at which a quotation was cut, or one ended and another began."""
_SMALL = re.compile(r"(?i)\b(?:the|an?|that)\b")
"""Words that make no cell, and yet may not differ in a quotation."""


def check_quotations(alignment: Alignment, article: Article | None) -> Iterator[Problem]:
    """Yield what the statement quotes and the evidence does not: verbatim, and in its own marks."""
    partner = {said: place for place, said in alignment.pairs}
    for start, end in _quoted_runs(alignment.statement):
        places = [partner.get(i) for i in range(start, end)]
        if not _is_verbatim(alignment, places, (start, end)) or not (
            _are_quoted(alignment.evidence, places)
            or _is_quoted_in(article, alignment.statement.keys[start:end])
        ):
            yield Problem("quotation not verbatim", alignment.statement.words(start, end))


def find_loose_quotations(
    said: Passage, evidence: Passage, article: Article | None
) -> Iterator[Problem]:
    """Yield what a statement in other words quotes, and no quotation of the evidence has whole."""
    quoted = "\n".join(evidence.words(*run) for run in _quoted_runs(evidence))
    for start, end in _quoted_runs(said):
        is_told = said.words(start, end) in quoted
        if not is_told and not _is_quoted_in(article, said.keys[start:end]):
            yield Problem("quotation not verbatim", said.words(start, end))


def _quoted_runs(said: Passage) -> Iterator[tuple[int, int]]:
    """Yield the runs of quoted cells, cut where a quotation ends or marks what it leaves out."""
    start = None
    for i, cell in enumerate((*said.cells, None)):
        is_cut = cell is None or not cell.is_quoted or bool(_CUT.search(cell.marks))
        if start is not None and is_cut:
            yield start, i
            start = None
        if cell is not None and cell.is_quoted and start is None:
            start = i


def _is_verbatim(alignment: Alignment, places: Sequence[int | None], run: tuple[int, int]) -> bool:
    """Say whether a run has its words from one place of the evidence, the small ones included."""
    first, last = places[0], places[-1]
    if first is None or last is None or places != list(range(first, last + 1)):
        return False
    words = alignment.statement.words(*run), alignment.evidence.words(first, last + 1)
    ours, theirs = (len(_SMALL.findall(text)) for text in words)
    return ours == theirs


def _are_quoted(evidence: Passage, places: Sequence[int | None]) -> bool:
    return all(place is not None and evidence.cells[place].is_quoted for place in places)


def _is_quoted_in(article: Article | None, keys: Sequence[str]) -> bool:
    """Say whether an article quotes these words, though the marks stand in other sentences."""
    return article is not None and any(
        keys_in(quotation.keys, keys) for quotation in quotations_of(article.text)
    )
