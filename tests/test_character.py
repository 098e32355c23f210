"""Two sides that judge one thing in opposite ways are shown side by side."""

import pytest
from stories import evidence_of, lay_out, make_actor, make_article, make_claim

from summarize.language.document import parse_statement
from summarize.language.neutrality.judged import judged_nouns, judging_words
from summarize.merge.character import find_characterisations
from summarize.model import Actor, ContestedPoint

PRAISE = "The crews are skilled, said Kari Holm."
BLAME = "The crews are badly trained, said Ana Kovar."
ARTICLE = make_article("herald", f"{PRAISE} {BLAME}")


def actor(name: str, quote: str, role: str) -> Actor:
    return make_actor(name, "person", evidence_of(ARTICLE, quote), role=role)


def points(holm_role: str, kovar_role: str, blame: str = BLAME) -> list[ContestedPoint]:
    article = make_article("herald", f"{PRAISE} {blame}")
    claims = [
        make_claim(article, PRAISE, speaker_id="Kari Holm"),
        make_claim(article, blame, speaker_id="Ana Kovar"),
    ]
    actors = (actor("Kari Holm", PRAISE, holm_role), actor("Ana Kovar", BLAME, kovar_role))
    return list(find_characterisations(lay_out([article], claims, *actors)))


def test_opposite_judgements_of_two_sides_are_contested() -> None:
    (point,) = points("Norwegian minister", "Swedish minister")
    assert point.kind == "characterisation"
    assert point.question == "How is the capability of the crews judged?"
    assert [position.holder_ids for position in point.positions] == [("Kari Holm",), ("Ana Kovar",)]
    assert [position.evidence[0].quote for position in point.positions] == [PRAISE, BLAME]


def test_one_side_does_not_contest_itself() -> None:
    assert points("Norwegian minister", "Norwegian general") == []


@pytest.mark.parametrize(
    "blame",
    [
        "The crews are well trained, said Ana Kovar.",
        "The bridges are badly trained, said Ana Kovar.",
        "The crews are unlawful, said Ana Kovar.",
    ],
    ids=["the same sign", "another thing", "another dimension"],
)
def test_judgements_that_do_not_meet_contest_nothing(blame: str) -> None:
    assert points("Norwegian minister", "Swedish minister", blame) == []


def test_who_says_both_takes_no_position() -> None:
    article = make_article("herald", f"{PRAISE} {BLAME}")
    claims = [make_claim(article, quote, speaker_id="Kari Holm") for quote in (PRAISE, BLAME)]
    story = lay_out([article], claims, actor("Kari Holm", PRAISE, "Norwegian minister"))
    assert list(find_characterisations(story)) == []


def test_a_judgement_stands_in_its_own_words_and_in_marks_where_it_is_quoted() -> None:
    (point,) = points("Norwegian minister", "Swedish minister")
    assert [position.statement for position in point.positions] == ["skilled", "badly trained"]
    article = make_article("herald", f"{PRAISE} “The crews are badly trained,” said Ana Kovar.")
    quoted = "“The crews are badly trained,” said Ana Kovar."
    claims = [
        make_claim(article, PRAISE, speaker_id="Kari Holm"),
        make_claim(article, quoted, speaker_id="Ana Kovar", kind="quotation"),
    ]
    actors = (
        actor("Kari Holm", PRAISE, "Norwegian minister"),
        actor("Ana Kovar", BLAME, "Swedish minister"),
    )
    (marked,) = find_characterisations(lay_out([article], claims, *actors))
    assert [position.statement for position in marked.positions][1] == "“badly trained”"


@pytest.mark.parametrize(
    ("text", "word", "judged", "words"),
    [
        ("These are barely trained crews led by others.", "trained", ["crew"], "barely trained"),
        (
            "The highly motivated and well-prepared soldiers left.",
            "well-prepared",
            ["soldier"],
            "highly motivated and well-prepared",
        ),
        (
            "The soldiers and officers of the army showed high professionalism in their tasks.",
            "professionalism",
            ["soldier", "officer"],
            "high professionalism",
        ),
        ("He noted the inadequacy of the crews in storms.", "inadequacy", ["crew"], "inadequacy"),
    ],
)
def test_what_is_judged_and_in_which_words(
    text: str, word: str, judged: list[str], words: str
) -> None:
    document = parse_statement(text)
    offset = text.index(word)
    assert judged_nouns(document, offset) == judged
    start, end = judging_words(document, offset)
    assert text[start:end] == words


@pytest.mark.parametrize(
    ("text", "word", "judged"),
    [
        ("The crew were highly skilled, the union of the dockers said.", "skilled", ["crew"]),
        ("The minister had called the crew poorly trained.", "trained", ["crew"]),
        ("They are skilled pilots, the mayors said.", "skilled", ["pilot"]),
    ],
)
def test_a_judgement_behind_be_is_of_the_subject(text: str, word: str, judged: list[str]) -> None:
    assert judged_nouns(parse_statement(text), text.index(word)) == judged
