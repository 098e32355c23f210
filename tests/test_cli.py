"""The command line: what it prints where, how it ends, and what it does not load to start."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import NamedTuple

import pytest

import summarize
from summarize import cli
from summarize.cli import notes, output
from summarize.errors import NothingReadable, SourceNotFound
from summarize.model import Article, Brief, Extraction, Usage
from summarize.pipeline import Progress
from summarize.render.json import render_json
from summarize.settings import BriefOptions
from tests.samples import BRIEF, EXTRACTION, HARBOUR

ROOT = Path(__file__).parents[1]
HEAVY = {
    "anyio", "httpx2", "instructor", "lemminflect", "nltk", "numpy", "openai", "pint", "py3langid",
    "pydantic", "rich", "sumy",
    "textblob", "trafilatura",
}  # fmt: skip


class Run(NamedTuple):
    """How a command ended and what it printed."""

    code: int
    out: str
    err: str


Command = Callable[..., Run]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Command:
    """Run the command line in this process, through `main` and its exit."""

    def run_main(*arguments: str) -> Run:
        monkeypatch.setattr(sys, "argv", ["summarize", *arguments])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        printed = capfd.readouterr()
        code = ended.value.code
        return Run(code if isinstance(code, int) else 0, printed.out, printed.err)

    return run_main


class FakePipeline(ModuleType):
    """Remembers what it was asked for and answers with the sample brief."""

    def __init__(self) -> None:
        super().__init__("summarize.pipeline")
        self.asked: list[tuple[tuple[str, ...], BriefOptions]] = []
        self.error: BaseException | None = None

    def make_brief(
        self,
        inputs: Sequence[str],
        options: BriefOptions,
        watch: object = None,
        notify: object = None,
    ) -> Brief:
        self.asked.append((tuple(inputs), options))
        if self.error:
            raise self.error
        return BRIEF

    def read_articles(self, inputs: Sequence[str], options: BriefOptions) -> SimpleNamespace:
        self.asked.append((tuple(inputs), options))
        return SimpleNamespace(
            articles=(HARBOUR, HARBOUR),
            left_out=BRIEF.left_out,
            failures=(SourceNotFound("gone.txt", "no such file"),),
        )

    def open_engine(self, options: BriefOptions, notify: object = None) -> object:
        return nullcontext((None, None))

    def extract_all(
        self, articles: Sequence[Article], engine: object, watch: object = None
    ) -> list[Extraction]:
        return [EXTRACTION for _ in articles]


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch) -> FakePipeline:
    fake = FakePipeline()
    monkeypatch.setitem(sys.modules, "summarize.pipeline", fake)
    return fake


def test_the_brief_goes_to_stdout_and_warnings_to_stderr(
    run: Command, pipeline: FakePipeline
) -> None:
    ended = run("brief", "a.txt", "b.txt")
    assert ended.code == 0
    assert ended.out.startswith(BRIEF.title)
    assert "\x1b" not in ended.out
    assert ended.err.splitlines() == [
        "summarize: warning: a/empty.txt: left out: nothing in it",
        "summarize: warning: a/ledger.txt: two date lines; the first was taken",
    ]
    assert pipeline.asked[0][0] == ("a.txt", "b.txt")


def test_quiet_leaves_stderr_empty(run: Command, pipeline: FakePipeline) -> None:
    assert run("brief", "a.txt", "--quiet").err == ""


def test_verbose_says_how_each_article_was_read(run: Command, pipeline: FakePipeline) -> None:
    err = run("brief", "a.txt", "--verbose", "--quiet").err
    assert err.splitlines()[0] == (
        "summarize: read: a/harbour.txt: 33 words, 3 pieces removed, "
        "by offline: no language model configured"
    )


def test_flags_reach_the_pipeline(run: Command, pipeline: FakePipeline) -> None:
    run("brief", "a.txt", "--words", "90", "--engine", "offline", "--created", "2024-03-05")
    options = pipeline.asked[0][1]
    assert (options.words, options.engine) == (90, "offline")
    assert options.created.isoformat() == "2024-03-05T00:00:00+00:00"


def test_the_environment_reaches_the_renderer(
    run: Command, pipeline: FakePipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARIZE_FORMAT", "json")
    assert run("brief", "a.txt").out == render_json(BRIEF)


def test_without_sources_the_json_has_hashes_but_no_texts(
    run: Command, pipeline: FakePipeline
) -> None:
    printed = json.loads(run("brief", "a.txt", "--format", "json", "--without-sources").out)
    assert [article["text"] for article in printed["articles"]] == ["", ""]
    assert all(article["text_sha256"] for article in printed["articles"])


@pytest.mark.parametrize(
    "arguments",
    [
        ["brief"],
        ["brief", "a.txt", "--words", "20"],
        ["brief", "a.txt", "--words", "many"],
        ["brief", "a.txt", "--format", "pdf"],
        ["brief", "a.txt", "--created", "soon"],
        ["brief", "a.txt", "--colour"],
        ["schema", "verdict"],
        ["paint"],
    ],
)
def test_a_call_that_cannot_be_meant_ends_with_2(
    run: Command, pipeline: FakePipeline, arguments: list[str]
) -> None:
    ended = run(*arguments)
    assert ended.code == 2
    assert ended.out == ""
    assert "Traceback" not in ended.err


def test_nothing_readable_ends_with_3_and_names_the_file(
    run: Command, pipeline: FakePipeline
) -> None:
    pipeline.error = NothingReadable([SourceNotFound("gone\x1b[2J.txt", "no such file")])
    ended = run("brief", "gone.txt")
    assert ended.code == 3
    assert ended.err.startswith("summarize: error: no article could be read")
    assert ended.err.splitlines()[1] == "  gone.txt: no such file"
    assert "\x1b" not in ended.err


def test_an_engine_that_is_not_to_be_had_ends_with_4(run: Command) -> None:
    ended = run("brief", "a.txt", "--engine", "llm")
    assert ended.code == 4
    assert "llm" in ended.err


def test_extract_prints_one_extraction_a_line_and_what_it_skipped(
    run: Command, pipeline: FakePipeline
) -> None:
    ended = run("extract", "a.txt", "gone.txt", "empty.txt")
    lines = ended.out.splitlines()
    assert [Extraction.model_validate_json(line) for line in lines] == [EXTRACTION, EXTRACTION]
    assert ended.err.splitlines()[:2] == [
        "summarize: warning: a/empty.txt: left out: nothing in it",
        "summarize: warning: gone.txt: no such file",
    ]
    assert "one sentence was too long to read" in ended.err


def test_ctrl_c_ends_quietly_with_130(run: Command, pipeline: FakePipeline) -> None:
    pipeline.error = KeyboardInterrupt()
    assert run("brief", "a.txt") == Run(130, "", "")


def test_a_file_is_written_whole_and_nothing_goes_to_stdout(
    run: Command, pipeline: FakePipeline, tmp_path: Path
) -> None:
    target = tmp_path / "brief.json"
    assert run("brief", "a.txt", "--format", "json", "-o", str(target)).out == ""
    assert target.read_text(encoding="utf-8") == render_json(BRIEF)
    assert [entry.name for entry in tmp_path.iterdir()] == ["brief.json"]


def test_a_dash_is_standard_output(run: Command, pipeline: FakePipeline) -> None:
    assert run("brief", "a.txt", "--output", "-").out.startswith(BRIEF.title)


def test_a_file_that_is_replaced_keeps_its_mode_and_its_link(
    run: Command, pipeline: FakePipeline, tmp_path: Path
) -> None:
    target, link = tmp_path / "brief.json", tmp_path / "latest.json"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o640)
    link.symlink_to(target)
    run("brief", "a.txt", "--output", str(link))
    assert link.is_symlink()
    assert target.stat().st_mode & 0o777 == 0o640
    assert target.read_text(encoding="utf-8").startswith(BRIEF.title)


def test_a_failed_write_leaves_the_old_file_and_no_half_of_a_new_one(
    run: Command, pipeline: FakePipeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    target = tmp_path / "brief.txt"
    target.write_text("old", encoding="utf-8")
    monkeypatch.setattr(Path, "replace", refuse)
    ended = run("brief", "a.txt", "--output", str(target), "--quiet")
    assert ended.code == 2
    assert ended.err == (
        f"summarize: error: {target}: cannot be written: No space left on device; "
        "give another file\n"
    )
    assert target.read_text(encoding="utf-8") == "old"
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("target", ["missing/brief.txt", "."])
def test_a_place_that_cannot_be_written_is_named(
    run: Command, pipeline: FakePipeline, tmp_path: Path, target: str
) -> None:
    ended = run("brief", "a.txt", "--output", str(tmp_path / target))
    assert ended.code == 2
    assert f"{tmp_path / target}: cannot be written" in ended.err


def test_a_link_to_itself_gives_way_to_the_brief(
    run: Command, pipeline: FakePipeline, tmp_path: Path
) -> None:
    loop = tmp_path / "loop.txt"
    loop.symlink_to(loop)
    assert run("brief", "a.txt", "--output", str(loop)).code == 0
    assert loop.read_text(encoding="utf-8").startswith(BRIEF.title)


def test_schema_prints_what_is_shipped(run: Command) -> None:
    schema = json.loads(run("schema", "brief").out)
    assert schema["title"] == "Brief"


def test_no_argument_shows_the_commands(run: Command) -> None:
    ended = run()
    assert all(word in ended.out + ended.err for word in ("brief", "extract", "schema"))


def test_the_version_is_the_installed_one() -> None:
    ended = start("-m", "summarize", "--version")
    assert ended.stdout == "summarize 0.1.0\n"


def start(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, cwd=ROOT, check=False
    )


@pytest.mark.parametrize("module", ["summarize", "summarize.cli"])
def test_starting_loads_nothing_heavy(module: str) -> None:
    ended = start("-c", f"import sys, {module}; print(*sys.modules)")
    loaded = {name.partition(".")[0] for name in ended.stdout.split()}
    assert "summarize" in loaded
    assert loaded & HEAVY == set()


def test_help_answers_within_four_bare_starts_and_the_import_of_typer() -> None:
    def time_start(*arguments: str) -> float:
        started = time.perf_counter()
        assert start(*arguments).returncode == 0
        return time.perf_counter() - started

    commands = {
        "bare": ("-c", "pass"),
        "typer": ("-c", "import typer"),
        "help": ("-m", "summarize", "--help"),
    }
    # Best of seven, interleaved: whatever else the machine does falls on all three alike.
    rounds = [{name: time_start(*call) for name, call in commands.items()} for _ in range(7)]
    best = {name: min(one[name] for one in rounds) for name in commands}
    assert best["help"] <= 4 * best["bare"] + (best["typer"] - best["bare"]), best


def test_a_reader_that_stops_reading_gets_no_traceback() -> None:
    command = subprocess.Popen(
        [sys.executable, "-m", "summarize", "schema", "brief"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    )
    assert command.stdout
    assert command.stderr
    command.stdout.close()
    assert command.stderr.read() == b""
    command.stderr.close()
    assert command.wait() == 1


@pytest.mark.parametrize("given", ["a.txt", "."])
@pytest.mark.parametrize("command", ["brief", "extract"])
def test_an_article_is_never_written_over(  # noqa: PLR0917 - fixtures
    run: Command,
    pipeline: FakePipeline,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: str,
    given: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("the only copy", encoding="utf-8")
    Path("link.txt").symlink_to("a.txt")
    ended = run(command, given, "--output", "link.txt")
    assert (ended.code, ended.out) == (2, "")
    assert "link.txt: is one of the files to be read" in ended.err
    assert Path("a.txt").read_text(encoding="utf-8") == "the only copy"


def test_extract_warns_by_the_name_of_the_file(run: Command, pipeline: FakePipeline) -> None:
    ended = run("extract", "a.txt")
    names = [line.split(": ")[2] for line in ended.err.splitlines() if "too long" in line]
    assert names
    assert set(names) <= {article.source for article in BRIEF.articles}


@pytest.mark.parametrize(
    ("closing", "code", "message"),
    [
        ("- <&-", 3, "-: standard input is not connected"),
        ("seeds/01_sabre-wire.txt >&-", 2, "standard output: is closed; try --output"),
        ("nowhere.txt 2>&-", 3, ""),
    ],
)
def test_a_stream_that_is_closed_is_no_traceback(closing: str, code: int, message: str) -> None:
    ended = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m summarize brief {closing}"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert ended.returncode == code
    assert message in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has /dev/full")
def test_a_full_disk_behind_stdout_is_said_in_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "summarize", "schema", "brief"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            check=False,
        )
    assert ended.returncode == 2
    assert ended.stderr == (
        "summarize: error: standard output: cannot be written: No space left on device; try -o\n"
    )


class TestLibrary:
    """`from summarize import brief, read, extract`."""

    def test_every_public_name_is_there(self) -> None:
        assert all(getattr(summarize, name) is not None for name in summarize.__all__)

    def test_an_unknown_name_is_no_attribute(self) -> None:
        with pytest.raises(AttributeError, match="verdict"):
            summarize.verdict  # noqa: B018

    def test_loading_the_stages_leaves_the_functions_of_the_same_name(self) -> None:
        lines = (
            "import summarize.read.page, summarize.extract.engine",
            "from summarize import extract, read",
            "print(extract.__class__.__name__, read.__class__.__name__)",
        )
        assert start("-c", "\n".join(lines)).stdout == "function function\n"

    @pytest.mark.parametrize("inputs", ["a.txt", Path("a.txt"), ["a.txt"], (Path("a.txt"),)])
    def test_one_input_or_several_do(
        self, pipeline: FakePipeline, inputs: summarize.Inputs
    ) -> None:
        assert summarize.brief(inputs, words=90) is BRIEF
        asked, options = pipeline.asked[0]
        assert asked == ("a.txt",)
        assert options.words == 90


def test_progress_names_the_article_the_engine_and_the_tokens() -> None:
    spent = Usage(calls=1, prompt_tokens=1_200, completion_tokens=34)
    now = Progress(1, 5, "a/\x1b[31mred.txt", "llm", spent)
    assert notes._describe_progress(now) == "a/red.txt · llm · 1,234 tokens"
    assert notes._describe_progress(Progress(0, 5, "a.txt")) == "a.txt"


def test_colour_is_for_a_terminal_that_wants_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "90")
    monkeypatch.setenv("TERM", "xterm")
    assert output.screen(None) == (90, True)
    assert output.screen(Path("brief.txt")) == (80, False)
    monkeypatch.setenv("TERM", "dumb")
    assert output.screen(None) == (90, False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")
    assert output.screen(None) == (90, False)


def test_a_screen_of_a_cinema_is_not_filled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(output.shutil, "get_terminal_size", lambda: os.terminal_size((300, 50)))
    assert output.screen(None)[0] == 100
