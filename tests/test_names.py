"""Names of a document: found, told apart by kind, folded, with the role the text gives."""

import pytest

from summarize.language.document import parse_document
from summarize.language.names.find import Entity, Names, find_names


def _names(text: str) -> Names:
    return find_names(parse_document(text))


def _kinds(text: str) -> dict[str, str]:
    return {entity.name: entity.kind for entity in _names(text).entities}


def _one(text: str, name: str) -> Entity:
    found = [entity for entity in _names(text).entities if entity.name == name]
    assert len(found) == 1, [entity.name for entity in _names(text).entities]
    return found[0]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The bridge is closed, said Tom Harding on Friday.", "Tom Harding", "person"),
        ("Critics met Kim Tae Ho in the capital.", "Kim Tae Ho", "person"),
        ("Talks with Ahmed al-Rashidi failed.", "Ahmed al-Rashidi", "person"),
        ("The prize went to Ursula van der Meer.", "Ursula van der Meer", "person"),
        ("Police questioned J. R. Calloway again.", "J. R. Calloway", "person"),
        (
            "It was signed by the Ministry of Health and Social Care.",
            "Ministry of Health and Social Care",
            "organisation",
        ),
        (
            "She left the Norwegian Foreign Ministry last year.",
            "Norwegian Foreign Ministry",
            "organisation",
        ),
        (
            "He joined the Farmers' Party of Ruritania.",
            "Farmers' Party of Ruritania",
            "organisation",
        ),
        ("They fund the Committee to Save Rivers.", "Committee to Save Rivers", "organisation"),
        ("He plays for the Boston Lanterns.", "Boston Lanterns", "organisation"),
        ("Floods hit the Tver Oblast again.", "Tver Oblast", "place"),
        ("The ferry crossed the Mersa River at night.", "Mersa River", "place"),
        ("A fire broke out in the village of Zelvino.", "Zelvino", "place"),
        ("WASHINGTON — The vote was delayed.", "Washington", "place"),
        ("Talks with Anita Hill failed.", "Anita Hill", "person"),
        ("Collector John Marlowe sold it.", "John Marlowe", "person"),
        ("The raid missed Omar bin Tarif.", "Omar bin Tarif", "person"),
    ],
)
def test_a_name_is_found_with_its_kind(text: str, name: str, kind: str) -> None:
    assert _kinds(text).get(name) == kind


@pytest.mark.parametrize(
    "text",
    [
        "However, officials refused on Monday.",
        "Officials in the room said nothing in March.",
        "Under Article 51 of the Charter it may act.",
        "The Comprehensive Strategic Partnership Agreement ends soon.",
        "She won the Nobel Prize after the Second World War.",
        "Western and Soviet tactics differ.",
        "PLEASE LEAVE YOUR COMMENT BELOW",
        "COVID-19 tests and DNA samples were lost.",
        "Two years later, on Nov. 5, it rained.",
        "HARBOUR MOVEMENT FRIDAY NOV. 5",
        "He died of MRSA, not of H1N1.",
        "Patients infected with Zorvex recovered. Zorvex symptoms last.",
        "Shops ask for the COVID-19 ‘Green Pass’ again.",
        "“Jurisdictionally, the case is closed,” he said.",
    ],
)
def test_what_is_no_actor_is_left_out(text: str) -> None:
    assert _kinds(text) == {}


@pytest.mark.parametrize("tag", ["D-Mass.,", "R-W.Va.,", "D-N.Y.,", "(D-N.Y.)", "(Calif.)"])
def test_the_party_and_state_of_a_lawmaker_are_no_actors(tag: str) -> None:
    comma = "" if tag[0] == "(" else ","
    assert _kinds(f"Jane Roe{comma} {tag} agreed.") == {"Jane Roe": "person"}


@pytest.mark.parametrize(
    "text",
    [
        "Engineers from Verania inspected it. Verania denied it. Verania agreed.",
        "Verania's water minister said it was safe. Verania denied it. Verania agreed.",
        "The president of Verania left.",
        "The mayor of Verania left.",
    ],
)
def test_an_unknown_name_with_officials_is_a_place(text: str) -> None:
    assert _kinds(text) == {"Verania": "place"}


def test_an_unknown_name_with_a_minister_may_still_be_a_known_person() -> None:
    text = "President Oru Taveski left. Taveski's finance minister stayed."
    assert _kinds(text) == {"Oru Taveski": "person"}


def test_names_do_not_join_across_and_or_a_possessive() -> None:
    found = _kinds("Tom Harding and Ann Cole praised Norway's Erik Lund.")
    assert found == {
        "Tom Harding": "person",
        "Ann Cole": "person",
        "Norway": "state",
        "Erik Lund": "person",
    }


