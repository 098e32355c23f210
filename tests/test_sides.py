"""Whoever serves a state speaks for it; nobody else does."""

import pytest

from summarize.merge.sides import share_a_side, side_of
from summarize.model import Actor, ActorKind, Evidence


def actor(name: str, kind: ActorKind, role: str | None = None, quote: str = "x") -> Actor:
    piece = Evidence(article_id="a", start=0, end=len(quote), quote=quote)
    return Actor(
        id="a1", name=name, kind=kind, role=role, aliases=(), engine="offline", evidence=(piece,)
    )


@pytest.mark.parametrize(
    ("spoken", "side"),
    [
        (actor("Norway", "state"), "Norway"),
        (actor("Kari Holm", "person", "Norwegian Foreign Ministry spokeswoman"), "Norway"),
        (actor("Norwegian General Staff", "organisation"), "Norway"),
        (actor("Oslo officials", "group"), "Norway"),
        (actor("Kari Holm", "person", "former Norwegian minister"), "Kari Holm"),
        (actor("Kari Holm", "person", "biologist at a Norwegian university"), "Kari Holm"),
        (actor("Norwegian farmers", "group"), "Norwegian farmers"),
        (actor("Norwegian Airlines", "organisation"), "Norwegian Airlines"),
        (actor("Kari Holm", "person"), "Kari Holm"),
        (actor("Acme", "organisation"), "Acme"),
    ],
)
def test_a_side_is_a_state_or_the_actor_alone(spoken: Actor, side: str) -> None:
    assert side_of(spoken) == side


def test_a_role_without_a_state_takes_the_one_that_sources_put_before_the_name() -> None:
    quote = "Norwegian President Kari Holm met Swedish farmers."
    assert side_of(actor("Kari Holm", "person", "President", quote)) == "Norway"


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        (actor("Lake Committee", "organisation"), actor("heads of Lake Committee", "group"), True),
        (actor("Committee", "organisation"), actor("Lake Committee", "organisation"), False),
        (actor("Kari Holm", "person"), actor("lawyers of Kari Holm", "group"), False),
        (actor("Oslo officials", "group"), actor("Norway", "state"), True),
    ],
)
def test_a_body_and_its_leaders_are_one_side(one: Actor, other: Actor, is_one: bool) -> None:
    assert share_a_side(one, other) is is_one


def test_an_outlet_that_sources_call_state_run_speaks_for_its_state() -> None:
    quote = "In a report of the state-run NNA news agency, Oslo's army said that it was over."
    assert side_of(actor("NNA", "organisation", quote=quote)) == "Norway"
    plain = "In a report of the NNA news agency, Oslo's army said that it was over."
    assert side_of(actor("NNA", "organisation", quote=plain)) == "NNA"
