"""What is dated, agreed and can be read alone stands in the order in which it happened."""

from stories import lay_out, make_article, make_claim

from summarize.merge.timeline import find_timeline
from summarize.model import Claim, Finding, FindingStatus

LOG = make_article(
    "herald",
    "The gates were shut on Sunday. The river rose on Monday. The river fell on Friday. "
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
SHUT = make_claim(LOG, "The gates were shut on Sunday.", date="2025-03")
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
