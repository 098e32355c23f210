"""A desk that reads through a language model: its articles, its key, its cache, its commands."""

import itertools
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pytest

import summarize
from summarize import cli
from summarize.model import Brief, Extraction
from tests.openai_server import FakeEndpoint

KEY = "Zq7-hush-4711-never-shown"
"""Nothing in it looks like a key, so that only whoever knows it can keep it back."""

TOWNS = tuple(
    head + tail
    for head, tail in itertools.product(
        ("Ald", "Bren", "Car", "Dun", "Ess", "Fal", "Gor", "Hal", "Ing", "Kel"),
        ("ford", "mouth", "wick", "ton", "haven"),
    )
)
_SENTENCES = (
    "A ferry ran aground near {} on Monday.",
    "Divers reached the wreck off {} on Tuesday.",
    "The harbour of {} was closed to all ships.",
    "Workers cleared the beach at {} before the weekend.",
    "The mayor of {} visited the crew in hospital.",
    "Fishermen near {} repaired their nets on Friday.",
    "The lighthouse of {} was dark during the storm.",
    "A tug from {} towed the ferry into deep water.",
)


class Ended(NamedTuple):
    """How a command ended, what it printed, and how long it took."""

    code: int
    out: str
    err: str
    seconds: float

    @property
    def brief(self) -> Brief:
        """The brief that was printed."""
        return Brief.model_validate_json(self.out)


@dataclass
class Desk:
    """Runs commands with articles of its own, one a town."""

    folder: Path
    monkeypatch: pytest.MonkeyPatch
    capfd: pytest.CaptureFixture[str]

    @classmethod
    def open(
        cls, folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
    ) -> "Desk":
        """Set the key and an empty cache."""
        monkeypatch.setenv("OPENAI_API_KEY", KEY)
        monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        return cls(folder, monkeypatch, capfd)

    @property
    def cache(self) -> Path:
        """The file in which answers are kept."""
        return self.folder / "cache" / "summarize" / "answers.sqlite"

    def write(self, *towns: str, sentences: int = 4) -> list[str]:
        """Write an article on each town and return the files' names."""
        return [self.write_text(town, "\n\n".join(lines(town, sentences))) for town in towns]

    def write_text(self, name: str, text: str) -> str:
        """Write an article in these words and return the file's name."""
        path = self.folder / f"{name}.txt"
        path.write_text(text + "\n", encoding="utf-8")
        return str(path)

    def run(self, *arguments: str) -> Ended:
        """Run the command line in this process, through `main` and its exit."""
        self.monkeypatch.setattr(sys, "argv", ["summarize", *arguments])
        self.capfd.readouterr()
        started = time.monotonic()
        with pytest.raises(SystemExit) as ended:
            cli.main()
        seconds = time.monotonic() - started
        printed = self.capfd.readouterr()
        code = ended.value.code
        return Ended(code if isinstance(code, int) else 0, printed.out, printed.err, seconds)

    def brief(self, endpoint: FakeEndpoint | str, files: Sequence[str], *flags: str) -> Ended:
        """Run `summarize brief` on the endpoint, or on an address, without a retry."""
        address = endpoint if isinstance(endpoint, str) else endpoint.base_url
        plain = ("--engine", "llm", "--model", "m", "--retries", "0", "--timeout", "5")
        return self.run("brief", *files, "--format", "json", "--base-url", address, *plain, *flags)

    def extract(
        self, endpoint: FakeEndpoint, files: Sequence[str], **settings: object
    ) -> list[Extraction]:
        """Call the library on the endpoint, without a retry and without a way out."""
        plain = {"engine": "llm", "model": "m", "retries": 0, "timeout_s": 5, "fallback": False}
        return summarize.extract(list(files), base_url=endpoint.base_url, **plain | settings)


def lines(town: str, count: int = 4) -> list[str]:
    """Return the sentences of an article on a town."""
    return [sentence.format(town) for sentence in _SENTENCES[:count]]


def texts(extraction: Extraction) -> list[str]:
    """Return what the claims of an article say."""
    return [claim.text for claim in extraction.claims]


def readers(brief: Brief) -> dict[str, str]:
    """Return who read the article on each town."""
    engines = {run.article_id: run.engine for run in brief.engines}
    return {Path(str(one.path)).stem: engines[one.id] for one in brief.articles}


def towns_asked(endpoint: FakeEndpoint) -> list[str]:
    """Return the towns of the articles that were asked for, in order."""
    return [town for asked in endpoint.prompts for town in TOWNS if town in asked.prompt]


def is_repeated(endpoint: FakeEndpoint) -> bool:
    """Say whether one request was sent twice."""
    bodies = [json.dumps(asked.body, sort_keys=True) for asked in endpoint.prompts]
    return len(set(bodies)) < len(bodies)


def assert_offline(ended: Ended, *words: str) -> None:
    """Check that the brief was made by the offline engine, and that it says why, as stderr does."""
    assert ended.code == 0, ended.err
    assert "Traceback" not in ended.err
    assert ended.brief.summary
    for run in ended.brief.engines:
        assert run.engine == "offline"
        assert all(word in run.why for word in words), run.why
    for word in words:
        assert any(word in warning for warning in ended.brief.warnings), ended.brief.warnings
        assert word in ended.err
