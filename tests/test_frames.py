"""A statement taken apart into who says it, with which verb, and what is said."""

import pytest

from summarize.ground.frames import parts_of, take_apart
from summarize.language.meaning.cells import read_passage

SAFE = "The dam is safe."


@pytest.mark.parametrize(
    ("text", "source", "verb"),
    [
        ("Ana Kovar said that the dam is safe.", "Ana Kovar", "say"),
        ("Ana Kovar said the dam is safe.", "Ana Kovar", "say"),
        ("Ana Kovar has said that the dam is safe.", "Ana Kovar", "say"),
        ("Engineers believe the dam is safe.", "Engineers", "believe"),
        ("Ana Kovar, the minister, said that the dam is safe.", "Ana Kovar, the minister", "say"),
        ("The Herald reported: “The dam is safe.”", "The Herald", "report"),
        ("Ana Kovar said, “The dam is safe.”", "Ana Kovar", "say"),
        ("The report read: “The dam is safe.”", "The report", "read"),
        ("According to Ana Kovar, the dam is safe.", "Ana Kovar", "according to"),
        ("In the words of Ana Kovar: the dam is safe.", "Ana Kovar", "in the words of"),
        ("The dam is safe, Ana Kovar said.", "Ana Kovar", "say"),
        ("“The dam is safe,” Ana Kovar said.", "Ana Kovar", "say"),
        ("“The dam is safe,” Ana Kovar said on Friday.", "Ana Kovar", "say"),
        ("The dam is safe, according to Ana Kovar.", "Ana Kovar", "according to"),
        ("The dam, Ana Kovar said, is safe.", "Ana Kovar", "say"),
        ("“The dam,” he said, “is safe.”", "he", "say"),
    ],
)
def test_a_report_has_a_source_a_verb_and_a_content(text: str, source: str, verb: str) -> None:
    frame = take_apart(read_passage(text))
    assert frame is not None
    assert (frame.source, frame.verb) == (source, verb)
    assert frame.content.keys == read_passage(SAFE).keys


@pytest.mark.parametrize(
    ("text", "verb", "content"),
    [
        ("Ana Kovar put the loss at 5 million euros.", "put", "The loss at 5 million euros."),
        ("Ana Kovar praised the engineers.", "praise", "The engineers."),
        ("Ana Kovar warned the dam was unsafe.", "warn", "The dam was unsafe."),
        ("Ana Kovar asked whether the dam was safe.", "ask", "Whether the dam was safe."),
    ],
)
def test_another_verb_of_speech_reports_too(text: str, verb: str, content: str) -> None:
    frame = take_apart(read_passage(text))
    assert frame is not None
    assert frame.verb == verb
    assert frame.content.keys == read_passage(content).keys


@pytest.mark.parametrize("mark", ["“The dam is safe.”", '"The dam is safe."'])
def test_a_quoted_content_keeps_its_marks(mark: str) -> None:
    frame = take_apart(read_passage(f"Ana Kovar said: {mark}"))
    assert frame is not None
    assert all(cell.is_quoted for cell in frame.content.cells)


@pytest.mark.parametrize(
    "text",
    [
        "The dam is safe.",
        "Ana Kovar repaired the dam.",
        "Ana Kovar did not say that the dam is safe.",
        "Ana Kovar never said that the dam is safe.",
        "Ana Kovar failed to say that the dam is safe.",
        "Ana Kovar denied that the dam is unsafe.",
        "Ana Kovar may say that the dam is safe.",
        "Ana Kovar will say that the dam is safe.",
        "If Ana Kovar said that the dam is safe, the road opens.",
        "Ana Kovar was said to be ill.",
        "The dam was reported to be safe.",
        "It was said that the dam is safe.",
        "Ana Kovar refused to leave.",
        "Ana Kovar said yes.",
        "Ana Kovar said.",
        "The ship sank, and Ana Kovar said that the dam is safe.",
    ],
)
def test_what_does_not_report_as_a_whole_is_not_taken_apart(text: str) -> None:
    assert take_apart(read_passage(text)) is None


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("Ana Kovar", ["Ana Kovar"]),
        ("Ana Kovar and Ida Lund", ["Ana Kovar", "Ida Lund"]),
        ("Kovar, Lund and Brandt", ["Kovar", "Lund", "Brandt"]),
        ("Kovar, Lund, and Brandt", ["Kovar", "Lund", "Brandt"]),
        ("Alexandra", ["Alexandra"]),
    ],
)
def test_a_list_of_sources_has_its_names(source: str, names: list[str]) -> None:
    assert list(parts_of(source)) == names
