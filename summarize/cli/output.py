"""Where a command's result goes: the screen, a pipe, or a file that is written whole."""

import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

import typer

from summarize.errors import UsageError

PIPED_WIDTH = 80
WIDEST_SCREEN = 100  # longer lines are hard to read


def screen(output: Path | None) -> tuple[int, bool]:
    """Width in columns and whether to colour; https://no-color.org decides before the terminal."""
    if output or not is_screen(sys.stdout):
        return PIPED_WIDTH, False
    is_plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return min(shutil.get_terminal_size().columns, WIDEST_SCREEN), not is_plain


def is_screen(stream: TextIO | None) -> bool:
    """Whether a person reads there; Python has None for a stream that was closed before it ran."""
    return stream is not None and stream.isatty()


def write(chunks: Iterable[str], output: Path | None) -> None:
    """Write UTF-8 to stdout or, all or nothing, to a file. Raises UsageError that names it."""
    data = "".join(chunks).encode()
    if output is None and sys.stdout is None:
        raise UsageError("standard output: is closed; try --output")
    try:
        if output is None:
            typer.echo(data, nl=False)
        elif output.exists() and not output.is_file():
            output.write_bytes(data)  # a device or a pipe has nothing that could be half written
        else:
            replace_file(Path(os.path.realpath(output)), data)
    except BrokenPipeError:
        raise  # typer ends quietly when the reader has gone
    except OSError as error:
        name, way_out = (output, "give another file") if output else ("standard output", "try -o")
        raise UsageError(f"{name}: cannot be written: {error.strerror}; {way_out}") from error


def replace_file(path: Path, data: bytes) -> None:
    """Put the whole file in place in one step; a failure leaves what was there."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with draft.open("xb") as file:
            file.write(data)
        if path.exists():
            shutil.copymode(path, draft)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
