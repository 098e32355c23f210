"""Numbers as English writes them: digits, words, scales, fractions and ratios.

"1,300", "1.3bn", "half a million", "twenty-five hundred", "two-thirds", "one in five". A vague
plural ("dozens", "several hundred") is no number. Pure functions over text; what a number measures
is none of their business.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

Style = Literal["digits", "words", "fraction"]

_ONES = dict(zip("one two three four five six seven eight nine".split(), range(1, 10), strict=True))
_TEENS = dict(
    zip(
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(),
        range(10, 20),
        strict=True,
    )
)
_TENS = dict(
    zip(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(),
        range(20, 100, 10),
        strict=True,
    )
)
_SMALL = {"zero": 0, "a": 1, "an": 1} | _ONES | _TEENS | _TENS
_SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "quadrillion": 1e15,
    "lakh": 1e5,
    "crore": 1e7,
    "dozen": 12.0,
}
_SHORT_SCALES = {
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "mil": 1e6,
    "b": 1e9,
    "bn": 1e9,
    "bln": 1e9,
    "tn": 1e12,
    "trn": 1e12,
}
_PARTS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "hundredth": 100,
    "thousandth": 1000,
}
_GLYPHS = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 1 / 8, "⅕": 1 / 5}


def _any(words: dict[str, int] | dict[str, float]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_SMALL_WORDS = (
    rf"(?:(?:{_any(_TENS)})(?:[\s-](?:{_any(_ONES)})\b)?|{_any(_TEENS)}|{_any(_ONES)}|zero)\b"
)
_BIG = r"(?:thousand|million|billion|trillion|quadrillion|lakh|crore)\b"
_BELOW_1000 = (
    rf"(?:(?:{_SMALL_WORDS}|an?)[\s-]hundred\b(?:\s(?:and\s)?{_SMALL_WORDS})?|{_SMALL_WORDS})"
)
_WORDS = (
    rf"(?:(?:{_SMALL_WORDS}|an?)[\s-]dozen\b"
    rf"|(?:{_BELOW_1000}|an?(?=[\s-]{_BIG}))(?:[\s-]{_BIG})*"
    rf"(?:,?\s(?:and\s)?{_BELOW_1000}(?:[\s-]{_BIG})+)*"
    rf"(?:(?<=d|n)\s(?:and\s)?{_BELOW_1000})?)"
)
_PLAIN_DIGITS = (
    r"(?:\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|\d{1,3}(?:, 000)+"
    r"|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+|\d+(?:\.\d+)?|\.\d+)"
)
_SCALE_AFTER = (
    r"(?:[\s-]?(?P<scale>(?i:hundred|thousand|million|billion|trillion|quadrillion|lakhs?|crores?|dozen)|"
    r"mn|mln|bn|bln|tn|trn)\b|(?P<letter>mil|[kKmMbB])(?![\w/²³]))"
)
_PART_SINGULAR = r"(?:half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|hundredth)"
_PART_PLURAL = r"(?:halves|(?:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s)"
_SHARE_FOLLOWS = r"(?=\s(?:of|the|its|their|his|her|our|my|all|those|these)\b)"
_FRACTION = (
    rf"(?:{_SMALL_WORDS}|\d{{1,2}})[\s-]{_PART_PLURAL}"
    rf"|one-{_PART_SINGULAR}|(?:one|an?)[\s-]{_PART_SINGULAR}(?=\sof\b)"
    rf"|(?<!first )(?<!second )(?<!the )(?<!other )(?<!last )half{_SHARE_FOLLOWS}"
    rf"|half(?=\s?-?(?:an?\s|-)?(?:hour|mile|day|year|century|minute|inch|decade|kilomet)\w*)"
    rf"(?:\san?(?=\s))?"
)
_RATIO = (
    rf"(?P<part>{_SMALL_WORDS}|\d{{1,2}})\s(?:in\severy|in|out\sof(?:\severy)?)\s"
    rf"(?P<whole>(?:an?\s)?{_WORDS}|\d[\d,]*)(?!\w|[-\s](?:second|minute|hour|day|week|month|year|"
    rf"decade|season|game|match|of\s)|[.,:/]\d)"
)
_HALF_OF_SCALE = (
    r"(?P<share>half|(?:an?|one)\squarter|three[\s-]quarters)(?:\sof)?(?:\san?)?[\s-]"
    r"(?P<shared>million|billion|trillion|dozen|thousand)\b"
)
_AND_A_HALF = r"(?P<half>\sand\sa\s(?P<more>half|quarter)\b)"
_NUMBER = re.compile(
    rf"""(?ix)(?<![\w.$€£])(?:
        (?P<ratio>{_RATIO.replace(" ", r"[ ]")})
      | (?P<of_scale>{_HALF_OF_SCALE.replace(" ", r"[ ]")})
      | (?P<fraction>{_FRACTION.replace(" ", r"[ ]")})
      | (?P<words>{_WORDS.replace(" ", r"[ ]")})(?:{_AND_A_HALF}(?P<then>\s{_BIG})?)?
    )(?![\w])
    """
)
_DIGITS = re.compile(
    rf"(?:(?<![\w.])|(?<=\b[A-Z]{{3}})|(?<=\$US)|(?<=\bR[Ms]))(?<!\d[,:])"
    rf"(?P<sign>(?<![\w)])[−-](?=[\d.]))?"
    rf"(?:(?P<over>\d{{1,2}})/(?P<under>[2-9]|10|16|100)(?![\d/])"
    rf"|(?P<digits>{_PLAIN_DIGITS})(?:\s(?P<plus>\d)/(?P<by>[2-9])(?!\d)|(?P<glyph>[½¼¾⅓⅔⅛⅕]))?"
    rf"|(?P<only>[½¼¾⅓⅔⅛⅕]))"
    rf"(?:{_SCALE_AFTER})?"
)


class Number(NamedTuple):
    """A number at `text[start:end]`; `scale` is the multiplier that was spelt out ("3m": 1e6).

    `letter` is the bare letter of such a scale, since "5m" may be metres and "4b" a paragraph.
    """

    start: int
    end: int
    value: float
    scale: float
    style: Style
    letter: str


_DIGIT = re.compile(r"[\d½¼¾⅓⅔⅛⅕]")
_LETTERS = re.compile(r"[a-z]+")
_NUMBER_WORDS = frozenset(
    (*_ONES, *_TEENS, *_TENS, *_SCALES, *_PARTS, *(f"{part}s" for part in _PARTS), "zero")
)
"""Words of which a number that is spelt out has at least one; "3 in 10" is made of digits."""


_BEYOND_COUNTING = 1e30
"""Nothing in the news is so many; some hundred digits in a row are no number that can be kept."""


def find_numbers(text: str) -> tuple[Number, ...]:
    """Return the numbers of `text` in order, none overlapping another; years and dates too."""
    has_digit = _DIGIT.search(text) is not None
    if not has_digit and _NUMBER_WORDS.isdisjoint(_LETTERS.findall(text.lower())):
        return ()  # the patterns below are slow, and three sentences in four hold no number
    return _find_numbers(text)


@lru_cache(maxsize=1_024)
def _find_numbers(text: str) -> tuple[Number, ...]:
    found = sorted([*_read_words(text), *_read_digits(text)], key=lambda n: (n.start, -n.end))
    kept: list[Number] = []
    for number in found:
        is_apart = not kept or number.start >= kept[-1].end
        if is_apart and abs(number.value) < _BEYOND_COUNTING:
            kept.append(number)
    return tuple(kept)


def parse_number(text: str) -> float | None:
    """Return the value of `text` where the whole of it is one number ("1.3bn"), else None."""
    stripped = text.strip()
    found = find_numbers(stripped)
    if len(found) == 1 and (found[0].start, found[0].end) == (0, len(stripped)):
        return found[0].value
    return None


def _read_words(text: str) -> Iterator[Number]:
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        if match["ratio"]:
            part, whole = parse_number(match["part"]), parse_number(match["whole"])
            if part and whole and part < whole and not 1900 <= whole <= 2100:
                yield Number(start, end, part / whole, 1.0, "fraction", "")
            elif part is not None:
                yield from _shifted(match["part"], start)
        elif match["of_scale"]:
            share = {"h": 0.5, "t": 0.75}.get(match["share"][0].lower(), 0.25)
            scale = _SCALES[match["shared"].lower()]
            yield Number(start, end, share * scale, scale, "words", "")
        elif match["fraction"]:
            yield Number(start, end, _fraction_value(match["fraction"]), 1.0, "fraction", "")
        else:
            yield _spelled(match)


def _shifted(words: str, by: int) -> Iterator[Number]:
    for number in find_numbers(words):
        yield number._replace(start=number.start + by, end=number.end + by)


def _spelled(match: re.Match[str]) -> Number:
    value, scale = _words_value(match["words"])
    if match["half"]:
        added = 0.5 if match["more"].lower() == "half" else 0.25
        value += added * scale
        if match["then"]:
            scale = _SCALES[match["then"].strip().lower()]
            value *= scale
    return Number(match.start(), match.end(), value, scale, "words", "")


def _words_value(words: str) -> tuple[float, float]:
    """Return the value of a spelt-out cardinal and its greatest scale."""
    total, group, greatest = 0.0, 0.0, 1.0
    for word in re.findall(r"[a-z]+", words.lower()):
        if word == "and":
            continue
        scale = _SCALES.get(word)
        if scale is None:
            group += _SMALL[word]
        elif scale <= 100:
            group *= scale
        else:
            total, group = (total + group * scale, 0.0) if group else (total * scale, 0.0)
            greatest = max(greatest, scale)
    return total + group, greatest


def _fraction_value(words: str) -> float:
    low = re.findall(r"\w+", words.lower())
    part = next(
        _PARTS[w.removesuffix("s")] for w in low if w.removesuffix("s") in _PARTS or w == "halves"
    )
    count = _SMALL.get(low[0]) or (int(low[0]) if low[0].isdigit() else 1)
    return count / part


def _read_digits(text: str) -> Iterator[Number]:
    for match in _DIGITS.finditer(text):
        is_fraction = bool(match["over"])
        value = int(match["over"]) / int(match["under"]) if is_fraction else _digits_value(match)
        letter = match["letter"] or ""
        word = (match["scale"] or letter).lower().removesuffix("s")
        scale = _SCALES.get(word) or _SHORT_SCALES.get(word, 1.0)
        sign = -1 if match["sign"] else 1
        scaled = float(f"{value * scale:.15g}")
        style: Style = "fraction" if is_fraction else "digits"
        yield Number(match.start(), match.end(), sign * scaled, scale, style, letter)


def _digits_value(match: re.Match[str]) -> float:
    if match["only"]:
        return _GLYPHS[match["only"]]
    value = float(re.sub(r"[,\s]", "", match["digits"]))
    if match["plus"]:
        value += int(match["plus"]) / int(match["by"])
    return value + _GLYPHS.get(match["glyph"] or "", 0.0)
