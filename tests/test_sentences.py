"""Sentences end where a reader ends them."""

import pytest

from summarize.language.sentences import split_sentences


def cut(text: str) -> list[str]:
    return [sentence.text for sentence in split_sentences(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Gen. Maria Okafor met Col. Ray Dunn in St. Albans on Jan. 5.",
        "The U.S. Navy sent Lt. Cmdr. J. R. Lowe home.",
        "Prices rose 3.5 percent to $4.20 a litre.",
        "It covers about 90 sq. km. of marsh.",
        "The train left at 7 a.m. on Tuesday.",
        "Acme Inc. shares fell 4% vs. a year ago.",
        "He cited No. 4 of the list, i.e. the last one.",
        "“Why now?” Ms. Alder asked the council.",
        "She wrote to Dr. A. Brandt and Prof. Li.",
        "The file is at www.example.org/a.Html today.",
    ],
)
def test_a_stop_inside_a_sentence_does_not_end_it(sentence: str) -> None:
    assert cut(sentence) == [sentence]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("“It is over.” The crowd cheered.", ["“It is over.”", "The crowd cheered."]),
        ("They came from the U.S. The others did not.", 2),
        ("He works for Acme Inc. The firm is small.", 2),
        ("It was 5 p.m. When night fell, they left.", 2),
        ("It cost 4.5 million. 300 people came.", 2),
        ("The talks ended.The crowd went home.", ["The talks ended.", "The crowd went home."]),
        ("The talks ended, he said.A crowd went home.", 2),
        ("The mill burned down.[5] Nobody was hurt.[6][7]", 2),
        ("No deal was made! “We tried,” he said.", 2),
        ("He trailed off… Then he spoke.", 2),
        ("A heading without a stop\n\nThe first sentence.", 2),
        ("Points:\n• one thing\n• another thing", 3),
    ],
)
def test_a_sentence_ends_at_its_stop(text: str, sentences: list[str] | int) -> None:
    found = cut(text)
    assert found == sentences if isinstance(sentences, list) else len(found) == sentences


def test_spans_cut_out_the_sentence() -> None:
    text = "  One.  Two “three.”\n\nFour "
    assert all(text[s.start : s.end] == s.text for s in split_sentences(text))


def test_paragraphs_are_counted() -> None:
    assert [s.paragraph for s in split_sentences("A b. C d.\n\nE f.")] == [0, 0, 1]
