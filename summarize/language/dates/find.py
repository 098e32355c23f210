"""Dates of news prose, resolved against the day on which the article was written.

The patterns are our own: dateparser costs 90 to 160 ms to load and about 1 ms a date, reads "August
2024, two" as 2 August, and gives a full date where the text knows only a month.
"""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from summarize.language.calendar import MONTHS, WEEKDAYS
from summarize.language.dates.guards import is_any, is_deictic, is_month, is_weekday, is_year
from summarize.language.dates.matter import is_of_matter
from summarize.language.dates.periods import Period
from summarize.language.dates.readings import (
    NEAR_DAYS,
    Part,
    Place,
    read_ago,
    read_day,
    read_deictic,
    read_iso,
    read_month,
    read_near_day,
    read_nothing,
    read_numeric,
    read_part,
    read_season,
    read_weekday,
    read_year,
)
from summarize.language.document import Document
from summarize.model import PartialDate


@dataclass(frozen=True, slots=True)
class DateMention:
    """Words that name a time, `text[start:end]`.

    `date` is as fine as the words are, and None where they cannot be resolved ("the 1990s", or
    "Tuesday" without an anchor). `is_relative` says that the reading needs the anchor. `part` is
    the part of the named time that the words leave it in ("early 2024", "mid-May").
    """

    start: int
    end: int
    date: PartialDate | None
    is_relative: bool
    part: Part | None


def find_dates(document: Document, anchor: dt.date | None) -> tuple[DateMention, ...]:
    """Return every mention of a date in order; `anchor` is the day on which the text was written.

    Plain weekdays, days and months lie before the anchor unless their verb is future. Clock times,
    ordinals, habits ("on Saturdays") and durations ("the last week") are no dates.
    """
    found = [
        mention
        for sentence in document.sentences
        if _HINT.search(sentence.text)
        for mention in _dates_between(document, anchor, sentence.start, sentence.end)
    ]
    return tuple(found)


def _dates_between(
    document: Document, anchor: dt.date | None, start: int, end: int
) -> list[DateMention]:
    found: list[DateMention] = []
    taken: set[int] = set()
    hints = _hints_in(document.text[start:end])
    for rule in _RULES:
        if rule.hints.isdisjoint(hints):
            continue
        for match in rule.pattern.finditer(document.text, start, end):
            place = Place(document, match, anchor)
            span = range(*match.span())
            if taken.isdisjoint(span) and rule.fits(place):
                found.append(_mention(rule, place))
                taken.update(span)
    return sorted(found, key=lambda mention: mention.start)


def _hints_in(text: str) -> set[str]:
    """Return the words of `text` in lower case, and a zero where it has a digit."""
    words = set(_LETTERS.findall(text.lower()))
    return words | _DIGITS if _DIGIT.search(text) else words


def _mention(rule: "_Rule", place: Place) -> DateMention:
    is_relative = rule.is_relative and not place.group("year")
    period = None
    if place.anchor is not None or not is_relative:
        try:
            period = rule.read(place)
        except (ValueError, OverflowError):  # 30 February, or a time before the calendar's
            period = None
    start, end = place.match.span()
    date = period.written() if period else None
    return DateMention(start, end, date, is_relative, read_part(place))


def date_of_sentence(
    document: Document, index: int, dates: Sequence[DateMention]
) -> PartialDate | None:
    """Return the date of the matter in the sentence at `index`, where exactly one fits.

    A finer date stands for a coarser one that holds it. Beside a day that cannot be resolved, for
    want of an anchor, no other date is taken: "On Tuesday he was jailed for a theft in 2004".
    """
    sentence = document.sentences[index]
    own = [d for d in dates if sentence.start <= d.start < sentence.end]
    matter = [d for d in own if is_of_matter(document, d.start, d.end)]
    if any(d.date is None and _NAMES_DAY.search(document.text, d.start, d.end) for d in matter):
        return None
    known = {d.date for d in matter if d.date}
    finest = max(sorted(known), key=len, default=None)
    return finest if finest and all(finest.startswith(date) for date in known) else None


_HINT = re.compile(
    r"(?i)\d|day|night|morning|evening|afternoon|morrow|week|month|year|ago\b|summer|spring|autumn"
    rf"|fall|winter|century|{'|'.join(MONTHS)}"
)
"""Two sentences in three hold none of these and are passed over."""
_MONTH_NAMES = "|".join(
    [name for m in MONTHS for name in (m.capitalize(), m.upper())]
    + [rf"{m[:3].capitalize()}\b\.?" for m in MONTHS if m != "may"]
    + [r"Sept\b\.?"]
)
_MONTH = rf"\b(?P<month>{_MONTH_NAMES})"
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_LAST_DAY = r"(?P<last_day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_RANGE = r"\s?(?:-|–|—|to|and|through)\s?"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?![\w%]|[.,:/]\d)"
_OF_YEAR = r"(?:of\s)?(?P<of_year>last|this|next|that|the\ssame|the\sprevious|the\sfollowing)\syear"
_ITS_YEAR = rf"(?:,?\s(?:of\s)?{_YEAR}|,?\s{_OF_YEAR}\b)?"
_WEEKDAY_NAME = "|".join(name.capitalize() for name in WEEKDAYS)
_NAMES_DAY = re.compile(rf"\b(?:{_WEEKDAY_NAME})\b")
_BESIDE_WEEKDAY = rf"(?:\b(?:{_WEEKDAY_NAME}|Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.?,?\s)?"
_PART = (
    r"(?:\b(?P<part>(?i:(?:early|late)(?:\sin)?|mid|middle|earlier\sin|later\sin"
    r"|(?:the\s)?(?:end|start|beginning"
    r"|middle|turn|close|first\shalf|second\shalf|first\squarter|second\squarter|third\squarter"
    r"|fourth\squarter|last\squarter|rest|first\sdays|final\sdays)\sof(?:\sthe\syear)?))[\s-])?"
)
_NEARER = r"(?:\b(?P<part>(?i:early|mid|late))[\s-])?"
_WHICH = r"(?P<which>(?i:last|this|next))"
_SEASON = r"(?P<season>(?i:spring|summer|autumn|fall|winter))"
_COUNT = r"\d{1,3}|an?\sfew|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_UNIT = r"(?P<unit>minute|hour|day|week|month|year|decade|century|centurie)s?"


