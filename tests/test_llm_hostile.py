"""An endpoint that is broken or hostile: its answers cost neither memory, nor time, nor the run."""

import gzip
import json
import tracemalloc
from collections.abc import Iterator

import pytest

from tests.newsdesk import TOWNS, Desk, assert_offline, lines, readers, texts
from tests.openai_server import (
    Asked,
    FakeEndpoint,
    Reply,
    completion,
    fail,
    give,
    items,
    say,
    tell_truth,
    true_claims,
)

JSON = {"Content-Type": "application/json"}
MEGABYTE = 1_000_000


# Size


def forty_megabytes() -> Iterator[bytes]:
    yield b'{"choices": [{"message": {"content": "'
    for _ in range(640):
        yield b"a" * 65_536
    yield b'"}}]}'


@pytest.mark.parametrize("status", [200, 401, 500])
def test_an_answer_of_40_megabytes_is_not_read_to_its_end(desk: Desk, status: int) -> None:
    with FakeEndpoint(Reply(status, JSON, pieces=forty_megabytes)) as endpoint:
        ended = desk.brief(endpoint, desk.write(TOWNS[0]))
    assert_offline(ended, "8000000 bytes")
    assert endpoint.bytes_sent < 16 * MEGABYTE * len(endpoint.prompts)
    assert len(endpoint.prompts) <= 2


def test_an_answer_that_announces_40_megabytes_is_not_begun(desk: Desk) -> None:
    def announce(asked: Asked) -> Reply:
        body = b" " * MEGABYTE
        return Reply(200, {**JSON, "Content-Length": str(40 * MEGABYTE)}, body, ending="dropped")

    with FakeEndpoint(announce) as endpoint:
        ended = desk.brief(endpoint, desk.write(TOWNS[0]))
    assert_offline(ended, "40000000 bytes")


def test_an_answer_that_swells_when_unpacked_is_not_unpacked(desk: Desk) -> None:
    packed = gzip.compress(b" " * (64 * MEGABYTE))
    assert len(packed) < MEGABYTE
    bomb = Reply(200, {**JSON, "Content-Encoding": "gzip"}, packed)
    with FakeEndpoint(bomb) as endpoint:
        files = desk.write(TOWNS[0])
        desk.extract(endpoint, files, engine="offline")  # what is loaded now is not counted
        tracemalloc.start()
        try:
            ended = desk.brief(endpoint, files)
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert_offline(ended)
    assert peak < 48 * MEGABYTE


# Form


def choice(message: object) -> dict[str, object]:
    return completion([{"index": 0, "message": message, "finish_reason": "stop"}])


UNUSABLE: dict[str, object] = {
    "nothing": b"",
    "null": b"null",
    "a number": b"7",
    "a string": b'"done"',
    "a list": b"[]",
    "an empty object": b"{}",
    "an error with 200": b'{"error": {"message": "out of memory", "code": 500}}',
    "no UTF-8": b'{"choices": "\xff\xfe"}',
    "a deep nest": b"[" * 200_000,
    "choices that are null": completion(None),
    "choices that are a string": completion("stop"),
    "a choice that is null": completion([None]),
    "a choice that is a string": completion(["stop"]),
    "a choice that is empty": completion([{}]),
    "a message that is null": choice(None),
    "a message that is a string": choice("done"),
    "a message that is empty": choice({}),
    "content that is null": choice({"role": "assistant", "content": None}),
    "content that is a number": choice({"role": "assistant", "content": 7}),
    "content in parts": choice({"role": "assistant", "content": [{"type": "text", "text": "{}"}]}),
    "content that is a list in JSON": choice({"role": "assistant", "content": "[]"}),
    "content that is a deep nest": choice({"role": "assistant", "content": "[" * 200_000}),
    "half a surrogate": choice({"role": "assistant", "content": "\ud800"}),
    "a refusal that is a number": choice({"role": "assistant", "refusal": 7}),
}


@pytest.mark.parametrize("form", UNUSABLE)
def test_an_answer_of_a_strange_form_costs_its_article_alone(desk: Desk, form: str) -> None:
    def answer(asked: Asked) -> Reply:
        return give(UNUSABLE[form]) if TOWNS[1] in asked.prompt else tell_truth(asked)

    with FakeEndpoint(answer) as endpoint:
        ended = desk.brief(endpoint, desk.write(*TOWNS[:3]))
    assert ended.code == 0, ended.err
    assert readers(ended.brief) == {TOWNS[0]: "llm", TOWNS[1]: "offline", TOWNS[2]: "llm"}
    assert ended.err.endswith("reading offline\n")


@pytest.mark.parametrize("form", UNUSABLE)
def test_a_first_answer_of_a_strange_form_costs_the_brief_nothing(desk: Desk, form: str) -> None:
    with FakeEndpoint(give(UNUSABLE[form])) as endpoint:
        ended = desk.brief(endpoint, desk.write(TOWNS[0]))
    assert_offline(ended)
    assert ended.err.endswith("reading offline\n")


CALLS: dict[str, object] = {
    "null": None,
    "none": [],
    "a call that is null": [None],
    "a call that is empty": [{}],
    "a function that is null": [{"id": "t", "type": "function", "function": None}],
    "no arguments": [{"id": "t", "type": "function", "function": {"name": "ArticleReply"}}],
    "arguments that are no text": [{"function": {"name": "ArticleReply", "arguments": {}}}],
    "no list": {"name": "ArticleReply"},
    "another tool": [{"id": "t", "type": "function", "function": {"name": "x", "arguments": "{}"}}],
}


