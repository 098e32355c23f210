"""What a check found: failures with their place in the brief, and how much was looked at."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from textwrap import shorten
from typing import Literal

from summarize.model import Severity
from summarize.render.escape import escape_json, strip_controls

Rule = Literal[
    "source.hash",
    "source.changed",
    "evidence.span",
    "reference.unknown",
    "reference.duplicate",
    "actor.name",
    "claim.support",
    "figure.phrase",
    "figure.value",
    "figure.what",
    "group.value",
    "contested.question",
    "position.support",
    "position.holder",
    "holding.support",
    "holding.holder",
    "holding.silent",
    "text.support",
    "timeline.date",
    "unknown.missing",
    "citation.source",
    "citation.circle",
    "derived.newest",
    "derived.status",
    "derived.origins",
    "neutrality.loaded-word",
    "neutrality.comment",
    "neutrality.own-voice",
    "neutrality.judging-verb",
    "neutrality.accusation",
    "neutrality.scare-quotes",
    "neutrality.plural-sources",
    "neutrality.one-sided",
    "balance.weight",
    "loaded.word",
]

_LONGEST_TEXT = 64
"""Characters of a text that a line of the report shows, so that its words can be found again."""


@dataclass(frozen=True, slots=True)
class Failure:
    """One check that failed. `path` leads to the place in the JSON, its indices count from 0.

    With another severity than "error" no brief fails for it; a "note" was waived.
    """

    path: str
    rule: Rule
    problem: str
    text: str
    severity: Severity = "error"

    def __str__(self) -> str:
        """Say it in one line."""
        text = shorten(self.text, _LONGEST_TEXT, placeholder=" …")
        grade = "" if self.severity == "error" else f"{self.severity}: "
        return strip_controls(f"{self.path}: {grade}{self.problem}: “{text}”")


@dataclass(frozen=True, slots=True)
class Report:
    """All failures in the order of the brief, and the warnings of the lint, which fail nothing.

    `checked` counts sources and items that were judged, `skipped` those that were not, because
    what they rest on had failed. `notes` are no failures.
    """

    failures: tuple[Failure, ...]
    checked: int
    skipped: int
    notes: tuple[str, ...]
    warnings: tuple[Failure, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether every check was passed."""
        return not self.failures


def render_text(report: Report) -> str:
    """Write one line a failure and a warning, and one that counts."""
    lines = (*map(str, report.failures), *map(str, report.warnings), _count(report))
    return "".join(f"{line}\n" for line in lines)


def render_lines(report: Report) -> str:
    """Write one JSON object a failure and a warning, and one that counts."""
    return "".join(f"{escape_json(line)}\n" for line in _objects(report))


def _objects(report: Report) -> Iterator[str]:
    for failure in (*report.failures, *report.warnings):
        yield json.dumps(asdict(failure), ensure_ascii=False)
    counts = {
        "checked": report.checked,
        "warned": _count_warnings(report),
        "failed": len(report.failures),
        "skipped": report.skipped,
    }
    yield json.dumps(counts)


def _count(report: Report) -> str:
    skipped = f", {report.skipped} not checked: what they rest on failed" if report.skipped else ""
    warned = _count_warnings(report)
    told = f", {warned} {'warning' if warned == 1 else 'warnings'}" if warned else ""
    return f"{report.checked} items checked: {len(report.failures) or 'none'} failed{skipped}{told}"


def _count_warnings(report: Report) -> int:
    return sum(one.severity == "warning" for one in report.warnings)


RENDERERS: Mapping[str, Callable[[Report], str]] = {"text": render_text, "jsonl": render_lines}
"""How a report is written, by the name of the format."""
