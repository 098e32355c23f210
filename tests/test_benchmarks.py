"""The benchmarks' command: rows of our own, a scorer that stands in, a gate that looks words up."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import NoReturn

import pytest

from benchmarks import mutations
from benchmarks.__main__ import main
from benchmarks.floors import FLOORS, Floors, find_shortfalls, read_floors
from benchmarks.job import APART, BENCHMARKS, Job, Result, load_benchmark
from benchmarks.peers import Peer, all_peers, describe_peers, load_installed
from benchmarks.peers.gates import PEERS, Gate, Verdict, judge_by_substring

SAID = "“Forty ferries” were cancelled, said Ines Halloran."
CHANGED = "Fifty ferries were cancelled."
ROWS = (
    ("1", "“forty  ferries” were cancelled", True, "quotes"),
    ("2", "Ferries were cancelled by the dozen", True, "tail"),
    ("3", CHANGED, False, "number"),
    ("4", "Ines Halloran", False, "attribution lost"),
)
STAND_IN = """
import json, sys
read = lambda path: [json.loads(line) for line in open(path, encoding="utf-8")]
gold, said = read(sys.argv[1]), {row["id"]: row for row in read(sys.argv[2])}
rates = {}
for kind, label in ((False, "false accept"), (True, "false reject")):
    wrong = {row["operator"]: 100.0 * (said[row["id"]]["supported"] != kind)
             for row in gold if row["supported"] == kind}
    rates[label] = {"all": sum(wrong.values()) / max(1, len(wrong)), **wrong}
assert "--json" in sys.argv
print(json.dumps(rates))
if "--errors" in sys.argv:
    wrong = [row for row in gold if said[row["id"]]["supported"] != row["supported"]]
    for row in wrong[: int(sys.argv[sys.argv.index("--errors") + 1])]:
        print("WRONG", row["statement"], "|", said[row["id"]]["reason"])
"""


def refuse_tails(statement: str, _evidence: Sequence[str], _speaker: str | None) -> SimpleNamespace:
    """Stand in for the gate: wrong about the second row and the fourth."""
    if statement == CHANGED or "dozen" in statement:
        return SimpleNamespace(supported=False, reasons=("number not in evidence", "words dropped"))
    return SimpleNamespace(supported=True, reasons=())


def accept_all(_statement: str, _evidence: Sequence[str], _speaker: str | None) -> Verdict:
    return Verdict(supported=True)


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with one set, and the stand-ins for our gate and the peers."""
    monkeypatch.setattr(mutations, "support", refuse_tails)
    monkeypatch.setattr(mutations, "load_installed", lambda _: {"anything goes": accept_all})
    fields = ("id", "statement", "supported", "operator")
    rows = [
        dict(zip(fields, row, strict=True)) | {"evidence": [SAID], "speaker": None} for row in ROWS
    ]
    write(tmp_path / "mutations/dev.jsonl", "".join(json.dumps(row) + "\n" for row in rows))
    write(tmp_path / "score/score_mutations.py", STAND_IN)
    return tmp_path


