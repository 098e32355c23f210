"""`verify`: an untouched brief passes, and one changed word gives back exactly its line."""

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

import summarize
from summarize.errors import NotABrief
from summarize.ground.support import Problem, Support, support
from summarize.model import Article, Brief
from summarize.render.json import render_json, withhold_sources
from summarize.verify import RENDERERS, Report, check_file, load_brief, verify_brief
from summarize.verify.loading import read_brief
from tests.stories import DAM, merge_story

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"

Change = Callable[[Any], None]
"""Edits a brief's JSON in place, as an editor would."""


@pytest.fixture(scope="module")
def seeds() -> Brief:
    return summarize.brief(SEEDS, engine="offline")


_asked: dict[tuple[object, ...], Support] = {}


def remembering_gate(
    statement: str,
    evidence: Sequence[str],
    speaker: str | None = None,
    article: Article | None = None,
) -> Support:
    """Ask the gate once for what many of the tests ask."""
    key = (statement, tuple(evidence), speaker, article and article.text)
    if key not in _asked:
        _asked[key] = support(statement, evidence, speaker, article)
    return _asked[key]


def lenient_gate(
    statement: str,
    evidence: Sequence[str],
    speaker: str | None = None,
    article: Article | None = None,
) -> Support:
    return Support()


def edit(brief: Brief, change: Change) -> Report:
    """Check `brief` after a change to its file."""
    raw = json.loads(render_json(brief))
    change(raw)
    loaded = read_brief("brief.json", json.dumps(raw).encode())
    return verify_brief(loaded.brief, gate=remembering_gate, failures=loaded.failures)


def replace(list_: str, field: str, old: str, new: str) -> tuple[str, Change]:
    """Return a change of the first text with `old` in it; the name of the list says where."""

    def change(raw: Any) -> None:
        item = next(item for item in raw[list_] if old in item[field])
        item[field] = item[field].replace(old, new, 1)

    return list_, change


def lines(report: Report) -> list[str]:
    return RENDERERS["text"](report).splitlines()


def test_an_untouched_brief_passes(seeds: Brief) -> None:
    report = verify_brief(seeds, gate=remembering_gate)
    assert lines(report) == [f"{report.checked} items checked: none failed"]
    assert report.checked > len(seeds.claims) + len(seeds.findings)
    assert (report.skipped, report.notes) == (0, ())


def test_a_brief_with_a_shared_denial_passes_and_so_does_its_title() -> None:
    assert lines(verify_brief(merge_story(DAM)))[0].endswith("none failed")


NUMBERS = [
    replace("claims", "text", "14,000", "41,000"),
    replace("findings", "text", "14,000", "41,000"),
    replace("figures", "phrase", "14,000", "41,000"),
    replace("timeline", "text", "2024", "2023"),
    replace("summary", "text", "at least 1,000", "at least 3,000"),
    replace("summary", "text", "roughly 14,000", "roughly 41,000"),
    replace("summary", "text", "to article 3", "to article 4"),
    replace("summary", "text", "Between 11,000", "Between 12,000"),
    replace("summary", "text", "and 14,000", "and 15,000"),
]
NAMES = [
    replace("claims", "text", "Gerasimov", "Zakharova"),
    replace("findings", "text", "Valery Gerasimov confirmed", "Maria Zakharova confirmed"),
    replace("figures", "what", "North Korean", "South Korean"),
    replace("figure_groups", "what", "North Korean", "South Korean"),
    replace("timeline", "text", "Ukraine", "Belarus"),
    replace("unknowns", "text", "survivors", "Ukrainians"),
    replace("summary", "text", "Valery Gerasimov, chief", "Maria Zakharova, chief"),
    replace("summary", "text", "North Korean troops were sent", "South Korean troops were sent"),
    replace("summary", "text", "to Western intelligence sources", "to Ukraine"),
    replace("summary", "text", "Gerasimov and", "Kim Jong Un and"),
    replace("summary", "text", "Ukrainian General Staff denied", "Russian General Staff denied"),
    replace("contested", "question", "Russia", "Belarus"),
    replace("actors", "name", "Maria Zakharova", "Maria Sakharova"),
]
NOTS = [
    replace("claims", "text", "had gone", "had not gone"),
    replace("findings", "text", "did not immediately", "did immediately"),
    replace("timeline", "text", "would rather", "would not rather"),
    replace("unknowns", "text", "could not be", "could be"),
    replace("summary", "text", "had taken part", "had not taken part"),
    replace("summary", "text", "is now wholly", "is not now wholly"),
    replace("summary", "text", "denied this", "did not deny this"),
    replace("summary", "text", "were sent", "were not sent"),
]


