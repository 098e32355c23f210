"""A page's text becomes an article's body: what is not the article is taken out and named.

The same for every format: HTML, mail and records arrive with metadata of their own, which stands
before anything that the text says.
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from summarize.model import Removed
from summarize.read.body import Judgement, Verdict, judge_lines, prose_score
from summarize.read.credits import read_dateline
from summarize.read.dates import find_date
from summarize.read.decode import tidy_characters
from summarize.read.furniture import Furniture, read_furniture
from summarize.read.header import find_title, split_dated_title, split_outlet
from summarize.read.page import Metadata, Page
from summarize.read.paragraphs import split_paragraphs

_MIN_DUPLICATE_WORDS = 8
"""Shorter paragraphs are repeated on purpose ("No comment."), and so are questions and lists."""

_REPEATED_ON_PURPOSE = re.compile(r"[-–—*•·▪]\s|.*\?\W*\Z")

_MIN_TIMELINE_DATES = 2
_MIN_ABSTRACT_WORDS = 12
_MAX_PASSES = 20
_HEAD_LINES = 40
_DATELINE_PARAGRAPHS = 3


def clean_page(page: Page, *, seek_title: bool = True) -> Page:
    """Return `page` with the body alone as its text, and with what its own lines state.

    The body has a blank line between paragraphs and no title. Cleaning a body again with
    `seek_title` off changes nothing: what one pass takes out can lay bare what the next one does,
    so passes go on until nothing is left to take.
    """
    cleaned = _clean_once(page, seek_title=seek_title)
    for _ in range(_MAX_PASSES):
        again = _clean_once(cleaned, seek_title=False)
        if again.text == cleaned.text:
            break
        cleaned = again
    return cleaned


def _clean_once(page: Page, *, seek_title: bool) -> Page:
    lines = split_paragraphs(tidy_characters(page.text))
    furniture = [read_furniture(line) for line in lines]
    judged = judge_lines(lines, [item.reason if item else None for item in furniture], page.layout)
    verdicts = [line.verdict for line in judged]
    stated = _stated_around(judged, furniture)
    if seek_title:
        stated = _take_title(lines, judged, verdicts, page.metadata.title).or_else(stated)
    _keep_timeline(judged, furniture, verdicts)
    _drop_duplicates(lines, verdicts)
    removed = [Removed(text=t, reason=v) for t, v in zip(lines, verdicts, strict=True) if v]
    body = [line for line, verdict in zip(lines, verdicts, strict=True) if verdict is None]
    agency, filed = _take_dateline(body, removed)
    known = page.metadata.or_else(Metadata(original_source=agency)).or_else(stated)
    known = known.or_else(Metadata(published=filed))  # a line that says "published" knows better
    return replace(
        page, text="\n\n".join(body), metadata=known, removed=page.removed + tuple(removed)
    )


def _take_title(
    lines: Sequence[str], judged: Sequence[Judgement], verdicts: list[Verdict], title: str | None
) -> Metadata:
    """Take the title out of the lines: the known one where it is repeated, else the one found."""
    if title is not None:
        for number, line in enumerate(lines[:_HEAD_LINES]):
            if _same_title(line, title):
                verdicts[number] = "headline"
        return Metadata()
    for number, line in enumerate(lines[:_HEAD_LINES]):
        dated = split_dated_title(line)
        if dated is not None:
            verdicts[number] = "headline"
            return Metadata(title=dated[0], published=dated[1])
    found = find_title(lines, judged)
    if found is None:
        return Metadata()
    verdicts[found] = "headline"
    _keep_abstract(lines, judged, verdicts, found)
    name, outlet = split_outlet(lines[found])
    return Metadata(title=name, outlet=outlet)


def _keep_abstract(
    lines: Sequence[str], judged: Sequence[Judgement], verdicts: list[Verdict], title: int
) -> None:
    """A long line between title and body that reads like a sentence is the article's abstract."""
    for number in range(title + 1, len(lines)):
        if verdicts[number] is None:
            return
        words = lines[number].split()
        is_sentence = sum(1 for word in words if word[:1].islower()) * 2 >= len(words)
        if judged[number].rule is None and len(words) >= _MIN_ABSTRACT_WORDS and is_sentence:
            verdicts[number] = None


def _same_title(line: str, title: str) -> bool:
    letters, others = _letters(line), _letters(title)
    return bool(letters) and (
        letters == others or (len(letters) > 25 and others.startswith(letters))
    )


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _stated_around(judged: Sequence[Judgement], furniture: Sequence[Furniture | None]) -> Metadata:
    """What the furniture states, the nearest before the body first, then what follows the body.

    A date on which the page was updated counts only where none says when it was published.
    """
    first = next((n for n, line in enumerate(judged) if line.verdict is None), len(judged))
    around = [*range(first - 1, -1, -1), *range(first, len(judged))]
    items = [
        item for n in around if (item := furniture[n]) is not None and judged[n].rule == item.reason
    ]
    stated = Metadata()
    for item in [i for i in items if i.date_role == "published"] + items:
        stated = stated.or_else(item.states)
    return stated


def _keep_timeline(
    judged: Sequence[Judgement], furniture: Sequence[Furniture | None], verdicts: list[Verdict]
) -> None:
    """Two or more bare dates within the body are the headings of a chronology."""
    inside = [n for n, line in enumerate(judged) if line.verdict is None]
    within = range(inside[0], inside[-1]) if inside else ()
    dates = [
        n
        for n in within
        if judged[n].in_body and (item := furniture[n]) is not None and item.is_bare_date
    ]
    if len(dates) >= _MIN_TIMELINE_DATES:
        for number in dates:
            verdicts[number] = None


def _drop_duplicates(lines: Sequence[str], verdicts: list[Verdict]) -> None:
    seen: set[str] = set()
    for number, line in enumerate(lines):
        if verdicts[number] is None and _is_sentence(line):
            if line in seen and not _REPEATED_ON_PURPOSE.match(line):
                verdicts[number] = "duplicate"
            seen.add(line)


def _is_sentence(line: str) -> bool:
    words = line.split()
    is_prose = 2 * sum(1 for word in words if word[:1].islower()) >= len(words)
    return is_prose and len(words) >= _MIN_DUPLICATE_WORDS and prose_score(line) > 0


def _take_dateline(body: list[str], removed: list[Removed]) -> tuple[str | None, dt.date | None]:
    """Cut the dateline off the first paragraph that has one; return the agency and day it names."""
    for number, paragraph in enumerate(body[:_DATELINE_PARAGRAPHS]):
        found = read_dateline(paragraph)
        if found is not None:
            dateline = paragraph[: found.length].strip()
            removed.append(Removed(text=dateline, reason="dateline"))
            body[number] = paragraph[found.length :]
            return found.agency, find_date(dateline)
    return None, None
