"""Answers that are cut, refused, too long or beside the point: what is taken, what is told."""

import pytest

from summarize.errors import ReplyUnusable
from tests.newsdesk import (
    TOWNS,
    Desk,
    assert_offline,
    is_repeated,
    lines,
    readers,
    texts,
    towns_asked,
)
from tests.openai_server import (
    Answerer,
    Asked,
    FakeEndpoint,
    Reply,
    claim,
    completion,
    fail,
    give,
    items,
    say,
    tell_truth,
    true_claims,
)


def test_an_answer_that_is_no_json_is_asked_for_once_more_in_other_words(desk: Desk) -> None:
    def mumble(asked: Asked) -> Reply:
        return say(asked, "I would say that {") if TOWNS[1] in asked.prompt else tell_truth(asked)

    with FakeEndpoint(mumble) as endpoint:
        ended = desk.brief(endpoint, desk.write(*TOWNS[:3]))
    assert readers(ended.brief) == {TOWNS[0]: "llm", TOWNS[1]: "offline", TOWNS[2]: "llm"}
    assert "two answers could not be" in ended.err
    assert towns_asked(endpoint).count(TOWNS[1]) == 2
    assert not is_repeated(endpoint)


def test_a_second_answer_that_can_be_read_is_taken(desk: Desk) -> None:
    with FakeEndpoint([tell_truth, lambda asked: say(asked, '{"claims": ')]) as endpoint:
        extractions = desk.extract(endpoint, desk.write(*TOWNS[:2]))
    assert [texts(one) for one in extractions] == [lines(town) for town in TOWNS[:2]]
    assert extractions[1].usage.calls == 2


@pytest.mark.parametrize("mode", ["json_schema", "tools", "json"])
def test_an_answer_that_was_cut_is_asked_for_in_smaller_parts_and_joined(
    desk: Desk, mode: str
) -> None:
    def cut(asked: Asked) -> Reply:
        if len(asked.sentences) > 2:
            return say(asked, '{"actors": [], "claims": [{"te', ending="length")
        return tell_truth(asked)

    with FakeEndpoint(cut) as endpoint:
        (found,) = desk.extract(endpoint, desk.write(TOWNS[0], sentences=8), mode=mode)
    assert texts(found) == lines(TOWNS[0], 8)
    small = [tuple(one.sentences) for one in endpoint.prompts if len(one.sentences) <= 2]
    assert sorted(small) == [(1, 2), (3, 4), (5, 6), (7, 8)]
    assert found.usage.calls == len(endpoint.prompts)


TOO_LONG = {
    "OpenAI": fail(
        400,
        "This model's maximum context length is 512 tokens. However, your messages resulted in "
        "900 tokens. Please reduce the length of the messages.",
        "context_length_exceeded",
    ),
    "OpenAI's code alone": fail(400, "Please shorten your input.", "context_length_exceeded"),
    "llama.cpp": fail(
        400, "request (900 tokens) exceeds the available context size (512 tokens), increase it"
    ),
    "vLLM": fail(
        400,
        "'max_tokens' or 'max_completion_tokens' is too large: 768. This model's maximum context "
        "length is 512 tokens and your request has 900 input tokens",
    ),
    "Gemini": fail(
        400, "The input token count (900) exceeds the maximum number of tokens allowed (512)."
    ),
    "Groq": fail(413, "Request too large for model `m`, please reduce your message size."),
    "TGI": give(
        {
            "error": "Input validation error: `inputs` tokens + `max_new_tokens` must be <= 512. "
            "Given: 900 `inputs` tokens and 768 `max_new_tokens`",
            "error_type": "validation",
        },
        422,
    ),
}


@pytest.mark.parametrize("server", TOO_LONG)
def test_an_article_too_long_for_the_model_is_read_in_parts(desk: Desk, server: str) -> None:
    def refuse(asked: Asked) -> Reply:
        return TOO_LONG[server] if len(asked.sentences) > 4 else tell_truth(asked)

    with FakeEndpoint(refuse) as endpoint:
        (found,) = desk.extract(endpoint, desk.write(TOWNS[0], sentences=8))
    assert texts(found) == lines(TOWNS[0], 8)
    assert len(endpoint.prompts) == 3


def test_a_sentence_that_is_too_long_even_alone_is_named_as_cut_off(desk: Desk) -> None:
    third = lines(TOWNS[0])[2]

    def cut(asked: Asked) -> Reply:
        is_cut = third in asked.sentences.values()
        return say(asked, "{", ending="length") if is_cut else tell_truth(asked)

    with FakeEndpoint(cut) as endpoint:
        (found,) = desk.extract(endpoint, desk.write(TOWNS[0]))
    assert texts(found) == [line for line in lines(TOWNS[0]) if line != third]
    assert [(one.item, one.reason) for one in found.rejected] == [(third, "cut off")]


def test_a_server_that_cuts_every_answer_leaves_the_article_to_the_offline_engine(
    desk: Desk,
) -> None:
    with FakeEndpoint(lambda asked: say(asked, "{", ending="length")) as endpoint:
        ended = desk.brief(endpoint, desk.write(TOWNS[0]))
    assert_offline(ended)


def test_a_whole_answer_is_taken_though_it_is_longer_than_was_asked_for(desk: Desk) -> None:
    def exceed(asked: Asked) -> Reply:
        usage = {"prompt_tokens": 1_000, "completion_tokens": asked.most_tokens + 1}
        return say(asked, items(*true_claims(asked)), usage=usage)

    with FakeEndpoint(exceed) as endpoint:
        (found,) = desk.extract(endpoint, desk.write(TOWNS[0]))
    assert texts(found) == lines(TOWNS[0])
    assert len(endpoint.prompts) == 1


