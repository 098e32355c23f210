"""Figures of one measure: who gives what and as of when, and whether all can hold."""

import datetime as dt
import time
from collections.abc import Mapping, Sequence

import pytest
from stories import make_article, merge_read

from summarize.extract.offline import OfflineEngine
from summarize.ground.grounding import ground_draft
from summarize.ground.support import carries, support
from summarize.merge.figures import group_figures
from summarize.merge.story import gather_story
from summarize.model import Article, Brief, Extraction, FigureGroup
from summarize.verify import verify_brief

MONDAY = dt.date(2025, 4, 21)


def read(name: str, text: str, day: dt.date | None = MONDAY) -> tuple[Article, Extraction]:
    article = make_article(name, text).model_copy(update={"published": day})
    return article, ground_draft(OfflineEngine("asked for").draft(article), article)


def brief_of(texts: Mapping[str, str], days: Mapping[str, int] | None = None) -> Brief:
    """Merge `texts`, each published so many days after a Monday."""
    return merge_read(
        [
            read(name, text, MONDAY + dt.timedelta(days=(days or {}).get(name, 5)))
            for name, text in texts.items()
        ]
    )


def groups_of(brief: Brief) -> list[FigureGroup]:
    return [group for group in brief.figure_groups if len(group.figure_ids) > 1]


def values_of(brief: Brief) -> list[set[float]]:
    figures = {figure.id: figure for figure in brief.figures}
    groups = ({figures[one].low for one in group.figure_ids} for group in brief.figure_groups)
    return sorted(groups, key=min)


FIRE = "in the blaze at the Orlik mill"


def test_a_later_count_of_the_same_speaker_supersedes_the_earlier() -> None:
    brief = brief_of(
        {
            "herald": f"On Monday 12 people were killed {FIRE}, the fire service said.",
            "post": f"By Tuesday 19 people had been killed {FIRE}, the fire service said.",
        }
    )
    (group,) = groups_of(brief)
    figures = {figure.id: figure for figure in brief.figures}
    assert group.status == "superseded"
    assert group.why == (
        "12 of 21 April 2025, 19 of 22 April 2025, both by the fire service: the later one counts"
    )
    assert [figures[one].low for one in group.superseded_ids] == [12]
    assert not brief.contested


def test_a_finding_of_a_superseded_count_is_superseded_and_not_told_as_current() -> None:
    brief = brief_of(
        {
            "herald": f"The fire service said on Monday that 12 people had been killed {FIRE}.",
            "post": f"The fire service said on Tuesday that 19 people had been killed {FIRE}.",
        }
    )
    statuses = {finding.text: finding for finding in brief.findings}
    old = next(finding for text, finding in statuses.items() if "12" in text)
    new = next(finding for text, finding in statuses.items() if "19" in text)
    assert (old.status, new.status) == ("superseded", "attributed")
    assert "the later one counts" in old.why
    said = " ".join(sentence.text for sentence in brief.summary)
    assert "19 people" in said
    assert "12 people" not in said


def test_an_outlets_own_later_count_supersedes_its_earlier_by_the_day_of_the_article() -> None:
    first, then = (
        read("herald", f"At least {n} people were killed {FIRE}.", MONDAY + dt.timedelta(days=day))
        for n, day in ((12, 0), (19, 1))
    )
    later = then[0].model_copy(update={"path": "herald-2.txt"})
    brief = merge_read([first, (later, then[1])])
    (group,) = groups_of(brief)
    assert group.status == "superseded"
    assert len(group.superseded_ids) == 1


def test_counts_of_two_times_by_two_sources_are_no_contradiction() -> None:
    brief = brief_of(
        {
            "herald": f"The fire service said on Monday that 12 people had been killed {FIRE}.",
            "post": f"Doctors said on Tuesday that 19 people had been killed {FIRE}.",
        }
    )
    assert not brief.contested
    assert {group.status for group in brief.figure_groups} <= {"agrees", "scope"}


def test_a_count_without_a_time_is_of_the_time_of_another_of_its_value() -> None:
    brief = brief_of(
        {
            "herald": f"Rescuers said on Monday that 31 people had been killed {FIRE}.",
            "post": f"Doctors said on Tuesday that 40 people had been killed {FIRE}.",
            "sun": f"Mayor Ines Vale said that 40 people had been killed {FIRE}.",
        }
    )
    (group,) = groups_of(brief)
    assert group.status == "scope"
    assert "counts of different times" in group.why
    assert not brief.contested


