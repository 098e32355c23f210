"""A digest that reads through a language model: what is kept, what it may spend, and outages."""

import json
import os
from collections.abc import Mapping
from pathlib import Path

from tests.digestdesk import FOLDER, TO_FOLDER, DigestDesk
from tests.newsdesk import Desk
from tests.openai_server import FakeEndpoint, fail, tell_truth
from tests.stories import DAM


def open_desk(folder: Path, endpoint: FakeEndpoint, **more: object) -> DigestDesk:
    settings: Mapping[str, object] = {
        "engine": "llm", "model": "m", "base_url": endpoint.base_url, "retries": 0, **more,
    }  # fmt: skip
    table = "".join(f"{key} = {json.dumps(value)}\n" for key, value in settings.items())
    desk = DigestDesk(folder / "d", FOLDER + TO_FOLDER + f"[settings]\n{table}", dict(os.environ))
    desk.write(DAM)
    return desk


def engines(desk: DigestDesk, digest_id: str | None) -> set[str]:
    (story,) = desk.digest(digest_id).stories
    return {one.engine for one in story.brief.engines}


def test_an_article_is_read_by_the_model_once(tmp_path: Path, desk: Desk) -> None:
    with FakeEndpoint() as endpoint:
        digest_desk = open_desk(tmp_path, endpoint, cache=False)
        report = digest_desk.run()
        assert engines(digest_desk, report.digest_id) == {"llm"}
        assert digest_desk.digest(report.digest_id).usage.calls == 3
        digest_desk.write({"courier": DAM["courier"].replace("9,000", "7,500")})
        second = digest_desk.digest(digest_desk.run().digest_id)
        assert second.usage.calls == 1


def test_a_run_without_news_asks_nobody(tmp_path: Path, desk: Desk) -> None:
    with FakeEndpoint() as endpoint:
        digest_desk = open_desk(tmp_path, endpoint)
        digest_desk.run()
        asked = len(endpoint.prompts)
        assert digest_desk.run().outcome == "nothing new"
        assert len(endpoint.prompts) == asked


def test_what_was_read_in_an_outage_is_read_again_by_the_model(tmp_path: Path, desk: Desk) -> None:
    with FakeEndpoint() as endpoint:
        endpoint.follow(lambda _: fail(503, "down"))
        digest_desk = open_desk(tmp_path, endpoint, cache=False)
        assert engines(digest_desk, digest_desk.run().digest_id) == {"offline"}
        endpoint.follow(tell_truth)
        digest_desk.write({"courier": DAM["courier"].replace("9,000", "7,500")})
        assert engines(digest_desk, digest_desk.run().digest_id) == {"llm"}


def test_the_budget_is_that_of_the_whole_run(tmp_path: Path, desk: Desk) -> None:
    with FakeEndpoint() as endpoint:
        digest_desk = open_desk(tmp_path, endpoint, max_tokens=4_000, concurrency=1, cache=False)
        digest = digest_desk.digest(digest_desk.run().digest_id)
        assert 0 < digest.usage.tokens <= 4_000
        assert {one.engine for story in digest.stories for one in story.brief.engines} == {
            "llm", "offline",
        }  # fmt: skip
        assert any("max" in warning or "token" in warning for warning in digest.warnings)
