"""Lemmas and past forms: the tables say what lemminflect says, and spelling does for new words."""

import pytest
from lemminflect import getAllLemmas, getInflection

from summarize.language import morphology
from summarize.language.morphology import can_be, lemma_of, past_of
from summarize.language.speech_verbs import SPEECH_VERBS

STEP = 7
"""Every so many words of the tables: all of them take seconds."""


def test_the_lemmas_are_those_of_lemminflect() -> None:
    words = {line.partition(",")[0].lower() for line in morphology._lemma_table()[::STEP]}
    assert len(words) > 9_000
    for word in words:
        theirs = {part: lemmas[0] for part, lemmas in getAllLemmas(word).items()}
        assert morphology._lemmas(word) == theirs, word


def test_the_past_forms_are_those_of_lemminflect() -> None:
    verbs = {line.partition(",")[0] for line in morphology._inflections() if ",verb," in line}
    irregular = {"say", "tell", "write", "quit", "fit", "admit", "spit", "leap"}
    for verb in irregular | set(SPEECH_VERBS) | set(sorted(verbs)[::STEP]):
        if verb.islower() and " " not in verb and verb not in MODALS:
            assert past_of(verb) == getInflection(verb, tag="VBD")[0], verb


MODALS = frozenset("be can may will shall must ought dare torpedo".split())
"""lemminflect holds most of these for auxiliaries, and "torpedoes" for a past form."""


@pytest.mark.parametrize(
    ("word", "tag", "lemma"),
    [
        ("Said", "VBD", "say"),
        ("ships", "NNS", "ship"),
        ("Lornes", "NNPS", "Lornes"),
        ("blorfies", "NNS", "blorfy"),
        ("blorfs", "NNS", "blorf"),
        ("quizbots", "NNS", "quizbot"),
        ("drones'", "NNS", "drones'"),
        ("blorfing", "VBG", "blorf"),
        ("blorfed", "VBD", "blorf"),
        ("blibbed", "VBD", "blib"),
        ("goggled", "VBD", "goggle"),
        ("retrized", "VBN", "retrize"),
        ("blorfier", "JJR", "blorfy"),
        ("something", "VBG", "something"),
        ("fighting", "NN", "fighting"),
        ("the", "DT", "the"),
    ],
)
def test_a_word_without_an_entry_is_read_by_its_ending(word: str, tag: str, lemma: str) -> None:
    assert lemma_of(word, tag) == lemma


@pytest.mark.parametrize(
    ("verb", "past"),
    [("blorf", "blorfed"), ("blorfe", "blorfed"), ("blorfy", "blorfied"), ("zib", "zibbed")],
)
def test_a_verb_without_an_entry_is_regular(verb: str, past: str) -> None:
    assert past_of(verb) == past


def test_a_word_can_be_what_the_dictionary_says() -> None:
    assert can_be("Walk", "NOUN")
    assert can_be("walk", "VERB")
    assert not can_be("walk", "ADV")
    assert not can_be("blorf", "NOUN")
