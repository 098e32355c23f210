"""`summarize doctor` and `--estimate`: what would run, and what it would cost."""

import pytest

from tests.newsdesk import KEY, Desk
from tests.openai_server import FakeEndpoint, fail


@pytest.fixture
def endpoint() -> FakeEndpoint:
    return FakeEndpoint(models=("m", "n"))


def test_without_key_and_address_the_offline_engine_runs(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OPENAI_API_KEY")
    ended = desk.run("doctor")
    assert ended.code == 0
    assert "offline" in ended.out
    assert "OPENAI_API_KEY" in ended.out


def test_an_engine_that_is_asked_for_and_not_configured_is_missing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OPENAI_API_KEY")
    ended = desk.run("doctor", "--engine", "llm")
    assert ended.code == 4
    assert "missing" in ended.out


def test_the_endpoint_is_asked_for_its_models_and_no_key_is_shown(
    desk: Desk, endpoint: FakeEndpoint
) -> None:
    with endpoint:
        ended = desk.run("doctor", "--base-url", endpoint.base_url, "--model", "m")
    assert ended.code == 0
    assert "llm: a key is set" in ended.out
    assert "serves    m, n" in ended.out
    assert KEY not in ended.out + ended.err
    assert [one.method for one in endpoint.requests] == ["GET"]


@pytest.mark.parametrize("flags", [(), ("--model", "gpt")], ids=["no model", "unknown model"])
def test_a_model_that_is_missing_is_said_with_those_that_are_there(
    desk: Desk, endpoint: FakeEndpoint, flags: tuple[str, ...]
) -> None:
    with endpoint:
        ended = desk.run("doctor", "--base-url", endpoint.base_url, *flags)
    assert ended.code == 4
    assert "serves m, n" in ended.out
    assert "read offline" in ended.out


def test_a_wrong_key_is_said_by_the_doctor(desk: Desk) -> None:
    class Closed(FakeEndpoint):
        def note(self, asked):  # type: ignore[no-untyped-def]
            self.requests.append(asked)
            return fail(401, f"Incorrect API key provided: {KEY}")

    with Closed() as endpoint:
        ended = desk.run("doctor", "--base-url", endpoint.base_url)
    assert ended.code == 4
    assert "OPENAI_API_KEY" in ended.out
    assert KEY not in ended.out


def test_nobody_at_the_address_is_said_by_the_doctor(desk: Desk) -> None:
    ended = desk.run("doctor", "--base-url", "http://127.0.0.1:1/v1", "--no-fallback")
    assert ended.code == 4
    assert "no connection" in ended.out
    assert "exit code 4" in ended.out


def test_an_estimate_counts_calls_and_tokens_and_asks_nobody(
    desk: Desk, endpoint: FakeEndpoint
) -> None:
    files = desk.write("Aldford", "Brenton", "Carwick")
    with endpoint:
        ended = desk.brief(endpoint, files, "--estimate")
    assert endpoint.requests == []
    assert "3 articles" in ended.out
    assert "3 calls" in ended.out
    assert "m at 127.0.0.1" in ended.out


def test_a_long_article_is_estimated_at_several_calls(desk: Desk, endpoint: FakeEndpoint) -> None:
    text = "\n\n".join(
        f"The council met on day {number} of the long strike." for number in range(600)
    )
    with endpoint:
        ended = desk.run(
            "extract", desk.write_text("long", text), "--base-url", endpoint.base_url, "--estimate"
        )
    assert "3 calls" in ended.out


def test_offline_costs_nothing(desk: Desk) -> None:
    ended = desk.run("brief", *desk.write("Aldford"), "--engine", "offline", "--estimate")
    assert ended.out == "1 article, read by offline: no call and no token\n"
