"""The README: what it shows is what happens."""

import os
import re
import stat
from pathlib import Path

import pytest
from typer.main import get_command

from summarize.cli import app
from summarize.errors import EngineUnavailable, NothingReadable, UsageError
from summarize.settings import SETTING_NAMES
from tests.golden import (
    EXAMPLE,
    README,
    README_DIFF,
    README_OUTPUT,
    ROOT,
    cut_for_readme,
    render_correction,
    render_seeds,
)

PAGE = README.read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```", PAGE, re.M | re.S)
PYTHON = [text for language, text in BLOCKS if language == "python"]
SHELL = [text.strip() for language, text in BLOCKS if language == "sh"]


@pytest.mark.parametrize("example", PYTHON)
def test_an_example_runs(
    example: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {}
    exec(compile(example, "README.md", "exec"), names)  # noqa: S102 - the README is ours
    if "print(" in example:
        assert capsys.readouterr().out.strip()
    assert all(names[name] for name in ("made", "articles", "claims") if name in names)


def test_there_are_examples_to_run() -> None:
    assert len(PYTHON) == 2


def test_the_output_shown_is_the_output() -> None:
    shown = README_OUTPUT.search(PAGE)
    page = render_seeds()
    assert shown
    assert shown[0] == cut_for_readme(page), "run `make golden` and read the difference"
    assert EXAMPLE.read_text(encoding="utf-8") == page, "run `make golden`"


def test_the_comparison_shown_is_what_diff_prints() -> None:
    shown = README_DIFF.search(PAGE)
    assert shown
    assert shown[0] == render_correction(), "run `make golden` and read the difference"


def test_two_commands_do_everything() -> None:
    assert SHELL == [
        "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/summarize brief seeds/",
        "python3 -m venv .venv && .venv/bin/pip install '.[dev]' && .venv/bin/pytest",
    ]


def test_ci_finds_both_commands_in_the_readme() -> None:
    script = ROOT / ".ci" / "run"
    for ending in re.findall(r"^readme_command '(.+)'$", script.read_text(encoding="utf-8"), re.M):
        assert sum(command.endswith(ending) for command in SHELL) == 1


@pytest.mark.parametrize("name", ["run", "lint"])
def test_a_script_of_ci_can_be_run(name: str) -> None:
    assert (ROOT / ".ci" / name).stat().st_mode & stat.S_IXUSR


def test_the_table_of_options_is_the_command_line() -> None:
    command = get_command(app).commands["brief"]  # type: ignore[attr-defined]
    options = {option for one in command.params for option in one.opts if option[0] == "-"}
    opposites = {option for one in command.params for option in one.secondary_opts}
    table = PAGE.partition("| option of `brief`")[2].partition("\n\n")[0]
    assert set(re.findall(r"`(--?[a-z-]+)`", table)) - opposites == options


def test_the_table_of_options_names_every_setting() -> None:
    assert all(f"| `{name}` |" in PAGE for name in SETTING_NAMES)


@pytest.mark.parametrize("error", [UsageError, NothingReadable, EngineUnavailable])
def test_the_table_of_exit_codes_is_that_of_the_errors(
    error: type[UsageError | NothingReadable | EngineUnavailable],
) -> None:
    assert f"| {error.exit_code} | " in PAGE


@pytest.mark.parametrize(
    "page", ["README.md", "CONTRIBUTING.md", "docs/why.md", "docs/data-flow.md"]
)
def test_links_lead_somewhere(page: str) -> None:
    path = ROOT / page
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", path.read_text(encoding="utf-8")):
        assert Path(os.path.normpath(path.parent / target)).exists(), target
