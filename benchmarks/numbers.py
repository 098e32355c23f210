"""Whether two sentences disagree on a number: a claim, and a sentence of an encyclopedia.

Measured is `summarize.language.disagreement`, by which the merge keeps claims apart that cannot
both be true, and whose bounds are those of its figures. The rows are set in tokens ("$ 4 million ,
or 3 %"), which no article is: their spacing is undone first, for us alone.
"""

import re
from collections.abc import Iterator

from benchmarks.comparison import OURS, Fault, Measure, Prediction, Row, Scorer, System, compare
from benchmarks.job import Job, Result
from benchmarks.peers import load_installed
from benchmarks.peers.numbers import PEERS, NumberJudge
from summarize.language.disagreement import judge_numbers

MEASURES = (
    Measure("contradict F1", ("contradict", "F1")),
    Measure("contradict precision", ("contradict", "P")),
    Measure("accuracy", ("accuracy",)),
)

_RESTORED = (
    (re.compile(r"``\s*(?:'' '')?|'' '' ''|'' ''|''"), '"'),
    (re.compile(r"\s+([,.;:!?%)\]])"), r"\1"),
    (re.compile(r"([(\[$£€#])\s+"), r"\1"),
    (re.compile(r"\s+('s|n't|'re|'ve|'ll)\b"), r"\1"),
    (re.compile(r"(?<=[a-z0-9)])\.(?=[A-Z][a-z])"), ". "),
    (re.compile(r"(?<=\d)\s?/\s?(?=\d)"), "/"),
    (re.compile(r"\A[\s,]+"), ""),
)
"""What becomes of marks that stand apart, and of sentences that were glued together."""


class Pair(Row):
    """A claim `a`, a sentence `b`, and what the second says to the first."""

    a: str
    b: str
    label: str


def find_fault(row: Pair, said: Prediction) -> Fault | None:
    """Show a pair that we judge otherwise."""
    if said["label"] == row.label:
        return None
    verdict = f"   wanted {row.label}, ours {said['label']}"
    return Fault(1.0, f"   {row.a}\n   {row.b}\n{verdict}")


SCORER = Scorer("score_pairs.py", MEASURES, ["--json"], find_fault)


def run(job: Job) -> Iterator[Result]:
    """Measure our judge beside the peers."""
    peers = {name: _predict_with(judge) for name, judge in load_installed(PEERS).items()}
    return compare(job, SCORER, Pair, {OURS: read_ours, **peers})


def _predict_with(judge: NumberJudge) -> System[Pair]:
    return lambda row: {"label": judge(row.a, row.b)}


def read_ours(row: Pair) -> Prediction:
    """Return what our judge says of a pair."""
    return {"label": judge_numbers(restore_spacing(row.a), restore_spacing(row.b))}


def restore_spacing(text: str) -> str:
    """Return a text that is set in tokens as an article would have it."""
    for pattern, restored in _RESTORED:
        text = pattern.sub(restored, text)
    return text
