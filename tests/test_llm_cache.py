"""What is kept of an endpoint's answers, and who sees the key."""

import logging
import signal
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from dataclasses import replace

import pytest

from summarize.errors import EngineUnavailable
from tests.newsdesk import (
    KEY,
    TOWNS,
    Desk,
    readers,
    towns_asked,
)
from tests.openai_server import (
    Asked,
    FakeEndpoint,
    Reply,
    claim,
    fail,
    items,
    say,
    tell_truth,
    true_claims,
)

# What is remembered


def test_a_finished_brief_is_made_again_without_a_call(desk: Desk) -> None:
    files = desk.write(*TOWNS[:5])
    with FakeEndpoint() as endpoint:
        first = desk.brief(endpoint, files)
        endpoint.requests.clear()
        second = desk.brief(endpoint, list(reversed(files)))
    assert endpoint.requests == []
    assert second.brief.id == first.brief.id
    assert (second.brief.usage.calls, second.brief.usage.cached) == (0, 5)


@pytest.mark.parametrize("model", ["m", None], ids=["named", "the only one"])
def test_what_was_answered_is_there_while_the_endpoint_is_down(
    desk: Desk, model: str | None
) -> None:
    files = desk.write(*TOWNS[:6])
    flags = ("--engine", "llm", "--retries", "0", "--format", "json")
    named = ("--model", model) if model else ()
    with FakeEndpoint() as endpoint:
        address = ("--base-url", endpoint.base_url)
        desk.run("brief", *files[:2], *files[4:], *flags, *named, *address)
    ended = desk.run("brief", *files, *flags, *named, *address)
    assert ended.code == 0
    read = readers(ended.brief)
    assert [read[town] for town in TOWNS[:6]] == ["llm"] * 2 + ["offline"] * 2 + ["llm"] * 2


def test_another_model_is_asked_anew(desk: Desk) -> None:
    files = desk.write(TOWNS[0])
    with FakeEndpoint() as endpoint:
        for model in ("m", "other", "m"):
            desk.extract(endpoint, files, model=model)
    assert [asked.body["model"] for asked in endpoint.prompts] == ["m", "other"]


def test_without_a_cache_nothing_is_kept(desk: Desk) -> None:
    files = desk.write(TOWNS[0])
    with FakeEndpoint() as endpoint:
        for _ in range(2):
            desk.extract(endpoint, files, cache=False)
    assert len(endpoint.prompts) == 2
    assert not desk.cache.parent.exists()


def test_a_cache_that_cannot_be_used_is_told_and_costs_nothing_else(desk: Desk) -> None:
    desk.cache.parent.mkdir(parents=True)
    desk.cache.write_text("this is no database, and long enough to be read as one" * 20)
    with FakeEndpoint() as endpoint:
        ended = desk.brief(endpoint, desk.write(*TOWNS[:2]))
    assert set(readers(ended.brief).values()) == {"llm"}
    assert str(desk.cache) in ended.err


# The key


def assert_key_is_nowhere(desk: Desk, *shown: str) -> None:
    for text in shown:
        assert KEY not in text
    for path in desk.folder.rglob("*"):
        assert not path.is_file() or KEY.encode() not in path.read_bytes(), path


def test_the_key_goes_to_the_endpoint_and_nowhere_else(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    def fail_some(asked: Asked) -> Reply:
        for town, status in zip(TOWNS[1:], (500, 400, 422, 429), strict=False):
            if town in asked.prompt:
                return fail(status, f"you sent: Bearer {asked.headers['Authorization']}")
        return tell_truth(asked)

    caplog.set_level(logging.DEBUG)
    files = desk.write(*TOWNS[:5])
    with FakeEndpoint(fail_some) as endpoint:
        ended = desk.brief(endpoint, files, "--verbose", "-o", str(desk.folder / "brief.json"))
        assert {one.headers["Authorization"] for one in endpoint.requests} == {f"Bearer {KEY}"}
        failed = desk.brief(endpoint, files, "--no-fallback")
    assert (ended.code, failed.code) == (0, 4)
    assert "you sent" in ended.err
    with closing(sqlite3.connect(desk.cache)) as file:
        assert file.execute("select count(*) from answers").fetchone() == (1,)
    logged = [f"{one.getMessage()} {one.exc_text} {one.args}" for one in caplog.records]
    assert any("chat/completions" in line for line in logged)
    assert_key_is_nowhere(desk, ended.err, failed.out, failed.err, *logged)


def test_a_key_that_the_endpoint_sends_back_is_not_shown(desk: Desk) -> None:
    def echo(asked: Asked) -> Reply:
        actor: dict[str, object] = {"name": KEY, "kind": "person", "role": None, "aliases": []}
        return say(
            asked, items(*true_claims(asked), claim(f"The key is {KEY}.", 1), actors=[actor])
        )

    with FakeEndpoint(echo) as endpoint:
        found = desk.extract(endpoint, desk.write(TOWNS[0]))
        again = desk.extract(endpoint, desk.write(TOWNS[0]))
    assert len(found[0].rejected) == 2
    assert_key_is_nowhere(desk, *(one.model_dump_json() for one in [*found, *again]))


@pytest.mark.parametrize("status", [302, 307, 308])
def test_an_endpoint_that_sends_us_elsewhere_does_not_pass_the_key_on(
    desk: Desk, status: int
) -> None:
    with FakeEndpoint(fail(401, "no key")) as elsewhere:
        target = {"Location": f"{elsewhere.base_url}/chat/completions"}
        redirect = Reply(status, target)
        with FakeEndpoint(redirect) as endpoint, pytest.raises(EngineUnavailable) as caught:
            desk.extract(endpoint, desk.write(TOWNS[0]))
    assert KEY not in str(caught.value)
    assert endpoint.requests[0].headers["Authorization"] == f"Bearer {KEY}"
    assert all(KEY not in str(asked.headers) for asked in elsewhere.requests)


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGKILL], ids=lambda one: one.name)
def test_a_run_that_is_broken_off_goes_on_where_it_was(desk: Desk, ending: signal.Signals) -> None:
    files = desk.write(*TOWNS[:5])
    third_is_asked = threading.Event()

    def answer(asked: Asked) -> Reply:
        if len(endpoint.prompts) < 3:
            return tell_truth(asked)
        third_is_asked.set()
        return replace(tell_truth(asked), ending="never")

    with FakeEndpoint(answer) as endpoint:
        address = ("--base-url", endpoint.base_url, "--engine", "llm", "--model", "m")
        command = [sys.executable, "-m", "summarize", "brief", *files, *address]
        with subprocess.Popen([*command, "--concurrency", "1"], stderr=subprocess.PIPE) as run:
            assert third_is_asked.wait(30)
            run.send_signal(ending)
            _, said = run.communicate(timeout=10)
        assert run.returncode == (130 if ending == signal.SIGINT else -signal.SIGKILL)
        assert b"Traceback" not in said
        endpoint.requests.clear()
        endpoint.follow(tell_truth)
        ended = desk.brief(endpoint, files)
    assert sorted(towns_asked(endpoint)) == sorted(TOWNS[:5])[2:]
    assert (ended.brief.usage.calls, ended.brief.usage.cached) == (3, 2)
