"""Units of measure as news prose spells them, in names that pint can read.

The table is ours because pint takes half a second to load and reads far too much as a unit ("peak",
"cats"). Pint answers only what the table cannot: whether two units are of one kind, and by
which factor they convert. Sources: SI brochure, 9th edition; AP and Reuters style.
"""

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from summarize.language.quantities.money import CURRENCIES, HUNDREDTHS

if TYPE_CHECKING:
    import pint

COUNT = "1"
"""The unit of a plain count."""
SHARE = "dimensionless"
"""The unit of a fraction, a ratio or a multiple, which pint converts to percent."""

PERIODS = frozenset("second minute hour day week fortnight month year decade century".split())
"""The units in which news tells how long something took, or how old somebody is."""

_WORDS = {
    "meter": "meter metre",
    "kilometer": "kilometer kilometre kilo-metre klick",
    "centimeter": "centimeter centimetre",
    "millimeter": "millimeter millimetre",
    "micrometer": "micrometer micrometre micron",
    "nanometer": "nanometer nanometre",
    "picometer": "picometer picometre",
    "mile": "mile",
    "nautical_mile": "nautical_mile",
    "foot": "foot feet",
    "inch": "inch inches",
    "yard": "yard",
    "light_year": "light_year light-year",
    "astronomical_unit": "astronomical_unit",
    "acre": "acre",
    "hectare": "hectare",
    "liter": "liter litre",
    "milliliter": "milliliter millilitre",
    "gallon": "gallon",
    "pint": "pint",
    "quart": "quart",
    "cup": "cup",
    "tablespoon": "tablespoon tbsp",
    "teaspoon": "teaspoon tsp",
    "oil_barrel": "barrel barrels_of_oil oil_barrel",
    "acre_foot": "acre-foot acre-feet",
    "gram": "gram gramme",
    "kilogram": "kilogram kilogramme kilo",
    "milligram": "milligram milligramme",
    "microgram": "microgram microgramme",
    "metric_ton": "tonne metric_ton metric_tonne",
    "ton": "ton short_ton",
    "long_ton": "long_ton",
    "kilometric_ton": "kilotonne",
    "megametric_ton": "megatonne",
    "gigametric_ton": "gigatonne gigaton",
    "kiloton": "kiloton",
    "megaton": "megaton",
    "pound": "pound",
    "ounce": "ounce",
    "troy_ounce": "troy_ounce",
    "carat": "carat",
    "second": "second sec",
    "millisecond": "millisecond",
    "microsecond": "microsecond",
    "nanosecond": "nanosecond",
    "minute": "minute min",
    "hour": "hour hr",
    "day": "day",
    "week": "week wk",
    "fortnight": "fortnight",
    "month": "month",
    "year": "year yr",
    "decade": "decade",
    "century": "century centuries",
    "knot": "knot",
    "watt": "watt",
    "kilowatt": "kilowatt",
    "megawatt": "megawatt",
    "gigawatt": "gigawatt",
    "terawatt": "terawatt",
    "kilowatt * hour": "kilowatt_hour kilowatt-hour",
    "megawatt * hour": "megawatt_hour megawatt-hour",
    "gigawatt * hour": "gigawatt_hour gigawatt-hour",
    "terawatt * hour": "terawatt_hour terawatt-hour",
    "joule": "joule",
    "kilojoule": "kilojoule",
    "megajoule": "megajoule",
    "calorie": "calorie",
    "kilocalorie": "kilocalorie kcal",
    "horsepower": "horsepower brake_horsepower",
    "force_pound * foot": "pound-foot pound-feet foot-pound pound_feet foot_pound",
    "newton": "newton",
    "newton * meter": "newton_meter newton_metre newton-meter newton-metre",
    "volt": "volt",
    "kilovolt": "kilovolt",
    "ampere": "ampere amp",
    "hertz": "hertz hz",
    "kilohertz": "kilohertz khz",
    "megahertz": "megahertz mhz",
    "gigahertz": "gigahertz ghz",
    "decibel": "decibel",
    "pascal": "pascal",
    "hectopascal": "hectopascal",
    "millibar": "millibar",
    "becquerel": "becquerel",
    "sievert": "sievert",
    "millisievert": "millisievert",
    "bit": "bit",
    "byte": "byte",
    "kilobyte": "kilobyte",
    "megabyte": "megabyte",
    "gigabyte": "gigabyte",
    "terabyte": "terabyte",
    "petabyte": "petabyte",
    "megapixel": "megapixel",
    "pixel": "pixel",
    "degree": "degree deg",
    "degree_Celsius": "degree_celsius degrees_celsius degree_centigrade degrees_centigrade "
    "celsius celcius centigrade degrees_c degree_c deg_c degc",
    "degree_Fahrenheit": "degree_fahrenheit degrees_fahrenheit degrees_farenheit fahrenheit "
    "farenheit degrees_f degree_f deg_f degf",
    "kelvin": "kelvin",
    "percent": "percent per_cent pct pc",
    "percentage_point": "percentage_point percent_point",
    "basis_point": "basis_point bps bp",
    "mile / hour": "mph",
    "kilometer / hour": "kph kmh kmph",
    "mile / gallon": "mpg",
    "oil_barrel / day": "bpd",
    "revolutions_per_minute": "rpm",
    "ppm": "ppm parts_per_million",
    "ppb": "ppb parts_per_billion",
    "pound_force_per_square_inch": "psi",
    "kip_per_square_inch": "ksi",
    "kilopascal": "kilopascal kpa",
    "megapascal": "megapascal mpa",
}
"""Spellings by pint name, singular, in lower case, `_` for a space; a plural "s" may follow."""

