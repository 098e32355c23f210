"""The brief's own voice has no loaded words."""

import pytest

from summarize.merge.neutrality import accuses, make_neutral


def test_a_loaded_modifier_is_cut_and_its_article_mended() -> None:
    cut = make_neutral("The army suffered staggering losses in an unprecedented battle.")
    assert cut == "The army suffered losses in a battle."


def test_what_a_cut_leaves_may_not_lean_either() -> None:
    assert make_neutral("The shocking truth is that most dykes are old.") is None


def test_a_sentence_that_needs_its_loaded_word_is_not_used() -> None:
    assert make_neutral("The minister slammed the council.") is None


def test_a_loaded_word_in_quotation_marks_is_its_speakers() -> None:
    text = "The mayor called it “a shocking disgrace”."
    assert make_neutral(text) == text


def test_comment_is_no_report() -> None:
    assert make_neutral("This development underscores the complex web of interests.") is None


def test_a_plain_sentence_stays_as_it_is() -> None:
    text = "The council approved the plan on Monday."
    assert make_neutral(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "The club faces a nightmare scenario.",
        "The nightmare scenario is that the dam leaks.",
        "Prices rose at an alarming rate, and it was a chaotic week.",
        "The so-called expert left the hall.",
        "He won a sham election.",
    ],
)
def test_a_word_that_makes_its_noun_what_it_is_is_not_cut(text: str) -> None:
    assert make_neutral(text) is None


def test_a_loaded_noun_before_a_noun_that_tells_what_it_is_is_cut() -> None:
    assert make_neutral("The bombshell report named him.") == "The report named him."


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Jo Field admitted that the dam leaks.", "Jo Field said that the dam leaks."),
        ("Jo Field has conceded that it leaks.", "Jo Field has said that it leaks."),
        ("“It is safe,” Jo Field insisted.", "“It is safe,” Jo Field said."),
        ("The dam was leaking, Jo Field claimed.", "The dam was leaking, Jo Field said."),
        ("Jo Field left, alleging that it leaks.", "Jo Field left, saying that it leaks."),
    ],
)
def test_a_verb_that_judges_its_speaker_gives_way_to_a_plain_one(text: str, plain: str) -> None:
    assert make_neutral(text) == plain


@pytest.mark.parametrize(
    "text",
    [
        "Jo Field was admitted to hospital on Monday.",
        "The group claimed the prize.",
        "The flood claimed 12 lives.",
        "The suit alleges that the firm sold bad oil.",
        "The tests revealed that the water was clean.",
        "Jo Field insisted that the dam be closed.",
        "The mayor said: “Field admitted that it leaks.”",
    ],
)
def test_a_verb_that_reports_no_judged_statement_stays(text: str) -> None:
    assert make_neutral(text) == text


@pytest.mark.parametrize(
    "text",
    ["Jo Field admitted taking the money.", "Jo Field falsely claimed that the dam was safe."],
)
def test_where_no_plain_verb_can_stand_the_sentence_is_not_used(text: str) -> None:
    assert make_neutral(text) is None


def test_an_accusation_is_told_with_whoever_makes_it() -> None:
    assert accuses("Jo Field embezzled the money.")
    assert accuses("The money was stolen by Jo Field.")
    assert accuses("Jo Field, who defrauded the bank, left.")
    assert not accuses("The council said that Jo Field embezzled the money.")
    assert not accuses("Jo Field was sentenced after he embezzled the money.")
