"""Several outlets, one story, one brief that leads back to its sources' own words.

`import summarize` is light: models and stages load when they are first asked for.
"""

import datetime as dt
import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Unpack

from summarize.errors import SummarizeError

if TYPE_CHECKING:
    from summarize.model import (
        Actor,
        Article,
        Brief,
        Change,
        Claim,
        ContestedPoint,
        Diff,
        Evidence,
        Extraction,
        Figure,
        FigureGroup,
        Finding,
    )
    from summarize.read import ReadResult
    from summarize.settings import BriefOptions, SettingValues
    from summarize.verify import Report

__all__ = [
    "Actor",
    "Article",
    "Brief",
    "Change",
    "Claim",
    "ContestedPoint",
    "Diff",
    "Evidence",
    "Extraction",
    "Figure",
    "FigureGroup",
    "Finding",
    "SummarizeError",
    "brief",
    "diff",
    "extract",
    "read",
    "verify",
]

Inputs = str | Path | Sequence[str | Path]
"""One file, folder or address, or several; "-" is standard input."""


def brief(
    inputs: Inputs,
    *,
    created: dt.datetime | None = None,
    **settings: "Unpack[SettingValues]",
) -> "Brief":
    """Read articles on one story and merge them into one brief.

    `created` stamps the brief; it is now, or SOURCE_DATE_EPOCH, where not given. `settings` are
    those of the command line: `engine="offline"`, `words=120`, `model="gpt-4o-mini"`, `base_url`;
    what is not given comes from the environment. Raises SummarizeError: its tree is in `errors.py`.
    """
    from summarize.pipeline import make_brief

    return make_brief(_names(inputs), _options(settings, created))


def read(inputs: Inputs, **settings: "Unpack[SettingValues]") -> "list[Article]":
    """Read and clean articles; what is left out is logged as a warning. Settings as `brief`.

    Raises NothingReadable where there is not one article.
    """
    from summarize.pipeline import read_articles

    result = read_articles(_names(inputs), _options(settings))
    _log_skipped(result)
    return list(result.articles)


def extract(inputs: Inputs, **settings: "Unpack[SettingValues]") -> "list[Extraction]":
    """Read articles and extract from each what can be proved in its text; settings as `brief`."""
    from summarize.pipeline import extract_all, open_engine

    with open_engine(_options(settings)) as (engine, _):
        return list(extract_all(read(inputs, **settings), engine))


def verify(
    brief: "Brief | str | Path",
    sources: Inputs | None = None,
    **settings: "Unpack[SettingValues]",
) -> "Report":
    """Check a brief, or the JSON file of one that was edited, against its sources.

    `sources` are the articles as they are now. Of the settings of `brief`, `loaded_words`,
    `waive` and `allow_hosts` count. Raises NotABrief, NothingReadable, UsageError.
    """
    from summarize.verify import LintOptions, Loaded, check_loaded, load_brief

    options = _options(settings)
    now = read(sources, **settings) if sources is not None else None
    loaded = load_brief(str(brief)) if isinstance(brief, str | Path) else Loaded(brief)
    return check_loaded(loaded, now, LintOptions(options.loaded_words, options.waive))


def diff(old: "Brief | str | Path", new: "Brief | str | Path") -> "Diff":
    """Return what a newer brief of a story has that an older one had not, claim by claim.

    Each is a brief or the JSON file of one. Raises NotABrief.
    """
    from summarize.diff import compare_briefs
    from summarize.verify import load_brief

    both = [
        load_brief(str(one)).brief if isinstance(one, str | Path) else one for one in (old, new)
    ]
    return compare_briefs(*both)


def _log_skipped(result: "ReadResult") -> None:
    import logging

    log = logging.getLogger(__name__)
    for left_out in result.left_out:
        log.warning("%s: left out: %s", left_out.article, left_out.reason)
    for failure in result.failures:
        log.warning("%s", failure)


def _names(inputs: Inputs) -> list[str]:
    return [str(inputs)] if isinstance(inputs, str | Path) else [str(one) for one in inputs]


def _options(
    settings: Mapping[str, object] | None = None, created: dt.datetime | None = None
) -> "BriefOptions":
    from summarize.settings import choose_options, read_settings

    return choose_options(read_settings(settings or {}, os.environ), created, os.environ)


def __getattr__(name: str) -> object:
    if name in __all__:
        return getattr(import_module("summarize.model"), name)
    raise AttributeError(f"module 'summarize' has no attribute {name!r}")


class _Package(ModuleType):
    """Keeps the functions `read`, `extract`, `diff` and `verify` in place.

    The first import of the stage of the same name would bind the stage over them.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in __all__ and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
