"""Words that take a side are found; plain reports of strong events are left alone."""

import pytest

from summarize.language.document import parse_document
from summarize.language.neutrality.editorial import is_editorial
from summarize.language.neutrality.loaded import find_loaded
from summarize.language.neutrality.slant import is_slanted


def loaded(text: str) -> list[tuple[str, str]]:
    return [(word.text, word.category) for word in find_loaded(parse_document(text))]


@pytest.mark.parametrize(
    ("text", "word", "category"),
    [
        ("The firm made staggering losses.", "staggering", "sensational"),
        ("It sent shockwaves through the town.", "sent shockwaves", "cliche"),
        ("They praised his heroic stand.", "heroic", "evaluative"),
        ("The neo-Nazi group marched.", "neo-Nazi", "label"),
        ("The mayor slammed the plan.", "slammed", "judging"),
        ("It puts boots on the ground.", "boots on the ground", "cliche"),
        ("Interestingly, the bridge held.", "Interestingly", "editorial"),
        ("Make no mistake, it fell.", "Make no mistake", "editorial"),
        ("One thing’s clear: it fell.", "One thing’s clear", "editorial"),
        ("The so-called expert left.", "so-called", "evaluative"),
    ],
)
def test_a_loaded_word_is_found_with_its_kind(text: str, word: str, category: str) -> None:
    assert (word, category) in loaded(text)


@pytest.mark.parametrize(
    "text",
    [
        "The dam burst on Monday and killed 12 people.",
        "Striking workers closed the port.",
        "She is in a critical condition after the car bomb.",
        "The gross domestic product fell by two percent.",
        "Police found a suspicious package near the station.",
        "The court convicted him of murder and rape.",
        "The parliament passed the bill by 51 votes to 49.",
        "Doctors treated 40 patients for toxic fumes.",
        "Jets were scrambled to meet the plane.",
        "The minister resigned and apologised.",
    ],
)
def test_a_plain_report_holds_none(text: str) -> None:
    assert loaded(text) == []


def test_a_part_of_speech_decides() -> None:
    assert loaded("Critics blast the plan.") == [("blast", "judging")]
    assert loaded("A blast shook the plant.") == []


def test_an_inflected_form_counts_as_its_lemma() -> None:
    assert loaded("He lambasted the jury.") == [("lambasted", "judging")]


def test_the_longest_phrase_stands_for_its_words() -> None:
    assert loaded("It was a pivotal moment.") == [("pivotal moment", "cliche")]


def test_coloured_words_come_only_when_asked_for() -> None:
    document = parse_document("The controversial law was passed.")
    assert find_loaded(document) == ()
    assert [w.text for w in find_loaded(document, with_coloured=True)] == ["controversial"]


def test_spans_cut_out_the_words() -> None:
    document = parse_document("A shocking, brutal attack.\n\nMake no mistake.")
    words = find_loaded(document)
    assert len(words) == 3
    assert all(document.text[w.start : w.end] == w.text for w in words)


@pytest.mark.parametrize(
    "text",
    [
        "This development underscores the fragile nature of the truce.",
        "The visit also raises difficult questions about the future of the alliance.",
        "It remains to be seen whether the truce will hold.",
        "Only time will tell.",
        "The situation remains tense.",
        "One thing is clear: the old order is gone.",
        "In summary, the truce held despite the doubts.",
        "The deal marks a turning point for the region.",
        "But who will pay for it?",
    ],
)
def test_a_comment_of_the_writer_is_editorial(text: str) -> None:
    assert is_editorial(text)


@pytest.mark.parametrize(
    "text",
    [
        "The truce began at noon.",
        "This statement was made by the chief of police during a visit.",
        "The move raises the tax on fuel to 12 percent.",
        "“This decision marks a turning point,” the minister said.",
        "The mayor said that it remains to be seen who will pay.",
        "It remains unclear whether the crew will return.",
        "This deal included a pact on fishing.",
        "Was it worth it? “No,” she said.",
    ],
)
def test_a_sentence_that_tells_a_fact_is_not_editorial(text: str) -> None:
    assert not is_editorial(text)


@pytest.mark.parametrize(
    ("text", "leans"),
    [
        ("The minister signed the law.", False),
        ("The controversial minister signed the law.", False),
        ("Critics condemned the controversial agenda of the elite.", True),
        ("The disgraceful law was signed.", True),
        ("The council called the law “disgraceful”.", False),
        ("The law is disgraceful, the mayor said.", False),
        ("According to the mayor, the law is a dismal disgrace.", True),
        ("The controversial law never worked.", True),
        ("You never know what they will cut next!", True),
        ("The ferry left Porto at noon.", False),
        ("The law is so bad that we will all pay for it.", True),
        ("The “experts” have a controversial plan.", True),
        ("The US bought a ship.", False),
    ],
)
def test_a_sentence_leans_by_its_loaded_words_and_its_own_voice(text: str, leans: bool) -> None:
    assert is_slanted(parse_document(text)) is leans


@pytest.mark.parametrize("word", ["title-obsessed", "Rage-mongering", "moth-infested"])
def test_a_compound_is_loaded_by_its_ending(word: str) -> None:
    assert loaded(f"It was a {word} club.") == [(word, "judging")]


def test_debts_are_outstanding_without_praise() -> None:
    assert loaded("It paid its outstanding debts.") == []
    assert loaded("It was an outstanding play.") == [("outstanding", "evaluative")]
