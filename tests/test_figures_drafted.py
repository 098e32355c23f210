"""Which quantities of an article become figures: what is counted, not when something was."""

import pytest
from stories import make_article

from summarize.extract.figures import draft_figures
from summarize.extract.reading import read_language


def figures(text: str) -> list[tuple[str, str]]:
    drafted = draft_figures(read_language(make_article("one", text)))
    return [(figure.phrase, figure.what) for figure in drafted]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry was raised two days after the storm.",
        "Divers searched the bay for three weeks.",
        "The bridge was shut over the past two years.",
        "The captain, who is 52 years old, survived.",
    ],
)
def test_the_time_of_something_is_no_figure(text: str) -> None:
    assert figures(text) == []


def test_a_period_that_measures_something_is_a_figure() -> None:
    assert figures("The town endured two years of drought.") == [("two years", "drought")]
    assert figures("The captain got 12 years in prison.") == [("12 years", "prison")]


def test_whoever_gives_a_number_is_not_what_it_counts() -> None:
    text = "Navy officials said that up to $40 million would be spent."
    assert all(what != "Navy officials" for _, what in figures(text))
