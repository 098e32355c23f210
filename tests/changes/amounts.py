"""Changes of meaning in numbers, units, bounds and dates.

A step is taken away from what the bound allows: "at least 34" becomes "at least 35", never "at
least 33", which the first would entail.
"""

import re
from collections.abc import Iterator
from itertools import combinations

from summarize.language.calendar import WEEKDAYS
from tests.changes.edits import Operator, is_negative, put, replace_all, tokens_of, word_at
from tests.changes.tables import (
    APPROXIMATE,
    BOUNDS_CHANGED,
    BOUNDS_DROPPED,
    CURRENCIES,
    FRACTIONS,
    LADDERS,
    MONTH_NAMES,
    NUMBER_WORDS,
    ORDINALS,
    SCALES,
)

_WORDS = "|".join(NUMBER_WORDS)
_NUMBER = re.compile(
    rf"(?<![\w.,:/–-])(?:(?P<int>\d{{1,3}}(?:,\d{{3}})+|\d+)(?P<rest>\.\d+)?"
    r"(?![\d:/–-]|[.,]\d|(?:th|st|nd|rd)\b)"
    rf"|(?P<word>(?i:{_WORDS}))\b(?!-))"
)
_YEAR = re.compile(
    r"(?P<before>\b(?:in|since|of|from|until|by|before|after|during|early|late|mid|"
    + "|".join(MONTH_NAMES)
    + r"|\d{1,2},?) )(?P<year>1[5-9]\d\d|20\d\d)(?![\w,.–-]*\d)(?!s?\w)"
    r"(?! (?:people|men|women|percent))"
)
_LEAST = re.compile(
    r"(?i)(?:at least|(?<!no )(?<!not )more than|over|above|(?:no|not) (?:fewer|less) than"
    r"|upwards of|exceed\w*|since|after|from|minimum of)\s+(?:an? |the |[$€£])*$"
)
_MOST = re.compile(
    r"(?i)(?:at most|up to|(?<!no )(?<!not )(?:fewer|less) than|under|below"
    r"|(?:no|not) more than|within|almost|nearly|by|until|before|as (?:many|much) as|maximum of)"
    r"\s+(?:an? |the |[$€£])*$"
)
_LEAST_BEHIND = re.compile(r"\s+(?:\w+\s+){0,2}(?:or (?:more|above|over)|at least|plus)\b|\+")
_MOST_BEHIND = re.compile(r"\s+(?:\w+\s+){0,2}(?:or (?:less|fewer|under|below)|at (?:the )?most)\b")
_ABOUT = re.compile(rf"(?i)\b(?:{'|'.join(APPROXIMATE)})\s+[$€£]?$")
_DATED = "|".join(MONTH_NAMES)


def direction(sentence: str, start: int, end: int) -> int:
    """Return 1 where only more says something new, -1 where only less does, 0 where both do."""
    before, behind = sentence[max(0, start - 30) : start], sentence[end:]
    if _MOST.search(before) or _MOST_BEHIND.match(behind):
        return -1
    return 1 if _LEAST.search(before) or _LEAST_BEHIND.match(behind) else 0


def change_number(sentence: str) -> Iterator[str]:
    """Put another value for each number that is neither a year nor part of a name or a range."""
    if is_negative(sentence.replace("no ", "")):
        return
    for match in _NUMBER.finditer(sentence):
        is_name = match.group().istitle() and sentence[: match.start()].strip("“\"‘' ")
        if is_name or (match["int"] and _is_year(sentence, match)):
            continue
        new = _step(sentence, match)
        if new:
            start, end = match.span("int") if match["int"] else match.span("word")
            yield put(sentence, start, end, new)


def _is_year(sentence: str, match: re.Match[str]) -> bool:
    looks_so = re.fullmatch(r"1[5-9]\d\d|20\d\d", match["int"]) and not match["rest"]
    return bool(looks_so) and not re.match(r" [a-z]+s\b", sentence[match.end() :])


def _step(sentence: str, match: re.Match[str]) -> str | None:
    sign = direction(sentence, *match.span())
    if match["word"]:
        words = list(NUMBER_WORDS)
        at = words.index(match["word"].lower()) + (sign or (1 if match["word"] != "ninety" else -1))
        is_vague = _ABOUT.search(sentence[: match.start()])
        return words[at] if 0 <= at < len(words) and not is_vague else None
    value = int(match["int"].replace(",", ""))
    new = _near(sentence, match, value, sign or 1)
    return (f"{new:,}" if "," in match["int"] else str(new)) if new and new != value else None


