"""Gates: does the evidence carry the statement?"""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import NamedTuple

from benchmarks.peers import Peer


class Verdict(NamedTuple):
    """What a gate says of a statement, and why it refuses it."""

    supported: bool
    reasons: Sequence[str] = ()


Gate = Callable[[str, Sequence[str], str | None], Verdict]
"""Judges a statement by its evidence; the last argument is who is said to have said it."""


def load_langextract() -> Gate:
    """Load langextract's aligner with its defaults, fuzzy alignment among them.

    Its README keeps the extractions that have a `char_interval` and calls them grounded.
    """
    extraction = import_module("langextract.core.data").Extraction
    resolver = import_module("langextract.resolver").Resolver()

    def judge(statement: str, evidence: Sequence[str], _speaker: str | None) -> Verdict:
        stated = [extraction(extraction_class="statement", extraction_text=statement)]
        aligned = resolver.align(stated, " ".join(evidence), token_offset=0, char_offset=0)
        return Verdict(any(found.char_interval is not None for found in aligned))

    return judge


def load_exact_substring() -> Gate:
    """Load the gate that looks the statement up in the evidence, as a quotation would be."""
    return judge_by_substring


def judge_by_substring(statement: str, evidence: Sequence[str], _speaker: str | None) -> Verdict:
    """Accept what stands in the evidence, whatever its case, white space and quotation marks."""
    return Verdict(_fold(statement) in _fold(" ".join(evidence)))


_QUOTE_MARKS = str.maketrans(dict.fromkeys("“”„«»", '"') | dict.fromkeys("‘’‚`", "'"))


def _fold(text: str) -> str:
    return " ".join(text.translate(_QUOTE_MARKS).casefold().split())


PEERS: Sequence[Peer[Gate]] = (
    Peer("langextract", "langextract", load_langextract),
    Peer("exact substring", None, load_exact_substring),
)
