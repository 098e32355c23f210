"""What is said goes with whoever says it, in a sentence of the brief's own."""

import pytest
from stories import evidence_of, lay_out, make_actor, make_article, make_claim

from summarize.merge.introducing import introduce
from summarize.merge.story import Story
from summarize.merge.wording import join_names, quote_claim, word_claim, word_whole
from summarize.model import Actor, ActorKind, Claim

DYKE = make_article(
    "herald", "The dyke has held, said Mayor Jo Field. The Water Board inspected it on Sunday."
)
SAID = "The dyke has held, said Mayor Jo Field."
INSPECTED = "The Water Board inspected it on Sunday."


def actor(name: str, kind: ActorKind, quote: str = SAID, role: str | None = None) -> Actor:
    return make_actor(name, kind, evidence_of(DYKE, quote), role=role)


def worded(claim: Claim, *actors: Actor, is_disputed: bool = False) -> str | None:
    return word_claim(claim, lay_out([DYKE], [claim], *actors), is_disputed=is_disputed)


def said(text: str, speaker: str, **fields: object) -> Claim:
    return make_claim(DYKE, SAID, text, speaker_id=speaker, **fields)


def test_a_statement_goes_behind_its_speaker() -> None:
    field = actor("Jo Field", "person")
    assert worded(said("The dyke has held.", "Jo Field"), field) == (
        "Jo Field said that the dyke has held."
    )


def test_a_quotation_keeps_its_marks_and_gets_a_stop() -> None:
    field = actor("Jo Field", "person")
    assert worded(said("“It has held”", "Jo Field"), field) == "Jo Field said: “It has held”."


def test_a_whole_sentence_that_names_its_speaker_stays_as_it_is() -> None:
    field = actor("Jo Field", "person")
    assert worded(said(SAID, "Jo Field"), field) == SAID


def test_a_clause_that_happens_to_name_its_speaker_is_never_told_in_the_briefs_voice() -> None:
    field = actor("Jo Field", "person")
    assert worded(said("Jo Field’s house is safe.", "Jo Field"), field) == (
        "Jo Field said that Jo Field’s house is safe."
    )


def test_what_is_confirmed_is_only_said_where_it_is_disputed() -> None:
    field = actor("Jo Field", "person")
    claim = said("The dyke has held.", "Jo Field", certainty="confirmed")
    assert worded(claim, field) == "Jo Field confirmed that the dyke has held."
    assert worded(claim, field, is_disputed=True) == "Jo Field said that the dyke has held."


def test_a_body_has_an_article_where_its_sources_give_it_one() -> None:
    board = actor("Water Board", "organisation", INSPECTED)
    text = worded(said("The dyke has held.", "Water Board"), board)
    assert text == "The Water Board said that the dyke has held."
    bare = actor("Acme", "organisation")
    assert worded(said("The dyke has held.", "Acme"), bare) == ("Acme said that the dyke has held.")


def test_a_source_that_is_no_actor_is_named_in_its_own_words() -> None:
    claim = make_claim(DYKE, SAID, "The dyke has held.", source="two engineers")
    assert worded(claim) == "According to two engineers, the dyke has held."


@pytest.mark.parametrize(
    ("kind", "is_worded"), [("person", True), ("organisation", False), ("state", False)]
)
def test_a_leading_he_must_be_able_to_mean_the_speaker(kind: ActorKind, is_worded: bool) -> None:
    text = worded(said("He had slept on the dyke.", "Jo Field"), actor("Jo Field", kind))
    assert (text is not None) is is_worded


@pytest.mark.parametrize("text", ["“The dyke has held.", "It was a shocking, cowardly disgrace."])
def test_what_cannot_be_said_neutrally_and_whole_is_not_worded(text: str) -> None:
    assert worded(make_claim(DYKE, SAID, text)) is None


def test_a_statement_in_another_language_is_not_worded() -> None:
    article = DYKE.model_copy(update={"language": "de"})
    claim = make_claim(article, SAID, "Der Deich hat gehalten.")
    assert word_claim(claim, lay_out([article], [claim])) is None


def test_an_outlets_words_are_quoted_with_the_marks_inside_made_single() -> None:
    article = make_article("post", "The mayor called it “a wall of water” and left.")
    claim = make_claim(article, article.text)
    assert quote_claim(claim, lay_out([article], [claim])) == (
        "In the words of Post: “The mayor called it ‘a wall of water’ and left.”"
    )


@pytest.mark.parametrize(
    ("names", "joined"),
    [
        ([], ""),
        (["Oslo"], "Oslo"),
        (["Oslo", "Bern"], "Oslo and Bern"),
        (["Oslo", "Bern", "Rome"], "Oslo, Bern and Rome"),
    ],
)
def test_names_are_joined_as_in_a_sentence(names: list[str], joined: str) -> None:
    assert join_names(names) == joined


def with_person(role: str | None) -> Story:
    piece = evidence_of(DYKE, SAID)
    field = make_actor("Jo Field", "person", piece, role=role, aliases=("Field",))
    return lay_out([DYKE], [], field)


def test_a_short_role_goes_before_the_first_name_alone() -> None:
    texts = ["Field said no.", "Jo Field left."]
    assert introduce(texts, with_person("mayor")) == ["Mayor Jo Field said no.", "Field left."]


def test_a_long_role_goes_behind_the_first_name() -> None:
    story = with_person("head of the water board of Tolna")
    assert introduce(["Field said no."], story) == [
        "Jo Field, head of the water board of Tolna, said no."
    ]


def test_a_role_that_leans_is_left_out() -> None:
    assert introduce(["Field said no."], with_person("embattled mayor")) == ["Jo Field said no."]


def test_a_name_inside_a_quotation_is_its_speakers() -> None:
    assert introduce(["“Field lied,” police said."], with_person("mayor")) == [
        "“Field lied,” police said."
    ]


def test_a_name_inside_a_longer_word_is_none() -> None:
    assert introduce(["The Field-Marsh line is shut."], with_person("mayor")) == [
        "The Field-Marsh line is shut."
    ]


def test_a_role_that_a_sentence_gives_itself_is_not_told_again() -> None:
    texts = [
        "Jo Field said no.",
        "Field, the mayor of Tolna, has left.",
        "Field, a widow, is gone.",
    ]
    assert introduce(texts, with_person("mayor")) == [
        "Mayor Jo Field said no.",
        "Field has left.",
        "Field, a widow, is gone.",
    ]


def test_a_whole_sentence_loses_its_lead_in_and_the_loaded_words_it_can_spare() -> None:
    article = make_article("post", "However, the Water Board chose a stunning site on Sunday.")
    claim = make_claim(article, article.text)
    assert word_whole(claim, lay_out([article], [claim])) == (
        "The Water Board chose a site on Sunday."
    )


@pytest.mark.parametrize("text", ["The Water Board chose a site on...", "The Water Board chose"])
def test_a_sentence_that_was_cut_off_is_not_whole(text: str) -> None:
    article = make_article("post", text)
    claim = make_claim(article, text)
    assert word_whole(claim, lay_out([article], [claim])) is None
