"""Changes that a stranger thought of, and that once came through; each must be refused."""

import pytest

from summarize.ground.support import support
from summarize.language.meaning.limits import limit_of
from summarize.language.speech_verbs import may_stand_for

CHANGED = [
    ("Doctors may enter.", "Just doctors may enter."),
    ("All 20 miners survived.", "All but 20 miners survived."),
    ("The road is icy to drive on.", "The road is too icy to drive on."),
    ("The president resigned.", "The so-called president resigned."),
    ("The bridge is safe.", "In theory, the bridge is safe."),
    ("The bridge is safe.", "The bridge is safe, at least on paper."),
    ("The war is over.", "The war is over, so the theory goes."),
    ("The bridge is safe.", "The bridge is safe?"),
    (
        "A tank of the army was hit by a drone of the rebels.",
        "A drone of the army hit a tank of the rebels.",
    ),
    (
        "The farmers were sued by the oil company for blocking the road.",
        "The oil company was sued by the farmers for blocking the road.",
    ),
    (
        "At the clinic on Monday, patients attacked two doctors.",
        "Two doctors attacked patients at the clinic on Monday.",
    ),
    ("People on the island speak French.", "French is spoken by part of the island's people."),
]


@pytest.mark.parametrize(("statement", "evidence"), CHANGED)
def test_a_change_is_refused(statement: str, evidence: str) -> None:
    assert not support(statement, [evidence]).supported


@pytest.mark.parametrize("source", ["A friend of Doe", "A lawyer for Doe"])
def test_a_friend_is_not_the_one_whose_friend_he_is(source: str) -> None:
    assert not support("The plan is good.", [f"{source} said the plan is good."], "Doe").supported


def test_evidence_is_a_list_of_texts() -> None:
    with pytest.raises(TypeError, match="into a list"):
        support("The road is closed.", "The road is closed.")


@pytest.mark.parametrize("verb", ["refuse", "joke", "pretend"])
def test_said_is_not_what_was_only_pretended(verb: str) -> None:
    assert not may_stand_for("say", verb)


def test_limits_are_found_by_the_spelling_of_cells() -> None:
    assert limit_of("otherwize") == "condition"
    assert limit_of("1th") == "status"
