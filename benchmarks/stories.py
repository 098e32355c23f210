"""Articles grouped by story: all at once, and as a digest groups them, some of them at a time.

Each article is one item, on its day where the set gives one. The sets are for measuring alone: no
threshold of `summarize.digest.stories` was chosen on them.
"""

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from pydantic import BaseModel

from benchmarks.comparison import OURS, Row
from benchmarks.job import Job, Result
from benchmarks.peers import load_installed
from benchmarks.peers.stories import PEERS
from benchmarks.texts import NOW
from summarize.digest.stories import Item, Signature, group_articles
from summarize.model import Article

SCORER = "score_clustering.py"
WINDOW_DAYS = 7
_PARTS = 10
"""Runs over which articles without a date are spread."""
_MEASURES = {"BCubed F1": "b3_f1", "BCubed P": "b3_p", "BCubed R": "b3_r", "ARI": "ari"}


class Told(Row):
    """An article; `cluster` is the story that it tells."""

    title: str
    text: str
    cluster: str
    date: dt.date | None = None
    outlet: str | None = None


class Scores(BaseModel):
    """What the scorer prints, as far as it is shown."""

    b3_f1: float
    b3_p: float
    b3_r: float
    ari: float


def run(job: Job) -> Iterator[Result]:
    """Measure ours beside the peers, then run by run, and how far both ways of grouping agree."""
    job.find_scorer(SCORER)  # before the systems take their time
    told = job.read_rows(Told)
    items = [make_item(ref, one) for ref, one in enumerate(told)]
    at_once = group_articles(items, window_days=WINDOW_DAYS).homes
    ours = _score(job, OURS, told, [at_once[ref] for ref in range(len(told))])
    peers = {
        name: _score(job, name, told, group([f"{one.title}\n{one.text}" for one in told]))
        for name, group in load_installed(PEERS).items()
    }
    for measure, field in _MEASURES.items():
        beside = {name: getattr(scores, field) for name, scores in peers.items()}
        yield Result(job.benchmark, job.split, measure, getattr(ours, field), beside)
    by_run = group_by_runs(items)
    scores = _score(job, "run by run", told, [by_run[ref] for ref in range(len(told))])
    yield Result(job.benchmark, job.split, "BCubed F1, run by run", scores.b3_f1, {})
    yield Result(job.benchmark, job.split, "both ways agree, F1", agree(at_once, by_run), {})


def make_item(ref: int, told: Told) -> Item:
    """Sign an article, which is new."""
    article = Article(
        id=told.id,
        path=told.id,
        url=None,
        title=told.title or None,
        outlet=told.outlet,
        authors=(),
        published=told.date,
        language="en",
        text=told.text,
        text_sha256="0" * 64,
        removed=(),
        original_source=None,
    )
    return Item(ref, told.date or NOW.date(), Signature.of(article), None)


def group_by_runs(items: Sequence[Item]) -> Mapping[int, str]:
    """Group a day at a time, articles of one day in ten parts, each among those known by then."""
    days = sorted({item.day for item in items})
    runs = [[item for item in items if item.day == day] for day in days]
    if len(days) == 1:
        runs = [list(items[part::_PARTS]) for part in range(_PARTS)]
    homes: dict[int, str] = {}
    for new in runs:
        known = [
            Item(item.ref, item.day, item.signature, homes[item.ref])
            for item in items
            if item.ref in homes and (new[0].day - item.day).days <= 2 * WINDOW_DAYS
        ]
        homes |= group_articles([*known, *new], window_days=WINDOW_DAYS).homes
    return homes


def _score(job: Job, system: str, told: Sequence[Told], homes: Sequence[str]) -> Scores:
    rows = ({"id": one.id, "cluster": home} for one, home in zip(told, homes, strict=True))
    path = job.write_predictions(system, rows)
    return Scores.model_validate(json.loads(job.score(job.find_scorer(SCORER), path)))


def agree(one: Mapping[int, str], other: Mapping[int, str]) -> float:
    """Return BCubed F1 of one grouping by the other, worked out here: it is no score."""
    shared = Counter((one[ref], other[ref]) for ref in one)
    first, second = Counter(one.values()), Counter(other.values())
    precision = sum(n * n / second[home] for (_, home), n in shared.items()) / len(one)
    recall = sum(n * n / first[home] for (home, _), n in shared.items()) / len(one)
    return round(2 * precision * recall / (precision + recall), 4)
