"""The scorer of briefs: each measure rises and falls with what it measures."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from benchmarks.answer_key import AnswerKey
from benchmarks.brief_checks import outside_quotes
from benchmarks.brief_score import MEASURES, main, score_brief, shortfalls
from summarize.model import Brief

TEXT = (
    "Mayor Ines Halloran said on Monday that 40 ferries had been cancelled.\n\n"
    "“Nobody was hurt,” the port’s union, Tideworkers United, said. It put the number of"
    " cancelled ferries at about 55, and called the mayor’s account a shameless whitewash."
)
KEY = {
    "name": "ferries",
    "inputs": "ferries/*.txt",
    "about": "A key as small as can be.",
    "articles": {
        "01": {
            "title": "Ferries cancelled",
            "published": "2025-03-03",
            "drop": ["Subscribe"],
            "keep": ["^Mayor Ines Halloran", "whitewash"],
        }
    },
    "figures": [
        {"a": "01", "low": 40, "high": 40, "what": "ferr", "quote": "40 ferries", "by": "Halloran"},
        {"a": "01", "low": 55, "high": 55, "quote": "about 55", "bound": "about", "unit": "^1 "},
        {"a": "01", "low": 1, "high": 1, "quote": "one ferry", "optional": True},
    ],
    "not_figures": ["Monday"],
    "actors": [
        {"name": "Halloran", "kind": "person", "role": "mayor"},
        {"name": "Tideworkers", "kind": "organisation|group"},
    ],
    "not_actors": ["Subscribe"],
    "speakers": [
        {"a": "01", "quote": "ferries had been cancelled", "by": "Halloran"},
        {"a": "01", "quote": "Nobody was hurt", "by": "Tideworkers"},
    ],
    "contested": [{"name": "how many ferries", "sides": ["40 ferries", "about 55"]}],
    "key_facts": [
        {"name": "ferries were cancelled", "all": ["ferries", "cancelled"]},
        {"name": "nobody was hurt", "all": ["hurt"]},
    ],
    "loaded": ["shameless"],
}


def evidence(quote: str) -> dict[str, object]:
    start = TEXT.index(quote)
    return {"article_id": "a1", "start": start, "end": start + len(quote), "quote": quote}


def actor(actor_id: str, name: str, kind: str, role: str | None = None) -> dict[str, object]:
    return {
        "id": actor_id,
        "name": name,
        "kind": kind,
        "role": role,
        "aliases": [],
        "engine": "offline",
        "evidence": [evidence(name)],
    }


def claim(claim_id: str, quote: str, speaker_id: str | None) -> dict[str, object]:
    return {
        "id": claim_id,
        "article_id": "a1",
        "text": quote,
        "kind": "statement",
        "speaker_id": speaker_id,
        "source": None,
        "verb": None,
        "via": None,
        "certainty": "asserted",
        "sourcing": "named",
        "actor_ids": [],
        "figure_ids": [],
        "date": None,
        "salience": 0.5,
        "engine": "offline",
        "evidence": [evidence(quote)],
    }


def figure(
    figure_id: str, value: int, bound: str, speaker_id: str, quote: str
) -> dict[str, object]:
    return {
        "id": figure_id,
        "article_id": "a1",
        "what": "cancelled ferries",
        "low": value,
        "high": value,
        "unit": "1",
        "bound": bound,
        "phrase": str(value),
        "speaker_id": speaker_id,
        "as_of": None,
        "engine": "offline",
        "evidence": [evidence(quote)],
    }


def position(quote: str, *claim_ids: str) -> dict[str, object]:
    return {
        "statement": quote,
        "stance": "asserts",
        "holder_ids": [],
        "article_ids": ["a1"],
        "claim_ids": list(claim_ids),
        "evidence": [evidence(quote)],
    }


def contested(*positions: Mapping[str, object]) -> dict[str, object]:
    return {
        "id": "k1",
        "question": "How many ferries were cancelled?",
        "kind": "figure",
        "between": "actors",
        "positions": list(positions),
    }


def article(**changes: object) -> dict[str, object]:
    return {
        "id": "a1",
        "path": "ferries/01_harbour.txt",
        "url": None,
        "title": "Ferries cancelled",
        "outlet": None,
        "authors": [],
        "published": "2025-03-03",
        "language": "en",
        "text": TEXT,
        "text_sha256": "0" * 64,
        "removed": [],
        "original_source": None,
    } | changes


MAYOR = actor("p1", "Ines Halloran", "person", "Mayor")
UNION = actor("p2", "Tideworkers United", "organisation")
FORTY = figure("f1", 40, "exact", "p1", "40 ferries had been cancelled")
FIFTY_FIVE = figure("f2", 55, "about", "p2", "cancelled ferries at about 55")
MAYOR_SAYS = claim("c1", "40 ferries had been cancelled", "p1")
UNION_SAYS = claim("c2", "Nobody was hurt", "p2")
BOTH_NUMBERS = contested(position("40 ferries"), position("at about 55"))


def sentence(text: str, *finding_ids: str) -> dict[str, object]:
    return {"text": text, "finding_ids": list(finding_ids or ("n1",))}


def brief(**changes: object) -> Brief:
    """A brief that meets the key in everything, but for what `changes` replace."""
    whole: dict[str, object] = {
        "id": "b1",
        "title": "Ferries cancelled",
        "created": datetime(2025, 3, 4, tzinfo=UTC).isoformat(),
        "newest": date(2025, 3, 3).isoformat(),
        "articles": [article()],
        "left_out": [],
        "actors": [MAYOR, UNION],
        "claims": [MAYOR_SAYS, UNION_SAYS],
        "figures": [FORTY, FIFTY_FIVE],
        "findings": [
            {
                "id": "n1",
                "text": "40 ferries had been cancelled",
                "claim_ids": ["c1"],
                "article_ids": ["a1"],
                "speaker_ids": ["p1"],
                "origins": 1,
                "status": "attributed",
                "why": "one origin",
            }
        ],
        "figure_groups": [],
        "contested": [BOTH_NUMBERS],
        "timeline": [],
        "unknowns": [],
        "origins": [],
        "summary": [
            sentence("Ferries were cancelled, said the mayor."),
            sentence("Nobody was hurt, said a union that spoke of a “shameless whitewash”."),
        ],
        "balance": {"holders": [], "outlets": []},
        "engines": [],
        "warnings": [],
    }
    return Brief.model_validate_json(json.dumps(whole | changes))


def values(made: Brief, **key_changes: object) -> dict[str, float]:
    key = AnswerKey.model_validate(KEY | key_changes)
    return {measure.name: measure.value for measure in score_brief(key, made)}


def test_a_brief_that_meets_its_key_scores_one_everywhere() -> None:
    scored = values(brief())
    assert {name: scored[name] for name in MEASURES} == dict.fromkeys(MEASURES, 1.0)
    assert scored["contested_points"] == 1
    assert scored["summary_words"] == 18


@pytest.mark.parametrize(
    ("measure", "expected", "changes"),
    [
        (
            "evidence_exact",
            6 / 8,
            {
                "claims": [
                    MAYOR_SAYS | {"evidence": [evidence("40 ferries") | {"start": 0, "end": 10}]},
                    UNION_SAYS | {"evidence": [evidence("Nobody was") | {"article_id": "a2"}]},
                ]
            },
        ),
        ("evidence_exact", 0.0, {"articles": [article(text="")]}),
        ("cleaning", 4 / 5, {"articles": [article(text=f"{TEXT}\n\nSubscribe")]}),
        ("cleaning", 4 / 5, {"articles": [article(text=TEXT.replace("whitewash", ""))]}),
        ("cleaning", 3 / 5, {"articles": [article(title=None, published=None)]}),
        ("cleaning", 0.0, {"articles": [article(path="ferries/02_harbour.txt")]}),
        ("figures_recall", 1 / 2, {"figures": [FORTY]}),
        ("figures_recall", 1 / 2, {"figures": [FORTY, FIFTY_FIVE | {"high": 56}]}),
        ("figures_detail", 2 / 4, {"figures": [FORTY]}),
        ("figures_detail", 3 / 4, {"figures": [FORTY | {"what": "ships"}, FIFTY_FIVE]}),
        ("figures_detail", 3 / 4, {"figures": [FORTY | {"speaker_id": None}, FIFTY_FIVE]}),
        ("figures_detail", 3 / 4, {"figures": [FORTY, FIFTY_FIVE | {"bound": "exact"}]}),
        ("figures_detail", 3 / 4, {"figures": [FORTY, FIFTY_FIVE | {"unit": "kg"}]}),
        ("figures_precision", 2 / 3, {"figures": [FORTY, FIFTY_FIVE, FORTY | {"id": "f3"}]}),
        ("figures_precision", 0.0, {"figures": []}),
        ("actors_recall", 1 / 2, {"actors": [MAYOR]}),
        ("actors_kind_role", 2 / 3, {"actors": [MAYOR | {"role": None}, UNION]}),
        ("actors_kind_role", 2 / 3, {"actors": [MAYOR, UNION | {"kind": "place"}]}),
        (
            "actors_clean",
            2 / 3,
            {"actors": [MAYOR, UNION, UNION | {"id": "p3", "name": "Subscribe now"}]},
        ),
        ("actors_once", 0.0, {"actors": [MAYOR, MAYOR | {"id": "p3", "name": "Halloran"}, UNION]}),
        ("speakers", 1 / 2, {"claims": [MAYOR_SAYS, UNION_SAYS | {"speaker_id": "p1"}]}),
        ("speakers", 1 / 2, {"claims": [MAYOR_SAYS]}),
        ("contested_recall", 0.0, {"contested": []}),
        (
            "contested_recall",
            0.0,
            {"contested": [contested(position("40 ferries"), position("whitewash"))]},
        ),
        ("summary_covers", 1 / 2, {"summary": [sentence("The mayor counted cancelled ferries.")]}),
        ("summary_neutral", 0.0, {"summary": [sentence("A shameless whitewash.")]}),
        ("summary_neutral", 0.0, {"summary": []}),
        ("summary_cited", 1 / 2, {"summary": [sentence("One."), sentence("Two.", "n2")]}),
    ],
)
def test_a_measure_falls_with_what_it_measures(
    measure: str, expected: float, changes: Mapping[str, object]
) -> None:
    assert values(brief(**changes))[measure] == pytest.approx(expected)


def test_a_figure_counts_only_where_the_key_says_it_stands() -> None:
    elsewhere = FORTY | {"evidence": [evidence("a shameless whitewash")]}
    assert values(brief(figures=[elsewhere, FIFTY_FIVE]))["figures_recall"] == 1 / 2


def test_an_optional_figure_is_neither_asked_for_nor_held_against_the_brief() -> None:
    optional = [*KEY["figures"][:1], KEY["figures"][1] | {"optional": True}]
    assert values(brief(), figures=optional)["figures_precision"] == 1.0
    assert values(brief(figures=[FORTY]), figures=optional)["figures_recall"] == 1.0


def test_an_actor_is_found_by_an_alias() -> None:
    renamed = UNION | {"name": "The union", "aliases": ["Tideworkers United"]}
    assert values(brief(actors=[MAYOR, renamed]))["actors_recall"] == 1.0


def test_two_sides_in_one_position_are_one_side() -> None:
    both = position("40 ferries", "c3")
    said = claim("c3", "about 55", "p2")
    point = contested(both, position("whitewash"))
    made = brief(contested=[point], claims=[MAYOR_SAYS, UNION_SAYS, said])
    assert values(made)["contested_recall"] == 0.0


def test_a_position_may_rest_on_its_claims_evidence() -> None:
    said = claim("c3", "about 55", "p2")
    point = contested(position("40 ferries"), position("whitewash", "c3"))
    made = brief(contested=[point], claims=[MAYOR_SAYS, UNION_SAYS, said])
    assert values(made)["contested_recall"] == 1.0


def test_a_dispute_may_need_fewer_than_all_of_its_sides() -> None:
    sides = {"name": "how many ferries", "sides": ["40 ferries", "about 55", "60"]}
    assert values(brief(), contested=[sides])["contested_recall"] == 0.0
    assert values(brief(), contested=[sides | {"need": 2}])["contested_recall"] == 1.0


def test_a_key_that_asks_for_nothing_is_met() -> None:
    nothing = dict.fromkeys(("figures", "actors", "speakers", "contested", "key_facts"), ())
    scored = values(brief(), **nothing)
    assert scored["figures_recall"] == scored["actors_once"] == scored["speakers"] == 1.0


@pytest.mark.parametrize("quoted", ["“shameless”", '"shameless"', "‘shameless’"])
def test_a_word_in_quotation_marks_is_not_the_summary_speaking(quoted: str) -> None:
    assert "shameless" not in outside_quotes(f"The union’s word was {quoted}, the mayor’s another.")


def test_an_apostrophe_closes_no_quotation() -> None:
    assert "shameless" in outside_quotes("The mayor’s shameless account, in the union’s words.")


def test_a_shortfall_names_measure_value_and_floor() -> None:
    measures = score_brief(AnswerKey.model_validate(KEY), brief(figures=[FORTY]))
    assert shortfalls(measures, {"figures_recall": 0.9}) == ["figures_recall 0.500 < 0.9"]
    assert shortfalls(measures, {"figures_recall": 0.5}) == []


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    key, scored = tmp_path / "key.json", tmp_path / "brief.json"
    key.write_text(json.dumps(KEY), encoding="utf-8")
    scored.write_text(brief(figures=[FORTY]).model_dump_json(), encoding="utf-8")
    return str(key), str(scored)


def test_the_command_prints_a_line_a_measure(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(files) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == [*MEASURES, "contested_points", "summary_words"]
    assert "figures_recall          0.500  (1/2)" in lines


def test_the_command_says_what_was_missed_when_asked(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    main([*files, "--verbose"])
    assert "    - 01: about 55\n" in capsys.readouterr().out


def test_the_command_fails_below_a_floor(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*files, "--min", "speakers=1", "--min", "figures_recall=0.9"]) == 1
    assert capsys.readouterr().out.endswith("below: figures_recall 0.500 < 0.9\n")


@pytest.mark.parametrize("floor", ["speling=1", "speakers", "speakers=high"])
def test_a_floor_that_cannot_be_meant_is_a_usage_error(files: tuple[str, str], floor: str) -> None:
    with pytest.raises(SystemExit) as exit_:
        main([*files, "--min", floor])
    assert exit_.value.code == 2


def test_a_file_that_is_no_brief_is_a_usage_error(files: tuple[str, str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        main([files[0], files[0]])
    assert exit_.value.code == 2
