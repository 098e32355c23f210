"""Who says what: a row for each holder with evidence of its own, and silence is no denial."""

import pytest
from pydantic import ValidationError

from summarize.language.modality.qualifying import is_limited
from summarize.model import Brief, ContestedPoint, Holding
from summarize.verify import verify_brief
from tests.stories import merge_story

STORY = {
    "herald": (
        "Plant director Ana Kovar said that the gas plant in Orlik was safe.\n\n"
        "Water minister Lars Brandt said that the gas plant in Orlik was safe.\n\n"
        "Mayor Ines Vale said that the schools in Orlik would open again."
    ),
    "courier": (
        "Plant director Ana Kovar said that the gas plant in Orlik was safe. "
        "Union leader Max Thorn denied that the gas plant in Orlik was safe."
    ),
    "post": (
        "The engineer Kari Holm said that the gas plant in Orlik was only partly safe.\n\n"
        "Union leader Max Thorn denied that the gas plant in Orlik was safe."
    ),
    "ledger": "The gas plant in Orlik was built in 1961. Ana Kovar has led it since May 2020.",
}


def the_point(brief: Brief, kind: str = "denial") -> ContestedPoint:
    [point] = [point for point in brief.contested if point.kind == kind]
    return point


def rows_of(brief: Brief, kind: str = "denial") -> dict[str, str]:
    """Return the stance of each holder by name."""
    names = {actor.id: actor.name for actor in brief.actors}
    point = the_point(brief, kind)
    return {names.get(one.holder_id or "", one.source or ""): one.stance for one in point.holdings}


@pytest.fixture(scope="module")
def plant() -> Brief:
    return merge_story(STORY)


def test_each_holder_has_a_row_and_is_folded_into_no_other(plant: Brief) -> None:
    rows = rows_of(plant)
    assert rows["Ana Kovar"] == "asserts"
    assert rows["Lars Brandt"] == "asserts"
    assert rows["Max Thorn"] == "denies"


def test_who_limits_what_he_says_qualifies(plant: Brief) -> None:
    assert rows_of(plant)["Kari Holm"] == "qualifies"


def test_each_row_has_evidence_of_its_own_holder(plant: Brief) -> None:
    names = {actor.id: actor.name for actor in plant.actors}
    for row in the_point(plant).holdings:
        if row.stance != "silent":
            surname = names[row.holder_id or ""].split()[-1]
            assert all(surname in piece.quote for piece in row.evidence)
            assert row.article_ids == tuple(
                dict.fromkeys(piece.article_id for piece in row.evidence)
            )


def test_a_row_names_every_outlet_that_carried_it(plant: Brief) -> None:
    outlets = {article.id: article.outlet for article in plant.articles}
    names = {actor.id: actor.name for actor in plant.actors}
    carried = {
        names[row.holder_id or ""]: {outlets[one] for one in row.article_ids}
        for row in the_point(plant).holdings
    }
    assert carried["Ana Kovar"] == {"Herald", "Courier"}
    assert carried["Max Thorn"] == {"Courier", "Post"}


def test_an_outlet_that_carries_no_side_is_silent(plant: Brief) -> None:
    outlets = {article.id: article.outlet for article in plant.articles}
    assert [outlets[one] for one in the_point(plant).silent_article_ids] == ["Ledger"]


def test_who_speaks_of_other_matters_has_no_row(plant: Brief) -> None:
    assert "Ines Vale" not in rows_of(plant)


def test_a_party_that_says_nothing_is_silent_and_denies_nothing() -> None:
    brief = merge_story(
        {
            "herald": (
                "Brunia said that Verania closed the harbour of Orlik. "
                "Norway denied that Verania closed the harbour of Orlik.\n\n"
                "Verania said that its wheat exports had doubled."
            )
        }
    )
    assert rows_of(brief) | {"Verania": "silent"} == rows_of(brief)
    silent = [row for row in the_point(brief).holdings if row.stance == "silent"]
    assert all(not row.evidence and not row.statement for row in silent)


def test_a_denial_that_all_outlets_carry_is_between_actors() -> None:
    text = (
        "Mayor Jo Field said that the bridge was safe. Builder Max Thorn denied that it was safe."
    )
    point = the_point(merge_story({"one": text, "two": f"It rained. {text}"}))
    assert point.between == "actors"
    assert all(len(row.article_ids) == 2 for row in point.holdings if row.evidence)


