"""What the grouping needs of an article, in less than two kilobytes that are kept beside it."""

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from math import log, log1p
from typing import NamedTuple, Self
from urllib.parse import urlsplit
from zlib import crc32

from summarize.digest.stories.terms import read_terms
from summarize.language.frequency import frequency_of
from summarize.model import Article

SIGNATURE_VERSION = "1"
"""Changes when articles have to be signed anew, because their terms are read in another way."""

_HEADER = struct.Struct("<B8sIHBBB")
"""Version; hash of the words; of the outlet; distinct terms; kept; has a date; paragraphs kept."""

_MOST_TERMS = 224
"""Terms kept of a long article, the weightiest first."""

_MOST_OPENING, _MOST_CLOSING = 8, 24
"""Paragraphs of which a hash is kept: what an outlet repeats stands at the end, or at the top."""

SEVERAL = 255
"""The paragraph of a term that stands in the title, in several or in one without a hash."""

_IN_TITLE = 2
"""How many occurrences in the body one in the title counts for."""

TF_SCALE = 32
"""Steps of a term's weight by how often it stands there, for 1 of ln(1 + occurrences)."""

SHARE_SCALE = 255
"""Steps of the share of articles about anything that have the term, for 1."""

_LENGTH = 100
"""Content words of an article about anything, of which the share is worked out."""


class Parts(NamedTuple):
    """The columns of a signature: of each term its hash, weight, share elsewhere and paragraph."""

    terms: bytes
    weights: bytes
    shares: bytes
    homes: bytes
    paragraphs: bytes


@dataclass(frozen=True, slots=True, order=True)
class Signature:
    """The terms of an article as hashes, and what marks the article's text and outlet."""

    data: bytes

    @classmethod
    def of(cls, article: Article) -> Self:
        """Read title and body. An outlet that is not named goes by the host of the address."""
        paragraphs = [part.strip() for part in article.text.split("\n\n")]
        counts, homes = _count_terms(article, paragraphs)
        kept = sorted(counts, key=lambda term: (-_matter_of(term, counts[term]), term))
        rows = sorted((crc32(term.encode()), term) for term in kept[:_MOST_TERMS])
        hashes = [crc32(paragraphs[place].encode()) for place in _hashed(len(paragraphs))]
        said = "\n".join((article.title or "", article.text))
        outlet = (article.outlet or urlsplit(article.url or "").hostname or "").casefold()
        header = _HEADER.pack(
            int(SIGNATURE_VERSION),
            blake2b(said.encode(), digest_size=8).digest(),
            crc32(outlet.encode()),
            min(len(counts), 0xFFFF),
            len(rows),
            article.published is not None,
            len(hashes),
        )
        weights = (min(255, round(TF_SCALE * log1p(counts[term]))) for _, term in rows)
        shares = (round(SHARE_SCALE * share_of(term)) for _, term in rows)
        return cls(
            header
            + _pack([term for term, _ in rows])
            + bytes(weights)
            + bytes(shares)
            + bytes(homes[term] for _, term in rows)
            + _pack(hashes)
        )

    def to_bytes(self) -> bytes:
        """Return what is kept in the store."""
        return self.data

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Take what `to_bytes` gave. Raises ValueError for bytes of another version or length."""
        if len(data) < _HEADER.size or data[0] != int(SIGNATURE_VERSION):
            raise ValueError(f"no signature of version {SIGNATURE_VERSION}: sign the article anew")
        signature = cls(bytes(data))
        if len(data) != _HEADER.size + 7 * signature.size + 4 * data[_HEADER.size - 1]:
            raise ValueError("a signature that was cut off: sign the article anew")
        return signature

    @property
    def digest(self) -> bytes:
        """The hash of title and body."""
        return self.data[1:9]

    @property
    def is_dated(self) -> bool:
        """Whether the article says when it was published."""
        return bool(self.data[16])

    @property
    def outlet(self) -> int:
        """The hash of the outlet's name; 0 where there is none."""
        return int.from_bytes(self.data[9:13], "little")

    @property
    def length(self) -> int:
        """How many distinct terms the article has, those that are not kept among them."""
        return int.from_bytes(self.data[13:15], "little")

    @property
    def size(self) -> int:
        """How many terms are kept."""
        return self.data[15]

    def parts(self) -> Parts:
        """Cut the signature into its columns; hashes are four bytes each, little-endian."""
        size, begin = self.size, _HEADER.size
        ends = (begin + 4 * size, begin + 5 * size, begin + 6 * size, begin + 7 * size)
        data = self.data
        return Parts(
            data[begin : ends[0]],
            data[ends[0] : ends[1]],
            data[ends[1] : ends[2]],
            data[ends[2] : ends[3]],
            data[ends[3] :],
        )


@lru_cache(maxsize=200_000)
def share_of(term: str) -> float:
    """Return the share, 0 to 1, of articles about anything that have the term."""
    return float(1 - (1 - frequency_of(term)) ** _LENGTH)


def _matter_of(term: str, count: int) -> float:
    """Weigh a term without knowing the other articles."""
    return log1p(count) * -log(share_of(term))


def _count_terms(
    article: Article, paragraphs: Sequence[str]
) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """Return how often each term occurs, and in which of the hashed paragraphs it stands alone."""
    counts: dict[str, int] = {}
    homes: dict[str, int] = {}
    for term in read_terms(article.title or "", article.language):
        counts[term] = counts.get(term, 0) + _IN_TITLE
        homes[term] = SEVERAL
    numbers = {place: number for number, place in enumerate(_hashed(len(paragraphs)))}
    for place, paragraph in enumerate(paragraphs):
        number = numbers.get(place, SEVERAL)
        for term in read_terms(paragraph, article.language):
            counts[term] = counts.get(term, 0) + 1
            if homes.setdefault(term, number) != number:
                homes[term] = SEVERAL
    return counts, homes


def _hashed(count: int) -> Sequence[int]:
    """Return the places of the paragraphs of which a hash is kept."""
    if count <= _MOST_OPENING + _MOST_CLOSING:
        return range(count)
    return [*range(_MOST_OPENING), *range(count - _MOST_CLOSING, count)]


def _pack(hashes: Sequence[int]) -> bytes:
    """Write numbers of 32 bits, little-endian on every machine."""
    return struct.pack(f"<{len(hashes)}I", *hashes)
