"""What a draft says is shown only where the article proves it."""

import datetime as dt
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.ground.evidence import CitedArticle
from summarize.ground.grounding import ground_draft
from summarize.model import (
    Article,
    Draft,
    DraftActor,
    DraftClaim,
    DraftContestedPoint,
    DraftFigure,
    DraftPosition,
)

TEXT = (
    "Mayor Jo Field said on Monday that 1,300 trees would be planted. “It is our gift,” Field said."
    "\n\nThe council denied that."
)


def article(text: str = TEXT) -> Article:
    sha = hashlib.sha256(text.encode()).hexdigest()
    return Article(
        id=sha[:12], path="a.txt", url=None, title=None, outlet=None, authors=(),
        published=dt.date(2025, 4, 26), language="en", text=text, text_sha256=sha, removed=(),
        original_source=None,
    )  # fmt: skip


FIELD = DraftActor(
    name="Jo Field", kind="person", role="Mayor", aliases=("Field",), sentences=(1, 2)
)
CLAIM = DraftClaim(
    text="1,300 trees would be planted.", kind="statement", speaker="Jo Field", source=None,
    verb="say", via=None, certainty="asserted", sourcing="named", actors=("Jo Field",), date=None,
    salience=1.0, sentences=(1,),
)  # fmt: skip
FIGURE = DraftFigure(
    what="trees", low=1300, high=1300, unit="1", bound="exact", phrase="1,300 trees",
    speaker="Jo Field", as_of=None, sentence=1,
)  # fmt: skip


def draft(**items: object) -> Draft:
    parts = {"actors": (FIELD,), "claims": (CLAIM,), "figures": (FIGURE,), "contested": ()}
    return Draft(engine="fake", why="a test", **{**parts, **items})  # type: ignore[arg-type]


def test_what_is_proved_gets_the_articles_own_words_as_evidence() -> None:
    extraction = ground_draft(draft(), article())
    (claim,) = extraction.claims
    assert claim.evidence[0].quote == TEXT[claim.evidence[0].start : claim.evidence[0].end]
    assert claim.speaker_id == extraction.actors[0].id
    assert claim.figure_ids == (extraction.figures[0].id,)
    assert extraction.rejected == ()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"sentences": ()}, "no evidence"),
        ({"sentences": (9,)}, "sentence out of range"),
        ({"text": "1,400 trees would be planted."}, "number not in evidence"),
        ({"text": "“It is our present.”", "sentences": (2,)}, "quotation not verbatim"),
        ({"speaker": "Ann Lake"}, "speaker not in evidence"),
    ],
)
def test_a_claim_that_is_not_proved_is_rejected_with_its_reason(
    change: dict[str, object], reason: str
) -> None:
    extraction = ground_draft(draft(claims=(CLAIM.model_copy(update=change),)), article())
    assert extraction.claims == ()
    assert [item.reason for item in extraction.rejected] == [reason]


def test_one_bad_item_costs_only_itself() -> None:
    bad = CLAIM.model_copy(update={"text": "5 trees would be planted."})
    extraction = ground_draft(draft(claims=(bad, CLAIM)), article())
    assert [claim.text for claim in extraction.claims] == [CLAIM.text]


def test_number_words_prove_digits() -> None:
    text = "Five ships left the port."
    claim = CLAIM.model_copy(
        update={"text": "5 ships left the port.", "speaker": None, "actors": ()}
    )
    extraction = ground_draft(draft(actors=(), figures=(), claims=(claim,)), article(text))
    assert len(extraction.claims) == 1


def test_a_full_name_means_its_bearer_whoever_has_it_as_an_alias() -> None:
    council = FIELD.model_copy(
        update={"name": "council", "kind": "group", "aliases": ("Jo Field",), "sentences": (3,)}
    )
    extraction = ground_draft(draft(actors=(FIELD, council)), article())
    assert extraction.claims[0].speaker_id == extraction.actors[0].id


def test_an_alias_of_two_means_neither() -> None:
    wife = FIELD.model_copy(update={"name": "Mayor Jo Field"})
    claim = CLAIM.model_copy(update={"speaker": "Field"})
    extraction = ground_draft(draft(actors=(FIELD, wife), claims=(claim,)), article())
    assert [item.reason for item in extraction.rejected] == ["speaker not in evidence"]


