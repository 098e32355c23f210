"""A finding is told in its source's whole sentence where that can stand, else in a clause of it."""

import pytest
from stories import merge_story

from summarize.model import Brief


def told(brief: Brief) -> list[str]:
    return [sentence.text for sentence in brief.summary]


def test_a_sentence_keeps_when_and_where_it_was_said() -> None:
    text = (
        "Speaking in Tolna on Monday, Mayor Ines Vale said that the port would stay shut for a week"
        " and that ferries would sail from Orlik."
    )
    assert told(merge_story({"one": text})) == [text]


def test_what_a_sentence_tells_besides_what_is_said_is_not_lost() -> None:
    text = (
        "The council of Orlik voted on Tuesday to close the old mill, which inspectors said was"
        " close to ruin."
    )
    assert told(merge_story({"one": text})) == [text]


def test_a_verb_that_judges_its_speaker_gives_way_to_said() -> None:
    text = "Mayor Ines Vale claimed on Monday that the port had been shut for a week."
    assert told(merge_story({"one": text})) == [
        "Mayor Ines Vale said that the port had been shut for a week."
    ]


def test_a_sentence_that_states_a_disputed_matter_beside_is_cut_to_what_is_said() -> None:
    texts = {
        "one": "Norway said that the cargo ship Aurora had entered its waters. "
        "Denmark denied that the cargo ship Aurora had entered its waters.",
        "two": "After the cargo ship Aurora had entered its waters, Norway said that two patrol "
        "boats were sent out from Bergen.",
    }
    said = told(merge_story(texts))
    assert "Norway said that two patrol boats were sent out from Bergen." in said


def test_one_side_of_a_judgement_that_others_reverse_is_not_told_alone() -> None:
    texts = {
        "one": "Norwegian officials called the new pilots of the coast guard well-trained.",
        "two": "Danish officials called the new pilots of the coast guard ill-trained.",
    }
    brief = merge_story(texts)
    assert [point.kind for point in brief.contested] == ["characterisation"]
    assert all("well-trained" in text and "ill-trained" in text for text in told(brief))


@pytest.mark.parametrize(
    "text",
    [
        "The denial came on Monday from Mayor Ines Vale in Tolna.",
        "The formal announcement was made by Mayor Ines Vale in Tolna.",
        "Mayor Ines Vale of Tolna said: “Nobody will ever forget about him in our town.”",
        "Ines Vale, a clerk of the council of Tolna, put it on the wall.",
    ],
)
def test_what_points_back_at_another_sentence_is_not_told(text: str) -> None:
    assert told(merge_story({"one": text})) == []


def test_a_body_that_shares_its_short_name_is_named_in_full() -> None:
    text = (
        "The Ukrainian General Staff met in Kyiv on Monday. "
        "Five assaults have been beaten back in the sector since the morning, the General Staff "
        "said. The Russian General Staff met in Moscow on Monday."
    )
    assert not any(
        "morning, the General Staff said" in one for one in told(merge_story({"one": text}))
    )


def test_the_weightiest_give_way_where_they_leave_the_room_empty() -> None:
    long = (
        "The council of Port Elin approved a plan on Monday evening to rebuild the harbour wall,"
        " the school, the bridge, the library, the station, the market hall and the town park with"
        " {} million euros from the state."
    )
    texts = {
        "one": long.format(40),
        "two": long.replace("approved", "set aside").format(40).replace("Monday", "Friday")
        + " Mayor Ines Vale resigned in Tolna after the fire at the old mill had killed two people."
        " Engineers from Verania opened the new lock in Orlik to cargo ships for the first time.",
    }
    brief = merge_story(texts, words=60)
    words = sum(len(sentence.split()) for sentence in told(brief))
    assert 50 <= words <= 60


def test_a_sentence_that_names_the_author_of_the_one_before_goes_with_it() -> None:
    text = (
        "Norway has confirmed that the cargo ship Aurora entered its waters. "
        "The announcement was made by Coast Guard chief Ines Vale in Bergen."
    )
    assert told(merge_story({"one": text})) == [text]


def test_what_two_articles_open_with_is_told_once() -> None:
    texts = {
        "one": "The council of Orlik voted on Tuesday to close the old mill by the river.",
        "two": "On Tuesday the council of Orlik voted to shut the river mill, built in 1902.",
    }
    assert len(told(merge_story(texts))) == 1


def test_what_the_agency_said_is_not_told_where_no_agency_is_named() -> None:
    assert told(merge_story({"one": "The agency said that Norway will close the port."})) == []
    assert told(merge_story({"one": "Spokesman said that Norway will close the port."})) == []


def test_an_unknown_about_an_unnamed_thing_is_not_told() -> None:
    opening = "Mayor Ines Vale said on Monday that the port of Tolna would stay shut for a week."
    unclear = "The image could not be independently verified."
    brief = merge_story({"one": f"{opening}\n\n{unclear}"})
    assert [unknown.text for unknown in brief.unknowns] == [unclear]
    assert told(brief) == [opening]


def test_times_that_differ_are_told_with_who_gives_them() -> None:
    texts = {
        "one": "Norway and Denmark signed a fishing treaty in early 2024, and boats sail again.",
        "two": "The fishing treaty that Norway and Denmark signed in June 2023 binds both navies.",
    }
    text = next(text for text in told(merge_story(texts)) if text.startswith("Accounts differ"))
    assert "early 2024 according to One" in text
    assert "June 2023 according to Two" in text


def test_judgements_that_differ_are_told_with_both_their_speakers() -> None:
    texts = {
        "one": "Norwegian officials called the new pilots of the coast guard well-trained.",
        "two": "Danish officials called the new pilots of the coast guard ill-trained.",
    }
    (text,) = told(merge_story(texts))
    assert text.startswith("Judgements of the capability of the pilots differ: ")
    assert "well-trained according to Norwegian officials" in text
    assert "ill-trained according to Danish officials" in text


FERRY = {
    "one": "The minister Olu Adey said that the ferry Blue Heron had been overloaded. "
    "The union denied that the ferry Blue Heron had been overloaded.",
    "two": "The death toll from the sinking of the ferry Blue Heron has risen to 19, the coast "
    "guard said on Tuesday.",
}


def test_a_ships_name_makes_no_sentence_part_of_the_dispute_about_it() -> None:
    assert any("has risen to 19" in text for text in told(merge_story(FERRY)))


def test_a_side_of_a_dispute_is_not_told_beside_it_in_other_words() -> None:
    texts = {
        "one": "Norway said that the port of Tolna was under its control. "
        "Denmark denied that the port of Tolna was under Norwegian control.",
        "two": "Norway declared the port of Tolna to be back in Norwegian hands on Monday.",
    }
    assert not any("hands" in text for text in told(merge_story(texts)))
