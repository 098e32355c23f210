"""What the gate must do to every claim of the sample articles: let it pass, and no change of it.

The same holds for the evidence in data/support/paraphrases.jsonl, whose statements in other words
measure what the gate makes of wording that is not the source's.
"""

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize import extract, read
from summarize.ground.support import Support, support
from summarize.model import Article
from tests.changes import CHANGES, RESTATEMENTS
from tests.golden import ROOT

FEWEST_CHANGES = 1_000
"""Changed statements that the operators make, all in all."""

MOST_FALSE_ACCEPTS, MOST_FALSE_REJECTS = 0, 46
"""Of 80 wrong and 80 right statements in other words; they may only fall."""

PARAPHRASES = ROOT / "tests" / "data" / "support" / "paraphrases.jsonl"


class Told(NamedTuple):
    """A claim of a sample article as the gate is asked about it."""

    text: str
    quotes: list[str]
    speaker: str | None
    article: Article | None

    def ask(self, statement: str) -> Support:
        return support(statement, self.quotes, self.speaker, self.article)


class Paraphrase(NamedTuple):
    """A statement in other words than its evidence, and whether it says the same."""

    statement: str
    evidence: list[str]
    speaker: str | None
    supported: bool


@cache
def paraphrases() -> list[Paraphrase]:
    rows = map(json.loads, PARAPHRASES.read_text(encoding="utf-8").splitlines())
    return [Paraphrase(*(row[name] for name in Paraphrase._fields)) for row in rows]


def everything() -> Iterator[Told]:
    """Yield the claims of the sample articles and the evidence of the paraphrases."""
    yield from told()
    for sentence in sorted({piece for one in paraphrases() for piece in one.evidence}):
        yield Told(sentence, [sentence], None, None)


@cache
def told() -> list[Told]:
    articles = {article.id: article for article in read(str(ROOT / "seeds"))}
    found = []
    for extraction in extract(str(ROOT / "seeds")):
        names = {actor.id: actor.name for actor in extraction.actors}
        for claim in extraction.claims:
            speaker = names[claim.speaker_id] if claim.speaker_id else claim.source
            quotes = [piece.quote for piece in claim.evidence]
            found.append(Told(claim.text, quotes, speaker, articles[claim.article_id]))
    return found


def test_every_claim_is_carried_by_its_own_evidence() -> None:
    refused = [(one.text, one.ask(one.text).problems) for one in told()]
    assert [pair for pair in refused if pair[1]] == []


@pytest.mark.parametrize("name", sorted(CHANGES))
def test_no_change_of_meaning_passes(name: str) -> None:
    passed = [
        (changed, one.text)
        for one in everything()
        for changed in CHANGES[name](one.text)
        if one.ask(changed).supported
    ]
    assert passed == []


def test_the_operators_find_enough_to_change() -> None:
    changed = sum(
        len(list(change(one.text))) for one in everything() for change in CHANGES.values()
    )
    assert changed >= FEWEST_CHANGES


@pytest.mark.parametrize("name", sorted(RESTATEMENTS))
def test_every_restatement_passes(name: str) -> None:
    refused = [
        (restated, one.text, found.problems)
        for one in everything()
        for restated in RESTATEMENTS[name](one.text)
        if not (found := one.ask(restated)).supported
    ]
    assert refused == []


def test_other_words_are_judged_no_worse_than_before() -> None:
    wrong = Counter(
        one.supported
        for one in paraphrases()
        if support(one.statement, one.evidence, one.speaker).supported != one.supported
    )
    assert wrong[False] <= MOST_FALSE_ACCEPTS
    assert wrong[True] <= MOST_FALSE_REJECTS


WORDS = st.sampled_from(
    "the a that Field said Mayor Jo was not 1,300 trees in “ ” \" ' ( ) , . … — % $5 10:30pm U.S. "
    "don’t is and who, according to İ ½ ’s never least at 50 percent Norway’s".split()
)


@given(st.lists(WORDS, max_size=25), st.lists(WORDS, max_size=40))
def test_any_text_carries_itself_and_none_breaks_the_gate(
    said: list[str], other: list[str]
) -> None:
    statement, evidence = " ".join(said), " ".join(other)
    support(statement, [evidence], "Field")
    assert set(support(statement, [statement]).reasons) <= {"nothing stated"}
