"""Whoever knew it first is counted once, however many repeat it."""

import pytest
from stories import evidence_of, lay_out, make_actor, make_article, make_claim

from summarize.merge.origins import find_origins, origins_of, trace_origins
from summarize.model import Actor, Claim, Finding

HERALD = make_article("herald", "The bridge is shut.")
POST = make_article("post", "The bridge is closed.")
REPRINT = make_article("courier", "The bridge is shut, it says.").model_copy(
    update={"original_source": "Herald"}
)
SHUT = make_claim(HERALD, "The bridge is shut.")
CLOSED = make_claim(POST, "The bridge is closed.")
COPIED = make_claim(REPRINT, "The bridge is shut, it says.")
PIECE = evidence_of(HERALD, "The bridge is shut.")
MINISTRY = make_actor("Norwegian Transport Ministry", "organisation", PIECE)
MINISTER = make_actor("Kari Holm", "person", PIECE, role="Norwegian transport minister")
ACME = make_actor("Acme", "organisation", PIECE)


def origins(*claims: Claim) -> list[str]:
    return origins_of(claims, lay_out([HERALD, POST, REPRINT], claims, MINISTRY, MINISTER, ACME))


def by(speaker: Actor, claim: Claim) -> Claim:
    return claim.model_copy(update={"speaker_id": speaker.id})


def test_two_outlets_with_words_of_their_own_are_two() -> None:
    assert origins(SHUT, CLOSED) == ["Herald", "Post"]


def test_a_reprint_adds_nothing_to_the_outlet_that_it_credits() -> None:
    assert origins(SHUT, COPIED) == ["Herald"]


def test_a_minister_and_his_ministry_are_one_side() -> None:
    assert origins(by(MINISTRY, SHUT), by(MINISTER, CLOSED)) == ["Norway"]


def test_an_outlet_adds_nothing_to_a_speaker_whom_it_may_follow() -> None:
    assert origins(by(ACME, SHUT), CLOSED) == ["Acme"]


def test_a_source_without_a_name_is_an_origin_by_its_words() -> None:
    sourced = CLOSED.model_copy(update={"source": "two engineers"})
    assert origins(by(ACME, SHUT), sourced) == ["Acme", "two engineers"]


def test_who_is_paid_to_speak_for_somebody_is_no_origin_beside_him() -> None:
    spokesman = make_actor("Ida Moe", "person", PIECE, role="spokeswoman for Acme")
    lawyers = make_actor("Acme's lawyers", "group", PIECE)
    said = [by(ACME, SHUT), by(spokesman, CLOSED), by(lawyers, COPIED)]
    story = lay_out([HERALD, POST, REPRINT], said, ACME, spokesman, lawyers)
    assert origins_of(said, story) == ["Acme"]


def test_a_nameless_body_may_be_the_one_that_another_names() -> None:
    police = make_actor("Police", "group", PIECE)
    essex = make_actor("Velmore Police", "organisation", PIECE)
    said = [by(police, SHUT), by(essex, CLOSED)]
    assert origins_of(said, lay_out([HERALD, POST], said, police, essex)) == ["Velmore Police"]


NASA = make_actor("Velmore Space Agency", "organisation", PIECE)
SCIENTIST = make_actor("Ida Moe", "person", PIECE, role="head of the Velmore Space Agency")
MAYOR = make_actor("Jo Field", "person", PIECE, role="Mayor of Brenn")
DEPUTY = make_actor("Lena Frost", "person", PIECE, role="Deputy Mayor of Brenn")
OFFICIALS = make_actor("officials", "group", PIECE)
WORKERS = make_actor("workers", "group", PIECE)


@pytest.mark.parametrize(
    ("one", "other", "names"),
    [
        (SCIENTIST, NASA, ["Ida Moe"]),
        (ACME, OFFICIALS, ["Acme"]),
        (OFFICIALS, SCIENTIST, ["Ida Moe"]),
        (ACME, WORKERS, ["Acme", "workers"]),
        (ACME, SCIENTIST, ["Acme", "Ida Moe"]),
        (MAYOR, DEPUTY, ["Jo Field", "Lena Frost"]),
    ],
)
def test_independence_has_to_show(one: Actor, other: Actor, names: list[str]) -> None:
    said = [by(one, SHUT), by(other, CLOSED)]
    assert origins_of(said, lay_out([HERALD, POST], said, one, other)) == names


def test_whoever_may_be_no_other_is_named_in_the_reason() -> None:
    said = [by(ACME, SHUT), by(OFFICIALS, CLOSED)]
    trace = trace_origins(said, lay_out([HERALD, POST], said, ACME, OFFICIALS))
    assert trace.why == (
        "one origin, Acme, however often repeated: 2 articles; officials may be no other"
    )


def test_a_document_is_one_however_it_is_introduced() -> None:
    study = {"source": "The study", "sourcing": "document"}
    said = [
        SHUT.model_copy(update=study),
        CLOSED.model_copy(update=study | {"source": "the study"}),
    ]
    assert origins_of(said, lay_out([HERALD, POST], said)) == ["study"]


def test_an_origin_of_the_brief_lists_each_finding_and_article_once() -> None:
    story = lay_out([HERALD, POST], [by(ACME, SHUT), CLOSED], ACME)
    findings = [
        Finding(
            id=f"n{number}",
            text=claim.text,
            claim_ids=(claim.id,),
            article_ids=(HERALD.id,),
            speaker_ids=(),
            origins=1,
            status="attributed",
            why="a test",
        )
        for number, claim in enumerate([SHUT, CLOSED, SHUT], 1)
    ]
    acme, post = find_origins(findings, story)
    assert (acme.name, acme.actor_id) == ("Acme", "Acme")
    assert (acme.finding_ids, acme.article_ids) == (("n1", "n3"), (HERALD.id,))
    assert (post.name, post.actor_id) == ("Post", None)
    assert acme.id != post.id
