"""Who else an article credits: a wire in its dateline, a credit line, a republished original.

The dateline ("KYIV, April 26 (Reuters) -") is taken off the first paragraph: it is no part of the
sentence behind it, and would be read as one. It stays in `removed`.
"""

import re
from typing import NamedTuple

# News agencies that English-language outlets credit by name or by initials; the canonical name is
# the one that the agency uses of itself.
AGENCIES: dict[str, str] = {
    "reuters": "Reuters",
    "thomson reuters": "Reuters",
    "ap": "Associated Press",
    "associated press": "Associated Press",
    "the associated press": "Associated Press",
    "afp": "AFP",
    "agence france-presse": "AFP",
    "agence france presse": "AFP",
    "upi": "UPI",
    "united press international": "UPI",
    "pa": "PA Media",
    "pa media": "PA Media",
    "press association": "PA Media",
    "dpa": "dpa",
    "deutsche presse-agentur": "dpa",
    "efe": "EFE",
    "ansa": "ANSA",
    "xinhua": "Xinhua",
    "kyodo": "Kyodo News",
    "kyodo news": "Kyodo News",
    "yonhap": "Yonhap",
    "tass": "TASS",
    "itar-tass": "TASS",
    "ria novosti": "RIA Novosti",
    "interfax": "Interfax",
    "interfax-ukraine": "Interfax-Ukraine",
    "ukrinform": "Ukrinform",
    "kcna": "KCNA",
    "bloomberg": "Bloomberg",
    "bloomberg news": "Bloomberg",
    "dow jones": "Dow Jones",
    "dow jones newswires": "Dow Jones",
    "pti": "PTI",
    "press trust of india": "PTI",
    "ians": "IANS",
    "ani": "ANI",
    "aap": "AAP",
    "australian associated press": "AAP",
    "cp": "The Canadian Press",
    "canadian press": "The Canadian Press",
    "the canadian press": "The Canadian Press",
    "anadolu": "Anadolu Agency",
    "aa": "Anadolu Agency",
    "anadolu agency": "Anadolu Agency",
    "irna": "IRNA",
    "sana": "SANA",
    "wafa": "WAFA",
    "cnn": "CNN",
    "cns": "CNS",
    "mcclatchy": "McClatchy",
    "inter press service": "Inter Press Service",
    "ips": "Inter Press Service",
}

_AGENCY = "|".join(re.escape(name) for name in sorted(AGENCIES, key=len, reverse=True))

MAX_CREDIT_WORDS = 30
_MAX_CREDITED_WORDS = 9

_CREDIT_FORMS: tuple[str, ...] = (
    r"(?:original |news |article |story |content |main )?(?:sources?|credits?)\s?:\s*(?P<who>.+)",
    r"(?:article|story|report|text|news) (?:from|by|via|courtesy of|source)\s?:\s*(?P<who>.+)",
    (
        r"(?:this|an earlier version of this|a version of this|parts of this) "
        r"(?:article|story|piece|post|content|column|essay|interview|report)s? "
        r"(?:was |has been |is |were |had been )?(?:(?:originally|first|also|initially) )?"
        r"(?:published|appeared|posted|produced|provided|written|republished|reprinted|syndicated)"
        r"(?: \w+){0,2} (?:by|in|on|at|from|for) (?P<who>.+)"
    ),
    r"(?:originally|first) (?:published|appeared|posted|ran) (?:by|in|on|at|from) (?P<who>.+)",
    (
        r"(?:re-?published|reprinted|reproduced|syndicated|adapted)(?: \w+){0,3} (?:from|by|of) "
        r"(?P<who>.+)"
    ),
    (
        r"(?:with )?(?:additional |further |some )?(?:files?|inputs?|material) (?:from|by|via) "
        r"(?P<who>.+)"
    ),
    r"(?:via|courtesy(?: of)?)\s?:?\s+(?P<who>.+)",
    r"the post .+ (?:appeared first|first appeared) on (?P<who>.+)",
    rf"[-–—(\[/ ]*(?P<who>{_AGENCY})(?: news(?: agency)?| writer| staff)?[)\]./ ]*",
)
_CREDIT_LINES: tuple[re.Pattern[str], ...] = tuple(
    re.compile(rf"\W{{0,2}}{form}\s*\Z", re.IGNORECASE) for form in _CREDIT_FORMS
)
_CREDIT_HINT = re.compile(
    r"source|credit|publish|appear|article|story|report|text|words|news|file|input|material|via"
    rf"|courtesy|print|syndic|adapt|reproduc|post|\b(?:{_AGENCY})\b",
    re.IGNORECASE,
)
_AFTER_CREDITED = re.compile(
    r"\s+(?:and (?:is|was|has)|under|with (?:the )?permission|on \w+ \d|in (?:19|20)\d\d"
    r"|(?:here|where)\b|\().*|\. read .*",
    re.IGNORECASE,
)
_NAME_WORD = re.compile(r"[A-Z0-9&\"'“‘]|(?:of|the|and|for|in|on|a|an|page|by)\Z|\S+\.\S+\Z")

