"""What a sentence denies, doubts, foretells or does not know is read from its words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.language.document import parse_document
from summarize.language.modality import Modality, read_modality
from summarize.language.modality.negation import negated_predicates
from summarize.language.modality.opposites import are_opposed


def read(text: str) -> Modality:
    return read_modality(parse_document(text), 0, len(text))


def negated(text: str) -> list[str]:
    return [n.predicate.text for n in negated_predicates(parse_document(text), 0, len(text))]


@pytest.mark.parametrize(
    ("text", "predicates"),
    [
        ("The crew did not sign the letter.", ["sign"]),
        ("The crew didn’t sign the letter.", ["sign"]),
        ("She has never visited the mine.", ["visited"]),
        ("Nobody was hurt in the fire.", ["hurt"]),
        ("No sailors were killed.", ["killed"]),
        ("Divers found no trace of the boat.", ["trace"]),
        ("None of the four was armed.", ["armed"]),
        ("Neither side has signed the deal.", ["signed"]),
        ("It neither rose nor fell.", ["rose", "fell"]),
        ("He left without paying.", ["paying"]),
        ("The council failed to pass the plan.", ["pass"]),
        ("The minister refused to resign.", ["resign"]),
        ("There is a lack of water.", ["water"]),
        ("It is not a serious threat.", ["threat"]),
        ("The port is no longer under their control.", ["control"]),
        ("The island cannot feed its people.", ["feed"]),
    ],
)
def test_a_negation_bears_on_one_word(text: str, predicates: list[str]) -> None:
    assert negated(text) == predicates


@pytest.mark.parametrize(
    "text",
    [
        "No fewer than 40 boats sank.",
        "Not only did she win, she won twice.",
        "He will decide whether or not to run.",
        "It took hundreds, if not thousands, of hours.",
        "There is no doubt about it.",
        "The crew signed the letter.",
    ],
)
def test_a_bound_or_an_aside_negates_nothing(text: str) -> None:
    assert negated(text) == []


def test_two_negations_that_meet_cancel_out() -> None:
    assert not read("The team did not fail to win.").is_negated


def test_a_negation_outside_the_span_is_not_read() -> None:
    text = "The dam held. The bridge did not."
    assert not read_modality(parse_document(text), 0, 13).is_negated


@pytest.mark.parametrize(
    "text",
    [
        "The ministry denied the report.",
        "The firm has rejected the claim that it knew.",
        "The claims were firmly rejected by the mayor.",
        "He dismissed it as propaganda.",
        "Officials pushed back against the notion that the war is over.",
        "The embassy refuted the story.",
        "The reports are false.",
        "There is no truth in the rumour.",
    ],
)
def test_a_statement_that_is_rejected_is_denied(text: str) -> None:
    reading = read(text)
    assert reading.is_denial
    assert reading.certainty == "denied"


@pytest.mark.parametrize(
    "text",
    [
        "He was denied bail.",
        "The judge denied her request.",
        "The court rejected the appeal.",
        "The club rejected an offer of two million.",
        "The firm did not deny the report.",
        "He was given a chance to contest the charges.",
        "Nothing is as ridiculous as that hat.",
        "The manager was dismissed on Friday.",
    ],
)
def test_what_is_withheld_is_not_denied(text: str) -> None:
    assert not read(text).is_denial


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("The dam burst.", "asserted"),
        ("The dam may burst.", "uncertain"),
        ("The dam burst in May.", "asserted"),
        ("Crews could not reach the dam.", "asserted"),
        ("The dam appears to have burst.", "uncertain"),
        ("The ship is believed to have sunk.", "uncertain"),
        ("He allegedly opened the dam.", "alleged"),
        ("The suspected arsonist fled.", "alleged"),
        ("A spokesman confirmed the deal.", "confirmed"),
        ("A spokesman did not confirm the deal.", "asserted"),
        ("She asked them to confirm the deal.", "asserted"),
        ("He was admitted to hospital.", "asserted"),
        ("They searched the last confirmed position.", "asserted"),
        ("The toll could not be verified.", "uncertain"),
    ],
)
def test_certainty_is_the_weakest_that_a_cue_allows(text: str, certainty: str) -> None:
    assert read(text).certainty == certainty


@pytest.mark.parametrize(
    ("text", "is_forecast"),
    [
        ("They will meet on Monday.", True),
        ("She is expected to resign.", True),
        ("The firm plans to cut jobs.", True),
        ("He left a will.", False),
        ("They met on Monday.", False),
        ("He would have stayed.", False),
    ],
)
def test_a_forecast_speaks_of_what_is_to_come(text: str, is_forecast: bool) -> None:
    assert read(text).is_forecast is is_forecast


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("It remains unclear whether the crew will return.", "whether the crew will return"),
        ("It is not known how many were on board, but ten swam.", "how many were on board"),
        ("The toll could not be independently verified.", "The toll"),
        ("Police did not say who had called.", "who had called"),
        ("The victim has yet to be identified.", "The victim"),
        ("Five were hurt, but the extent of the damage is unclear.", "the extent of the damage"),
        ("Whether it will float remains to be seen given that it leaks.", "Whether it will float"),
    ],
)
def test_what_is_not_known_is_named(text: str, matter: str) -> None:
    reading = read(text)
    assert reading.is_unknown
    assert reading.unknown_matter is not None
    assert text[slice(*reading.unknown_matter)] == matter


@pytest.mark.parametrize(
    "text",
    [
        "The firm declined to comment.",
        "The crew is safe.",
        "He did not say goodbye.",
        "I don’t know what to say.",
    ],
)
def test_silence_is_no_unknown(text: str) -> None:
    assert not read(text).is_unknown


def test_an_opinion_tells_what_ought_to_be() -> None:
    assert read("The mayor should resign.").is_opinion
    assert not read("The mayor resigned.").is_opinion


def test_a_reading_names_its_cues() -> None:
    text = "He reportedly may go."
    cues = read(text).cues
    assert [(cue.kind, text[cue.start : cue.end]) for cue in cues] == [
        ("alleged", "reportedly"),
        ("uncertain", "may"),
    ]


@pytest.mark.parametrize(
    ("a", "b"),
    [("rise", "fall"), ("deny", "confirm"), ("completely", "partly"), ("armed", "unarmed")],
)
def test_opposites_exclude_each_other_both_ways(a: str, b: str) -> None:
    assert are_opposed(a, b)
    assert are_opposed(b, a)


@pytest.mark.parametrize(
    ("a", "b"), [("rise", "climb"), ("less", "unless"), ("win", "win"), ("veil", "unveil")]
)
def test_what_is_alike_or_unrelated_is_not_opposed(a: str, b: str) -> None:
    assert not are_opposed(a, b)


@given(
    st.lists(
        st.sampled_from(
            "not no neither nor İ the claim is unclear who was denied , . — "
            "without never failed to may n’t did don’t none that It".split()
        ),
        max_size=14,
    )
)
def test_every_reading_points_into_the_span(pieces: list[str]) -> None:
    text = " ".join(pieces)
    reading = read(text)
    assert all(0 <= cue.start < cue.end <= len(text) for cue in reading.cues)
    assert all(text[n.start : n.end] for n in reading.negations)
    assert reading.is_unknown or reading.unknown_matter is None
