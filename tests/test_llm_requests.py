"""What is sent to an endpoint: how it is asked, how often, and at what cost."""

import json
from collections.abc import Callable

import pytest

from summarize.errors import EngineRefused
from tests.newsdesk import (
    TOWNS,
    Desk,
    is_repeated,
    lines,
    readers,
    texts,
    towns_asked,
)
from tests.openai_server import (
    Asked,
    FakeEndpoint,
    Mode,
    Reply,
    claim,
    fail,
    items,
    say,
    tell_truth,
)


def modes(endpoint: FakeEndpoint) -> list[Mode]:
    return [asked.mode for asked in endpoint.prompts]


# How an endpoint wants to be asked


def knows_only(*known: Mode) -> Callable[[Asked], Reply]:
    """Refuse the other modes, as a server does that validates its requests."""

    def answer(asked: Asked) -> Reply:
        if asked.mode in known:
            return tell_truth(asked)
        return fail(400, "Extra inputs are not permitted")

    return answer


def passes_over(*known: Mode) -> Callable[[Asked], Reply]:
    """Answer in prose in the other modes, as a server does that ignores what it does not know."""

    def answer(asked: Asked) -> Reply:
        return tell_truth(asked) if asked.mode in known else say(asked, "Here is a summary.")

    return answer


def breaks_on(*known: Mode) -> Callable[[Asked], Reply]:
    """Fail in the other modes, as a server does that was not written for them."""

    def answer(asked: Asked) -> Reply:
        return tell_truth(asked) if asked.mode in known else fail(500, "KeyError: 'type'")

    return answer


@pytest.mark.parametrize("server", [knows_only, passes_over, breaks_on])
@pytest.mark.parametrize(
    ("known", "tried"),
    [
        (("json_schema", "tools", "json"), ["json_schema"]),
        (("tools", "json"), ["json_schema", "tools"]),
        (("json",), ["json_schema", "tools", "json"]),
    ],
)
def test_the_modes_are_tried_in_order_and_once_and_the_found_one_is_remembered(
    desk: Desk,
    server: Callable[..., Callable[[Asked], Reply]],
    known: tuple[Mode, ...],
    tried: list[Mode],
) -> None:
    files = desk.write(*TOWNS[:4])
    with FakeEndpoint(server(*known)) as endpoint:
        found = desk.extract(endpoint, files[:3])
        assert modes(endpoint) == [*tried, known[0], known[0]]
        assert set(towns_asked(endpoint)[: len(tried)]) == {TOWNS[0]}
        endpoint.requests.clear()
        found += desk.extract(endpoint, files[3:])
        assert modes(endpoint) == [known[0]]
    assert [texts(one) for one in found] == [lines(town) for town in TOWNS[:4]]


def test_a_remembered_mode_that_is_no_longer_taken_is_found_out_anew(desk: Desk) -> None:
    with FakeEndpoint(knows_only("json")) as endpoint:
        desk.extract(endpoint, desk.write(TOWNS[0]))
        endpoint.requests.clear()
        endpoint.follow(knows_only("json_schema"))
        (found,) = desk.extract(endpoint, desk.write(TOWNS[1]))
    assert texts(found) == lines(TOWNS[1])
    assert modes(endpoint)[-1] == "json_schema"


@pytest.mark.parametrize("mode", ["json_schema", "tools", "json"])
def test_a_mode_that_the_user_fixed_is_the_only_one_tried(desk: Desk, mode: Mode) -> None:
    files = desk.write(TOWNS[0])
    with FakeEndpoint(fail(400, "Extra inputs are not permitted")) as endpoint:
        with pytest.raises(EngineRefused, match="Extra inputs are not permitted"):
            desk.extract(endpoint, files, mode=mode)
        assert modes(endpoint) == [mode]
        endpoint.follow(tell_truth)
        (found,) = desk.extract(endpoint, files, mode=mode)
    assert texts(found) == lines(TOWNS[0])


def test_the_schema_is_to_be_followed_strictly_and_is_closed(desk: Desk) -> None:
    for mode in ("json_schema", "tools"):
        with FakeEndpoint() as endpoint:
            desk.extract(endpoint, desk.write(TOWNS[0]), mode=mode)
        body = endpoint.prompts[0].body
        if mode == "json_schema":
            told = body["response_format"]["json_schema"]
            schema = told["schema"]
        else:
            told = body["tools"][0]["function"]
            schema = told["parameters"]
            assert body["tool_choice"]["function"]["name"] == told["name"]
        assert told["strict"] is True
        objects = [schema, *schema["$defs"].values()]
        assert len(objects) > 4
        for one in objects:
            assert one["additionalProperties"] is False
            assert sorted(one["required"]) == sorted(one["properties"])
        assert "default" not in json.dumps(schema)


