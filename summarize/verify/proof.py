"""A statement held against what may carry it: the gate has to let one of several readings pass."""

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from summarize.ground.support import Support
from summarize.model import Article


class Gate(Protocol):
    """What `summarize.ground.support.support` does."""

    def __call__(
        self,
        statement: str,
        evidence: tuple[str, ...],
        speaker: str | None = None,
        article: Article | None = None,
    ) -> Support:
        """Say whether the evidence carries the statement."""
        ...


class Attempt(NamedTuple):
    """One reading of a statement with the evidence that may carry it."""

    statement: str
    quotes: tuple[str, ...]
    speaker: str | None
    article: Article | None


def prove(attempts: Iterable[Attempt], gate: Gate) -> Support | None:
    """Return a support as soon as the gate gives one, else the refusal with the fewest problems.

    None where there is nothing to try.
    """
    best: Support | None = None
    for attempt in attempts:
        found = gate(*attempt)
        if found.supported:
            return found
        if best is None or len(found.problems) < len(best.problems):
            best = found
    return best
