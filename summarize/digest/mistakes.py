"""What is wrong with digest.toml, as its reader counts and calls things."""

from collections.abc import Mapping
from typing import Any, get_args

from pydantic import ValidationError

from summarize.digest.deliver.config import KindName


def say_mistake(error: ValidationError) -> str:
    """Say where the first mistake is, and what: "source 2, limit: …"."""
    problem = error.errors()[0]
    return _say_where(problem["loc"]) + _say_what(problem)


def _say_where(place: tuple[int | str, ...]) -> str:
    """Write a place; tables of a list are counted from 1."""
    words = [f"{one + 1}" if isinstance(one, int) else one for one in place]
    text = ""
    for before, word in zip(["", *words], words, strict=False):
        text += f" {word}" if word.isdigit() else f"{', ' if before else ''}{word}"
    return f"{text}: " if text else ""


def _say_what(problem: Mapping[str, Any]) -> str:
    """Say it in words of our own where pydantic's are those of its types."""
    kind = problem["type"]
    if kind == "extra_forbidden":
        return "unknown key; see `summarize digest init` for those there are"
    if kind == "missing":
        return "is missing"
    if kind == "too_short":
        return "is missing; give at least one"
    if kind in {"union_tag_invalid", "union_tag_not_found"}:
        return f"kind is one of {', '.join(get_args(KindName))}"
    message = str(problem["msg"]).removeprefix("Value error, ").removeprefix("Input ")
    given = problem["input"]
    is_named = isinstance(given, Mapping) or repr(given) in message
    return message if is_named else f"{message}, not {given!r}"
