"""The lint: each rule finds what it is for, leaves what looks like it, and can be waived."""

from collections.abc import Iterable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

import summarize
from summarize.errors import UsageError
from summarize.merge.lint import lint_brief, parse_waivers, text_at
from summarize.model import (
    Brief,
    Claim,
    ContestedPoint,
    Finding,
    LintMark,
    LintRule,
    Position,
    SummarySentence,
)
from tests.samples import BRIEF
from tests.stories import (
    CREATED,
    DAM,
    evidence_of,
    make_actor,
    make_article,
    make_claim,
    merge_story,
)

PLAIN = "The council of Orlik met on Monday."


def brief_of(told: str, source: str = "", *, is_contested: bool = False) -> Brief:
    """Return a brief whose summary is the one sentence `told`, resting on `source`."""
    article = make_article("herald", source or told)
    claim = make_claim(article, article.text, id="c1")
    finding = Finding(
        id="n1",
        text=PLAIN,
        claim_ids=("c1",),
        article_ids=(article.id,),
        speaker_ids=(),
        origins=1,
        status="contested" if is_contested else "attributed",
        why="a test",
    )
    return BRIEF.model_copy(
        update={
            "title": PLAIN.rstrip("."),
            "articles": (article,),
            "actors": (),
            "claims": (claim,),
            "figures": (),
            "findings": (finding,),
            "contested": (),
            "timeline": (),
            "unknowns": (),
            "created": CREATED,
            "summary": (SummarySentence(text=told, finding_ids=("n1",)),),
        }
    )


def marks_of(told: str, source: str = "", *, is_contested: bool = False) -> list[LintMark]:
    return list(lint_brief(brief_of(told, source, is_contested=is_contested)))


FAULTS: Mapping[LintRule, tuple[str, str, str]] = {
    "loaded-word": ("The mayor gave a staggering sum.", "", "staggering"),
    "comment": ("The situation remains tense.", "", "The situation remains tense."),
    "judging-verb": (
        "The mayor admitted that the bridge was closed.",
        "The mayor said that the bridge was closed.",
        "admitted",
    ),
    "accusation": ("Jo Field embezzled the town's money.", "", "embezzled"),
    "scare-quotes": ("The “experts” left the hall at noon.", "", "“experts”"),
    "plural-sources": (
        "Officials said that the bridge was closed.",
        "An official said that the bridge was closed.",
        "Officials",
    ),
}
"""For each rule a sentence, the source behind it where that matters, and the words at fault."""


@pytest.mark.parametrize("rule", FAULTS)
class TestEachRule:
    def test_it_marks_the_words_at_fault(self, rule: LintRule) -> None:
        told, source, words = FAULTS[rule]
        assert [(mark.rule, mark.path, mark.text) for mark in marks_of(told, source)] == [
            (rule, "summary[0]", words)
        ]

    def test_a_waiver_of_the_rule_lets_its_mark_stand_with_the_reason(self, rule: LintRule) -> None:
        told, source, _ = FAULTS[rule]
        (mark,) = lint_brief(brief_of(told, source), parse_waivers([f"{rule}=house style"]))
        assert mark.waived == "house style"

    def test_a_waiver_of_a_word_covers_that_word_alone(self, rule: LintRule) -> None:
        told, source, words = FAULTS[rule]
        plain = words.strip("“”.")
        waivers = parse_waivers([f"{rule}:another word=no", f"{rule}:{plain.upper()}=yes"])
        (mark,) = lint_brief(brief_of(told, source), waivers)
        assert mark.waived == "yes"
        (mark,) = lint_brief(brief_of(told, source), waivers[:1])
        assert mark.waived is None


@pytest.mark.parametrize(
    ("told", "source"),
    [
        ("The mayor called the sum “staggering”.", ""),
        ("The mayor called the sum 'staggering' on Monday.", ""),
        ("The mayor said that it remains to be seen who will pay.", ""),
        ("The patient was admitted to hospital.", "The patient was admitted to hospital."),
        ("The group claimed the prize on Monday.", "The group claimed the prize on Monday."),
        ("The suit alleges that the firm sold bad oil.", "The suit alleges that bad oil was sold."),
        ("Police said that Jo Field embezzled the town's money.", ""),
        ("Jo Field was convicted of fraud after he embezzled money.", ""),
        ("Jo Field did not steal the ring.", ""),
        ("Jo Field stole the show on Monday.", ""),
        ("Gunmen kidnapped 40 pupils near Orlik.", ""),
        ("The village lies in a valley.", ""),
        ("The mayor called the plan a “joke”.", ""),
        ("The film “Harbour Lights” opened on Monday.", ""),
        ("The rule, known as “quiet hours”, ends on Monday.", ""),
        ("Officials said that the bridge was closed.", "Officials said the bridge was closed."),
        (
            "Sources differ on the dead: 3 according to Field; 4 according to article 2.",
            "An official said 3 died.",
        ),
    ],
)
def test_what_only_looks_like_a_fault_bears_no_mark(told: str, source: str) -> None:
    assert marks_of(told, source) == []


