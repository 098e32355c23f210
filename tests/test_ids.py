"""Ids are the same in the next run: they are made of what is said, not of where it lies."""

import datetime as dt
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stories import DAM, merge_read, merge_story, read_offline

from summarize import read
from summarize.extract.offline import OfflineEngine
from summarize.ground.grounding import ground_draft
from summarize.merge.ids import Nameless, give_ids, hash_id
from summarize.model import Article, Brief, Extraction

KINDS = ("actors", "claims", "figures", "findings", "figure_groups", "contested", "origins")
SEEDS = Path(__file__).parents[1] / "seeds"
FEWEST_KEPT = 0.95
LATER = dt.date(2025, 4, 27)
Read = tuple[Article, Extraction]


def ids_of(brief: Brief, kinds: Iterable[str] = KINDS) -> dict[str, str]:
    """Return the kind of every item of `brief` by its id."""
    return {item.id: kind for kind in kinds for item in getattr(brief, kind)}


def read_all(texts: Mapping[str, str]) -> list[Read]:
    return [read_offline(name, text) for name, text in texts.items()]


def publish_later(read: Read) -> Read:
    article, extraction = read
    return article.model_copy(update={"published": LATER}), extraction


def move(read: Read, path: str) -> Read:
    return read[0].model_copy(update={"path": path}), read[1]


@pytest.fixture(scope="module")
def dam() -> Brief:
    return merge_story(DAM)


def test_no_two_items_of_a_brief_have_one_id(dam: Brief) -> None:
    assert len(ids_of(dam)) == sum(len(getattr(dam, kind)) for kind in KINDS)


def test_a_later_article_leaves_every_id_alone(dam: Brief) -> None:
    new = publish_later(
        read_offline(
            "gazette",
            "The Tolna dam had been repaired, water minister Ana Kovar said. Schools in Orlik "
            "will open on Monday. Police said 7,000 people were moved to safety.",
        )
    )
    grown = merge_read([*read_all(DAM), new])
    assert len(grown.claims) > len(dam.claims)
    assert ids_of(dam).items() <= ids_of(grown).items()


@pytest.mark.parametrize("gone", DAM)
def test_what_the_others_say_keeps_its_id_when_an_article_goes(dam: Brief, gone: str) -> None:
    left = merge_story({name: text for name, text in DAM.items() if name != gone})
    said = ids_of(left, ("claims", "figures"))
    assert said
    assert said.items() <= ids_of(dam).items()


def test_where_an_article_lies_and_comes_is_in_no_id(dam: Brief) -> None:
    paths = ["z.txt", "y.txt", "x.txt"]
    moved = merge_read([move(*pair) for pair in zip(read_all(DAM), paths, strict=True)])
    assert [one.text for one in moved.claims] != [one.text for one in dam.claims]
    assert ids_of(moved) == ids_of(dam)


def test_an_untouched_sentence_of_a_corrected_article_keeps_its_id() -> None:
    one, two = (
        "Rain fell on the town of Orlik all night.",
        "The mill in Orlik burned down on Monday.",
    )
    before = merge_story({"one": f"{one} {two}"})
    after = merge_story({"one": f"{one} {two.replace('Monday', 'Tuesday')}"})
    ids = [{claim.text: claim.id for claim in brief.claims} for brief in (before, after)]
    assert ids[0][one] == ids[1][one]
    assert len(ids[0].keys() & ids[1].keys()) == 1


def test_a_reprint_leaves_the_earlier_article_its_ids() -> None:
    text = "The inquiry into the fire at the mill will begin in May."
    alone = merge_story({"one": text})
    first = read_offline("one", text)
    reprint = publish_later(read_offline("two", f"{text} It rained in Orlik all day on Monday."))
    both = merge_read([first, reprint])
    by_article = {claim.article_id: claim.id for claim in both.claims if claim.text == text}
    assert len(set(by_article.values())) == 2
    assert by_article[first[0].id] == alone.claims[0].id


@pytest.mark.parametrize(
    "other",
    [
        "Mayor Jo Field said that 12 homes in Orlik were flooded.",
        "Mayor Jo Field said that 10 homes in Orlik were not flooded.",
        "Mayor Ann Field said that 10 homes in Orlik were flooded.",
    ],
)
def test_another_number_name_or_not_is_another_claim(other: str) -> None:
    text = "Mayor Jo Field said that 10 homes in Orlik were flooded."
    (one,), (two,) = merge_story({"one": text}).claims, merge_story({"one": other}).claims
    assert one.id != two.id


def test_most_ids_of_the_seeds_stay_when_one_article_goes() -> None:
    engine = OfflineEngine("a test")
    seeds = [(one, ground_draft(engine.draft(one), one)) for one in read(SEEDS)]
    all_ids = ids_of(merge_read(seeds))
    left = [ids_of(merge_read(seeds[:n] + seeds[n + 1 :])) for n in range(len(seeds))]
    there = sum(one in all_ids for ids in left for one in ids)
    assert there >= FEWEST_KEPT * sum(map(len, left))


SAYS = st.lists(st.sampled_from(["a", "b", "ab"]), min_size=1, max_size=2).map(tuple)
ITEMS = st.lists(
    st.tuples(SAYS, st.dates(dt.date(2025, 1, 1), dt.date(2025, 1, 3)) | st.none()), max_size=8
)


def nameless(rows: Iterable[tuple[tuple[str, ...], dt.date | None]]) -> list[Nameless]:
    return [Nameless(f"{n}", says, day, f"art{n}", 0) for n, (says, day) in enumerate(rows)]


@given(rows=ITEMS, seed=st.randoms())
def test_ids_are_unique_and_the_order_of_items_is_in_none(
    rows: list[tuple[tuple[str, ...], dt.date | None]], seed: object
) -> None:
    items = nameless(rows)
    given_ids = give_ids("c", items)
    assert len(set(given_ids.values())) == len(items)
    shuffled = items.copy()
    seed.shuffle(shuffled)  # type: ignore[attr-defined]
    assert give_ids("c", shuffled) == given_ids


def test_the_parts_of_what_is_said_are_kept_apart() -> None:
    assert hash_id("c", ("ab", "c")) != hash_id("c", ("a", "bc"))