def test_a_server_that_does_not_know_strict_is_asked_without_it(desk: Desk) -> None:
    def refuse(asked: Asked) -> Reply:
        if '"strict": true' in json.dumps(asked.body):
            return fail(400, "Unknown parameter: 'response_format.json_schema.strict'.")
        return tell_truth(asked)

    with FakeEndpoint(refuse) as endpoint:
        desk.extract(endpoint, desk.write(*TOWNS[:2]))
    assert modes(endpoint) == ["json_schema"] * 3


def test_a_model_that_thinks_gets_its_own_limit_and_no_temperature(desk: Desk) -> None:
    def refuse(asked: Asked) -> Reply:
        if "max_tokens" in asked.body:
            return fail(
                400,
                "Unsupported parameter: 'max_tokens' is not supported with this model. Use "
                "'max_completion_tokens' instead.",
                "unsupported_parameter",
            )
        if "temperature" in asked.body:
            return fail(
                400,
                "Unsupported value: 'temperature' does not support 0.0 with this model. Only the "
                "default (1) value is supported.",
                "unsupported_value",
            )
        return tell_truth(asked)

    with FakeEndpoint(refuse) as endpoint:
        desk.extract(endpoint, desk.write(TOWNS[0]))
        assert modes(endpoint) == ["json_schema"] * 3
        endpoint.requests.clear()
        desk.extract(endpoint, desk.write(TOWNS[1]))
    (asked,) = endpoint.prompts
    assert asked.body["max_completion_tokens"] > 0
    assert not {"max_tokens", "temperature"} & asked.body.keys()


def test_the_only_model_of_an_endpoint_is_taken(desk: Desk) -> None:
    with FakeEndpoint(models=["llama-3"]) as endpoint:
        (found,) = desk.extract(endpoint, desk.write(TOWNS[0]), model="")
    assert endpoint.prompts[0].body["model"] == "llama-3"
    assert "llama-3" in found.why


def test_an_endpoint_with_several_models_is_not_guessed_at(desk: Desk) -> None:
    with FakeEndpoint(models=["llama-3", "qwen"]) as endpoint:
        ended = desk.brief(endpoint, desk.write(*TOWNS[:3]), "--model", "", "--no-fallback")
    assert ended.code == 4
    assert "--model" in ended.err
    assert "llama-3, qwen" in ended.err
    assert len(endpoint.requests) == 1


def test_a_time_out_that_is_out_of_range_is_named_as_the_user_wrote_it(desk: Desk) -> None:
    ended = desk.run("brief", *desk.write(TOWNS[0]), "--timeout", "0")
    assert (ended.code, ended.out) == (2, "")
    assert "--timeout: must be from 1 to 3600" in ended.err


# How often, and at what cost


def test_many_refused_items_are_asked_for_once_more_by_name(desk: Desk) -> None:
    false = ["The captain of the ferry was drunk.", "The owner fled to Malta."]

    def invent(asked: Asked) -> Reply:
        return say(asked, items(claim(asked.sentences[1], 1), *(claim(one, 2) for one in false)))

    with FakeEndpoint([invent]) as endpoint:
        (found,) = desk.extract(endpoint, desk.write(TOWNS[0]))
    first, second = endpoint.prompts
    assert first.body["temperature"] != second.body["temperature"]
    assert first.sentences == second.sentences
    assert sorted(texts(found)) == sorted(lines(TOWNS[0]))
    for one in found.rejected:
        assert one.item in second.prompt
        assert one.reason in second.prompt
    assert {one.item for one in found.rejected} == set(false)
    assert found.usage.calls == 2


def test_a_correction_that_is_no_better_is_the_last(desk: Desk) -> None:
    def invent(asked: Asked) -> Reply:
        false = ("The captain was drunk.", "The owner fled to Malta.", "The pilot slept.")
        return say(asked, items(claim(asked.sentences[1], 1), *(claim(one, 2) for one in false)))

    with FakeEndpoint(invent) as endpoint:
        (found,) = desk.extract(endpoint, desk.write(TOWNS[0]))
    assert len(endpoint.prompts) == 2
    assert not is_repeated(endpoint)
    assert texts(found) == lines(TOWNS[0])[:1]
    assert len({one.item for one in found.rejected}) == 3