def test_a_not_that_only_one_outlet_has_is_between_outlets() -> None:
    text = "The power company {} residents about the leak on Friday, Mayor Lena Frost said."
    brief = merge_story({"one": text.format("warned"), "two": text.format("did not warn")})
    assert the_point(brief).between == "outlets"


def test_a_lone_dissenter_against_many_is_kept() -> None:
    texts = {
        name: f"Minister {person} said that the old dam in Tolna was safe."
        for name, person in {
            "one": "Ana Kovar",
            "two": "Lars Brandt",
            "three": "Ines Vale",
            "four": "Jo Field",
        }.items()
    }
    texts["five"] = "Geologist Max Thorn denied that the old dam in Tolna was safe."
    rows = rows_of(merge_story(texts))
    assert rows["Max Thorn"] == "denies"
    assert list(rows.values()).count("asserts") == 4


def test_three_values_by_three_holders_are_three_rows() -> None:
    text = "said that {} people were moved out of the valley."
    brief = merge_story(
        {
            "one": f"Japanese police {text.format('9,000')}",
            "two": f"Brazilian doctors {text.format('12,000')}",
            "three": f"Kenyan engineers {text.format('15,000')}",
        }
    )
    said = {row.statement for row in the_point(brief, "figure").holdings if row.evidence}
    assert said == {"9,000", "12,000", "15,000"}


def test_one_value_in_two_wordings_stands_in_each_holders_own() -> None:
    brief = merge_story(
        {
            "one": "Japanese police said that about 12,000 people fled the quake.",
            "two": "Brazilian doctors said that some 12,000 people fled the quake.",
            "three": "Kenyan engineers said that 9,000 people fled the quake.",
        }
    )
    said = {row.statement for row in the_point(brief, "figure").holdings if row.evidence}
    assert said == {"about 12,000", "some 12,000", "9,000"}
    assert verify_brief(brief).passed


def test_a_number_without_a_holder_is_its_outlets() -> None:
    brief = merge_story(
        {
            "one": "Japanese police said that 40 homes were damaged by the quake.",
            "two": "The quake damaged 70 homes. 70 homes were damaged by the quake.",
        }
    )
    assert "Two" in rows_of(brief, "figure")


@pytest.mark.parametrize(
    "text",
    [
        "The dam is partly repaired.",
        "The army controls most of the town.",
        "The road has not yet been opened.",
        "The minister could not confirm the report.",
        "The ministry neither confirmed nor denied the report.",
        "Only parts of Orlik were hit.",
        "Not all of the crews are back.",
        "Nearly the entire valley is dry.",
    ],
)
def test_words_that_limit_are_read(text: str) -> None:
    assert is_limited(text)


@pytest.mark.parametrize(
    "text",
    [
        "The dam is repaired.",
        "The only bridge of the town is shut.",
        "About 40 people were hurt.",
        "The ship is part of the fleet.",
        "The crews did not leave.",
    ],
)
def test_what_limits_nothing_is_plain(text: str) -> None:
    assert not is_limited(text)


def test_a_denial_of_all_guilt_meets_the_accuser_of_another_article() -> None:
    brief = merge_story(
        {
            "one": "Auditor Kari Holm accused Ana Kovar of taking money from the harbour fund.",
            "two": "Ana Kovar denied all wrongdoing on Monday, and left the town hall.",
        }
    )
    assert rows_of(brief) == {"Kari Holm": "asserts", "Ana Kovar": "denies"}


@pytest.mark.parametrize(
    "other",
    [
        "Auditor Kari Holm accused Lars Brandt of taking money, and Ana Kovar left the town hall.",
        "Ana Kovar accused Kari Holm of taking money from the harbour fund.",
        "Auditor Kari Holm said that Ana Kovar was at the harbour.",
    ],
)
def test_what_accuses_somebody_else_or_nobody_is_not_denied(other: str) -> None:
    brief = merge_story({"one": other, "two": "Ana Kovar denied all wrongdoing on Monday."})
    assert not brief.contested


@pytest.mark.parametrize(
    "wrong",
    [{"holder_id": None}, {"stance": "asserts"}],
    ids=["nobody's", "without evidence"],
)
def test_a_row_of_nobody_or_without_evidence_is_no_row(wrong: dict[str, object]) -> None:
    fields: dict[str, object] = {
        "holder_id": "a1",
        "source": None,
        "stance": "silent",
        "statement": "",
        "article_ids": (),
        "claim_ids": (),
        "evidence": (),
    }
    Holding.model_validate(fields)
    with pytest.raises(ValidationError):
        Holding.model_validate(fields | wrong)