@pytest.mark.parametrize(("list_", "change"), [*NUMBERS, *NAMES, *NOTS])
def test_one_changed_word_is_one_failure_in_its_place(
    seeds: Brief, list_: str, change: Change
) -> None:
    report = edit(seeds, change)
    assert [failure.path.partition("[")[0] for failure in report.failures] == [list_]
    assert lines(report)[0].startswith(f"{list_}[")
    assert [note.partition(":")[0] for note in report.notes] == [
        "the brief was edited after it was made"
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Russia has", "Ukraine has"),
        ("has recaptured", "has not recaptured"),
        ("about 12,000", "about 13,000"),
        ("some 11,000", "not some 11,000"),
    ],
)
def test_a_changed_position_is_one_failure(seeds: Brief, old: str, new: str) -> None:
    def change(raw: Any) -> None:
        positions = [one for point in raw["contested"] for one in point["positions"]]
        position = next(one for one in positions if old in one["statement"])
        position["statement"] = position["statement"].replace(old, new)

    (failure,) = edit(seeds, change).failures
    assert failure.path.startswith("contested[")
    assert ".positions[" in failure.path


def change_row(stance: str, **fields: Any) -> Change:
    """Return a change of the first row of that stance in a dispute of actors."""

    def change(raw: Any) -> None:
        rows = [row for point in raw["contested"] for row in point["holdings"]]
        next(row for row in rows if row["stance"] == stance).update(fields)

    return change


@pytest.mark.parametrize(
    ("stance", "fields"),
    [
        ("asserts", {"statement": "Ukraine has recaptured the whole of the Kursk region."}),
        ("asserts", {"holder_id": None, "source": "Nobody Daily"}),
        ("denies", {"statement": "Ukraine does not deny it."}),
        ("asserts", {"holder_id": "a99"}),
    ],
)
def test_a_changed_row_of_who_says_what_is_one_failure(
    seeds: Brief, stance: str, fields: dict[str, Any]
) -> None:
    (failure,) = edit(seeds, change_row(stance, **fields)).failures
    assert ".holdings[" in failure.path


def test_a_holder_who_speaks_is_not_silent(seeds: Brief) -> None:
    speaker = next(row.holder_id for row in seeds.contested[0].holdings if row.evidence)
    (failure,) = edit(seeds, change_row("silent", holder_id=speaker)).failures
    assert failure.rule == "holding.holder"


def test_an_article_with_a_side_is_not_silent(seeds: Brief) -> None:
    def change(raw: Any) -> None:
        point = raw["contested"][0]
        point["silent_article_ids"] = [*point["holdings"][0]["article_ids"]]

    (failure,) = edit(seeds, change).failures
    assert failure.rule == "holding.silent"


def test_a_line_says_where_what_and_in_which_words(seeds: Brief) -> None:
    place = next(i for i, one in enumerate(seeds.summary) if "roughly 14,000" in one.text)
    _, change = replace("summary", "text", "roughly 14,000", "roughly 41,000")
    line, count = lines(edit(seeds, change))
    assert line.startswith(
        f"summary[{place}]: number not in evidence (roughly 41,000): “Between 11,000 and 14,000"
    )
    assert count.endswith("items checked: 1 failed")


