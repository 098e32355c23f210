import pint
import pytest

from summarize.language.quantities import units
from summarize.language.quantities.money import (
    CURRENCIES,
    HUNDREDTHS,
    currency_after,
    currency_before,
)
from summarize.language.quantities.units import are_comparable, convert, normal_unit, unit_after

OURS = {"percentage_point", "basis_point", "ppb"}
NAMES = sorted({*units._WORD_UNITS.values(), *units._SYMBOL_UNITS.values()} - OURS)


@pytest.mark.parametrize("name", NAMES)
def test_every_unit_of_the_table_is_one_that_pint_reads(
    name: str, registry: pint.UnitRegistry
) -> None:
    registry.parse_units(name)


@pytest.fixture(scope="module")
def registry() -> pint.UnitRegistry:
    return pint.UnitRegistry()


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("square kilometres", "square kilometer"),
        ("sq km", "square kilometer"),
        ("sq. km", "square kilometer"),
        ("km²", "square kilometer"),
        ("cubic feet", "cubic foot"),
        ("per cent", "percent"),
        ("%", "percent"),
        ("percentage points", "percentage_point"),
        ("tonnes", "metric_ton"),
        ("miles per hour", "mile / hour"),
        ("km/h", "kilometer / hour"),
        ("barrels a day", "oil_barrel / day"),
        ("degrees Celsius", "degree_Celsius"),
        ("°C", "degree_Celsius"),
        ("$", "USD"),
        ("euros", "EUR"),
        ("HK$", "HKD"),
    ],
)
def test_a_spelling_has_one_normal_form(spelling: str, name: str) -> None:
    assert normal_unit(spelling) == name


@pytest.mark.parametrize("word", ["troops", "peak", "minutemen", "fortune", "soldiers"])
def test_a_word_that_only_begins_like_a_unit_is_none(word: str) -> None:
    assert unit_after(f" {word}", 0) is None


def test_a_year_ago_makes_no_rate() -> None:
    found = unit_after(" per cent a year ago", 0)
    assert found is not None
    assert found.name == "percent"


def test_a_share_is_kept_as_the_thing_of_a_rate() -> None:
    found = units.rate_after("63 cents a share", units.Unit("USX", 8))
    assert (found.name, found.per) == ("USX", "share")


def test_units_of_one_kind_convert_and_others_refuse() -> None:
    assert convert(500, "square mile", "square kilometer") == pytest.approx(1294.99, abs=0.01)
    assert convert(250, "USX", "USD") == pytest.approx(2.5)
    assert convert(0.5, "dimensionless", "percent") == pytest.approx(50)
    assert not are_comparable("USD", "EUR")
    assert not are_comparable("percent", "percentage_point")
    with pytest.raises(ValueError, match="cannot be given in"):
        convert(1, "kilometer", "hour")


def test_every_currency_is_a_code_of_three_capitals() -> None:
    codes = set(CURRENCIES.values())
    assert all(len(code) == 3 and code.isupper() for code in codes)
    assert set(HUNDREDTHS) <= codes


@pytest.mark.parametrize(
    ("text", "code"),
    [("US $", "USD"), ("C$", "CAD"), ("cost A$", "AUD"), ("EUR", "EUR"), ("Rs ", "INR")],
)
def test_a_currency_is_read_before_its_amount(text: str, code: str) -> None:
    found = currency_before(text, len(text))
    assert found is not None
    assert found.code == code


def test_pounds_are_money_where_millions_of_them_are_meant() -> None:
    text = "2 million pounds"
    found = currency_after(text, len("2 million"), 1e6)
    assert found is not None
    assert found.code == "GBP"
    assert currency_after("2 pounds of flour", 1, 1) is None
