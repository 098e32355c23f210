"""Texts as cells: one for what is the same in every spelling, two for what is not."""

import pytest

from summarize.language.meaning.cells import Cell, keys_in, read_passage
from summarize.language.meaning.sameness import are_same, is_link, is_same, state_of
from summarize.language.meaning.spelling import fold_spelling


def keys(text: str) -> list[str]:
    return read_passage(text).keys


def cell(text: str, word: str) -> Cell:
    return next(one for one in read_passage(text).cells if one.text == word)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5,000 jobs", ["#5000", "jobs"]),
        ("five thousand jobs", ["#5000", "jobs"]),
        ("a dozen eggs", ["#12", "eggs"]),
        ("61 per cent", ["#61", "unit:percent"]),
        ("61%", ["#61", "unit:percent"]),
        ("two-thirds", ["#0.6666666667"]),
        ("half of it", ["#0.5", "of", "it"]),
        ("$5 million", ["#5000000", "unit:USD"]),
        ("5 million dollars", ["#5000000", "unit:USD"]),
        ("£4bn", ["#4000000000", "unit:GBP"]),
        ("12 km", ["#12", "unit:kilometer"]),
        ("12-kilometre run", ["#12", "unit:kilometer", "run"]),
        ("90 km/h", ["#90", "unit:kilometer / hour"]),
        ("½ litre", ["#0.5", "unit:liter"]),
        ("10 minutes", ["#10", "unit:minute"]),
        ("2-1", ["#2", "#1"]),
    ],
)
def test_a_number_is_a_cell_and_its_unit_another(text: str, expected: list[str]) -> None:
    assert keys(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7:30", ["7:30"]),
        ("7:30pm", ["7:30pm"]),
        ("3rd place", ["3th", "place"]),
        ("third place", ["3th", "place"]),
        ("the 1980s", ["1980s"]),
        ("the '80s", ["80s"]),
    ],
)
def test_a_clock_time_an_ordinal_and_a_decade_are_no_numbers(
    text: str, expected: list[str]
) -> None:
    assert keys(text) == expected
    assert not any(one.is_number for one in read_passage(text).cells)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the U.S. army", "United States"),
        ("the US army", "United States"),
        ("the United States army", "United States"),
        ("the UK army", "United Kingdom"),
        ("Great Britain's army", "United Kingdom"),
        ("Côte d'Ivoire's army", "Ivory Coast"),
    ],
)
def test_a_state_is_one_cell_by_any_of_its_names(text: str, name: str) -> None:
    assert keys(text) == [f"state:{name}", "army"]


def test_a_pronoun_is_no_state() -> None:
    assert keys("They told us so.") == ["they", "told", "us", "so"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bauer's boat", ["bauer", "boat"]),
        ("the sailors' boats", ["sailors", "boats"]),
        ("She's ill", ["she", "'s", "ill"]),
        ("a few boats", ["a few", "boats"]),
        ("the few boats", ["few", "boats"]),
        ("a little rain", ["a little", "rain"]),
        ("well-known", ["well", "known"]),
        ("the ferry that sank", ["ferry", "sank"]),
        ("cannot", ["can", "not"]),
        ("on 6 July", ["on", "july", "#6"]),
        ("on July 6th", ["on", "july", "#6"]),
        ("the a that", []),
        ("… — !", []),
    ],
)
def test_light_words_and_possessives_go_and_what_counts_stays(
    text: str, expected: list[str]
) -> None:
    assert keys(text) == expected


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “the dam is safe” today.", "dam is safe"),
        ("“The dam,” he said, “is safe.”", "dam is safe"),
        ("The dam is safe,” he said.", "dam is safe"),
        ("It is safe,” he said. “It holds,” he said.", "It is safe It holds"),
        ("No marks, none.", ""),
    ],
)
def test_quoted_words_are_known_also_where_a_mark_has_no_partner(text: str, quoted: str) -> None:
    assert " ".join(one.text for one in read_passage(text).cells if one.is_quoted) == quoted


def test_marks_stand_with_the_cell_behind_them_and_the_last_in_the_tail() -> None:
    passage = read_passage("Bauer (they say) left — alone. He ran!")
    assert [one.marks for one in passage.cells] == ["", "(", "", ")", "-", ".", ""]
    assert passage.tail == "!"
    assert passage.marks_after(0) == "("
    assert passage.marks_after(6) == "!"


