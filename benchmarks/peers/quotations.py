"""Readers of quotations, each with what it gives in the scorer's fields."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module

from benchmarks.peers import Peer
from benchmarks.peers.names import load_spacy_model

QuotationReader = Callable[[str], Sequence[Mapping[str, object]]]


def load_textacy() -> QuotationReader:
    """Load textacy's reader of direct quotations, on spaCy's small English pipeline."""
    extract = import_module("textacy.extract").direct_quotations
    pipeline = load_spacy_model()

    def read(text: str) -> list[Mapping[str, object]]:
        return [
            {
                "content": [[found.content.start_char, found.content.end_char]],
                "source": " ".join(token.text for token in found.speaker) or None,
            }
            for found in extract(pipeline(text))
        ]

    return read


PEERS: Sequence[Peer[QuotationReader]] = (Peer("textacy", "textacy", load_textacy),)
