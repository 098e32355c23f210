"""A folder that others may use too: what we put there is whole, and nothing of theirs is touched.

What is written is a draft first, beside its place, under a name that starts with a dot. Once it is
on the disk one renaming puts it in place. Only what has our mark is ever replaced or taken away.
"""

import errno
import fcntl
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from summarize.digest.pages.contents import Listed
from summarize.render.frame import GENERATOR

MARK = ".summarize.json"
"""In a folder with a digest: that it is ours, and what a list says of it."""

_DRAFT = ".summarize-draft-"
_OUR_FILES = (f'content="{GENERATOR}"'.encode(), f"<generator>{GENERATOR}</generator>".encode())
_HEAD_BYTES = 65_536
_BUSY = (errno.EWOULDBLOCK, errno.EACCES)


class Occupied(OSError):
    """There is something in the place that is not ours; `filename` is where."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The folder, while it is ours to write to."""

    path: Path

    def put_folder(self, listed: Listed, files: Mapping[str, bytes]) -> None:
        """Put a digest's folder in place; one that was handed over by the same key stays as it is.

        Raises Occupied, OSError.
        """
        place, draft = self.path / listed.id, self._draft(listed.id)
        there = _read_mark(place)
        if there and there.key == listed.key:
            return
        if there or os.path.lexists(place):
            whose = "another store's digest; take it away" if there else "no digest of ours"
            raise Occupied(errno.EEXIST, f"is there already, and is {whose}", str(place))
        draft.mkdir()
        for name, data in files.items():
            _write(draft / name, data)
        _write(draft / MARK, listed.model_dump_json().encode())
        _sync(draft)
        draft.rename(place)
        _sync(self.path)

    def put_file(self, name: str, data: bytes) -> None:
        """Put a file in place, or leave it where it is the same. Raises Occupied, OSError."""
        place, draft = self.path / name, self._draft(name)
        if os.path.lexists(place):
            if not _is_our_file(place):
                raise Occupied(errno.EEXIST, "is there already, and is no file of ours", str(place))
            if place.read_bytes() == data:
                return
        _write(draft, data)
        draft.replace(place)
        _sync(self.path)

    def drop(self, name: str) -> None:
        """Take a folder of ours away in one step. Raises OSError."""
        draft = self._draft(f"{name}-dropped")
        (self.path / name).rename(draft)
        shutil.rmtree(draft)

    def list_digests(self) -> list[Listed]:
        """Return what lies here, newest first. Raises OSError."""
        marks = (_read_mark(one) for one in self.path.iterdir() if not one.name.startswith("."))
        found = [one for one in marks if one]
        return sorted(found, key=lambda one: (one.created, one.id), reverse=True)

    def _draft(self, name: str) -> Path:
        return self.path / f"{_DRAFT}{name}"

    def clear_drafts(self) -> None:
        """Take away what a run left that was killed. Raises OSError."""
        for one in self.path.glob(f"{_DRAFT}*"):
            if one.is_dir() and not one.is_symlink():
                shutil.rmtree(one)
            else:
                one.unlink()


@contextmanager
def open_shelf(path: Path) -> Iterator[Shelf]:
    """Make the folder where it is not there, and hold it, so that no draft is anybody else's.

    Raises Occupied for a link or a file, BlockingIOError where another run writes there, OSError.
    """
    if path.is_symlink():
        raise Occupied(errno.ELOOP, "is a symbolic link; name the folder itself", str(path))
    if path.exists() and not path.is_dir():
        raise Occupied(errno.ENOTDIR, "is there already, and is no folder", str(path))
    path.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        _lock(handle, path)
        shelf = Shelf(path)
        shelf.clear_drafts()
        try:
            yield shelf
        finally:
            shelf.clear_drafts()
    finally:
        os.close(handle)


def _lock(handle: int, path: Path) -> None:
    """Hold the folder until the handle is closed, by whatever end; some file systems cannot."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _BUSY:
            busy = "another run is writing there"
            raise BlockingIOError(errno.EWOULDBLOCK, busy, str(path)) from error


def _read_mark(folder: Path) -> Listed | None:
    """Return what a folder of ours says of itself; None where it is none."""
    mark = folder / MARK
    if folder.is_symlink() or not folder.is_dir() or mark.is_symlink() or not mark.is_file():
        return None
    try:
        return Listed.model_validate_json(mark.read_bytes())
    except ValidationError:
        return None


def _is_our_file(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    return any(mark in head for mark in _OUR_FILES)


def _write(path: Path, data: bytes) -> None:
    """Write a new file, down to the disk."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    """Bring the names in a folder down to the disk."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