def test_a_surname_belongs_to_the_full_name() -> None:
    entity = _one("Tom Harding spoke. Mr Harding left. Harding was tired.", "Tom Harding")
    assert entity.aliases == ("Harding",)
    assert [mention.form for mention in entity.mentions] == ["name", "short", "short"]


def test_a_full_name_may_follow_its_surname() -> None:
    assert len(_names("Mr Harding resigned. Tom Harding had served a year.").entities) == 1


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Mayor Jo Field agreed.", "Jo Field", "Mayor"),
        ("President Sarah Park agreed.", "Sarah Park", "President"),
        ("Mayor Grace Rivers agreed.", "Grace Rivers", "Mayor"),
        ("Chief Justice Mary Court agreed.", "Mary Court", "Chief Justice"),
        ("Governor Ines Church agreed.", "Ines Church", "Governor"),
        ("Mayor Bridge agreed.", "Bridge", "Mayor"),
        ("Governor Church agreed.", "Church", "Governor"),
        ("Mayor Bill de Marlo agreed.", "Bill de Marlo", "Mayor"),
        ("Sgt. Forest agreed.", "Forest", "Sgt."),
        ("Mrs. Hill agreed.", "Hill", None),
    ],
)
def test_a_title_makes_a_person_of_a_name_that_ends_like_a_place(
    text: str, name: str, role: str | None
) -> None:
    entity = _one(text, name)
    assert (entity.kind, entity.role) == ("person", role)


@pytest.mark.parametrize(
    "name",
    ["Prince Albert Hall", "Queen Elizabeth Bridge", "Captain Cook Bridge", "General Hospital"],
)
def test_a_place_may_be_called_after_a_title(name: str) -> None:
    assert _kinds(f"They closed {name} at night.") == {name: "place"}


def test_a_surname_that_is_a_word_belongs_to_its_bearer() -> None:
    text = "Mayor Jo Field spoke. Field refused to go. Few blame Jo Field. Field staff left."
    mentions = _one(text, "Jo Field").mentions
    assert [text[mention.start : mention.end] for mention in mentions] == [
        "Jo Field",
        "Field",
        "Jo Field",
    ]


def test_spouses_stay_two_and_a_title_tells_them_apart() -> None:
    text = "Tom Harding met voters. Anna Harding stayed home. Later on Mrs Harding spoke."
    assert _one(text, "Anna Harding").aliases == ("Harding",)
    assert _one(text, "Tom Harding").aliases == ()


def test_a_title_of_the_other_gender_keeps_a_surname_from_its_only_bearer() -> None:
    names = _names("Jane Wilson runs a bakery. Her father, Mr Wilson, built it.")
    assert [entity.name for entity in names.entities] == ["Jane Wilson"]
    assert len(names.entities[0].mentions) == 1


def test_titles_that_agree_know_the_gender_better_than_a_given_name() -> None:
    text = "Andrea Rossini built the dam. Mr Rossini was proud. Mr Rossini is an engineer."
    assert len(_one(text, "Andrea Rossini").mentions) == 3


def test_a_place_that_is_a_given_name_opens_a_person() -> None:
    assert _kinds("Judge Ann Brown called Shannon Egmore a liar.")["Shannon Egmore"] == "person"
    assert _kinds("They met in Shannon on Monday.")["Shannon"] == "place"


def test_a_role_does_not_end_in_a_preposition() -> None:
    text = "They met Bo Lowman, principal of the school after winning a prize."
    assert _one(text, "Bo Lowman").role == "principal of the school"


def test_a_maker_of_foods_is_no_person() -> None:
    assert _kinds("The chickens came from Harris Foods.")["Harris Foods"] == "organisation"


def test_what_somebody_once_was_is_not_his_role() -> None:
    assert _one("Bo Lowman, once an actor, left.", "Bo Lowman").role is None
    assert _one("Bo Lowman, now an engineer, left.", "Bo Lowman").role == "engineer"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("His first wife Ann Low spoke.", None),
        ("My dear son Martin Low has gone.", None),
        ("Kovar's late mother Ann Low sang.", "Kovar's late mother"),
    ],
)
def test_a_tie_is_no_role_unless_it_says_to_whom(text: str, role: str | None) -> None:
    entities = {entity.name: entity.role for entity in _names(text).entities}
    assert next(entities[name] for name in entities if name.endswith("Low")) == role


def test_a_bare_surname_of_two_people_goes_to_neither() -> None:
    text = "Tom Harding met Anna Harding. Harding spoke."
    assert len(_one(text, "Tom Harding").mentions) == 1
    assert len(_one(text, "Anna Harding").mentions) == 1


def test_an_acronym_joins_its_expansion() -> None:
    text = "The Coastal Fisheries Board (CFB) met. The CFB gave no reason. The Board will vote."
    entity = _one(text, "Coastal Fisheries Board")
    assert entity.aliases == ("Board", "CFB")


