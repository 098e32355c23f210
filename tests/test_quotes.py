import pytest

from summarize.language.document import parse_document
from summarize.language.quotations.quotes import find_quotations


def quoted(text: str) -> list[list[str]]:
    """Return the quotations of `text`, each as its spans' words."""
    quotations = find_quotations(parse_document(text))
    return [[text[start:end] for start, end in item.spans] for item in quotations.items]


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("“", "”"),
        ('"', '"'),
        ("«", "»"),
        ("„", "“"),
        ("‘", "’"),
        ("'", "'"),
        ("''", "''"),
        ("``", "''"),
    ],
)
def test_every_usual_pair_of_marks_is_read(opening: str, closing: str) -> None:
    text = f"The mayor said {opening}the bridge is safe,{closing} and left."
    assert quoted(text) == [[f"{opening}the bridge is safe,{closing}"]]


def test_a_straight_mark_may_be_closed_by_a_curly_one() -> None:
    assert quoted('"We are ready,” she said. “We always were," he said.') == [
        ['"We are ready,”'],
        ['“We always were,"'],
    ]


def test_apostrophes_are_not_marks() -> None:
    assert quoted("The drivers' union didn't accept the city's offer in the '90s, it's said.") == []


def test_inches_are_not_marks() -> None:
    assert quoted('He is 6\'2" tall and the board is 10" wide.') == []


def test_a_nested_quotation_stays_inside_the_outer_one() -> None:
    text = "“She told me ‘never again’ and hung up,” Brown said."
    assert quoted(text) == [["“She told me ‘never again’ and hung up,”"]]


def test_a_plural_possessive_does_not_close_a_double_quotation() -> None:
    text = "“The workers' homes are gone,” she said."
    assert quoted(text) == [["“The workers' homes are gone,”"]]


def test_an_unclosed_mark_swallows_no_more_than_its_sentence() -> None:
    text = "He said “the dam will hold. The army left on Monday. Nobody was hurt."
    (quotation,) = find_quotations(parse_document(text)).items
    assert text[quotation.start : quotation.end] == "“the dam will hold."
    assert not quotation.is_closed


def test_a_straight_mark_that_was_never_closed_does_not_shift_the_rest() -> None:
    text = 'He called it "a mess and left. Later she said "it is over" and smiled.'
    assert ['"it is over"'] in quoted(text)


def test_block_style_is_one_quotation_of_several_paragraphs() -> None:
    text = "“First we count.\n\n“Then we vote.\n\n“Then we go home.”\n\nShe sat down."
    assert quoted(text) == [["“First we count.", "“Then we vote.", "“Then we go home.”"]]


def test_a_quotation_may_close_a_paragraph_after_it_opened() -> None:
    text = 'He said: "The first half was good.\n\nThe second half was not." Then he left.'
    assert quoted(text) == [['"The first half was good.', 'The second half was not."']]


def test_an_open_mark_does_not_take_a_paragraph_that_opens_nothing() -> None:
    text = "“We are ready, the minister said.\n\nThe vote is on Friday.\n\n“Good luck,” he said."
    assert quoted(text)[0] == ["“We are ready, the minister said."]


def test_quotations_are_found_by_offset() -> None:
    text = "“One two,” she said. “Three four.”"
    quotations = find_quotations(parse_document(text))
    assert quotations.number_at(text.index("Three")) == 1
    assert quotations.number_at(text.index("she")) is None
    assert [number for _, number in quotations.spans_in(0, len(text))] == [0, 1]
