"""A claim is denied, an offer turned down and a suit dismissed: only the first is a denial."""

import pytest
from stories import make_article

from summarize.extract.claims import draft_claims
from summarize.extract.reading import read_language


def kinds(text: str) -> list[str]:
    return [claim.kind for claim in draft_claims(read_language(make_article("one", text)))]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Kovar rejected the claim that the dam was unsafe.",
        "The mayor rejected that claim.",
        "Ana Kovar denied that the dam was unsafe.",
        "The claim was rejected by the mayor.",
        "Ana Kovar dismissed the report as “pure fiction”.",
    ],
)
def test_a_statement_is_denied(text: str) -> None:
    assert kinds(text) == ["denial"]


@pytest.mark.parametrize(
    "text",
    [
        "Judges dismissed appeals by both companies.",
        "The appeals court rejected the claim of the bank.",
        "The union rejected the offer of the bank.",
        "Speaker Ines Vale rejected two of the members whom he chose to sit on the panel.",
    ],
)
def test_a_suit_or_an_offer_is_not(text: str) -> None:
    assert "denial" not in kinds(text)