_STAFF = re.compile(
    r"\W{0,2}(?:(?:additional |further )?(?:reporting|writing|editing|research|graphics) by "
    r"|(?:edited|compiled|reported|written) by )(?=[A-Z]).{1,200}\Z"
    r"|.{2,140}\b(?:contributed|provided|added)(?: (?:additional|further))? "
    r"(?:reporting|research|to this|to the|from|additional|material)\b.{0,60}\Z",
    re.IGNORECASE,
)

_FULL_AGENCY = re.compile(
    "|".join(rf"\b{re.escape(name)}\b" for name in sorted(AGENCIES) if len(name) > 4),
    re.IGNORECASE,
)
_MAX_DATELINE = 100

_PLACE = r"[A-Z][A-Z'’.-]+(?:[ /][A-Z][A-Z'’.]*)*"
_MIXED_PLACE = r"[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,3}"
_MONTH = r"(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[A-Za-z]*\.?"
_DATELINE = re.compile(
    rf"(?:(?P<caps>{_PLACE})(?![\w'’])|(?P<mixed>{_MIXED_PLACE}))?"
    r"(?:, ?(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2}"
    r"){0,2}?"
    r"(?:,? (?:(?i:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
    rf"(?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}})(?:,? \d{{4}})?)?"
    r"(?:[ ,:]*(?:[(\[](?P<agency>[^()\[\]]{2,40})[)\]]|/[A-Z][\w -]{1,30}/))?"
    r"(?:(?P<dash>\s?--\s?|\s-\s|\s?[–—―]\s?)|\s*:\s|\s)"
    r"(?=[\"'“‘(]?[A-Z0-9]|\Z)"
)
_NO_PLACE = frozenset(
    "FILE PHOTO VIDEO WATCH UPDATE UPDATED BREAKING EXCLUSIVE OPINION ANALYSIS EDITORIAL NOTE LIVE"
    " CORRECTION UNDATED COMMENT NEW CLOSE AND THE".split()
)


class Dateline(NamedTuple):
    """A dateline: how many characters it takes, and the agency in it."""

    length: int
    agency: str | None


def read_credit(line: str) -> str | None:
    """Return whom `line` credits, where it is nothing but a credit line."""
    if len(line.split()) > MAX_CREDIT_WORDS or not _CREDIT_HINT.search(line):
        return None
    for form in _CREDIT_LINES:
        match = form.match(line)
        if match is not None:
            return _credited(match["who"])
    return None


def is_staff_line(line: str) -> bool:
    """Return whether `line` names who reported, edited or contributed, and says nothing else."""
    return len(line.split()) <= MAX_CREDIT_WORDS and _STAFF.match(line) is not None


def agency_in(line: str) -> str | None:
    """Return the first agency that `line` names in its full name, or None."""
    match = _FULL_AGENCY.search(line)
    return AGENCIES[match[0].lower()] if match else None


def agency_of(name: str) -> str | None:
    """Return the agency that `name` is a name of, or None."""
    return AGENCIES.get(name.strip(" .").lower())


def read_dateline(paragraph: str) -> Dateline | None:
    """Return the dateline that `paragraph` begins with, or None.

    The place is in capitals, or an agency stands behind it: "Paris: a city" is no dateline.
    """
    match = _DATELINE.match(f"{paragraph} " if len(paragraph) < _MAX_DATELINE else paragraph)
    if match is None or match.end() > _MAX_DATELINE:
        return None
    agency = (
        _agency_named(match["agency"], has_dash=bool(match["dash"])) if match["agency"] else None
    )
    place = match["caps"] or ""
    is_place = sum(map(str.isalpha, place)) > 2 and place not in _NO_PLACE
    if agency is None and not (is_place and match["dash"]):
        return None
    return Dateline(min(match.end(), len(paragraph)), agency)


def _agency_named(name: str, *, has_dash: bool) -> str | None:
    """Return the agency of a dateline; one in no table is known by its capitals and a dash."""
    known = agency_of(name.split("/", maxsplit=1)[0])
    words = name.split()
    is_name = all(word[:1].isupper() for word in words) and not _NO_PLACE & {
        w.upper() for w in words
    }
    return known or (name.strip() if has_dash and is_name and len(words) > 1 else None)


def _credited(who: str) -> str | None:
    name = _AFTER_CREDITED.sub("", who).strip(' .:;,|()[]–—-"“”')
    words = name.split()
    if not words or len(words) > _MAX_CREDITED_WORDS or not all(map(_NAME_WORD.match, words)):
        return None
    return agency_of(name) or name
