"""`verify` and the lint: errors fail, warnings are told, waivers are said."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summarize.errors import UsageError
from summarize.merge.lint import parse_waivers
from summarize.model import Brief
from summarize.render.json import render_json
from summarize.settings import read_settings
from summarize.verify import RENDERERS, LintOptions, Report, check_file, verify_brief
from summarize.verify.loading import read_brief
from tests.stories import DAM, merge_story

STORY = DAM | {"gazette": "A staggering flood hit the Tolna dam on Friday, mayor Jon Reed said."}


@pytest.fixture(scope="module")
def brief() -> Brief:
    return merge_story(STORY)


def edit(brief: Brief, change: Callable[[Any], None]) -> Report:
    raw = json.loads(render_json(brief))
    change(raw)
    loaded = read_brief("brief.json", json.dumps(raw).encode())
    return verify_brief(loaded.brief, failures=loaded.failures)


def rules(report: Report) -> list[str]:
    return [failure.rule for failure in report.failures]


def test_a_brief_of_the_merge_has_its_weights_and_words_proved(brief: Brief) -> None:
    assert brief.balance.disputes
    assert [word.word for word in brief.loaded] == ["staggering"]
    assert verify_brief(brief).passed


@pytest.mark.parametrize(
    "change",
    [
        {"note": "asserted by 9 origins, denied by 1 origin"},
        {"is_uneven": True},
        {"point_id": "d99"},
    ],
)
def test_a_weight_that_does_not_fit_its_dispute_is_found(
    brief: Brief, change: dict[str, object]
) -> None:
    def edit_weight(raw: Any) -> None:
        raw["balance"]["disputes"][0].update(change)

    wanted = "reference.unknown" if "point_id" in change else "balance.weight"
    assert rules(edit(brief, edit_weight)) == [wanted]


def test_a_side_with_other_articles_than_its_position_is_found(brief: Brief) -> None:
    def count_more(raw: Any) -> None:
        raw["balance"]["disputes"][0]["sides"][0]["articles"] += 1

    assert rules(edit(brief, count_more)) == ["balance.weight"]


def test_a_loaded_word_that_its_source_does_not_have_there_is_found(brief: Brief) -> None:
    def rename(raw: Any) -> None:
        raw["loaded"][0]["word"] = "brutal"

    def move(raw: Any) -> None:
        raw["loaded"][0]["evidence"][0]["start"] += 1
        raw["loaded"][0]["evidence"][0]["end"] += 1

    assert rules(edit(brief, rename)) == ["loaded.word"]
    assert rules(edit(brief, move)) == ["evidence.span"]


def sneer(brief: Brief) -> Brief:
    """Put a sentence into the summary that the gate lets pass and an editor should look at."""
    story = {"courier": "The “repairs” of the Tolna dam began on Friday.\n\n" + DAM["post"]}
    made = merge_story(story)
    finding = next(one for one in made.findings if "repairs" in one.text)
    first = made.summary[0].model_copy(update={"text": finding.text, "finding_ids": (finding.id,)})
    return made.model_copy(update={"summary": (first,)})


def test_a_warning_is_printed_and_fails_nothing(brief: Brief) -> None:
    report = verify_brief(sneer(brief))
    assert report.passed
    assert {warning.rule for warning in report.warnings} == {"neutrality.scare-quotes"}
    lines = RENDERERS["text"](report).splitlines()
    warned = (
        "summary[0]: warning: quotation marks around words of nobody (“repairs”): “The “repairs”"
    )
    assert any(line.startswith(warned) for line in lines)
    assert lines[-1].endswith(f": none failed, {len(report.warnings)} warnings")
    objects = [json.loads(line) for line in RENDERERS["jsonl"](report).splitlines()]
    assert {one.get("severity") for one in objects[:-1]} == {"warning"}
    assert objects[-1]["warned"] == len(report.warnings)


def test_what_is_waived_is_no_warning_and_is_said(brief: Brief) -> None:
    waivers = parse_waivers(["scare-quotes=the council's own word"])
    report = verify_brief(sneer(brief), waivers=waivers)
    assert {one.severity for one in report.warnings} == {"note"}
    lines = RENDERERS["text"](report).splitlines()
    waived = (
        "summary[0]: note: quotation marks around words of nobody (“repairs”); waived: the council"
    )
    assert any(line.startswith(waived) for line in lines)
    assert lines[-1].endswith(": none failed")
    assert json.loads(RENDERERS["jsonl"](report).splitlines()[-1])["warned"] == 0


def test_a_waiver_in_the_brief_counts_as_one_of_the_call(brief: Brief) -> None:
    waivers = parse_waivers(["scare-quotes=the council's own word"])
    report = verify_brief(sneer(brief).model_copy(update={"waivers": waivers}))
    assert {one.severity for one in report.warnings} == {"note"}


def test_an_error_can_be_waived_with_a_reason(brief: Brief) -> None:
    def load(raw: Any) -> None:
        text = raw["summary"][0]["text"]
        raw["summary"][0]["text"] = f"The brazen truth: {text}"
        raw["waivers"] = [{"rule": "loaded-word", "text": "brazen", "reason": "a test"}]

    assert "neutrality.loaded-word" not in rules(edit(brief, load))


def test_marks_of_a_text_that_was_edited_since_are_said_to_be_stale(brief: Brief) -> None:
    def mark(raw: Any) -> None:
        raw["lint"] = [
            {
                "rule": "loaded-word",
                "severity": "error",
                "path": "summary[0]",
                "start": 0,
                "end": 6,
                "text": "brazen",
                "problem": "a test",
                "waived": None,
            }
        ]

    assert any("edited since" in note for note in edit(brief, mark).notes)


def test_a_brief_without_the_new_fields_is_read(brief: Brief) -> None:
    def age(raw: Any) -> None:
        for name in ("lint", "loaded", "waivers", "word_list"):
            del raw[name]
        del raw["balance"]["disputes"]

    assert rules(edit(brief, age)) == []


class TestSettings:
    def test_waivers_come_by_flag_by_the_variable_and_by_the_file(self, tmp_path: Path) -> None:
        (tmp_path / "summarize").mkdir()
        config = tmp_path / "summarize" / "config.toml"
        config.write_text('waive = ["comment=a", "accusation=b"]\n', encoding="utf-8")
        environ = {"XDG_CONFIG_HOME": str(tmp_path)}
        assert read_settings({}, environ).waive == ("comment=a", "accusation=b")
        environ["SUMMARIZE_WAIVE"] = "comment=c\nown-voice=d"
        assert read_settings({}, environ).waive == ("comment=c", "own-voice=d")
        assert read_settings({"waive": ["comment=e"]}, environ).waive == ("comment=e",)
        assert read_settings({"waive": []}, environ).waive == ("comment=c", "own-voice=d")

    def test_what_is_no_list_of_waivers_names_its_place(self, tmp_path: Path) -> None:
        (tmp_path / "summarize").mkdir()
        config = tmp_path / "summarize" / "config.toml"
        for text in ("waive = 3\n", "loaded_words = 3\n"):
            config.write_text(text, encoding="utf-8")
            with pytest.raises(UsageError, match=r"config\.toml: (?:waive|loaded_words)"):
                read_settings({}, {"XDG_CONFIG_HOME": str(tmp_path)})

    def test_a_bad_waiver_of_verify_is_a_usage_error(self, brief: Brief, tmp_path: Path) -> None:
        made = tmp_path / "brief.json"
        made.write_text(render_json(brief), encoding="utf-8")
        with pytest.raises(UsageError, match="no rule 'loaded'"):
            check_file(str(made), lint=LintOptions(waive=("loaded=why",)))
