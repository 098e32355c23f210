"""A model's answer as a draft: names settled, numbers read again, the rest given up and told."""

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import ValidationError

from summarize.extract.llm.article_text import ArticleText
from summarize.extract.llm.drafting import Items, read_items
from summarize.extract.llm.joining import join_items
from summarize.extract.llm.reply import ArticleReply
from tests.openai_server import claim
from tests.stories import make_article

TEXT = ArticleText(
    make_article(
        "post",
        "Mayor Mara Lind opened the bridge on Monday.\n\n"
        "About 260 passengers were rescued, the Coast Guard said.\n\n"
        "Tom Okafor, the union head, denied that people were safe in St. Petersburg.",
    )
)


def actor(name: str, **changes: object) -> dict[str, object]:
    return {"name": name, "kind": "person", "role": None, "aliases": [], **changes}


def figure(**changes: object) -> dict[str, object]:
    plain = {"phrase": "260 passengers", "what": "passengers rescued", "unit": "people"}
    return {**plain, "low": 260, "high": 260, "speaker": None, "sentence": 2, **changes}


def side(stance: str, *sentences: int, **changes: object) -> dict[str, object]:
    plain = {"statement": "People were safe.", "stance": stance, "holders": []}
    return {**plain, "sentences": list(sentences), **changes}


def point(*sides: dict[str, object]) -> dict[str, object]:
    return {"question": "Were people safe?", "kind": "denial", "positions": list(sides)}


LIND = actor("Mara Lind", aliases=["Lind"])
OKAFOR = actor("Tom Okafor", role="union head")
TOLD = claim("The bridge is open.", 1)


def draft(**lists: object) -> Items:
    empty: dict[str, object] = {"actors": [], "claims": [], "figures": [], "contested": []}
    return read_items(ArticleReply.model_validate(empty | lists), TEXT)


def refused(items: Items) -> list[tuple[str, str]]:
    return [(one.item, one.reason) for one in items.rejected]


@pytest.mark.parametrize(
    "said", ["Mara Lind", "mara lind", "LIND", "Mara", "Mayor Mara Lind", "Mayor Lind"]
)
def test_a_speaker_is_settled_by_name_alias_part_and_title(said: str) -> None:
    (told,) = draft(actors=[LIND, OKAFOR], claims=[{**TOLD, "speaker": said}]).claims
    assert (told.speaker, told.source, told.sourcing) == ("Mara Lind", None, "named")


def test_a_name_that_fits_two_actors_or_none_is_kept_as_words() -> None:
    both = [LIND, actor("Eva Lind")]
    for actors, said in (([actor("Mara Lind"), both[1]], "Lind"), (both, "Noor")):
        (told,) = draft(actors=actors, claims=[{**TOLD, "speaker": said}]).claims
        assert (told.speaker, told.source) == (None, said)


def test_an_actor_is_found_in_the_sentences_that_name_it_and_the_claim_with_it() -> None:
    items = draft(actors=[LIND, OKAFOR], claims=[TOLD])
    assert [one.sentences for one in items.actors] == [(1,), (3,)]
    assert items.claims[0].actors == ("Mara Lind",)


@pytest.mark.parametrize(
    ("strange", "noted"),
    [
        ({"role": "captain"}, ("Tom Okafor: role “captain”", "words not in evidence")),
        ({"aliases": ["Tommy"]}, ("Tom Okafor: alias “Tommy”", "name not in evidence")),
    ],
)
def test_a_role_or_an_alias_that_the_article_lacks_is_given_up_and_told(
    strange: dict[str, object], noted: tuple[str, str]
) -> None:
    items = draft(actors=[{**OKAFOR, "role": None, **strange}])
    assert (items.actors[0].role, items.actors[0].aliases) == (None, ())
    assert refused(items) == [noted]


def test_a_role_and_an_alias_of_the_article_are_kept_once() -> None:
    items = draft(actors=[{**OKAFOR, "aliases": ["Okafor", "Okafor", "Tom Okafor", " "]}])
    assert (items.actors[0].role, items.actors[0].aliases) == ("union head", ("Okafor",))
    assert refused(items) == []


def test_a_number_is_read_again_for_its_phrase_its_unit_and_its_bound() -> None:
    (found,) = draft(figures=[figure()]).figures
    assert (found.phrase, found.unit, found.bound) == ("About 260", "1", "about")


def test_a_number_that_cannot_be_read_again_stays_as_it_was_given() -> None:
    several, one = draft(figures=[figure(low=7, high=9), figure(low=7, high=7)]).figures
    assert (several.unit, several.bound) == ("people", "range")
    assert (one.unit, one.bound) == ("people", "exact")


@pytest.mark.parametrize(
    ("stray", "noted"),
    [
        ({"claims": [claim("It sank.", 0)]}, ("It sank.", "sentence out of range")),
        ({"claims": [claim("It sank.", 1, 4)]}, ("It sank.", "sentence out of range")),
        ({"figures": [figure(sentence=-1)]}, ("260 passengers", "sentence out of range")),
        ({"figures": [figure(low=3, high=2)]}, ("260 passengers", "malformed")),
        (
            {"contested": [point(side("asserts", 1), side("denies", 4))]},
            ("Were people safe?", "too few positions"),
        ),
    ],
)
def test_what_has_no_place_is_given_up_and_told(
    stray: dict[str, object], noted: tuple[str, str]
) -> None:
    items = draft(**stray)
    assert items == Items(rejected=items.rejected)
    assert refused(items) == [noted]


