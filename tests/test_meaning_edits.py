"""What was dropped, added or exchanged between two wordings, whether it may be, and why not."""

from typing import get_args

import pytest

from summarize.language.meaning.align import Alignment, align
from summarize.language.meaning.cells import Passage, read_passage
from summarize.language.meaning.clauses import number_clauses
from summarize.language.meaning.deletion import can_go, is_comment, may_report, names_source
from summarize.language.meaning.limits import Limit, limit_of
from summarize.language.meaning.reasons import explain
from summarize.model import RefusalReason


def lay(evidence: str, statement: str) -> Alignment:
    return align(read_passage(evidence), read_passage(statement))


def edits_of(laid: Alignment) -> list[tuple[str, str]]:
    return [
        (
            " ".join(cell.key for cell in laid.dropped(edit)),
            " ".join(cell.key for cell in laid.added(edit)),
        )
        for edit in laid.edits
    ]


@pytest.mark.parametrize(
    ("evidence", "statement", "edits"),
    [
        ("The mill closed.", "A mill closed.", []),
        ("The mill in Tolna closed.", "The mill closed.", [("in tolna", "")]),
        ("The mill closed.", "The old mill closed.", [("", "old")]),
        ("The mill closed in May.", "The mill opened in May.", [("closed", "opened")]),
        ("It was cold. It rained.", "It rained.", [("it was cold", "")]),
        ("The mill closed.", "Sheep ran.", [("mill closed", "sheep ran")]),
        (
            "Old mills closed in May.",
            "Mills closed in June.",
            [("old", ""), ("may", "june")],
        ),
    ],
)
def test_an_edit_is_what_one_wording_has_and_the_other_has_not(
    evidence: str, statement: str, edits: list[tuple[str, str]]
) -> None:
    assert edits_of(lay(evidence, statement)) == edits


def test_pairs_and_edits_cover_both_wordings_whole() -> None:
    laid = lay("The old mill in Tolna closed in May.", "In May the mill closed.")
    said = {place for _, place in laid.pairs}
    said |= {i for edit in laid.edits for i in range(edit.said_start, edit.said_end)}
    kept = set(laid.kept) | {i for edit in laid.edits for i in range(edit.start, edit.end)}
    assert said == set(range(len(laid.statement.cells)))
    assert kept == set(range(len(laid.evidence.cells)))


@pytest.mark.parametrize(
    ("statement", "share"),
    [("The mill closed.", 1.0), ("The mill opened.", 0.5), ("Sheep ran.", 0.0), ("", 0.0)],
)
def test_the_share_is_the_part_of_the_statement_that_has_a_counterpart(
    statement: str, share: float
) -> None:
    assert lay("The mill closed.", statement).share == share


def part_of(text: str, part: str) -> tuple[Passage, int, int]:
    passage, wanted = read_passage(text), read_passage(part).keys
    size = len(wanted)
    start = next(i for i in range(len(passage.keys)) if passage.keys[i : i + size] == wanted)
    return passage, start, start + size


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Mr Brandt left.", "Mr"),
        ("Captain Ira Brandt left.", "Captain"),
        ("French President Ira Brandt left.", "French President"),
        ("Brandt, 44, left.", "44"),
        ("The mill, a maker of rope, closed.", "a maker of rope"),
        ("The mill (a maker of rope) closed.", "a maker of rope"),
        ("The mill, which made rope, closed.", "which made rope"),
        ("The mill closed, which hurt the town.", "which hurt the town"),
        ("On Friday, the mill closed.", "On Friday"),
        ("The mill closed on Friday.", "on Friday"),
        ("The mill also closed.", "also"),
        ("However, the mill closed.", "However"),
        ("The mill closed and sold its looms.", "and sold its looms"),
        ("The mill closed, after the fire.", "after the fire"),
        ("The brutal regime fell.", "brutal"),
        ("The mill closed. The shop opened.", "The shop opened"),
    ],
)
def test_what_tells_more_can_go(text: str, part: str) -> None:
    assert can_go(*part_of(text, part))


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The mill did not close.", "not"),
        ("The mill did not close on Friday.", "on Friday"),
        ("Only the mill closed.", "Only"),
        ("Some crews left.", "Some"),
        ("At least 12 left.", "At least"),
        ("Nearly 12 left.", "Nearly"),
        ("The alleged thief fled.", "alleged"),
        ("The former minister left.", "former"),
        ("Deputy Prime Minister Ira Brandt left.", "Deputy"),
        ("Workers who struck were fired.", "who struck"),
        ("The mill near the sea closed.", "near the sea"),
        ("The red mill closed.", "red"),
        ("The mill closes, unless it rains.", "unless it rains"),
        ("If it rains, the mill closes.", "If it rains"),
        ("In her view, the mill closed.", "In her view"),
        ("In theory, the mill closed.", "In theory"),
        ("The mill closed or sold its looms.", "or sold its looms"),
        ("The mill, not the shop, closed.", "not the shop"),
    ],
)
def test_what_limits_turns_or_picks_out_cannot_go(text: str, part: str) -> None:
    assert not can_go(*part_of(text, part))


