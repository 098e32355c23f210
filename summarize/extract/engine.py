"""The port that every engine fits, and the table that finds one by name."""

from importlib import import_module
from typing import Protocol

from summarize.errors import EngineUnavailable
from summarize.model import Article, Draft

ENGINES = {"offline": "summarize.extract.offline:OfflineEngine"}
"""Where each engine lives; it is imported when chosen, since some load heavy packages."""


class Engine(Protocol):
    """Reads one article into a draft; `why` says why it was chosen, for the brief to tell."""

    def draft(self, article: Article) -> Draft:
        """Return everything the engine reads in `article`, with sentence numbers as evidence."""
        ...


def choose_engine(name: str) -> Engine:
    """Return the engine called `name`; "auto" is the best one that can run here.

    Raises EngineUnavailable for a name that is not in the table.
    """
    if name == "auto":
        return _load("offline", "no LLM is configured")
    if name not in ENGINES:
        known = ", ".join(["auto", *ENGINES])
        raise EngineUnavailable(f"there is no engine {name!r} here; choose one of: {known}")
    return _load(name, "asked for")


def _load(name: str, why: str) -> Engine:
    module, _, attribute = ENGINES[name].partition(":")
    engine: Engine = getattr(import_module(module), attribute)(why)
    return engine
