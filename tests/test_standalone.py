"""A statement that goes into a brief can be read without its neighbours."""

import pytest

from summarize.language.document import parse_document
from summarize.language.standalone import (
    is_clause,
    lower_opening,
    stands_alone,
    strip_lead_in,
)


def alone(text: str) -> bool:
    return stands_alone(text, parse_document(text).tokens)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said she would resign.",
        "Troops left the city before they were attacked.",
        "It remains unclear who will pay.",
        "There were 40 people on board.",
        "The US sent two ships.",
        "On Monday, it was unclear who had won.",
        "In March, the mayor said she would go.",
        "After the vote had failed, it was held again.",
        "“We have a deal,” Mayor Jo Field told the council.",
        'Vale called the plan "the best for our town" on Monday.',
        "Both the council and the mayor voted for it in May.",
        "Another 6,000 people left Tolna in May.",
    ],
)
def test_a_statement_whose_pronouns_are_explained_stands_alone(text: str) -> None:
    assert alone(text)


@pytest.mark.parametrize(
    "text",
    [
        "He said the city had fallen.",
        "This came after weeks of talks.",
        "These troops are tired.",
        "The move surprised the council.",
        "Their leader has gone abroad.",
        "We will never give up.",
        "“We will never give up.”",
        "Both were at sea.",
        "Another was at sea.",
        "Such a step would be costly.",
        "By noon, it had sunk.",
        "At the time, the fleet was old.",
        "Earlier in the day, thousands had gathered.",
        "Crews left the town (with their boats.",
        "As of Friday, that was most of the fleet.",
        "Right now, both men are at sea.",
        "Little did she know that the boat was old.",
    ],
)
def test_a_statement_that_leans_on_another_does_not(text: str) -> None:
    assert not alone(text)


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("However, the council agreed.", "The council agreed."),
        ("But the council agreed.", "The council agreed."),
        ("In addition, and notably, it rained.", "It rained."),
        ("Meanwhile, in Kyiv, sirens sounded.", "In Kyiv, sirens sounded."),
        ("In a surprising turn of events, the bank closed.", "The bank closed."),
        ("In a move that few foresaw, the bank closed.", "The bank closed."),
        ("In a move against fraud the bank closed.", "In a move against fraud the bank closed."),
        ("Butter is dear.", "Butter is dear."),
        ("So the council met.", "The council met."),
        ("So many boats leak that few sail.", "So many boats leak that few sail."),
        ("Update: The council agreed.", "The council agreed."),
        ("Sofia agreed.", "Sofia agreed."),
    ],
)
def test_connectives_are_cut_from_the_front(text: str, cut: str) -> None:
    assert strip_lead_in(text) == cut


def test_a_clause_has_a_subject_and_a_verb() -> None:
    assert is_clause(parse_document("the soldiers had left the town").tokens)
    assert not is_clause(parse_document("leaving the town").tokens)
    assert not is_clause(parse_document("great courage and skill").tokens)
    assert not is_clause(parse_document("Ann Hill and Will Marsh in the garden.").tokens)
    assert not is_clause(parse_document("May 1989, when the wall fell.").tokens)
    assert not is_clause(parse_document("the council to allow what it banned").tokens)
    assert is_clause(parse_document("The man who robbed the bank was caught.").tokens)


def test_a_name_keeps_its_capital_inside_a_sentence() -> None:
    for text, lowered in [
        ("The army left.", "the army left."),
        ("Ukrainian forces left.", "Ukrainian forces left."),
        ("Moscow agreed.", "Moscow agreed."),
        ("NATO agreed.", "NATO agreed."),
        ("Troops left.", "troops left."),
        ("Police left.", "police left."),
        ("Republicans left.", "Republicans left."),
        ("Mr. Okafor left.", "Mr. Okafor left."),
        ("Secretary of State Okafor left.", "Secretary of State Okafor left."),
        ("High-level talks go on.", "high-level talks go on."),
        ("Pro-Norwegian voters won.", "pro-Norwegian voters won."),
        ("Norwegian-built boats sank.", "Norwegian-built boats sank."),
        ("Mayor Okafor left.", "Mayor Okafor left."),
    ]:
        assert lower_opening(text, parse_document(text).tokens) == lowered


@pytest.mark.parametrize(
    "text",
    [
        "Days later, the mayor resigned.",
        "In the second, the mayor blames the council.",
        "After that vote, the mayor resigned.",
        "The man at the gate had a knife.",
        "Many words come to mind to describe this.",
        "The mayor was . . . not at home on Monday.",
        "Since a court ruled that she was not fit, the father has stepped in.",
    ],
)
def test_what_points_at_another_time_person_or_list_does_not_stand_alone(text: str) -> None:
    assert not alone(text)


@pytest.mark.parametrize(
    "text",
    [
        "The man accused of the attack had a knife.",
        "The mayor said that she would resign.",
        "In the second round, the mayor won.",
    ],
)
def test_what_only_looks_so_stands_alone(text: str) -> None:
    assert alone(text)


def test_a_pointing_comment_is_cut_from_the_front() -> None:
    assert strip_lead_in("Despite these limits, Vale won.") == "Vale won."
