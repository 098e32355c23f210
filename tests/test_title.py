"""A title is a neutral headline of the story's own sources, or the first thing that is said."""

from stories import lay_out, make_article, make_claim

from summarize.merge.title import choose_title
from summarize.model import Finding, SummarySentence

TOLD = "The Tolna dam was repaired by engineers."
ASKED = "The minister thanked the engineers of the Tolna dam."
SUMMARY = (SummarySentence(text="The Tolna dam was repaired by engineers.", finding_ids=("n1",)),)


def title(*headlines: str | None, language: str | None = "en") -> str:
    articles = [
        make_article(f"outlet{number}", f"{TOLD} {ASKED} {number}").model_copy(
            update={"title": headline, "language": language}
        )
        for number, headline in enumerate(headlines)
    ]
    claims = [make_claim(article, TOLD) for article in articles[:1]]
    findings = [
        Finding(
            id=f"n{number}",
            text=text,
            claim_ids=("c",),
            article_ids=("a",),
            speaker_ids=(),
            origins=1,
            status="attributed",
            why="a test",
        )
        for number, text in enumerate((TOLD, ASKED), 1)
    ]
    return choose_title(lay_out(articles, claims), findings, SUMMARY)


def test_the_headline_that_tells_most_of_the_findings_wins_in_any_order() -> None:
    best, other = "Engineers repaired the Tolna dam", "Tolna dam in the news"
    assert title(other, best) == title(best, other) == best


def test_a_loaded_headline_is_not_taken() -> None:
    assert title("Shocking Tolna dam blunder by engineers") == SUMMARY[0].text.rstrip(".") + " …"


def test_a_line_of_the_page_that_shares_nothing_with_the_story_is_not_taken() -> None:
    assert title("Sign in to read the whole page") == SUMMARY[0].text.rstrip(".") + " …"


def test_a_headline_in_another_language_or_too_long_is_not_taken() -> None:
    assert title("Tolna dam engineers", language="de") != "Tolna dam engineers"
    long = "Engineers repaired the Tolna dam " + "and again " * 6
    assert title(long) != long


def test_a_long_first_sentence_is_cut_at_its_last_comma_that_fits() -> None:
    text = (
        "The Tolna dam has held through the night, the water board said on Sunday, after three "
        "days of rain over the upper valley."
    )
    summary = (SummarySentence(text=text, finding_ids=("n1",)),)
    assert choose_title(lay_out([], []), [], summary) == (
        "The Tolna dam has held through the night, the water board said on Sunday"
    )


def test_a_story_without_a_sentence_says_so() -> None:
    assert choose_title(lay_out([], []), [], ()) == "No statement could be grounded"
