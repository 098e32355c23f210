"""An endpoint that fails: what its user is told, what is asked no more, and what is not lost."""

import socket
import time

import pytest

from summarize.errors import EngineOutage
from summarize.pipeline import Progress, make_brief
from summarize.settings import choose_options, read_settings
from tests.newsdesk import (
    KEY,
    TOWNS,
    Desk,
    assert_offline,
    lines,
    readers,
    texts,
    towns_asked,
)
from tests.openai_server import (
    Asked,
    FakeEndpoint,
    Reply,
    fail,
    give,
    tell_truth,
)

WRONG_KEY = fail(401, f"Incorrect API key provided: {KEY}.", "invalid_api_key")
HTML = give("<html><body>Log in</body></html>", headers={"Content-Type": "text/html"})
NEVER = Reply(ending="never")


# The key, the model, the account


def test_a_wrong_key_is_told_once_and_no_other_article_is_tried(desk: Desk) -> None:
    with FakeEndpoint(WRONG_KEY) as endpoint:
        ended = desk.brief(endpoint, desk.write(*TOWNS, sentences=2))
    assert_offline(ended, "refuses the key in OPENAI_API_KEY")
    assert len(ended.brief.articles) == len(TOWNS) == 50
    assert len(endpoint.requests) == 1
    assert ended.err.count("refuses the key") == 1
    assert KEY not in ended.out + ended.err


def test_a_wrong_key_ends_with_4_where_no_other_engine_may_read(desk: Desk) -> None:
    with FakeEndpoint(WRONG_KEY) as endpoint:
        ended = desk.brief(endpoint, desk.write(*TOWNS[:9]), "--no-fallback")
    assert (ended.code, ended.out) == (4, "")
    assert ended.err.startswith("summarize: error: ")
    assert "refuses the key in OPENAI_API_KEY" in ended.err
    assert KEY not in ended.err
    assert len(endpoint.requests) == 1


def test_a_key_without_permission_is_told_and_no_other_article_is_tried(desk: Desk) -> None:
    with FakeEndpoint(fail(403, "not in your country")) as endpoint:
        ended = desk.brief(endpoint, desk.write(*TOWNS[:5]))
    assert_offline(ended, "refuses the key", "not in your country")
    assert len(endpoint.requests) == 1


def test_a_model_that_is_not_there_is_told_and_no_other_article_is_tried(desk: Desk) -> None:
    with FakeEndpoint(fail(404, "The model `m` does not exist", "model_not_found")) as endpoint:
        ended = desk.brief(endpoint, desk.write(*TOWNS[:5]))
    assert_offline(ended, "no such model", "The model `m` does not exist")
    assert len(endpoint.requests) == 1


def test_an_empty_account_is_told_at_once_and_never_waited_for(desk: Desk) -> None:
    broke = fail(429, "You exceeded your current quota.", "insufficient_quota", Retry_After="1")
    with FakeEndpoint(broke) as endpoint:
        ended = desk.brief(endpoint, desk.write(*TOWNS[:5]), "--retries", "2")
    assert_offline(ended, "no quota left")
    assert len(endpoint.requests) == 1


def test_an_account_that_runs_dry_in_the_middle_is_not_waited_for(desk: Desk) -> None:
    broke = fail(429, "You exceeded your current quota.", "insufficient_quota", Retry_After="1")
    with FakeEndpoint([tell_truth, broke, broke, broke]) as endpoint:
        ended = desk.brief(endpoint, desk.write(*TOWNS[:2]), "--retries", "2")
    assert sorted(readers(ended.brief).values()) == ["llm", "offline"]
    assert len(endpoint.requests) == 2


# Too much asked of the server


@pytest.mark.parametrize("before", [0, 1])
def test_a_server_that_says_when_to_come_back_is_waited_for(desk: Desk, before: int) -> None:
    busy = fail(429, "slow down", Retry_After="0.9")
    with FakeEndpoint([*[tell_truth] * before, busy]) as endpoint:
        extractions = desk.extract(endpoint, desk.write(*TOWNS[: before + 1]), retries=1)
    assert [texts(one) for one in extractions] == [lines(town) for town in TOWNS[: before + 1]]
    refused, again = endpoint.prompts[before:]
    assert again.body == refused.body
    assert again.at - refused.at >= 0.9


