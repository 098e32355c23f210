"""Numbers that name, date or rank, and so measure nothing.

"Article 51", "Boeing 737", "27 April", "2024", "5:25 a.m.", "4-0", "+44 20 7946 0958". Two readers:
`nominal_spans` finds what its own shape gives away, `is_name_part` what the words beside it do.
"""

import re
from collections.abc import Sequence

from summarize.language.calendar import MONTHS, WEEKDAYS
from summarize.language.document import Token

_MONTH = (
    r"(?:(?i:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Apr(?:il|\.)?|June?\.?|July?\.?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)|MAY|MARCH|May|Mar(?:ch|\.))"
)
"""Lower case too, as in text without capitals, except for "may" and "march"."""
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[0-9]|2[01])\d\d"
_DAYS = rf"{_DAY}(?:\s?(?:[-–—/&]|to|and|or)\s?{_DAY})?"
_AFTER_DAY = r"(?![\w%]|[.,:]?\d|\s(?:million|billion|percent|per\scent)\b)"
_HOUR = r"(?:[01]?\d|2[0-4])"
_ZONE = r"(?:GMT|BST|UTC|CET|E[SD]?T)\b"
_DATES = (
    rf"\b(?:{_MONTH}|may)\s{_DAYS}{_AFTER_DAY}(?:,?\s{_YEAR}\b)?",
    rf"\b{_DAYS}(?:\sof)?\s{_MONTH}(?!\w)(?:,?\s{_YEAR}\b)?",
    rf"\b{_MONTH},\s{_DAY},\s{_YEAR}\b",
    rf"\b{_MONTH},?\s{_YEAR}\b",
    r"(?i:\b(?:in|since|until|during)\s(?:early\s|late\s)?)(?:19|20)\d\d\b(?![,.-]\d|\s?%)",
    r"\b\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?Z?)?",
    r"\b\d{1,4}/\d{1,2}/\d{2,4}\b",
    r"\b\d{1,2}\.\d{1,2}\.\d{4}\b",
    rf"\b{_YEAR}\s?[-–—/]\s?(?:{_YEAR}|\d\d)\b(?![.,]\d|\s?%|\s[a-z]+s\b)",
    r"\b(?:9/11|7/7|24/7|50/50|20/20)\b",
    r"(?:\b(?:1[0-9]|20)\d0|['’‘]\d0|\b[1-9]0)['’′]?s\b",
    r"\bmid-\d+\w*",
)
_CLOCK_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_TIMES = (
    rf"\b{_HOUR}[:.][0-5]\d(?::[0-5]\d)?\s?(?:(?i:[ap]\.?m\b\.?)|{_ZONE}|hrs\b|hours\b|o['’]clock\b)",
    rf"\b{_HOUR}:[0-5]\d(?::[0-5]\d)?(?![\d:])",
    r"(?i:\b(?:1[0-2]|0?[1-9])\s?(?:[ap]\.m\b\.?|[ap]m\b|o['’]?\s?clock\b))",
    rf"\b[0-2]\d[0-5]\d\s?{_ZONE}",
    r"(?:(?<=at\s)|(?<=by\s))[0-2]\d[0-5]\d\s?(?:hrs|hours)\b",
    rf"(?i:\b(?:{_CLOCK_WORDS})\s(?:[ap]\.m|o['’]clock)\b)",
)
_STREETS = (
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Boulevard|Blvd|Terrace|Crescent|Highway|Pike)\b"
    r"|(?:Drive|Square|Way|Court|Place)(?=[,.;]|$)"
)
_ADDRESSES = (
    r"https?://\S+|\bwww\.\S+|[\w.+-]+@[\w-]+\.[\w.]+",
    r"(?<!\w)\+\d[\d\s().-]{6,}\d",
    r"\(\d{3}\)\s?\d{3}[-.\s]\d{4}|\b\d{3}[-.\s]\d{3}[-.\s]\d{4}\b|\b\d{3}-\d{4}\b",
    r"\b(?:1-)?8\d\d-[\dA-Z-]{7,}|\b0\d{2,4}\s\d{3,4}\s?\d{3,4}\b",
    rf"\b\d{{1,5}}[A-Za-z]?\s(?:[A-Z][\w'’.-]+\s){{1,3}}(?:{_STREETS})",
    r"(?<=[A-Z]{2}\s)\d{5}(?:-\d{4})?\b",
)
_MIXED = (
    r"(?<!\$)\b(?!(?:US|R[Ms]|[A-Z]{3})\d)"
    r"(?:[A-Za-z]+\d\w*(?:-\w+)*|[A-Z][\w&]*[-–]\d+\w*|\d+[A-Z]+\d\w*)(?![,.]?\d)"
)
"""Letters and digits in one word ("F-16", "M21"), but for a currency ("USD1,700")."""
_CODES = (
    r"(?i:\bIS[BS]N\b[\s:]*[\d-]+[\dX])",
    r"\b\d+(?:\.\d+){2,}\b|\b[vV](?:ersion\s)?\d+(?:\.\d+)*\b",
    r"\b\d+(?:st|nd|rd|th)\b|\b\d+\([a-z]\)",
    r"\b\d+[-–]\d+(?:[-–]\d+)+\b",
    r"(?<=[;:,]\s)\(?\d{1,2}\s?\)(?=\s)",
    _MIXED,
)
_NOMINAL = re.compile("|".join((*_DATES, *_TIMES, *_ADDRESSES, *_CODES)))
_MAY_NAME = re.compile(r"\d|://|www|@|['’ ]clock|\.[mM]\b")
"""Each of these forms has a digit but for addresses and hours in words."""
_LIST_MARK = re.compile(r"\s*(?:[•*–-]\s+)?\(?\d{1,2}[.):]\s+(?=\S)")