def test_two_days_have_two_counts() -> None:
    brief = brief_of(
        {
            "herald": "Police said that 12 people were arrested at the march on Monday.",
            "post": "Police said that 19 people were arrested at the march on Tuesday.",
        }
    )
    assert values_of(brief) == [{12}, {19}]


def test_a_superseded_count_is_no_side_of_a_dispute_over_the_later_one() -> None:
    brief = brief_of(
        {
            "herald": f"The fire service said on Monday that 12 people had been killed {FIRE}.",
            "post": f"The fire service said on Tuesday that 19 people had been killed {FIRE}.",
            "sun": f"Doctors said on Tuesday that 30 people had been killed {FIRE}.",
        }
    )
    (point,) = brief.contested
    assert [position.statement for position in point.positions] == ["19", "30"]
    (group,) = groups_of(brief)
    assert group.status == "differs"
    assert len(group.superseded_ids) == 1


@pytest.mark.parametrize(
    ("first", "second", "status"),
    [
        ("about 1,300 homes", "1,287 homes", "rounding"),
        ("between 1,200 and 1,400 homes", "1,287 homes", "rounding"),
        ("more than 1,200 homes", "1,287 homes", "rounding"),
        ("about 1,300 homes", "1,100 homes", "differs"),
        ("1,300 homes", "1,300 homes", "agrees"),
    ],
)
def test_values_that_bounds_let_both_hold_are_no_dispute(
    first: str, second: str, status: str
) -> None:
    brief = brief_of(
        {
            "herald": f"Japanese police said that {first} were damaged by the quake.",
            "post": f"Japanese rescuers said that {second} were damaged by the quake.",
        }
    )
    (group,) = groups_of(brief)
    assert group.status == status
    assert [point.kind for point in brief.contested] == ["figure"] * (status == "differs")
    if status != "agrees":
        assert f"{first.removesuffix(' homes')} (Japanese police)" in group.why


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        (
            "Kenyan doctors said that 30 passengers were killed in the crash of the bus.",
            "Kenyan police said that 52 passengers were killed or wounded in the crash of the bus.",
        ),
        (
            "The airline cancelled 300 domestic flights after the storm, a spokesman said.",
            "The airline cancelled 500 flights after the storm, airport officials said.",
        ),
        (
            "Aid workers said that 11,000 Norwegian soldiers were sent to the Tolna valley in May.",
            "The ministry said that 14,000 soldiers were sent to the Tolna valley in May.",
        ),
        (
            "Doctors said that 100 soldiers were killed in Orlik. The battle of Orlik went on.",
            "The ministry said that 240 soldiers were killed along the whole front.",
        ),
    ],
)
def test_a_part_and_its_whole_may_both_hold(part: str, whole: str) -> None:
    brief = brief_of({"herald": part, "post": whole})
    (group,) = groups_of(brief)
    assert group.status == "scope"
    assert "a part of" in group.why
    assert not brief.contested


def test_a_part_that_is_larger_than_the_whole_is_of_something_else() -> None:
    brief = brief_of(
        {
            "herald": "The airline cancelled 900 domestic flights after the storm, pilots said.",
            "post": "The airline cancelled 500 flights after the storm, airport officials said.",
        }
    )
    assert not groups_of(brief)


def test_three_values_of_three_speakers_stay_three() -> None:
    text = "{} said that {} people had been moved to safety from the valley."
    brief = brief_of(
        {
            "herald": text.format("Mayor Ines Vale", "9,000"),
            "post": text.format("Governor Otto Brandt", "12,000"),
            "sun": text.format("Aid worker Lena Frost", "15,000"),
        }
    )
    (point,) = brief.contested
    assert [position.statement for position in point.positions] == ["9,000", "12,000", "15,000"]
    assert len({holder for position in point.positions for holder in position.holder_ids}) == 3