def test_a_call_that_was_cut_is_known_by_its_length(desk: Desk) -> None:
    def cut(asked: Asked) -> Reply:  # llama.cpp says "tool_calls" where it should say "length"
        if len(asked.sentences) <= 2:
            return tell_truth(asked)
        usage = {"prompt_tokens": 1_000, "completion_tokens": asked.most_tokens}
        return say(asked, '{"actors": [], "claims": [', ending="tool_calls", usage=usage)

    with FakeEndpoint(cut) as endpoint:
        (found,) = desk.extract(endpoint, desk.write(TOWNS[0]), mode="tools")
    assert texts(found) == lines(TOWNS[0])
    assert len(endpoint.prompts) == 3


def test_a_refusal_is_told_in_the_models_words_and_costs_its_article_alone(desk: Desk) -> None:
    message = {"role": "assistant", "content": None, "refusal": "I cannot help with that."}
    refusal = give(completion([{"index": 0, "message": message, "finish_reason": "stop"}]))
    with FakeEndpoint([refusal]) as endpoint:
        ended = desk.brief(endpoint, desk.write(*TOWNS[:2]))
    assert readers(ended.brief) == {TOWNS[0]: "offline", TOWNS[1]: "llm"}
    assert "the model refused: I cannot help with that." in ended.err


def test_a_filtered_answer_is_told_and_costs_its_article_alone(desk: Desk) -> None:
    with FakeEndpoint([lambda asked: say(asked, "", ending="content_filter")]) as endpoint:
        ended = desk.brief(endpoint, desk.write(*TOWNS[:2]))
    assert readers(ended.brief) == {TOWNS[0]: "offline", TOWNS[1]: "llm"}
    assert "content filter" in ended.err


def test_an_answer_without_a_choice_is_told_and_costs_its_article_alone(desk: Desk) -> None:
    with FakeEndpoint([give(completion([]))]) as endpoint:
        ended = desk.brief(endpoint, desk.write(*TOWNS[:2]))
    assert readers(ended.brief) == {TOWNS[0]: "offline", TOWNS[1]: "llm"}
    assert "without a choice" in ended.err


@pytest.mark.parametrize(
    "bad",
    [
        lambda asked: give(completion([])),
        lambda asked: say(asked, "I would say that {"),
        lambda asked: say(asked, "", ending="content_filter"),
    ],
    ids=["no choice", "no JSON", "filtered"],
)
def test_an_answer_that_cannot_be_used_is_not_remembered(desk: Desk, bad: Answerer) -> None:
    files = desk.write(TOWNS[0])
    with FakeEndpoint(bad) as endpoint:
        with pytest.raises(ReplyUnusable):
            desk.extract(endpoint, files)
        endpoint.follow(tell_truth)
        (found,) = desk.extract(endpoint, files)
    assert texts(found) == lines(TOWNS[0])


def test_keys_that_nobody_asked_for_are_passed_over(desk: Desk) -> None:
    def embellish(asked: Asked) -> Reply:
        claims = [{**one, "confidence": 0.9} for one in true_claims(asked)]
        return say(asked, {**items(*claims), "summary": "All is well.", "notes": [1]})

    with FakeEndpoint(embellish) as endpoint:
        (found,) = desk.extract(endpoint, desk.write(TOWNS[0]))
    assert texts(found) == lines(TOWNS[0])
    assert found.rejected == ()


def test_a_sentence_that_is_not_there_costs_its_item_alone(desk: Desk) -> None:
    stray = claim(lines(TOWNS[0])[0], 9_999)

    def stray_once(asked: Asked) -> Reply:
        return say(asked, items(*true_claims(asked), stray))

    with FakeEndpoint(stray_once) as endpoint:
        (found,) = desk.extract(endpoint, desk.write(TOWNS[0]))
    assert texts(found) == lines(TOWNS[0])
    assert [(one.item, one.reason) for one in found.rejected] == [
        (stray["text"], "sentence out of range")
    ]
    assert len(endpoint.prompts) == 1


def test_an_item_without_its_keys_costs_itself_alone(desk: Desk) -> None:
    def maim(asked: Asked) -> Reply:
        return say(asked, items(*true_claims(asked), {"text": "The captain left."}))

    with FakeEndpoint(maim) as endpoint:
        (found,) = desk.extract(endpoint, desk.write(TOWNS[0]))
    assert texts(found) == lines(TOWNS[0])
    assert [(one.item, one.reason) for one in found.rejected] == [
        ("The captain left.", "malformed")
    ]


@pytest.mark.parametrize(
    "second", [fail(500, "down"), fail(400, "no"), give({"choices": []})], ids=["500", "400", "odd"]
)
def test_a_correction_that_fails_costs_nothing_of_the_first_answer(
    desk: Desk, second: Reply
) -> None:
    def invent(asked: Asked) -> Reply:
        lies = (claim(text, 1) for text in ("The captain was drunk.", "The owner fled to Malta."))
        return say(asked, items(claim(asked.sentences[1], 1), *lies))

    with FakeEndpoint([invent, second]) as endpoint:
        (found,) = desk.extract(endpoint, desk.write(TOWNS[0]))
    assert found.engine == "llm"
    assert lines(TOWNS[0])[0] in texts(found)
    assert len(endpoint.prompts) == 2
