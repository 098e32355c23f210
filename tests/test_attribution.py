"""Who did it and who said it: two accounts are a dispute, three stay three."""

import pytest

from summarize.model import ContestedPoint
from tests.stories import merge_story

OUTLETS = ("herald", "courier", "post")


def attributions(*texts: str) -> list[ContestedPoint]:
    brief = merge_story(dict(zip(OUTLETS, texts, strict=False)))
    return [point for point in brief.contested if point.kind == "attribution"]


QUOTE = "We will rebuild every house in this valley before the winter comes"
VALE = f"“{QUOTE},” said Mayor Ines Vale."


def test_one_quotation_of_two_speakers_is_a_dispute_of_outlets() -> None:
    [point] = attributions(VALE, f"Governor Karl Lund told reporters: “{QUOTE}.”")
    assert point.between == "outlets"
    assert point.question == f"Who said “{QUOTE}”?"
    assert len(point.positions) == 2
    assert len({position.holder_ids for position in point.positions}) == 2


@pytest.mark.parametrize(
    "other",
    [
        f"Mayor Ines Vale told reporters: “{QUOTE}.”",
        f"Vale said: “{QUOTE}.”",
        f"“{QUOTE},” he said.",
        f"“{QUOTE},” said Governor Karl Lund, quoting Mayor Ines Vale.",
        "Governor Karl Lund said: “We will do all that we can for you.”",
        "Governor Karl Lund said: “We will rebuild every bridge.”",
    ],
    ids=["the same", "a short name", "a pronoun", "a quote of a quote", "few words", "other words"],
)
def test_what_may_be_one_speakers_is_no_dispute(other: str) -> None:
    assert attributions(VALE, other) == []


BLAMED = "Brunia blamed Verania for the blast at the Tolna dam."


def test_two_doers_of_one_deed_are_a_dispute_of_actors() -> None:
    [point] = attributions(BLAMED, "Verania said that rebels were behind the blast at the dam.")
    assert (point.question, point.between) == ("Who was behind the blast?", "actors")
    assert {position.statement for position in point.positions} == {
        BLAMED,
        "Rebels were behind the blast at the dam.",
    }


def test_three_accounts_of_who_did_it_stay_three() -> None:
    [point] = attributions(
        BLAMED,
        "Verania said that rebels were behind the blast at the dam.",
        "Japanese engineers said that miners were responsible for the explosion.",
    )
    assert len(point.positions) == 3
    assert len([row for row in point.holdings if row.evidence]) == 3


def test_who_owns_to_a_deed_holds_it() -> None:
    [point] = attributions(BLAMED, "Norway claimed responsibility for the blast at the Tolna dam.")
    assert point.between == "actors"
    assert all(position.holder_ids for position in point.positions)


@pytest.mark.parametrize(
    "other",
    [
        "Norway said that Verania was behind the blast at the Tolna dam.",
        "Norway said that rebels were behind the fire at the mill.",
        "Norway said that rebels were behind the blast in Orlik.",
        "Norway said that rebels were not behind the blast at the Tolna dam.",
        "Brunia said that rebels were behind the blast at the Tolna dam.",
    ],
    ids=["the same doer", "another deed", "another place", "a not", "the same holder"],
)
def test_what_can_both_be_so_is_no_dispute(other: str) -> None:
    assert attributions(BLAMED, other) == []