@pytest.mark.parametrize(
    ("path", "change"),
    [
        ("title", lambda raw: raw.update(title="Ukraine says its soldiers fought for Russia")),
        ("figures[0]", lambda raw: raw["figures"][0].update(low=1400.0)),
        ("figures[0]", lambda raw: raw["figures"][0].update(low=140_000.0)),
        ("figures[0]", lambda raw: raw["figures"][0].update(bound="exact")),
        ("figure_groups[0]", lambda raw: raw["figure_groups"][0].update(high=15_000.0)),
        ("figure_groups[0]", lambda raw: raw["figure_groups"][0].update(unit="hour")),
        ("timeline[0]", lambda raw: raw["timeline"][0].update(date="2023-08")),
        ("articles[0]", lambda raw: raw["articles"][0].update(id="0123456789ab")),
    ],
)
def test_a_changed_field_is_one_failure(seeds: Brief, path: str, change: Change) -> None:
    assert [failure.path for failure in edit(seeds, change).failures] == [path]


def test_the_readme_shows_what_is_printed(seeds: Brief) -> None:
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = page.partition("<!-- output of summarize verify brief.json -->\n```text\n")[2]
    _, change = replace("summary", "text", "roughly 14,000", "roughly 41,000")
    assert shown.partition("```")[0] == RENDERERS["text"](edit(seeds, change))


class TestEvidence:
    """Spans, hashes and ids."""

    @pytest.mark.parametrize("list_", ["claims", "figures", "actors", "unknowns"])
    @pytest.mark.parametrize("new", ["Nobody", "Q"])
    def test_a_changed_quote_is_its_own_failure_and_no_other(
        self, seeds: Brief, list_: str, new: str
    ) -> None:
        def change(raw: Any) -> None:
            piece = raw[list_][1]["evidence"][0]
            piece["quote"] = new + piece["quote"][1:]

        report = edit(seeds, change)
        assert [failure.path for failure in report.failures] == [f"{list_}[1].evidence[0]"]
        assert report.skipped >= 1
        assert "not checked: what they rest on failed" in lines(report)[-1]

    def test_a_span_that_is_moved_is_found(self, seeds: Brief) -> None:
        def change(raw: Any) -> None:
            piece = raw["contested"][0]["positions"][0]["evidence"][0]
            piece["start"], piece["end"] = piece["start"] + 1, piece["end"] + 1

        (failure,) = edit(seeds, change).failures
        assert failure.path == "contested[0].positions[0].evidence[0]"
        assert failure.rule == "evidence.span"

    def test_evidence_of_no_article_is_found(self, seeds: Brief) -> None:
        def change(raw: Any) -> None:
            raw["claims"][0]["evidence"][0]["article_id"] = "x"

        (failure,) = edit(seeds, change).failures
        assert failure.path == "claims[0].evidence[0]"
        assert failure.problem == "no such article (x)"

    def test_a_changed_text_is_one_failure_of_its_article(self, seeds: Brief) -> None:
        def change(raw: Any) -> None:
            raw["articles"][1]["text"] = raw["articles"][1]["text"].replace("14,000", "41,000")

        (failure,) = edit(seeds, change).failures
        assert (failure.path, failure.rule) == ("articles[1]", "source.hash")

    @pytest.mark.parametrize(
        ("path", "change"),
        [
            ("engines[0].article_id", lambda raw: raw["engines"][0].update(article_id="x")),
            ("findings[0].claim_ids", lambda raw: raw["findings"][0].update(claim_ids=["c0"])),
            ("summary[0].finding_ids", lambda raw: raw["summary"][0]["finding_ids"].append("n0")),
            ("origins[1].actor_id", lambda raw: raw["origins"][1].update(actor_id="a0")),
            ("claims[1]", lambda raw: raw["claims"][1].update(id=raw["claims"][0]["id"])),
        ],
    )  # fmt: skip
    def test_a_reference_that_leads_nowhere_is_found(
        self, seeds: Brief, path: str, change: Change
    ) -> None:
        assert path in [failure.path for failure in edit(seeds, change).failures]


