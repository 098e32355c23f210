"""Mentions of names, and the clusters in which those of one actor are gathered."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from summarize.language.document import Token
from summarize.language.names import organisations
from summarize.language.names.candidates import Candidate
from summarize.model import ActorKind

MentionForm = Literal["name", "short", "demonym", "metonym"]

_NEARBY_SENTENCES = 2


class Seen(NamedTuple):
    """A candidate with the words of its sentence, the sentence's number and the text it covers."""

    candidate: Candidate
    words: Sequence[Token]
    sentence: int
    text: str

    @property
    def parts(self) -> tuple[str, ...]:
        """The words of the name."""
        return tuple(word.text for word in self.candidate.words)


@dataclass
class Cluster:
    """The mentions of one actor while they are gathered; `canonical` is a state's name."""

    kind: ActorKind
    canonical: str | None = None
    members: list[tuple[Seen, MentionForm]] = field(default_factory=list)

    def is_named_near(self, item: Seen) -> bool:
        """Say whether it is named before `item`, in its sentence or in the two before that."""
        return any(
            0 <= item.sentence - other.sentence <= _NEARBY_SENTENCES
            and other.candidate.start < item.candidate.start
            for other, _ in self.members
        )

    def full_forms(self) -> Iterator[str]:
        """Yield the forms that are no shortening of another."""
        return (item.text for item, form in self.members if form == "name")


def is_bare_head(item: Seen) -> bool:
    """Say whether a name is one head word alone: "the Ministry"."""
    low = item.text.lower()
    if item.candidate.entry is not None or len(item.parts) > 1:
        return False
    return low in organisations.ORGANISATION_HEADS or low in organisations.PLACE_HEADS
