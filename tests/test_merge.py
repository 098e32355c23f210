"""Several outlets become one brief: agreed, attributed, contested, with nothing made up."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stories import DAM, merge_read, merge_story, read_offline

from benchmarks.growing import grow_story
from summarize.model import Article, Brief, Extraction, Finding


@pytest.fixture(scope="module")
def dam() -> Brief:
    return merge_story(DAM)


def finding_with(brief: Brief, words: str) -> Finding:
    return next(finding for finding in brief.findings if words in finding.text)


def test_every_summary_sentence_leads_back_to_words_of_a_source(dam: Brief) -> None:
    texts = {article.id: article.text for article in dam.articles}
    claims = {claim.id: claim for claim in dam.claims}
    findings = {finding.id: finding for finding in dam.findings}
    assert dam.summary
    for sentence in dam.summary:
        for finding_id in sentence.finding_ids:
            for claim_id in findings[finding_id].claim_ids:
                for piece in claims[claim_id].evidence:
                    assert texts[piece.article_id][piece.start : piece.end] == piece.quote


def test_outlets_that_repeat_one_speaker_are_one_origin() -> None:
    texts = {
        "one": "Mayor Jo Field said that the old bridge will be closed in June.",
        "two": "The old bridge will be closed in June, Mayor Jo Field said.",
        "three": "Mayor Jo Field told reporters that the old bridge will be closed in June.",
    }
    brief = merge_story(texts)
    finding = finding_with(brief, "bridge")
    assert (len(finding.article_ids), finding.origins) == (3, 1)
    assert finding.status == "attributed"


def test_two_sides_that_say_the_same_corroborate_it() -> None:
    texts = {
        "one": "Brazilian officials said that the cargo ship sank off the coast on Monday.",
        "two": "Portuguese officials said that the cargo ship sank off the coast on Monday.",
    }
    finding = finding_with(merge_story(texts), "sank")
    assert (finding.status, finding.origins) == ("corroborated", 2)


def test_a_denial_never_joins_what_it_denies(dam: Brief) -> None:
    denials = {claim.id for claim in dam.claims if claim.kind == "denial"}
    assert denials
    for finding in dam.findings:
        assert set(finding.claim_ids) <= denials or not denials & set(finding.claim_ids)


def test_what_one_side_denies_is_contested_and_keeps_both_sides(dam: Brief) -> None:
    point = next(point for point in dam.contested if point.kind == "denial")
    names = {actor.id: actor.name for actor in dam.actors}
    sides = {p.stance: [names[holder] for holder in p.holder_ids] for p in point.positions}
    assert sides["asserts"] == ["Ana Kovar", "Engineers from Verania"]
    assert sides["denies"] == ["village of Orlik"]
    disputed = {one for position in point.positions for one in position.claim_ids}
    resting = [finding for finding in dam.findings if disputed & set(finding.claim_ids)]
    assert len(resting) > 1
    assert {finding.status for finding in resting} == {"contested"}


def test_counts_that_exclude_each_other_are_contested_and_both_given(dam: Brief) -> None:
    point = next(point for point in dam.contested if point.kind == "figure")
    quotes = [position.evidence[0].quote for position in point.positions]
    assert ["9,000" in quotes[0], "12,000" in quotes[1]] == [True, True]
    said = " ".join(sentence.text for sentence in dam.summary)
    assert "9,000" in said
    assert "12,000" in said


@pytest.mark.parametrize(
    ("first", "second", "status"),
    [
        ("1,300 homes", "1,300 homes", "agrees"),
        ("about 1,300 homes", "1,287 homes", "rounding"),
        ("1,300 homes", "1,500 homes", "differs"),
    ],
)
def test_figures_of_one_measure_are_held_against_each_other(
    first: str, second: str, status: str
) -> None:
    texts = {
        "one": f"Japanese police said that {first} were damaged by the quake.",
        "two": f"Japanese rescuers said that {second} were damaged by the quake.",
    }
    groups = [group for group in merge_story(texts).figure_groups if len(group.figure_ids) > 1]
    assert [group.status for group in groups] == [status]


def test_a_measure_that_differs_is_named_before_its_values() -> None:
    cost = "said that the repair of the Tolna dam would cost"
    texts = {
        "one": f"Japanese engineers {cost} $30 million.",
        "two": f"Brazilian engineers {cost} $45 million.",
    }
    (sentence,) = merge_story(texts).summary
    assert sentence.text == (
        "Between $30 million and $45 million is given for the repair of the Tolna dam, depending "
        "on the source: $30 million according to Japanese engineers; $45 million according to "
        "Brazilian engineers."
    )


def test_the_killed_are_not_counted_with_the_wounded() -> None:
    texts = {
        "one": "Kenyan police said that 12 people were killed in the crash.",
        "two": "Kenyan doctors said that 30 people were wounded in the crash.",
    }
    brief = merge_story(texts)
    assert [(group.low, len(group.figure_ids)) for group in brief.figure_groups] == [
        (12, 1),
        (30, 1),
    ]
    assert not brief.contested


def test_what_sources_call_unclear_is_listed_as_unknown(dam: Brief) -> None:
    assert [unknown.text for unknown in dam.unknowns] == [
        "It remains unclear who will pay for the work."
    ]


HARBOUR = {
    "ledger": (
        "Mayor Jo Field said that the old bridge of Port Elin will be closed in June. "
        "The union of harbour workers denied that it had been asked.\n\nAt least 40 people were "
        "hurt when a crane fell on Monday, Brunian police said."
    ),
    "mirror": (
        "The old bridge of Port Elin will be closed in June, Mayor Jo Field told reporters. "
        "Doctors said that 52 people were hurt when the crane fell on Monday.\n\n"
        "The harbour company did not warn the workers about the crane, Lena Frost said."
    ),
    "observer": (
        "The harbour company warned the workers about the crane, Lena Frost said. "
        "Mayor Jo Field said that the union of harbour workers had been asked in March.\n\n"
        "It is not known who owned the crane."
    ),
    "standard": (
        "Ivo Brandt, a minister of Brunia, visited Port Elin on 22 April 2025. "
        "Brandt said that about 50 people were hurt when the crane fell."
    ),
}
STORIES = {"dam": DAM, "harbour": HARBOUR}


@st.composite
def chosen_articles(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Draw a story and some of its outlets, each at least once, in any order."""
    story = draw(st.sampled_from(sorted(STORIES)))
    names = draw(st.lists(st.sampled_from(sorted(STORIES[story])), min_size=1, max_size=7))
    return story, names


