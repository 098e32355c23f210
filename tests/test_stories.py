"""Articles grouped by story: invented weeks of news, and what must hold whatever the news."""

import datetime as dt
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import summarize.digest.stories
from benchmarks.newsroom import tell_story
from benchmarks.stories import agree, group_by_runs
from summarize.digest.stories import Grouping, Item, Signature, group_articles
from summarize.model import Article

DAY = dt.date(2031, 3, 3)
WINDOW = 7


@dataclass(frozen=True)
class Report:
    """An article of the invented month, and the story that it tells."""

    story: str
    day: dt.date
    outlet: str
    title: str
    text: str

    def sign(self) -> Signature:
        return sign(self.title, self.text, self.outlet)


def sign(title: str, text: str, outlet: str | None = None, language: str = "en") -> Signature:
    return Signature.of(
        Article(
            id="0" * 12,
            path="article.txt",
            url=None,
            title=title or None,
            outlet=outlet,
            authors=(),
            published=None,
            language=language,
            text=text,
            text_sha256="0" * 64,
            removed=(),
            original_source=None,
        )
    )


def read_month() -> Iterator[Report]:
    path = Path(__file__).parent / "data" / "stories.tsv"
    for line in path.read_text(encoding="utf-8").splitlines():
        story, day, outlet, title, text = line.split("\t")
        yield Report(story, dt.date.fromisoformat(day), outlet, title, text)


MONTH = tuple(read_month())
ITEMS = tuple(Item(ref, one.day, one.sign(), None) for ref, one in enumerate(MONTH))
QUAKE = tuple(item for item, one in zip(ITEMS, MONTH, strict=True) if one.story == "quake-north")
ISLAND = tuple(item for item, one in zip(ITEMS, MONTH, strict=True) if one.story == "quake-south")
FLOOD = tuple(item for item, one in zip(ITEMS, MONTH, strict=True) if one.story == "flood-west")


def group(items: Iterable[Item], window_days: int = WINDOW) -> Grouping:
    return group_articles(items, window_days=window_days)


def add_run_by_run(runs: Iterable[Sequence[Item]]) -> dict[int, str]:
    """Group each run among all articles that earlier ones brought."""
    seen: list[Item] = []
    homes: dict[int, str] = {}
    for new in runs:
        known = [replace(item, story_id=homes[item.ref]) for item in seen]
        homes |= group([*known, *new]).homes
        seen += new
    return homes


def known_as(story: str, items: Iterable[Item]) -> list[Item]:
    return [replace(item, story_id=story) for item in items]


def stories_in(homes: Mapping[int, str], items: Iterable[Item]) -> set[str]:
    return {homes[item.ref] for item in items}


# what belongs together


def test_an_invented_month_falls_into_its_stories() -> None:
    homes = group(ITEMS).homes
    assert agree(dict(enumerate(one.story for one in MONTH)), homes) >= 0.97


def test_two_earthquakes_of_one_week_are_two_stories() -> None:
    homes = group(ITEMS).homes
    assert len(stories_in(homes, QUAKE)) == len(stories_in(homes, ISLAND)) == 1
    assert stories_in(homes, QUAKE) != stories_in(homes, ISLAND)


def test_a_roundup_glues_no_stories_together() -> None:
    homes = group(ITEMS).homes
    told = {one.story: homes[ref] for ref, one in enumerate(MONTH)}
    named = ["strike-rail", "border-war2", "tech-phone", "flu-people", "flood-west", "tech-fine"]
    assert len({told[story] for story in named}) == len(named)


def test_items_of_a_few_words_glue_nothing() -> None:
    texts = [
        "Rain in the west, later dry.",
        "Rain in Calder on Monday.",
        "Calder: road closed Monday.",
    ]
    items = [Item(ref, DAY, sign("", text), None) for ref, text in enumerate(texts)]
    assert len(set(group(items).homes.values())) == len(texts)


def test_the_only_story_of_a_small_window_is_one_story() -> None:
    assert len(set(group(QUAKE).homes.values())) == 1


def test_an_article_without_words_is_a_story_of_its_own() -> None:
    items = [Item(0, DAY, sign("", "!!"), None), Item(1, DAY, sign("", "…"), None)]
    assert len(set(group(items).homes.values())) == 2


