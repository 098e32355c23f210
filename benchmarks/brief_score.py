"""Score one brief against an answer key: python -m benchmarks.brief_score KEY BRIEF.

KEY is a file in the form of seeds/expected.json, BRIEF the JSON of `summarize brief`, written with
its sources. Every measure is a list of checks and its value the share that holds, 0 to 1; only
`contested_points` and `summary_words` are plain counts. Exit code 1 where a `--min` is not met.
"""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks import brief_checks as checks
from benchmarks.answer_key import AnswerKey, read_key
from summarize.model import Brief


class Measure(NamedTuple):
    """`good` of `total` checks held; `value` is their share, or the count of a plain count."""

    name: str
    value: float
    good: int
    total: int
    misses: tuple[str, ...]


Question = Callable[[AnswerKey, checks.BriefIndex], Iterator[checks.Check]]

MEASURES: Mapping[str, tuple[Question, float]] = {
    "evidence_exact": (checks.evidence_is_exact, 0.0),
    "cleaning": (checks.articles_are_clean, 1.0),
    "figures_recall": (checks.figures_are_found, 1.0),
    "figures_detail": (checks.figures_are_detailed, 1.0),
    "figures_precision": (checks.figures_are_wanted, 0.0),
    "actors_recall": (checks.actors_are_found, 1.0),
    "actors_kind_role": (checks.actors_have_kind_and_role, 1.0),
    "actors_clean": (checks.actors_belong, 0.0),
    "actors_once": (checks.people_stand_once, 1.0),
    "speakers": (checks.claims_have_their_speaker, 1.0),
    "contested_recall": (checks.disputes_are_found, 1.0),
    "summary_covers": (checks.summary_covers_facts, 1.0),
    "summary_neutral": (checks.summary_is_neutral, 0.0),
    "summary_cited": (checks.summary_is_cited, 0.0),
}
"""Each measure with its value where nothing was checked: a key that asks for nothing is met, a
brief that holds nothing is not."""


def score_brief(key: AnswerKey, brief: Brief) -> tuple[Measure, ...]:
    """Every measure of one brief, in the order of `MEASURES`, and the two counts after them."""
    index = checks.BriefIndex.of(brief)
    measures = []
    for name, (question, when_empty) in MEASURES.items():
        asked = tuple(question(key, index))
        good = sum(check.holds for check in asked)
        value = good / len(asked) if asked else when_empty
        misses = tuple(check.miss for check in asked if not check.holds)
        measures.append(Measure(name, value, good, len(asked), misses))
    words = sum(len(sentence.text.split()) for sentence in brief.summary)
    questions = tuple(point.question for point in brief.contested)
    return (
        *measures,
        Measure("contested_points", len(questions), len(questions), 1, questions),
        Measure("summary_words", words, words, 1, ()),
    )


def shortfalls(measures: Iterable[Measure], floors: Mapping[str, float]) -> list[str]:
    """The measures below their floor, as text."""
    return [
        f"{m.name} {m.value:.3f} < {floors[m.name]:g}"
        for m in measures
        if m.name in floors and m.value < floors[m.name]
    ]


def _floor(text: str) -> tuple[str, float]:
    name, _, value = text.partition("=")
    if name not in {*MEASURES, "contested_points", "summary_words"}:
        raise argparse.ArgumentTypeError(f"no measure is named {name!r}")
    return name, float(value)


def main(argv: Sequence[str] | None = None) -> int:
    """Print one line a measure; 1 where a floor is not met, 2 where a file cannot be used."""
    parser = argparse.ArgumentParser("python -m benchmarks.brief_score", description=__doc__)
    parser.add_argument("key", type=Path, metavar="KEY")
    parser.add_argument("brief", type=Path, metavar="BRIEF")
    parser.add_argument("--min", type=_floor, action="append", default=[], metavar="NAME=VALUE")
    parser.add_argument("--verbose", action="store_true", help="print every check that failed")
    args = parser.parse_args(argv)
    try:
        key = read_key(args.key)
        brief = Brief.model_validate_json(args.brief.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        parser.error(str(error))
    measures = score_brief(key, brief)
    for measure in measures:
        print(f"{measure.name:20} {measure.value:8.3f}  ({measure.good}/{measure.total})")
        for miss in measure.misses if args.verbose else ():
            print(f"    - {miss}")
    below = shortfalls(measures, dict(args.min))
    if below:
        print("below: " + "; ".join(below))
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