def test_a_busy_server_that_does_not_say_when_is_asked_again(desk: Desk) -> None:
    with FakeEndpoint([tell_truth, fail(429, "slow down")]) as endpoint:
        extractions = desk.extract(endpoint, desk.write(*TOWNS[:2]), retries=1)
    assert [texts(one) for one in extractions] == [lines(town) for town in TOWNS[:2]]
    refused, again = endpoint.prompts[1:]
    assert 0.2 < again.at - refused.at < 2


@pytest.mark.parametrize("before", [0, 1])
def test_a_server_that_wants_an_hour_is_given_up_at_once(desk: Desk, before: int) -> None:
    busy = fail(429, "slow down", Retry_After="3600")
    with FakeEndpoint([*[tell_truth] * before, busy, busy, busy]) as endpoint:
        ended = desk.brief(endpoint, desk.write(*TOWNS[: before + 1]), "--retries", "1")
    assert "429: slow down" in ended.err
    assert list(readers(ended.brief).values()).count("offline") == 1
    assert len(endpoint.prompts) == before + 1
    assert ended.seconds < 3


# Outages


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_an_error_of_the_server_is_told_and_the_brief_is_made_offline(
    desk: Desk, status: int
) -> None:
    with FakeEndpoint(fail(status, "the disk is full")) as endpoint:
        ended = desk.brief(endpoint, desk.write(*TOWNS[:5]))
    assert_offline(ended, f"{status}: the disk is full")
    assert set(towns_asked(endpoint)) == {TOWNS[0]}


def test_an_overloaded_server_is_not_taken_for_one_that_does_not_know_the_mode(desk: Desk) -> None:
    with FakeEndpoint([fail(503, "overloaded")]) as endpoint:
        desk.extract(endpoint, desk.write(TOWNS[0]), retries=1)
        desk.extract(endpoint, desk.write(TOWNS[1]), retries=1)
    assert {asked.mode for asked in endpoint.prompts} == {"json_schema"}


@pytest.mark.parametrize("retries", [0, 1])
@pytest.mark.parametrize(
    "outage",
    [fail(429, "slow down"), fail(500, "broken"), Reply(body=b"{}", ending="dropped")],
    ids=["429", "500", "dropped"],
)
def test_no_request_is_sent_more_often_than_retries_allow(
    desk: Desk, outage: Reply, retries: int
) -> None:
    with FakeEndpoint(outage) as endpoint, pytest.raises(EngineOutage):
        desk.extract(endpoint, desk.write(TOWNS[0]), retries=retries)
    bodies = [str(asked.body) for asked in endpoint.prompts]
    assert max(map(bodies.count, bodies)) <= 1 + retries


def test_a_server_that_never_answers_costs_one_time_out_for_all_articles(desk: Desk) -> None:
    with FakeEndpoint(NEVER) as endpoint:
        ended = desk.brief(endpoint, desk.write(*TOWNS[:5]), "--timeout", "1")
    assert_offline(ended, "no answer within 1 s")
    assert len(endpoint.prompts) == 1
    assert 1 <= ended.seconds < 2.5


def test_one_answer_that_never_comes_costs_its_article_alone(desk: Desk) -> None:
    with FakeEndpoint([tell_truth, NEVER]) as endpoint:
        ended = desk.brief(endpoint, desk.write(*TOWNS[:4]), "--timeout", "1")
    assert sorted(readers(ended.brief).values()) == ["llm", "llm", "llm", "offline"]
    assert "no answer within 1 s" in ended.err
    assert ended.seconds < 2.5


def test_an_answer_that_drips_is_bounded_by_the_time_out(desk: Desk) -> None:
    def drip() -> list[bytes]:
        return [b" "] * 1_000

    slow = Reply(headers={"Content-Type": "application/json"}, pieces=drip, pause_s=0.05)
    with FakeEndpoint(slow) as endpoint:
        ended = desk.brief(endpoint, desk.write(*TOWNS[:3]), "--timeout", "1")
    assert_offline(ended, "no answer within 1 s")
    assert ended.seconds < 2.5


