"""Sentences of different articles that report one event: what the merge nominates as such.

A topic holds the sentences of two look-alike events, mixed. They are laid out as the merge lays out
claims, people folded across articles, and asked pair by pair by `summarize.merge.event`, which also
has to agree before two claims become one finding.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import cast

from pydantic import BaseModel

from benchmarks.comparison import OURS, Fault, Measure, Prediction, Row, Scorer, System, compare
from benchmarks.job import Job, Result
from benchmarks.peers import load_installed
from benchmarks.peers.events import PEERS, Finder
from benchmarks.texts import extract_article
from summarize.merge.actors import fold_actors
from summarize.merge.align import names_in
from summarize.merge.event import EventIndex, Told, read_statement
from summarize.model import Article

MEASURES = (
    Measure("pair F1", ("pairs", "F1")),
    Measure("pair precision", ("pairs", "P")),
    Measure("look-alike false positives, %", ("confusable FP rate",)),
)
_MOST_SHOWN = 3
_REPORTING = ("ACTION_REPORTING", "NEG_ACTION_REPORTING")


class Event(BaseModel):
    """A mention of an event; sentences with one of the same cluster report the same event."""

    cluster: str
    type: str


class Sentence(BaseModel):
    """A sentence of the article `doc`; `sub` is the look-alike event that it was collected for."""

    doc: str
    sub: str
    text: str
    events: tuple[Event, ...] = ()

    @property
    def reported(self) -> frozenset[str]:
        """The events of the sentence, its verbs of saying aside."""
        return frozenset(one.cluster for one in self.events if one.type not in _REPORTING)


class Topic(Row):
    """The sentences of two look-alike events."""

    sentences: tuple[Sentence, ...]


def find_fault(topic: Topic, said: Prediction) -> Fault | None:
    """Show sentences of different events that were taken for one; the share is that of pairs."""
    pairs = cast("Sequence[tuple[int, int]]", said["pairs"])
    told = [(topic.sentences[a], topic.sentences[b]) for a, b in pairs]
    wrong = [f"   {a.text}\n   {b.text}" for a, b in told if not a.reported & b.reported]
    if not wrong:
        return None
    return Fault(len(wrong) / len(pairs), "\n\n".join(wrong[:_MOST_SHOWN]))


SCORER = Scorer("score_ecbplus.py", MEASURES, ["--json"], find_fault)


def run(job: Job) -> Iterator[Result]:
    """Measure what the merge nominates beside the peers."""
    peers = {name: _predict_with(finder) for name, finder in load_installed(PEERS).items()}
    return compare(job, SCORER, Topic, {OURS: read_ours, **peers})


def _predict_with(finder: Finder) -> System[Topic]:
    return lambda topic: {"pairs": finder([one.text for one in topic.sentences])}


def read_ours(topic: Topic) -> Prediction:
    """Return the pairs of sentences of different articles that report one event."""
    told = list(_lay_out(topic.sentences))
    index = EventIndex(told)
    pairs = combinations(range(len(told)), 2)
    return {
        "pairs": [
            (a, b)
            for a, b in pairs
            if told[a].article_id != told[b].article_id and index.report_one_event(a, b)
        ]
    }


def _lay_out(sentences: Sequence[Sentence]) -> Iterator[Told]:
    """Yield the sentences as the merge compares claims, in order."""
    texts: dict[str, list[str]] = {}
    for one in sentences:
        texts.setdefault(one.doc, []).append(one.text)
    articles = {doc: _make_article(doc, "\n\n".join(said)) for doc, said in texts.items()}
    drawn = [actor for one in articles.values() for actor in extract_article(one).actors]
    actors, _ = fold_actors(drawn)
    people = {one.id: (one.name, *one.aliases) for one in actors if one.kind == "person"}
    of_article: Mapping[str, list[str]] = {one.id: [] for one in articles.values()}
    for actor in actors:
        if actor.id in people:
            for article_id in {piece.article_id: None for piece in actor.evidence}:
                of_article[article_id].append(actor.id)
    for one in sentences:
        article_id = articles[one.doc].id
        named = names_in(one.text, of_article[article_id], people)
        yield read_statement(article_id, one.text, named)


def _make_article(name: str, text: str) -> Article:
    """Make an article of a few sentences, which may be too few to be read as one."""
    return Article(
        id=name,
        path=f"{name}.txt",
        url=None,
        title=None,
        outlet=None,
        authors=(),
        published=None,
        language="en",
        text=text,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        removed=(),
        original_source=None,
    )
