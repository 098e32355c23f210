"""Systems on the same rows with the same scorer: ours, and each peer that is installed."""

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import BaseModel

from benchmarks.job import Job, Result

OURS = "ours"


class Row(BaseModel):
    """What every row has; a benchmark's own rows have more."""

    id: str


RowT = TypeVar("RowT", bound=Row)
Prediction = Mapping[str, object]
"""What a system makes of a row, in the scorer's fields, without the row's id."""
System = Callable[[RowT], Prediction]


class Measure(NamedTuple):
    """A number that a scorer gives: `path` leads to it in the scorer's JSON.

    A text counts by the number that it begins with, as in "88.2 (30/34)".
    """

    name: str
    path: tuple[str, ...]
    factor: float = 1.0


class Fault(NamedTuple):
    """What is wrong with one row of ours, and how much of it: `share` is between 0 and 1."""

    share: float
    text: str


@dataclass(frozen=True)
class Scorer(Generic[RowT]):
    """A scorer of DATA/score: its script, the options that it takes, the measures to take from it.

    `find_fault` tells what is wrong with a row, where the scorer has no --errors of its own.
    """

    script: str
    measures: Sequence[Measure]
    options: Sequence[str] = ()
    find_fault: Callable[[RowT, Prediction], Fault | None] | None = None


def compare(
    job: Job, scorer: Scorer[RowT], form: type[RowT], systems: Mapping[str, System[RowT]]
) -> Iterator[Result]:
    """Measure `systems`, of which one is OURS.

    A measure that the scorer does not give for a peer, such as a field that it has not, is left
    out of the peer's. Raises BenchmarkError where they cannot be scored.
    """
    job.find_scorer(scorer.script)  # before the systems take their time
    rows = job.read_rows(form)
    scores = {name: _score(job, scorer, rows, name, systems[name]) for name in systems}
    for measure, value in scores[OURS].items():
        beside = {
            name: found[measure]
            for name, found in scores.items()
            if name != OURS and measure in found
        }
        yield Result(job.benchmark, job.split, measure, value, beside)


def _score(
    job: Job, scorer: Scorer[RowT], rows: Sequence[RowT], name: str, system: System[RowT]
) -> dict[str, float]:
    predictions = [system(row) for row in rows]
    path = job.write_predictions(
        name, ({"id": row.id, **said} for row, said in zip(rows, predictions, strict=True))
    )
    options = [*scorer.options]
    if name == OURS and job.errors:
        if scorer.find_fault is None:
            options += ["--errors", str(job.errors)]
        else:
            _show_faults(scorer.find_fault, rows, predictions, job.errors)
    printed = json.loads(job.score(job.find_scorer(scorer.script), path, *options))
    found = {measure.name: _take(printed, measure) for measure in scorer.measures}
    return {name: value for name, value in found.items() if value is not None}


def _take(printed: Any, measure: Measure) -> float | None:
    for key in measure.path:
        if not isinstance(printed, dict) or key not in printed:
            return None
        printed = printed[key]
    return round(float(str(printed).split()[0]) * measure.factor, 4)


def _show_faults(
    find_fault: Callable[[RowT, Prediction], Fault | None],
    rows: Sequence[RowT],
    predictions: Sequence[Prediction],
    most: int,
) -> None:
    """Show the worst rows on stderr, the first of equals first."""
    pairs = zip(rows, predictions, strict=True)
    faults = [(row.id, fault) for row, said in pairs if (fault := find_fault(row, said))]
    faults.sort(key=lambda pair: -pair[1].share)
    for name, fault in faults[:most]:
        print(f"{name} {fault.share:.0%} wrong\n{fault.text}", file=sys.stderr)
