"""Whoever has more words and more evidence is seen to have them."""

import pytest
from stories import evidence_of, lay_out, make_actor, make_article, make_claim, merge_story

from summarize.merge.balance import OWN_VOICE, is_uneven, say_weights, weigh_balance
from summarize.model import Brief, Finding, SideWeight, Stance, SummarySentence
from summarize.render.terminal import render_terminal

HERALD = make_article("herald", "The mayor said no. Rain fell all night.")
POST = make_article("post", "Two engineers said maybe.")
MAYOR = make_actor("Jo Field", "person", evidence_of(HERALD, "The mayor said no."))
NO = make_claim(HERALD, "The mayor said no.", speaker_id="Jo Field")
RAIN = make_claim(HERALD, "Rain fell all night.")
MAYBE = make_claim(POST, "Two engineers said maybe.", source="two engineers")
STORY = lay_out([HERALD, POST], [NO, RAIN, MAYBE], MAYOR)


def finding(name: str, *claim_ids: str) -> Finding:
    return Finding(
        id=name,
        text="x",
        claim_ids=claim_ids,
        article_ids=(HERALD.id,),
        speaker_ids=(),
        origins=1,
        status="attributed",
        why="a test",
    )


FINDINGS = (finding("n1", NO.id), finding("n2", RAIN.id), finding("n3", MAYBE.id))


def sentence(words: int, *finding_ids: str) -> SummarySentence:
    return SummarySentence(text=" ".join(["word"] * words), finding_ids=finding_ids)


def test_a_sentences_words_are_split_over_what_it_rests_on() -> None:
    balance = weigh_balance(STORY, FINDINGS, [sentence(6, "n1"), sentence(4, "n2", "n3")])
    assert {share.name: share.words for share in balance.holders} == {
        "Jo Field": 0.6,
        OWN_VOICE: 0.2,
        "two engineers": 0.2,
    }


def test_evidence_counts_whether_the_summary_uses_it_or_not() -> None:
    balance = weigh_balance(STORY, FINDINGS, [sentence(6, "n1")])
    assert [(share.name, share.words, share.evidence) for share in balance.outlets] == [
        ("Herald", 1.0, 0.6667),
        ("Post", 0.0, 0.3333),
    ]


def test_an_empty_story_has_no_shares() -> None:
    balance = weigh_balance(lay_out([], []), (), [])
    assert (balance.holders, balance.outlets) == ((), ())


def side(stance: Stance, origins: int) -> SideWeight:
    return SideWeight(stance=stance, origins=origins, articles=origins)


@pytest.mark.parametrize(
    ("sides", "uneven", "note"),
    [
        (
            (side("asserts", 1), side("denies", 8)),
            True,
            "not evenly held: asserted by 1 origin, denied by 8 origins",
        ),
        (
            (side("asserts", 2), side("denies", 3)),
            False,
            "asserted by 2 origins, denied by 3 origins",
        ),
        (
            (side("asserts", 4), side("asserts", 1), side("asserts", 1)),
            True,
            "not evenly held: origins of each side, in their order: 4, 1, 1",
        ),
    ],
)
def test_what_stands_on_each_side_is_said_in_words(
    sides: tuple[SideWeight, ...], uneven: bool, note: str
) -> None:
    assert (is_uneven(sides), say_weights(sides)) == (uneven, note)


EXPERTS = (
    "geologist Ana Kovar, engineer Ivo Lind, surveyor Mara Okafor, chemist Tom Vale, "
    "architect Ines Roth, physicist Paul Moe, builder Greta Holm, diver Anton Bauer"
).split(", ")


def lone_dissenter() -> Brief:
    """Return eight experts in eight outlets, and one man in the ninth who denies what they say."""
    texts = {
        f"paper{number}": f"The Tolna dam is leaking, {expert} said on Friday."
        for number, expert in enumerate(EXPERTS)
    }
    denial = "Dam warden Karl Fenn denied that the Tolna dam is leaking."
    return merge_story(texts | {"courier": denial})


def test_one_against_eight_is_said_to_be_no_balance_and_the_one_is_kept() -> None:
    brief = lone_dissenter()
    (point,) = brief.contested
    (weight,) = brief.balance.disputes
    assert weight.point_id == point.id
    assert [(one.stance, one.origins, one.articles) for one in weight.sides] == [
        ("asserts", 8, 8),
        ("denies", 1, 1),
    ]
    assert weight.is_uneven
    page = " ".join(render_terminal(brief, 100).split())
    assert "not evenly held: asserted by 8 origins, denied by 1 origin" in page
    assert "Karl Fenn — article 1 · 1 origin" in page
    assert any("Karl Fenn denied this" in sentence.text for sentence in brief.summary)


def test_eight_outlets_that_repeat_one_man_are_one_origin() -> None:
    told = "The Tolna dam is leaking, geologist Ana Kovar said on Friday."
    texts = {f"paper{number}": f"{told} It is day {number}." for number in range(2, 10)}
    denial = "Dam warden Karl Fenn denied that the Tolna dam is leaking."
    (weight,) = merge_story(texts | {"courier": denial}).balance.disputes
    assert [(one.origins, one.articles) for one in weight.sides] == [(1, 8), (1, 1)]
    assert not weight.is_uneven
