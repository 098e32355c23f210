"""Dates that a page states about itself.

Strict on purpose: a date that can be read in two ways (04/05/2025) is no date here, and nothing
is resolved against today. dateparser would guess both, at a hundred times the cost.
"""

import datetime as dt
import re
from typing import Literal

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}

_MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FORMS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\d){_YEAR}[-/.](?P<month>[01]?\d)[-/.](?P<day>[0-3]?\d)(?!\d)",
        rf"(?<!\d){_YEAR}(?P<month>[01]\d)(?P<day>[0-3]\d)(?=T?\d{{0,6}}Z?\b)",
        rf"\b{_MONTH}[ -]{_DAY},?[ -]{_YEAR}\b",
        rf"(?<!\d){_DAY}(?: of)?[ -]{_MONTH},?[ -]{_YEAR}\b",
        rf"(?<!\d)(?P<first>[0-3]?\d)[/.-](?P<second>[0-3]?\d)[/.-]{_YEAR}(?!\d)",
    )
)

_WEEKDAY = r"(?:mon|tues?|wednes|wed|thurs?|thu|fri|satur|sat|sun)(?:day)?\b\.?"
_CLOCK = (
    r"\(?\b(?:[01]?\d|2[0-3])(?:[:.h][0-5]\d){1,2}(?:\.\d+)? ?(?:[ap]\.?m\b\.?)?"
    r"|\b(?:1[0-2]|0?\d) ?[ap]\.?m\b\.?"
)
_ZONE = (
    r"\b(?:[ECMP][SD]?T|GMT|UTC|BST|CES?T|EES?T|IST|MSK|AES?T|JST|HKT|SGT|WAT|EAT|SAST|Z"
    r"|(?:eastern|central|mountain|pacific)(?: (?:standard|daylight))? time|local time)\b"
    r"|[+-]\d\d:?\d\d\b"
)
_LABEL_WORDS = (
    r"\b(?:first|originally|last|date|dated|pub(?:lished|lication)?|posted|updated?|modified"
    r"|revised|created"
    r"|released?|issued|edited|filed|written|time|day|on|at|as of|of)\b"
)
_AGO = (
    r"\b(?:an?|\d+|one|two|three) (?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|year)s? ago\b"
)
_YEARLESS = rf"\b{_MONTH} [0-3]?\d\b|\b[0-3]?\d {_MONTH}".replace("?P<month>", "?:")
_TWO_DIGIT = r"(?<!\d)[0-3]?\d[/.-][0-3]?\d[/.-]\d\d(?!\d)"
_TIMES = (_AGO, _CLOCK, _ZONE, _WEEKDAY, _TWO_DIGIT, _YEARLESS)
_LOOSE = re.compile("|".join((*_TIMES, _LABEL_WORDS, r"[\s|•·,:;()/@–—-]+")), re.IGNORECASE)
_CUT = re.compile(
    "|".join((*_TIMES, r"\b(?:first |last )?(?:published|posted|updated?)(?: on| at)?\b")),
    re.IGNORECASE,
)
_HINT = re.compile(rf"\d|{_AGO}", re.IGNORECASE)
_DATE_LABEL = re.compile(
    (
        r"\b(?:dated?|pub(?:lished|lication)?|posted|updated?|modified|revised|created|released?"
        r"|filed)\b"
    ),
    re.IGNORECASE,
)
_UPDATED = re.compile(r"\b(?:updated?|modified|revised|edited)\b", re.IGNORECASE)

MAX_DATE_LINE_WORDS = 24
"""A line of two dates, each with weekday, clock and zone, has about twenty words."""

DateRole = Literal["published", "updated"]


def find_date(text: str) -> dt.date | None:
    """Return the first full date in `text` that can be read in one way, or None."""
    found = [
        (match.start(), date)
        for form in _FORMS
        for match in form.finditer(text)
        if (date := _date_of(match)) is not None
    ]
    return min(found)[1] if found else None


def read_date_line(line: str) -> tuple[bool, dt.date | None, DateRole]:
    """Return whether `line` is nothing but a date line, the date it states, and which date."""
    role: DateRole = "updated" if _UPDATED.match(line) else "published"
    if len(line.split()) > MAX_DATE_LINE_WORDS or not _HINT.search(line):
        return False, None, role
    rest = line
    for form in _FORMS:
        rest = form.sub(" ", rest)
    is_date_line = rest != line or _LOOSE.search(line) is not None
    if not is_date_line or _LOOSE.sub("", rest):
        return False, None, role
    return True, find_date(line), role


def has_date_label(line: str) -> bool:
    """Return whether `line` says what its date is the date of ("Published", "Last updated")."""
    return _DATE_LABEL.search(line) is not None


def cut_dates(text: str) -> str:
    """Return `text` without its dates, weekdays, clock times and their labels."""
    for form in _FORMS:
        text = form.sub(" ", text)
    return " ".join(_CUT.sub(" ", text).split()).strip(" |•·,:;()/–—-")


def _date_of(match: re.Match[str]) -> dt.date | None:
    groups = match.groupdict()
    if "first" in groups:
        first, second = int(groups["first"]), int(groups["second"])
        if first <= 12 and second <= 12 and first != second:
            return None
        month, day = (first, second) if first <= 12 else (second, first)
    else:
        month = MONTHS.get(groups["month"].lower()) or int(groups["month"])
        day = int(groups["day"])
    try:
        return dt.date(int(groups["year"]), month, day)
    except ValueError:
        return None
