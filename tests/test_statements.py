"""What a sentence states is cut so that nobody is said to say what he only wished or was told."""

import pytest
from stories import make_article

from summarize.extract.claims import draft_claims
from summarize.extract.reading import read_language


def stated(text: str) -> list[str]:
    return [claim.text for claim in draft_claims(read_language(make_article("one", text)))]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Kovar demanded that he mend the roof.",
        "The health agency recommended that all guests wear helmets.",
    ],
)
def test_a_wish_is_not_cut_into_a_statement(text: str) -> None:
    assert stated(text) == [text]


def test_what_somebody_suggests_as_a_fact_is_a_statement() -> None:
    assert stated("Ana Kovar suggested that the roof was old.") == ["The roof was old."]


def test_a_pronoun_that_may_mean_the_hearer_keeps_its_sentence() -> None:
    told = "Ana Kovar told minister Ole Berg that he should resign."
    assert stated(told) == [told]
    assert stated("Ole Berg told reporters that he would resign.") == ["He would resign."]


@pytest.mark.parametrize(
    "text",
    [
        "In this May 2014 file photo, Ana Kovar leaves the court.",
        "FILE - This picture released by the navy shows the ferry.",
        "AK: The dam was built by my father.",
        "Photo: Ole Berg / Tolna Post The dam has burst.",
        "Ana Kovar is pictured with her sister at the dam.",
        "Ana Kovar may be reached at ana@example.org for questions.",
        "Ana Kovar speaks outside the court in Tolna, Friday, May 2, 2014.",
        "Wow, the dam has burst at last.",
    ],
)
def test_a_caption_or_an_exclamation_tells_no_news(text: str) -> None:
    assert stated(text) == []


def test_news_may_have_its_whole_date() -> None:
    text = "Ana Kovar spoke outside the court in Tolna on Friday, May 2, 2014."
    assert stated(text) == [text]


def test_this_spring_is_no_caption() -> None:
    text = "In this spring of drought the harvest failed."
    assert stated(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Families waiting for news of the ferry Aurora were told on Monday to go home.",
        "Under the new plan, participating towns require their schools to open in May.",
        "Prices rose by 3 percent in Brunia in May.",
        "The vote in Tolna brought Ines Vale into office.",
        "A blast targeting the market of Orlik killed two guards on Monday.",
    ],
)
def test_a_sentence_that_opens_like_a_part_of_one_is_told(text: str) -> None:
    assert stated(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "A guard waiting at the gate of the mill of Tolna.",
        "Would have been sold to Brunia in May by the council of Tolna.",
        "Officials of Tolna who had met in Orlik on Monday.",
    ],
)
def test_a_part_of_a_sentence_tells_nothing(text: str) -> None:
    assert stated(text) == []
