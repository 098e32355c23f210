"""The peers: what others use for the same task, measured where it is installed and never required.

Nothing here is a dependency. To measure beside a peer, install its package into the environment
that runs the benchmarks; without it the peer is left out of the lines.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import NamedTuple


class Verdict(NamedTuple):
    """What a gate says of a statement, and why it refuses it."""

    supported: bool
    reasons: Sequence[str] = ()


Gate = Callable[[str, Sequence[str], str | None], Verdict]
"""Judges a statement by its evidence; the last argument is who is said to have said it."""


class Peer(NamedTuple):
    """A peer's gate, loaded when it is used; no `package` where a few lines here are the peer."""

    name: str
    package: str | None
    load: Callable[[], Gate]

    @property
    def version(self) -> str | None:
        """The version of the installed package, `built in` without one; None where it is absent."""
        if self.package is None:
            return "built in"
        try:
            return version(self.package)
        except PackageNotFoundError:
            return None


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


PEERS: Sequence[Peer] = (
    Peer("langextract", "langextract", load_langextract),
    Peer("exact substring", None, load_exact_substring),
)


def load_gates(peers: Sequence[Peer] = PEERS) -> Mapping[str, Gate]:
    """Load the gates of the peers that are installed, by name."""
    return {peer.name: peer.load() for peer in peers if peer.version is not None}


def describe_peers(peers: Sequence[Peer] = PEERS) -> Iterator[str]:
    """A line a peer: its name, and its version or that it is not installed."""
    for peer in peers:
        yield f"{peer.name:20} {peer.version or 'not installed'}"
