"""Lists of digests and of runs, as text in columns or as one JSON object a line."""

import dataclasses
import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal

from pydantic import TypeAdapter

from summarize.render.escape import escape_json, strip_controls
from summarize.render.wording import say_count

if TYPE_CHECKING:
    from summarize.digest.store.records import DigestHead, RunRecord

ListFormat = Literal["text", "jsonl"]


def render_digests(digests: "Sequence[DigestHead]", format: ListFormat) -> str:  # noqa: A002
    """List digests with how many stories each tells, and how many targets still wait for it."""
    if format == "jsonl":
        return _write_lines(digests)
    rows = (
        (
            one.id,
            say_count(one.stories, "story", "stories"),
            _say_time(one.created),
            f"{one.undelivered} to be delivered" if one.undelivered else "",
            one.title,
        )
        for one in digests
    )
    return _align(rows) or "no digest yet; run `summarize digest run`\n"


def render_runs(runs: "Sequence[RunRecord]", format: ListFormat) -> str:  # noqa: A002
    """List runs with how each ended, or where it is."""
    if format == "jsonl":
        return _write_lines(runs)
    rows = (
        (
            str(one.id),
            _say_time(one.started),
            one.outcome or f"at work: {one.stage}",
            _say_note(one),
        )
        for one in runs
    )
    return _align(rows) or "no run yet; run `summarize digest run`\n"


def _write_lines(records: "Iterable[DigestHead | RunRecord]") -> str:
    adapter = TypeAdapter(dict[str, object])
    lines = (adapter.dump_json(dataclasses.asdict(one)).decode() for one in records)
    return "".join(f"{escape_json(line)}\n" for line in lines)


def _align(rows: Iterable[Sequence[str]]) -> str:
    cells = [[strip_controls(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = (
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in cells
    )
    return "".join(f"{line}\n" for line in lines)


def _say_note(run: "RunRecord") -> str:
    """Return the note of a run without the outcome, which stands beside it."""
    return run.note.removeprefix(run.outcome or "").removeprefix("; ")


def _say_time(moment: dt.datetime) -> str:
    return moment.astimezone().strftime("%Y-%m-%d %H:%M")