def _organisations(text: str) -> dict[str, int]:
    """How often each organisation of a text is named."""
    entities = _names(text).entities
    return {one.name: len(one.mentions) for one in entities if one.kind == "organisation"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Norway's General Staff denied it. The Swedish General Staff agreed.",
            ["Norway's General Staff", "Swedish General Staff"],
        ),
        (
            "The Foreign Ministry of Norway met the Foreign Ministry of Sweden.",
            ["Foreign Ministry of Norway", "Foreign Ministry of Sweden"],
        ),
        (
            "The Norwegian military’s General Staff met Sweden’s Central Bank.",
            ["Norwegian military’s General Staff", "Sweden’s Central Bank"],
        ),
        (
            "Kenya's Parliament voted, Uganda's Parliament did not.",
            ["Kenya's Parliament", "Uganda's Parliament"],
        ),
        ("Lund's Cabinet met Harding's Cabinet.", ["Lund's Cabinet", "Harding's Cabinet"]),
        (
            "Norway's Ministry of Defence sat. Britain's Ministry of Defence did too.",
            ["Norway's Ministry of Defence", "Britain's Ministry of Defence"],
        ),
        (
            "Norway's Justice Department sat. The U.S. Justice Department did too.",
            ["Norway's Justice Department", "U.S. Justice Department"],
        ),
        (
            "Peru's Congress sat. The U.S. Congress did too.",
            ["Peru's Congress", "U.S. Congress"],
        ),
    ],
)
def test_organisations_of_two_owners_are_two_and_named_with_them(
    text: str, names: list[str]
) -> None:
    assert list(_organisations(text)) == names


def test_an_organisation_is_one_however_its_owner_is_written() -> None:
    text = "Norway's General Staff met. The Norwegian General Staff left. The General Staff slept."
    entity = _one(text, "Norwegian General Staff")
    assert entity.aliases == ("General Staff", "Norway's General Staff")


def test_a_known_name_is_its_own_with_and_without_its_owner() -> None:
    text = "Iran's Revolutionary Guard fired. The Revolutionary Guard said so."
    assert _organisations(text) == {"Iran's Revolutionary Guard": 2}


def test_a_bare_name_goes_to_the_only_owner_named_near_it() -> None:
    text = (
        "Norway's General Staff denied it. The General Staff gave no reason. "
        "Snow fell. Ships left. Ice came. The Swedish General Staff agreed."
    )
    assert _organisations(text) == {"Norway's General Staff": 2, "Swedish General Staff": 1}


@pytest.mark.parametrize("bare", ["General Staff", "Parliament"])
def test_a_bare_name_of_two_owners_stays_its_own(bare: str) -> None:
    text = f"Norway's {bare} met. The Swedish {bare} left. The {bare} was silent."
    assert _organisations(text) == {f"Norway's {bare}": 1, f"Swedish {bare}": 1, bare: 1}
    assert all(entity.aliases == () for entity in _names(text).entities)


def test_what_a_commission_is_on_is_not_the_commission() -> None:
    text = "He left the Harbour Commission on the Supreme Court. The Supreme Court met."
    assert len(_organisations(text)) == 2


def test_a_state_is_one_under_all_its_names() -> None:
    text = "The DPRK sent troops. North Korean soldiers left. Pyongyang said it was proud."
    entity = _one(text, "North Korea")
    assert [mention.form for mention in entity.mentions] == ["name", "demonym", "metonym"]
    assert entity.aliases == ("DPRK", "Pyongyang")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Moscow denied the report.", "state"),
        ("Moscow has kept silent.", "state"),
        ("Talks between Moscow and Tehran stalled.", "state"),
        ("Moscow's forces withdrew.", "state"),
        ("He lives in Moscow.", "place"),
        ("She flew to Moscow on Sunday.", "place"),
        ("Moscow's streets were empty.", "place"),
    ],
)
def test_a_capital_stands_for_its_government_only_where_it_acts(text: str, kind: str) -> None:
    assert _names(text).entities[0].kind == kind


