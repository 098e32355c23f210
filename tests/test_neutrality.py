"""The brief's own voice has no loaded words."""

from summarize.merge.neutrality import make_neutral


def test_a_loaded_modifier_is_cut_and_its_article_mended() -> None:
    cut = make_neutral("The army suffered staggering losses in an unprecedented battle.")
    assert cut == "The army suffered losses in a battle."


def test_what_a_cut_leaves_may_not_lean_either() -> None:
    assert make_neutral("The shocking truth is that most dykes are old.") is None


def test_a_sentence_that_needs_its_loaded_word_is_not_used() -> None:
    assert make_neutral("The minister slammed the council.") is None


def test_a_loaded_word_in_quotation_marks_is_its_speakers() -> None:
    text = "The mayor called it “a shocking disgrace”."
    assert make_neutral(text) == text


def test_comment_is_no_report() -> None:
    assert make_neutral("This development underscores the complex web of interests.") is None


def test_a_plain_sentence_stays_as_it_is() -> None:
    text = "The council approved the plan on Monday."
    assert make_neutral(text) == text