class TestSources:
    """`--sources`: the articles as they are now."""

    def test_a_brief_without_texts_passes_and_says_what_was_not_checked(self, seeds: Brief) -> None:
        report = verify_brief(withhold_sources(seeds), gate=remembering_gate)
        assert report.passed
        assert len(report.notes) == 1
        assert "no text to check spans against" in report.notes[0]

    def test_texts_are_taken_from_the_sources(self, seeds: Brief, tmp_path: Path) -> None:
        file = tmp_path / "brief.json"
        raw = json.loads(render_json(withhold_sources(seeds)))
        piece = raw["claims"][0]["evidence"][0]
        piece["start"], piece["end"] = piece["start"] + 1, piece["end"] + 1
        file.write_text(json.dumps(raw), encoding="utf-8")
        assert check_file(str(file)).passed
        report = check_file(str(file), str(SEEDS))
        assert [failure.path for failure in report.failures] == ["claims[0].evidence[0]"]

    @pytest.mark.parametrize("is_withheld", [True, False])
    def test_a_changed_source_is_named(
        self, seeds: Brief, tmp_path: Path, is_withheld: bool
    ) -> None:
        for source in SEEDS.glob("*.txt"):
            text = source.read_text(encoding="utf-8").replace("14,000", "41,000")
            (tmp_path / source.name).write_text(text, encoding="utf-8")
        brief = withhold_sources(seeds) if is_withheld else seeds
        now = summarize.read(tmp_path)
        (failure,) = verify_brief(brief, now, gate=remembering_gate).failures
        assert (failure.path, failure.rule) == ("articles[1]", "source.changed")
        assert "source changed: " in failure.problem
        assert "02_tradewind-daily.txt" in failure.problem

    def test_a_missing_source_is_named(self, seeds: Brief) -> None:
        now = summarize.read(sorted(SEEDS.glob("0[1-4]*.txt")))
        (failure,) = verify_brief(seeds, now, gate=remembering_gate).failures
        assert "source missing: " in failure.problem
        assert "05_dniester-newsline.txt" in failure.problem


class TestNeutrality:
    """Rules for the brief's own voice; the gate is not asked."""

    @pytest.mark.parametrize(
        ("text", "rule"),
        [
            ("North Korea said that its heroic soldiers fought.", "neutrality.loaded-word"),
            ("North Korea alleged that it sent soldiers.", "neutrality.judging-verb"),
            ("And what will come of it?", "neutrality.comment"),
        ],
    )
    def test_a_sentence_that_leans_is_found(self, seeds: Brief, text: str, rule: str) -> None:
        first = seeds.summary[1].model_copy(update={"text": text})
        report = verify_brief(seeds.model_copy(update={"summary": (first,)}), gate=lenient_gate)
        assert [failure.rule for failure in report.failures] == [rule]

    def test_a_quoted_loaded_word_is_its_speakers(self, seeds: Brief) -> None:
        text = "North Korea said: “Our heroic soldiers fought.”"
        first = seeds.summary[1].model_copy(update={"text": text})
        brief = seeds.model_copy(update={"summary": (first,)})
        assert verify_brief(brief, gate=lenient_gate).passed

    def test_a_disputed_matter_needs_a_speaker(self, seeds: Brief) -> None:
        disputed = next(one for one in seeds.summary if "denied this" in one.text)
        told = disputed.model_copy(update={"text": "Russia has recaptured the Kursk region."})
        brief = seeds.model_copy(update={"summary": (told,)})
        (failure,) = verify_brief(brief, gate=lenient_gate).failures
        assert failure.rule == "neutrality.own-voice"


def test_the_gate_is_told_the_statement_its_evidence_and_its_speaker(seeds: Brief) -> None:
    asked: list[tuple[str, str | None]] = []

    def gate(
        statement: str,
        evidence: Sequence[str],
        speaker: str | None = None,
        article: Article | None = None,
    ) -> Support:
        assert evidence
        assert article
        asked.append((statement, speaker))
        return Support((Problem("number not in evidence", "7"),))

    report = verify_brief(seeds, gate=gate)
    assert ("It has won back the whole region.", "Moscow") in asked
    assert ("Russia said that it has won back the whole region.", None) in asked
    refused = [one for one in report.failures if one.rule == "claim.support"]
    assert len(refused) == len(seeds.claims)
    assert {one.problem for one in refused} == {"number not in evidence (7)"}