_LABELS = frozenset(
    "article section chapter page pages paragraph rule clause amendment figure table no no. number "
    "nos nos. item line lot level phase stage grade category type class room gate flight channel "
    "route highway road exit junction interchange apartment suite floor box version episode season "
    "week day game round act part volume question step track form code district precinct ward zone "
    "sector area block platform runway size model series mark issue resolution protocol title row "
    "schedule appendix annex exhibit verse psalm operation squadron regiment brigade division "
    "group pool hole lap heat lane pier terminal building bay unit station mile kilometer top big "
    "formula catch year tier proposition measure bill docket case interstate "
    "fig fig. sec sec. art art. ch ch. vol vol. pp pp. p.".split()
)
"""Words before which a small number in digits is a label."""
_INDEXES = re.compile(
    r"(?:S\s?(?:&|and)?\s?P(?:/\w+)?|FTSE|Nasdaq|NASDAQ|Stoxx|STOXX|Russell|Nikkei|CAC|DAX|ASX|CSI|"
    r"Topix|Fortune|Forbes|Euro\sStoxx|Hang\sSeng|TA|Ibex|IBEX|SMI|Dow|Kospi|Nifty|Sensex)[\s-]?\Z"
)
_YEAR_CUES = frozenset(
    "in since until till during the early late mid year season summer winter spring autumn "
    "fall".split()
) | frozenset(MONTHS)
"""Words behind which four digits are a year whatever follows them."""
_LOOSE_CUES = frozenset("by before after of from to between through circa around for and".split())


def nominal_spans(sentence: str) -> list[tuple[int, int]]:
    """Return the spans of `sentence` that are dates, times, addresses, codes or list marks."""
    if not _MAY_NAME.search(sentence):
        return []
    spans = [match.span() for match in _NOMINAL.finditer(sentence)]
    mark = _LIST_MARK.match(sentence)
    if mark and not sentence[: mark.end()].strip().endswith(":"):
        spans.append(mark.span())
    return spans


def is_year(digits: str, before: str, *, has_noun: bool) -> bool:
    """Say whether four bare digits are a year, by the word before and whether a plural follows.

    Newsrooms write counts of that size with a comma, or at least round ("2000 homes").
    """
    if not re.fullmatch(_YEAR, digits):
        return False
    cue = before.lower().rstrip(".")
    if cue in _YEAR_CUES:
        return True
    if 1900 <= int(digits) < 2100:
        return not (has_noun and int(digits) % 50 == 0)
    return cue in _LOOSE_CUES and not has_noun


def is_label(word: str) -> bool:
    """Say whether a number behind `word` tells which one is meant: "number two", "stage 3"."""
    return word.lower() in _LABELS


def is_name_part(sentence: str, before: Sequence[Token], start: int, *, is_counted: bool) -> bool:
    """Say whether the number at `start` belongs to a name: "Route 66", "S&P 500", "Tier 2".

    `before` are the sentence's tokens up to the number; `is_counted` says that a plural noun
    or a unit follows, which a label has only behind a preposition ("in Gaza 40 people").
    """
    if not before or not sentence[:start].endswith((" ", "\u00a0")):
        return False
    last = before[-1]
    if _INDEXES.search(sentence, 0, start - 1):
        return True
    if is_label(last.text):
        return not is_counted or last.text[0].isupper()
    if not last.text[0].isupper() or not last.text[0].isalpha():
        return False
    if is_counted and last.low in WEEKDAYS:
        return False  # "on Monday 12 people"
    if len(before) == 1:
        return last.tag.startswith("NNP") and not is_counted
    if last.tag.startswith("NNP") or last.low not in _FUNCTION_WORDS:
        return not (is_counted and _follows_preposition(before))
    return False


def _follows_preposition(before: Sequence[Token]) -> bool:
    i = len(before) - 1
    while i >= 0 and before[i].text[:1].isupper():
        i -= 1
    return i >= 0 and (before[i].tag == "IN" or before[i].low in ("in", "at", "near", "on", "from"))


_FUNCTION_WORDS = frozenset(
    "at about around some over nearly almost only more less up roughly the a an in on by of for "
    "with from to between and or but as these those all least than just under another".split()
)