def _near(sentence: str, match: re.Match[str], value: int, sign: int) -> int:
    """Return a value that is surely another one: the next of a small number, else half or twice."""
    if re.match(rf" (?:{_DATED})\b", sentence[match.end() :]) or re.search(
        rf"(?:{_DATED}) $", sentence[: match.start()]
    ):
        return value + sign if 1 < value + sign < 28 else value - 1
    is_share = re.match(r"%|\s*per\s?cent", sentence[match.end() :])
    is_vague = _ABOUT.search(sentence[: match.start()])
    if is_share and sign > 0 and value > 50:
        return value + (100 - value) // 2
    if value <= 31 and not is_vague:
        return value + sign
    return value * 2 if sign > 0 else value // 2


def change_year(sentence: str) -> Iterator[str]:
    """Put another year: an earlier one, but a later one behind "after" and "from"."""
    for match in _YEAR.finditer(sentence):
        is_floor = match["before"].strip() in ("after", "from")
        year = int(match["year"]) + (3 if is_floor else -4)
        yield put(sentence, *match.span("year"), str(year))


def change_ordinal(sentence: str) -> Iterator[str]:
    """Put the next ordinal before a noun: "the first time", "her 3rd win"; not "at first"."""
    pattern = re.compile(
        r"\b(?:the|his|her|its|their|a|\w+['’]s) "
        rf"(?P<word>{'|'.join(ORDINALS)}) (?=[a-z]{{3,}})"
        r"(?!(?:hand|thing|half|later|person|aid)\b)"
    )
    for match in pattern.finditer(sentence):
        at = ORDINALS.index(match["word"])
        new = ORDINALS[at + 1] if at + 1 < len(ORDINALS) else "second"
        yield put(sentence, *match.span("word"), new)
    for match in re.finditer(r"\b(\d*?)([123])(st|nd|rd)\b(?= [a-z])", sentence):
        new = {"1": "2nd", "2": "3rd", "3": "4th"}[match[2]]
        yield put(sentence, match.start(), match.end(), match[1] + new)


def change_fraction(sentence: str) -> Iterator[str]:
    """Put another fraction, where no bound stands before it."""
    for match in re.finditer(rf"\b({'|'.join(FRACTIONS)})\b", sentence):
        if not direction(sentence, *match.span()) and not is_negative(sentence):
            yield put(sentence, *match.span(), FRACTIONS[match[1]])


def swap_numbers(sentence: str) -> Iterator[str]:
    """Exchange two numbers that count different things; ranges, lists and scores stay."""
    found = [match for match in _NUMBER.finditer(sentence) if match["int"]]
    for one, two in combinations(found, 2):
        between = sentence[one.end() : two.start()]
        nouns = [_next_words(sentence, match.end()) for match in (one, two)]
        is_other = nouns[0] != nouns[1] and one.group() != two.group()
        has_words = set(re.findall(r"[A-Za-z]{3,}", between)) - {"nor", "plus", "from"}
        is_list = re.match(rf",? (?:and|or|to)\b|[^\w ]*$| (?:{_DATED}),? $", between)
        if is_other and has_words and not is_list and not re.search(r"\d", between):
            swapped = two.group() + between + one.group()
            yield sentence[: one.start()] + swapped + sentence[two.end() :]


def _next_words(sentence: str, end: int) -> str:
    return " ".join(re.findall(r"[%\w]+", sentence[end : end + 40].lower())[:1])


def change_scale(sentence: str) -> Iterator[str]:
    """Put the next greater scale, or the smaller one under an upper bound."""
    counted = rf"(?:\d|\b(?:a|few|several|some|one|{_WORDS}))[ -]?"
    pattern = re.compile(rf"(?i){counted}(?P<scale>{'|'.join(SCALES)})\b|(?:^|[^\w])(?P<many>"
                         rf"{'|'.join(SCALES)})s(?= of\b)")  # fmt: skip
    for match in pattern.finditer(sentence):
        name = "scale" if match["scale"] else "many"
        sign = direction(sentence, *match.span()) or (-1 if match[name] == "trillion" else 1)
        at = SCALES.index(match[name].lower()) + sign
        if 0 <= at < len(SCALES):
            yield put(sentence, *match.span(name), SCALES[at])
    for match in re.finditer(r"[$€£]\d+(?:\.\d+)?(?P<scale>bn|m)\b", sentence):
        if not direction(sentence, *match.span()):
            yield put(sentence, *match.span("scale"), {"bn": "m", "m": "bn"}[match["scale"]])


def change_unit(sentence: str) -> Iterator[str]:
    """Put the next greater unit of the kind behind a number, the smaller under an upper bound."""
    counted = rf"(?P<number>\d[\d.,]*|\b(?:{_WORDS})\b)[ -]?(?P<unit>[a-z]+)\b"
    for match in re.finditer(counted, sentence):
        sign = direction(sentence, *match.span()) or 1
        single = re.sub(r"(?<=\w\w)s$", "", match["unit"])
        ladder = next((ladder for ladder in LADDERS if single in ladder), ())
        at = ladder.index(single) + sign if ladder else -1
        if 0 <= at < len(ladder):
            plural = "s" if single != match["unit"] else ""
            yield put(sentence, *match.span("unit"), ladder[at] + plural)


