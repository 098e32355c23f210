"""Who is behind a statement, and what only seems to speak."""

import pytest
from stories import make_article

from summarize.extract.reading import read_language
from summarize.extract.speakers import Speaker, find_speaker


def speakers(text: str) -> list[Speaker | None]:
    reading = read_language(make_article("one", text))
    return [find_speaker(reading, attribution) for attribution in reading.attributions]


@pytest.mark.parametrize(
    ("text", "actor", "kind", "sourcing"),
    [
        ("Ana Kovar said that the dam was safe.", "Ana Kovar", "person", "named"),
        ("Reuters said that the dam was safe.", "Reuters", "organisation", "other outlet"),
        ("Norwegian officials said that it was safe.", "Norwegian officials", "group", "role"),
        ("Two sources said that the dam was safe.", "Two sources", "group", "anonymous"),
    ],
)
def test_a_source_is_named_by_what_it_is(text: str, actor: str, kind: str, sourcing: str) -> None:
    (speaker,) = speakers(text)
    assert speaker is not None
    assert (speaker.actor, speaker.kind, speaker.sourcing) == (actor, kind, sourcing)


def test_a_document_states_something_but_is_no_actor() -> None:
    (speaker,) = speakers("A court filing said that the dam was unsafe.")
    assert speaker is not None
    assert (speaker.actor, speaker.words, speaker.sourcing) == (None, "A court filing", "document")


def test_its_officials_are_those_of_the_state_named_before() -> None:
    text = "Norway closed the border. Its officials said that the road was unsafe."
    (speaker,) = speakers(text)
    assert speaker is not None
    assert (speaker.actor, speaker.alias) == ("Norway's officials", "officials")


def test_what_cannot_speak_says_nothing() -> None:
    assert all(
        speaker is None for speaker in speakers("This development shows that trade is slowing.")
    )


def test_a_source_that_only_points_back_is_not_known() -> None:
    (speaker,) = speakers("This research found that the dam was old.")
    assert speaker is not None
    assert not speaker.is_known


def test_her_family_is_that_of_the_only_person_named_before() -> None:
    text = "Ana Kovar sued Northgate Bank in May. Her family said that the loan was paid back."
    (speaker,) = speakers(text)
    assert speaker is not None
    assert speaker.actor == "Ana Kovar's family"
    two = f"Eva Berg and {text}"
    (speaker,) = speakers(two)
    assert speaker is not None
    assert not speaker.is_known
