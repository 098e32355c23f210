"""Numbers that name, date or rank, and so measure nothing.

"Article 51", "Boeing 737", "27 April", "2024", "5:25 a.m.", "4-0", "+44 20 7946 0958". Two readers:
`nominal_spans` finds what its own shape gives away, `is_name_part` what the words beside it do.
"""

import re
from collections.abc import Sequence

from summarize.language.document import Token

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)|Apr(?:il|\.)?|May|June?\.?|July?\.?|"
    r"Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[0-9]|2[01])\d\d"
_AFTER_DAY = r"(?![\w%]|[.,:]?\d|,\d|\s(?:million|billion|percent|per\scent)\b)"
_DAYS = rf"{_DAY}(?:\s?(?:[-–—/&]|to|and|or)\s?{_DAY})?"
_HOUR = r"(?:[01]?\d|2[0-4])"
_SHAPES = (
    rf"(?i:\b{_MONTH}(?<!\bmar)(?<!\bmay))\s{_DAYS}{_AFTER_DAY}(?:,?\s{_YEAR}\b)?",
    rf"\b(?:May|may|Mar)\s{_DAYS}{_AFTER_DAY}(?:,?\s{_YEAR}\b)?",
    rf"\b{_DAYS}(?:\sof)?\s(?i:{_MONTH})(?!\w)(?:,?\s{_YEAR}\b)?",
    rf"(?i:\b{_MONTH}),?\s{_YEAR}\b",
    r"(?i:\b(?:in|since|until|during)\s(?:early\s|late\s)?)(?:19|20)\d\d\b(?![,.-]\d|\s?%)",
    r"\b\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?Z?)?",
    r"\b\d{1,4}/\d{1,2}/\d{2,4}\b|\b\d{1,2}\.\d{1,2}\.\d{4}\b",
    rf"\b{_YEAR}\s?[-–—/]\s?(?:{_YEAR}|\d\d)\b(?![.,]\d|\s?%)",
    r"\b\d{1,2}/\d{1,2}(?=\s(?:attack|terror|era)\w*)|\b(?:9/11|7/7|24/7|50/50|20/20)\b",
    r"(?:\b(?:1[0-9]|20)\d0|['’‘]\d0|\b[1-9]0)['’′]?s\b",
    r"\bmid-\d+\w*",
    rf"\b{_HOUR}[:.][0-5]\d(?::[0-5]\d)?(?:\s?(?:a\.?m\b\.?|p\.?m\b\.?|(?:GMT|BST|E[SD]?T|UTC|CET|"
    r"hrs|hours|o['’]clock)\b))",
    rf"\b{_HOUR}:[0-5]\d(?::[0-5]\d)?(?![\d:])",
    r"(?i:\b(?:1[0-2]|0?[1-9])\s?(?:a\.m\b\.?|p\.m\b\.?|am\b|pm\b(?!\s*\w*meter)|o['’]?\s?clock\b))",
    r"\b[0-2]\d[0-5]\d\s?(?:GMT|BST|UTC|CET|E[SD]?T|hrs|hours)\b",
    r"(?i:\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s(?:a\.m|p\.m|o['’]clock)\b)",
    r"https?://\S+|\bwww\.\S+|[\w.+-]+@[\w-]+\.[\w.]+",
    r"(?<!\w)\+\d[\d\s().-]{6,}\d|\(\d{3}\)\s?\d{3}[-.\s]\d{4}|\b\d{3}[-.\s]\d{3}[-.\s]\d{4}\b",
    r"\b(?:1-)?8\d\d-[\dA-Z-]{7,}|\b\d{3}-\d{4}\b|\b0\d{2,4}\s\d{3,4}\s?\d{3,4}\b",
    r"(?i:\bISB?N\b[\s:]*[\d-]+[\dX])",
    r"\b\d+(?:\.\d+){2,}\b|\b[vV](?:ersion\s)?\d+(?:\.\d+)*\b",
    r"\b\d{1,5}[A-Za-z]?\s(?:[A-Z][\w'’.-]+\s){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Dr|"
    r"Boulevard|Blvd|Square|Way|Court|Place|Terrace|Crescent|Highway|Pike)\b",
    r"\b\d+(?:st|nd|rd|th)\b",
    r"(?<=[A-Z]{2}\s)\d{5}(?:-\d{4})?\b",
    r"\b\d+[-–]\d+(?:[-–]\d+)+\b",
    r"(?<![\w.,])\(?\d{1,2}\s?\)(?=\s+[A-Za-z])(?<!\s\s)",
    r"(?<!\$)\b(?!(?:US|R[Ms]|[A-Z]{3})\d)(?:[A-Za-z]+\d\w*(?:-\w+)*|[A-Z][\w&]*[-–]\d+\w*|\d+[A-Z]+\d\w*)(?![,.]?\d)",
)
_NOMINAL = re.compile("|".join(f"(?:{shape})" for shape in _SHAPES))
_LIST_MARK = re.compile(r"\s*(?:[•*–-]\s+)?\(?\d{1,2}[.):]\s+(?=\S)")

