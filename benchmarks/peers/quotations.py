"""Readers of quotations, each with what it gives in the scorer's fields."""

import re
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any

from benchmarks.peers import Peer
from benchmarks.peers.names import load_spacy_model

QuotationReader = Callable[[str], Sequence[Mapping[str, object]]]


def load_textacy() -> QuotationReader:
    """Load textacy's reader of direct quotations, on spaCy's small English pipeline.

    It refuses a text with an odd number of quotation marks, so it reads paragraph by paragraph.
    """
    extract = import_module("textacy.extract").direct_quotations
    pipeline = load_spacy_model()

    def read(text: str) -> list[Mapping[str, object]]:
        found: list[Mapping[str, object]] = []
        for paragraph in re.finditer(r"[^\n]+", text):
            try:
                found += [
                    _fields(one, paragraph.start()) for one in extract(pipeline(paragraph[0]))
                ]
            except ValueError:
                continue
        return found

    return read


def _fields(found: Any, offset: int) -> Mapping[str, object]:
    content = found.content
    return {
        "content": [[offset + content.start_char, offset + content.end_char]],
        "source": " ".join(token.text for token in found.speaker) or None,
    }


PEERS: Sequence[Peer[QuotationReader]] = (Peer("textacy", "textacy", load_textacy),)
