"""From a page's text to an article's body and what the page states."""

import datetime as dt
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.read import Metadata, Page, clean_page

PASTED = (Path(__file__).parent / "data" / "read" / "pasted.txt").read_text(encoding="utf-8")
LEAD = "The company that runs the ferry said on Monday that nobody had tested the vessel's brakes."
BODY = (
    f"{LEAD}\n\n"
    "Nineteen passengers were treated for injuries, two of them for broken bones, it added."
)


def clean(text: str, title: str | None = None) -> Page:
    return clean_page(Page(text, Metadata(title=title)))


def test_a_pasted_page_becomes_its_article() -> None:
    paragraphs = clean(PASTED).text.split("\n\n")
    assert len(paragraphs) == 4
    assert paragraphs[0].startswith("The company that runs the Delmouth ferry")
    assert paragraphs[3].startswith("Investigators expect")


def test_a_pasted_page_states_its_metadata() -> None:
    stated = clean(PASTED).metadata
    assert stated.title == "Ferry operator admits brakes were never tested before the pier crash"
    assert stated.authors == ("Ines Calloway", "Tom Brandt")
    assert stated.published == dt.date(2024, 3, 4)
    assert stated.original_source == "Reuters"


def test_all_that_is_removed_is_kept_with_its_reason() -> None:
    cleaned = clean(PASTED)
    reasons = {item.text: item.reason for item in cleaned.removed}
    assert reasons["Advertisement"] == "advertisement"
    assert reasons["Leave a reply"] == "comment"
    assert reasons["Nobody ever listens to the crew, do they?"] == "comment"
    assert reasons["Like what you are reading? Buy us a coffee!"] == "donation box"
    assert reasons["The buyer will have to bring a boat and..."] == "related headline"
    assert reasons["DELMOUTH, March 4 (Reuters) —"] == "dateline"
    kept = sum(len(line.split()) for line in cleaned.text.split("\n"))
    gone = sum(len(item.text.split()) for item in cleaned.removed)
    assert kept + gone == len(PASTED.split())


def test_a_first_sentence_is_not_taken_for_a_title() -> None:
    cleaned = clean(BODY)
    assert cleaned.metadata.title is None
    assert cleaned.text == BODY


def test_a_title_is_not_part_of_the_body() -> None:
    cleaned = clean(f"Nobody tested the ferry\n\n{BODY}")
    assert cleaned.metadata.title == "Nobody tested the ferry"
    assert cleaned.text == BODY


def test_a_known_title_is_taken_off_the_body_and_no_other_is_sought() -> None:
    cleaned = clean(
        f"Nobody Tested the Ferry\nA long night\n{BODY}", title="Nobody tested the ferry"
    )
    assert cleaned.metadata.title == "Nobody tested the ferry"
    assert "Nobody Tested" not in cleaned.text


def test_an_abstract_that_differs_from_the_lead_stays() -> None:
    abstract = "Brakes were never tested. The company apologises, and the town wants to know more."
    assert clean(f"Nobody tested the ferry\n\n{abstract}\n{BODY}").text.startswith(abstract)


def test_a_repeated_paragraph_goes_once() -> None:
    cleaned = clean(f"{BODY}\n\n{LEAD}")
    assert cleaned.text == BODY
    assert [(item.text, item.reason) for item in cleaned.removed] == [(LEAD, "duplicate")]


def test_a_repeated_question_stays() -> None:
    question = "What would you do if you were the captain?"
    text = f"{LEAD}\n{question}\nNobody knew what to say to that.\n{question}\n{LEAD[:-1]}, again."
    assert clean(text).text.count(question) == 2


def test_dates_within_a_chronology_stay() -> None:
    text = f"{BODY}\n\nMarch 4, 2024\n\n{LEAD[:-1]}, first.\n\nMarch 5, 2024\n\n{LEAD[:-1]}, again."
    assert "March 5, 2024" in clean(text).text


def test_the_publication_date_stands_before_the_update() -> None:
    text = f"Nobody tested the ferry\nUpdated: 6 March 2024\nPublished: 4 March 2024\n{BODY}"
    assert clean(text).metadata.published == dt.date(2024, 3, 4)


def test_what_a_source_states_stands_before_what_its_text_says() -> None:
    page = Page(f"Published: 4 March 2024\n{BODY}", Metadata(published=dt.date(2024, 3, 1)))
    assert clean_page(page).metadata.published == dt.date(2024, 3, 1)


LINES = [*PASTED.split("\n"), *BODY.split("\n"), "GENEVA —", "(AP) The talks went on.", "1.", "|"]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(LINES) | st.text(max_size=60), max_size=30))
def test_cleaning_a_body_again_changes_nothing(lines: list[str]) -> None:
    body = clean("\n".join(lines)).text
    assert clean_page(Page(body), seek_title=False).text == body


def test_a_megabyte_is_cleaned_in_linear_time() -> None:
    text = "\n\n".join(f"Paragraph {number}: {LEAD}" for number in range(10_000))
    started = time.perf_counter()
    clean(text)
    clean("a" * 1_000_000)
    clean("| - " * 250_000)
    assert time.perf_counter() - started < 20


def test_a_lone_line_is_the_body_and_no_title() -> None:
    line = "The road past the quarry opened again on Thursday, eleven days later"
    assert clean(line).text == line


@pytest.mark.parametrize(
    "dateline",
    ["DELMOUTH, Ohio, April 2, 2025 /PRNewswire/ --", "DELMOUTH, April 2 2025 -"],
)
def test_a_dateline_dates_an_article_that_no_other_line_dates(dateline: str) -> None:
    sentence = "The ferry company opened a second line to the islands, it said on Wednesday."
    cleaned = clean_page(Page(f"{dateline} {sentence}"))
    assert cleaned.text == sentence
    assert cleaned.metadata.published == dt.date(2025, 4, 2)
