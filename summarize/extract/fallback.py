"""A policy: where one engine is not to be had, another reads the article, and the draft says so."""

from collections.abc import Callable

from summarize.errors import EngineUnavailable
from summarize.extract.port import Engine, Promise
from summarize.model import Article, Draft, Usage

Notify = Callable[[str], None]
"""Told at once what the user can mend while the run goes on."""


class FallbackEngine:
    """Reads with `first`, and an article that it cannot read with `then`."""

    def __init__(self, first: Engine, then: Engine, notify: Notify) -> None:
        self._first = first
        self._then = then
        self._notify = notify
        self._told: set[str] = set()

    def start(self, article: Article) -> Promise:
        """Begin to read `article` with the first engine."""
        promise = self._first.start(article)
        return lambda: self._wait(promise, article)

    def _wait(self, promise: Promise, article: Article) -> Draft:
        try:
            return promise()
        except EngineUnavailable as error:
            problem, spent = str(error), _spent_in_vain(error)
        if problem not in self._told:
            self._told.add(problem)
            self._notify(problem)
        draft = self._then.start(article)()
        return draft.model_copy(
            update={
                "why": f"the LLM could not be used: {problem}",
                "warnings": (*draft.warnings, f"read offline: {problem}"),
                "usage": draft.usage + spent,
            }
        )


def _spent_in_vain(error: EngineUnavailable) -> Usage:
    return Usage(
        calls=error.calls,
        prompt_tokens=error.prompt_tokens,
        completion_tokens=error.completion_tokens,
    )
