"""The furniture of an article, as newspapers call it: byline, date line, credit line, labelled lines.

These lines are no part of the body, but they say what the body does not: who wrote it, when, and
where it was first published.
"""

from dataclasses import dataclass

from summarize.model import RemovalReason
from summarize.read.credits import read_credit
from summarize.read.dates import DateRole, find_date, has_date_label, read_date_line
from summarize.read.header import is_empty_field, read_byline, read_field
from summarize.read.page import Metadata


@dataclass(frozen=True, slots=True)
class Furniture:
    """One such line: what it is, and what it states."""

    reason: RemovalReason
    states: Metadata
    date_role: DateRole = "published"
    is_bare_date: bool = False


def read_furniture(line: str) -> Furniture | None:
    """Return what `line` is and states, or None where it is no furniture."""
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