@pytest.fixture
def floors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of floors for the command to read."""
    path = tmp_path / "floors.json"
    monkeypatch.setattr("benchmarks.__main__.read_floors", lambda name: read_floors(name, path))
    return path


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def usage_error(*arguments: str) -> object:
    with pytest.raises(SystemExit) as exit_:
        main(arguments)
    return exit_.value.code


def result(measure: str, ours: float) -> Result:
    return Result("mutations", "dev", measure, ours, {})


def test_each_measure_is_one_line_with_ours_and_the_peers(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["mutations", "--data", str(data), "--split", "dev"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [list(line)[:5] for line in lines] == 4 * [
        ["benchmark", "split", "measure", "ours", "peers"]
    ]
    assert lines[0] == {
        "benchmark": "mutations",
        "split": "dev",
        "measure": "false accepts",
        "ours": 50.0,
        "peers": {"anything goes": 100.0},
    }
    assert [(line["measure"], line["ours"]) for line in lines[:3]] == [
        ("false accepts", 50.0),
        ("worst operator, false accepts", 100.0),
        ("false rejects", 50.0),
    ]
    assert lines[1]["operator"] == "attribution lost"
    assert lines[3]["measure"] == "pairs a second"
    assert lines[3]["ours"] > 0
    assert lines[3]["peers"]["anything goes"] > 0


def test_all_runs_the_sets_that_are_there_and_names_the_others(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["all", "--data", str(data)]) == 0
    printed = capsys.readouterr()
    assert {json.loads(line)["benchmark"] for line in printed.out.splitlines()} == {"mutations"}
    for name in set(BENCHMARKS) - {"mutations"}:
        assert f"{name}: no data at {data / name / 'dev.jsonl'}" in printed.err
    assert "speed" not in printed.err


def test_data_that_is_not_there_is_said_and_is_no_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["mutations", "--data", str(tmp_path), "--split", "late", "--check"]) == 0
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == f"mutations: no data at {tmp_path / 'mutations/late.jsonl'}\n"


def test_a_missing_scorer_is_an_error_before_the_gate_is_asked(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def never(*_: object) -> NoReturn:
        raise AssertionError("the gate was asked")

    monkeypatch.setattr(mutations, "support", never)
    (data / "score/score_mutations.py").unlink()
    assert usage_error("mutations", "--data", str(data)) == 2
    assert "no scorer at" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("scorer", "message"),
    [("raise ValueError('a bad row')", "a bad row"), ("print('fine')", "printed no JSON")],
)
def test_a_scorer_that_fails_is_an_error_with_its_message(
    data: Path, capsys: pytest.CaptureFixture[str], scorer: str, message: str
) -> None:
    write(data / "score/score_mutations.py", scorer)
    assert usage_error("mutations", "--data", str(data)) == 2
    assert message in capsys.readouterr().err


def test_an_unknown_name_is_an_error_that_lists_the_known(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert usage_error("mutation", "--data", str(tmp_path)) == 2
    assert "no benchmark is named 'mutation'; there are mutations" in capsys.readouterr().err


def test_a_benchmark_wants_its_data_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert usage_error("all") == 2
    assert "--data is needed" in capsys.readouterr().err


def test_wrong_rows_of_ours_are_shown_when_asked_and_not_mixed_with_the_lines(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["mutations", "--data", str(data), "--errors", "1"])
    printed = capsys.readouterr()
    assert printed.err == (
        "WRONG Ferries were cancelled by the dozen | number not in evidence; words dropped\n"
    )
    assert all(json.loads(line) for line in printed.out.splitlines())


def test_predictions_are_kept_where_asked(data: Path) -> None:
    main(["mutations", "--data", str(data), "--output", str(data / "kept")])
    names = sorted(path.name for path in (data / "kept").iterdir())
    assert names == ["mutations.dev.anything_goes.jsonl", "mutations.dev.ours.jsonl"]
    lines = (data / "kept/mutations.dev.ours.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(lines[0]) == {"id": "1", "supported": True, "reason": ""}
    assert len(lines) == len(ROWS)


def test_a_set_without_changed_statements_has_no_worst_operator(data: Path) -> None:
    rows = (data / "mutations/dev.jsonl").read_text(encoding="utf-8").splitlines()
    write(data / "mutations/dev.jsonl", rows[0] + "\n")
    job = Job("mutations", "dev", data, data / "kept")
    found = list(mutations.compare_gates(job, accept_all, {}))
    assert [(line.ours, line.details) for line in found[1:2]] == [(0.0, {"operator": "none"})]
    assert found[0].peers == {}


@pytest.mark.parametrize("allowed", [50.0, 49.9])
def test_a_check_fails_and_names_the_measure_only_beyond_its_floor(
    data: Path, floors: Path, capsys: pytest.CaptureFixture[str], allowed: float
) -> None:
    write(floors, json.dumps({"mutations": {"at_most": {"false accepts": allowed}}}))
    fails = allowed < 50
    assert main(["mutations", "--data", str(data), "--check"]) == int(fails)
    said = capsys.readouterr().err
    assert said == ("mutations: false accepts 50 > 49.9\n" if fails else "")


def test_without_a_check_no_floor_fails(data: Path, floors: Path) -> None:
    write(floors, json.dumps({"mutations": {"at_most": {"false accepts": 0}}}))
    assert main(["mutations", "--data", str(data)]) == 0


@pytest.mark.parametrize(
    ("limits", "shortfalls"),
    [
        ({"at_most": {"errors": 3.0}, "at_least": {"speed": 10.0}}, []),
        ({"at_most": {"errors": 2.0}}, ["errors 3 > 2"]),
        ({"at_least": {"speed": 11.0}}, ["speed 10 < 11"]),
        ({"at_least": {"sped": 1.0}}, ["sped was not measured"]),
    ],
)
def test_a_shortfall_names_measure_value_and_floor(
    limits: Mapping[str, Mapping[str, float]], shortfalls: Sequence[str]
) -> None:
    results = [result("errors", 3.0), result("speed", 10.0)]
    assert list(find_shortfalls(results, Floors.model_validate(limits))) == shortfalls


def test_a_benchmark_without_an_entry_has_no_floor(floors: Path) -> None:
    write(floors, "{}")
    assert read_floors("mutations", floors) == Floors()


def test_the_floors_we_keep_are_of_measures_that_are_printed(data: Path) -> None:
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    kept = {name for name in floors if not name.startswith("brief:")}
    assert kept == {*BENCHMARKS, *APART}
    job = Job("mutations", "dev", data, data / "kept")
    printed = {line.measure for line in mutations.compare_gates(job, accept_all, {})}
    for name in ("mutations", "paraphrases"):
        assert set(read_floors(name).at_most) <= printed


@pytest.mark.parametrize("name", [*BENCHMARKS, *APART])
def test_every_benchmark_of_the_table_can_be_loaded(name: str) -> None:
    assert callable(load_benchmark(name))


def test_a_peer_that_is_not_installed_is_left_out_and_listed_as_such() -> None:
    def load() -> Gate:
        raise AssertionError("loaded without its package")

    absent = Peer("someone", "a-package-that-nobody-made", load)
    assert load_installed([absent]) == {}
    listed = list(describe_peers({"gates": [absent]}))
    assert listed == ["gates        someone              not installed"]


def test_the_peers_are_listed_without_any_data(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["peers"]) == 0
    lines = capsys.readouterr().out.splitlines()
    peers = [(task, peer.name) for task, those in all_peers().items() for peer in those]
    assert [(line[:12].strip(), line[13:33].strip()) for line in lines] == peers
    assert "gates        exact substring      built in" in lines
    assert "summarizers  round-robin lead     built in" in lines


@pytest.mark.parametrize("peer", PEERS, ids=lambda peer: peer.name)
def test_a_peer_accepts_a_verbatim_statement_and_refuses_another_story(peer: Peer) -> None:
    if peer.version is None:
        pytest.skip(f"{peer.package} is not installed")
    gate = peer.load()
    assert gate(SAID, ["It began at dawn.", SAID], None).supported
    assert not gate("Nine senators walked out on Tuesday evening", [SAID], None).supported


def test_the_exact_substring_ignores_case_space_and_quotation_marks_alone() -> None:
    assert judge_by_substring('"FORTY ferries"\n were', [SAID], None).supported
    assert not judge_by_substring("“Fifty ferries” were", [SAID], None).supported
