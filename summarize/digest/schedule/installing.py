"""What the system is told to run, by a timer of systemd or by cron."""

import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from summarize.errors import UsageError

UNIT_NAME = "summarize-digest"


@dataclass(frozen=True, slots=True)
class Command:
    """The words of one run: the program by its absolute path, and what it is asked.

    Raises UsageError where a word holds a line break or another control character, which neither
    systemd nor cron can be told.
    """

    words: tuple[str, ...]

    def __post_init__(self) -> None:
        for word in self.words:
            if not word.isprintable():
                raise UsageError(f"{word!r}: holds a control character; move it to another path")
        if not Path(self.words[0]).is_absolute():
            raise UsageError(
                f"{self.words[0]}: not an absolute path; a timer runs in another folder"
            )


def find_program(argv0: str | None = None) -> tuple[str, ...]:
    """Return the words that start this program by an absolute path, wherever a timer runs."""
    found = shutil.which(argv0 or sys.argv[0])
    if found and Path(found).name.startswith("summarize"):
        return (str(Path(found).absolute()),)
    return (sys.executable, "-m", "summarize")


def join_lines(lines: Sequence[str]) -> str:
    """Return the lines as a text that ends with a line break."""
    return "\n".join(lines) + "\n"
