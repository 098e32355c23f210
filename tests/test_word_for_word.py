"""What the evidence has word for word is let through at once, and nothing that the gate refuses."""

import pytest
from stories import make_article

from summarize.extract.offline import OfflineEngine
from summarize.ground import support as gate
from summarize.ground.evidence import CitedArticle
from summarize.ground.speaking import Voice
from summarize.ground.support import support
from summarize.ground.word_for_word import is_word_for_word
from tests.changes import CHANGES

STORY = """The dam at Lorne was closed on Friday. Ana Kovar said the water was clean.

“The water is clean. The road is open,” Ida Lund told reporters.

Milo Brandt denied that the pump had failed. Ana Kovar said she hopes the road will open.

If it rains, Ida Lund said, the bridge will close. Lund said Kovar had called it “safe enough”."""
ARTICLE = make_article("lorne", STORY)


def is_seen(statement: str, evidence: str, speaker: str | None = None) -> bool:
    assert evidence in STORY
    return is_word_for_word(statement, [evidence], Voice(speaker, ARTICLE))


@pytest.mark.parametrize(
    ("statement", "evidence", "speaker"),
    [
        ("The dam at Lorne was closed on Friday.", "The dam at Lorne was closed on Friday.", None),
        ("The water was clean.", "Ana Kovar said the water was clean.", "Ana Kovar"),
        ("The water was clean.", "Ana Kovar said the water was clean.", "Kovar"),
        ("“The water is clean.”", "“The water is clean.", "Ida Lund"),
        ("“The road is open”", "The road is open,” Ida Lund told reporters.", "Lund"),
        ("Ana Kovar said the water was clean.", "Ana Kovar said the water was clean.", "Kovar"),
    ],
)
def test_a_sentence_or_all_that_its_speaker_says_is_seen(
    statement: str, evidence: str, speaker: str | None
) -> None:
    assert is_seen(statement, evidence, speaker)


@pytest.mark.parametrize(
    ("statement", "evidence", "speaker"),
    [
        ("The dam was closed on Friday.", "The dam at Lorne was closed on Friday.", None),
        ("The water was clean.", "Ana Kovar said the water was clean.", None),
        ("The water was clean.", "Ana Kovar said the water was clean.", "Ida Lund"),
        ("Ana Kovar said the water was clean.", "Ana Kovar said the water was clean.", "Ida Lund"),
        ("“The water was clean.”", "Ana Kovar said the water was clean.", "Ana Kovar"),
        ("The pump had failed.", "Milo Brandt denied that the pump had failed.", "Milo Brandt"),
        ("The road will open.", "Ana Kovar said she hopes the road will open.", "Ana Kovar"),
        ("The bridge will close.", "If it rains, Ida Lund said, the bridge will close.", "Lund"),
        ("…", "The dam at Lorne was closed on Friday.", None),
    ],
)
def test_what_needs_comparing_is_left_to_the_comparison(
    statement: str, evidence: str, speaker: str | None
) -> None:
    assert not is_seen(statement, evidence, speaker)


@pytest.mark.parametrize("name", sorted(CHANGES))
def test_no_change_of_meaning_is_seen_as_the_same_words(name: str) -> None:
    for sentence in CitedArticle(ARTICLE).sentences:
        for changed in CHANGES[name](sentence.text):
            for speaker in (None, "Ana Kovar", "Ida Lund", "Milo Brandt"):
                assert not is_seen(changed, sentence.text, speaker), changed


def test_the_comparison_agrees(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything that rules draft and that is let through at once, compared after all."""
    cited = CitedArticle(ARTICLE)
    seen = [
        (claim.text, [piece.quote for piece in cited.cite(claim.sentences)], claim.speaker)
        for claim in OfflineEngine("a test").draft(ARTICLE).claims
    ]
    seen = [one for one in seen if is_word_for_word(one[0], one[1], Voice(one[2], ARTICLE))]
    assert len(seen) > 3
    monkeypatch.setattr(gate, "is_word_for_word", lambda *_: False)
    for statement, quotes, speaker in seen:
        assert support(statement, quotes, speaker, ARTICLE).supported, statement