@pytest.mark.parametrize(
    ("text", "reports", "names"),
    [
        ("Kovar said so.", True, True),
        ("according to Kovar", True, True),
        ("the claim of Kovar", True, False),
        ("Kovar ran away.", False, False),
    ],
)
def test_a_noun_may_report_but_only_a_verb_or_a_phrase_names_a_source(
    text: str, reports: bool, names: bool
) -> None:
    cells = read_passage(text).cells
    assert may_report(cells) is reports
    assert names_source(cells) is names


def test_a_comment_only_joins() -> None:
    assert [is_comment(cell) for cell in read_passage("also not").cells] == [True, False]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("The mill closed.", (0, 0)),
        ("The mill closed when the river rose.", (0, 0, 1, 1, 1)),
        ("The mill closed, and the shop opened.", (0, 0, 1, 1, 1)),
        ("The mill and the shop closed.", (0, 0, 0, 0)),
        ("Firms, mills and shops closed.", (0, 0, 0, 0, 0)),
        ("The mill, which made rope, closed.", (0, 1, 1, 1, 2)),
        ("The mill closed; the shop opened.", (0, 0, 1, 1)),
        ("The mill closed. The shop opened.", (0, 0, 1, 1)),
        ("The mill closed (it made rope).", (0, 0, 1, 1, 1)),
        ("The river rose, flooding the mill.", (0, 0, 1, 1)),
        ("Rain fell as the mill closed.", (0, 0, 0, 0, 0)),
        ("Rain fell, as the mill closed.", (0, 0, 1, 1, 1)),
    ],
)
def test_a_clause_binds_its_words_and_ends_where_another_opens(
    text: str, numbers: tuple[int, ...]
) -> None:
    assert number_clauses(read_passage(text)) == numbers


LIMITS: dict[Limit, str] = {
    "negation": "never",
    "condition": "unless",
    "exclusion": "only",
    "quantity": "most",
    "hedge": "allegedly",
    "modal": "might",
    "bound": "nearly",
    "status": "former",
    "order": "before",
    "cause": "because",
    "degree": "than",
}


def test_every_kind_of_limit_has_a_word_and_a_plain_word_has_none() -> None:
    assert set(LIMITS) == set(get_args(Limit))
    found = {kind: limit_of(word) for kind, word in LIMITS.items() if kind != "degree"}
    assert found == {kind: kind for kind in LIMITS if kind != "degree"}
    assert limit_of("ferry") is None


@pytest.mark.parametrize(
    ("dropped", "added", "evidence", "reason"),
    [
        ("5", "6", "5", "number not in evidence"),
        ("5", "6", "5 and 6", "number of something else"),
        ("5 km", "", "5 km", "bound or unit changed"),
        ("nearly", "", "nearly 5", "bound or unit changed"),
        ("", "not", "it is", "polarity changed"),
        ("never", "", "it never is", "polarity changed"),
        ("rose", "fell", "it rose", "opposite word"),
        ("on Monday", "on Friday", "on Monday", "date not in evidence"),
        ("he said", "he claimed", "he said", "verb of speech changed"),
        ("Okafor", "Brandt", "Okafor left", "name not in evidence"),
        ("Okafor", "Brandt", "Okafor met Brandt", "name in another role"),
        ("if", "", "if so", "limit dropped"),
        ("former", "", "former king", "limit dropped"),
        ("allegedly", "", "he allegedly ran", "certainty raised"),
        ("may", "", "it may rain", "certainty raised"),
        ("before", "", "before noon", "order, cause or comparison changed"),
        ("because", "", "because of it", "order, cause or comparison changed"),
        ("", "red", "the boat", "words not in evidence"),
        ("red", "blue", "the red boat", "words not in evidence"),
        ("red", "", "the red boat", "words dropped"),
    ],
)
def test_a_difference_is_explained_by_its_gravest_word(
    dropped: str, added: str, evidence: str, reason: RefusalReason
) -> None:
    cells = read_passage(dropped).cells, read_passage(added).cells
    assert explain(*cells, read_passage(evidence).keys) == reason
