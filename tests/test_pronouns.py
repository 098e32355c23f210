import dataclasses
import re
from typing import Literal

import pytest

from summarize.language.document import parse_document
from summarize.language.names import Entity, Mention, Names
from summarize.language.quotations import find_attributions
from summarize.model import ActorKind

Gender = Literal["m", "f"] | None


def entity(text: str, name: str, kind: ActorKind = "person", gender: Gender = None) -> Entity:
    """Return an entity that is mentioned wherever its name or its last word stands in `text`."""
    short = name.rsplit(maxsplit=1)[-1]
    found = re.finditer(f"{re.escape(name)}|{re.escape(short)}", text)
    mentions = tuple(Mention(*match.span(), "name") for match in found)
    return Entity(name, kind, None, (), mentions, gender)


def last_speaker(text: str, *entities: Entity) -> str | None:
    attribution = find_attributions(parse_document(text), Names(entities))[-1]
    return attribution.speaker.name if attribution.speaker else attribution.speaker_text


def people(text: str) -> tuple[Entity, Entity]:
    return entity(text, "Maria Keller", gender="f"), entity(text, "John Marsh", gender="m")


@pytest.mark.parametrize(("pronoun", "name"), [("She", "Maria Keller"), ("He", "John Marsh")])
def test_a_pronoun_is_the_one_person_of_its_gender(pronoun: str, name: str) -> None:
    text = f"Maria Keller met John Marsh in Geneva. {pronoun} said the dam was old."
    assert last_speaker(text, *people(text)) == name


def test_a_pronoun_with_two_candidates_is_nobody() -> None:
    text = "Peter Low met John Marsh in Geneva. He said the dam was old."
    peter = entity(text, "Peter Low", gender="m")
    assert last_speaker(text, peter, people(text)[1]) is None


def test_a_nameless_speaker_is_not_whom_he_spoke_about() -> None:
    text = "A retired engineer said John Marsh was wrong. He added that the dam was old."
    assert last_speaker(text, *people(text)) == "A retired engineer"


def test_a_role_is_the_only_person_who_holds_it() -> None:
    text = "John Marsh met the press. The dam chief said it was old."
    chief = dataclasses.replace(people(text)[1], role="dam chief")
    assert last_speaker(text, chief) == "John Marsh"


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("president of the water union", "The president"),
        ("Foreign Ministry spokeswoman", "The spokeswoman"),
        ("Gen.", "The general"),
        ("deputy dam chief", "The deputy dam chief"),
    ],
)
def test_an_office_is_the_only_person_who_holds_it(role: str, words: str) -> None:
    text = f"Maria Keller met the press. It rained. {words} said the dam was old."
    holder = dataclasses.replace(people(text)[0], role=role)
    assert last_speaker(text, holder) == "Maria Keller"


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("vice president", "The president"),
        ("former mayor", "The mayor"),
        ("Attorney General", "The general"),
        ("senior official", "The official"),
    ],
)
def test_another_office_is_not_meant(role: str, words: str) -> None:
    text = f"Maria Keller met the press. {words} said the dam was old."
    holder = dataclasses.replace(people(text)[0], role=role)
    assert last_speaker(text, holder) == words


def test_one_of_two_ministers_is_the_one_named_of_late() -> None:
    text = (
        "John Marsh built the dam. It broke. It rained. The river rose. Maria Keller came. "
        "The minister said the dam was old."
    )
    maria, john = (
        dataclasses.replace(person, role=role)
        for person, role in zip(people(text), ("water minister", "interior minister"), strict=True)
    )
    assert last_speaker(text, maria, john) == "Maria Keller"


def test_the_spokeswoman_is_not_named_when_a_nameless_one_spoke_since() -> None:
    text = (
        "Maria Keller met the press. A hospital spokeswoman said it rained. "
        "The spokeswoman said the dam was old."
    )
    maria = dataclasses.replace(people(text)[0], role="Foreign Ministry spokeswoman")
    assert last_speaker(text, maria) == "The spokeswoman"


def test_it_is_the_body_that_spoke_though_another_was_named() -> None:
    text = "Interfax said in talks with Reuters it rained. The dam, it said, was old."
    names = (entity(text, "Interfax", "organisation"), entity(text, "Reuters", "organisation"))
    assert last_speaker(text, *names) == "Interfax"


def test_it_is_nobody_when_another_body_acted_since() -> None:
    text = "Interfax said it rained. Reuters closed its office, and the dam, it said, was old."
    names = (entity(text, "Interfax", "organisation"), entity(text, "Reuters", "organisation"))
    assert last_speaker(text, *names) is None


def test_it_is_the_body_that_published() -> None:
    text = "Interfax published a confirmation on Monday. The dam, it said, was old."
    assert last_speaker(text, entity(text, "Interfax", "organisation")) == "Interfax"


def test_which_goes_back_over_an_apposition() -> None:
    text = "The news was told by Interfax, the oldest news agency, which said that it rained."
    assert last_speaker(text, entity(text, "Interfax", "organisation")) == "Interfax"


def test_it_is_the_only_body_that_acted() -> None:
    text = "Interfax called a meeting on Monday. The dam, it said, was old."
    assert last_speaker(text, entity(text, "Interfax", "organisation")) == "Interfax"


