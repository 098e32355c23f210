"""A brief out of a file that somebody may have edited by hand."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from pydantic import ValidationError

from summarize.errors import NotABrief, SourceError, SourceTooLarge
from summarize.model import SCHEMA_VERSION, Brief
from summarize.read.sources import STDIN, Source, load_source
from summarize.verify.report import Failure

MAX_BYTES = 200_000_000
"""A brief holds the texts of its articles and their quotes: about four times what was read."""

_MOST_PROBLEMS = 5
_WAY_OUT = "give the JSON that `summarize brief --format json` writes"

Place = tuple[int | str, ...]


class _Problem(Protocol):
    """What is read of one of pydantic's errors."""

    def __getitem__(self, key: str) -> object: ...


@dataclass(frozen=True, slots=True)
class Loaded:
    """A brief, and what is wrong inside items whose own numbers do not fit each other."""

    brief: Brief
    failures: tuple[Failure, ...] = ()


def load_brief(name: str, stdin: BinaryIO | None = None) -> Loaded:
    """Read the brief in the file `name`, or `-` for `stdin`. Raises NotABrief."""
    if name != STDIN and Path(name).is_dir():
        raise NotABrief(f"{name}: is a folder; {_WAY_OUT}")
    source = Source(name, None if name == STDIN else Path(name), was_named=True)
    try:
        data = load_source(source, stdin, MAX_BYTES)
    except SourceTooLarge as error:
        limit = f"{MAX_BYTES / 1_000_000:g} MB"
        raise NotABrief(f"{name}: is larger than {limit}, which no brief is; {_WAY_OUT}") from error
    except (SourceError, ValueError) as error:
        raise NotABrief(str(error)) from error
    return read_brief(name, data)


def read_brief(name: str, data: bytes) -> Loaded:
    """Read a brief from JSON.

    A quote that is not as long as its span, or a figure whose low is above its high, is a failure
    of that item and not of the file. Raises NotABrief, which says what stands where.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problem = f"is not UTF-8 text (byte {error.start + 1})"
        raise NotABrief(f"{name}: {problem}; {_WAY_OUT}") from error
    if not text.strip():
        raise NotABrief(f"{name}: is empty; {_WAY_OUT}")
    try:
        return Loaded(Brief.model_validate_json(text))
    except ValidationError as error:
        mended, failures = _mend(text, error.errors(include_url=False))
    try:
        return Loaded(Brief.model_validate_json(mended), failures)
    except ValidationError as error:
        problems = error.errors(include_url=False)
        raise NotABrief(_describe(name, problems, mended)) from error


def _describe(name: str, problems: Sequence[_Problem], text: str) -> str:
    if problems[0]["type"] == "json_invalid":
        return f"{name}: is not JSON: {_reason(problems[0])}; {_WAY_OUT}"
    raw = json.loads(text, parse_int=float)  # an int of too many digits raises
    version = raw.get("schema_version", SCHEMA_VERSION) if isinstance(raw, dict) else None
    if version is None:
        return f"{name}: is not a brief: its top is no object; {_WAY_OUT}"
    if version != SCHEMA_VERSION:
        return (
            f"{name}: has schema_version {version!r}, and this summarize reads {SCHEMA_VERSION!r}; "
            "use the summarize that wrote it, or a newer one"
        )
    lines = [f"\n  {_path(_place(one))}: {_reason(one)}" for one in problems[:_MOST_PROBLEMS]]
    if len(problems) > _MOST_PROBLEMS:
        lines.append(f"\n  … and {len(problems) - _MOST_PROBLEMS} more")
    return f"{name}: is not a brief as `summarize schema brief` describes it:{''.join(lines)}"


def _reason(problem: _Problem) -> str:
    message = str(problem["msg"]).removeprefix("Value error, ").removeprefix("Invalid JSON: ")
    return message if message[:2].isupper() else message[:1].lower() + message[1:]


def _place(problem: _Problem) -> Place:
    place = problem["loc"]
    return place if isinstance(place, tuple) else ()


def _path(place: Place) -> str:
    """Write a place as the report does: `claims[3].evidence[0]`."""
    written = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in place)
    return written.removeprefix(".")


def _mend(text: str, problems: Sequence[_Problem]) -> tuple[str, tuple[Failure, ...]]:
    """Make the items whose own numbers do not fit each other fit the model, each for a failure."""
    misfits = [problem for problem in problems if problem["type"] == "value_error"]
    if not misfits:
        return text, ()
    raw = json.loads(text)
    failures = tuple(_mend_item(raw, problem) for problem in misfits)
    return json.dumps(raw), failures


def _mend_item(raw: Any, problem: _Problem) -> Failure:
    place = _place(problem)
    item = raw
    for step in place:
        item = item[step]
    if "quote" in item:
        item["start"], item["end"] = 0, len(item["quote"])
        return Failure(_path(place), "evidence.span", _reason(problem), item["quote"])
    item["low"] = item["high"]
    return Failure(_path(place), "figure.value", _reason(problem), item["phrase"])
