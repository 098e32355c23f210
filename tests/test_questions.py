"""A disputed statement becomes a question that takes no side."""

import pytest

from summarize.language.document import parse_document
from summarize.language.questions import ask_about, ask_whether, can_be_asked


@pytest.mark.parametrize(
    ("statement", "question"),
    [
        ("Troops left the city.", "Did troops leave the city?"),
        ("The town has fallen.", "Has the town fallen?"),
        ("The firm has a debt of $3m.", "Does the firm have a debt of $3m?"),
        ("The plan would cost jobs.", "Would the plan cost jobs?"),
        ("He didn't take the money.", "Did he not take the money?"),
        ("The union won’t sign.", "Will the union not sign?"),
        ("Ukrainian forces had withdrawn.", "Had Ukrainian forces withdrawn?"),
        ("In May, the town fell.", "Is it true that in May, the town fell?"),
    ],
)
def test_a_statement_becomes_a_question(statement: str, question: str) -> None:
    assert ask_whether(parse_document(statement)) == question


@pytest.mark.parametrize(
    "statement",
    [
        "Perpetual guest is ill.",
        "It held all of the town.",
        "The regime took the town.",
        f"The town was {'very ' * 30}quiet.",
    ],
    ids=["no article", "a pronoun", "a loaded word", "too long"],
)
def test_what_makes_no_plain_question_is_not_asked(statement: str) -> None:
    assert not can_be_asked(parse_document(statement))
    assert ask_about(parse_document(statement), "Sources") == "Is the account of sources right?"


def test_a_plain_statement_of_a_holder_is_asked() -> None:
    assert ask_about(parse_document("The town has fallen."), "Jo Field") == "Has the town fallen?"