def test_it_may_be_a_report() -> None:
    assert last_speaker("The report said it rained. The dam, it said, was old.") == "The report"


def test_a_thing_that_tells_something_is_no_person() -> None:
    text = "Maria Keller left. Her strange story told readers it rained. She said the dam was old."
    assert last_speaker(text, *people(text)) != "Her strange story"


def test_she_is_not_the_man_who_spoke() -> None:
    text = "Maria Keller left. This old man said it rained. She said the dam was old."
    assert last_speaker(text, people(text)[0]) != "This old man"


def test_mister_is_no_woman() -> None:
    text = "Maria Keller fell. Mr Keller said the dam was old."
    assert last_speaker(text, people(text)[0]) == "Mr Keller"


def test_whoever_spoke_last_goes_on_speaking() -> None:
    text = "John Marsh said Peter Low was wrong. He said the dam was old."
    assert (
        last_speaker(text, entity(text, "Peter Low", gender="m"), people(text)[1]) == "John Marsh"
    )


def test_a_person_of_unknown_gender_is_a_candidate_too() -> None:
    text = "Sam Reed met John Marsh in Geneva. He said the dam was old."
    assert last_speaker(text, entity(text, "Sam Reed"), people(text)[1]) is None


def test_a_person_named_only_inside_the_quotation_does_not_speak_it() -> None:
    text = "Maria Keller left. “John Marsh is wrong,” he said."
    assert last_speaker(text, *people(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "She met John Marsh in Geneva. “John Marsh is rich,” he said.",
        "John Marsh's coach left the club. He said the season was over.",
        "A reporter met John Marsh. He said the season was over.",
    ],
)
def test_owners_objects_and_those_spoken_of_are_not_meant(text: str) -> None:
    assert last_speaker(text, people(text)[1]) is None


def test_a_speaker_is_remembered_across_a_long_quotation() -> None:
    text = (
        "John Marsh inspected the dam.\n\n“It is old. It needs repair. It leaks. It may fail,” "
        "he told the council."
    )
    assert last_speaker(text, *people(text)) == "John Marsh"


def test_nobody_is_remembered_for_long() -> None:
    text = "John Marsh left. It rained. The river rose. The town slept. He said the dam was old."
    assert last_speaker(text, *people(text)) is None


def test_they_are_the_plural_source_before() -> None:
    text = "Dutch engineers said the dam was old. They warned that it might fail."
    assert last_speaker(text) == "Dutch engineers"


def test_they_are_not_a_single_speaker() -> None:
    text = "John Marsh said the dam was old. They warned that it might fail."
    assert last_speaker(text, *people(text)) is None


def test_the_agency_is_the_organisation_that_spoke_before() -> None:
    text = "Interfax said the dam was old. The agency reported that it might fail."
    assert last_speaker(text, entity(text, "Interfax", "organisation")) == "Interfax"


def test_the_company_is_nobody_when_another_was_named_since() -> None:
    text = "Interfax said the dam was old. After Reuters reported cracks, the company said it knew."
    names = (entity(text, "Interfax", "organisation"), entity(text, "Reuters", "organisation"))
    assert last_speaker(text, *names) == "the company"


def test_the_staff_of_one_state_is_not_that_of_another() -> None:
    text = "The Russian General Staff met. Ukraine's General Staff said that the attack had failed."
    russian = text.index("Russian General Staff")
    own = text.index("General Staff", russian + 20)
    staff = Entity(
        "Russian General Staff",
        "organisation",
        None,
        (),
        (Mention(russian, russian + 21, "name"), Mention(own, own + 13, "short")),
    )
    russia = Entity("Russia", "state", None, (), (Mention(russian, russian + 7, "demonym"),))
    assert last_speaker(text, staff, russia, entity(text, "Ukraine", "state")) == (
        "Ukraine's General Staff"
    )


def test_the_ministry_is_the_only_ministry_named() -> None:
    text = (
        "The Water Ministry built the dam. John Marsh said it was old. "
        "The ministry said that it was safe."
    )
    ministry = entity(text, "Water Ministry", "organisation")
    assert last_speaker(text, ministry, *people(text)) == "Water Ministry"


def test_an_agency_is_whoever_was_called_so() -> None:
    text = (
        "The news agency Fides reported the flood. Engineers at Norvia shook their heads. "
        "The agency said that the dam was old."
    )
    fides = entity(text, "Fides", "organisation")
    assert last_speaker(text, fides, entity(text, "Norvia", "organisation")) == "Fides"


def test_a_statement_speaks_for_whoever_spoke_before() -> None:
    text = "Interfax said the dam was old. “Repairs are under way,” the statement read."
    assert last_speaker(text, entity(text, "Interfax", "organisation")) == "Interfax"


def test_his_statement_is_his() -> None:
    text = "John Marsh spoke in Geneva. His statement emphasized that the dam was old."
    assert last_speaker(text, *people(text)) == "John Marsh"


def test_a_caption_speaks_for_whoever_published_it() -> None:
    text = "John Marsh published a photograph on Monday. The caption reads, “Our brave engineers.”"
    assert last_speaker(text, *people(text)) == "John Marsh"


def test_a_study_speaks_for_itself() -> None:
    text = "John Marsh said the dam was old. The study found that it might fail."
    assert last_speaker(text, *people(text)) == "The study"
