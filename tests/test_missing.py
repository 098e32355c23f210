"""What is said not to be known, and what of it is missing."""

import pytest

from summarize.language.document import parse_statement
from summarize.language.modality import read_modality
from summarize.language.modality.missing import read_missing
from summarize.model import Missing
from summarize.verify import verify_brief
from tests.stories import DAM, merge_story


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("It remains unclear who will pay for the dam.", "who"),
        ("The identity of the driver has not been released.", "who"),
        ("Police do not yet know who fired the shots.", "who"),
        ("Officials did not say what the crates held.", "what"),
        ("Details of the plan were scarce.", "what"),
        ("There was no word on when the ferry would sail.", "when"),
        ("The date of the hearing has not been announced.", "when"),
        ("Her whereabouts are not known.", "where"),
        ("It is not known where the crew went.", "where"),
        ("The cause of the fire is under investigation.", "why"),
        ("The motive for the attack remains unknown.", "why"),
        ("It was not immediately clear what caused the crash.", "why"),
        ("The ministry has not said why it shut the road.", "why"),
        ("Questions remain about how the crew got out.", "how"),
        ("The extent of the damage was unclear.", "how"),
        ("The number of victims is not known.", "how many"),
        ("It is unclear how long the strike will last.", "how many"),
        ("There was no immediate word on casualties.", "how many"),
        ("The report could not be independently verified.", "whether"),
        ("It is unclear whether the road will be opened.", "whether"),
        ("Verania has yet to confirm the deaths.", "whether"),
        ("Evidence of harm from the dye is not clear.", None),
    ],
)
def test_what_is_missing_is_read_from_the_sentence(text: str, missing: Missing | None) -> None:
    document = parse_statement(text)
    modality = read_modality(document, 0, len(text))
    assert modality.is_unknown
    assert read_missing(document, modality) == missing


@pytest.mark.parametrize(
    "text",
    [
        "He was unknown to the police before the raid.",
        "Tools depend on each other in ways that are unknown.",
        "The company is under investigation.",
        "The questions were answered on Monday.",
    ],
)
def test_what_only_sounds_so_is_not_unknown(text: str) -> None:
    assert not read_modality(parse_statement(text), 0, len(text)).is_unknown


def test_two_sentences_that_lack_the_same_are_one_unknown() -> None:
    brief = merge_story(
        {
            "herald": "It remains unclear who will pay for the repair of the Tolna dam.",
            "courier": "It is not known who will pay for the repair of the old Tolna dam in May.",
        }
    )
    [unknown] = brief.unknowns
    assert unknown.missing == "who"
    assert {piece.article_id for piece in unknown.evidence} == {one.id for one in brief.articles}


def test_who_and_when_are_two_unknowns_of_one_matter() -> None:
    brief = merge_story(
        {
            "herald": "It remains unclear who will repair the Tolna dam in the valley.",
            "courier": "It remains unclear when engineers will repair the Tolna dam in the valley.",
        }
    )
    assert sorted(one.missing or "" for one in brief.unknowns) == ["when", "who"]


def test_another_thing_missing_is_one_failure_of_verify() -> None:
    brief = merge_story(DAM)
    assert [one.missing for one in brief.unknowns] == ["who"]
    wrong = tuple(one.model_copy(update={"missing": "when"}) for one in brief.unknowns)
    [failure] = verify_brief(brief.model_copy(update={"unknowns": wrong})).failures
    assert failure.rule == "unknown.missing"
