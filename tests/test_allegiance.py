"""A phrase speaks of a state by its name, adjective, people or seat of government."""

import pytest

from summarize.language.names.allegiance import fold_state, forms_of, state_in, states_in


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Norwegian Navy", "Norway"),
        ("officials in Oslo", "Norway"),
        ("the Norwegians", "Norway"),
        ("North Korean soldiers", "North Korea"),
        ("DPRK", "North Korea"),
        ("the water board", None),
        ("Osloer Straße", None),
        ("norwegian", None),
    ],
)
def test_the_state_of_a_phrase_is_found(text: str, state: str | None) -> None:
    assert state_in(text) == state


def test_of_several_states_the_first_is_meant_and_all_are_listed() -> None:
    text = "Swedish and Norwegian officials"
    assert state_in(text) == "Sweden"
    assert states_in(text) == {"Sweden", "Norway"}


def test_a_single_word_folds_to_its_state_or_to_itself() -> None:
    assert [fold_state(word) for word in ("Swedish", "Stockholm", "bridge")] == [
        "Sweden",
        "Sweden",
        "bridge",
    ]


def test_every_form_of_a_state_leads_back_to_it_longest_first() -> None:
    forms = forms_of("North Korea")
    assert {state_in(form) for form in forms} == {"North Korea"}
    assert [len(form) for form in forms] == sorted(map(len, forms), reverse=True)
    assert forms_of("Atlantis") == ()
