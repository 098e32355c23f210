"""The quality gate: a brief of seeds/, made offline, must not fall below its floors."""

import json
from pathlib import Path

import pytest

from benchmarks.answer_key import AnswerKey, read_key
from benchmarks.brief_score import MEASURES, Measure, score_brief
from summarize import brief
from summarize.model import Brief

ROOT = Path(__file__).parents[1]
FLOORS: dict[str, float] = json.loads((ROOT / "benchmarks/floors.json").read_text())["brief:seeds"]


@pytest.fixture(scope="session")
def key() -> AnswerKey:
    return read_key(ROOT / "seeds/expected.json")


@pytest.fixture(scope="session")
def seeds_brief() -> Brief:
    return brief(sorted((ROOT / "seeds").glob("*.txt")), engine="offline")


@pytest.fixture(scope="session")
def measures(key: AnswerKey, seeds_brief: Brief) -> dict[str, Measure]:
    return {measure.name: measure for measure in score_brief(key, seeds_brief)}


@pytest.mark.parametrize("name", MEASURES)
def test_a_brief_of_the_seeds_is_not_below_its_floor(
    name: str, measures: dict[str, Measure]
) -> None:
    measure = measures[name]
    assert measure.value >= FLOORS[name], "\n".join(measure.misses)


def test_the_summary_is_as_long_as_a_reader_has_time_for(measures: dict[str, Measure]) -> None:
    assert 120 <= measures["summary_words"].value <= 220


def test_a_credit_line_leaves_its_source_behind(key: AnswerKey, seeds_brief: Brief) -> None:
    sources = {Path(a.path or "").name[:2]: a.original_source for a in seeds_brief.articles}
    for number, want in key.articles.items():
        named = sources[number]
        if want.original_source is None:
            assert named is None
        else:
            assert named is not None
            assert want.original_source.search(named)
