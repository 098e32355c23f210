"""The tokens of a run: what was spent, and whether one more request still fits."""

from dataclasses import dataclass, field

from summarize.errors import BudgetSpent
from summarize.model import Usage

_BYTES_A_TOKEN = 3.0
"""English has four to five with today's vocabularies; fewer is the careful guess."""

_MARGIN = 1.1
SMALLEST_ANSWER = 256
"""Tokens below which an answer is not worth asking for."""


def count_tokens(text: str) -> int:
    """Return a careful guess; the exact count is the model's own."""
    return int(len(text.encode()) / _BYTES_A_TOKEN) + 1


@dataclass
class Tally:
    """What one article has cost so far, answers that were of no use included."""

    usage: Usage = field(default_factory=Usage)

    def add(self, usage: Usage) -> None:
        """Book what one more request cost."""
        self.usage += usage


@dataclass
class Budget:
    """Bounds prompts and answers together; `most` is None where there is no bound."""

    most: int | None = None
    spent: Usage = field(default_factory=Usage)
    _reserved: int = 0
    _factor: float = 1.0

    def reserve(self, prompt: str, answer: int) -> tuple[int, int]:
        """Set tokens aside for a request; return them, and how many of them its answer may have.

        Raises BudgetSpent where not even a short answer fits.
        """
        asked = int(count_tokens(prompt) * self._factor * _MARGIN)
        if self.most is not None:
            room = self.most - self.spent.tokens - self._reserved - asked
            if room < min(answer, SMALLEST_ANSWER):
                raise BudgetSpent(
                    f"the {self.most} tokens of --max-tokens are used up: {self.spent.tokens} were "
                    f"spent; allow more, and what is finished is not paid for again"
                )
            answer = min(answer, room)
        self._reserved += asked + answer
        return asked + answer, answer

    def settle(self, reserved: int, prompt: str, usage: Usage | None) -> Usage:
        """Book what a request really cost; all that was set aside, where nobody says."""
        self._reserved -= reserved
        cost = usage or Usage(calls=1, prompt_tokens=reserved)
        if usage is not None:
            self._factor = max(self._factor, usage.prompt_tokens / count_tokens(prompt))
        self.spent += cost
        return cost

    def release(self, reserved: int) -> None:
        """Give back what was set aside for a request that was refused."""
        self._reserved -= reserved
