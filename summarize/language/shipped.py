"""Tables that a package ships, read without importing it and searched as they lie."""

import gzip
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path


def read_lines(package: str, *path: str, comment: str) -> Iterator[str]:
    """Yield the lines of a package's file, plain or gzipped, but for comments and empty ones.

    Raises ModuleNotFoundError where the package is not installed.
    """
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"{package} is not installed; its tables are needed for English")
    content = Path(spec.origin).parent.joinpath(*path).read_bytes()
    text = gzip.decompress(content) if path[-1].endswith(".gz") else content
    lines = map(str.strip, text.decode("utf-8").split("\n"))
    return (line for line in lines if line and not line.startswith(comment))


def find_lines(table: Sequence[str], opening: str) -> Iterator[str]:
    """Yield the lines of a sorted table that begin with `opening`."""
    for place in range(bisect_left(table, opening), len(table)):
        if not table[place].startswith(opening):
            return
        yield table[place]
