"""From bytes to text: encodings, refusals, and characters as they were meant."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.errors import SourceBinary
from summarize.read.decode import decode_bytes, tidy_characters

SENTENCE = "The café’s owner paid €40 — “no more”, she said."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_an_encoding_is_found_without_being_named(encoding: str) -> None:
    assert decode_bytes("a.txt", SENTENCE.encode(encoding)) == SENTENCE


def test_a_stated_encoding_is_used_where_the_bytes_are_not_utf8() -> None:
    data = "Жители города вернулись".encode("cp1251")
    assert decode_bytes("a.html", data, "windows-1251") == "Жители города вернулись"


def test_a_wrongly_stated_encoding_does_not_spoil_utf8() -> None:
    assert decode_bytes("a.html", SENTENCE.encode(), "iso-8859-1") == SENTENCE


def test_an_unknown_stated_encoding_is_passed_over() -> None:
    assert decode_bytes("a.html", b"na\xefve", "x-no-such-thing") == "naïve"


def test_one_damaged_byte_does_not_turn_utf8_into_mojibake() -> None:
    text = decode_bytes("a.txt", ("é" * 50).encode() + b" \xff and more")
    assert text.startswith("é" * 50)
    assert text.endswith(" and more")


def test_bytes_that_cp1252_leaves_undefined_are_read_as_latin1() -> None:
    assert decode_bytes("a.txt", b"caf\xe9 \x81 bar") == "café  bar"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"%PDF-1.7 and so on", "PDF"),
        (b"PK\x03\x04rest", "unpack"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (bytes(range(256)) * 8, "not text"),
        (b"\xff\xfea", "utf-16"),
    ],
)
def test_what_is_no_text_is_refused_with_a_way_out(data: bytes, problem: str) -> None:
    with pytest.raises(SourceBinary, match=problem):
        decode_bytes("a.txt", data)


@pytest.mark.parametrize(
    ("given_text", "tidy"),
    [
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("a\u00a0b\u202fc\td", "a b c d"),
        ("co\u00adoperation \ufeffzero\u200bwidth", "cooperation zerowidth"),
        ("cafe\u0301", "café"),
        ("It’s the mayorâ€™s word", "It’s the mayor’s word"),
        ("“Curly” ‘quotes’ — stay…", "“Curly” ‘quotes’ — stay…"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("bell\x07 and escape\x1b", "bell and escape"),
    ],
)
def test_characters_are_tidied_and_quotes_left_alone(given_text: str, tidy: str) -> None:
    assert tidy_characters(given_text) == tidy


@given(st.text())
def test_tidying_twice_is_tidying_once(text: str) -> None:
    assert tidy_characters(tidy_characters(text)) == tidy_characters(text)


@given(st.binary())
def test_any_bytes_are_text_or_are_refused(data: bytes) -> None:
    with contextlib.suppress(SourceBinary):
        decode_bytes("a.txt", data).encode()


def test_the_parts_of_an_emoji_stay_joined_and_words_do_not() -> None:
    crew = "\U0001f469\u200d\U0001f692 and \U0001f9d1\U0001f3fd\u200d\U0001f4bc"
    assert tidy_characters(f"{crew} wo\u200drd") == f"{crew} word"