@dataclass(frozen=True, slots=True)
class _Rule:
    """How one form of date is found and read; `hints` are words of which it has at least one."""

    hints: frozenset[str]
    pattern: re.Pattern[str]
    read: Callable[[Place], Period | None]
    fits: Callable[[Place], bool] = is_any
    is_relative: bool = True


_LETTERS = re.compile(r"[a-z]+")
_DIGIT = re.compile(r"\d")
_DIGITS = frozenset("0")
_MONTHS = frozenset((*MONTHS, *(month[:3] for month in MONTHS), "sept"))
_SEASONS = frozenset("spring summer autumn fall winter".split())

_RULES = (
    _Rule(
        _DIGITS,
        re.compile(r"(?<![\d-])(?P<year>(?:19|20)\d\d)[-/](?P<month>[01]\d)[-/](?P<day>[0-3]\d)(?!\d)"),
        read_iso,
    ),
    _Rule(
        _DIGITS,
        re.compile(
            r"(?<![\d./])(?P<first>[0-3]?\d)([/.])(?P<second>[0-3]?\d)\2(?P<year>(?:19|20)\d\d)(?!\d)"
        ),
        read_numeric,
    ),
    _Rule(
        _MONTHS,
        re.compile(
            rf"{_BESIDE_WEEKDAY}{_MONTH}\s{_DAY}(?![\w%]|[.:,]\d)(?:{_RANGE}{_LAST_DAY}(?!\w))?"
            rf"{_ITS_YEAR}"
        ),
        read_day,
    ),
    _Rule(
        _MONTHS,
        re.compile(
            rf"{_BESIDE_WEEKDAY}(?:\b[Tt]he\s)?(?<![\d.,$£€])\b{_DAY}(?:{_RANGE}{_LAST_DAY})?"
            rf"(?:\sof)?\s{_MONTH}(?!\w){_ITS_YEAR}"
        ),
        read_day,
    ),
    _Rule(
        _MONTHS,
        re.compile(rf"(?:\b{_WHICH}\s|{_PART}){_MONTH}(?!\w){_ITS_YEAR}"),
        read_month,
        is_month,
    ),
    _Rule(
        _SEASONS,
        re.compile(rf"(?:\b[Tt]he\s)?{_NEARER}\b{_SEASON}\s(?:of\s)?{_YEAR}"), read_season
    ),
    _Rule(
        _SEASONS,
        re.compile(rf"{_NEARER}\b{_WHICH}\s{_SEASON}\b"),
        read_season,
        is_deictic,
    ),
    _Rule(
        _DIGITS,
        re.compile(
            r"(?i)(?:\bthe\s)?(?:\b(?:early|mid|late)[\s-])?(?:\b(?:1[5-9]|20)\d0s|['’‘]\d0s|"
            r"\b\d{1,2}(?:st|nd|rd|th)[\s-]century)\b"
        ),
        read_nothing,
        is_relative=False,
    ),
    _Rule(
        _DIGITS,
        re.compile(
            rf"{_PART}(?<![\w.,$£€/-]){_YEAR}(?:[-–/](?P<last_year>(?:(?:1[5-9]|20)\d\d|\d\d)\b))?"
        ),
        read_year,
        is_year,
    ),
    _Rule(
        frozenset(WEEKDAYS),
        re.compile(
            r"\b(?:(?P<which>(?i:last|next|this|coming))\s)?(?:(?P<part>(?i:early|late))\s)?"
            rf"(?P<weekday>{_WEEKDAY_NAME})(?![\w-])(?:\s(?:morning|afternoon|evening|night))?"
            r"(?:\s(?:of\s)?(?P<of_week>last|this|next)\sweek)?"
        ),
        read_weekday,
        is_weekday,
    ),
    _Rule(
        frozenset(words.split()[-1] for names in NEAR_DAYS.values() for words in names),
        re.compile(
            r"(?i)\b(?:" + "|".join(w for names in NEAR_DAYS.values() for w in names) + r")\b"
        ),
        read_near_day,
    ),
    _Rule(
        frozenset(["ago"]),
        re.compile(rf"(?i)\b(?P<number>{_COUNT}|several|some|many)\s{_UNIT}\sago\b"),
        read_ago,
    ),
    _Rule(
        frozenset("weekend week month year".split()),
        re.compile(
            r"(?i)\b(?:earlier\s|later\s|(?P<part>early|mid|late)[\s-])?(?P<which>last|this|next)\s"
            r"(?P<unit>weekend|week|month|year)\b(?!-)"
        ),
        read_deictic,
        is_deictic,
    ),
    _Rule(
        frozenset(
            "later earlier day night morning evening week month year".split()
        ),
        re.compile(
            rf"(?i)\b(?:(?P<number>{_COUNT}|several|some|many)\s{_UNIT}\s(?:later|earlier)|"
            r"(?:the|that)\s(?:very\s)?(?:next|following|previous|same)\s"
            r"(?:day|night|morning|evening|week|month|year)|that\s(?:day|night|week|month|year))\b"
        ),
        read_nothing,
    ),
)  # fmt: skip
"""In order of trust: what an earlier rule took is not read again."""
