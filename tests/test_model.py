"""The models: strict, frozen, closed, and the same after a trip through JSON."""

import pytest
from pydantic import ValidationError

from summarize.model import Brief, Evidence, Figure, Finding
from tests.samples import BRIEF, FINDINGS


def test_a_brief_survives_json() -> None:
    assert Brief.model_validate_json(BRIEF.model_dump_json()) == BRIEF


def test_a_value_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        BRIEF.title = "Another"


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(ValidationError, match="verdict"):
        Finding.model_validate(dict(FINDINGS[0]) | {"verdict": "true"})


def test_a_number_written_as_text_is_refused() -> None:
    with pytest.raises(ValidationError, match="origins"):
        Finding.model_validate(dict(FINDINGS[0]) | {"origins": "2"})


def test_evidence_is_as_long_as_its_span() -> None:
    with pytest.raises(ValidationError, match="length of the quote"):
        Evidence(article_id="a", start=3, end=5, quote="ferry")


def test_the_low_of_a_figure_is_not_above_its_high() -> None:
    with pytest.raises(ValidationError, match="low must not be above high"):
        Figure.model_validate(dict(BRIEF.figures[0]) | {"low": 300.0})


def test_a_claim_without_evidence_is_no_claim() -> None:
    with pytest.raises(ValidationError, match="evidence"):
        type(BRIEF.claims[0]).model_validate(dict(BRIEF.claims[0]) | {"evidence": ()})


def test_one_position_is_no_dispute() -> None:
    point = BRIEF.contested[0]
    with pytest.raises(ValidationError, match="positions"):
        type(point).model_validate(dict(point) | {"positions": point.positions[:1]})


def test_every_list_of_the_sample_brief_holds_something() -> None:
    assert [name for name, value in BRIEF if value in ((), None, "")] == []


def test_the_quotes_of_the_sample_brief_stand_at_their_offsets() -> None:
    texts = {article.id: article.text for article in BRIEF.articles}
    for item in (*BRIEF.actors, *BRIEF.claims, *BRIEF.figures, *BRIEF.unknowns):
        for one in item.evidence:
            assert texts[one.article_id][one.start : one.end] == one.quote
