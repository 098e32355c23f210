"""Words for the same thing have one concept; what may differ in fact never shares one."""

import pytest

from summarize.language.synonyms import concept_of


@pytest.mark.parametrize(
    ("one", "other"),
    [("soldier", "troop"), ("treaty", "pact"), ("earthquake", "quake"), ("deploy", "send")],
)
def test_words_for_one_thing_share_a_concept(one: str, other: str) -> None:
    assert concept_of(one) == concept_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("kill", "wound"), ("arrest", "kill"), ("rise", "fall"), ("confirm", "deny"), ("win", "lose")],
)
def test_words_that_differ_in_fact_do_not(one: str, other: str) -> None:
    assert concept_of(one) != concept_of(other)


def test_a_word_of_no_group_stands_for_itself() -> None:
    assert concept_of("lighthouse") == "lighthouse"


def test_a_concept_is_its_own_concept() -> None:
    assert concept_of(concept_of("fatality")) == concept_of("fatality")
