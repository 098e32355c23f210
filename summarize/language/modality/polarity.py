"""Which words a statement affirms and which it negates, so that two can be seen to clash."""

from functools import lru_cache
from typing import NamedTuple

from summarize.language.document import parse_statement
from summarize.language.modality.negation import negated_predicates
from summarize.language.modality.opposites import are_opposed

_OPEN = ("VB", "JJ", "NN", "RB")
_EMPTY = frozenset("be have do say will would can could may might must not no never".split())


class Polarity(NamedTuple):
    """The lemmas that a statement affirms, and those that it negates."""

    affirmed: frozenset[str]
    negated: frozenset[str]

    def negates(self, other: "Polarity") -> bool:
        """Say whether this statement negates a word that the other, which negates none, affirms.

        Where both negate something, the same may be meant: "found no proof", "did not find proof".
        """
        return not other.negated and bool(self.negated & other.affirmed)

    def opposes(self, other: "Polarity") -> bool:
        """Say whether one negates what the other affirms, or says the opposite word for it."""
        if self.negates(other) or other.negates(self):
            return True
        ours, theirs = self.affirmed - other.affirmed, other.affirmed - self.affirmed
        return any(are_opposed(one, another) for one in ours for another in theirs)


@lru_cache(maxsize=8_192)
def read_polarity(text: str) -> Polarity:
    """Read what `text` affirms and what it negates, as lemmas."""
    document = parse_statement(text)
    negated = frozenset(
        negation.predicate.lemma.lower() for negation in negated_predicates(document, 0, len(text))
    )
    affirmed = frozenset(
        token.lemma.lower() for token in document.tokens if token.tag.startswith(_OPEN)
    )
    return Polarity(affirmed - negated - _EMPTY, negated - _EMPTY)
