"""Claims of two briefs: new words for the same are the same, and no change of meaning is.

The operators of `tests/changes` are made for the gate; whatever they do to a claim of the sample
articles, a comparison must show it.
"""

from collections.abc import Iterable

import pytest

from summarize.diff.claims import say_the_same
from summarize.diff.together import Together
from summarize.model import Claim
from tests.changes import CHANGES, RESTATEMENTS, Operator
from tests.samples import BRIEF
from tests.stories import lay_out, make_article, make_claim
from tests.test_gate_properties import everything, paraphrases

FEWEST_RESTATED = 0.9
"""Share of the restatements by rule that are no change."""


def pairs_of(operator: Operator) -> list[tuple[str, str]]:
    return [(one.text, new) for one in everything() for new in operator(one.text)]


def same_of(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the pairs of which the second, in a newer brief, counts as the first."""
    articles, claims = [], list[tuple[Claim, Claim]]()
    for number, texts in enumerate(dict.fromkeys(pairs)):
        both = []
        for side, text in zip(("old", "new"), texts, strict=True):
            articles.append(make_article(f"{side} {number}", text))
            both.append(make_claim(articles[-1], text, id=f"{side} c{number}"))
        claims.append((both[0], both[1]))
    story = lay_out(articles, [claim for pair in claims for claim in pair])
    together = Together(BRIEF, BRIEF, story, {})
    return [(a.text, b.text) for a, b in claims if say_the_same(a, b, together)]


@pytest.mark.parametrize("name", sorted(CHANGES))
def test_no_change_of_meaning_is_taken_for_new_words(name: str) -> None:
    assert same_of(pairs_of(CHANGES[name])) == []


def test_a_wrong_statement_in_other_words_is_a_change() -> None:
    wrong = [(one.evidence[0], one.statement) for one in paraphrases() if not one.supported]
    assert wrong
    assert same_of(wrong) == []


def test_most_restatements_are_no_change() -> None:
    pairs = [pair for operator in RESTATEMENTS.values() for pair in pairs_of(operator)]
    assert len(same_of(pairs)) >= FEWEST_RESTATED * len(set(pairs))
