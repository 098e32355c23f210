"""What is dated, agreed and can be read alone stands in the order in which it happened."""

import pytest
from stories import lay_out, make_article, make_claim, merge_story

from summarize.merge.timeline import find_timeline
from summarize.model import Brief, Claim, Finding, FindingStatus

LOG = make_article(
    "herald",
    "The gates were shut in March. The river rose on Monday. The river fell on Friday. "
    "This surprised the crews.",
)


def finding(number: int, *claims: Claim, status: FindingStatus = "attributed") -> Finding:
    return Finding(
        id=f"n{number}",
        text=claims[0].text,
        claim_ids=tuple(claim.id for claim in claims),
        article_ids=(LOG.id,),
        speaker_ids=(),
        origins=1,
        status=status,
        why="a test",
    )


ROSE = make_claim(LOG, "The river rose on Monday.", date="2025-03-03")
FELL = make_claim(LOG, "The river fell on Friday.", date="2025-03-07")
SHUT = make_claim(LOG, "The gates were shut in March.", date="2025-03")
POINTING = make_claim(LOG, "This surprised the crews.", date="2025-03-08")


def dates_of(*findings: Finding) -> list[str]:
    claims = [ROSE, FELL, SHUT, POINTING]
    return [entry.date for entry in find_timeline(lay_out([LOG], claims), findings)]


def test_the_oldest_comes_first_and_a_month_before_its_days() -> None:
    assert dates_of(finding(1, FELL), finding(2, ROSE), finding(3, SHUT)) == [
        "2025-03",
        "2025-03-03",
        "2025-03-07",
    ]


def test_findings_of_one_day_keep_the_order_in_which_they_come() -> None:
    story = lay_out([LOG], [ROSE])
    entries = find_timeline(story, [finding(10, ROSE), finding(9, ROSE)])
    assert [entry.finding_ids for entry in entries] == [("n10",), ("n9",)]


def test_claims_that_date_one_matter_differently_give_it_no_date() -> None:
    assert dates_of(finding(1, ROSE, FELL)) == []


def test_a_claim_without_a_date_takes_that_of_its_finding() -> None:
    undated = ROSE.model_copy(update={"id": "undated", "date": None})
    story = lay_out([LOG], [ROSE, undated])
    assert [entry.date for entry in find_timeline(story, [finding(1, undated, ROSE)])] == [
        "2025-03-03"
    ]


def test_what_is_contested_or_leans_on_another_sentence_is_left_out() -> None:
    assert dates_of(finding(1, ROSE, status="contested"), finding(2, POINTING)) == []


def story_of(*texts: str) -> Brief:
    return merge_story(dict(zip(("herald", "courier", "post"), texts, strict=False)))


def entries(*texts: str) -> list[tuple[str, str]]:
    return [(entry.date, entry.text) for entry in story_of(*texts).timeline]


def test_one_event_told_by_two_outlets_is_one_entry() -> None:
    brief = story_of(
        "The Tolna bridge collapsed into the river on Friday, killing two workers.",
        "Two workers died on Friday as the old Tolna bridge collapsed in heavy rain.",
    )
    [entry] = brief.timeline
    assert entry.date == "2025-04-25"
    told = [one for one in brief.findings if one.id in entry.finding_ids]
    assert len({article for one in told for article in one.article_ids}) == 2


def test_two_events_of_one_day_are_two_entries() -> None:
    told = entries(
        "The Tolna bridge collapsed into the river on Friday.",
        "Farmers in Orlik harvested the last of the cherries on Friday.",
    )
    assert [date for date, _ in told] == ["2025-04-25", "2025-04-25"]


def test_who_did_the_same_on_one_day_stays_two_entries() -> None:
    text = "Minister {} visited the flooded town of Orlik on Friday and promised help."
    assert len(entries(text.format("Carl Brandt"), text.format("Karl Lund"))) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Jo Field told reporters on Friday that the old bridge is safe.",
        "“The old bridge is safe for all the people of Orlik,” Mayor Jo Field said on Friday.",
        "(The old bridge in Orlik was opened in 1961.)",
        "As of 2024, there were 40 ferries on the lake.",
        "It was not clear in March 2024 who would pay for the bridge.",
        "The bank expects growth of 4 percent this year.",
        "The council of Orlik is happy with the bridge on Friday.",
    ],
    ids=["told", "quoted", "aside", "state", "unknown", "this year", "how things are"],
)
def test_what_is_no_dated_event_has_no_entry(text: str) -> None:
    assert entries(text) == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The old bridge in Orlik was opened in March 1961.", "1961-03"),
        ("The ferry is scheduled to sail again on 5 May 2025.", "2025-05-05"),
        ("The council has scheduled a hearing on May 26 to discuss the bridge.", "2025-05-26"),
        ("Mayor Jo Field said that the old bridge collapsed on Friday.", "2025-04-25"),
    ],
)
def test_a_dated_event_has_an_entry(text: str, date: str) -> None:
    assert [day for day, _ in entries(text)] == [date]
