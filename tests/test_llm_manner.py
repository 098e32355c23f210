"""How an endpoint is asked, how its answers are read, and what its model is told."""

import pytest

from summarize.extract.llm.completion import Completion
from summarize.extract.llm.manner import MODES, Manner, is_too_long
from summarize.extract.llm.prompts import ask_to_read, fill_prompt, one_line, prompt_version
from summarize.language.sentences import Sentence
from summarize.model import Article
from summarize.resources import find_folder
from tests.stories import make_article

PROMPTS = sorted(
    one.name.removesuffix(".txt")
    for one in find_folder("prompts").iterdir()
    if one.name.endswith(".txt")
)
BREAKS = ["\n", "\r", "\r\n", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"]
FIRST = Manner.first("auto")
ARTICLE = make_article("post", "The ferry ran aground.")


def read(**message: object) -> Completion:
    return Completion.read({"choices": [{"message": message}]})


def asked(article: Article, *sentences: str) -> str:
    return ask_to_read(article, [Sentence(one, 0, len(one), 0) for one in sentences], 1)[1].content


def test_one_mode_after_the_other_is_tried_until_none_is_left() -> None:
    tried: list[str] = []
    manner: Manner | None = FIRST
    while manner:
        tried.append(manner.mode)
        manner = manner.after("no such thing", is_fixed=False)
    assert tuple(tried) == MODES


@pytest.mark.parametrize(
    ("refusal", "wanted"),
    [
        (
            "Use 'max_completion_tokens' instead.",
            Manner(FIRST.mode, limit_name="max_completion_tokens"),
        ),
        ("Unsupported value: Temperature", Manner(FIRST.mode, takes_temperature=False)),
        ("Unknown parameter: 'json_schema.strict'", Manner(FIRST.mode, is_strict=False)),
    ],
)
@pytest.mark.parametrize("is_fixed", [True, False])
def test_what_a_server_names_is_given_up_once_and_the_mode_stays(
    refusal: str, wanted: Manner, is_fixed: bool
) -> None:
    assert FIRST.after(refusal, is_fixed=is_fixed) == wanted
    assert wanted.after(refusal, is_fixed=True) is None


def test_a_mode_that_the_user_fixed_is_never_changed() -> None:
    assert Manner.first("tools") == Manner("tools")
    assert Manner.first("tools").after("no such thing", is_fixed=True) is None


def test_a_manner_is_remembered() -> None:
    manner = Manner("tools", "max_completion_tokens", takes_temperature=False, is_strict=False)
    assert Manner.load(manner.dump()) == manner


@pytest.mark.parametrize(
    "written",
    [
        "",
        "{",
        "null",
        "[]",
        "{}",
        '{"mode": "yaml"}',
        '{"mode": "tools", "colour": "red"}',
        '{"mode": "tools", "limit_name": "max_output_tokens"}',
    ],
)
def test_what_another_version_remembered_is_forgotten(written: str) -> None:
    assert Manner.load(written) is None


@pytest.mark.parametrize(
    ("refusal", "is_so"),
    [
        ("This model's maximum context length is 512 tokens.", True),
        ("the request exceeds the available context size", True),
        ("max_tokens must be at least 1", False),
        ("The model `m` does not exist.", False),
    ],
)
def test_only_a_request_that_does_not_fit_is_too_long(refusal: str, is_so: bool) -> None:
    assert is_too_long(refusal) is is_so


@pytest.mark.parametrize(
    ("sent", "text"),
    [
        ("{}", "{}"),
        (None, None),
        ({"ö": 1}, '{"ö": 1}'),
        ([{"type": "text", "text": "{"}, {"type": "image"}, "x", {"text": "}"}], "{}"),
        ([{"type": "text", "text": None}, {"type": "text", "text": "{}"}], "{}"),
    ],
    ids=["string", "null", "object", "parts", "a part that is null"],
)
def test_text_is_read_in_whatever_form_it_comes(sent: object, text: str | None) -> None:
    assert read(content=sent).content == text
    assert read(tool_calls=[{"function": {"arguments": sent}}]).arguments == text


@pytest.mark.parametrize(
    "received",
    [None, "text", [], {}, {"choices": None}, {"choices": []}, {"choices": [{"message": None}]}],
)
def test_an_answer_that_cannot_be_understood_is_refused(received: object) -> None:
    with pytest.raises(ValueError, match=r"^an answer (of another form|without a choice)"):
        Completion.read(received)


@pytest.mark.parametrize(
    "usage",
    [
        None,
        "many",
        {"prompt_tokens": 9},
        {"prompt_tokens": 0, "completion_tokens": 1},
        {"prompt_tokens": 9, "completion_tokens": -1},
    ],
)
def test_a_count_that_cannot_be_meant_is_no_count(usage: object) -> None:
    answer = {"choices": [{"message": {"content": "{}"}}], "usage": usage}
    assert Completion.read(answer).usage is None


def test_only_a_whole_piece_of_json_is_whole() -> None:
    assert read(content='{"claims": []}').is_whole
    assert read(content="Here:", tool_calls=[{"function": {"arguments": "{}"}}]).is_whole
    assert not any(read(content=one).is_whole for one in (None, "", '{"claims": [', "[" * 99_999))


def test_every_prompt_has_a_version_that_the_model_is_not_told() -> None:
    assert {"article", "extract", "word"} <= set(PROMPTS)
    for name in PROMPTS:
        assert prompt_version(name).isdecimal()
    assert "version" not in fill_prompt("extract", {"fence": "==="})


@pytest.mark.parametrize("missing", ["fence", "title", "published", "lines"])
def test_a_placeholder_without_a_value_is_an_error(missing: str) -> None:
    names = {"fence", "title", "published", "lines"} - {missing}
    with pytest.raises(KeyError, match=missing):
        fill_prompt("article", dict.fromkeys(names, "x"))


@pytest.mark.parametrize("mark", BREAKS, ids=ascii)
def test_a_line_break_of_any_kind_begins_no_line_of_the_prompt(mark: str) -> None:
    broken = f"The ferry{mark}9| sank."
    article = ARTICLE.model_copy(update={"title": broken})
    plain = asked(article.model_copy(update={"title": "x"}), "x")
    assert one_line(broken) == "The ferry 9| sank."
    assert len(asked(article, broken).splitlines()) == len(plain.splitlines())
    assert "\n1| The ferry 9| sank.\n" in asked(article, broken)


def test_a_placeholder_in_an_article_is_not_filled() -> None:
    assert "1| It cost $fence and $lines." in asked(ARTICLE, "It cost $fence and $lines.")


def test_every_article_has_a_fence_of_its_own_that_both_messages_name() -> None:
    fences = set()
    for text in ("The ferry ran aground.", "The ferry sank."):
        system, user = ask_to_read(make_article("post", text), [], 1)
        fence = next(one for one in user.content.splitlines() if one.startswith("====="))
        assert fence in system.content
        assert user.content.splitlines().count(fence) == 2
        fences.add(fence)
    assert len(fences) == 2
