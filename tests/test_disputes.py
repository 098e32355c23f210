"""A denial stands beside what it denies, and beside nothing else."""

from stories import make_article

from summarize.extract.offline import OfflineEngine
from summarize.model import DraftContestedPoint


def disputes(text: str) -> list[DraftContestedPoint]:
    return list(OfflineEngine("asked for").draft(make_article("one", text)).contested)


def test_a_denial_with_a_proposition_finds_who_asserts_it() -> None:
    text = (
        "The energy ministry said that the plant had released no gas. Villagers said that the road "
        "was blocked. Inspectors denied that the plant had released no gas."
    )
    (point,) = disputes(text)
    assert [position.holders[0] for position in point.positions] == [
        "energy ministry",
        "Inspectors",
    ]
    assert point.question == "Had the plant released no gas?"


def test_a_denial_that_points_back_means_the_nearest_claim() -> None:
    text = (
        "Farmers said that the dam was leaking. The water board said that the valley was in "
        "danger. The mayor of Orlik rejected the claim."
    )
    (point,) = disputes(text)
    assert point.positions[0].statement == "The valley was in danger."


def test_a_denial_of_what_nobody_asserts_makes_no_dispute() -> None:
    assert disputes("The mayor of Orlik denied that taxes would rise. It rained on Monday.") == []


def test_the_question_is_whether_what_is_denied_is_so() -> None:
    text = (
        "Union leader Max Thorn said that the closing of the mine was political and shameful. "
        "The owners rejected claims that the closing of the mine was political."
    )
    (point,) = disputes(text)
    assert point.question == "Was the closing of the mine political?"


def test_words_that_stand_far_apart_do_not_state_what_is_denied() -> None:
    text = (
        "Ines Vale said that as the timing was his, she found it hard to see when there would be a "
        "good day for the arrest of a political leader.\n\n"
        "The party rejected claims that the timing of the arrest was political."
    )
    assert disputes(text) == []


def test_what_is_denied_of_oneself_is_what_somebody_accused_one_of() -> None:
    text = (
        "Brunia accused Verania of blowing up the dam. Engineers said that Verania sold its wheat. "
        "Verania denied any involvement in the blast."
    )
    (point,) = disputes(text)
    assert point.positions[0].statement == "Brunia accused Verania of blowing up the dam."


def test_accusations_are_of_whoever_denies_them() -> None:
    text = (
        "Mayor Jo Field said that Ana Kovar had taken money. Lars Brandt said that the harbour was "
        "empty. Ana Kovar denied the accusations."
    )
    (point,) = disputes(text)
    assert point.positions[0].holders == ("Jo Field",)


def test_a_demand_is_not_what_is_denied() -> None:
    text = (
        "Mayor Jo Field said that the council should hold Ana Kovar to account. "
        "Ana Kovar denied the accusations."
    )
    assert disputes(text) == []