def test_a_few_refused_items_are_not_worth_a_second_request(desk: Desk) -> None:
    def invent(asked: Asked) -> Reply:
        claims = [claim(text, number) for number, text in asked.sentences.items()]
        return say(asked, items(*claims, claim("The captain was drunk.", 1)))

    with FakeEndpoint(invent) as endpoint:
        desk.extract(endpoint, desk.write(TOWNS[0]))
    assert len(endpoint.prompts) == 1


@pytest.mark.parametrize(
    "answer",
    [
        lambda asked: fail(400, "Extra inputs are not permitted"),
        lambda asked: fail(422, "temperature and max_completion_tokens and strict: all wrong"),
        lambda asked: say(asked, "Here is a summary."),
        lambda asked: say(asked, {"summary": "All is well."}),
        lambda asked: say(asked, "{", ending="length"),
    ],
    ids=["400", "422", "prose", "other keys", "cut"],
)
def test_a_request_that_failed_is_never_sent_again_as_it_was(
    desk: Desk, answer: Callable[[Asked], Reply]
) -> None:
    with FakeEndpoint(answer) as endpoint:
        desk.brief(endpoint, desk.write(*TOWNS[:2]))
    assert endpoint.prompts
    assert not is_repeated(endpoint)


@pytest.mark.parametrize("concurrency", [1, 3])
def test_so_many_requests_wait_at_once_and_no_more(desk: Desk, concurrency: int) -> None:
    def answer_slowly(asked: Asked) -> Reply:
        answer = tell_truth(asked)
        return Reply(answer.status, answer.headers, answer.body, delay_s=0.05)

    with FakeEndpoint(answer_slowly) as endpoint:
        desk.extract(endpoint, desk.write(*TOWNS[:10]), concurrency=concurrency)
    assert endpoint.most_at_once == concurrency
    assert len(endpoint.prompts) == 10


def charged(endpoint: FakeEndpoint, replies: list[Reply]) -> int:
    usages = [json.loads(reply.body).get("usage") for reply in replies]
    assert len(usages) == len(endpoint.prompts)
    return sum(usage["total_tokens"] for usage in usages)


@pytest.mark.parametrize("most", [3_000, 6_000, 9_000])
def test_no_more_tokens_are_spent_than_were_allowed(desk: Desk, most: int) -> None:
    replies: list[Reply] = []

    def charge(asked: Asked) -> Reply:
        replies.append(tell_truth(asked))
        return replies[-1]

    with FakeEndpoint(charge) as endpoint:
        ended = desk.brief(endpoint, desk.write(*TOWNS[:12]), "--max-tokens", str(most))
    read = list(readers(ended.brief).values())
    assert {"llm", "offline"} == set(read)
    assert f"{most} tokens of --max-tokens are used up" in ended.err
    assert charged(endpoint, replies) == ended.brief.usage.tokens <= most
    for asked in endpoint.prompts:
        assert asked.most_tokens <= most


def test_tokens_that_are_enough_for_all_articles_read_all_of_them(desk: Desk) -> None:
    files = desk.write(*TOWNS[:8])
    with FakeEndpoint() as endpoint:
        free = desk.brief(endpoint, files)
        enough = str(free.brief.usage.tokens + 3_000)
        ended = desk.brief(
            endpoint, files, "--no-cache", "--max-tokens", enough, "--concurrency", "1"
        )
    assert set(readers(ended.brief).values()) == {"llm"}


def test_too_few_tokens_for_one_request_send_none(desk: Desk) -> None:
    with FakeEndpoint() as endpoint:
        ended = desk.brief(endpoint, desk.write(TOWNS[0]), "--max-tokens", "500", "--no-fallback")
    assert ended.code == 4
    assert "--max-tokens" in ended.err
    assert endpoint.prompts == []


def test_an_answer_cut_by_the_budget_is_not_taken_where_there_is_more(desk: Desk) -> None:
    def stop_at_limit(asked: Asked) -> Reply:
        whole = len(lines(TOWNS[0], 8))
        is_cut = asked.most_tokens < 700 and len(asked.sentences) == whole
        return say(asked, "{", ending="length") if is_cut else tell_truth(asked)

    files = desk.write(TOWNS[0], sentences=8)
    with FakeEndpoint(stop_at_limit) as endpoint:
        desk.brief(endpoint, files, "--max-tokens", "2300")
        assert endpoint.prompts[0].most_tokens < 700
        endpoint.requests.clear()
        (found,) = desk.extract(endpoint, files)
    assert texts(found) == lines(TOWNS[0], 8)
    assert len(endpoint.prompts) == 1
