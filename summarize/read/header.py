"""What stands above an article in plain text: title, byline, date line, labelled fields."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from summarize.read.body import Judgement
from summarize.read.boilerplate import line_rule
from summarize.read.credits import agency_of
from summarize.read.dates import cut_dates, find_date, read_date_line

MIN_TITLE_WORDS, MAX_TITLE_WORDS = 3, 22
"""Headlines of English-language outlets have 5 to 15 words; the bounds leave room around."""

_HEAD_LINES = 40
_OPENING_LINES = 6
_MAX_GAP = 2
_MIN_TITLE_SCORE = 0.4

_LONG_WORD = re.compile(r"\w{4,}")

_FULL_STOP = re.compile(r"(?<!\b[A-Z])\.[\"'”’)]*$|[:;,]$")
_NAME = (
    r"[A-Z][\w'’.-]*(?: (?:(?:de|van|von|der|den|al|bin|la|le|du|di|da|dos|el|ter|ten)"
    r" )*[A-Z][\w'’.-]*){0,4}"
)
_BYLINE = re.compile(
    rf"(?:(?:[Ss]tory |[Ww]ritten |[Rr]eported |[Ww]ords |[Pp]osted |[Pp]ublished |[Aa]rticle"
    rf" )?(?:[Bb]y|BY)[: ]|(?:[Aa]uthors?|AUTHORS?|[Rr]eporter|[Ww]riter"
    rf"|[Cc]orrespondent)\s?:)\s*"
    rf"(?P<names>{_NAME}(?:(?:,? (?:and|AND|&) |, ?|; ?| / ?){_NAME})*)(?P<rest>.{{0,90}})\Z"
)
_BETWEEN_NAMES = re.compile(r",? (?:and|AND|&) |[,;/] ?")
_NOT_A_NAME = re.compile(
    (
        r"\b(?:writers?|editors?|reporters?|correspondents?|staff|bureau|chief|desk|team"
        r"|agenc(?:y|ies)|contributors?|columnist|analyst|"
        r"news|times|post|press|service|media|herald|tribune|journal|monday|tuesday|wednesday"
        r"|thursday|friday|saturday|sunday|"
        r"senior|political|special|updated|published|photo\w*|online|web|producer)\b"
    ),
    re.IGNORECASE,
)
_FIELD = re.compile(
    (
        r"(?P<label>title|headline|url|link|web ?site|outlet|publisher|publication|newspaper"
        r"|site)\s?:\s*(?P<value>\S.*)\Z"
    ),
    re.IGNORECASE,
)
_EMPTY_FIELD = re.compile(
    (
        r"(?:date|by|authors?|published|posted|updated|source|title|url|category|tags?|section"
        r"|written by|reported by)\s?:\Z"
    ),
    re.IGNORECASE,
)
_SEPARATED = re.compile(r" [>»/] |\(@|pic\.twitter|\| .* \||(?:--|[–—>/|])$")
_INNER_STOP = re.compile(r"[a-z]{4}[.] [A-Z]")
_TITLE_SUFFIX = re.compile(r"(?P<title>.{15,}?) \| (?P<outlet>[A-Z][^|]{1,40})\Z")


@dataclass(frozen=True, slots=True)
class Byline:
    """The names in a byline, and the agency that it names beside them."""

    authors: tuple[str, ...]
    agency: str | None


def is_headline(line: str) -> bool:
    """Return whether `line` can be a headline: of fitting length, and with no stop at its end."""
    words = line.split()
    if not MIN_TITLE_WORDS <= len(words) <= MAX_TITLE_WORDS or _FULL_STOP.search(line):
        return False
    if _SEPARATED.search(line) or _INNER_STOP.search(line) or line.count("(") != line.count(")"):
        return False
    return line[:1].isupper() or line[:1].isdigit() or line[:1] in "\"'“‘«¿¡$£€#@‹"


def find_title(lines: Sequence[str], judged: Sequence[Judgement]) -> int | None:
    """Return the number of the line that is the title, or None where there is none.

    Of the headlines above the article it is the one whose words the article takes up, the nearer
    to it and the longer the better. One that shares no word with the article is the title only
    where nothing else stands above it.
    """
    start = _article_start(judged)
    if start is None:
        return None
    has_more = any(line.verdict is None for line in judged[start + 1 :])
    candidates = [
        number
        for number in range(max(0, start - _HEAD_LINES), start + has_more)
        if _is_free(lines[number], judged[number]) and is_headline(lines[number])
    ]
    scored = [(_title_score(lines, n, start), -n) for n in candidates]
    best, place = max(scored, default=(0.0, 0))
    if best >= _MIN_TITLE_SCORE or (len(candidates) == 1 and candidates[0] <= 1):
        return -place if scored else None
    return None


def _article_start(judged: Sequence[Judgement]) -> int | None:
    """The first line of the body that another follows, or the only one."""
    body = [number for number, line in enumerate(judged) if line.verdict is None]
    for number, following in pairwise(body):
        if following - number <= _MAX_GAP:
            return number
    return body[0] if body else None


def _is_free(line: str, judged: Judgement) -> bool:
    """Whether no rule knows the line itself: a menu above the article may have taken its title."""
    return judged.rule in (None, "related headline") and line_rule(line) is None


def _title_score(lines: Sequence[str], number: int, start: int) -> float:
    opening = _content_words(" ".join(lines[max(start, number + 1) : start + _OPENING_LINES]))
    words = _content_words(lines[number])
    shared = len(words & opening) / max(len(words), 1)
    return 2.0 * shared + 0.05 * min(len(lines[number].split()), 10) - 0.04 * (start - number)


def _content_words(text: str) -> frozenset[str]:
    """The first six letters of every longer word, so that "talks" meets "talking"."""
    return frozenset(word[:6].casefold() for word in _LONG_WORD.findall(text))


def read_byline(line: str) -> Byline | None:
    """Return who wrote it, where `line` is a byline and nothing else but date, role or agency."""
    if len(line.split()) > 24:
        return None
    bare = cut_dates(line)
    match = _BYLINE.match(line) if bare == line else _BYLINE.match(bare) or _BYLINE.match(line)
    if match is None or _reads_on(match["rest"]):
        return None
    parts = [part.strip(" .") for part in _BETWEEN_NAMES.split(match["names"])]
    authors = tuple(
        _as_name(p) for p in parts if p and not _NOT_A_NAME.search(p) and not agency_of(p)
    )
    agencies = [agency for p in [*parts, *_phrases(match["rest"])] if (agency := agency_of(p))]
    return Byline(authors, agencies[0] if agencies else None)


def read_field(line: str) -> tuple[str, str] | None:
    """Return label and value of a labelled line such as "URL: https://example.org/a", or None."""
    match = _FIELD.match(line)
    return (match["label"].lower(), match["value"].strip()) if match else None


def is_empty_field(line: str) -> bool:
    """Return whether `line` is a label whose value a script would have filled in ("Date:")."""
    return _EMPTY_FIELD.match(line) is not None


def split_dated_title(line: str) -> tuple[str, dt.date] | None:
    """Return title and date of a line that has both: "date 2025-04-26 A title Saturday, …"."""
    date = find_date(line)
    if date is None:
        return None
    title = _cut_outer_dates(line)
    if title == line or not is_headline(title) or len(title.split()) < 4:
        return None
    return title, date


def split_outlet(title: str) -> tuple[str, str | None]:
    """Return a title without the outlet behind a bar ("A title | The Times"), and the outlet."""
    match = _TITLE_SUFFIX.match(title)
    if match is None or len(match["outlet"].split()) > 5:
        return title, None
    return match["title"].strip(), match["outlet"].strip()


def _cut_outer_dates(line: str) -> str:
    """Take dates off both ends; one inside of the title belongs to it."""
    words = line.split()
    start, end = 0, len(words)
    for size in range(1, min(12, end)):
        if read_date_line(" ".join(words[:size]))[0]:
            start = size
    for size in range(1, min(12, len(words) - start)):
        if read_date_line(" ".join(words[-size:]))[0]:
            end = len(words) - size
    return " ".join(words[start:end]).strip(" |,–—-")


def _reads_on(rest: str) -> bool:
    """Whether what follows the names is a sentence and no role, place or outlet."""
    words = rest.split()
    lower = sum(1 for word in words if word[:1].islower())
    return bool(words) and (
        (rest[:1] == " " and words[0][:1].islower() and lower > 2) or rest.rstrip().endswith(".")
    )


def _phrases(rest: str) -> Sequence[str]:
    return [part.strip() for part in re.split(r"[,|•/()–—]| for | of ", rest) if part.strip()]


def _as_name(name: str) -> str:
    return name.title() if name.isupper() and len(name) > 3 else name
