"""Two texts beside each other: cells, what can go, what lines up, which amounts are the same."""

import pytest

from summarize.ground.frames import take_apart
from summarize.language.meaning.align import align
from summarize.language.meaning.amounts import is_same_amount
from summarize.language.meaning.cells import Passage, read_passage
from summarize.language.meaning.deletion import can_go


def keys(text: str) -> list[str]:
    return [cell.key for cell in read_passage(text).cells]


@pytest.mark.parametrize(
    ("text", "other"),
    [
        (
            "The ministry paid $5 million on 6 July.",
            "The ministry paid five million dollars on July 6th.",
        ),
        ("The UK's labour laws", "Britain labor laws"),
        ("It didn't pay 40 per cent", "It did not pay 40%"),
        ("a well-prepared team", "a well prepared team"),
    ],
)
def test_two_spellings_of_one_thing_are_the_same_cells(text: str, other: str) -> None:
    assert keys(text) == keys(other)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("A few seats were left.", "Few seats were left."),
        ("It paid $5 million.", "It paid 5 million euros."),
        ("It did not pay.", "It did pay."),
    ],
)
def test_what_differs_in_meaning_differs_in_cells(text: str, other: str) -> None:
    assert keys(text) != keys(other)


def part_of(passage: Passage, part: str) -> tuple[int, int]:
    whole, wanted = [cell.key for cell in passage.cells], keys(part)
    starts = (i for i in range(len(whole)) if whole[i : i + len(wanted)] == wanted)
    start = next(starts)
    return start, start + len(wanted)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("President Anna Brandt signed the law.", "President"),
        ("The bridge, which opened in May, was closed.", "which opened in May"),
        ("On Monday, the bridge was closed.", "On Monday"),
        ("The bridge was closed, and two roads were flooded.", "and two roads were flooded"),
    ],
)
def test_a_sentence_can_do_without_what_only_adds(text: str, part: str) -> None:
    passage = read_passage(text)
    assert can_go(passage, *part_of(passage, part))


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The bridge was not closed.", "not"),
        ("The bridge will close unless talks resume.", "unless talks resume"),
        ("Only the bridge was closed.", "Only"),
        ("The alleged thief was held.", "alleged"),
        ("Drivers who had been drinking were fined.", "who had been drinking"),
        ("The bridge was closed if the river rose.", "if the river rose"),
        ("Almost 40 people died.", "Almost"),
    ],
)
def test_a_sentence_cannot_do_without_what_limits_it(text: str, part: str) -> None:
    passage = read_passage(text)
    assert not can_go(passage, *part_of(passage, part))


def test_an_edit_holds_only_what_changed() -> None:
    evidence = read_passage("The bridge was closed on Monday.")
    said = read_passage("The bridge was shut on Monday.")
    found = align(evidence, said)
    assert [(evidence.cells[e.start].key, said.cells[e.said_start].key) for e in found.edits] == [
        ("closed", "shut")
    ]


def test_a_sentence_lines_up_with_its_own_and_not_with_a_like_word_before() -> None:
    found = align(
        read_passage("The bridge was new. The bridge was closed."),
        read_passage("The bridge was closed."),
    )
    assert found.pairs == ((3, 0), (4, 1), (5, 2))


@pytest.mark.parametrize(
    ("text", "other", "same"),
    [
        ("It cost $5m.", "It cost 5 million dollars.", True),
        ("It cost 5 million dollars.", "It cost 5 million euros.", False),
        ("Officials counted 400 homes.", "Officials counted 500 homes.", False),
        ("It fell by 40%.", "It fell by 40 people.", False),
    ],
)
def test_amounts_are_compared_with_their_units(text: str, other: str, same: bool) -> None:
    said, evidence = read_passage(text), read_passage(other)
    places = [
        next(i for i, cell in enumerate(passage.cells) if cell.key.startswith("#"))
        for passage in (said, evidence)
    ]
    assert is_same_amount(said, places[0], evidence, places[1]) is same


@pytest.mark.parametrize(
    ("text", "source", "verb"),
    [
        ("The mayor said that the bridge was closed.", "The mayor", "say"),
        ("According to the mayor, the bridge was closed.", "the mayor", "according to"),
        ('"The bridge was closed," the mayor said.', "the mayor", "say"),
    ],
)
def test_a_report_is_taken_apart(text: str, source: str, verb: str) -> None:
    frame = take_apart(read_passage(text))
    assert frame is not None
    assert (frame.source, frame.verb) == (source, verb)
    assert [cell.key for cell in frame.content.cells] == keys("The bridge was closed.")


@pytest.mark.parametrize(
    "text", ["The bridge was closed.", "The mayor denied that the bridge was closed."]
)
def test_what_nobody_says_is_not_taken_apart(text: str) -> None:
    assert take_apart(read_passage(text)) is None
