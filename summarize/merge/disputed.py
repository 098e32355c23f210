"""Whether a sentence speaks to what is disputed; it is then told in the dispute or not at all."""

from collections.abc import Iterable, Mapping

from summarize.merge.align import ClaimIndex
from summarize.merge.event import read_names, read_terms
from summarize.model import Claim

_SPOKEN, _OWN = 0.4, 0.3
"""Share of a disputed statement's matter from which a sentence with an author, and one without,
speaks to it. A rare word weighs more than a common one, and a name nothing."""

_FEWEST = 2
"""Words that have to be shared, names among them: "control" alone is of many matters."""

_WHERE = frozenset(
    f"{side}{end}"
    for side in "north south east west northeast northwest southeast southwest".split()
    for end in ("", "ern")
)
"""Where something lies says as little of what it is as its name does."""


class DisputedMatter:
    """The statements on either side of all disputes, as terms with their weights."""

    def __init__(self, claims: Iterable[Claim], index: ClaimIndex) -> None:
        """Weigh the terms of `claims`, which `index` holds."""
        self._statements = [_weigh(claim, index) for claim in claims]
        self._terms = {term for statement in self._statements for term in statement}

    def is_touched_by(self, text: str, *, has_author: bool) -> bool:
        """Say whether `text` speaks to the matter of a disputed statement."""
        said = self._terms.intersection(read_terms(text))
        least = _SPOKEN if has_author else _OWN
        return any(_share(statement, said) >= least for statement in self._statements)


def _weigh(claim: Claim, index: ClaimIndex) -> Mapping[str, float]:
    """Return the terms of a claim; words weigh 1 together, names nothing."""
    names = _WHERE | read_names(claim.text)
    weights = {
        term: weight * weight if term.islower() and term not in names else 0.0
        for term, weight in index.weights(claim).items()
    }
    total = sum(weights.values()) or 1.0
    return {term: weight / total for term, weight in weights.items()}


def _share(statement: Mapping[str, float], said: set[str]) -> float:
    shared = said & statement.keys()
    return sum(sorted(statement[term] for term in shared)) if len(shared) >= _FEWEST else 0.0
