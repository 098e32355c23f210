"""What is wrong with a configuration, in the words of whoever writes TOML."""

from collections.abc import Mapping
from typing import Any


def say_where(place: tuple[int | str, ...]) -> str:
    """Write a place as a reader of TOML counts: "source 2, limit: "."""
    words = [f"{one + 1}" if isinstance(one, int) else one for one in place]
    text = ""
    for before, word in zip(["", *words], words, strict=False):
        text += f" {word}" if word.isdigit() else f"{', ' if before else ''}{word}"
    return f"{text}: " if text else ""


def say_what(problem: Mapping[str, Any]) -> str:
    """Say what is wrong there; `problem` is one of pydantic's."""
    if problem["type"] == "extra_forbidden":
        return "unknown key; see `summarize digest init` for those there are"
    if problem["type"] in {"missing", "too_short"}:
        return "is missing; give at least one"
    message = str(problem["msg"]).removeprefix("Value error, ")
    given = problem["input"]
    return message if isinstance(given, Mapping) else f"{message}, not {given!r}"
