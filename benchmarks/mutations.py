"""Does the evidence carry the statement? Our gate, on changed statements and on unchanged ones.

`mutations` are made by rule, `paraphrases` written by hand; rows and scorer are the same. A false
accept is a changed statement that the gate lets through, a false reject one with the same meaning
that it refuses, both in percent. An operator is one way to change a statement, or to keep it.
"""

from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from time import perf_counter
from typing import NamedTuple

from pydantic import BaseModel, Field

from benchmarks.job import Job, Result
from benchmarks.peers import load_installed
from benchmarks.peers.gates import PEERS, Gate, Verdict
from summarize.ground.support import support

SCORER = "score_mutations.py"
WORST = "worst operator, false accepts"


class Pair(BaseModel):
    """A statement and its evidence; no `speaker` where it stands in the brief's own voice."""

    id: str
    statement: str
    evidence: tuple[str, ...]
    speaker: str | None


class Scores(BaseModel):
    """What the scorer prints: rates in percent by operator, and over `all`."""

    false_accepts: dict[str, float] = Field(alias="false accept")
    false_rejects: dict[str, float] = Field(alias="false reject")

    @property
    def worst(self) -> tuple[str, float]:
        """The operator with the most false accepts, and its rate; the first of equals."""
        operators = ((name, rate) for name, rate in self.false_accepts.items() if name != "all")
        return max(operators, key=itemgetter(1), default=("none", 0.0))


class Outcome(NamedTuple):
    """How one gate did: its values by measure, and which operator deceives it most."""

    values: Mapping[str, float]
    worst_operator: str


def run(job: Job) -> Iterator[Result]:
    """Measure our gate beside those of the installed peers."""
    return compare_gates(job, judge_by_support, load_installed(PEERS))


def judge_by_support(statement: str, evidence: Sequence[str], speaker: str | None) -> Verdict:
    """Ask our own gate."""
    found = support(statement, evidence, speaker)
    return Verdict(found.supported, found.reasons)


def compare_gates(job: Job, ours: Gate, peers: Mapping[str, Gate]) -> Iterator[Result]:
    """Measure gates on the same pairs. Raises BenchmarkError where they cannot be scored."""
    job.find_scorer(SCORER)  # before the gates take their time
    pairs = job.read_rows(Pair)
    own = _measure(job, pairs, "ours", ours)
    others = {name: _measure(job, pairs, name, gate) for name, gate in peers.items()}
    for measure, value in own.values.items():
        beside = {name: other.values[measure] for name, other in others.items()}
        details = {"operator": own.worst_operator} if measure == WORST else {}
        yield Result(job.benchmark, job.split, measure, value, beside, details)


def _measure(job: Job, pairs: Sequence[Pair], system: str, gate: Gate) -> Outcome:
    verdicts, pairs_a_second = _judge(pairs, gate)
    rows = (
        {"id": pair.id, "supported": verdict.supported, "reason": "; ".join(verdict.reasons)}
        for pair, verdict in zip(pairs, verdicts, strict=True)
    )
    predictions = job.write_predictions(system, rows)
    shown = ["--errors", str(job.errors)] if job.errors and system == "ours" else []
    scorer = job.find_scorer(SCORER)
    scores = Scores.model_validate_json(job.score(scorer, predictions, "--json", *shown))
    operator, rate = scores.worst
    values = {
        "false accepts": scores.false_accepts["all"],
        WORST: rate,
        "false rejects": scores.false_rejects["all"],
        "pairs a second": round(pairs_a_second, 1),
    }
    return Outcome(values, operator)


def _judge(pairs: Sequence[Pair], gate: Gate) -> tuple[list[Verdict], float]:
    """Every verdict, and pairs a second; the first pair is judged once before, to load tables."""
    for pair in pairs[:1]:
        gate(pair.statement, pair.evidence, pair.speaker)
    began = perf_counter()
    verdicts = [gate(pair.statement, pair.evidence, pair.speaker) for pair in pairs]
    return verdicts, len(pairs) / (perf_counter() - began)
