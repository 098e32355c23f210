"""The anchors of a story: names, places, numbers and rare words that several articles share.

Each anchor speaks for an article that has it and against one that lacks it, by how many articles
of the story have it and how many articles about anything else would: the naive Bayes of text
classification (Lewis 1998, Naive (Bayes) at forty). What every article says is no anchor.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from summarize.language.frequency import frequency_of, stem_of
from summarize.language.names.allegiance import fold_state
from summarize.language.similarity import is_stop_word
from summarize.model import Article

_WORD = re.compile(r"[^\W\d_][\w'’-]*|\d[\d.,]*\d|\d")

_MOST_ANCHORS = 30
"""More would count the same matter again: the words of one story go together."""

_LEAST_SHARE = 0.34
"""An anchor stands in a third of the articles or more; a story of many has many sides."""

_MOST_MEMBERS = 40
"""Articles of a story of which the terms are counted."""

_OFTEN = 0.5
"""What a term gains in rank where the articles come back to it, by the logarithm of how often."""

_TELLING = 0.9
"""How likely an article about something else has a term, over how likely one of the story, at most.
"""


@dataclass(frozen=True)
class Terms:
    """The stems of an article: the form in which each first stands there, and how often."""

    forms: dict[str, str]
    counts: Counter[str]

    @classmethod
    def of(cls, article: Article) -> "Terms":
        """Read the terms of title and text; function words are none."""
        forms: dict[str, str] = {}
        counts: Counter[str] = Counter()
        for word in _WORD.findall(f"{article.title or ''}. {article.text}"):
            if (len(word) > 2 or word[0].isdigit()) and not is_stop_word(word.lower()):
                stem = stem_of(fold_state(word))
                forms.setdefault(stem, word)
                counts[stem] += 1
        return cls(forms, counts)


class _Anchor(NamedTuple):
    """A term with what it adds to the weight where it is there, and where it is not."""

    stem: str
    gain: float
    loss: float


@dataclass(frozen=True)
class Verdict:
    """How far an article belongs to a story.

    `weight` is the logarithm of how much likelier its words are there than elsewhere: above 0 they
    speak for it, below against it. `shared` of the `anchors` stand in it.
    """

    weight: float
    shared: tuple[str, ...]
    anchors: tuple[str, ...]


class Profile:
    """Articles taken to be of one story, by how many of them have each term.

    No more than the first `_MOST_MEMBERS` are counted; a thousand more would not change the shares.
    """

    def __init__(self, members: Iterable[Terms] = ()) -> None:
        """Count the terms of `members`."""
        self._size = 0
        self._length = 0
        self._having: Counter[str] = Counter()
        self._counts: Counter[str] = Counter()
        self._forms: dict[str, str] = {}
        self._shares: dict[str, float] = {}
        for terms in members:
            self.add(terms)

    def add(self, terms: Terms) -> None:
        """Count one more article."""
        if self._size == _MOST_MEMBERS:
            return
        self._size += 1
        self._length += len(terms.forms)
        self._having.update(terms.forms.keys())
        self._counts.update(terms.counts)
        self._forms = terms.forms | self._forms
        self._shares = {}

    def judge(self, terms: Terms) -> Verdict:
        """Weigh the anchors that an article has and lacks."""
        anchors = sorted(self._anchors(len(terms.forms)), key=self._rank)
        anchors = anchors[:_MOST_ANCHORS]
        return Verdict(
            weight=sum(one.gain if one.stem in terms.forms else one.loss for one in anchors),
            shared=tuple(self._forms[one.stem] for one in anchors if one.stem in terms.forms),
            anchors=tuple(self._forms[one.stem] for one in anchors),
        )

    def _rank(self, anchor: _Anchor) -> tuple[float, str]:
        """Put first what tells most and comes back most often: the matter of the articles."""
        often = 1 + _OFTEN * math.log(self._counts[anchor.stem] / self._having[anchor.stem])
        return -anchor.gain * often, anchor.stem

    def _anchors(self, length: int) -> Iterator[_Anchor]:
        """Yield the anchors for an article of `length` terms; a short one cannot have them all."""
        reach = min(1.0, length * self._size / max(1, self._length)) ** 0.5
        for stem, share in self._shares_of_terms().items():
            here = share * reach
            elsewhere = 1 - (1 - frequency_of(stem)) ** length
            if elsewhere < _TELLING * here:
                gain, loss = here / elsewhere, (1 - here) / (1 - elsewhere)
                yield _Anchor(stem, math.log(gain), math.log(loss))

    def _shares_of_terms(self) -> dict[str, float]:
        """Return the terms that several articles have, with how many of a hundred would have them.

        What one article alone says is an anchor only as long as there is no other.
        """
        if not self._shares:
            several = min(2, self._size)
            shares = {
                stem: (count - 0.5) / (self._size + 0.5)
                for stem, count in self._having.items()
                if count >= several
            }
            least = _LEAST_SHARE if self._size > 1 else 0.0
            self._shares = {stem: share for stem, share in shares.items() if share >= least}
        return self._shares
