"""The limits that nobody lowers unasked: what a measure must reach, in benchmarks/floors.json.

An entry is a data set with `at_least` (more is better) and `at_most` (less is better), each by
measure. The `brief:` entries hold least values alone: of the sample articles, of five real ones
that CI scores where it finds them, and of the samples read through an endpoint.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from benchmarks.job import Result

FLOORS = Path(__file__).with_name("floors.json")


class Floors(BaseModel):
    """What the measures of one data set must reach."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    at_least: Mapping[str, float] = {}
    at_most: Mapping[str, float] = {}


def read_floors(benchmark: str, path: Path = FLOORS) -> Floors:
    """Read the floors of a benchmark, none where it has no entry. Raises OSError, ValueError."""
    return Floors.model_validate(json.loads(path.read_text(encoding="utf-8")).get(benchmark, {}))


def find_shortfalls(results: Iterable[Result], floors: Floors) -> Iterator[str]:
    """Name each measure of one benchmark that is worse than its floor, or has none to compare."""
    ours = {result.measure: result.ours for result in results}
    for measure in (*floors.at_least, *floors.at_most):
        if measure not in ours:
            yield f"{measure} was not measured"
    for measure, value in ours.items():
        if value < floors.at_least.get(measure, value):
            yield f"{measure} {value:g} < {floors.at_least[measure]:g}"
        if value > floors.at_most.get(measure, value):
            yield f"{measure} {value:g} > {floors.at_most[measure]:g}"
