"""Five articles read through an endpoint that answers as a careful reader would.

The answers in tests/data/replies were written by hand for the rendered prompts; a small server of
the tests gave them over HTTP when the cassettes were recorded. No model wrote them.
"""

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.answer_key import AnswerKey, read_key
from benchmarks.brief_score import MEASURES, Measure, score_brief
from summarize import brief
from summarize.model import Brief
from summarize.settings import WordingName
from summarize.verify import verify_brief
from tests.openai_server import Asked, FakeEndpoint, Reply, say
from tests.recording import RECORDED_HOST

ROOT = Path(__file__).parents[1]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
REPLIES = {
    path.stem: json.loads(path.read_text()) for path in (ROOT / "tests/data/replies").glob("*")
}
FLOORS: dict[str, float] = json.loads((ROOT / "benchmarks/floors.json").read_text())["brief:llm"]
MODEL = "careful-reader"


def answer_as_reader(asked: Asked) -> Reply:
    """Give the answer that was written for the article in the prompt, or the wording of a brief."""
    if not asked.sentences:
        return say(asked, REPLIES["wording"])
    longest = max(asked.sentences.values(), key=len)
    texts = {path.stem: " ".join(path.read_text().split()) for path in SEEDS}
    [stem] = [stem for stem, text in texts.items() if longest in text]
    return say(asked, REPLIES[stem])


@pytest.fixture
def endpoint(is_recording: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[str]:
    """Give the address to ask: the hand-written reader's while it is recorded."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    if not is_recording:
        yield f"{RECORDED_HOST}/v1"
        return
    with FakeEndpoint(answer_as_reader) as reader:
        yield reader.base_url


def read_brief(
    endpoint: str, created: dt.datetime | None = None, wording: WordingName = "template"
) -> Brief:
    return brief(
        SEEDS,
        created=created,
        engine="llm",
        base_url=endpoint,
        model=MODEL,
        wording=wording,
        retries=0,
        concurrency=1,
        fallback=False,
    )


@pytest.mark.usefixtures("cassette")
def test_a_brief_of_careful_answers_scores_at_least_its_floors(endpoint: str) -> None:
    made = read_brief(endpoint)
    key: AnswerKey = read_key(ROOT / "seeds/expected.json")
    measures: dict[str, Measure] = {one.name: one for one in score_brief(key, made)}
    for name in MEASURES:
        assert measures[name].value >= FLOORS[name], measures[name]
    assert {run.engine for run in made.engines} == {"llm"}
    assert made.usage.calls == len(SEEDS)
    assert verify_brief(made).passed
    finders = Counter(claim.engine for claim in made.claims)
    assert finders["llm"] > 10 * finders["offline"]


@pytest.mark.usefixtures("cassette")
def test_a_second_run_makes_no_call_and_the_same_brief(endpoint: str) -> None:
    first = read_brief(endpoint)
    second = read_brief(endpoint, created=first.created)
    assert second.usage.calls == 0
    assert second.usage.cached == len(SEEDS)
    assert second.model_dump(exclude={"usage"}) == first.model_dump(exclude={"usage"})


@pytest.mark.usefixtures("cassette")
def test_a_wording_stands_only_where_the_evidence_carries_it(endpoint: str) -> None:
    made = read_brief(endpoint, wording="llm")
    texts = [sentence.text for sentence in made.summary]
    given = {item["number"]: item["text"] for item in REPLIES["wording"]["sentences"]}
    assert made.title == given[1]
    assert {given[2], given[4]} <= set(texts)
    assert not {given[3], given[5]} & set(texts)  # "won", and another man
    assert any("had taken part in the battles along the border" in text for text in texts)
    assert any("Kim Jong Un had ordered the deployment" in text for text in texts)
    assert verify_brief(made).passed