FOOTER = (
    "You are reading the evening letter of the Harbour Post, written by Alma Quint at Pier Nine. "
    "Forward it to a friend, subscribe for four crowns a month, follow our podcast Tidewater, or "
    "write to the editors about ferries, gardens, chess and the crossword by Rufus Mandel."
)
MATTERS = tuple(MONTH[at].text for at in (0, 7, 16, 25, 34))


def test_a_footer_that_an_outlet_repeats_makes_no_story() -> None:
    letters = [sign("", f"{matter}\n\n{FOOTER}", "Harbour Post") for matter in MATTERS]
    items = [Item(ref, DAY, letter, None) for ref, letter in enumerate(letters)]
    assert len(set(group(items).homes.values())) == len(MATTERS)


def test_versions_of_one_text_keep_what_they_repeat() -> None:
    text = "\n\n".join(MATTERS)
    items = [
        Item(ref, DAY, sign("", f"{text}\n\nUpdate {ref}.", "Harbour Post"), None)
        for ref in range(4)
    ]
    assert len(set(group(items).homes.values())) == 1


def test_a_text_printed_by_twenty_keeps_no_other_report_out() -> None:
    wire = [Item(100 + n, QUAKE[0].day, QUAKE[0].signature, None) for n in range(20)]
    homes = group([*QUAKE, *wire, *ISLAND]).homes
    assert len(stories_in(homes, [*QUAKE, *wire])) == 1


GERMAN = (
    (
        "Bei einem Brand im Hafen von Brunsdorf ist ein Lagerhaus mit Kaffee zerstört worden. Die "
        "Feuerwehr war mit achtzig Leuten im Einsatz, sagte Brandmeister Uwe Harms."
    ),
    (
        "Achtzig Feuerwehrleute haben in Brunsdorf gegen die Flammen in einem Lagerhaus gekämpft. "
        "Der Kaffee darin ist verloren, wie Brandmeister Uwe Harms am Hafen mitteilte."
    ),
    (
        "Der Landtag hat gegen die Stimmen der Opposition beschlossen, dass Schulen im Winter "
        "später beginnen. Die Lehrer waren nicht gefragt worden, sagte eine Sprecherin."
    ),
)
CHINESE = (
    "布伦斯多夫港口的一座咖啡仓库周一发生火灾，八十名消防员参与救援，消防队长乌韦哈姆斯说。",
    "八十名消防员周一在布伦斯多夫港口扑救咖啡仓库火灾，消防队长乌韦哈姆斯表示仓库已毁。",
    "议会投票决定冬季学校推迟上课时间，教师代表说事先没有征求他们的意见。",
)


@pytest.mark.parametrize(("language", "texts"), [("de", GERMAN), ("zh", CHINESE)])
def test_other_languages_group_by_their_words(language: str, texts: Sequence[str]) -> None:
    items = [Item(n, DAY, sign("", text, None, language), None) for n, text in enumerate(texts)]
    homes = group(items).homes
    assert homes[0] == homes[1] != homes[2]


# time


def running(days: Iterable[int]) -> list[Item]:
    """Reports of the flood by the Arle, one on each of these days."""
    return [
        Item(day, DAY + dt.timedelta(days=day), FLOOD[at % len(FLOOD)].signature, None)
        for at, day in enumerate(days)
    ]


def test_a_story_goes_on_for_weeks_as_long_as_articles_come() -> None:
    items = running(range(0, 40, 3))
    assert len(set(add_run_by_run([item] for item in items).values())) == 1
    assert len(set(group(items).homes.values())) == 1


def test_an_article_after_the_window_begins_another_story() -> None:
    homes = group(running([0, WINDOW, 2 * WINDOW + 1])).homes
    assert homes[0] == homes[WINDOW] != homes[2 * WINDOW + 1]


def test_an_article_without_a_date_is_near_to_any_other() -> None:
    found = DAY + dt.timedelta(days=400)
    items = [replace(QUAKE[0], day=found, is_dated=False), *QUAKE[1:], *FLOOD]
    homes = group(items).homes
    assert len(stories_in(homes, QUAKE)) == len(stories_in(homes, FLOOD)) == 1
    late = [replace(QUAKE[0], day=found), *QUAKE[1:]]
    assert len(stories_in(group(late).homes, QUAKE)) == 2