def test_a_judging_verb_that_the_source_has_is_a_warning_and_ours_an_error() -> None:
    told = "The mayor admitted that the bridge was closed."
    (ours,) = marks_of(told, "The mayor said that the bridge was closed.")
    (theirs,) = marks_of(told, told)
    assert (ours.severity, theirs.severity) == ("error", "warning")


def test_the_name_of_an_actor_is_no_loaded_word() -> None:
    article = make_article("herald", "Ann Savage left.")
    actor = make_actor("Ann Savage", "person", evidence_of(article, "Ann Savage"))
    brief = brief_of("Ann Savage left the hall.").model_copy(update={"actors": (actor,)})
    assert lint_brief(brief) == ()


def test_sources_that_differ_are_two_at_least() -> None:
    told = "Sources differ on the dead: 3 according to Field; 4 according to Field."
    assert [mark.rule for mark in marks_of(told)] == ["plural-sources"]


class TestDisputes:
    def test_a_disputed_matter_needs_whoever_says_it(self) -> None:
        (mark,) = marks_of("The dam was repaired on Monday.", is_contested=True)
        assert (mark.rule, mark.severity) == ("own-voice", "error")

    def test_with_its_speaker_it_stands(self) -> None:
        assert marks_of("The minister said that the dam was safe.", is_contested=True) == []

    def test_it_can_be_waived(self) -> None:
        brief = brief_of("The dam was repaired on Monday.", is_contested=True)
        (mark,) = lint_brief(brief, parse_waivers(["own-voice:dam=seen by our reporter"]))
        assert mark.waived == "seen by our reporter"


@pytest.mark.parametrize(
    ("title", "marked"),
    [
        ("Tolna dam has been repaired", True),
        ("Tolna dam has been repaired, Ana Kovar says", False),
        ("Ana Kovar says that the Tolna dam has been repaired", False),
        ("Villagers of Orlik wait for the dam", False),
    ],
)
def test_a_title_that_states_what_is_disputed_is_marked(title: str, marked: bool) -> None:
    marks = lint_brief(merge_story(DAM).model_copy(update={"title": title}))
    assert [(mark.rule, mark.severity, mark.path) for mark in marks] == (
        [("own-voice", "warning", "title")] if marked else []
    )


LONG = "Ana Kovar said that the dam had been mended, that it held, and that the town was safe."
SHORT = "Ivo Lind denied it."


def quarrel(number: int, first: str, second: str) -> tuple[list[Claim], ContestedPoint]:
    """Return two claims of an article of its own, and the point on which they stand apart."""
    article = make_article(f"paper{number}", f"Report {number}. {LONG} {SHORT}")
    said = {"Ana Kovar": LONG, "Ivo Lind": SHORT}
    claims = [
        make_claim(article, said[who], id=f"c{number}{who}", speaker_id=who)
        for who in (first, second)
    ]
    positions = tuple(
        Position(
            statement=claim.text,
            stance=stance,
            holder_ids=(claim.speaker_id or "",),
            article_ids=(article.id,),
            claim_ids=(claim.id,),
            evidence=claim.evidence,
        )
        for claim, stance in zip(claims, ("asserts", "denies"), strict=True)
    )
    point = ContestedPoint(
        id=f"d{number}",
        question="Was the dam mended?",
        kind="denial",
        between="actors",
        positions=positions,
    )
    return claims, point


def brief_with(quarrels: Iterable[tuple[list[Claim], ContestedPoint]]) -> Brief:
    article = make_article("herald", f"{LONG} {SHORT}")
    actors = tuple(
        make_actor(name, "person", evidence_of(article, name)) for name in ("Ana Kovar", "Ivo Lind")
    )
    claims, points = zip(*quarrels, strict=True)
    plain = brief_of(PLAIN)
    return plain.model_copy(
        update={
            "actors": actors,
            "claims": (*plain.claims, *(claim for pair in claims for claim in pair)),
            "contested": points,
        }
    )


