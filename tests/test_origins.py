"""Whoever knew it first is counted once, however many repeat it."""

from stories import evidence_of, lay_out, make_actor, make_article, make_claim

from summarize.merge.origins import find_origins, origins_of
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
