"""What stands above an article in plain text: title, byline, date line, labelled fields."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from summarize.read.body import Judgement
from summarize.read.credits import agency_of
from summarize.read.dates import cut_dates, find_date, read_date_line

MIN_TITLE_WORDS, MAX_TITLE_WORDS = 2, 28
"""Headlines of English-language outlets have 5 to 15 words; the bounds leave room on either side."""

_FULL_TITLE_WORDS = 4

_FULL_STOP = re.compile(r"(?<!\b[A-Z])\.[\"'”’)]*$|[:;,]$")
_NAME = r"[A-Z][\w'’.-]*(?: (?:(?:de|van|von|der|den|al|bin|la|le|du|di|da|dos|el|ter|ten) )*[A-Z][\w'’.-]*){0,4}"
_BYLINE = re.compile(
    rf"(?:(?:[Ss]tory |[Ww]ritten |[Rr]eported |[Ww]ords |[Pp]osted |[Pp]ublished |[Aa]rticle )?(?:[Bb]y|BY)[: ]|(?:[Aa]uthors?|AUTHORS?|[Rr]eporter|[Ww]riter|[Cc]orrespondent)\s?:)\s*"
    rf"(?P<names>{_NAME}(?:(?:,? (?:and|AND|&) |, ?|; ?| / ?){_NAME})*)(?P<rest>.{{0,90}})\Z"
)
_BETWEEN_NAMES = re.compile(r",? (?:and|AND|&) |[,;/] ?")
_NOT_A_NAME = re.compile(
    r"\b(?:writers?|editors?|reporters?|correspondents?|staff|bureau|chief|desk|team|agenc(?:y|ies)|contributors?|columnist|analyst|"
    r"news|times|post|press|service|media|herald|tribune|journal|monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
    r"senior|political|special|updated|published|photo\w*|online|web|producer)\b",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"(?P<label>title|headline|url|link|web ?site|outlet|publisher|publication|newspaper|site)\s?:\s*(?P<value>\S.*)\Z",
    re.IGNORECASE,
)
_EMPTY_FIELD = re.compile(
    r"(?:date|by|authors?|published|posted|updated|source|title|url|category|tags?|section|written by|reported by)\s?:\Z",
    re.IGNORECASE,
)
_TITLE_SUFFIX = re.compile(r"(?P<title>.{15,}?) \| (?P<outlet>[A-Z][^|]{1,40})\Z")


@dataclass(frozen=True, slots=True)
class Byline:
    """The names in a byline, and the agency that it names beside them."""

    authors: tuple[str, ...]
    agency: str | None


def is_headline(line: str) -> bool:
    """Return whether `line` can be a headline: not too short or long, and no full stop at its end."""
    words = line.split()
    if not MIN_TITLE_WORDS <= len(words) <= MAX_TITLE_WORDS or _FULL_STOP.search(line):
        return False
    return line[:1].isalnum() or line[:1] in "\"'“‘«¿¡$£€#@‹"


def find_title(lines: Sequence[str], judged: Sequence[Judgement]) -> int | None:
    """Return the number of the line that is the title, or None where there is none.

    The title is the last run of headlines above the body, and the first of that run that has at
    least four words (what follows it is a subtitle, what precedes it a section's name).
    """
    first = next((n for n, line in enumerate(judged) if line.verdict is None), len(lines))
    has_more = any(line.verdict is None for line in judged[first + 1 :])
    end = first + 1 if has_more else first
    candidates = [n for n in range(end) if judged[n].rule is None and is_headline(lines[n])]
    full = [n for n in candidates if len(lines[n].split()) >= _FULL_TITLE_WORDS]
    run = full or candidates
    if not run:
        return None
    start = run[-1]
    for number in reversed(run):
        if start - number > 1:
            break
        start = number
    return start


def read_byline(line: str) -> Byline | None:
    """Return who wrote it, where `line` is nothing but a byline (with a date, a role, an agency)."""
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
    """Return a title without the outlet behind a bar ("A title | The Example Times"), and the outlet."""
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
    for size in range(1, min(12, end - start)):
        if read_date_line(" ".join(words[end - size :]))[0]:
            end = len(words) - size
            break
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
