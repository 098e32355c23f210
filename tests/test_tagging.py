"""Words are cut where English joins them, and read as the part of speech that they play."""

import warnings
from typing import Any

import pytest

from summarize.language import tagging
from summarize.language.contextual import ContextualRules
from summarize.language.document import parse_document
from summarize.language.lexicon import contextual_rules, guess_unknown, listed_tag
from summarize.language.morphology import can_be, lemma_of


def words(text: str) -> list[str]:
    return [token.text for token in parse_document(text).tokens]


def tags(text: str) -> dict[str, str]:
    return {token.text: token.tag for token in parse_document(text).tokens}


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("They didn't go.", ["They", "did", "n't", "go", "."]),
        ("They didn’t go.", ["They", "did", "n’t", "go", "."]),
        ("Norland's crew won't.", ["Norland", "'s", "crew", "wo", "n't", "."]),
        ("We've said they'll stay.", ["We", "'ve", "said", "they", "'ll", "stay", "."]),
        ("a three-month U.S. visit", ["a", "three-month", "U.S.", "visit"]),
        ("Gen. O'Hara paid $1.3bn.", ["Gen.", "O'Hara", "paid", "$", "1.3bn", "."]),
        ("some 11,000-12,000 men", ["some", "11,000", "-", "12,000", "men"]),
        ("“Yes,” she said", ["“", "Yes", ",", "”", "she", "said"]),
        ("see www.example.org/a now", ["see", "www.example.org/a", "now"]),
        ("at 10:30pm, up 4.5%", ["at", "10:30pm", ",", "up", "4.5%"]),
    ],
)
def test_clitics_come_apart_and_compounds_stay_whole(text: str, cut: list[str]) -> None:
    assert words(text) == cut


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("The blast killed two miners.", "killed", "VBD"),
        ("Two miners were killed by the blast.", "killed", "VBN"),
        ("The mayor plans to cut jobs.", "plans", "VBZ"),
        ("Critics attack the record of the mayor.", "attack", "VBP"),
        ("The attack came at dawn.", "attack", "NN"),
        ("The crew may leave.", "may", "MD"),
        ("They met in May.", "May", "NNP"),
        ("The dam burst on Monday.", "burst", "VBD"),
        ("The army shot down a drone.", "shot", "VBD"),
        ("A second shot was heard.", "shot", "NN"),
        ("Moscow reports heavy losses.", "Moscow", "NNP"),
        ("They left — at last.", "—", ":"),
        ("The lake rose 3.5 percent.", "3.5", "CD"),
        ("The crew's boat sank.", "'s", "POS"),
    ],
)
def test_a_word_is_tagged_by_the_part_it_plays(text: str, word: str, tag: str) -> None:
    assert tags(text)[word] == tag


@pytest.mark.parametrize(
    ("word", "tag", "lemma"),
    [
        ("denied", "VBD", "deny"),
        ("sought", "VBD", "seek"),
        ("cities", "NNS", "city"),
        ("worse", "JJR", "bad"),
        ("Vellmark", "NNP", "Vellmark"),
        ("n’t", "RB", "n’t"),
    ],
)
def test_a_lemma_is_the_dictionary_form(word: str, tag: str, lemma: str) -> None:
    assert lemma_of(word, tag) == lemma


def test_english_knows_what_a_word_can_be() -> None:
    assert can_be("strike", "NOUN")
    assert can_be("strike", "VERB")
    assert not can_be("lorry", "VERB")


def test_spans_cut_out_their_words_and_sentences() -> None:
    document = parse_document("Gen. Weil didn’t stay.  “Why?” she asked.\n\nHe left.")
    assert all(document.text[t.start : t.end] == t.text for t in document.tokens)
    for index, sentence in enumerate(document.sentences):
        assert all(t.sentence == index for t in document.sentence_tokens(index))
        assert document.sentence_at(sentence.start) == index


def test_tokens_between_begin_in_the_span() -> None:
    document = parse_document("One two three.")
    assert [t.text for t in document.tokens_between(4, 13)] == ["two", "three"]


@pytest.fixture(scope="module")
def textblob() -> Any:
    """TextBlob's own reading of its files, which it leaves for the collector to close."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        from textblob.en import lexicon

        for part in (lexicon, lexicon.morphology, lexicon.context):
            len(part)
    return lexicon


def test_the_rules_give_what_textblob_gives(textblob: Any) -> None:
    text = "Such as they were, the two ships could have been with us when Weil asked to be let in."
    words = [token.text for token in parse_document(text).tokens]
    guesses = [tagging._first_guess(word, i == 0) for i, word in enumerate(words)]
    pairs = [[word, tag] for word, tag in zip(words, guesses, strict=True)]
    theirs = [tag for _, tag in textblob.context.apply(pairs)]
    assert ContextualRules(contextual_rules()).apply(words, guesses) == theirs


def test_the_lexicon_is_what_textblob_reads(textblob: Any) -> None:
    assert all(listed_tag(word) == tag for word, tag in textblob.items())
    assert [list(rule) for rule in contextual_rules()] == list(textblob.context)


@pytest.mark.parametrize("ending", ["", "s", "ed", "ing", "ly", "ful", "ic", "able", "ness", "-x"])
def test_an_unknown_word_is_guessed_as_textblob_does(textblob: Any, ending: str) -> None:
    for stem in ("blorf", "unzib", "regrav", "quist", "un", "walk", "4", "a.b", "$9"):
        word = stem + ending
        assert guess_unknown(word) == textblob.morphology.apply([word, "NN"])[1], word


def test_a_rule_sees_new_tags_before_and_guesses_behind() -> None:
    rules = ContextualRules([("NN", "VB", "PREVTAG", "TO"), ("DT", "X", "PREVTAG", "VB")])
    assert rules.apply(["to", "cut", "the"], ["TO", "NN", "DT"]) == ["TO", "VB", "X"]


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("The river rose by two metres, the ministry said on Monday.", "rose", "VBD"),
        ("The dam burst in the night, the mayor said.", "burst", "VBD"),
        ("A dam burst on Monday.", "burst", "VBD"),
        ("The tax cut for families, the minister said, will help.", "cut", "NN"),
    ],
)
def test_a_report_has_a_verb_before_its_comma(text: str, word: str, tag: str) -> None:
    assert tags(text)[word] == tag
