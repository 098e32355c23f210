"""Texts through the stages that a user's article goes through, each from where a set begins."""

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from summarize.errors import NothingReadable
from summarize.extract.offline import OfflineEngine
from summarize.ground.grounding import ground_draft
from summarize.model import Article, Extraction
from summarize.pipeline import read_articles
from summarize.read import Page
from summarize.read.article import make_article
from summarize.settings import BriefOptions

NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
"""The day of every run: no value changes with the calendar."""
OPTIONS = BriefOptions(created=NOW, today=NOW.date(), engine="offline")
_ENGINE = OfflineEngine("asked for")


def make_text(text: str) -> Article:
    """Make an article of a text that is clean already. Raises NoArticle for a few words."""
    return make_article("text", Page(text), path=None, now=NOW.date())


def extract_text(text: str) -> Extraction:
    """Extract from a text that is clean already, offline, and ground what was drafted."""
    return extract_article(make_text(text))


def extract_article(article: Article) -> Extraction:
    """Extract from an article that is made already, offline, and ground what was drafted."""
    return ground_draft(_ENGINE.draft(article), article)


def read_file(name: str, data: bytes) -> Article | None:
    """Read a file of this name and content as `summarize.read` would; None where it holds none."""
    with TemporaryDirectory() as folder:
        write_files(Path(folder), {name: data})
        try:
            articles = read_articles([folder], OPTIONS).articles
        except NothingReadable:
            return None
    return articles[0]


def write_files(folder: Path, files: Mapping[str, bytes]) -> Sequence[Path]:
    """Write files into `folder` and return their paths."""
    paths = [folder / name for name in files]
    for path, data in zip(paths, files.values(), strict=True):
        path.write_bytes(data)
    return paths