_LABELS = frozenset(
    "article section chapter page pages paragraph rule clause amendment figure table no no. number "
    "nos nos. item line lot level phase stage grade category type class room gate flight channel "
    "route highway road exit junction interchange apartment suite floor box version episode season "
    "week day game round act part volume question step track form code district precinct ward zone "
    "sector area block platform runway size model series mark issue resolution protocol title row "
    "schedule appendix annex exhibit count verse psalm operation squadron regiment brigade division "
    "group pool hole lap heat lane pier terminal building bay unit station mile kilometer top big "
    "formula catch year tier appendix proposition measure bill docket case interstate "
    "fig fig. sec sec. art art. ch ch. vol vol. pp pp. p.".split()
)
"""Words before which a small number in digits is a label."""
_INDEXES = re.compile(
    r"(?:S\s?(?:&|and)?\s?P(?:/\w+)?|FTSE|Nasdaq|NASDAQ|Stoxx|STOXX|Russell|Nikkei|CAC|DAX|ASX|CSI|"
    r"Topix|Fortune|Forbes|Euro\sStoxx|Hang\sSeng|TA|Ibex|IBEX|SMI|Dow|Kospi|Nifty|Sensex)[\s-]?\Z"
)
_YEAR_CUES = frozenset(
    "in since by until till before after of from to between early late mid during the through "
    "throughout circa around for and year season summer winter spring autumn fall january february "
    "march april may june july august september october november december".split()
)


def nominal_spans(sentence: str) -> list[tuple[int, int]]:
    """Return the spans of `sentence` whose digits are dates, times, codes, phone or list numbers."""
    spans = [match.span() for match in _NOMINAL.finditer(sentence)]
    mark = _LIST_MARK.match(sentence)
    if mark and not sentence[: mark.end()].strip().endswith(":"):
        spans.append(mark.span())
    return spans


def is_year(digits: str, before: str, has_noun: bool) -> bool:
    """Say whether four bare digits are a year, by the word before and whether a noun follows."""
    if not re.fullmatch(_YEAR, digits):
        return False
    cued = before.lower().rstrip(".") in _YEAR_CUES
    if int(digits) >= 2100:
        return cued and not has_noun
    if int(digits) >= 1900:
        return cued or not has_noun
    return cued and not has_noun


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
    if last.low in _LABELS:
        return not is_counted or last.text[0].isupper()
    if not last.text[0].isupper() or not last.text[0].isalpha():
        return False
    if len(before) == 1:
        return last.tag.startswith("NNP") and not is_counted
    if last.tag.startswith("NNP") or last.low not in _FUNCTION_WORDS:
        return not (is_counted and _follows_preposition(before))
    return False


def _follows_preposition(before: Sequence[Token]) -> bool:
    i = len(before) - 1
    while i >= 0 and before[i].text[:1].isupper():
        i -= 1
    return i < 0 or before[i].tag == "IN" or before[i].low in ("in", "at", "near", "on", "from")


_FUNCTION_WORDS = frozenset(
    "at about around some over nearly almost only more less up roughly the a an in on by of for "
    "with from to between and or but as these those all least than just under another".split()
)
