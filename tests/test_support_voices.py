"""Whose words they are: speakers, verbs of speech and quotations, as the gate holds them."""

import pytest
from stories import make_article

from summarize.ground.support import support

SAFE = "The dam was safe."
BOTH = "Kovar said the dam was safe, and Lund said the road was open."
COLD = "“The water is clean and cold,” Ana Kovar told reporters."
VISIT = "Ana Kovar visited the valley on Friday. She said the dam was safe."
MEETING = "Ana Kovar met Ida Lund on Friday. She said the dam was safe."
FERRIES = "Norvane Ferries lost two ships. Its officials said the harbour was too shallow."


@pytest.mark.parametrize(
    ("speaker", "evidence"),
    [
        ("Ana Kovar", "Ana Kovar said the dam was safe."),
        ("Kovar", "Ana Kovar said the dam was safe."),
        ("Ana Kovar", "Water minister Ana Kovar said the dam was safe."),
        ("Ana Kovar", "The dam, Ana Kovar said, was safe."),
        ("Ana Kovar", "According to Ana Kovar, the dam was safe."),
        ("Ana Kovar", "“The dam was safe,” said Ana Kovar."),
        ("France", "Paris said the dam was safe."),
        ("Paris", "France said the dam was safe."),
        ("the United States", "Washington said the dam was safe."),
        ("BMA", "The Brunian Mining Agency said the dam was safe."),
        ("Brunian Mining Agency", "The BMA said the dam was safe."),
        ("Ana Kovar and Ida Lund", "Ana Kovar and Ida Lund said the dam was safe."),
    ],
)
def test_a_speaker_is_known_by_name_surname_acronym_or_capital(speaker: str, evidence: str) -> None:
    assert support(SAFE, [evidence], speaker).problems == ()


@pytest.mark.parametrize(
    ("statement", "speaker", "evidence"),
    [
        (SAFE, "Milo Kovar", "Ana Kovar said the dam was safe."),
        (SAFE, "Norvane Ferries", "Ana Kovar said the dam was safe."),
        (SAFE, "Germany", "Paris said the dam was safe."),
        (SAFE, "Lund", BOTH),
        ("The road was open.", "Kovar", BOTH),
        (SAFE, "Ana Kovar and Ida Lund", "Ana Kovar said the dam was safe."),
        (SAFE, "Ana Kovar", "The dam was safe."),
        (SAFE, "the minister", "The minister's aide said the dam was safe."),
        (SAFE, "the minister", "The former minister said the dam was safe."),
        ("“Lund saved us.”", "Lund", "“Lund saved us,” Ana Kovar said."),
        ("Lund saved the valley.", "Lund", "Ana Kovar said Lund saved the valley."),
        ("“It is cold.”", "Lund", "“It is deep,” Lund said. “It is cold,” Ana Kovar said."),
    ],
)
def test_words_are_not_put_into_another_mouth(statement: str, speaker: str, evidence: str) -> None:
    assert "speaker not in evidence" in support(statement, [evidence], speaker).reasons


@pytest.mark.parametrize(
    ("speaker", "text", "is_carried"),
    [
        ("Ana Kovar", VISIT, True),
        ("Ida Lund", VISIT, False),
        ("Ana Kovar", MEETING, False),
        ("Ida Lund", MEETING, False),
    ],
)
def test_a_pronoun_stands_only_for_the_one_it_can_mean(
    speaker: str, text: str, is_carried: bool
) -> None:
    article = make_article("herald", text)
    told = "She said the dam was safe."
    assert support(SAFE, [told], speaker, article).supported is is_carried


def test_without_its_article_a_pronoun_stands_for_nobody() -> None:
    found = support(SAFE, ["She said the dam was safe."], "Ana Kovar")
    assert found.reasons == ("speaker not in evidence",)


@pytest.mark.parametrize(
    ("speaker", "is_carried"),
    [
        ("officials of Norvane Ferries", True),
        ("Norvane Ferries's officials", True),
        ("Tolna Ferries's officials", False),
        ("Norvane Ferries's captains", False),
    ],
)
def test_its_officials_are_those_of_the_owner_that_the_article_names(
    speaker: str, is_carried: bool
) -> None:
    told = "Its officials said the harbour was too shallow."
    article = make_article("herald", FERRIES)
    found = support("The harbour was too shallow.", [told], speaker, article)
    assert found.supported is is_carried


@pytest.mark.parametrize(
    "evidence",
    [
        "Ana Kovar said the dam was safe.",
        "The dam was safe, according to Ana Kovar.",
        "“The dam was safe,” Ana Kovar said.",
        "Ana Kovar believes the dam was safe.",
        "The dam, Ana Kovar claimed, was safe.",
    ],
)
def test_what_somebody_says_is_not_told_as_a_fact(evidence: str) -> None:
    assert "attribution lost" in support(SAFE, [evidence]).reasons


@pytest.mark.parametrize(
    ("statement", "evidence"),
    [
        ("Lund thinks the dam is safe.", "Kovar said Lund thinks the dam is safe."),
        ("Lund said the dam is safe.", "Kovar said Lund said the dam is safe."),
        ("The mayor stole the money.", "Prosecutors accuse the mayor of stealing the money."),
    ],
)
def test_a_report_inside_a_report_keeps_the_outer_one(statement: str, evidence: str) -> None:
    assert "attribution lost" in support(statement, [evidence]).reasons


