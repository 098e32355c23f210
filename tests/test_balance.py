"""Whoever has more words and more evidence is seen to have them."""

from stories import evidence_of, lay_out, make_actor, make_article, make_claim

from summarize.merge.balance import OWN_VOICE, weigh_balance
from summarize.model import Finding, SummarySentence

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