_SYMBOLS = {
    "meter": "m",
    "kilometer": "km kms KM",
    "centimeter": "cm",
    "millimeter": "mm",
    "micrometer": "µm μm um",
    "nanometer": "nm",
    "mile": "mi",
    "nautical_mile": "nmi NM",
    "foot": "ft ft. ′",
    "inch": "in. ″",
    "yard": "yd yds",
    "hectare": "ha",
    "liter": "l L ltr",
    "milliliter": "ml mL",
    "gallon": "gal",
    "oil_barrel": "bbl",
    "gram": "g gr",
    "kilogram": "kg kgs KG",
    "milligram": "mg",
    "microgram": "µg μg mcg",
    "metric_ton": "t mt",
    "gigametric_ton": "Gt",
    "megametric_ton": "Mt",
    "pound": "lb lbs lb. lbs.",
    "ounce": "oz",
    "second": "secs",
    "millisecond": "ms",
    "minute": "mins min.",
    "hour": "h hrs",
    "year": "yrs y",
    "knot": "kt kts kn",
    "watt": "W",
    "kilowatt": "kW KW kw",
    "megawatt": "MW",
    "gigawatt": "GW",
    "terawatt": "TW",
    "kilowatt * hour": "kWh kwh KWh",
    "megawatt * hour": "MWh",
    "gigawatt * hour": "GWh",
    "terawatt * hour": "TWh",
    "kilojoule": "kJ",
    "megajoule": "MJ",
    "horsepower": "hp HP bhp",
    "metric_horsepower": "PS",
    "force_pound * foot": "lb-ft lb.ft lbft ft-lb",
    "newton * meter": "Nm",
    "volt": "V",
    "kilovolt": "kV",
    "ampere": "A",
    "milliampere_hour": "mAh",
    "decibel": "dB db",
    "hectopascal": "hPa",
    "millibar": "mb",
    "millisievert": "mSv",
    "kilobyte": "KB kB",
    "megabyte": "MB",
    "gigabyte": "GB",
    "terabyte": "TB",
    "petabyte": "PB",
    "megabit / second": "Mbps Mb/s",
    "gigabit / second": "Gbps",
    "megapixel": "MP",
    "degree": "°",
    "degree_Celsius": "°C ºC ℃ C",
    "degree_Fahrenheit": "°F ºF ℉ F",
    "percent": "%",
    "kilometer / hour": "km/h kmh kph",
    "meter / second": "m/s",
    "foot / second": "ft/s",
    "mile / hour": "mi/h",
}
"""Case matters here, and after a space most of them count only where the table below says so."""

_GLUED_ONLY = frozenset("m A V W C F g h t l L y kn mb PS mt gr NM MP".split())
"""Symbols that are words or initials of their own unless they touch the digits."""
_SPACED_TOO = frozenset("m W V g l L PS C F t h".split())
"""Of those, the ones that stand for a unit after a space as well."""
_SQUARED = ("meter", "kilometer", "centimeter", "millimeter", "mile", "foot", "inch", "yard")
_POWERS = (("square", ("square", "sq", "sq."), "2²"), ("cubic", ("cubic", "cu", "cu."), "3³"))
_A_UNIT = frozenset("oil_barrel gallon ounce metric_ton ton pound liter kilogram".split())
"""What a price is given for with "a" or "an"; with "per" it may be any unit."""
_PER_UNIT = re.compile(
    r"(?i)\s(?P<annum>per\sannum|annually)\b"
    r"|[\s-]?(?:(?P<by>per|an?|each|every)[\s-]|/\s?)(?P<base>[a-z]+\b)"
    r"(?!\s(?:ago|earlier|later|after|before)\b)"
)
_PER_THING = re.compile(
    r"(?i)(?:\s(?:an?|per|each)\s|\s?/\s?)(?P<thing>share|person|head|capita|unit|user|household|"
    r"student|vehicle|family|employee|worker|night|game|ticket)\b"
)


class Unit(NamedTuple):
    """A unit that ends at `end` of the text; `per` is the countable thing of a rate, if any."""

    name: str
    end: int
    per: str | None = None


