"""What stands first and what others repeat matters most."""

from summarize.extract.salience import rate_sentences
from summarize.language.document import parse_document

LEAD = "The Tolna dam was repaired by engineers."


def rate(*sentences: str) -> list[float]:
    return rate_sentences(parse_document(" ".join(sentences)))


def test_a_weight_is_a_share_and_every_sentence_has_one() -> None:
    weights = rate(LEAD, "It rained.", "The engineers of the dam went home.", "Cats sleep.")
    assert len(weights) == 4
    assert all(0 <= weight <= 1 for weight in weights)


def test_a_sentence_that_shares_more_words_weighs_more_than_a_better_placed_one() -> None:
    weights = rate(
        "The council of Tolna met engineers.",
        "Cats in Tolna sleep.",
        "The council of Tolna met engineers about the dam.",
    )
    assert weights[2] > weights[1]


def test_two_identical_sentences_stay_two_and_the_first_leads() -> None:
    weights = rate(LEAD, LEAD)
    assert len(weights) == 2
    assert weights[0] > weights[1]


def test_a_number_is_a_word_that_can_be_shared() -> None:
    before = ("Police in Tolna counted 412 houses.", "Cats in Tolna sleep.")
    shared = rate(*before, "Doctors in Tolna saw 412 people.")
    apart = rate(*before, "Doctors in Tolna saw 97 people.")
    assert shared[1] < apart[1]  # two that share the number leave the one between them behind


def test_one_sentence_or_none_needs_no_ranking() -> None:
    assert rate(LEAD) == [1.0]
    assert rate_sentences(parse_document("")) == []
