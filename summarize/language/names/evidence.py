"""What kind of actor a name is, judged by its form and by the words around it.

Each cue speaks for or against kinds with a weight; the weights of all mentions of one name in a
document add up, so that one "Mr" decides for every bare surname. The weights were set by hand on
English news; only their order of size matters.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import get_args

from summarize.language.document import Token
from summarize.language.names.candidates import Candidate
from summarize.language.names.context_cues import context_cues
from summarize.language.names.form_cues import form_cues
from summarize.model import ActorKind

_CUES: dict[str, dict[ActorKind, float]] = {
    "title": {"person": 6},
    "known place": {"place": 3.5},
    "known organisation": {"organisation": 4},
    "known state": {"state": 6},
    "organisation head": {"organisation": 5},
    "place head": {"place": 5},
    "given name first": {"person": 4},
    "given name alone": {"person": 1.5},
    "surname": {"person": 1},
    "surname before given name": {"person": 3},
    "particle": {"person": 2},
    "initial": {"person": 3},
    "form of a surname": {"person": 1.5},
    "acronym": {"organisation": 3, "person": -2},
    "camel case": {"organisation": 2.5},
    "common word": {"organisation": 1, "person": -1.5},
    "common words": {"organisation": 0.5, "person": -2},
    "plural after article": {"organisation": 3, "person": -3},
    "following after": {"person": 2.5},
    "plain word": {"organisation": -1.5, "person": -2, "place": -1},
    "form of a company": {"organisation": 3, "person": -1},
    "form of a place": {"place": 1.5},
    "place opener": {"place": 2, "person": -1},
    "occupation before": {"person": 3},
    "age after": {"person": 6},
    "role after": {"person": 3},
    "who after": {"person": 2},
    "speaks": {"person": 1.5, "organisation": 0.5, "place": -0.5},
    "acts": {"person": 1, "organisation": 0.5},
    "stands alone": {"person": 1},
    "beside an organisation": {"organisation": 1.5},
    "adjective": {"person": -1, "organisation": -1, "place": -1},
    "article before": {"organisation": 1.5, "person": -3},
    "in before": {"place": 2, "person": -1.5},
    "near before": {"place": 3, "person": -1},
    "at before": {"organisation": 1, "place": 1, "person": -0.5},
    "from or to before": {"place": 0.5},
    "place noun before": {"place": 5, "person": -3},
    "place noun after": {"place": 3, "person": -1},
    "state after": {"place": 3},
    "based after": {"place": 3, "person": -2},
    "organisation noun before": {"organisation": 4, "person": -2},
    "organisation noun after": {"organisation": 2},
    "acronym after": {"organisation": 4, "person": -2},
    "kin before": {"person": 2.5},
    "office of state after": {"place": 4, "person": -1, "organisation": -1},
    "government of before": {"place": 2, "person": -3},
    "people from before": {"place": 3, "person": -1.5, "organisation": -0.5},
    "in quotation marks": {"organisation": -2.5, "place": -2.5, "person": -1.5},
    "illness": {"organisation": -4, "person": -4, "place": -1},
}
"""How much each cue says for a kind."""

_PLACE_CUES = ("office of state after", "people from before")
_WEAK_CUES = ("stands alone", "speaks", "acts")
"""What states do as often as people; counted once where a name is taken for a place's."""

_KINDS: tuple[ActorKind, ...] = get_args(ActorKind)
THRESHOLD = 1.0
"""A name whose best kind weighs less is not taken for an actor."""


def cues_of(candidate: Candidate, words: Sequence[Token]) -> Counter[str]:
    """Count what form and neighbours say of one mention; `words` are its sentence's."""
    return Counter((*form_cues(candidate), *context_cues(candidate, words)))


def weigh(cues: Counter[str]) -> dict[ActorKind, float]:
    """Add up what the cues of all mentions of one name say."""
    total: dict[ActorKind, float] = dict.fromkeys(_KINDS, 0.0)
    is_placed = any(cues[cue] for cue in _PLACE_CUES)
    for cue, count in cues.items():
        times = 1 if is_placed and cue in _WEAK_CUES else count
        for kind, weight in _CUES[cue].items():
            total[kind] += weight * times
    return total


def best_kind(weights: Mapping[ActorKind, float]) -> ActorKind | None:
    """Return the heaviest kind where it reaches the threshold; ties go to the first in the type."""
    kind = max(_KINDS, key=lambda kind: weights[kind])
    return kind if weights[kind] >= THRESHOLD else None
