"""Small real models, recorded: what they get wrong must not get into a brief.

Qwen2.5-Coder-0.5B and SmolLM2-135M read news badly; that is what they are here for. The cassettes
are recorded from llama-cpp-python's server (CONTRIBUTING.md), which knows no json_schema.
"""

import json
import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from vcr.cassette import Cassette

from summarize import brief
from summarize.model import Brief
from summarize.verify import verify_brief
from tests.recording import RECORDED_HOST

SEEDS = Path(__file__).parents[1] / "seeds"
SHORT, BUSINESS = SEEDS / "05_dniester-newsline.txt", SEEDS / "02_tradewind-daily.txt"
QWEN, SMOLLM2 = "qwen2.5-coder-0.5b", "smollm2-135m"
ADDRESSES = {QWEN: os.environ.get("QWEN"), SMOLLM2: os.environ.get("SMOLLM2")}


@pytest.fixture(autouse=True)
def empty_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))


def read_through(model: str, paths: Sequence[Path], *, is_recording: bool) -> Brief:
    address = ADDRESSES[model] if is_recording else f"{RECORDED_HOST}/v1"
    if not address:
        pytest.skip(f"no server is given for {model}")
    return brief(paths, engine="llm", base_url=address, model=model, retries=0, concurrency=1)


def assert_evidence_is_exact(made: Brief) -> None:
    texts = {article.id: article.text for article in made.articles}
    items = (*made.claims, *made.figures, *made.actors)
    sides = (position for point in made.contested for position in point.positions)
    pieces = [piece for item in (*items, *sides) for piece in item.evidence]
    assert len(pieces) > 10
    assert all(texts[one.article_id][one.start : one.end] == one.quote for one in pieces)


def modes_of(cassette: Cassette) -> list[str]:
    """Return how each recorded request asked for its form."""
    bodies = [json.loads(request.body) for request in cassette.requests]
    return [
        "json_schema" if "response_format" in body else "tools" if "tools" in body else "json"
        for body in bodies
    ]


def test_a_server_that_knows_no_json_schema_is_asked_in_the_next_mode(
    cassette: Cassette, is_recording: bool
) -> None:
    made = read_through(QWEN, [SHORT], is_recording=is_recording)
    assert_evidence_is_exact(made)
    assert verify_brief(made).passed
    assert modes_of(cassette)[:2] == ["json_schema", "tools"]
    assert modes_of(cassette).count("json_schema") == 1


def test_an_answer_cut_by_its_length_is_asked_for_in_parts_and_joined(
    cassette: Cassette, is_recording: bool
) -> None:
    made = read_through(QWEN, [BUSINESS], is_recording=is_recording)
    assert_evidence_is_exact(made)
    assert verify_brief(made).passed
    assert made.usage.calls == len(cassette) - 1 > 3  # the refused mode counts nothing


def test_a_model_that_does_not_come_to_an_end_gives_way_to_the_offline_engine(
    cassette: Cassette, is_recording: bool
) -> None:
    made = read_through(SMOLLM2, [SHORT], is_recording=is_recording)
    assert_evidence_is_exact(made)
    assert verify_brief(made).passed
    assert made.engines[0].engine == "offline"
    assert "do not come to an end" in made.warnings[0]
    assert made.usage.completion_tokens > 1_000  # what was spent in vain is told as well
