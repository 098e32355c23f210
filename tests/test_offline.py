"""The offline engine fills every field of the schema, and claims nothing that it cannot read."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stories import make_article

from summarize.extract.offline import OfflineEngine
from summarize.extract.salience import rate_sentences
from summarize.ground.grounding import ground_draft
from summarize.language.document import parse_document
from summarize.model import Claim, Extraction

TEXT = (
    "Water minister Ana Kovar said on Friday that 3,000 homes had lost power. “We were not ready "
    "for this storm,” Kovar told Radio Tolna. The storm reached the coast on Thursday.\n\n"
    "Aid workers denied that the roads were open. This came as a surprise. Residents may have to "
    "wait until June, an unnamed official said."
)


@pytest.fixture(scope="module")
def extraction() -> Extraction:
    return extract(TEXT)


def extract(text: str, language: str = "en") -> Extraction:
    article = make_article("one", text).model_copy(update={"language": language})
    return ground_draft(OfflineEngine("asked for").draft(article), article)


def claim_with(extraction: Extraction, words: str) -> Claim:
    return next(claim for claim in extraction.claims if words in claim.text)


def speaker_of(extraction: Extraction, claim: Claim) -> str | None:
    names = {actor.id: actor.name for actor in extraction.actors}
    return names[claim.speaker_id] if claim.speaker_id else None


def test_reported_speech_belongs_to_its_speaker(extraction: Extraction) -> None:
    claim = claim_with(extraction, "homes had lost power")
    assert speaker_of(extraction, claim) == "Ana Kovar"
    assert (claim.kind, claim.sourcing, claim.certainty) == ("statement", "named", "asserted")


def test_a_quotation_stays_verbatim_and_in_marks(extraction: Extraction) -> None:
    claim = claim_with(extraction, "ready")
    assert claim.text == "“We were not ready for this storm”"
    assert claim.kind == "quotation"
    assert speaker_of(extraction, claim) == "Ana Kovar"


def test_a_denial_is_no_claim_of_what_it_denies(extraction: Extraction) -> None:
    claim = claim_with(extraction, "roads were open")
    assert (claim.kind, claim.certainty) == ("denial", "denied")
    assert claim.text == "Aid workers denied that the roads were open."


def test_a_sentence_that_leans_on_another_makes_no_claim(extraction: Extraction) -> None:
    assert not any("surprise" in claim.text for claim in extraction.claims)


def test_doubt_is_kept(extraction: Extraction) -> None:
    assert claim_with(extraction, "wait until June").certainty == "uncertain"


def test_a_figure_says_what_it_counts_and_who_gives_it(extraction: Extraction) -> None:
    (figure,) = extraction.figures
    names = {actor.id: actor.name for actor in extraction.actors}
    assert (figure.low, figure.unit, figure.bound) == (3000, "1", "exact")
    assert "homes" in figure.what
    assert names[figure.speaker_id or ""] == "Ana Kovar"


def test_actors_have_kind_role_and_evidence(extraction: Extraction) -> None:
    kovar = next(actor for actor in extraction.actors if actor.name == "Ana Kovar")
    assert (kovar.kind, kovar.role) == ("person", "Water minister")
    assert [piece.quote for piece in kovar.evidence]


def test_nothing_offline_is_rejected_by_the_ground(extraction: Extraction) -> None:
    assert extraction.rejected == ()


def test_another_language_gives_its_own_words_and_a_warning() -> None:
    text = (
        "Le maire a démenti ces chiffres samedi. « Nous ne pouvons plus attendre », dit-il. "
        "Selon lui, 40 % des ponts sont fermés."
    )
    extraction = extract(text, language="fr")
    assert all(claim.text.strip("“”") in text for claim in extraction.claims)
    assert "“Nous ne pouvons plus attendre”" in [claim.text for claim in extraction.claims]
    assert all(claim.speaker_id is None for claim in extraction.claims)
    assert [figure.low for figure in extraction.figures] == [40]
    assert "'fr'" in extraction.warnings[0]


def test_marks_of_footnotes_are_no_part_of_a_statement() -> None:
    text = "The mill in Orlik burned down in 1961.[5] Police said that nobody was hurt.[6]"
    assert [claim.text for claim in extract(text).claims] == [
        "The mill in Orlik burned down in 1961.",
        "Nobody was hurt.",
    ]


def test_identical_sentences_are_rated_each_for_itself() -> None:
    ratings = rate_sentences(parse_document("The dam broke. The dam broke. It rained."))
    assert len(ratings) == 3
    assert ratings[0] > ratings[1]


@pytest.mark.parametrize("text", ["", "Word", "!!!", "“", "1.\n\n2.\n\n3.", "No verb here"])
def test_odd_texts_give_an_empty_extraction_and_no_crash(text: str) -> None:
    assert extract(text).contested == ()


PIECES = st.sampled_from(
    [
        *"“ ” \" ' ’ — – ( ) [ ] , ; : . ! ? … ... $ % & / - \n\n".split(" "),
        *"U.S. Mr. Gen. No. (W.Va.) (D-Ohio) O’Hara’s al-Din 1,000 €3m 3.5% 1990s 9/11".split(),
        *"Ana Kovar Kyiv Norwegian Navy NATO police sources she it they their which who".split(),
        *"said says denied told that according to put at least between from was were not".split(),
        *"forty people homes killed on Monday in May 2024 last December unclear may will".split(),
    ]
)


@given(st.lists(PIECES, max_size=60).map(" ".join))
@settings(deadline=None, max_examples=150)
def test_no_text_breaks_the_engine_and_all_evidence_is_exact(text: str) -> None:
    found = extract(text)
    pieces = [piece for item in (*found.claims, *found.figures) for piece in item.evidence]
    pieces += [piece for actor in found.actors for piece in actor.evidence]
    assert all(text[piece.start : piece.end] == piece.quote for piece in pieces)
