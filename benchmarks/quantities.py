"""The numbers of a sentence with their unit, their bound or change, and what they count.

Measured is `summarize.language.quantities`, from which the figures of an Extraction are drawn:
those leave out ages, plain durations and "the two sides", which these sets tag, and keep neither
the change ("up 3%") nor the counted noun apart from what became of it.
"""

from collections.abc import Iterator, Mapping

from benchmarks.comparison import OURS, Measure, Prediction, Row, Scorer, System, compare
from benchmarks.job import Job, Result
from benchmarks.peers import load_installed
from benchmarks.peers.quantities import PEERS, QuantityReader
from summarize.language.document import parse_document
from summarize.language.quantities import Quantity, find_quantities
from summarize.language.quantities.money import CURRENCIES
from summarize.language.quantities.units import COUNT, SHARE

MEASURES = [
    Measure(name, (name, "F1")) for name in ("value", "value+unit", "value+change", "value+concept")
]

_MARKS: Mapping[str, str] = {
    "about": "~",
    "at least": ">",
    "more than": ">",
    "at most": "<",
    "less than": "<",
}
_PLAIN_UNITS = {
    "oil_barrel": "barrel",
    "force_pound": "pound",
    "pound_force": "pound",
    "kip_per_square_inch": "ksi",
}
"""Parts of pint's names, as the scorer spells them."""
_NAMED_OTHERWISE = {"GBX": "penny"}
_LONGEST_SIGN = 3
_INFLECTED = ("JJR", "NNS", "NNPS")
_UNSAID = ("CC", "DT", "IN", "PRP$", "RBS", "RBR", "POS", ",")


class Sentence(Row):
    """A sentence with its quantities, which the scorer reads itself."""

    text: str


SCORER = Scorer[Sentence]("score_newsquant.py", MEASURES, ["--json"])


def run(job: Job) -> Iterator[Result]:
    """Measure our reader beside the installed peers."""
    readers = {OURS: read_ours, **load_installed(PEERS)}
    systems = {name: _predict_with(reader) for name, reader in readers.items()}
    return compare(job, SCORER, Sentence, systems)


def _predict_with(reader: QuantityReader) -> System[Sentence]:
    return lambda row: {"quantities": reader(row.text)}


def read_ours(text: str) -> list[Prediction]:
    """Return our quantities of a sentence in the scorer's fields."""
    return [_fields(quantity) for quantity in find_quantities(parse_document(text))]


def _fields(quantity: Quantity) -> Prediction:
    """A range bears no mark, and a bound goes before a change: "up about 3%" is "~"."""
    is_range = quantity.low != quantity.high
    mark = _MARKS.get(quantity.bound) or ("=" if is_range else quantity.change or "=")
    return {
        "value": [quantity.low, quantity.high] if is_range else [quantity.low],
        "unit": _unit(quantity),
        "change": mark,
        "concept": _concept(quantity),
    }


def _concept(quantity: Quantity) -> str:
    """Return what is counted and what the sentence is about; "96 fans went" is about its unit."""
    is_unit = quantity.unit == COUNT and quantity.noun != ""
    if is_unit and quantity.subject in ("", quantity.noun):
        return ""
    return f"{quantity.what} {quantity.subject}".strip()


def _unit(quantity: Quantity) -> str:
    """Return the unit in plain English: a counted noun, a currency, a name of pint's."""
    numerator, slash, denominator = quantity.unit.partition(" / ")
    unit = _plain(numerator, quantity) + (f" per {_plain(denominator, quantity)}" if slash else "")
    if quantity.is_age:
        unit += " of age"
    return f"{unit} per {quantity.per}" if quantity.per else unit


def _plain(name: str, quantity: Quantity) -> str:
    if name == COUNT:
        return _dictionary_form(quantity.noun) or "-"
    if name == SHARE:
        return "times" if quantity.low >= 1 else f"% {_dictionary_form(quantity.what) or '-'}"
    if name in _CURRENCIES:
        return _CURRENCIES[name]
    parts = [_PLAIN_UNITS.get(part, part) for part in name.split(" * ")]
    return " ".join(parts).replace("_", " ")


def _dictionary_form(noun: str) -> str:
    """Return a phrase as units are normalised: "smaller shops and homes", "small shop home"."""
    tokens = parse_document(noun).tokens
    return " ".join(
        token.lemma if token.tag in _INFLECTED and token.low != "more" else token.text
        for token in tokens
        if token.tag not in _UNSAID
    )


def _currency_names() -> dict[str, str]:
    """Return the first name of each currency, by its code."""
    found: dict[str, str] = {}
    for spelling, code in CURRENCIES.items():
        if len(spelling) > _LONGEST_SIGN and spelling.replace(" ", "").isalpha():
            found.setdefault(code, spelling)
    return found | _NAMED_OTHERWISE


_CURRENCIES = _currency_names()
