"""One way to write what can be typed in many, and the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.language.normal import normalise

TYPED = st.text(
    st.sampled_from("abno' n'tcCwW0159.,-–—“”‘’\u00a0\u00ad\u200b\u0301 \n\tﬁ½²é…«»")
    | st.characters(codec="utf-8")
)


@pytest.mark.parametrize(
    ("typed", "normal"),
    [
        ("“Yes,” she said — ‘maybe’", "\"Yes,\" she said - 'maybe'"),
        ("10–12\u00a0May", "10-12 May"),
        ("  two\n\n words\t", "two words"),
        ("co\u00adoperate", "cooperate"),
        ("They don’t, can't and won’t", "They do not, can not and will not"),
        ("We cannot say they're here", "We can not say they are here"),
        ("ﬁve … １２", "five ... 12"),
        ("cafe\u0301", "café"),
    ],
)
def test_what_means_the_same_is_written_the_same(typed: str, normal: str) -> None:
    assert normalise(typed).text == normal


@pytest.mark.parametrize("kept", ["90 km² of marsh", "3½ hours", "It's Ann's; he'd go", "1,300.5"])
def test_what_could_change_the_meaning_stays(kept: str) -> None:
    assert normalise(kept).text == kept


def test_a_found_span_leads_back_to_the_original() -> None:
    text = "He said:  “They don’t know.”"
    normal = normalise(text)
    at = normal.text.index('"They do not')
    start, end = normal.original(at, at + len('"They do not'))
    assert text[start:end] == "“They don’t"


def test_an_empty_span_is_refused() -> None:
    with pytest.raises(ValueError, match="no span"):
        normalise("abc").original(1, 1)


@given(TYPED)
def test_every_character_leads_back_to_a_span_in_order(text: str) -> None:
    normal = normalise(text)
    assert len(normal.text) == len(normal.starts) == len(normal.ends)
    assert all(0 <= a < b <= len(text) for a, b in zip(normal.starts, normal.ends, strict=True))
    assert list(normal.starts) == sorted(normal.starts)


@given(TYPED, TYPED)
def test_a_span_says_what_its_original_says(before: str, after: str) -> None:
    text = f"{before} Lanfear {after}"
    normal = normalise(text)
    at = normal.text.index("Lanfear")
    start, end = normal.original(at, at + len("Lanfear"))
    assert text[start:end] == "Lanfear"
    assert start == text.index("Lanfear")


@given(TYPED)
def test_white_space_is_single(text: str) -> None:
    normal = normalise(text).text
    assert "\n" not in normal
    assert "\u00a0" not in normal
