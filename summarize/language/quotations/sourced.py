"""A reporting word with its source."""

from dataclasses import dataclass

from summarize.language.quotations.cues import Cue
from summarize.language.quotations.lines import Phrase


@dataclass(frozen=True, slots=True)
class Sourced:
    """A cue with its source. `is_shared`: the source stands with another cue or verb.

    `said` is what a passive with an agent takes up. `comma` stands before "a claim" that sums up
    what the sentence said so far, where the cue comments on that. `via` quotes the source.
    """

    cue: Cue
    source: Phrase | None
    is_inverted: bool = False
    is_shared: bool = False
    said: Phrase | None = None
    comma: int | None = None
    via: Phrase | None = None

    @property
    def start(self) -> int:
        """Where source and cue begin, or the words that sum up before them."""
        if self.comma is not None:
            return self.comma + 1
        if self.via is not None:
            return min(self.via.start, self.cue.start)
        if self.source is None or self.is_shared:
            return self.cue.start
        return min(self.source.start, self.cue.start)

    @property
    def end(self) -> int:
        """Where cue and source end."""
        if self.source is None or self.is_shared:
            return self.cue.end
        return max(self.source.end, self.cue.end)