@pytest.mark.parametrize(
    ("verb", "heard"),
    [
        ("admitted", "conceded"),
        ("said", "stated"),
        ("said", "warned"),
        ("said", "confirmed"),
        ("announced", "declared"),
        ("alleged", "claimed"),
        ("promised", "pledged"),
    ],
)
def test_a_verb_of_speech_may_stand_for_one_that_says_no_less(verb: str, heard: str) -> None:
    statement, evidence = (f"Ana Kovar {one} that the dam was unsafe." for one in (verb, heard))
    assert support(statement, [evidence]).problems == ()


@pytest.mark.parametrize(
    ("verb", "heard"),
    [
        ("admitted", "said"),
        ("announced", "said"),
        ("insisted", "said"),
        ("warned", "said"),
        ("confirmed", "claimed"),
        ("said", "believes"),
        ("said", "suggested"),
        ("said", "predicted"),
        ("said", "feared"),
    ],
)
def test_a_verb_of_speech_may_not_tell_more_than_was_heard(verb: str, heard: str) -> None:
    statement, evidence = (f"Ana Kovar {one} that the dam was unsafe." for one in (verb, heard))
    assert support(statement, [evidence]).reasons == ("verb of speech changed",)


@pytest.mark.parametrize(
    ("statement", "heard"),
    [
        ("Ana Kovar said that the dam was unsafe.", "denied that the dam was unsafe"),
        ("Ana Kovar denied that the dam was unsafe.", "said that the dam was unsafe"),
        ("Ana Kovar said the dam was unsafe.", "did not say that the dam was unsafe"),
    ],
)
def test_what_is_denied_is_not_said(statement: str, heard: str) -> None:
    assert "polarity changed" in support(statement, [f"Ana Kovar {heard}."]).reasons


@pytest.mark.parametrize(
    ("statement", "speaker"),
    [
        (COLD, None),
        ("“The water is clean and cold.”", "Ana Kovar"),
        ("The water is “clean and cold”, Ana Kovar told reporters.", None),
        ("Ana Kovar told reporters the water is clean and cold.", None),
        ("Ana Kovar said: “The water is clean and cold.”", None),
        ("Ana Kovar told reporters: “The water is … cold.”", None),
    ],
)
def test_a_quotation_may_be_moved_cut_with_a_mark_or_unquoted(
    statement: str, speaker: str | None
) -> None:
    assert support(statement, [COLD], speaker).problems == ()


@pytest.mark.parametrize(
    ("statement", "evidence"),
    [
        ("“The water is clear and cold,” Ana Kovar told reporters.", COLD),
        ("“The water is cold,” Ana Kovar told reporters.", COLD),
        ("“The water is clean and the cold,” Ana Kovar told reporters.", COLD),
        ("Ana Kovar said the “water” was clean.", "Ana Kovar said the water was clean."),
        ("The “experts” tested the water.", "The experts tested the water."),
    ],
)
def test_a_quotation_is_verbatim_and_has_marks_in_the_evidence(
    statement: str, evidence: str
) -> None:
    assert "quotation not verbatim" in support(statement, [evidence]).reasons


@pytest.mark.parametrize(
    ("statement", "evidence"),
    [
        ("“The water is … clean.”", "“The water is not clean,” Ana Kovar said."),
        ("“I will … resign.”", "“I will never resign,” Ana Kovar said."),
        ("“The water is clean.”", "“I doubt that the water is clean,” Ana Kovar said."),
    ],
)
def test_a_marked_cut_may_not_turn_the_quotation(statement: str, evidence: str) -> None:
    assert not support(statement, [evidence], "Ana Kovar").supported


def test_a_quotation_in_the_marks_of_two_sentences_is_joined_where_the_cut_is_marked() -> None:
    pieces = ["“The water is clean,” Ana Kovar said.", "“It is cold,” she said."]
    article = make_article("herald", " ".join(pieces))
    marked, spliced = "“The water is clean … It is cold.”", "“The water is clean it is cold.”"
    assert support(marked, pieces, "Ana Kovar", article).supported
    assert not support(spliced, pieces, "Ana Kovar", article).supported


PRAISED = "On Monday in Tolna, Ana Kovar praised the crews for their “fine work” after the storm."
THEFT = "The levy “is theft from every farmer”, said the head of the company."


@pytest.mark.parametrize(
    ("statement", "evidence"),
    [
        ("The crews in Tolna did “excellent work”, Ana Kovar said on Monday.", PRAISED),
        ("In Tolna on Monday Ana Kovar praised the “excellent job” of the crews.", PRAISED),
        ("The firm's boss called the levy “a robbery of all farmers”.", THEFT),
        ("“The levy is stealing from each farmer,” the boss of the firm said.", THEFT),
    ],
)
def test_other_words_may_not_stand_in_quotation_marks(statement: str, evidence: str) -> None:
    assert not support(statement, [evidence]).supported
