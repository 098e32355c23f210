"""Claims that report the same become one finding; what excludes each other never does."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stories import evidence_of, make_actor, make_article, make_claim, merge_story

from summarize.language.similarity import TfIdf
from summarize.merge.align import ClaimIndex
from summarize.merge.event import EventIndex, Told
from summarize.merge.facts import are_at_other_times, are_elsewhere, are_others
from summarize.merge.grouping import MOST_MEMBERS, Groups
from summarize.model import Claim

ARREST = "customs officer arrest smuggler harbour".split()


def told(article: str, terms: Sequence[str], people: str = "", numbers: Sequence[int] = ()) -> Told:
    return Told(article, terms, frozenset(people.split()), frozenset(map(float, numbers)))


def one_event(*statements: Told) -> bool:
    """Say whether the first two of some statements report one event."""
    return EventIndex(statements).report_one_event(0, 1)


def test_reports_that_share_what_happened_are_of_one_event() -> None:
    others = [told(f"o{n}", ["weather", f"town{n}"]) for n in range(4)]
    assert one_event(told("a", ARREST), told("b", ["Tuesday", *ARREST]), *others)


def test_reports_of_other_people_are_of_two_events_however_alike() -> None:
    first, second = told("a", ARREST, "brandt"), told("b", ARREST, "lund")
    assert not one_event(first, second)
    assert one_event(first, told("b", ARREST, "brandt lund"))


def test_a_short_report_is_read_with_what_its_article_tells_around_it() -> None:
    short, other = told("a", ["police", "arrest"]), told("b", ["guard", "arrest", "sailor", "dock"])
    filler = [told(f"o{n}", ["arrest", f"w{n}", f"v{n}"]) for n in range(6)]
    around = ["Vellmark", "harbour", "smuggler", "cargo", "customs"]
    assert not one_event(short, other, *filler)
    assert one_event(short, other, told("a", around), told("b", around), *filler)


def test_numbers_that_both_articles_give_speak_for_one_event_and_others_against() -> None:
    terms = ["pirate", "capture", "navy", "gun", "sail"]
    further = ["pirate", "capture", "warship", "crew", "cargo"]
    filler = [told(f"o{n}", ["pirate", "capture", f"w{n}"]) for n in range(2)]
    alike = one_event(told("a", terms, "", [23]), told("b", further, "", [23]), *filler)
    apart = one_event(told("a", terms, "", [23]), told("b", further, "", [26]), *filler)
    assert (alike, apart) == (True, False)


def test_statements_without_a_word_in_common_are_never_of_one_event() -> None:
    around = ["harbour", "fire", "Vellmark"]
    around_both = told("a", around), told("b", around)
    assert not one_event(told("a", ["mayor"]), told("b", ["engine"]), *around_both)


@pytest.mark.parametrize(
    ("one", "other", "exclude"),
    [
        ("2024-05-03", "2024-05-04", True),
        ("2024-05-03", "2024-05", False),
        ("2024", "2023-12", True),
        (None, "2024", False),
    ],
)
def test_dates_exclude_each_other_unless_one_holds_the_other(
    one: str | None, other: str | None, exclude: bool
) -> None:
    assert are_at_other_times(one, other) is exclude
    assert are_at_other_times(other, one) is exclude


def test_places_exclude_each_other_where_none_is_shared_people_where_both_have_one_more() -> None:
    a, b, both, none = map(frozenset, ("a", "b", "ab", ""))
    assert are_elsewhere(a, b)
    assert not any((are_elsewhere(a, both), are_elsewhere(a, none), are_elsewhere(none, none)))
    assert are_others(a, b)
    assert not any((are_others(a, both), are_others(a, none)))


DAM = "The {} dam burst early on Monday and drowned the fields of the valley, engineers said."


def test_one_sentence_of_two_places_makes_two_findings() -> None:
    told = {
        "Orlik": "The old dam in Orlik burst early on Monday and drowned the fields of the valley.",
        "Tolna": "Early on Monday the old dam burst in Tolna and drowned the fields of the valley.",
    }
    articles = [make_article(name, sentence) for name, sentence in told.items()]
    places = [make_actor(one.outlet or "", "place", evidence_of(one, one.text)) for one in articles]
    claims = [
        make_claim(one, one.text, actor_ids=(place.id,))
        for one, place in zip(articles, places, strict=True)
    ]
    assert len(ClaimIndex(claims, places).groups) == 2
    assert len(ClaimIndex(claims, []).groups) == 1


@pytest.mark.parametrize(
    ("one", "other", "findings"),
    [
        ("the old bridge will be closed in June", "the old school will be closed in June", 2),
        ("Orlan Motors recalled all its buses", "Veld Motors recalled all its buses", 2),
        ("the troops reached the river on foot", "the soldiers reached the river on foot", 1),
        ("the council warned residents of the leak", "the council told residents of the leak", 1),
    ],
)
def test_one_form_of_words_about_two_things_makes_two_findings(
    one: str, other: str, findings: int
) -> None:
    texts = (f"{text[0].upper()}{text[1:]}." for text in (one, other))
    articles = [make_article(f"outlet {n}", text) for n, text in enumerate(texts)]
    claims = [make_claim(article, article.text) for article in articles]
    assert len(ClaimIndex(claims, []).groups) == findings


def test_one_sentence_of_two_days_makes_two_findings() -> None:
    articles = [make_article(name, DAM.format("old")) for name in ("one", "two")]
    dates = (("2025-04-25", "2025-04-26"), ("2025-04-25", "2025-04"))
    groups = [
        ClaimIndex(
            [
                make_claim(one, one.text, id=day, date=day)
                for one, day in zip(articles, days, strict=True)
            ],
            [],
        ).groups
        for days in dates
    ]
    assert [len(one) for one in groups] == [2, 1]


def test_a_statement_told_a_hundred_times_is_one_finding_of_all_its_articles() -> None:
    words = "ferry harbour market school bridge".split()
    texts = {
        f"outlet {n}": f"Mayor Jo Field said that the old {words[n % 5]} will be closed in June. "
        f"Reader {n} wrote to us."
        for n in range(100)
    }
    findings = merge_story(texts).findings
    told_by = sorted(len(one.article_ids) for one in findings)
    assert told_by[-5:] == [20] * 5


def test_all_who_negate_one_statement_stand_in_one_point() -> None:
    text = "The power company {} residents about the leak on Friday, Mayor Lena Frost said."
    verbs = ["warned" if n % 3 else "did not warn" for n in range(30)]
    texts = {
        f"outlet {n}": f"{text.format(verb)} Reader {n} wrote to us."
        for n, verb in enumerate(verbs)
    }
    (point,) = merge_story(texts).contested
    carried = {one.stance: len(one.article_ids) for one in point.positions}
    assert carried == {"asserts": 20, "denies": 10}


STATEMENTS = st.lists(st.lists(st.sampled_from("dam burst Orla 12 river".split())), max_size=30)


@given(STATEMENTS)
def test_every_statement_stands_in_one_group_with_none_that_is_not_one_with_it(
    statements: list[list[str]],
) -> None:
    weights = TfIdf(statements)
    keys = [tuple(sorted(one)) for one in statements]

    def are_one(one: int, other: int) -> bool:
        return weights.cosine(one, other) >= 0.6

    groups = Groups(weights, keys, 0.6, are_one)
    assert sorted(place for group in groups.members for place in group) == [*range(len(keys))]
    assert [group[0] for group in groups.members] == sorted(group[0] for group in groups.members)
    for number, group in enumerate(groups.members):
        assert {groups.home[place] for place in group} == {number}
        first = group[:MOST_MEMBERS]
        assert all(are_one(one, other) for one in first for other in first if one != other)


def test_a_claim_is_found_by_those_that_stand_for_its_group_alone() -> None:
    articles = [make_article(f"o{n}", f"{DAM.format('old')} Part {n}.") for n in range(20)]
    claims: list[Claim] = [make_claim(one, DAM.format("old")) for one in articles]
    index = ClaimIndex(claims, [])
    assert [len(group) for group in index.groups] == [20]
    assert [one for one, _ in index.near(claims[-1], 0.5)] == claims[:MOST_MEMBERS]
    assert index.like(claims[7]) == claims
