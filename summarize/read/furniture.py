"""The furniture of an article, as newspapers say: byline, date line, credit, labelled lines.

These lines are no part of the body, but they say what the body does not: who wrote it, when, and
where it was first published.
"""

import functools
from dataclasses import dataclass

from summarize.model import RemovalReason
from summarize.read.credits import agency_in, is_staff_line, read_credit, read_dateline
from summarize.read.dates import DateRole, find_date, has_date_label, read_date_line
from summarize.read.header import is_empty_field, read_byline, read_field
from summarize.read.page import Metadata

_MAX_DATELINE_WORDS = 8
_MAX_FURNITURE = 300
"""Characters; a longer line is a paragraph whatever it begins with."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """One such line: what it is, and what it states."""

    reason: RemovalReason
    states: Metadata
    date_role: DateRole = "published"
    is_bare_date: bool = False


@functools.lru_cache(maxsize=4096)  # a page is read in two passes or more
def read_furniture(line: str) -> Furniture | None:
    """Return what `line` is and states, or None where it is no furniture."""
    if len(line) > _MAX_FURNITURE:
        return None
    is_date_line, date, role = read_date_line(line)
    if is_date_line:
        is_bare = date is not None and not has_date_label(line)
        return Furniture("date line", Metadata(published=date), role, is_bare)
    if is_empty_field(line):
        return Furniture("navigation", Metadata())
    byline = read_byline(line)
    if byline is not None:
        states = Metadata(
            authors=byline.authors, published=find_date(line), original_source=byline.agency
        )
        return Furniture("byline", states)
    credit = read_credit(line)
    if credit is not None:
        return Furniture("credit", Metadata(original_source=credit))
    if is_staff_line(line):
        return Furniture("credit", Metadata(original_source=agency_in(line)))
    dateline = read_dateline(line) if len(line.split()) <= _MAX_DATELINE_WORDS else None
    if dateline is not None and dateline.length == len(line):
        return Furniture("dateline", Metadata(original_source=dateline.agency))
    return _read_field_line(line)


def _read_field_line(line: str) -> Furniture | None:
    field = read_field(line)
    if field is None:
        return None
    label, value = field
    if label in ("title", "headline"):
        return Furniture("headline", Metadata(title=value))
    if label in ("url", "link", "web site", "website"):
        return Furniture("navigation", Metadata(url=value if "://" in value else None))
    return Furniture("navigation", Metadata(outlet=value))
