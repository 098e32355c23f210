"""The gazetteer: what is known of a phrase, whole and case-sensitive."""

import pytest

from summarize.language.names import gazetteer
from summarize.language.names.states import capitals, states


@pytest.mark.parametrize(
    ("phrase", "name", "kind", "form"),
    [
        ("DPRK", "North Korea", "state", "name"),
        ("U.S.", "United States", "state", "name"),
        ("Norwegian", "Norway", "state", "demonym"),
        ("Danes", "Denmark", "state", "demonym"),
        ("Kiev", "Kyiv", "place", "capital"),
        ("Odessa", "Odesa", "place", "name"),
        ("Va.", "Virginia", "place", "name"),
        ("IMF", "International Monetary Fund", "organisation", "name"),
        ("McDonald’s", "McDonald's", "organisation", "name"),
    ],
)
def test_a_known_phrase_has_one_canonical_name(
    phrase: str, name: str, kind: str, form: str
) -> None:
    entry = gazetteer.look_up(phrase)
    assert entry is not None
    assert (entry.name, entry.kind, entry.form) == (name, kind, form)


def test_the_pronoun_in_lower_case_is_no_state() -> None:
    assert gazetteer.look_up("us") is None


def test_the_longest_phrase_wins() -> None:
    found = gazetteer.longest_match(["New", "York", "Times", "reporters"])
    assert found is not None
    assert (found[0], found[1].kind) == (3, "organisation")


def test_a_capital_knows_its_state() -> None:
    entry = gazetteer.look_up("Pyongyang")
    assert entry is not None
    assert entry.state == "North Korea"


def test_every_state_has_a_name_of_its_own() -> None:
    names = [state.name for state in states()]
    assert len(names) == len(set(names)) > 195
    assert set(capitals().values()) <= set(names)


@pytest.mark.parametrize(
    ("name", "gender"),
    [("John", "m"), ("Olena", None), ("Oksana", "f"), ("Narendra", "m"), ("Aoife", "f")],
)
def test_given_names_of_many_traditions_tell_a_gender(name: str, gender: str | None) -> None:
    assert gazetteer.gender_of_given_name(name) == gender


def test_surnames_are_read_without_regard_to_case() -> None:
    assert gazetteer.is_surname("Hernandez")
    assert not gazetteer.is_surname("Qwertyuiop")
