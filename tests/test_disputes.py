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