@pytest.mark.parametrize(
    ("sentences", "reason"), [((), "no evidence"), ((9,), "sentence out of range")]
)
def test_an_actor_without_a_sentence_is_rejected(sentences: tuple[int, ...], reason: str) -> None:
    actor = FIELD.model_copy(update={"name": "Field", "sentences": sentences})
    extraction = ground_draft(draft(actors=(FIELD, actor)), article())
    assert [item.reason for item in extraction.rejected] == [reason]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"sentence": 9}, "sentence out of range"),
        ({"speaker": "Ann Lake"}, "speaker not in evidence"),
    ],
)
def test_a_figure_needs_its_sentence_and_its_speaker(
    change: dict[str, object], reason: str
) -> None:
    extraction = ground_draft(draft(figures=(FIGURE.model_copy(update=change),)), article())
    assert extraction.figures == ()
    assert [item.reason for item in extraction.rejected] == [reason]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"sentences": ()}, "no evidence"),
        ({"sentences": (1, 9)}, "sentence out of range"),
        ({"holders": ("Ann Lake",)}, "speaker not in evidence"),
        ({"statement": "1,400 trees would be planted"}, "number not in evidence"),
    ],
)
def test_one_side_that_is_not_proved_costs_the_whole_contested_point(
    change: dict[str, object], reason: str
) -> None:
    side = DraftPosition(
        statement=CLAIM.text, stance="asserts", holders=("Jo Field",), sentences=(1,)
    )
    point = DraftContestedPoint(
        question="Will trees be planted?",
        kind="denial",
        positions=(side, side.model_copy(update={"stance": "denies", **change})),
    )
    extraction = ground_draft(draft(contested=(point,)), article())
    assert extraction.contested == ()
    assert [(item.item, item.reason) for item in extraction.rejected] == [
        ("Will trees be planted?", reason)
    ]


def test_an_actor_who_is_not_named_in_its_sentences_is_rejected() -> None:
    stranger = FIELD.model_copy(update={"name": "Ann Lake", "aliases": ()})
    extraction = ground_draft(draft(actors=(FIELD, stranger)), article())
    assert [item.reason for item in extraction.rejected] == ["name not in evidence"]


@pytest.mark.parametrize("change", [{"role": "thief"}, {"aliases": ("The Axe",)}])
def test_an_actor_is_not_called_what_the_article_does_not_call_him(
    change: dict[str, object],
) -> None:
    renamed = FIELD.model_copy(update=change)
    rejected = ground_draft(draft(actors=(renamed,)), article()).rejected
    assert "name not in evidence" in [item.reason for item in rejected]


def test_a_figure_must_stand_in_its_sentence_to_the_letter() -> None:
    figure = FIGURE.model_copy(update={"phrase": "1300 trees"})
    extraction = ground_draft(draft(figures=(figure,)), article())
    assert [item.reason for item in extraction.rejected] == ["number not in evidence"]


def test_a_contested_point_does_not_ask_about_what_nobody_speaks_of() -> None:
    sides = tuple(
        DraftPosition(statement=CLAIM.text, stance=stance, holders=("Jo Field",), sentences=(1,))
        for stance in ("asserts", "denies")
    )
    point = DraftContestedPoint(question="Did Ann Lake pay?", kind="denial", positions=sides)
    rejected = ground_draft(draft(contested=(point,)), article()).rejected
    assert [item.reason for item in rejected] == ["words not in evidence"]


def test_a_contested_point_keeps_both_sides() -> None:
    point = DraftContestedPoint(
        question="Will trees be planted?",
        kind="denial",
        positions=(
            DraftPosition(
                statement=CLAIM.text, stance="asserts", holders=("Jo Field",), sentences=(1,)
            ),
            DraftPosition(
                statement="The council denied that.", stance="denies", holders=(), sentences=(3,)
            ),
        ),
    )
    (kept,) = ground_draft(draft(contested=(point,)), article()).contested
    assert [position.stance for position in kept.positions] == ["asserts", "denies"]
    assert kept.positions[0].claim_ids
    one_sided = point.model_copy(update={"positions": point.positions[:1]})
    rejected = ground_draft(draft(contested=(one_sided,)), article()).rejected
    assert [item.reason for item in rejected] == ["too few positions"]


@given(st.text(max_size=300), st.lists(st.integers(1, 5), max_size=4))
def test_a_citation_cuts_out_its_quote(text: str, numbers: list[int]) -> None:
    cited = CitedArticle(article(text))
    there = [number for number in numbers if cited.has([number])]
    for evidence in cited.cite(there):
        assert text[evidence.start : evidence.end] == evidence.quote
