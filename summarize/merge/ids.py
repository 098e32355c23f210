"""Ids made from what an item says, so that they are the same in the next run.

An id is a letter and eight hex digits of a SHA-256. Neither the order of the articles nor their
number or paths go into it: an article that is added or taken away leaves the ids of what the
others say alone. Items that say the same in the same words, as a reprint does, are told apart by
their articles: the earliest keeps the id that it would have alone.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from summarize.model import Article, Claim, Evidence, Figure

_DIGITS = 8
"""Of 20,000 items of one kind two meet by chance in one story of twenty; they are told apart."""


@dataclass(frozen=True, slots=True)
class Nameless:
    """An item in want of an id: what it says, and where; `old` is what it is called until then."""

    old: str
    says: tuple[str, ...]
    published: dt.date | None
    article_id: str
    start: int


class Dated(Protocol):
    """What has an id and stands in an article: a claim, a figure."""

    @property
    def id(self) -> str:
        """What it is called in the brief."""

    @property
    def article_id(self) -> str:
        """The article that says it."""


Item = TypeVar("Item", bound=Dated)


def give_ids(letter: str, items: Iterable[Nameless]) -> dict[str, str]:
    """Return the new id of each item by its old one; no two are the same.

    Of items that would get one id the earliest published has it, of those of one day the one of
    the smaller article id; the others add their article to what is hashed.
    """
    given: dict[str, str] = {}
    taken: set[str] = set()
    for item in sorted(items, key=_by_age):
        says = item.says
        new = hash_id(letter, says)
        while new in taken:
            says = (*says, item.article_id)
            new = hash_id(letter, says)
        taken.add(new)
        given[item.old] = new
    return given


def _by_age(item: Nameless) -> tuple[dt.date, str, int, tuple[str, ...]]:
    return item.published or dt.date.max, item.article_id, item.start, item.says


def hash_id(letter: str, says: Sequence[str]) -> str:
    """Return `letter` and the first hex digits of the hash of the words in `says`."""
    content = json.dumps(list(says), ensure_ascii=False)
    return letter + hashlib.sha256(content.encode()).hexdigest()[:_DIGITS]


def claim_in_want(claim: Claim, speaker: str, article: Article) -> Nameless:
    """Return `claim` by what it says, who says it (as its own article names him), and its words."""
    says = (claim.text, speaker or claim.source or "", *(one.quote for one in claim.evidence))
    return Nameless(claim.id, says, article.published, article.id, claim.evidence[0].start)


def figure_in_want(figure: Figure, speaker: str, article: Article) -> Nameless:
    """Return `figure` by its value, what it counts, who gives it, and its article's words."""
    value = f"{figure.low!r} {figure.high!r} {figure.unit} {figure.bound}"
    quotes = (one.quote for one in figure.evidence)
    says = (value, figure.what, figure.phrase, speaker, *quotes)
    return Nameless(figure.id, says, article.published, article.id, figure.evidence[0].start)


def id_of_group(letter: str, members: Iterable[Dated], articles: Mapping[str, Article]) -> str:
    """Return the id of a group out of that of its earliest member, whose digits it has.

    Later articles change nothing. Members of one day are chosen between by their ids. No two
    groups share a member, so that no two share an id.
    """
    return letter + find_earliest(members, articles).id[1:]


def find_earliest(members: Iterable[Item], articles: Mapping[str, Article]) -> Item:
    """Return the member whose article was published first; undated ones come last."""
    return min(members, key=lambda one: (articles[one.article_id].published or dt.date.max, one.id))


def find_earliest_evidence(pieces: Iterable[Evidence], articles: Mapping[str, Article]) -> Evidence:
    """Return the piece whose article was published first; of one day, by its hashed words."""
    return min(
        pieces,
        key=lambda one: (
            articles[one.article_id].published or dt.date.max,
            hash_id("", (one.quote,)),
            one.article_id,
            one.start,
        ),
    )
