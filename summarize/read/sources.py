"""From what the user names to the files that are read: folders are walked, nothing is fetched."""

import os
import re
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, NamedTuple

from summarize.errors import (
    AddressRefused,
    SourceEmpty,
    SourceError,
    SourceNotFound,
    SourceTooLarge,
    SourceUnreadable,
)
from summarize.model import LeftOut
from summarize.read.formats import SUFFIXES

MAX_BYTES = 20_000_000
"""The longest articles of the web are far below 1 MB with their markup; 20 MB still lets a day's
feed through as JSONL, and keeps a stray dump or video from filling the memory."""

STDIN = "-"

_WEB_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_ABOUT_THE_FOLDER = re.compile(
    r"(?:readme|licen[cs]e|copying|notice|changelog|changes|contributing|authors|code_of_conduct|security"
    r"|index|requirements|package|package-lock|manifest|metadata)(?:[.\-_].*)?\Z",
    re.IGNORECASE,
)


class Source(NamedTuple):
    """A source by the name its user gave it; `path` is None for standard input and an address.

    `was_named` is false for a file that was found in a folder: nobody said that it is an article.
    """

    name: str
    path: Path | None
    was_named: bool
    url: str | None = None

    @property
    def suffix(self) -> str:
        """The ending of the file's name, in small letters, with its dot."""
        return self.path.suffix.lower() if self.path is not None else ""


@dataclass(frozen=True, slots=True)
class Expansion:
    """The sources in the order of their names, what was passed over, and what is not there."""

    sources: tuple[Source, ...]
    left_out: tuple[LeftOut, ...]
    failures: tuple[SourceError, ...]


def expand_inputs(inputs: Sequence[str]) -> Expansion:
    """Return the sources that `inputs` name: files, folders and all below them, addresses, `-`.

    A file that is reached twice is one source, under its shortest name. Hidden files are passed
    over without a word, as a shell does.
    """
    found: dict[str, Source] = {}
    left_out: list[LeftOut] = []
    failures: list[SourceError] = []
    for given in inputs:
        for item in _expand(given):
            if isinstance(item, Source):
                _keep_shortest(found, item)
            elif isinstance(item, LeftOut):
                left_out.append(item)
            else:
                failures.append(item)
    return Expansion(
        tuple(sorted(found.values(), key=lambda source: source.name)),
        tuple(sorted(set(left_out), key=lambda item: item.article)),
        tuple(failures),
    )


def load_source(source: Source, stdin: BinaryIO | None, max_bytes: int) -> bytes:
    """Return the bytes of `source`, never reading more than `max_bytes` and one.

    Raises SourceError: too large, unreadable, not a regular file, gone.
    """
    with open_source(source, stdin) as file:
        if source.path is not None and os.fstat(file.fileno()).st_size > max_bytes:
            raise _too_large(source.name, max_bytes)
        data = file.read(max_bytes + 1)
        if len(data) > max_bytes:
            raise _too_large(source.name, max_bytes)
        return data


@contextmanager
def open_source(source: Source, stdin: BinaryIO | None) -> Iterator[BinaryIO]:
    """Open a file, or standard input. Raises SourceError, also for what fails while it is read."""
    try:
        if source.path is None:
            if stdin is None:
                raise SourceUnreadable(source.name, "standard input is not connected; give a file")
            yield stdin
            return
        if not stat.S_ISREG(source.path.stat().st_mode):
            problem = "is a pipe or a device; give a file, or - for standard input"
            raise SourceUnreadable(source.name, problem)
        with source.path.open("rb") as file:
            yield file
    except FileNotFoundError as error:
        raise SourceNotFound(source.name, "no such file or folder; check the name") from error
    except OSError as error:
        problem = f"cannot be read ({error.strerror or error}); check its permissions"
        raise SourceUnreadable(source.name, problem) from error


def _expand(given: str) -> Iterator[Source | LeftOut | SourceError]:
    name = os.fsencode(given).decode("utf-8", "replace")
    if given == STDIN:
        yield Source(STDIN, None, was_named=True)
        return
    if _WEB_ADDRESS.match(given):
        yield Source(name, None, was_named=True, url=given)
        return
    if _ADDRESS.match(given):
        problem = "only http and https addresses are fetched; save the page and give the file"
        yield AddressRefused(name, problem)
        return
    if not given or "\0" in given:
        yield SourceNotFound(name, "is no name that a file can have; check it")
        return
    if not os.path.isdir(given):
        yield Source(name, Path(given), was_named=True)
        return
    items = list(_walk(given))
    yield from items
    if not any(isinstance(item, Source | SourceError) for item in items):
        wanted = ", ".join(sorted(SUFFIXES))
        yield SourceEmpty(name, f"holds no file that can be read ({wanted})")


def _walk(folder: str) -> Iterator[Source | LeftOut | SourceError]:
    """Walk a folder; a link to a folder is not followed, so that no loop can arise."""
    errors: list[OSError] = []
    for parent, folders, files in os.walk(folder, onerror=errors.append):
        for name in sorted(folders):
            if Path(parent, name).is_symlink():
                yield LeftOut(
                    article=_shown(parent, name), reason="a link to a folder is not followed"
                )
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                yield _classify(parent, name)
    for error in errors:
        shown = os.fsencode(error.filename or folder).decode("utf-8", "replace")
        yield SourceUnreadable(shown, f"the folder cannot be read ({error.strerror})")


def _classify(parent: str, name: str) -> Source | LeftOut:
    shown = _shown(parent, name)
    stem, suffix = os.path.splitext(name)
    if suffix.lower() not in SUFFIXES:
        return LeftOut(article=shown, reason=f"not a format that is read ({suffix or 'no suffix'})")
    if _ABOUT_THE_FOLDER.match(stem):
        return LeftOut(article=shown, reason="about the folder, not an article")
    return Source(shown, Path(parent, name), was_named=False)


def _shown(parent: str, name: str) -> str:
    joined = f"{parent.rstrip('/' + os.sep) or '/'}/{name}".replace("//", "/")
    return os.fsencode(joined).decode("utf-8", "replace").replace(os.sep, "/")


def _keep_shortest(found: dict[str, Source], source: Source) -> None:
    key = source.name if source.path is None else os.path.realpath(source.path)
    other = found.get(key)
    if other is None or (len(source.name), source.name) < (len(other.name), other.name):
        found[key] = source


def _too_large(name: str, max_bytes: int) -> SourceTooLarge:
    limit = f"{max_bytes / 1_000_000:g} MB"
    return SourceTooLarge(name, f"is larger than {limit}; give the article alone")
