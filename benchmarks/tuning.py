"""The sets of stories on which the thresholds of `summarize.digest.stories` were chosen.

Made out of multinews, of which a row is a story; of polnear, articles on one election campaign that
are taken for a story each; and of the invented month of the tests. Each way of telling them asks
for something else: leads, copies that many print, stories told from many sides.
"""

import datetime as dt
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.comparison import Row
from benchmarks.job import Job, Result
from benchmarks.stories import WINDOW_DAYS, Told, agree, group_by_runs, make_item
from benchmarks.summaries import Story
from summarize.digest.stories import group_articles

MONTH = Path(__file__).parents[1] / "tests" / "data" / "stories.tsv"
_LEAST_WORDS = 25
_LEAD, _TEASER = 90, 40
"""Words of an article's beginning."""
_COPIES, _KEPT = 4, 0.85
"""Copies of each article, and the part of its sentences that each has."""
_SIDES = 4
"""Articles that one is dealt out to, sentence by sentence."""
_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+|\n+")


class Article(Row):
    """An article on the campaign."""

    title: str
    text: str


class One(NamedTuple):
    """An article and its story."""

    story: str
    text: str
    title: str = ""
    date: dt.date = dt.date(2031, 3, 1)


def run(job: Job) -> Iterator[Result]:
    """Give BCubed F1 of each set whose data is there, all at once and run by run."""
    for name, told in _make_sets(job).items():
        rows = [
            Told(id=str(n), title=one.title, text=one.text, cluster=one.story, date=one.date)
            for n, one in enumerate(told)
        ]
        items = [make_item(ref, row) for ref, row in enumerate(rows)]
        gold = {ref: row.cluster for ref, row in enumerate(rows)}
        homes = group_articles(items, window_days=WINDOW_DAYS).homes
        by_run = agree(gold, group_by_runs(items))
        yield Result(job.benchmark, job.split, f"{name}, F1", agree(gold, homes), {})
        yield Result(job.benchmark, job.split, f"{name}, run by run, F1", by_run, {})


def _make_sets(job: Job) -> Mapping[str, Sequence[One]]:
    month = list(_read_month())
    sets = {"invented month": month, "invented month, copies": _copy(month)}
    parts = [Job(name, job.split, job.data, job.output) for name in ("multinews", "polnear")]
    if missing := [str(part.gold) for part in parts if not part.gold.is_file()]:
        print(f"stories of public sets: no data at {', '.join(missing)}", file=sys.stderr)
        return sets
    rows = parts[0].read_rows(Story)
    news = [One(row.id, one.text) for row in rows for one in row.articles]
    news = [one for one in news if len(one.text.split()) >= _LEAST_WORDS]
    campaign = [One(row.id, row.text, row.title) for row in parts[1].read_rows(Article)]
    both = [*news, *campaign]
    return sets | {
        "multinews": news,
        "multinews, teasers": _cut(news, _TEASER),
        "multinews, copies": _copy(news),
        "with a campaign": both,
        "with a campaign, leads": _cut(both, _LEAD),
        "with a campaign, leads, copies": _copy(_cut(both, _LEAD)),
        "with a campaign, dealt out": _deal(both),
    }


def _read_month() -> Iterator[One]:
    for line in MONTH.read_text(encoding="utf-8").splitlines():
        story, day, _, title, text = line.split("\t")
        yield One(story, text, title, dt.date.fromisoformat(day))


def _cut(told: Sequence[One], words: int) -> list[One]:
    return [one._replace(text=" ".join(one.text.split()[:words])) for one in told]


def _copy(told: Sequence[One]) -> list[One]:
    dice = Random(3)  # noqa: S311 - a rule, no secret
    return [
        one._replace(text=" ".join(part for part in parts if dice.random() < _KEPT))
        for one in told
        for parts in [_SENTENCE.split(one.text)] * _COPIES
    ]


def _deal(told: Sequence[One]) -> list[One]:
    dealt = []
    for one in told:
        parts = [part for part in _SENTENCE.split(one.text) if len(part.split()) > _SIDES - 1]
        if len(parts) >= 3 * _SIDES:
            dealt += [One(one.story, " ".join(parts[side::_SIDES])) for side in range(_SIDES)]
    return dealt
