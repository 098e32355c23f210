"""What every engine fits."""

from collections.abc import Callable
from typing import Protocol

from summarize.model import Article, Draft

Promise = Callable[[], Draft]
"""Waits for a draft that was begun. Raises EngineUnavailable."""


class Engine(Protocol):
    """Reads an article into a draft, with sentence numbers as evidence.

    Begun articles are read at the same time where an engine can, as one that waits for a network;
    another reads each when its draft is asked for.
    """

    def start(self, article: Article) -> Promise:
        """Begin to read `article`."""
        ...
