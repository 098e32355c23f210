"""How fast articles are grouped by story, how that grows, and what a run of a few more costs.

The articles are a week's news made by rule (`newsroom.py`); each size is grouped in a process of
its own, on one thread, signing not counted.
"""

import datetime as dt
import sys
from collections.abc import Iterator
from dataclasses import replace
from time import process_time

from pydantic import BaseModel

from benchmarks.job import Job, Result
from benchmarks.newsroom import make_week
from benchmarks.processes import peak_mb, run_process
from benchmarks.speed import fit_exponent
from benchmarks.stories import WINDOW_DAYS, Told, make_item
from benchmarks.texts import NOW
from summarize.digest.stories import Item, group_articles

SIZES = (1_000, 2_000, 5_000, 10_000, 20_000)
_ADDED = 100


class Spent(BaseModel):
    """CPU seconds of signing, of grouping all and of adding a hundred; the most memory in MB."""

    signing_s: float
    grouping_s: float
    adding_s: float
    peak_mb: float


def run(job: Job) -> Iterator[Result]:
    """Measure each size."""
    spent = [_measure(size) for size in SIZES]
    costs = ", ".join(
        f"{size:,} articles {one.grouping_s:.2f} s" for size, one in zip(SIZES, spent, strict=True)
    )
    exponent = fit_exponent(SIZES, [one.grouping_s for one in spent])
    most, largest = SIZES[-1], spent[-1]
    grown = _result(job, "growth exponent", exponent)
    yield replace(grown, details={"cost": costs})
    yield _result(job, f"{most:,} articles, s", largest.grouping_s)
    yield _result(job, f"{_ADDED} more than {most - _ADDED:,}, s", largest.adding_s)
    yield _result(job, "ms to sign an article", 1_000 * largest.signing_s / most)
    yield _result(job, f"peak MB, {most:,} articles", largest.peak_mb)


def _result(job: Job, measure: str, ours: float) -> Result:
    return Result(job.benchmark, job.split, measure, round(ours, 2), {})


def _measure(size: int) -> Spent:
    command = [sys.executable, "-X", "utf8", "-m", "benchmarks.grouping", str(size)]
    return Spent.model_validate_json(run_process(command))


def spend(size: int) -> Spent:
    """Group a week of `size` articles in this process, all at once and then with some to come."""
    week = [
        Told(
            id=str(ref), title=one.title, text=one.text, cluster=str(one.story), date=_day(one.day)
        )
        for ref, one in enumerate(make_week(size))
    ]
    began = process_time()
    items = [make_item(ref, told) for ref, told in enumerate(week)]
    signed = process_time()
    homes = group_articles(items, window_days=WINDOW_DAYS).homes
    grouped = process_time()
    new = set(range(0, size, size // _ADDED))
    known = [
        Item(item.ref, item.day, item.signature, None if item.ref in new else homes[item.ref])
        for item in items
    ]
    ready = process_time()
    group_articles(known, window_days=WINDOW_DAYS)
    return Spent(
        signing_s=signed - began,
        grouping_s=grouped - signed,
        adding_s=process_time() - ready,
        peak_mb=peak_mb(),
    )


def _day(number: int) -> dt.date:
    return NOW.date() + dt.timedelta(days=number)


if __name__ == "__main__":
    print(spend(int(sys.argv[1])).model_dump_json())
