"""A comparison as text: a page for the terminal, JSON, or one line of JSON a change."""

import json
from collections import Counter
from collections.abc import Callable, Mapping
from functools import partial
from typing import Literal, get_args

from summarize.language.calendar import say_date
from summarize.model import ArticleStatus, Change, ChangeKind, Diff, Evidence
from summarize.render.escape import escape_json
from summarize.render.outline import Item, Outline, Quote, Section
from summarize.render.wording import has_same_words, say_count

DiffFormatName = Literal["terminal", "json", "jsonl"]

_NOTES: Mapping[ChangeKind, str] = {
    "new": "nobody told it in the older brief",
    "confirmed": "known to another, independent origin",
    "revised": "the same measure with another value",
    "disputed": "contested now, and not before",
    "resolved": "contested before, and not now",
    "withdrawn": "a newer version of its article does not say it",
    "gone quiet": "no source of the newer brief tells it",
}
_STATUSES: tuple[ArticleStatus, ...] = ("new", "revised", "gone")


def render_diff(diff: Diff, name: DiffFormatName, width: int = 80, colour: bool = False) -> str:
    """Write a comparison; `width` in columns and `colour` concern the terminal alone."""
    if name == "terminal":
        from summarize.render.terminal import render_outline

        return render_outline(outline_diff(diff), width, colour)
    write: Callable[[Diff], str] = {"json": render_json, "jsonl": render_lines}[name]
    return write(diff)


def render_json(diff: Diff) -> str:
    """Write the whole comparison, indented; `Diff.model_validate_json` reads it back."""
    return escape_json(diff.model_dump_json(indent=2)) + "\n"


def render_lines(diff: Diff) -> str:
    """Write one JSON object a change, and one that counts."""
    counts = _count(diff) | {"unchanged": diff.unchanged}
    lines = [*(one.model_dump_json() for one in diff.changes), json.dumps(counts)]
    return "".join(f"{escape_json(line)}\n" for line in lines)


def outline_diff(diff: Diff) -> Outline:
    """Lay out a comparison: what became of the articles, then a section for each kind of change."""
    outlets = {one.id: one.outlet for one in diff.articles}
    outlets |= {one.old_id: one.outlet for one in diff.articles if one.old_id}
    kinds: tuple[ChangeKind, ...] = get_args(ChangeKind)
    sections = (
        Section(
            kind.upper(),
            _NOTES[kind],
            tuple(_show(one, partial(_quote, outlets)) for one in diff.changes if one.kind == kind),
            is_whole=True,
        )
        for kind in kinds
    )
    return Outline(
        title=diff.title,
        dateline=_say_dateline(diff),
        summary=(_say_counts(diff),),
        sections=tuple(section for section in sections if section.items),
    )


def _count(diff: Diff) -> dict[str, int]:
    counted = Counter(change.kind for change in diff.changes)
    return {kind: counted[kind] for kind in get_args(ChangeKind)}


def _say_dateline(diff: Diff) -> str:
    statuses = Counter(one.status for one in diff.articles)
    articles = [f"{statuses[one]} {one}" for one in _STATUSES if statuses[one]]
    days = (one.date().isoformat() for one in (diff.new_created, diff.old_created))
    made = " against ".join(f"the brief of {say_date(day)}" for day in days)
    present = say_count(len(diff.articles) - statuses["gone"], "article")
    return f"{made} · {present}" + (f" ({', '.join(articles)})" if articles else "")


def _say_counts(diff: Diff) -> str:
    told = [f"{number} {kind}" for kind, number in _count(diff).items() if number]
    found = "1 finding is" if diff.unchanged == 1 else f"{diff.unchanged:,} findings are"
    return f"{', '.join(told) or 'Nothing changed'}; {found} told as before."


def _show(change: Change, quote: Callable[[Evidence], Quote]) -> Item:
    pieces = change.evidence_after or change.evidence_before
    if change.kind == "withdrawn":
        pieces = change.evidence_before
    if change.kind == "revised":
        pieces = (*change.evidence_before, *change.evidence_after)
    elif change.item == "finding" and has_same_words(change.text, (one.quote for one in pieces)):
        pieces = ()
    parts = [Item(change.why, "why")]
    if change.item == "contested":
        sides = change.after if change.kind == "disputed" else change.before
        parts.insert(0, Item(sides or "", "who"))
    return Item(
        text=change.text,
        label="-",
        note=", ".join(change.outlets),
        quotes=tuple(dict.fromkeys(map(quote, pieces))),
        parts=tuple(parts),
    )


def _quote(outlets: Mapping[str, str], piece: Evidence) -> Quote:
    return Quote(piece.quote, outlets.get(piece.article_id, ""))
