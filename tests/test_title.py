"""A title is a neutral headline of the story's own sources, or the first thing that is said."""

import pytest
from stories import merge_read, merge_story, read_offline

TOLD = "Engineers of Norway repaired the Tolna dam in nine days."
ASKED = "Minister Ana Kovar thanked the engineers of the Tolna dam."


def title(*headlines: str | None, language: str = "en") -> str:
    read = []
    for number, headline in enumerate(headlines):
        text = f"{TOLD} {ASKED} It was day {number}."
        article, extraction = read_offline(f"outlet{number}", text)
        changed = article.model_copy(update={"title": headline, "language": language})
        read.append((changed, extraction))
    return merge_read(read, 200).title


OWN = title(None)


def test_without_a_headline_the_first_sentence_is_the_title() -> None:
    assert OWN in (TOLD.rstrip("."), ASKED.rstrip("."))


def test_the_headline_that_tells_most_of_the_findings_wins_in_any_order() -> None:
    best, other = "Engineers repaired the Tolna dam", "Tolna dam makes the news"
    assert title(other, best) == title(best, other) == best


@pytest.mark.parametrize(
    "headline",
    [
        "Shocking Tolna dam blunder by engineers",
        "Sign in to read the whole page",
        "Why engineers repaired the Tolna dam",
        "Can engineers repair the Tolna dam?",
        "With the engineers of the Tolna dam",
        "Engineers vs. the Tolna dam",
        "‘A wonder’: engineers repaired the Tolna dam",
        "Opinion: engineers repaired the Tolna dam",
        "Engineers repaired the Tolna dam " + "and again " * 6,
    ],
)
def test_a_headline_that_leans_asks_comments_or_is_not_of_the_story_is_not_taken(
    headline: str,
) -> None:
    assert title(headline) == OWN


def test_a_headline_in_another_language_is_not_taken() -> None:
    german = read_offline("zwei", "Der Damm von Tolna wurde repariert.")
    changed = german[0].model_copy(update={"title": "Tolna dam repariert", "language": "de"})
    read = [read_offline("one", f"{TOLD} {ASKED}"), (changed, german[1])]
    assert merge_read(read, 200).title == OWN


def test_a_long_first_sentence_is_cut_where_it_still_says_the_same() -> None:
    text = (
        "The Tolna dam has held through the night despite the flood, the water board said on "
        "Sunday, after three days of rain over the upper valley of Orlik."
    )
    assert merge_story({"one": text}).title == (
        "The Tolna dam has held through the night despite the flood, the water board said on Sunday"
    )


def test_a_cut_keeps_who_says_it() -> None:
    text = (
        "Two men from Bergen were arrested for running a ring of thieves, after weeks in which "
        "officers had watched a home for the old of Tolna day and night, police said."
    )
    head = merge_story({"one": text}).title
    assert head.startswith("Two men from Bergen were arrested")
    assert head.endswith(", police said")


def test_a_story_without_a_sentence_says_so() -> None:
    assert merge_story({"one": "Why did it fail? Who knows?"}).title == (
        "No statement could be grounded"
    )


def test_a_story_of_which_all_is_disputed_is_headed_by_the_question() -> None:
    text = "{} said that {} people fled the quake."
    told = {"one": text.format("Norwegian police", 12), "two": text.format("Danish doctors", 19)}
    assert merge_story(told).title == "How many people fled?"


def test_a_title_does_not_end_before_what_its_verb_governs() -> None:
    text = (
        "Judge Ines Vale of Tolna sentenced the ailing Max Thorn, 73, to an agreed term of eighty "
        "five months in prison on a count of fraud that he had denied for the whole of two years."
    )
    assert not merge_story({"one": text}).title.endswith("Max Thorn, 73")


def test_a_headline_with_a_replaced_number_or_one_side_is_not_taken() -> None:
    first = (
        "The coast guard said on Monday that at least 14 people died when the ferry Heron sank. "
        "The minister Olu Adey said that the ferry Heron had been overloaded. "
        "The union denied that the ferry Heron had been overloaded."
    )
    then = "The coast guard said on Tuesday that 19 people died when the ferry Heron sank."
    heads = ("Ferry Heron sinks; at least 14 people died", "Ferry Heron had been overloaded")
    read = []
    for number, (text, head) in enumerate(zip((first, then), heads, strict=True)):
        article, extraction = read_offline(f"outlet{number}", text)
        read.append((article.model_copy(update={"title": head}), extraction))
    assert merge_read(read, 200).title not in heads
