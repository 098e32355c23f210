"""Amounts: a number with its unit, its bound and its other end, read from the text alone.

"about 90 square kilometers", "between $160m and $171m", "11,000-12,000", "5 to 7 per cent", "aged
25 to 54". Whether an amount is a figure is for its neighbours to tell, in `quantities`.
"""

import re
from dataclasses import dataclass, replace

from summarize.language.quantities.bounds import bound_after, bound_before
from summarize.language.quantities.money import currency_after, currency_before, land_after
from summarize.language.quantities.nominal import nominal_spans
from summarize.language.quantities.numbers import Number, Style, find_numbers
from summarize.language.quantities.units import COUNT, PERIODS, SHARE, Unit, rate_after, unit_after
from summarize.model import Bound


@dataclass(frozen=True, slots=True)
class Amount:
    """`sentence[start:end]` with bound words and unit; `number_end` is where the digits stop.

    `style` and `scale` are those of the number, so that "2024" and "2,024" stay apart.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    low: float
    high: float
    scale: float
    style: Style
    unit: str = COUNT
    per: str | None = None
    bound: Bound = "exact"
    is_age: bool = False


_PREFIX = re.compile(r"(?i)(?<!\w)(?:sub|minus|plus|now|then|nearly|over|under|about|some|mid)-\Z")
_MILLIONS_OF = re.compile(
    r"\s(?!(?:of|from|to|deep|tall|long|wide|high|away|apart|north|south|east|west|below|above)\b)"
    r"(?:[a-z-]+\s){0,2}(?:people|[a-z]+s)\b"
)
"""What makes "5m" millions rather than metres, where no currency does."""
_MINUS = re.compile(r"(?i)(?<!\w)(?:minus|negative)[\s-]\Z")
_SIGNED_UNITS = ("percent", "degree", "degree_Celsius", "degree_Fahrenheit", "percentage_point")
_OLD = re.compile(r"(?i)[\s-]olds?\b|\sof\sage\b")
_AGED = re.compile(r"(?i)\b(?:aged|ages?|age\sof|ages?\sbetween)\s\Z")
_AGE_UNITS = ("year", "month", "week", "day")
_MULTIPLE = re.compile(
    r"(?i)(?:\stimes(?=\s(?:more|less|as|the|that|higher|lower|greater|larger|bigger|faster|likelier|"
    r"longer|its|their|his|her|what|earnings|\w+\svalue)\b)|x|[\s-]?fold)\b"
)
_MAGNITUDE = re.compile(r"(?i)\b(?:magnitude|richter)(?:[\s-]of)?[\s-]\Z")
_MAGNITUDE_AFTER = re.compile(r"(?i)[\s-]magnitude\b")
_JOIN = re.compile(r"\s?(?P<how>-|–|—|‑|/|to|and|or|till|through)\s?")
_FROM = re.compile(
    r"(?i)\b(?:from|between)\s(?:about\s|around\s|roughly\s|some\s|as\slittle\sas\s)?\Z"
)
_BETWEEN = re.compile(r"(?i)\bbetween\s(?:about\s|around\s|roughly\s|some\s)?\Z")
_YEAR = re.compile(r"(?:19|20)\d\d")
_FAR_JOIN = re.compile(
    r"(?i)(?:\s(?:in|on|a|per|last|this|the)?\s?(?:\w+\.?\s?){0,2})?,?\sto\s(?:about\s|around\s|just\s|nearly\s)?"
)


def read_amounts(sentence: str) -> list[Amount]:
    """Return the amounts of `sentence` in order, ranges joined, dates and codes left out."""
    barred = nominal_spans(sentence)
    amounts: list[Amount] = []
    for number in find_numbers(sentence):
        if any(start < number.end and number.start < end for start, end in barred):
            continue
        amount = _with_unit(sentence, number)
        if amount and not (amounts and amount.number_start < amounts[-1].end):
            amounts.append(amount)
    return [_with_bound(sentence, amount) for amount in _join_ranges(sentence, amounts)]


def _with_unit(sentence: str, number: Number) -> Amount | None:
    """Attach sign, currency and unit to a number; None where it is glued to another word."""
    amount = Amount(
        number.start, number.end, number.start, number.end,
        number.value, number.value, number.scale, number.style,
    )  # fmt: skip
    money = _with_money(sentence, amount)
    if money:
        return money
    if number.letter == "m" and not _MILLIONS_OF.match(sentence, number.end):
        amount = _letter_apart(amount)
    unit = unit_after(sentence, amount.number_end)
    if unit is None and amount.style == "fraction":
        unit = Unit(SHARE, amount.end)
    if unit is None:
        unit = _special_unit(sentence, amount)
    if unit:
        amount = replace(amount, end=unit.end, unit=unit.name, per=unit.per)
    amount = _with_age(sentence, amount)
    return _signed(sentence, amount) if _stands_alone(sentence, amount) else None


def _letter_apart(amount: Amount) -> Amount:
    value = amount.low / 1e6
    return replace(
        amount, end=amount.end - 1, number_end=amount.end - 1, low=value, high=value, scale=1.0
    )


def _with_money(sentence: str, amount: Amount) -> Amount | None:
    before = currency_before(sentence, amount.start)
    if before:
        end = land_after(sentence, amount.end)
        code = before.code
        if code == "USD" and end > amount.end:
            code = {"C": "CAD", "A": "AUD"}.get(sentence[amount.end + 1], "USD")
        after = currency_after(sentence, end, amount.scale)
        end = after.position if after and after.code in ("USD", code) else end
        rate = rate_after(sentence, Unit(code, end))
        return replace(amount, start=before.position, end=rate.end, unit=rate.name, per=rate.per)
    after = currency_after(sentence, amount.end, amount.scale)
    if after is None:
        return None
    rate = rate_after(sentence, Unit(after.code, after.position))
    return replace(amount, end=rate.end, unit=rate.name, per=rate.per)


def _special_unit(sentence: str, amount: Amount) -> Unit | None:
    multiple = _MULTIPLE.match(sentence, amount.end)
    if multiple:
        rate = rate_after(sentence, Unit(COUNT, multiple.end()))
        return rate if rate.name != COUNT else Unit(SHARE, multiple.end())
    after = _MAGNITUDE_AFTER.match(sentence, amount.end)
    if after:
        return Unit(SHARE, after.end())
    if _MAGNITUDE.search(sentence, 0, amount.start):
        return Unit(SHARE, amount.end)
    return None


def _with_age(sentence: str, amount: Amount) -> Amount:
    if amount.unit in _AGE_UNITS:
        old = _OLD.match(sentence, amount.end)
        return replace(amount, end=old.end(), is_age=True) if old else amount
    if amount.unit == COUNT and amount.low <= 120 and _AGED.search(sentence, 0, amount.start):
        return replace(amount, unit="year", is_age=True)
    return amount


def _stands_alone(sentence: str, amount: Amount) -> bool:
    before, after = sentence[: amount.start], sentence[amount.end : amount.end + 1]
    if before.endswith(("-", "–")) and before[-2:-1].isalpha() and not _PREFIX.search(before):
        return False
    if before[-1:].isalnum() and not before[-1:].isdigit():
        return False
    return not after.isalnum() and not (
        after == "-" and sentence[amount.end + 1 : amount.end + 2] == "-"
    )


def _signed(sentence: str, amount: Amount) -> Amount:
    minus = _MINUS.search(sentence, 0, amount.start)
    if minus and amount.unit in _SIGNED_UNITS and amount.low > 0:
        return replace(amount, start=minus.start(), low=-amount.low, high=-amount.high)
    if amount.low < 0 and amount.unit not in _SIGNED_UNITS:
        return replace(
            amount, low=-amount.low, high=-amount.high, start=amount.start + 1,
            number_start=amount.number_start + 1,
        )  # fmt: skip
    return amount


def _join_ranges(sentence: str, amounts: list[Amount]) -> list[Amount]:
    joined: list[Amount] = []
    i = 0
    while i < len(amounts):
        merged = _joined(sentence, amounts[i], amounts[i + 1]) if i + 1 < len(amounts) else None
        joined.append(merged or amounts[i])
        i += 2 if merged else 1
    return joined


def _joined(sentence: str, one: Amount, two: Amount) -> Amount | None:
    how = _joint(sentence, one, two)
    unit = _common_unit(one, two)
    if how is None or unit is None or _is_year_beside(sentence, one, two):
        return None
    low, high = one.low, two.high
    if two.scale > 1 and one.scale == 1 and low < 1000 and low * two.scale <= high:
        low *= two.scale
    if (low > high and how != "from") or low == high:
        return None
    opening = _FROM.search(sentence, 0, one.start)
    start = opening.start() if opening and how in ("from", "between") else one.start
    return replace(
        two, start=start, number_start=one.number_start, low=min(low, high), high=max(low, high),
        unit=unit, bound="range", per=one.per or two.per, is_age=one.is_age or two.is_age,
    )  # fmt: skip


def _is_year_beside(sentence: str, one: Amount, two: Amount) -> bool:
    """Say whether "from 1987, to $10bn" sets a year beside an amount."""
    digits = sentence[one.number_start : one.number_end]
    is_apart = two.unit[:3].isupper() or sentence[one.end] == ","
    return is_apart and one.unit == COUNT and bool(_YEAR.fullmatch(digits))


def _common_unit(one: Amount, two: Amount) -> str | None:
    """Return the unit of both ends; one may leave it out, or its rate ("$48 to $90 a week")."""
    if two.unit == COUNT and two.end > two.number_end:
        return None
    for short, full in ((one.unit, two.unit), (two.unit, one.unit)):
        if short in (COUNT, full) or full.startswith(f"{short} / "):
            return full
    return None


def _joint(sentence: str, one: Amount, two: Amount) -> str | None:
    gap = sentence[one.end : two.start]
    match = _JOIN.fullmatch(gap)
    opened = _FROM.search(sentence, 0, one.start)
    if match is None:
        is_far = opened and opened.group().lower().startswith("from") and _FAR_JOIN.fullmatch(gap)
        return "from" if is_far else None
    how = match["how"]
    if how == "to":
        return "from" if opened else _bare(one, two, "to")
    if how == "and":
        return "between" if _BETWEEN.search(sentence, 0, one.start) else None
    if how == "/":
        return None
    return _bare(one, two, how)


def _bare(one: Amount, two: Amount, how: str) -> str | None:
    """A link without "from" or "between" needs both numbers in one breath."""
    if how == "or" and (one.end != one.number_end or not _are_alternatives(one, two)):
        return None
    if one.unit != COUNT and two.unit == COUNT and not one.is_age:
        return None
    return how


def _are_alternatives(one: Amount, two: Amount) -> bool:
    """Say whether "A or B" gives one size ("eight or nine"), rather than two things."""
    return two.low - one.high == 1 or one.high < two.low <= 1.5 * one.high


def _with_bound(sentence: str, amount: Amount) -> Amount:
    """Widen the amount by the words that bound it, those before it having the first say."""
    period_end = amount.end if amount.unit in PERIODS and not amount.is_age else None
    before = bound_before(sentence, amount.start, period_end=period_end)
    bounded = replace(amount, start=before.position, bound=before.bound)
    if before.bound == "exact":
        bounded = _bound_behind(sentence, bounded)
    return replace(bounded, bound="range") if amount.low < amount.high else bounded


def _bound_behind(sentence: str, amount: Amount) -> Amount:
    """Read "20 or more", "20 years or more" and "20 or more years"."""
    after = bound_after(sentence, amount.end)
    if after.bound == "exact":
        return amount
    unit = unit_after(sentence, after.position) if amount.unit == COUNT else None
    end, name = (unit.end, unit.name) if unit else (after.position, amount.unit)
    return replace(amount, end=end, unit=name, bound=after.bound)
