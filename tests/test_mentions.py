"""What the brief calls a person, led back to what one article calls the person."""

import pytest

from summarize.model import Actor
from summarize.verify.mentions import read_plainly, words_besides
from tests.stories import evidence_of, make_actor, make_article

ARTICLE = make_article("herald", "Field said no. Mary Field left. Kovar stayed.")
PIECE = evidence_of(ARTICLE, "Field said no.")
JO = make_actor("Jo Field", "person", PIECE, role="head of the water board", aliases=("Field",))
MARY = make_actor("Mary Field", "person", PIECE, aliases=("Field",))
KOVAR = make_actor("Ana Kovar", "person", PIECE, role="water minister", aliases=("Kovar",))
EVERYONE = ("Jo Field", "Mary Field", "Ana Kovar")


def plain(statement: str, *meant: Actor, text: str) -> str:
    return next(read_plainly(statement, meant, EVERYONE, [text]))


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("Jo Field, head of the water board, said no.", "Field said no."),
        ("Jo Field, head of the sand board, said no.", "Field, head of the sand board, said no."),
        ("“Jo Field,” police said.", "“Jo Field,” police said."),
    ],
)
def test_a_person_is_called_as_the_article_does(statement: str, expected: str) -> None:
    assert plain(statement, JO, text="Field said no.") == expected


def test_a_role_before_the_name_is_taken_out() -> None:
    text = "Kovar stayed."
    assert plain("Water minister Ana Kovar stayed.", KOVAR, text=text) == "Kovar stayed."


def test_a_short_name_is_written_out_where_the_article_does() -> None:
    assert plain("Kovar stayed.", KOVAR, text="Ana Kovar stayed.") == "Ana Kovar stayed."


def test_part_of_anothers_name_is_no_name() -> None:
    assert plain("Jo Field left.", JO, MARY, text="Mary Field left.") == "Jo Field left."


def test_the_statement_as_it_stands_comes_last() -> None:
    readings = list(read_plainly("Kovar stayed.", [KOVAR], EVERYONE, ["Ana Kovar stayed."]))
    assert readings == ["Ana Kovar stayed.", "Kovar stayed."]


@pytest.mark.parametrize(
    ("names", "besides"),
    [
        ("Ana Kovar and Field", []),
        ("water minister Ana Kovar and the police", []),
        ("Ana Kovar and Tom Okafor", ["Tom", "Okafor"]),
        ("not Field", ["not"]),
    ],
)
def test_words_that_name_nobody_are_left_over(names: str, besides: list[str]) -> None:
    assert words_besides(names, [JO, KOVAR], ["police"]) == besides