def test_a_passage_knows_its_sentences_and_its_words() -> None:
    passage = read_passage("The ferry sank. All the crew swam.")
    assert [passage.opens_sentence(i) for i in range(5)] == [True, False, True, False, False]
    assert [passage.closes_sentence(i) for i in range(5)] == [False, True, False, False, True]
    assert passage.words(2, 4) == "All the crew"
    assert passage.words(2, 2) == ""


def test_a_month_has_a_capital_and_an_auxiliary_has_none() -> None:
    assert cell("It will rain in May.", "May").is_month
    assert not cell("It may rain.", "may").is_month
    assert cell("It rained on Sunday.", "Sunday").is_day


@pytest.mark.parametrize(
    ("part", "is_in"), [(["b", "c"], True), (["a", "c"], False), ([], True), (["c", "d"], False)]
)
def test_a_part_stands_in_keys_as_a_whole(part: list[str], is_in: bool) -> None:
    assert keys_in(["a", "b", "c"], part) is is_in


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("harbour", "harbor"),
        ("organisation", "organization"),
        ("travelled", "traveled"),
        ("theatre", "theater"),
        ("catalogue", "catalog"),
        ("analyse", "analyze"),
        ("defence", "defense"),
        ("programme", "program"),
        ("adviser", "advisor"),
        ("Zürich", "Zurich"),
        ("Sept.", "September"),
        ("Gen.", "General"),
        ("Thurs.", "Thursday"),
        ("govt", "government"),
        ("twentieth", "20th"),
        ("First", "1st"),
    ],
)
def test_one_word_has_one_spelling(british: str, american: str) -> None:
    assert fold_spelling(british) == fold_spelling(american)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("four", "for"),
        ("tour", "tor"),
        ("sun", "Sunday"),
        ("gen", "general"),
        ("first", "11th"),
        ("rise", "rice"),
        ("principal", "principle"),
    ],
)
def test_two_words_keep_two_spellings(one: str, other: str) -> None:
    assert fold_spelling(one) != fold_spelling(other)


SAME = [
    ("It's late.", "'s", "It is late.", "is", True),
    ("It's gone.", "'s", "It has gone.", "has", True),
    ("He'd go.", "'d", "He would go.", "would", True),
    ("He says so.", "says", "He said so.", "said", True),
    ("American ships left.", "American", "U.S. ships left.", "U.S.", True),
    ("It's late.", "'s", "It was late.", "was", False),
    ("He goes.", "goes", "He went.", "went", False),
    ("He says so.", "says", "He told so.", "told", False),
    ("She will say so.", "say", "She said so.", "said", False),
    ("Paris fell.", "Paris", "France fell.", "France", False),
    ("French ships left.", "French", "German ships left.", "German", False),
]


@pytest.mark.parametrize(("text", "word", "other", "its", "are_one"), SAME)
def test_two_cells_are_the_same_either_way_round(
    text: str, word: str, other: str, its: str, are_one: bool
) -> None:
    one, two = cell(text, word), cell(other, its)
    assert is_same(one, two) is are_one
    assert is_same(two, one) is are_one


def test_runs_of_cells_are_the_same_only_cell_by_cell() -> None:
    one, other = read_passage("It's late.").cells, read_passage("It is late.").cells
    assert are_same(one, other)
    assert not are_same(one, other[:2])
    assert not are_same(one, (*other[:2], other[0]))


@pytest.mark.parametrize(
    ("text", "word", "state"),
    [
        ("It is in Russia.", "Russia", "Russia"),
        ("It is in Moscow.", "Moscow", "Russia"),
        ("He is French.", "French", "France"),
        ("The U.S. won.", "U.S.", "United States"),
        ("It is in Tolna.", "Tolna", None),
        ("The polish is good.", "polish", None),
    ],
)
def test_a_state_is_known_by_name_capital_or_people(
    text: str, word: str, state: str | None
) -> None:
    assert state_of(cell(text, word)) == state


@pytest.mark.parametrize(
    ("text", "word", "may_go"),
    [
        ("He left on Monday.", "on", True),
        ("He left on May 3.", "on", True),
        ("It was the 3rd of March.", "of", True),
        ("He left on foot.", "on", False),
        ("He left in May.", "in", False),
    ],
)
def test_a_preposition_is_a_link_only_before_a_date(text: str, word: str, may_go: bool) -> None:
    cells = read_passage(text).cells
    place = next(i for i, one in enumerate(cells) if one.text == word)
    assert is_link(cells[place : place + 1], cells[place + 1]) is may_go


def test_nothing_follows_a_link_at_the_end() -> None:
    assert not is_link(read_passage("Come on").cells[1:], None)
