"""The wheel: what is in it, what is not, and that it works far from the checkout."""

import ast
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHIPPED = {
    "summarize/cli/__init__.py",
    "summarize/model.py",
    "summarize/pipeline.py",
    "summarize/py.typed",
    "summarize/digest/example.toml",
    "summarize/language/data/given_names.tsv",
    "summarize/language/data/loaded_words.txt",
    "summarize/language/data/news_words.txt",
    "summarize/language/data/organisations.tsv",
    "summarize/language/data/places.tsv",
    "summarize/language/data/publishers.tsv",
    "summarize/language/data/restatements.txt",
    "summarize/language/data/states.tsv",
    "summarize/prompts/README.md",
    "summarize/schemas/article.schema.json",
    "summarize/schemas/brief.schema.json",
    "summarize/schemas/diff.schema.json",
    "summarize/schemas/draft.schema.json",
    "summarize/schemas/extraction.schema.json",
}
NO_NETWORK = """
import socket, sys

def refuse(*_args, **_options):
    raise AssertionError("the network was asked for")

socket.socket.connect = socket.getaddrinfo = refuse
from summarize.cli import main
main()
"""


def imported_packages() -> set[str]:
    """Return the names of what the package imports that is neither ours nor Python's."""
    found: set[str] = set()
    for path in (ROOT / "summarize").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                found.add((node.module or "").partition(".")[0])
    return found - set(sys.stdlib_module_names) - {"summarize"}


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.split(r"[<>=]", line)[0] for line in project["dependencies"]}
    owners = packages_distributions()
    imported = {name.lower() for package in imported_packages() for name in owners[package]}
    read_only = {"lemminflect", "textblob"}  # their tables are read, and they are not imported
    assert imported | read_only == declared


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps"]
    subprocess.run([*pip, "--target", str(folder), str(wheel)], check=True, capture_output=True)
    return folder


def run_installed(
    installed: Path, cwd: Path, *arguments: str, **environ: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": str(installed)} | environ,
        capture_output=True,
        check=True,
    )


def test_the_wheel_holds_what_is_shipped(wheel: Path) -> None:
    assert set(zipfile.ZipFile(wheel).namelist()) >= SHIPPED


def test_the_wheel_holds_every_module_of_the_package_and_no_other_file(wheel: Path) -> None:
    modules = {str(path.relative_to(ROOT)) for path in (ROOT / "summarize").rglob("*.py")}
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert modules <= names
    prompts = {name for name in names if name.startswith("summarize/prompts/")}
    assert names - modules - prompts <= SHIPPED


def test_the_installed_command_answers_from_another_folder(installed: Path, tmp_path: Path) -> None:
    where = run_installed(installed, tmp_path, "-c", "import summarize; print(summarize.__file__)")
    assert Path(where.stdout.decode().strip()).is_relative_to(installed)
    ended = run_installed(installed, tmp_path, "-m", "summarize", "--version")
    assert ended.stdout == b"summarize 0.1.0\n"
    ended = run_installed(installed, tmp_path, "-m", "summarize", "schema", "draft")
    assert ended.stdout == (ROOT / "schemas" / "draft.schema.json").read_bytes()


def test_the_installed_command_makes_the_same_bytes_without_a_network(
    installed: Path, tmp_path: Path
) -> None:
    files = sorted(str(path) for path in (ROOT / "seeds").glob("*.txt"))
    command = ["-c", NO_NETWORK, "brief", "--format", "json", "--created", "2025-05-01"]
    first = run_installed(installed, tmp_path, *command, *files, PYTHONHASHSEED="0")
    second = run_installed(installed, tmp_path, *command, *reversed(files), PYTHONHASHSEED="1")
    assert first.stdout == second.stdout
    assert first.stdout.count(b'"quote"') > 10
