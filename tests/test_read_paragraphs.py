"""From lines to paragraphs."""

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from summarize.read.paragraphs import split_paragraphs

FIRST = (
    "The bridge was closed at noon after a barge struck one of its piers, and engineers went down "
    "to look for cracks while several hundred cars waited on either bank of the river for news."
)
SECOND = (
    "By evening the police had turned most of them back, and the owner of the barge had promised "
    "to pay for the repairs, whatever they would come to in the end."
)


def test_a_single_newline_ends_a_paragraph() -> None:
    assert split_paragraphs(f"{FIRST}\n{SECOND}") == [FIRST, SECOND]


def test_blank_lines_and_spaces_are_no_paragraphs() -> None:
    assert split_paragraphs(f"\n  {FIRST}\n \n\n{SECOND}  \n") == [FIRST, SECOND]


def test_hard_wrapped_paragraphs_are_joined_again() -> None:
    wrapped = "\n\n".join(textwrap.fill(text, 72) for text in (FIRST, SECOND))
    assert split_paragraphs(wrapped) == [FIRST, SECOND]


def test_a_hyphen_at_the_end_of_a_wrapped_line_stays() -> None:
    text = (
        "The committee asked the ministry for figures about the long-\n"
        "term effects of the scheme and received no answer for several\n"
        "weeks, as its members told the court when they were asked to\n"
        "explain why the vote was held without them."
    )
    assert "long-term effects" in split_paragraphs(text)[0]


def test_list_items_of_wrapped_text_stay_apart() -> None:
    text = (
        "The council listed what it wants from the harbour company before\n"
        "it will sign the lease, and gave it until the end of the month:\n"
        "- a new crane on the northern quay, paid for by the company and\n"
        "inspected by the town every year;\n"
        "- a night watch, for as long as the lease runs and the yard is\n"
        "open to the public.\n"
    )
    assert [line[:12] for line in split_paragraphs(text)] == [
        "The council ",
        "- a new cran",
        "- a night wa",
    ]


@given(st.lists(st.text(alphabet="ab .,\n-A"), max_size=12))
def test_splitting_what_was_split_changes_nothing(parts: list[str]) -> None:
    once = split_paragraphs("\n".join(parts))
    assert split_paragraphs("\n\n".join(once)) == once
