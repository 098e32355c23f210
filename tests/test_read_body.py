"""Which lines are the article, and why the others are not."""

import pytest

from summarize.read.body import judge_lines
from summarize.read.boilerplate import LINE_RULES, MAX_RULE_WORDS, line_rule

PROSE = [
    "The company that runs the ferry said on Monday that nobody had tested the vessel's brakes.",
    "Nineteen passengers were treated for injuries, two of them for broken bones, it added.",
    "Investigators expect to publish a first report within thirty days, the ministry said.",
]


def reasons(*lines: str) -> list[str | None]:
    return [line.verdict for line in judge_lines(lines)]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Please enable JavaScript to view the comments powered by Disqus.", "script notice"),
        ("Advertisement", "advertisement"),
        ("x", "advertisement"),
        ("Story continues below advertisement", "advertisement"),
        ("Buy me a coffee", "donation box"),
        ("Support our journalism with a monthly gift", "donation box"),
        ("Sign up for our daily newsletter", "subscription box"),
        ("Already a subscriber? Log in", "subscription box"),
        ("© 2024 Harbour Ledger. All rights reserved.", "legal notice"),
        ("This site uses cookies to make it better.", "legal notice"),
        ("Share this article", "share buttons"),
        ("Facebook Twitter WhatsApp Email", "share buttons"),
        ("Print | E-mail", "share buttons"),
        ("12 Comments", "comment"),
        ("Leave a reply", "comment"),
        ("Your email address will not be published.", "comment"),
        ("Read also: Harbour master resigns", "related headline"),
        ("Previous articleHarbour master resigns", "related headline"),
        ("Photo: Ines Calloway / Harbour Ledger", "caption"),
        ("Home | News | Sport | Opinion", "navigation"),
        ("Tags: harbour, ferry", "navigation"),
        ("The Wayback Machine is an archive of the web.", "not the article"),
    ],
)
def test_a_line_of_the_page_is_known_by_rule(line: str, reason: str) -> None:
    rule = line_rule(line)
    assert rule is not None
    assert rule.reason == reason


@pytest.mark.parametrize(
    "line",
    [
        "Terms of the deal were not disclosed.",
        "Copyright law has not changed since then, the judge said.",
        "The weapons may not be used against targets on the other shore.",
        "For more than a year the news from the harbour had been bad.",
        "[The mayor] told us that nobody had asked her.",
        "«Nous attendons», said the captain.",
        "We do not know who did it.",
        "She left by the back door.",
        "Mr Brandt said:",
        "It was killed on Monday. (AP)",
        "No",
    ],
)
def test_a_sentence_of_an_article_is_not_taken_for_boilerplate(line: str) -> None:
    assert line_rule(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "Comments by the minister were published on Monday by two newspapers.",
        "The video has been removed by the company, the police said.",
        "Video from the pier showed cars rolling into the water.",
        "Let us know what you would do, the mayor told the crowd.",
        "World: the word was on every banner in the square.",
    ],
)
def test_a_sentence_that_reads_like_boilerplate_stays_between_paragraphs(line: str) -> None:
    assert reasons(*PROSE, line, *PROSE) == [None] * 7


def test_a_suspect_line_goes_at_the_end() -> None:
    assert reasons(*PROSE, "Let us know what you think of this story.")[-1] == "comment"


def test_a_subheading_inside_an_article_stays() -> None:
    assert reasons(*PROSE, "A long night", *PROSE) == [None] * 7


def test_a_run_of_headlines_below_an_article_goes() -> None:
    links = ["Harbour master resigns", "Cottage on sale again", "Council votes on a cruise tax"]
    assert reasons(*PROSE, *links)[3:] == ["navigation", "related headline", "related headline"]


def test_menus_above_an_article_go() -> None:
    assert reasons("Harbour", "Valley", "Weather today", *PROSE)[:3] == ["navigation"] * 3


def test_a_thread_of_comments_goes_with_what_its_readers_wrote() -> None:
    thread = [
        "2 Comments",
        "Posted by Gull on March 4, 2024",
        "I took that boat every day for years and it always felt wrong when it came in.",
        "Reply | Report",
        "Nobody listens to the crew, and nobody ever has, as far as I can remember it.",
    ]
    assert reasons(*PROSE, *thread) == [None] * 3 + ["comment"] * 5


def test_a_thread_without_a_heading_is_known_by_its_signatures() -> None:
    thread = [
        "Posted by: Gull, Delmouth on 8:21pm Tue 1 Jan 24",
        "I took that boat every day for years and it always felt wrong when it came in.",
        "Quote | Report this post",
        "Posted by: Anna, Delmouth on 9:06pm Tue 1 Jan 24",
        "Nobody listens to the crew, and nobody ever has, as far as I can remember it.",
    ]
    assert reasons(*PROSE, *thread)[3:] == ["comment"] * 5


def test_a_link_to_the_comments_above_the_article_opens_no_thread() -> None:
    assert reasons("3 Comments", *PROSE)[1:] == [None] * 3


def test_a_heading_of_links_takes_teasers_with_it() -> None:
    related = [
        "More like this",
        "Cottage goes on sale for a third time",
        "The buyer will have to bring a boat and...",
        "Council votes on a cruise tax in a stormy session",
        "Every passenger would pay two crowns for each day that a ship lies in the harbour.",
    ]
    assert set(reasons(*PROSE, *related)[3:]) == {"related headline"}


def test_a_bulleted_list_inside_an_article_stays() -> None:
    items = ["- a new crane on the northern quay", "- a night watch", "- a lease of ten years"]
    assert reasons(*PROSE, *items, *PROSE) == [None] * 9


def test_where_nothing_looks_like_prose_all_is_kept_that_no_rule_knows() -> None:
    assert reasons("rain sleet wind", "calm sun") == [None, None]


def test_every_rule_can_be_met_by_a_line_of_the_length_that_rules_see() -> None:
    assert {rule.reason for rules in LINE_RULES for rule in rules} >= {"comment", "navigation"}
    assert line_rule("word " * (MAX_RULE_WORDS + 1)) is None


def test_paragraphs_between_boxes_of_videos_are_no_teasers() -> None:
    lines = [
        *PROSE,
        "More videos",
        "Photo: Ann / Ledger",
        PROSE[0][:-1] + ", again.",
        "Advertisement",
    ]
    assert reasons(*lines)[5] is None


def test_an_appeal_for_money_is_known_in_any_wording() -> None:
    for line in ("Enjoying the Ledger? Keep its lamp lit.", "We have no owner: please chip in."):
        rule = line_rule(line)
        assert rule is not None
        assert rule.reason == "donation box"
    assert line_rule("Enjoying the sun, the captain said nothing.") is None