class TestOneSide:
    def test_one_that_opens_every_dispute_with_most_words_is_marked(self) -> None:
        brief = brief_with(
            [quarrel(1, "Ana Kovar", "Ivo Lind"), quarrel(2, "Ana Kovar", "Ivo Lind")]
        )
        (mark,) = lint_brief(brief)
        assert (mark.rule, mark.severity, mark.path) == ("one-sided", "warning", "contested[0]")
        assert "Ana Kovar" in mark.problem

    def test_sides_that_take_turns_are_not(self) -> None:
        brief = brief_with(
            [quarrel(1, "Ana Kovar", "Ivo Lind"), quarrel(2, "Ivo Lind", "Ana Kovar")]
        )
        assert lint_brief(brief) == ()

    def test_one_dispute_has_to_begin_with_somebody(self) -> None:
        assert lint_brief(brief_with([quarrel(1, "Ana Kovar", "Ivo Lind")])) == ()

    def test_it_can_be_waived(self) -> None:
        brief = brief_with(
            [quarrel(1, "Ana Kovar", "Ivo Lind"), quarrel(2, "Ana Kovar", "Ivo Lind")]
        )
        (mark,) = lint_brief(brief, parse_waivers(["one-sided=Lind spoke once"]))
        assert mark.waived == "Lind spoke once"

    def test_one_that_fills_the_summary_beyond_what_it_says_is_marked(self) -> None:
        claims, point = quarrel(1, "Ana Kovar", "Ivo Lind")
        brief = brief_with([(claims, point)])
        told = [finding_on("n2", claims), finding_on("n3", claims[:1])]
        sentences = (
            SummarySentence(text=f"{LONG[:-1]}; Ivo Lind denied this.", finding_ids=("n2",)),
            SummarySentence(text=" ".join([LONG] * 4), finding_ids=("n3",)),
        )
        uneven = brief.model_copy(
            update={"findings": (*brief.findings, *told), "summary": sentences}
        )
        marks = [mark for mark in lint_brief(uneven) if mark.rule == "one-sided"]
        assert [mark.path for mark in marks] == ["summary[0]"]
        even = uneven.model_copy(update={"summary": sentences[:1]})
        assert "one-sided" not in {mark.rule for mark in lint_brief(even)}


def finding_on(name: str, claims: Iterable[Claim]) -> Finding:
    ids = tuple(claim.id for claim in claims)
    return BRIEF.findings[0].model_copy(
        update={"id": name, "claim_ids": ids, "text": PLAIN, "status": "contested"}
    )


class TestWaivers:
    @pytest.mark.parametrize(
        ("written", "problem"),
        [
            ("loaded=why", "no rule 'loaded'"),
            ("loaded-word:regime", "gives no reason"),
            ("loaded-word:regime=  ", "gives no reason"),
            ("", "no rule ''"),
        ],
    )
    def test_one_that_cannot_be_meant_says_how_it_is_written(
        self, written: str, problem: str
    ) -> None:
        with pytest.raises(UsageError, match=problem) as raised:
            parse_waivers([written])
        assert "RULE[:TEXT]=REASON" in str(raised.value)

    def test_a_part_of_a_word_is_another_word(self) -> None:
        waivers = parse_waivers(["loaded-word:stag=no"])
        (mark,) = lint_brief(brief_of("The mayor gave a staggering sum."), waivers)
        assert mark.waived is None


def test_a_brief_of_the_seeds_is_without_errors() -> None:
    brief = summarize.brief("seeds", engine="offline")
    assert [mark for mark in brief.lint if mark.severity == "error"] == []
    assert brief.lint == lint_brief(brief)


WORDS = st.sampled_from(
    "the mayor slammed a staggering “experts” sources said that Field lied , . “ ” claimed".split()
)


@given(st.lists(WORDS, min_size=1, max_size=14))
def test_a_mark_cuts_out_its_words(words: list[str]) -> None:
    brief = brief_of(" ".join(words))
    for mark in lint_brief(brief):
        assert text_at(brief, mark.path)[mark.start : mark.end] == mark.text
        assert mark.text
