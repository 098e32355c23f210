"""Statements on one matter are found near each other, whatever their order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.language.document import parse_document
from summarize.language.similarity import Shelf, TfIdf, content_terms

DOCUMENTS = st.lists(st.lists(st.sampled_from(["dam", "burst", "Orla", "12", "river"])), max_size=8)


def terms(text: str) -> list[str]:
    return content_terms(parse_document(text), 0, len(text))


def test_terms_are_lemmas_without_function_words() -> None:
    assert terms("The two dams were bursting above the town.") == ["two", "dam", "burst", "town"]


def test_a_number_is_one_term_however_it_is_separated() -> None:
    assert "11000" in terms("Some 11,000 people left.")
    assert "11000" in terms("Some 11000 people left.")


def test_a_headline_capital_makes_no_name() -> None:
    assert terms("Troops Leave Vellmark") == ["troop", "leave", "Vellmark"]


def test_terms_come_from_the_span_alone() -> None:
    text = "Rivers rose. Schools closed."
    assert content_terms(parse_document(text), 13, len(text)) == ["school", "close"]


def test_the_same_matter_scores_above_another() -> None:
    index = TfIdf(
        [
            terms("A dam burst above Vellmark on Monday, killing 12 people."),
            terms("Twelve died at Vellmark when the dam burst."),
            terms("Parliament passed the budget after a long debate."),
        ]
    )
    assert index.cosine(0, 1) > 0.2 > index.cosine(0, 2)


def test_a_shared_name_weighs_more_than_a_shared_word() -> None:
    index = TfIdf([["Orla", "river"], ["Orla", "bridge"], ["river", "bridge"]])
    assert index.cosine(0, 1) > index.cosine(0, 2)


def test_a_text_without_terms_is_near_nothing() -> None:
    index = TfIdf([[], ["dam"], []])
    assert index.cosine(0, 1) == index.cosine(0, 2) == 0.0
    assert index.neighbours(0, 0.1) == []


@given(DOCUMENTS, st.sampled_from([0.05, 0.3, 0.7, 0.99]))
def test_the_index_misses_no_neighbour(documents: list[list[str]], at_least: float) -> None:
    index = TfIdf(documents)
    for i in range(len(documents)):
        others = (j for j in range(len(documents)) if j != i)
        expected = {j for j in others if index.cosine(i, j) >= at_least}
        assert {j for j, _ in index.neighbours(i, at_least)} == expected


@given(DOCUMENTS)
def test_similarity_is_symmetric_and_bounded(documents: list[list[str]]) -> None:
    index = TfIdf(documents)
    for i, document in enumerate(documents):
        assert index.cosine(i, i) == pytest.approx(1.0 if document else 0.0)
        for j in range(i):
            assert index.cosine(i, j) == pytest.approx(index.cosine(j, i))
            assert 0.0 <= index.cosine(i, j) <= 1.0


def test_neighbours_come_nearest_first_and_then_in_order() -> None:
    index = TfIdf([["dam"], ["dam", "river"], ["dam"], ["dam"]])
    assert [j for j, _ in index.neighbours(0, 0.1)] == [2, 3, 1]


def test_where_few_may_be_compared_those_with_the_rarest_terms_are() -> None:
    weights = TfIdf([["dam", "burst", f"x{i // 2}"] for i in range(20)])
    shelf = Shelf(weights, most=2)
    for i in range(20):
        shelf.put(i)
    assert len(weights.neighbours(0, 0.05)) == 19
    assert shelf.neighbours(0, 0.05) == weights.neighbours(0, 0.05)[:1]


def test_only_what_was_put_on_a_shelf_is_found_there() -> None:
    shelf = Shelf(TfIdf([["dam"], ["dam"], ["dam"]]))
    assert shelf.neighbours(0, 0.5) == []
    shelf.put(0)
    shelf.put(2)
    assert [j for j, _ in shelf.neighbours(0, 0.5)] == [2]
    assert [j for j, _ in shelf.neighbours(1, 0.5)] == [0, 2]
