"""What the store takes and hands out, beside the models of `summarize.model` and the digest's.

Times are aware and in UTC, days are dates. A `ref` is the number of one version of one article; it
is never used again. A `fingerprint` is opaque: equal ones mean that nothing changed.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from summarize.digest.model import Outcome, Stage
from summarize.model import Article

Added = Literal["new", "corrected", "same"]
"""What an article turned out to be: unknown until now, another text of a known one, or known."""


@dataclass(frozen=True)
class Arrival:
    """An article as it came: entry `key` of `source`, and what its story is found by.

    `fingerprint` is that of the entry; `signature` is kept as it is, with the version of its maker.
    `is_another` where the entry had an article on another matter: that one stays where it is told.
    """

    source: str
    key: str
    fingerprint: str
    article: Article
    signature: bytes
    signature_version: str
    is_another: bool = False


@dataclass(frozen=True)
class StoredItem:
    """What grouping needs of an article; `day` is when it was published, else first seen."""

    ref: int
    day: dt.date
    signature: bytes
    signature_version: str
    story_id: str | None


@dataclass(frozen=True)
class StoredArticle:
    """An article with the number of its version."""

    ref: int
    article: Article


@dataclass(frozen=True)
class StoryState:
    """A story that has other articles than when it was last settled.

    `fingerprint` stands for the set of its articles' versions, `refs`. `outlets` are the names
    that readers know its outlets by, each once. `told_in` is the digest that last told the story.
    """

    id: str
    fingerprint: str
    refs: tuple[int, ...]
    outlets: tuple[str, ...]
    newest: dt.date
    told_in: str | None


@dataclass(frozen=True)
class ToldStory:
    """A story that was told: its title then, the digest that last did, the day of its newest.

    `first_told` and `last_told` are when the digests of both were made.
    """

    story_id: str
    title: str
    digest_id: str
    newest: dt.date
    first_told: dt.datetime
    last_told: dt.datetime


@dataclass(frozen=True)
class RunRecord:
    """One run; `outcome` and `finished` are null while it goes on, or until it is found dead."""

    id: int
    started: dt.datetime
    finished: dt.datetime | None
    stage: Stage
    outcome: Outcome | None
    note: str
    digest_id: str | None


@dataclass(frozen=True)
class Silence:
    """A source that has not answered since a moment, with what it said last."""

    source: str
    since: dt.datetime
    problem: str


@dataclass(frozen=True)
class DigestHead:
    """A digest without its stories; `undelivered` counts the targets that still wait for it."""

    id: str
    title: str
    created: dt.datetime
    stories: int
    run_id: int
    undelivered: int


@dataclass(frozen=True)
class Delivery:
    """A digest on its way to one target.

    It waits until it is `delivered`, or `given_up` after a failure that trying again cannot mend.
    `problem` is the last one.
    """

    digest_id: str
    target: str
    attempts: int
    last_attempt: dt.datetime | None
    problem: str | None
    delivered: dt.datetime | None
    given_up: dt.datetime | None


@dataclass(frozen=True)
class Pruned:
    """How much retention removed, by kind."""

    articles: int = 0
    stories: int = 0
    extractions: int = 0
    briefs: int = 0
    digests: int = 0
    runs: int = 0
