"""What every benchmark shares: the table, what one run reads and writes, and what it hands back.

A benchmark is a module with a function `run(job: Job) -> Iterable[Result]`. It reads its rows with
`Job.read_rows`, writes what we and each peer make of them with `Job.write_predictions`, and takes
the values out of `Job.score`, so that no value is worked out here. `comparison` does all of that
for a scorer that gives numbers for a file of predictions.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

BENCHMARKS: Mapping[str, str] = {
    "mutations": "benchmarks.mutations",
    "paraphrases": "benchmarks.mutations",
    "newsquant": "benchmarks.quantities",
    "rtest": "benchmarks.quantities",
    "polnear": "benchmarks.attributions",
    "gum_attr": "benchmarks.attributions",
    "gum_news": "benchmarks.actors",
    "uner_pud_news": "benchmarks.mentions",
    "zyte_extraction": "benchmarks.pages",
    "l3sgn1_extraction": "benchmarks.pages",
    "l3sgn1_plaintext": "benchmarks.pasted",
    "multinews": "benchmarks.summaries",
    "neus": "benchmarks.summaries",
    "allsides_roundups": "benchmarks.summaries",
    "babe": "benchmarks.loaded_words",
    "vitaminc_num": "benchmarks.numbers",
    "ecbplus": "benchmarks.events",
    "allsides_stories": "benchmarks.stories",
    "ecbplus_stories": "benchmarks.stories",
}
"""Each data set with the module that measures it; sets of one row format share a module."""
APART: Mapping[str, str] = {
    "speed": "benchmarks.speed",
    "strangers": "benchmarks.strangers",
    "grouping": "benchmarks.grouping",
    "tuning": "benchmarks.tuning",
}
"""What runs by its own name alone, since it finds its own data; speed takes minutes, too."""

Row = TypeVar("Row", bound=BaseModel)


class BenchmarkError(Exception):
    """A benchmark that cannot be run, with what is missing."""


@dataclass(frozen=True, slots=True)
class Result:
    """One line of output: what one measure came to, for us and for each peer that is installed."""

    benchmark: str
    split: str
    measure: str
    ours: float
    peers: Mapping[str, float]
    details: Mapping[str, str] = field(default_factory=dict)
    """Further keys of the line."""

    def to_json(self) -> str:
        """Write the line, in the form that DESIGN.md gives."""
        line = {
            "benchmark": self.benchmark,
            "split": self.split,
            "measure": self.measure,
            "ours": self.ours,
            "peers": dict(self.peers),
        }
        return json.dumps(line | dict(self.details), ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Job:
    """One data set to measure: DATA/BENCHMARK/SPLIT.jsonl, scored by what lies in DATA/score.

    `output` is the folder for predictions; `errors` is how many wrong rows of ours to show.
    """

    benchmark: str
    split: str
    data: Path
    output: Path
    errors: int = 0

    @property
    def gold(self) -> Path:
        """The file with the rows."""
        return self.data / self.benchmark / f"{self.split}.jsonl"

    def read_rows(self, form: type[Row]) -> list[Row]:
        """Read the rows. Raises BenchmarkError that names the first one of another form."""
        rows: list[Row] = []
        with self.gold.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                try:
                    rows.append(form.model_validate_json(line))
                except ValidationError as error:
                    raise BenchmarkError(f"{self.gold}:{number}: another form: {error}") from error
        return rows

    def write_predictions(self, system: str, rows: Iterable[Mapping[str, object]]) -> Path:
        """Write what `system` makes of the rows, and return the file."""
        self.output.mkdir(parents=True, exist_ok=True)
        path = self.output / f"{self.benchmark}.{self.split}.{system.replace(' ', '_')}.jsonl"
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        path.write_text("".join(lines), encoding="utf-8")
        return path

    def find_scorer(self, name: str) -> Path:
        """Return the scorer's path. Raises BenchmarkError where it is not there."""
        path = self.data / "score" / name
        if not path.is_file():
            raise BenchmarkError(f"{self.benchmark}: no scorer at {path}")
        return path

    def score(self, scorer: Path, predictions: Path, *options: str) -> str:
        """Run the scorer with the options that it takes, and return its JSON.

        Whatever else it prints, wrong rows among it, goes to stderr. Raises BenchmarkError where
        the scorer fails or prints no JSON.
        """
        command = [sys.executable, "-X", "utf8", str(scorer), str(self.gold), str(predictions)]
        ended = subprocess.run(  # noqa: S603 - the scorer that the user's --data names
            [*command, *options], capture_output=True, encoding="utf-8", check=False
        )
        if ended.returncode:
            raise BenchmarkError(f"{self.benchmark}: {scorer} failed:\n{ended.stderr.strip()}")
        lines = ended.stdout.strip().split("\n")
        scores = next((line for line in lines if line.startswith("{")), None)
        if scores is None:
            raise BenchmarkError(f"{self.benchmark}: {scorer} printed no JSON")
        for line in lines:
            if line is not scores:
                print(line, file=sys.stderr)
        return scores


def load_benchmark(name: str) -> Callable[[Job], Iterable[Result]]:
    """Load what measures the data set `name`, a key of BENCHMARKS or of APART."""
    run: Callable[[Job], Iterable[Result]] = import_module({**BENCHMARKS, **APART}[name]).run
    return run