def _spellings() -> tuple[dict[str, str], dict[str, str]]:
    """Return every spelling of the tables, words and symbols apart, by pint name."""
    words = {
        form.replace("_", " "): name for name, forms in _WORDS.items() for form in forms.split()
    }
    symbols = {form: name for name, forms in _SYMBOLS.items() for form in forms.split()}
    for base in _SQUARED:
        shorts = [form for form in _SYMBOLS.get(base, "").split() if form.isalpha()]
        for power, prefixes, marks in _POWERS:
            unit = f"{power} {base}"
            forms = [*_WORDS[base].split(), *shorts]
            words |= {f"{prefix} {form}": unit for prefix in prefixes for form in forms}
            symbols |= {f"{form}{mark}": unit for form in shorts for mark in marks}
        words |= {f"sq{form}": f"square {base}" for form in shorts}
    return words, symbols


_WORD_UNITS, _SYMBOL_UNITS = _spellings()


def _alternatives(spellings: dict[str, str]) -> str:
    ordered = sorted(spellings, key=lambda s: (-len(s), s))
    return "|".join(re.escape(s).replace(r"\ ", r"\s") for s in ordered)


_WORD_UNIT = re.compile(
    rf"(?i)[\s-]{{0,2}}(?P<name>{_alternatives(_WORD_UNITS)})(?P<plural>s)?(?![\w])"
)
_SYMBOL_UNIT = re.compile(
    rf"(?P<gap>[\s-]?)[(<]?(?P<name>{_alternatives(_SYMBOL_UNITS)})(?![\w²³])"
)


def unit_after(text: str, position: int) -> Unit | None:
    """Return the unit that a number which ends at `position` is given in, with its rate."""
    found = _simple_unit(text, position)
    if found is None:
        return None
    return rate_after(text, found)


def rate_after(text: str, unit: Unit) -> Unit:
    """Return `unit` as a rate where "per hour", "a year" or "a share" follows it."""
    thing = _PER_THING.match(text, unit.end)
    if thing:
        return unit._replace(end=thing.end(), per=thing["thing"].lower())
    match = _PER_UNIT.match(text, unit.end)
    if match and match["annum"]:
        return unit._replace(name=f"{unit.name} / year", end=match.end())
    if match and (base := _denominator(text, match)):
        return unit._replace(name=f"{unit.name} / {base.name}", end=base.end)
    return unit


def _denominator(text: str, match: re.Match[str]) -> Unit | None:
    base = _simple_unit(text, match.start("base"))
    if base is None or "/" in base.name:
        return None
    is_any = (match["by"] or "per").lower() == "per"
    return base if is_any or base.name in PERIODS or base.name in _A_UNIT else None


def _simple_unit(text: str, position: int) -> Unit | None:
    word = _WORD_UNIT.match(text, position)
    if word:
        return Unit(_WORD_UNITS[re.sub(r"\s", " ", word["name"].lower())], word.end())
    symbol = _SYMBOL_UNIT.match(text, position)
    if symbol is None:
        return None
    name, gap = symbol["name"], symbol["gap"]
    if gap and name in _GLUED_ONLY and (gap == "-" or name not in _SPACED_TOO):
        return None
    return Unit(_SYMBOL_UNITS[name], symbol.end())


def normal_unit(spelling: str) -> str | None:
    """Return the pint name or currency code of a unit as spelt ("sq km"), or None."""
    unit = unit_after(spelling, 0)
    if unit and unit.end == len(spelling.rstrip()):
        return unit.name
    return CURRENCIES.get(spelling.strip().lower())


def are_comparable(one: str, other: str) -> bool:
    """Say whether two units of this module measure the same kind of thing."""
    if one == other:
        return True
    registry = _registry()
    return bool(registry.parse_units(one).is_compatible_with(registry.parse_units(other)))


def convert(value: float, unit: str, to: str) -> float:
    """Return `value` in `to`; raises ValueError where the two are not comparable."""
    if unit == to:
        return value
    if not are_comparable(unit, to):
        raise ValueError(f"{unit} cannot be given in {to}")
    return float(_registry().Quantity(value, unit).to(to).magnitude)


@lru_cache(maxsize=1)
def _registry() -> "pint.UnitRegistry[float]":
    import pint  # 0.4 s with its registry; only a comparison of unlike units needs it

    registry: pint.UnitRegistry[float] = pint.UnitRegistry()
    registry.define("percentage_point = [percentage_point]")
    registry.define("basis_point = 0.01 * percentage_point")
    registry.define("ppb = 0.001 * ppm")
    for code in sorted(set(CURRENCIES.values()) - set(HUNDREDTHS)):
        registry.define(f"{code} = [currency_{code}]")
    for code, whole in HUNDREDTHS.items():
        registry.define(f"{code} = 0.01 * {whole}")
    return registry