def test_a_side_that_cites_nothing_is_no_side() -> None:
    sides = [side("asserts", 1), side("denies", 3), side("qualifies")]
    (found,) = draft(contested=[point(*sides)]).contested
    assert [one.stance for one in found.positions] == ["asserts", "denies"]


def test_a_holder_without_a_name_is_nobody() -> None:
    sides = [side("asserts", 1, holders=""), side("denies", 3, holders=["Okafor", "Tom Okafor"])]
    town = actor("St. Petersburg", kind="place")
    (found,) = draft(actors=[OKAFOR, town], contested=[point(*sides)]).contested
    assert [one.holders for one in found.positions] == [(), ("Tom Okafor",)]


@pytest.mark.parametrize(
    "bad",
    [
        {**TOLD, "text": " "},
        {**TOLD, "kind": "rumour"},
        {**TOLD, "sentences": ["first"]},
        {"text": "The bridge is shut."},
        "The bridge is shut.",
        None,
    ],
)
def test_a_malformed_item_costs_itself_alone(bad: object) -> None:
    items = draft(claims=[bad, TOLD])
    assert [one.text for one in items.claims] == ["The bridge is open."]
    assert [one.reason for one in items.rejected] == ["malformed"]


@pytest.mark.parametrize("nothing", [None, "", " ", "null", "None", "n/a"])
def test_an_empty_word_counts_as_nothing(nothing: str | None) -> None:
    (told,) = draft(claims=[{**TOLD, "speaker": nothing, "verb": nothing, "via": nothing}]).claims
    assert (told.speaker, told.source, told.verb, told.via) == (None, None, None, None)
    assert told.sourcing == "outlet"


def test_a_single_item_counts_as_a_list_and_null_as_none() -> None:
    items = draft(actors=[{**LIND, "aliases": "Lind"}, {**OKAFOR, "aliases": None}], figures=None)
    assert [one.aliases for one in items.actors] == [("Lind",), ()]
    assert draft(claims=[{**TOLD, "sentences": 1}]).claims[0].sentences == (1,)


def test_a_single_claim_in_the_place_of_the_list_is_taken_or_told() -> None:
    assert draft(claims=TOLD) != Items()


@pytest.mark.parametrize("answer", [[], "text", {}, {"summary": "All is well."}])
def test_an_answer_of_another_form_is_refused(answer: object) -> None:
    with pytest.raises(ValidationError, match="an object with the keys"):
        ArticleReply.model_validate(answer)


def parts(schema: object) -> Iterator[dict[str, Any]]:
    if isinstance(schema, list):
        for one in schema:
            yield from parts(one)
    if isinstance(schema, dict):
        yield schema
        for key, value in schema.items():
            is_named = key in ("properties", "$defs")
            yield from parts(list(value.values()) if is_named else value)


def test_the_schema_is_closed_and_bare_and_asks_for_every_key() -> None:
    top, *others = parts(ArticleReply.model_json_schema())
    assert top["title"] == "ArticleReply"
    assert not any({"title", "description"} & one.keys() for one in others)
    objects = [one for one in (top, *others) if one.get("type") == "object"]
    assert len(objects) == 6
    for one in objects:
        assert one["additionalProperties"] is False
        assert sorted(one["required"]) == sorted(one["properties"])
    assert all("default" not in one for one in (top, *others))


@pytest.mark.parametrize("most", [10, 25])
def test_a_form_of_at_most_so_many_items_says_so_and_keeps_its_name(most: int) -> None:
    form = ArticleReply.of_at_most(most)
    schema = form.model_json_schema()
    rooms = {name: part["maxItems"] for name, part in schema["properties"].items()}
    assert rooms == {"actors": most, "claims": most, "figures": most, "contested": 6}
    assert schema["title"] == "ArticleReply"
    assert form is ArticleReply.of_at_most(most)
    assert ArticleReply.most_items == 80


def test_joined_pieces_hold_nothing_twice() -> None:
    piece = draft(
        actors=[LIND, OKAFOR],
        claims=[TOLD, claim("It sank.", 9)],
        figures=[figure()],
        contested=[point(side("asserts", 1), side("denies", 3))],
    )
    shouted = draft(actors=[LIND], claims=[{**TOLD, "text": "THE BRIDGE IS OPEN."}])
    swapped = draft(contested=[point(side("denies", 3), side("asserts", 1))])
    assert join_items([piece, piece, shouted, swapped]) == piece


def test_joined_pieces_keep_what_two_speakers_say_in_the_same_words() -> None:
    lists = {"actors": [LIND, OKAFOR]}
    pieces = [draft(**lists, claims=[{**TOLD, "speaker": one}]) for one in ("Lind", "Tom Okafor")]
    assert [one.speaker for one in join_items(pieces).claims] == ["Mara Lind", "Tom Okafor"]


def test_joined_pieces_keep_two_numbers_that_are_worded_alike() -> None:
    (hurt,) = draft(figures=[figure(phrase="two", low=2, high=2, what="people hurt")]).figures
    dead = hurt.model_copy(update={"what": "people killed"})
    assert join_items([Items(figures=(dead, hurt))]).figures == (dead, hurt)


def test_joined_pieces_merge_the_sentences_aliases_and_role_of_an_actor() -> None:
    later = draft(actors=[{**OKAFOR, "aliases": ["Okafor"]}])
    earlier = draft(actors=[{**OKAFOR, "role": None, "aliases": ["Tom"]}])
    moved = earlier.actors[0].model_copy(update={"sentences": (1,)})
    (joined,) = join_items([earlier._replace(actors=(moved,)), later]).actors
    assert (joined.role, joined.aliases) == ("union head", ("Tom", "Okafor"))
    assert joined.sentences == (1, 3)