ORDERS = st.lists(st.sampled_from(sorted(DAM)), max_size=4).flatmap(
    lambda again: st.permutations([*sorted(DAM), *again])
)
"""Every outlet at least once, in any order, some of them several times."""


@pytest.fixture(scope="module")
def dam_read() -> dict[str, tuple[Article, Extraction]]:
    return {name: read_offline(name, text) for name, text in DAM.items()}


@given(order=ORDERS)
def test_permuting_and_doubling_articles_changes_no_byte(
    dam: Brief, dam_read: dict[str, tuple[Article, Extraction]], order: list[str]
) -> None:
    again = merge_read([dam_read[name] for name in order])
    assert again.model_dump_json() == dam.model_dump_json()


@pytest.fixture(scope="module")
def stories_read() -> dict[str, dict[str, tuple[Article, Extraction]]]:
    return {
        story: {name: read_offline(name, text) for name, text in texts.items()}
        for story, texts in STORIES.items()
    }


@given(chosen=chosen_articles())
def test_any_part_of_a_story_is_one_brief_whatever_its_order_and_repetitions(
    stories_read: dict[str, dict[str, tuple[Article, Extraction]]], chosen: tuple[str, list[str]]
) -> None:
    story, names = chosen
    read = stories_read[story]
    plain = merge_read([read[name] for name in sorted(set(names))])
    again = merge_read([read[name] for name in names])
    assert again.model_dump_json() == plain.model_dump_json()
    assert len(plain.articles) == len(set(names))


