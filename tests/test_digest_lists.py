"""Lists of digests and of runs, as a person reads them."""

import datetime as dt
import json
import re

from summarize.digest.model import Outcome
from summarize.digest.pages.lists import render_digests, render_runs
from summarize.digest.store.records import DigestHead, RunRecord

SIX = dt.datetime(2026, 3, 2, 6, tzinfo=dt.UTC)
ONE = DigestHead("2026-03-01", "Morning\x1b[2J", SIX, stories=1, run_id=1, undelivered=0)
TWO = DigestHead("2026-03-02", "Morning", SIX, stories=12, run_id=2, undelivered=2)


def ran(number: int, outcome: Outcome | None, note: str) -> RunRecord:
    return RunRecord(number, SIX, None, "brief", outcome, note, None)


def columns(text: str) -> list[list[str]]:
    """Return each line's cells, without those that say a time in the machine's zone."""
    cells = [[cell for cell in line.split("  ") if cell] for line in text.splitlines()]
    return [
        [cell.strip() for cell in row if not re.search(r"\d\d:\d\d$", cell.strip())]
        for row in cells
    ]


def test_digests_stand_in_columns_and_cannot_steer_the_terminal() -> None:
    assert columns(render_digests([TWO, ONE], "text")) == [
        ["2026-03-02", "12 stories", "2 to be delivered", "Morning"],
        ["2026-03-01", "1 story", "Morning"],
    ]


def test_a_run_says_once_how_it_ended_or_where_it_is() -> None:
    runs = [
        ran(3, None, ""),
        ran(2, "nothing new", "nothing new; 1 story held back"),
        ran(1, "new", "2026-03-02: 1 new story"),
    ]
    assert columns(render_runs(runs, "text")) == [
        ["3", "at work: brief"],
        ["2", "nothing new", "1 story held back"],
        ["1", "new", "2026-03-02: 1 new story"],
    ]


def test_an_empty_list_says_what_to_do() -> None:
    assert "summarize digest run" in render_digests([], "text")
    assert "summarize digest run" in render_runs([], "text")


def test_a_list_in_json_has_a_line_for_each() -> None:
    first, second = map(json.loads, render_digests([TWO, ONE], "jsonl").splitlines())
    assert (first["id"], second["title"]) == ("2026-03-02", "Morning\x1b[2J")