class TestFile:
    """What is no brief ends with 2 and says what is there instead."""

    @pytest.mark.parametrize(
        ("data", "message"),
        [
            (b"", "is empty"),
            (b" \n", "is empty"),
            (b"\x80\x00\xff", "is not UTF-8 text (byte 1)"),
            (b"Ferry aground", "is not JSON: expected value at line 1 column 1"),
            (b'{"id": ', "is not JSON: EOF while parsing"),
            (b"[1]", "its top is no object"),
            (b"{}", "id: field required"),
            (b'{"schema_version": "2"}', "has schema_version '2', and this summarize reads '1'"),
            (b"[" * 100_000, "is not JSON"),
        ],
    )
    def test_a_file_that_is_no_brief_says_so(self, data: bytes, message: str) -> None:
        with pytest.raises(NotABrief) as raised:
            read_brief("x.json", data)
        assert str(raised.value).startswith("x.json: ")
        assert message in str(raised.value)
        assert raised.value.exit_code == 2

    def test_a_field_that_does_not_fit_is_named_by_its_place(self, seeds: Brief) -> None:
        def change(raw: Any) -> None:
            raw["claims"][3]["evidence"][0]["start"] = "seven"
            raw["summary"][1]["note"] = "mine"

        with pytest.raises(NotABrief) as raised:
            edit(seeds, change)
        assert "\n  claims[3].evidence[0].start: " in str(raised.value)
        assert "\n  summary[1].note: extra inputs are not permitted" in str(raised.value)

    @pytest.mark.parametrize(
        ("name", "message"),
        [("gone.json", "no such file"), (".", "is a folder"), ("/dev/null", "pipe or a device")],
    )
    def test_a_file_that_cannot_be_read_is_named(self, name: str, message: str) -> None:
        with pytest.raises(NotABrief, match=message):
            load_brief(name)

    def test_a_huge_file_is_refused_unread(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys.modules["summarize.verify.loading"], "MAX_BYTES", 10)
        (tmp_path / "huge.json").write_bytes(b" " * 11)
        with pytest.raises(NotABrief, match="larger than"):
            load_brief(str(tmp_path / "huge.json"))

    def test_a_byte_order_mark_is_no_fault(self, seeds: Brief) -> None:
        data = b"\xef\xbb\xbf" + render_json(seeds).encode()
        assert read_brief("brief.json", data).brief == seeds


class TestCommand:
    """`summarize verify` from outside."""

    @pytest.mark.parametrize(
        ("old", "options", "code", "out"),
        [
            ("14,000", [], 0, "items checked: none failed\n"),
            ("denied this", [], 1, "items checked: 1 failed\n"),
            ("denied this", ["--format", "jsonl"], 1, '"failed": 1, "skipped": 0}\n'),
            ("denied this", ["--sources", "seeds"], 1, "items checked: 1 failed\n"),
            ("articles", [], 2, ""),
        ],
    )
    def test_it_ends_with_what_it_found(
        self, seeds: Brief, old: str, options: list[str], code: int, out: str
    ) -> None:
        new = old if code == 0 else "wished this"
        ended = subprocess.run(
            [sys.executable, "-m", "summarize", "verify", "-", *options],
            input=render_json(seeds).replace(old, new, 1),
            capture_output=True,
            text=True,
            cwd=ROOT,
            check=False,
        )
        assert ended.returncode == code
        assert ended.stdout.endswith(out)
        assert "Traceback" not in ended.stderr

    def test_failures_are_json_lines_for_tools(self, seeds: Brief) -> None:
        _, change = replace("summary", "text", "roughly 14,000", "roughly 41,000")
        failed, count = RENDERERS["jsonl"](edit(seeds, change)).splitlines()
        assert json.loads(failed)["rule"] == "text.support"
        assert json.loads(failed)["path"].startswith("summary[")
        assert json.loads(count)["failed"] == 1

    def test_the_library_takes_a_brief_or_its_file(self, seeds: Brief, tmp_path: Path) -> None:
        file = tmp_path / "brief.json"
        file.write_text(render_json(seeds), encoding="utf-8")
        assert summarize.verify(seeds, SEEDS).passed
        assert summarize.verify(file).passed