@given(order=st.permutations(range(40)))
@settings(max_examples=5)
def test_a_story_of_many_articles_is_one_brief_whatever_their_order(
    many_read: list[tuple[Article, Extraction]], order: list[int]
) -> None:
    plain = merge_read(many_read)
    again = merge_read([many_read[place] for place in order])
    assert again.model_dump_json() == plain.model_dump_json()


@pytest.fixture(scope="module")
def many_read() -> list[tuple[Article, Extraction]]:
    """So many articles that not every claim of a group stands for it."""
    texts = grow_story([*DAM.values(), *HARBOUR.values()], 40)
    return [read_offline(f"outlet {place}", text) for place, text in enumerate(texts)]


def test_a_person_is_introduced_once_and_short_after_that() -> None:
    text = (
        "Mayor Ines Vale said that the port would stay shut for a week. "
        "Vale said that three ships were waiting outside the port."
    )
    said = [sentence.text for sentence in merge_story({"one": text}).summary]
    assert said == [
        "Mayor Ines Vale said that the port would stay shut for a week.",
        "Vale said that three ships were waiting outside the port.",
    ]


def test_one_changed_number_shows_in_the_brief() -> None:
    texts = {
        "one": "Japanese police said that 40 homes were damaged by the quake.",
        "two": "Japanese police said that 40 homes were damaged by the quake on Monday.",
    }
    assert not merge_story(texts).contested
    texts["two"] = texts["two"].replace("40", "70")
    assert [point.kind for point in merge_story(texts).contested] == ["figure"]


def test_the_summary_keeps_to_its_length() -> None:
    text = " ".join(
        f"The council of Port Elin approved plan number {n} for the {word} on Monday evening."
        for n, word in enumerate("harbour school bridge library station market park".split(), 1)
    )
    brief = merge_story({"one": text}, words=60)
    assert 0 < sum(len(sentence.text.split()) for sentence in brief.summary) <= 60


def test_an_organisation_is_one_in_whatever_order_outlets_write_its_name() -> None:
    texts = {
        "one": "The Norwegian General Staff said that the exercise ended on Monday.",
        "two": "The General Staff of Norway said that the exercise ended on Monday.",
        "three": "The Swedish General Staff said that the exercise ended on Monday.",
    }
    brief = merge_story(texts)
    staffs = [(a.name, a.aliases) for a in brief.actors if a.kind == "organisation"]
    assert staffs == [
        ("General Staff of Norway", ("Norwegian General Staff",)),
        ("Swedish General Staff", ()),
    ]


def test_a_changed_not_is_never_merged_and_is_shown() -> None:
    text = "The power company {} residents about the leak on Friday, Mayor Lena Frost said."
    brief = merge_story({"one": text.format("warned"), "two": text.format("did not warn")})
    assert all(len(finding.claim_ids) == 1 for finding in brief.findings)
    (point,) = brief.contested
    assert (point.kind, point.between) == ("denial", "outlets")
    assert [position.stance for position in point.positions] == ["asserts", "denies"]
    assert any("contradict" in sentence.text for sentence in brief.summary)


def test_a_changed_name_makes_two_findings() -> None:
    text = "Minister {} visited the flooded town of Orlik on Monday and promised help."
    brief = merge_story({"one": text.format("Carl Brandt"), "two": text.format("Karl Lund")})
    assert [finding.origins for finding in brief.findings] == [1, 1]


def test_two_lower_bounds_are_two_counts() -> None:
    text = "Japanese police said that at least {} people were killed in the quake."
    brief = merge_story({"one": text.format(40), "two": text.format(70)})
    assert [point.kind for point in brief.contested] == ["figure"]


def test_one_number_with_opposite_bounds_makes_two_findings() -> None:
    text = "Japanese police said that {} 40 homes were damaged by the quake."
    brief = merge_story({"one": text.format("more than"), "two": text.format("fewer than")})
    assert [len(finding.claim_ids) for finding in brief.findings] == [1, 1]


def test_a_copied_sentence_adds_no_origin() -> None:
    text = "The inquiry into the fire at the mill will begin in May."
    brief = merge_story({"one": text, "two": f"{text} It rained in Orlik all day on Monday."})
    assert finding_with(brief, "inquiry").origins == 1