@pytest.mark.parametrize("form", CALLS)
def test_a_strange_call_of_a_tool_costs_the_brief_nothing(desk: Desk, form: str) -> None:
    message = {"role": "assistant", "content": None, "tool_calls": CALLS[form]}
    with FakeEndpoint(give(choice(message))) as endpoint:
        ended = desk.brief(endpoint, desk.write(TOWNS[0]), "--mode", "tools")
    assert_offline(ended)


@pytest.mark.parametrize(
    "usage",
    [
        None,
        {},
        7,
        "many",
        [1],
        {"prompt_tokens": None, "completion_tokens": None},
        {"prompt_tokens": "12", "completion_tokens": "3"},
        {"prompt_tokens": 1.5, "completion_tokens": float("nan")},
        {"prompt_tokens": 10},
    ],
)
def test_a_strange_count_of_tokens_costs_nothing(desk: Desk, usage: object) -> None:
    with FakeEndpoint(
        lambda asked: say(asked, items(*true_claims(asked)), usage=usage)
    ) as endpoint:
        found = desk.extract(endpoint, desk.write(*TOWNS[:2]))
    assert [texts(one) for one in found] == [lines(town) for town in TOWNS[:2]]
    assert all(one.usage.tokens > 0 for one in found)


@pytest.mark.parametrize("count", [0, -9_000])
def test_a_server_that_counts_wrongly_gets_no_more_requests(desk: Desk, count: int) -> None:
    usage = {"prompt_tokens": count, "completion_tokens": count, "total_tokens": 2 * count}

    def answer(asked: Asked) -> Reply:
        return say(asked, items(*true_claims(asked)), usage=usage)

    with FakeEndpoint(answer) as endpoint:
        ended = desk.brief(endpoint, desk.write(*TOWNS[:12]), "--max-tokens", "6000")
    assert len(endpoint.prompts) <= 3
    assert ended.brief.usage.tokens >= 0


ITEMS: dict[str, object] = {
    "no list": "claims",
    "a list of null": [None],
    "a list of lists": [[[]]],
    "a number": 7,
    "a thousand of one": [{"text": "x"}] * 1_000,
    "an object": {"text": "x"},
}


@pytest.mark.parametrize("form", ITEMS)
@pytest.mark.parametrize("kind", ["actors", "figures", "contested"])
def test_a_strange_list_costs_no_other_list(desk: Desk, kind: str, form: str) -> None:
    def answer(asked: Asked) -> Reply:
        lists = items(*true_claims(asked)) | {kind: ITEMS[form]}
        return say(asked, lists, usage=None)

    with FakeEndpoint(answer) as endpoint:
        (found,) = desk.extract(endpoint, desk.write(TOWNS[0]))
    assert texts(found) == lines(TOWNS[0])


STRANGE_NUMBERS = ["9007199254740993", "1e400", "-1e400", "NaN", "Infinity", '"12"', "null", "true"]


@pytest.mark.parametrize("number", STRANGE_NUMBERS)
def test_a_strange_number_costs_its_item_alone(desk: Desk, number: str) -> None:
    def answer(asked: Asked) -> Reply:
        figure = {"phrase": "p", "what": "ships", "high": 1, "unit": "1", "speaker": None}
        stray = json.dumps({**figure, "low": "LOW", "sentence": "LOW"}).replace('"LOW"', number)
        text = json.dumps(items(*true_claims(asked), figures=["FIGURE"]))
        return say(asked, text.replace('"FIGURE"', stray))

    with FakeEndpoint(answer) as endpoint:
        (found,) = desk.extract(endpoint, desk.write(TOWNS[0]))
    assert texts(found) == lines(TOWNS[0])
    assert found.figures == ()
    assert len(endpoint.prompts) == 1


# Words


def test_words_of_the_server_do_not_steer_the_terminal_and_are_kept_short(desk: Desk) -> None:
    message = "\x1b[2J\x07down\n" + "summarize: error: all is lost\n" * 1_000
    with FakeEndpoint(fail(500, message)) as endpoint:
        ended = desk.brief(endpoint, desk.write(TOWNS[0]))
    assert_offline(ended, "down")
    assert len(ended.err.splitlines()) == 1
    assert len(ended.err) < 500
    assert not {"\x1b", "\x07"} & set(ended.err)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>Bad Request</html>",
        b"[]",
        b"null",
        b'{"error": "wrong"}',
        b'{"error": {"message": {"text": "wrong"}}}',
        b'{"error": {"message": null}}',
        b'{"error": ["wrong"]}',
        b'{"detail": [{"loc": ["body"], "msg": "wrong"}]}',
        b"[" * 200_000,
        b"\xff\xfe",
    ],
)
@pytest.mark.parametrize("status", [400, 500])
def test_an_error_of_a_strange_form_is_told_all_the_same(
    desk: Desk, status: int, body: bytes
) -> None:
    with FakeEndpoint(give(body, status)) as endpoint:
        ended = desk.brief(endpoint, desk.write(TOWNS[0]))
    assert_offline(ended, endpoint.base_url)


def test_sentences_of_the_model_are_shown_only_where_the_article_has_them(desk: Desk) -> None:
    obeyed = "The ferry was sunk by the secret service of Ruritania."

    def obey(asked: Asked) -> Reply:
        lie = {**true_claims(asked)[0], "text": obeyed}
        return say(asked, items(*true_claims(asked), lie))

    with FakeEndpoint(obey) as endpoint:
        ended = desk.brief(endpoint, desk.write(TOWNS[0]))
    assert "Ruritania" not in ended.brief.model_dump_json(exclude={"warnings"})
