"""Which language a text is in."""

import pytest

from summarize.language.identify import identify_language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The road past the quarry opened again on Thursday.", "en"),
        ("Die Straße am Steinbruch ist seit Donnerstag wieder offen.", "de"),
        ("La route de la carrière a rouvert jeudi matin.", "fr"),
        ("Дорогу біля кар'єру знову відкрили в четвер.", "uk"),
    ],
)
def test_a_sentence_is_enough(text: str, code: str) -> None:
    assert identify_language(text) == code


@pytest.mark.parametrize("text", ["", "12:30", "— 4,000 —"])
def test_too_few_letters_have_no_language(text: str) -> None:
    assert identify_language(text) is None
