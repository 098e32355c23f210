"""An article of another story is left out by name; none of the story ever is."""

from itertools import islice, permutations

import pytest
from stories import DAM, FERRY, make_article, merge_read, merge_story, read_offline

from summarize.merge.strangers import NO_STORY, sift_articles
from summarize.verify import verify_brief

BAKERY = (
    "A bakery in Velmore has won a prize for its rye bread. Owner Piet Sandor uses a sourdough "
    "that his grandmother began in 1931. He plans to open a second shop and to hire four bakers "
    "before the winter, and a cookbook with recipes for pastries will follow."
)
DISSENT = (
    "Seafarers' union head Tom Okafor denied that fog was to blame. The Aurora's radar had been "
    "broken for weeks, he said, and the owners knew."
)


def left_out(texts: dict[str, str]) -> list[str]:
    sifted = sift_articles(make_article(name, text) for name, text in texts.items())
    return [one.article for one in sifted.left_out]


def test_an_article_of_another_story_is_left_out_and_named_with_the_reason() -> None:
    brief = merge_story(FERRY | {"bakers": BAKERY})
    (stranger,) = brief.left_out
    assert stranger.article == "bakers.txt"
    assert stranger.reason.startswith("not of this story: shares 0 of ")
    assert "Aurora" in stranger.reason
    assert len(brief.articles) == 3
    assert "bread" not in brief.model_dump_json(exclude={"left_out"})
    assert verify_brief(brief).passed


@pytest.mark.parametrize("name", ["aaa", "bbb", "zzz"])
def test_where_the_name_of_the_stranger_sorts_changes_nothing(name: str) -> None:
    assert left_out(FERRY | {name: BAKERY}) == [f"{name}.txt"]


def test_a_lone_dissenter_stays() -> None:
    assert left_out(FERRY | {"dissent": DISSENT}) == []


def test_a_short_item_stays() -> None:
    assert left_out(FERRY | {"flash": "The ferry Aurora is aground off Port Elin."}) == []


def test_a_background_piece_that_one_article_leads_to_stays() -> None:
    background = (
        "The Aurora was built in 1988 and has carried passengers to Port Elin since 1990. Her "
        "owner bought a second ferry in 2004, sold it in 2011, and has looked for a buyer since. "
        "Several captains asked for newer radar. Mara Lind has been harbour master for nine years."
    )
    assert left_out(FERRY | {"history": background}) == []


def test_of_two_stories_the_larger_is_told() -> None:
    dam = {name: DAM[name] for name in ("herald", "courier")}
    assert left_out(FERRY | dam) == ["courier.txt", "herald.txt"]


def test_of_two_stories_of_equal_size_the_first_is_told_in_any_order() -> None:
    articles = [make_article(name, text) for name, text in DAM.items()]
    articles += [make_article(name, text) for name, text in FERRY.items()]
    wanted = ["courier.txt", "herald.txt", "post.txt"]
    for order in islice(permutations(articles), 0, 720, 143):
        sifted = sift_articles(order)
        assert [one.article for one in sifted.left_out] == wanted


def test_two_articles_that_share_nothing_are_both_kept_with_a_warning() -> None:
    brief = merge_story({"argus": FERRY["argus"], "bakers": BAKERY})
    assert len(brief.articles) == 2
    assert NO_STORY in brief.warnings


def test_a_story_of_one_or_of_none_is_no_matter_for_a_warning() -> None:
    assert sift_articles([]).kept == ()
    assert sift_articles([make_article("argus", FERRY["argus"])]).warnings == ()


def test_what_reading_a_stranger_cost_is_counted() -> None:
    read = [read_offline(name, text) for name, text in (FERRY | {"bakers": BAKERY}).items()]
    spent = [
        (article, one.model_copy(update={"usage": one.usage.model_copy(update={"calls": 1})}))
        for article, one in read
    ]
    assert merge_read(spent).usage.calls == 4


def test_an_article_in_another_language_is_kept_unread() -> None:
    german = make_article("zeitung", "Die Fähre lief am Montag bei Nebel auf einen Felsen auf.")
    german = german.model_copy(update={"language": "de"})
    articles = [make_article(name, text) for name, text in FERRY.items()]
    assert sift_articles([*articles, german]).left_out == ()
