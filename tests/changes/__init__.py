"""What can be done to a sentence: changes of its meaning, and restatements that keep it.

Each operator is pure and yields only sentences in which its change is sure. They are made from the
language, not from samples.
"""

from collections.abc import Mapping

from tests.changes.amounts import CHANGES as _AMOUNTS
from tests.changes.edits import Operator
from tests.changes.naming import CHANGES as _NAMING
from tests.changes.verbs import CHANGES as _VERBS
from tests.changes.wording import RESTATEMENTS as _WORDING
from tests.changes.words import CHANGES as _WORDS


def _each_once(operator: Operator) -> Operator:
    """Leave out what an operator gives twice, and a sentence that it did not change."""

    def apply(sentence: str) -> list[str]:
        return [new for new in dict.fromkeys(operator(sentence)) if new != sentence]

    return apply


def _register(*tables: Mapping[str, Operator]) -> dict[str, Operator]:
    return {name: _each_once(operator) for table in tables for name, operator in table.items()}


CHANGES = _register(_AMOUNTS, _NAMING, _VERBS, _WORDS)
RESTATEMENTS = _register(_WORDING)

__all__ = ["CHANGES", "RESTATEMENTS", "Operator"]
