"""Which names are one actor, inside a document and across documents."""

from dataclasses import dataclass

import pytest

from summarize.language.names.aliases import (
    is_acronym_of,
    is_short_form_of,
    name_key,
    same_actor,
    spelling_key,
)
from summarize.model import ActorKind


@dataclass(frozen=True)
class _Actor:
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zelensky", "Zelenskyy"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("Oleksandr Syrskyi", "Aleksandr Syrsky"),
        ("Mohammed", "Muhammad"),
        ("José", "Jose"),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert spelling_key(one) == spelling_key(other)


def test_different_names_do_not_share_a_key() -> None:
    assert spelling_key("Putin") != spelling_key("Puttin Lane")
    assert spelling_key("Iran") != spelling_key("Iraq")


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Russian Chief of Staff Anton Gerasov", "Gerasov", "person"),
        ("Sen. Maria Lopez", "Maria Lopez", "person"),
        ("Joe Harding", "Joseph Harding", "person"),
        ("J. Harding", "Joseph Harding", "person"),
        ("George W. Marsh", "George Marsh", "person"),
        ("DPRK", "North Korea", "state"),
        ("Kyiv", "Kiev", "place"),
        ("Kursk Oblast", "Kursk region", "place"),
        ("Fed", "Federal Reserve", "organisation"),
        ("Coastal Fisheries Board", "CFB", "organisation"),
        ("Norway's General Staff", "Norwegian General Staff", "organisation"),
        ("General Staff of Norway", "Norwegian General Staff", "organisation"),
    ],
)
def test_two_names_of_one_actor_match_in_either_order(
    one: str, other: str, kind: ActorKind
) -> None:
    assert same_actor(_Actor(one, kind), _Actor(other, kind))
    assert same_actor(_Actor(other, kind), _Actor(one, kind))


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Anna Harding", "Joseph Harding", "person"),
        ("George H. W. Marsh", "George T. Marsh", "person"),
        ("North Korea", "South Korea", "state"),
        ("Kursk", "Sumy", "place"),
        ("Ministry of Health", "Ministry of Defence", "organisation"),
    ],
)
def test_two_actors_stay_two(one: str, other: str, kind: ActorKind) -> None:
    assert not same_actor(_Actor(one, kind), _Actor(other, kind))
    assert not same_actor(_Actor(other, kind), _Actor(one, kind))


def test_a_person_is_never_a_place() -> None:
    assert not same_actor(_Actor("Jordan", "person"), _Actor("Jordan", "state"))


def test_an_alias_joins_two_organisations() -> None:
    agency = _Actor("Harbour Safety Agency", "organisation", ("HSA",))
    assert same_actor(agency, _Actor("HSA", "organisation"))


@pytest.mark.parametrize("other", ["Sweden's General Staff", "General Staff of Sweden"])
def test_organisations_of_two_owners_are_two_whatever_alias_they_share(other: str) -> None:
    one = _Actor("Norwegian General Staff", "organisation", ("General Staff",))
    assert not same_actor(one, _Actor(other, "organisation", ("General Staff",)))


def test_an_organisation_without_owner_may_be_an_owned_one() -> None:
    owned = _Actor("Norway's General Staff", "organisation", ("General Staff",))
    assert same_actor(owned, _Actor("General Staff", "organisation"))


def test_a_known_bare_name_has_the_owner_that_it_is_known_by() -> None:
    foreign = _Actor("Peru's Congress", "organisation", ("Congress",))
    assert not same_actor(foreign, _Actor("Congress", "organisation"))
    assert same_actor(_Actor("U.S. Congress", "organisation"), _Actor("Congress", "organisation"))


def test_a_title_is_no_part_of_a_key() -> None:
    assert name_key("Gen. Ann Cole", "person") == name_key("Ann Cole", "person")


def test_an_acronym_takes_the_initials_with_or_without_small_words() -> None:
    assert is_acronym_of("MOD", "Ministry of Defence")
    assert is_acronym_of("MD", "Ministry of Defence")
    assert not is_acronym_of("MOH", "Ministry of Defence")


def test_a_short_form_keeps_the_head() -> None:
    assert is_short_form_of("Foreign Ministry", "Ruritanian Foreign Ministry")
    assert not is_short_form_of("Defence Ministry", "Ruritanian Foreign Ministry")