def test_the_same_text_after_the_window_has_another_id() -> None:
    first, later = running([0, 3 * WINDOW])
    later = replace(later, signature=first.signature)
    assert len(set(group([first, later]).homes.values())) == 2
    again = group([replace(first, story_id="s00000001"), later])
    assert set(again.homes) == {later.ref}


# ids, and what changes them


def test_an_id_is_s_and_eight_hexadecimal_digits() -> None:
    assert all(re.fullmatch("s[0-9a-f]{8}", home) for home in group(ITEMS).homes.values())


def test_nothing_new_changes_nothing() -> None:
    assert group(known_as("s1", ITEMS)) == Grouping({}, ())
    assert group([]) == Grouping({}, ())


def test_a_new_article_takes_the_id_of_its_story_and_moves_no_other() -> None:
    found = group([*known_as("s0000000a", QUAKE[:-1]), QUAKE[-1]])
    assert found == Grouping({QUAKE[-1].ref: "s0000000a"}, ())


def test_an_earlier_article_that_comes_late_changes_no_id() -> None:
    found = group([*known_as("s0000000a", QUAKE[1:]), QUAKE[0]])
    assert found == Grouping({QUAKE[0].ref: "s0000000a"}, ())


def test_articles_that_are_forgotten_change_no_id() -> None:
    homes = group(ITEMS).homes
    kept = [replace(item, story_id=homes[item.ref]) for item in ITEMS if item.ref % 3]
    found = group([*kept, *(item for item in ITEMS if not item.ref % 3)])
    assert agree(homes, homes | found.homes) >= 0.98


def test_two_known_stories_that_a_new_article_shows_to_be_one_merge() -> None:
    elder, younger = known_as("s0000000b", QUAKE[:2]), known_as("s0000000a", QUAKE[2:3])
    found = group([*younger, *elder, QUAKE[3], *known_as("s0000000c", ISLAND)])
    assert found.homes == {QUAKE[2].ref: "s0000000b", QUAKE[3].ref: "s0000000b"}
    (change,) = found.changes
    assert (change.kind, change.articles) == ("merged", 1)
    assert (change.story_id, change.other_id) == ("s0000000a", "s0000000b")


def test_a_known_story_that_is_two_is_split_and_the_greater_part_keeps_the_id() -> None:
    mixed = known_as("s0000000a", [*QUAKE[:3], *FLOOD[:2]])
    near = [replace(item, day=DAY) for item in (*mixed, QUAKE[3])]
    found = group(near)
    assert found.homes[QUAKE[3].ref] == "s0000000a"
    (new,) = {found.homes[item.ref] for item in FLOOD[:2]}
    (change,) = found.changes
    assert change.model_dump() == {
        "kind": "split",
        "story_id": "s0000000a",
        "other_id": new,
        "articles": 2,
    }


def test_what_was_split_or_merged_stays_so_in_the_next_run() -> None:
    mixed = known_as("s0000000a", [*QUAKE[:3], *FLOOD[:2]])
    near = [replace(item, day=DAY) for item in (*mixed, QUAKE[3])]
    homes = {item.ref: "s0000000a" for item in near} | dict(group(near).homes)
    settled = [replace(item, story_id=homes[item.ref]) for item in near]
    later = [replace(item, day=DAY) for item in (FLOOD[2], *ISLAND)]
    found = group([*settled, *later])
    assert not found.changes
    assert set(found.homes) == {item.ref for item in later}


def test_one_article_that_strayed_stays_where_it_was_told() -> None:
    strayed = known_as("s0000000a", [*QUAKE[:3], replace(FLOOD[0], day=QUAKE[0].day)])
    assert group([*strayed, QUAKE[3]]) == Grouping({QUAKE[3].ref: "s0000000a"}, ())


def test_day_by_day_gives_nearly_the_grouping_of_all_at_once() -> None:
    assert agree(group(ITEMS).homes, group_by_runs(ITEMS)) >= 0.97


# order, copies, bytes


