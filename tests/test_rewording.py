"""A writer may word a sentence; the gate, neutrality and length decide whether it stands."""

from collections.abc import Sequence
from functools import partial

import pytest

from summarize.ground.support import carries
from summarize.merge.brief import merge_extractions
from summarize.merge.rewording import Wordable, Worded
from summarize.model import Brief, Usage
from tests.stories import CREATED, DAM, merge_story, read_offline

PLAIN = merge_story(DAM)
MOVED = "Aid workers said that about 12,000 people were moved to safety."


def word(*, given: str, instead_of: str) -> Brief:
    """Merge the story with a writer who words one sentence."""

    def write(sentences: Sequence[Wordable]) -> Worded:
        texts = [given if instead_of in one.text else None for one in sentences]
        assert len(set(texts)) == 2, [one.text for one in sentences]
        return Worded(texts, Usage(calls=1, prompt_tokens=9))

    articles, extractions = zip(*(read_offline(*one) for one in DAM.items()), strict=True)
    return merge_extractions(
        articles, extractions, words=200, created=CREATED, gate=carries, writer=write
    )


def summary(brief: Brief) -> list[str]:
    return [sentence.text for sentence in brief.summary]


def test_a_wording_that_the_evidence_carries_stands() -> None:
    given = "The dam holds 40 million litres of water and was built in 1961."
    made = word(given=given, instead_of="1961")
    assert given in summary(made)
    assert given not in summary(PLAIN)
    assert PLAIN.findings == made.findings  # what merges is settled before
    assert made.usage.calls == 1


@pytest.mark.parametrize(
    "given",
    [
        "The dam was built in 1916 and holds 40 million litres of water.",
        "The dam was not built in 1961 and holds 40 million litres of water.",
        "The dam was built in 1961 and holds 40 million barrels of water.",
        "The scandalous dam was built in 1961 and holds 40 million litres of water.",
        (
            "The dam was built in 1961 and holds 40 million litres of water, and everybody in the "
            "valley knows it and has always known it as well as anybody can."
        ),
        "Ana Kovar said the dam was built in 1961 and holds 40 million litres of water.",
        "It is.",
        "",
    ],
)
def test_a_wording_that_cannot_stand_gives_way_to_the_template(given: str) -> None:
    made = word(given=given, instead_of="1961")
    assert summary(made) == summary(PLAIN)
    assert made.title == PLAIN.title


def test_sentences_of_figures_and_disputes_are_never_worded() -> None:
    seen: list[str] = []

    def write(sentences: Sequence[Wordable]) -> Worded:
        seen.extend(one.text for one in sentences)
        return Worded(())

    articles, extractions = zip(*(read_offline(*one) for one in DAM.items()), strict=True)
    made = merge_extractions(
        articles, extractions, words=200, created=CREATED, gate=carries, writer=write
    )
    assert any("depending on the source" in text or "denied" in text for text in summary(made))
    assert not any("depending on the source" in text or "denied this" in text for text in seen)
    assert summary(made) == summary(PLAIN)


def _give(worded: Worded, _sentences: Sequence[Wordable]) -> Worded:
    return worded


def test_a_writer_who_gives_too_few_or_too_many_texts_costs_nothing() -> None:
    for texts in ([], ["A thing."] * 99):
        articles, extractions = zip(*(read_offline(*one) for one in DAM.items()), strict=True)
        given = Worded(texts, warnings=("the summary is worded by templates: a test",))
        made = merge_extractions(
            articles,
            extractions,
            words=200,
            created=CREATED,
            gate=carries,
            writer=partial(_give, given),
        )
        assert summary(made) == summary(PLAIN)
        assert "the summary is worded by templates: a test" in made.warnings