def test_values_of_different_places_are_not_grouped() -> None:
    text = "Police said that {} people were killed in {} when the storm came."
    towns = "The mayor of {0} spoke. It rained in {0} all week."
    brief = brief_of(
        {
            "herald": f"{text.format(12, 'Orlik')} {towns.format('Orlik')}",
            "post": f"{text.format(19, 'Port Amsel')} {towns.format('Port Amsel')}",
        }
    )
    assert not groups_of(brief)
    assert not brief.contested


def test_numbers_that_one_sentence_lists_are_of_as_many_things() -> None:
    brief = brief_of(
        {
            "herald": "Mayor Ines Vale reported 40 wasted doses, Mayor Otto Brandt 52 doses and "
            "Mayor Lena Frost 61 doses."
        }
    )
    assert not groups_of(brief)


def test_who_gives_two_numbers_in_one_article_counts_two_things() -> None:
    brief = brief_of(
        {
            "herald": "The ministry will send a delegation of more than 400 to the games.\n\n"
            "It will send a delegation of 150 to the games for the disabled."
        }
    )
    assert not groups_of(brief)


def test_what_became_of_those_counted_keeps_them_apart() -> None:
    brief = brief_of(
        {
            "herald": "The army said that 97 rockets were fired at Orlik on Friday.",
            "post": "The army said that 99 rockets were intercepted over Orlik on Friday.",
        }
    )
    assert not groups_of(brief)


@pytest.mark.parametrize(
    ("told", "question"),
    [
        ("{} sailors were rescued from the ferry", "How many sailors were rescued?"),
        ("{} sailors died on the ferry", "How many sailors died?"),
        ("the old ferry carried {} cars on its last trip", "What is the number of cars?"),
        (
            "the repair of the old ferry would cost {}",
            "What is the figure for the repair of the old ferry?",
        ),
    ],
)
def test_the_question_of_a_disputed_figure_is_a_sentence(told: str, question: str) -> None:
    sign = "$" if "cost" in told else ""
    brief = brief_of(
        {
            "herald": f"Norwegian police said that {told.format(f'{sign}40')}.",
            "post": f"Danish officials said that {told.format(f'{sign}70')}.",
        }
    )
    assert [point.question for point in brief.contested] == [question]


def test_a_dispute_over_a_count_is_told_in_one_sentence_that_can_be_verified() -> None:
    text = "{} said that {} sailors were rescued from the ferry."
    brief = brief_of(
        {
            "herald": text.format("Norwegian police", "40"),
            "post": text.format("Danish officials", "about 70"),
            "sun": text.format("Swedish officials", "more than 100"),
        }
    )
    told = [one.text for one in brief.summary if "depending on the source" in one.text]
    assert " ".join(told) == (
        "Between 40 and 100 sailors were rescued, depending on the source: 40 according to "
        "Norwegian police; about 70 according to Danish officials; more than 100 according to "
        "Swedish officials."
    )
    assert not verify_brief(brief, gate=support).failures


def test_two_values_that_lie_side_by_side_have_nothing_between_them() -> None:
    text = "{} said that {} sailors were rescued from the ferry."
    brief = brief_of(
        {
            "herald": text.format("Norwegian police", "eight"),
            "post": text.format("Danish officials", "nine"),
        }
    )
    told = [one.text for one in brief.summary if "depending on the source" in one.text]
    assert " ".join(told) == (
        "Either eight or nine sailors were rescued, depending on the source: eight according to "
        "Norwegian police; nine according to Danish officials."
    )
    assert not verify_brief(brief, gate=support).failures


def crowd(size: int) -> Sequence[tuple[Article, Extraction]]:
    return [
        read(
            f"paper{n:04}",
            f"Officials of district {n} said that {40 + n % 7} homes were damaged by flood {n}. "
            f"The council of district {n} said that {n % 90 + 10} people were killed by the flood.",
        )
        for n in range(size)
    ]


def test_the_time_to_group_figures_grows_no_faster_than_their_number() -> None:
    spent = []
    for size in (50, 400):
        articles, extractions = zip(*crowd(size), strict=True)
        story = gather_story(articles, extractions, carries)
        start = time.process_time()
        groups = group_figures(story)
        spent.append(time.process_time() - start)
        assert sum(len(group.figure_ids) for group in groups) == len(story.figures)
    assert spent[1] < 8**1.3 * max(spent[0], 0.01)