def test_nobody_at_the_address_is_told_and_the_brief_is_made_offline(desk: Desk) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{closed.getsockname()[1]}/v1"
    ended = desk.brief(address, desk.write(*TOWNS[:3]))
    assert_offline(ended, address, "no connection")
    assert ended.seconds < 2


def test_a_connection_that_breaks_in_mid_answer_is_told_and_the_brief_is_made_offline(
    desk: Desk,
) -> None:
    with FakeEndpoint(Reply(body=b"{" + b" " * 5_000, ending="dropped")) as endpoint:
        ended = desk.brief(endpoint, desk.write(*TOWNS[:3]))
    assert_offline(ended, "no connection")
    assert set(towns_asked(endpoint)) == {TOWNS[0]}


def test_a_page_instead_of_an_answer_is_told_to_be_a_wrong_address(desk: Desk) -> None:
    with FakeEndpoint(HTML) as endpoint:
        ended = desk.brief(endpoint, desk.write(*TOWNS[:3]))
    assert_offline(ended, "a page instead of a completion", "/v1")
    assert len(endpoint.requests) == 1


def test_broken_json_is_told_and_the_brief_is_made_offline(desk: Desk) -> None:
    with FakeEndpoint(give('{"choices": [{"mess')) as endpoint:
        ended = desk.brief(endpoint, desk.write(*TOWNS[:3]))
    assert_offline(ended, "broken JSON")
    assert set(towns_asked(endpoint)) == {TOWNS[0]}


def test_leaving_early_waits_for_no_answer(desk: Desk) -> None:
    def leave(now: Progress) -> None:
        raise KeyboardInterrupt

    started = time.monotonic()
    with FakeEndpoint(NEVER) as endpoint:
        given = {"engine": "llm", "base_url": endpoint.base_url, "model": "m", "timeout_s": 30}
        options = choose_options(read_settings(given, {}), None, {})
        with pytest.raises(KeyboardInterrupt):
            make_brief(desk.write(*TOWNS[:3]), options, leave)
    assert time.monotonic() - started < 3


# Nothing finished is lost


def test_a_failure_in_the_middle_costs_no_finished_article(desk: Desk) -> None:
    def fail_third(asked: Asked) -> Reply:
        return fail(500, "down") if TOWNS[2] in asked.prompt else tell_truth(asked)

    files = desk.write(*TOWNS[:5])
    with FakeEndpoint(fail_third) as endpoint:
        first = desk.brief(endpoint, files)
        endpoint.requests.clear()
        endpoint.follow(tell_truth)
        second = desk.brief(endpoint, files)
        assert towns_asked(endpoint) == [TOWNS[2]]
        endpoint.requests.clear()
        third = desk.brief(endpoint, files)
        assert endpoint.requests == []
    by_llm = dict.fromkeys(TOWNS[:5], "llm")
    assert readers(first.brief) == by_llm | {TOWNS[2]: "offline"}
    assert any(f"{TOWNS[2]}.txt: read offline: " in one for one in first.brief.warnings)
    assert readers(second.brief) == by_llm
    assert second.err == ""
    assert (third.brief.id, third.brief.claims) == (second.brief.id, second.brief.claims)
    assert (third.brief.usage.calls, third.brief.usage.cached) == (0, 5)


def test_an_outage_that_goes_on_is_not_asked_of_every_article(desk: Desk) -> None:
    def go_down(asked: Asked) -> Reply:
        return tell_truth(asked) if TOWNS[0] in asked.prompt else fail(500, "down")

    with FakeEndpoint(go_down) as endpoint:
        ended = desk.brief(endpoint, desk.write(*TOWNS[:20]), "--concurrency", "2")
    assert list(readers(ended.brief).values()).count("llm") == 1
    assert len(endpoint.prompts) < 8
    assert ended.err.count("500: down") == 1