def test_a_region_is_one_place_with_and_without_its_noun() -> None:
    entity = _one("The Tver Oblast flooded. Roads in Tver are closed.", "Tver Oblast")
    assert entity.kind == "place"
    assert entity.aliases == ("Tver",)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Norwegian Foreign Minister Erik Lund agreed.", "Erik Lund", "Norwegian Foreign Minister"),
        ("Chief of the General Staff Erik Lund agreed.", "Erik Lund", "Chief of the General Staff"),
        (
            "Col Tom Harding, a former army tank commander, agreed.",
            "Tom Harding",
            "former army tank commander",
        ),
        (
            "Tom Harding, a former army tank commander, agreed.",
            "Tom Harding",
            "former army tank commander",
        ),
        (
            "Tom Harding, 54, chief of Norway's coast guard, agreed.",
            "Tom Harding",
            "chief of Norway's coast guard",
        ),
        (
            "The head of the harbour police, Tom Harding, agreed.",
            "Tom Harding",
            "head of the harbour police",
        ),
        ("Health Ministry spokeswoman Ann Cole agreed.", "Ann Cole", "Health Ministry spokeswoman"),
        ("North Korean defector Hyon Su Ri agreed.", "Hyon Su Ri", "North Korean defector"),
        (
            "Norway's top military commander Gen Erik Lund agreed.",
            "Erik Lund",
            "Norway's top military commander",
        ),
        (
            "Chairman of the Joint Chiefs of Staff Tom Harding agreed.",
            "Tom Harding",
            "Chairman of the Joint Chiefs of Staff",
        ),
        (
            "Former Chief of the Norwegian General Staff Erik Lund agreed.",
            "Erik Lund",
            "Former Chief of the Norwegian General Staff",
        ),
        ("He is a critic of Tom Harding.", "Tom Harding", None),
        ("Tom Harding, a great person, agreed.", "Tom Harding", None),
        ("Tom Harding is a good man.", "Tom Harding", None),
        ("Ann Cole, an elderly woman, agreed.", "Ann Cole", None),
        ("Tom Harding agreed.", "Tom Harding", None),
        ("Mr Tom Harding agreed.", "Tom Harding", None),
    ],
)
def test_a_role_is_the_articles_own_words(text: str, name: str, role: str | None) -> None:
    assert _one(text, name).role == role


def test_the_fuller_role_is_kept() -> None:
    text = "Gen Erik Lund spoke. Lund, the chief of Norway's coast guard, was brief."
    assert _one(text, "Erik Lund").role == "chief of Norway's coast guard"


def test_gender_comes_from_titles_then_given_names() -> None:
    assert _one("Mrs Robin Cole agreed.", "Robin Cole").gender == "f"
    assert _one("John Cole agreed.", "John Cole").gender == "m"
    assert _one("Kim Tae Ho agreed.", "Kim Tae Ho").gender is None
    assert _one("Valery Zelinov agreed.", "Valery Zelinov").gender == "m"
    assert _one("Sasha Zelinova agreed.", "Sasha Zelinova").gender == "f"


def test_a_given_name_that_is_a_place_is_a_person_before_a_surname() -> None:
    assert _kinds("Paris Hilton and Jordan Peterson met in Paris.") == {
        "Paris Hilton": "person",
        "Jordan Peterson": "person",
        "Paris": "place",
    }


def test_a_compound_of_two_states_names_both() -> None:
    found = _kinds("The Russia-North Korea alliance holds.")
    assert found == {"Russia": "state", "North Korea": "state"}


def test_mentions_cut_the_name_out_of_the_text() -> None:
    text = "President Erik Lund met the NATO chief in New York; Lund smiled."
    names = _names(text)
    for entity in names.entities:
        for mention in entity.mentions:
            assert text[mention.start : mention.end] in (entity.name, *entity.aliases)
    at = text.index("NATO")
    assert [pair[1].name for pair in names.mentions_between(at + 1, at + 3)] == ["NATO"]
    assert names.mentions_between(0, 5) == ()
    assert [pair[1].name for pair in names.mentions_between(at, len(text))] == [
        "NATO",
        "New York",
        "Erik Lund",
    ]


def test_entities_come_in_the_order_of_their_first_mention() -> None:
    names = _names("Norway thanked Erik Lund. Lund thanked Sweden.")
    assert [entity.name for entity in names.entities] == ["Norway", "Erik Lund", "Sweden"]


def test_an_empty_text_has_no_names() -> None:
    assert _names("").entities == ()


def test_a_party_tag_without_a_space_is_no_name() -> None:
    names = find_names(parse_document("Plans by Sen. Ida Moore Holm (W.Va.) were put off."))
    assert [entity.name for entity in names.entities if entity.kind == "person"] == [
        "Ida Moore Holm"
    ]


def test_a_role_is_looked_for_no_further_than_the_sentence() -> None:
    names = find_names(parse_document("Nobody knows who Jo Field, 41, is"))
    assert [entity.name for entity in names.entities] == ["Jo Field"]


def test_a_junior_that_a_comma_cuts_off_its_name_breaks_nothing() -> None:
    text = (
        "Ana Brandt, adviser to Vice President (then-Senator) Joseph R. Halloran, Jr., is a "
        "fellow.\n\nVice President Joseph R. Halloran Jr. sat nearby."
    )
    assert {"Ana Brandt", "Joseph R. Halloran Jr."} <= set(_kinds(text))