@settings(max_examples=15, deadline=None)
@given(st.permutations(ITEMS[:30]), st.lists(st.sampled_from(ITEMS[:30])))
def test_order_and_doubled_items_change_nothing(order: list[Item], twice: list[Item]) -> None:
    expected = group(ITEMS[:30])
    assert group([*order, *twice]) == expected


def test_of_a_known_and_a_new_item_of_one_ref_the_known_one_counts() -> None:
    known = known_as("s0000000a", QUAKE[:1])
    assert group([QUAKE[0], *known, QUAKE[1]]).homes == {QUAKE[1].ref: "s0000000a"}


def test_the_hash_seed_changes_nothing() -> None:
    script = (
        "from tests.test_stories import ITEMS, group\n"
        "print(sorted(group(ITEMS[:40]).homes.items()))"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert printed == {f"{sorted(group(ITEMS[:40]).homes.items())}\n".encode()}


@given(st.text(max_size=400), st.text(max_size=4_000))
def test_a_signature_survives_its_bytes(title: str, text: str) -> None:
    signature = sign(title, text)
    assert Signature.from_bytes(signature.to_bytes()) == signature


def test_a_signature_of_a_long_article_takes_less_than_two_kilobytes() -> None:
    dice = Random(1)  # noqa: S311
    words = ["".join(dice.choices("abcdefghij", k=8)) for _ in range(20_000)]
    text = "\n\n".join(" ".join(words[at : at + 50]) for at in range(0, len(words), 50))
    assert len(sign("A title", text).to_bytes()) < 2_000


@pytest.mark.parametrize("data", [b"", b"\x07" + bytes(40), ITEMS[0].signature.to_bytes()[:-1]])
def test_bytes_that_are_no_signature_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="sign the article anew"):
        Signature.from_bytes(data)


def test_a_run_without_new_articles_loads_nothing_heavy() -> None:
    script = (
        "import sys\nfrom summarize.digest.stories import Signature, group_articles\n"
        "group_articles([], window_days=7)\nprint('numpy' in sys.modules)"
    )
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert ended.stdout.strip() == b"False"


# many articles


def test_a_story_told_by_two_thousand_is_one_story() -> None:
    sentences = [part for one in MONTH[:4] for part in re.split(r"(?<=\.) ", one.text)]
    fillers = [part for one in MONTH[40:80] for part in re.split(r"(?<=\.) ", one.text)]
    dice = Random(2)  # noqa: S311
    texts = (" ".join([*dice.sample(sentences, 6), dice.choice(fillers)]) for _ in range(2_000))
    items = [Item(n, DAY, sign("", text), None) for n, text in enumerate(texts)]
    homes = group(items).homes
    assert Counter(homes.values()).most_common(1)[0][1] >= 1_900


def make_items(stories: int, articles: int) -> list[Item]:
    """Return so many stories made by rule, each told by so many articles."""
    told = [one for story in range(stories) for one in tell_story(story, articles)]
    return [
        Item(n, DAY + dt.timedelta(days=one.day), sign(one.title, one.text), None)
        for n, one in enumerate(told)
    ]


def test_a_thousand_stories_told_once_stay_a_thousand() -> None:
    assert len(set(group(make_items(1_000, 1)).homes.values())) >= 980


def calls_of_grouping(items: Sequence[Item]) -> int:
    """Return how many calls within the rooms of stories a grouping takes."""
    room = str(Path(summarize.digest.stories.__file__).parent)
    calls = 0

    def count(frame: FrameType, event: str, _: object) -> None:
        nonlocal calls
        calls += event == "call" and room in frame.f_code.co_filename

    sys.setprofile(count)
    try:
        group(items)
    finally:
        sys.setprofile(None)
    return calls


def test_grouping_costs_as_the_articles_and_not_as_their_pairs() -> None:
    few, many = calls_of_grouping(make_items(100, 4)), calls_of_grouping(make_items(400, 4))
    assert many < 4**1.3 * few


def test_a_few_new_articles_cost_a_small_part_of_grouping_all() -> None:
    items = make_items(300, 4)
    homes = group(items).homes
    mostly = [replace(one, story_id=homes[one.ref] if one.ref % 100 else None) for one in items]
    assert calls_of_grouping(mostly) < calls_of_grouping(items) / 4