def change_currency(sentence: str) -> Iterator[str]:
    """Put another currency for a word behind an amount, or for a sign before one."""
    amount = rf"(?:\d|\b(?:{_WORDS}|{'|'.join(SCALES)}))[ -]?"
    words = {word: new for word, new in CURRENCIES.items() if word.isalpha()}
    yield from replace_all(sentence, words, rf"{amount}{{}}\b")
    signs = {sign: new for sign, new in CURRENCIES.items() if not sign.isalpha()}
    yield from replace_all(sentence, signs, r"(?<![A-Za-z]){}(?=\d)")


def change_points(sentence: str) -> Iterator[str]:
    """Put percentage points for percent and back; a share "of" something has no points."""
    for match in re.finditer(r"(?<=\d)(?:%| per ?cent)(?! of\b)(?!\w)", sentence):
        yield put(sentence, *match.span(), " percentage points")
    for match in re.finditer(r"(?<=\d) percentage points?\b", sentence):
        yield put(sentence, *match.span(), " percent")


_PERIODS = (
    "third|quarter|half|fifth|tenth|dozen|hundred|thousand|million|billion|century|decade|year|month"
    "|week|day|minute|kilometre|mile"
)
_AMOUNT = (
    rf"(?=(?:[$€£]?\d|an hour|a (?:{_PERIODS})\b|(?:{_WORDS})\b))"
    rf"(?!\d{{1,2}} (?:{_DATED}|[ap]\.?m))"
)
_FREE = r"(?<!no )(?<!not )(?<!half )(?<!twice )(?<!times )"
_TALKS = re.compile(
    r"(?i)(?:talk|speak|spoke|know|think|thought|worr|complain|concern|question|story|stories"
    r"|report|information|inform|told|tell|book|film|ask|learn|hear|heard|warn)\w*\s+$"
)


def change_bound(sentence: str) -> Iterator[str]:
    """Turn a bound round: "at least" to "at most", "over" to "under", "up to" to "at least"."""
    yield from replace_all(
        sentence,
        {**BOUNDS_CHANGED, **dict.fromkeys(("about", "around", "roughly"), "exactly")},
        rf"(?i){_FREE}\b{{}} {_AMOUNT}",
    )
    table = {"over": "under", "under": "over", "above": "below", "below": "above"}
    yield from replace_all(sentence, table, r"\b{} (?=[$€£]?\d{2})")


def drop_bound(sentence: str) -> Iterator[str]:
    """Leave a bound out: "at least 34" becomes "34"."""
    pattern = rf"(?i){_FREE}\b(?:{'|'.join(BOUNDS_DROPPED)}) {_AMOUNT}"
    for match in re.finditer(pattern, sentence):
        if not _TALKS.search(sentence[: match.start()]):
            rest = sentence[match.end() :]
            yield put(sentence, match.start(), len(sentence), rest)


def change_month(sentence: str) -> Iterator[str]:
    """Put another month, earlier by two; "May" and "March" only where a date is meant."""
    for match in re.finditer(rf"\b({'|'.join(MONTH_NAMES)})\b(?!['’]s? [A-Z]| [A-Z])", sentence):
        near = sentence[max(0, match.start() - 12) : match.start()]
        is_dated = re.search(
            r"\d ?$|\b(?:in|since|until|by|from|last|next|early|late|mid-?|of) $", near
        )
        if is_dated or re.match(r" \d", sentence[match.end() :]):
            step = 2 if re.search(r"\b(?:after|from) $", near) else -2
            new = MONTH_NAMES[(MONTH_NAMES.index(match[1]) + step) % 12]
            yield put(sentence, *match.span(), new)


def change_weekday(sentence: str) -> Iterator[str]:
    """Put another weekday: two days earlier, later behind "after"; "Good Friday" is a name."""
    tokens = tokens_of(sentence)
    for i, token in enumerate(tokens):
        beside = [tokens[j].text for j in (i - 1, i + 1) if 0 < j < len(tokens)]
        if token.text.istitle() and token.low in WEEKDAYS:
            if any(word[:1].isupper() and not word.endswith(".") for word in beside):
                continue
            step = 2 if word_at(tokens, i - 1) in ("after", "from") else -2
            new = WEEKDAYS[(WEEKDAYS.index(token.low) + step) % 7].capitalize()
            yield put(sentence, token.start, token.end, new)


CHANGES: dict[str, Operator] = {
    "number": change_number,
    "year": change_year,
    "ordinal": change_ordinal,
    "fraction": change_fraction,
    "numbers_swapped": swap_numbers,
    "scale": change_scale,
    "unit": change_unit,
    "currency": change_currency,
    "percentage_points": change_points,
    "bound_changed": change_bound,
    "bound_dropped": drop_bound,
    "month": change_month,
    "weekday": change_weekday,
}
