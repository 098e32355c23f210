import pytest

from summarize.language.speech_verbs import (
    SPEECH_VERBS,
    certainty_of,
    is_abstract,
    is_denial,
    is_forecast,
    judges,
)


@pytest.mark.parametrize(
    ("lemma", "certainty"),
    [
        ("say", "asserted"),
        ("according to", "asserted"),
        ("claim", "alleged"),
        ("allege", "alleged"),
        ("confirm", "confirmed"),
        ("acknowledge", "confirmed"),
        ("deny", "denied"),
        ("push back", "denied"),
        ("suspect", "uncertain"),
        ("a word that reports nothing", "asserted"),
    ],
)
def test_a_verb_tells_how_sure_its_content_is(lemma: str, certainty: str) -> None:
    assert certainty_of(lemma) == certainty


def test_verbs_that_judge_their_speaker_are_told_from_neutral_ones() -> None:
    assert judges("claim")
    assert judges("admit")
    assert not judges("say")
    assert not judges("confirm")


def test_denials_and_forecasts_are_told_from_statements() -> None:
    assert is_denial("refute")
    assert not is_denial("say")
    assert is_forecast("predict")
    assert not is_forecast("warn")


def test_a_verb_in_two_rows_has_the_frames_of_both() -> None:
    assert {"clause", "quote", "object"} <= SPEECH_VERBS["note"].frames


def test_things_that_cannot_speak_are_told_from_bodies_that_can() -> None:
    assert is_abstract("development")
    assert not is_abstract("government")
    assert not is_abstract("engineer")
