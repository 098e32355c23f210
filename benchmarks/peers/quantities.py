"""Readers of quantities, each with what it gives in the scorer's fields; a missing one it lacks."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any

from benchmarks.peers import Peer

QuantityReader = Callable[[str], Sequence[Mapping[str, object]]]


def load_quantulum3() -> QuantityReader:
    """Load quantulum3 without its classifier, an extra whose model is of an old scikit-learn."""
    classifier: Any = import_module("quantulum3.classifier")
    classifier.USE_CLF = False
    parse = import_module("quantulum3.parser").parse

    def read(text: str) -> list[Mapping[str, object]]:
        return [
            {"value": found.value, "unit": "-" if unit == "dimensionless" else unit}
            for found in parse(text)
            for unit in [found.unit.name]
        ]

    return read


def load_recognizers() -> QuantityReader:
    """Load the recognizers of Recognizers-Text that read quantities.

    A plain number counts where none with a unit holds it.
    """
    suite = import_module("recognizers_suite")
    culture = suite.Culture.English
    with_units = (
        suite.recognize_age,
        suite.recognize_currency,
        suite.recognize_dimension,
        suite.recognize_temperature,
    )

    def read(text: str) -> list[Mapping[str, object]]:
        measured = [found for recognize in with_units for found in recognize(text, culture)]
        percents = suite.recognize_percentage(text, culture)
        held = [*measured, *percents]
        numbers = [
            found
            for found in suite.recognize_number(text, culture)
            if not any(_holds(other, found) for other in held)
        ]
        return [
            *({"value": _value(one), "unit": one.resolution.get("unit")} for one in measured),
            *({"value": _value(one), "unit": "%"} for one in percents),
            *({"value": _value(one), "unit": "-"} for one in numbers),
        ]

    return read


def _holds(outer: Any, inner: Any) -> bool:
    return bool(outer.start <= inner.start and inner.end <= outer.end)


def _value(found: Any) -> str:
    return str(found.resolution["value"]).rstrip("%")


PEERS: Sequence[Peer[QuantityReader]] = (
    Peer("quantulum3", "quantulum3", load_quantulum3),
    Peer("Recognizers-Text", "recognizers-text-suite", load_recognizers),
)
