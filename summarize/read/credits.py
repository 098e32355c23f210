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

_CREDIT_LINES: tuple[re.Pattern[str], ...] = tuple(
    re.compile(form + r"\s*\Z", re.IGNORECASE)
    for form in (
        r"\W{0,2}(?:original |news |article |story |content |main )?(?:sources?|credits?)\s?:\s*(?P<who>.+)",
        r"\W{0,2}(?:article|story|report|text|words|news) (?:from|by|via|courtesy of|source)\s?:\s*(?P<who>.+)",
        r"\W{0,2}(?:this|the|an earlier version of this|a version of this|parts of this) "
        r"(?:article|story|piece|report|post|content|news|column|essay|interview)s?\b.{0,40}?"
        r"(?:published|appeared|posted|produced|reported|provided|written|ran|taken|republished|reprinted|syndicated)"
        r"(?: \w+){0,2} (?:by|in|on|at|from|for) (?P<who>.+)",
        r"\W{0,2}(?:originally|first) (?:published|appeared|posted|reported|ran) (?:by|in|on|at|from) (?P<who>.+)",
        r"\W{0,2}(?:re-?published|reprinted|reproduced|syndicated|adapted)(?: \w+){0,3} (?:from|by|of) (?P<who>.+)",
        r"\W{0,2}(?:with )?(?:additional |further |some )?(?:reporting|files?|reports?|inputs?|material|information)"
        r" (?:from|by|via) (?P<who>(?:the )?[A-Z].+)",
        r"\W{0,2}(?:via|courtesy(?: of)?)\s?:?\s+(?P<who>.+)",
        r"the post .+ (?:appeared first|first appeared) on (?P<who>.+)",
        rf"[-–—(\[/ ]*(?P<who>{_AGENCY})(?: news(?: agency)?| writer| staff)?[)\]./ ]*",
    )
)
_CREDIT_HINT = re.compile(
    rf"source|credit|publish|appear|report|article|story|file|input|material|information|via|courtesy"
    rf"|print|syndic|adapt|reproduc|\b(?:{_AGENCY})\b",
    re.IGNORECASE,
)
_AFTER_CREDITED = re.compile(
    r"\s+(?:and (?:is|was|has)|under|with (?:permission|the permission)|on \w+ \d|in (?:19|20)\d\d"
    r"|(?:here|where)\b|\().*",
    re.IGNORECASE,
)

_PLACE = r"[A-Z][A-Z'’.-]+(?:[ /][A-Z'’.-]{2,}|[ /][A-Z]\.)*"
_DATELINE = re.compile(
    rf"(?:(?P<caps>{_PLACE})(?:, (?:[A-Z][A-Za-z.]*\.?(?: [A-Z][a-z.]+){{0,2}}))?|(?P<mixed>[A-Z][\w'’.-]+(?:[ /][A-Z][\w'’.-]+){{0,3}}(?:, [A-Z][\w.]+){{0,2}}))?"
    r"(?P<date>,? (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d{1,2} )?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?: \d{1,2})?(?:, \d{4}| \d{4})?)?"
    r"(?:[ ,:]*[(\[](?P<agency>[^()\[\]]{2,40})[)\]])?"
    r"\s*(?:(?P<dash>--?|–|—|―)|:)\s+(?=[\"'“‘A-Z0-9])",
    re.IGNORECASE,
)


class Dateline(NamedTuple):
    """A dateline, how many characters it takes, and the agency in it."""

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


def agency_of(name: str) -> str | None:
    """Return the agency that `name` is a name of, or None."""
    return AGENCIES.get(name.strip(" .").lower())


def read_dateline(paragraph: str) -> Dateline | None:
    """Return the dateline that `paragraph` begins with, or None.

    The place is in capitals, or an agency stands behind it: "Paris: a city" is no dateline.
    """
    match = _DATELINE.match(paragraph)
    if match is None or match.end() > 100:
        return None
    agency = agency_of(match["agency"].split("/")[0]) if match["agency"] else None
    place = match["caps"] or match["mixed"] or ""
    is_capital = len(place) > 2 and place == place.upper() and any(map(str.isalpha, place))
    if agency is None and not (is_capital and match["dash"]):
        return None
    return Dateline(match.end(), agency)


def _credited(who: str) -> str | None:
    name = _AFTER_CREDITED.sub("", who).strip(' .:;,|()[]–—-"“”')
    if not name or len(name.split()) > _MAX_CREDITED_WORDS:
        return None
    return agency_of(name) or name
