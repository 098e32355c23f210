"""Guards on the sample articles and on their answer key: the key must be true of the files."""

import re
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from benchmarks.answer_key import ActorKey, AnswerKey, DisputeKey, FigureKey, read_key

SEEDS = Path(__file__).parents[1] / "seeds"
KEY: AnswerKey = read_key(SEEDS / "expected.json")
RAW = {path.name[:2]: path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))}
NUMBER_WORDS = {3: "three", 4: "four", 5: "five"}
WORDS_ALIKE = 9
"""Fewer words in a row than this are names, titles and set phrases, not a copied sentence."""


def paragraphs(number: str) -> list[str]:
    return [line for line in RAW[number].splitlines() if line.strip()]


def body(number: str) -> list[str]:
    """The paragraphs that the key does not want dropped; the title line is gone as well."""
    want = KEY.articles[number]
    return [
        paragraph
        for paragraph in paragraphs(number)
        if not any(pattern.search(paragraph) for pattern in want.drop)
        and not (want.title and want.title in paragraph)
    ]


def bodies_with(pattern: re.Pattern[str]) -> set[str]:
    return {number for number in RAW if any(pattern.search(text) for text in body(number))}


def in_running_text(name: re.Pattern[str]) -> re.Pattern[str]:
    """An actor's whole-name pattern, as it can be searched in prose."""
    return re.compile(re.sub(r"[\^$]", r"\\b", name.pattern), re.I)


def by_quote(want: FigureKey) -> str:
    return f"{want.article}: {want.quote}"


def by_name(want: ActorKey) -> str:
    return want.name.pattern


def test_the_key_knows_every_file_and_no_other() -> None:
    assert list(RAW) == list(KEY.articles) == ["01", "02", "03", "04", "05"]


@pytest.mark.parametrize("number", RAW)
def test_what_cleaning_must_drop_keep_and_read_stands_in_the_file(number: str) -> None:
    want, raw = KEY.articles[number], RAW[number]
    for pattern in (*want.drop, *want.keep):
        assert pattern.search(raw), pattern.pattern
    assert (want.title or "") in raw
    assert want.original_source is None or want.original_source.search(raw)


@pytest.mark.parametrize("number", RAW)
def test_no_paragraph_is_both_to_be_dropped_and_to_be_kept(number: str) -> None:
    for pattern in KEY.articles[number].keep:
        assert any(pattern.search(text) for text in body(number)), pattern.pattern


@pytest.mark.parametrize("number", [n for n, want in KEY.articles.items() if want.published])
def test_the_date_of_publication_stands_in_the_file(number: str) -> None:
    day = date.fromisoformat(KEY.articles[number].published or "").day
    assert re.search(rf"April {day}, 2025|{day} April 2025", RAW[number])


@pytest.mark.parametrize("want", KEY.figures, ids=by_quote)
def test_a_figure_stands_in_its_article_with_what_it_counts(want: FigureKey) -> None:
    [paragraph] = [text for text in body(want.article) if want.quote_pattern.search(text)]
    assert want.what is not None
    assert want.what.search(paragraph)
    assert want.by is None or want.by.search(paragraph)


@pytest.mark.parametrize("want", KEY.figures, ids=by_quote)
def test_a_figure_has_the_value_of_its_quote(want: FigureKey) -> None:
    for value in (int(want.low), int(want.high)):
        assert re.search(rf"\b({value:,}|{NUMBER_WORDS.get(value, value)})\b", want.quote)


def test_a_number_that_counts_nothing_stands_in_a_file_and_in_no_figure() -> None:
    for pattern in KEY.not_figures:
        assert any(pattern.search(raw) for raw in RAW.values()), pattern.pattern
        assert not any(pattern.search(want.quote) for want in KEY.figures), pattern.pattern


@pytest.mark.parametrize("want", KEY.actors, ids=by_name)
def test_an_actor_is_named_by_the_articles_of_the_key_and_by_no_other(want: ActorKey) -> None:
    assert bodies_with(in_running_text(want.name)) == set(want.articles)


@pytest.mark.parametrize("want", [want for want in KEY.actors if want.role], ids=by_name)
def test_an_actor_has_its_role_in_a_paragraph_that_names_it(want: ActorKey) -> None:
    assert want.role is not None
    assert any(
        want.name.search(text) and want.role.search(text)
        for number in want.articles
        for text in body(number)
    )


def test_who_is_no_actor_stands_only_in_what_is_dropped() -> None:
    for pattern in KEY.not_actors:
        assert any(pattern.search(raw) for raw in RAW.values()), pattern.pattern
        assert not bodies_with(pattern), pattern.pattern


def test_a_speakers_words_and_name_stand_in_the_article() -> None:
    for want in KEY.speakers:
        text = "\n".join(body(want.article))
        assert want.quote.search(text), want.quote.pattern
        assert want.by.search(text), want.by.pattern


@pytest.mark.parametrize("dispute", KEY.contested, ids=lambda dispute: dispute.name)
def test_every_wording_of_a_side_stands_in_an_article(dispute: DisputeKey) -> None:
    for side in dispute.sides:
        for wording in side.pattern.split("|"):
            assert bodies_with(re.compile(wording, re.I)), wording


def test_all_outlets_tell_of_victory_in_kursk_and_three_of_its_denial() -> None:
    claimed, denied = next(d for d in KEY.contested if "controls" in d.name).sides
    assert bodies_with(claimed) == {"01", "02", "03", "04", "05"}
    assert bodies_with(denied) == {"02", "04", "05"}


def test_the_numbers_of_soldiers_sent_differ() -> None:
    sent = {(int(f.low), int(f.high)) for f in KEY.figures if f.group == "deployed"}
    assert sent == {(11000, 11000), (11000, 12000), (12000, 12000), (14000, 14000)}


def test_one_article_calls_the_soldiers_untrained_and_the_others_praise_them() -> None:
    doubted, praised = next(d for d in KEY.contested if "capable" in d.name).sides
    assert bodies_with(doubted) == {"04"}
    assert bodies_with(praised) == {"01", "02", "03", "04", "05"}


def test_two_outlets_date_the_treaty_differently() -> None:
    early, december = next(d for d in KEY.contested if "treaty" in d.name).sides
    assert (bodies_with(early), bodies_with(december)) == ({"02"}, {"03"})


def test_a_key_fact_stands_whole_in_some_paragraph() -> None:
    for fact in KEY.key_facts:
        assert any(
            all(pattern.search(text) for pattern in fact.patterns)
            for number in RAW
            for text in body(number)
        ), fact.name


def test_a_loaded_word_stands_in_some_article() -> None:
    for pattern in KEY.loaded:
        assert bodies_with(pattern), pattern.pattern


def runs_of_words(number: str) -> set[tuple[str, ...]]:
    outside_quotes = re.sub(r"“[^”]*”|\"[^\"]*\"", " ", "\n".join(paragraphs(number)))
    words = re.findall(r"\w+", outside_quotes.lower())
    return {tuple(words[i : i + WORDS_ALIKE]) for i in range(len(words) - WORDS_ALIKE + 1)}


def test_no_outlet_copies_another() -> None:
    for one, other in combinations(RAW, 2):
        assert not runs_of_words(one) & runs_of_words(other), (one, other)
