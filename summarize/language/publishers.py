"""Which outlets are one publisher's: two newspapers of one house are not two newsrooms.

Known from `data/publishers.tsv`, which a table of the user's own goes before. What neither names
is unknown, and stays an outlet of its own.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from summarize.errors import UsageError
from summarize.language.names.states import read_table

_WAY_OUT = "write one outlet or host a line, a tab, and its publisher"
_AGENCY = "agency"


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes an outlet, and whether it is an agency that others reprint."""

    name: str
    is_agency: bool = False


@dataclass(frozen=True, slots=True)
class Publishers:
    """Publishers by the key of an outlet's name or host."""

    by_outlet: Mapping[str, Publisher]

    def preferring(self, families: Mapping[str, str]) -> "Publishers":
        """Return the table with the publishers of `families`, by outlet, before it."""
        first = {outlet_key(outlet): Publisher(name) for outlet, name in families.items()}
        return Publishers({**self.by_outlet, **first})

    def find(self, outlet: str) -> Publisher | None:
        """Return who publishes `outlet`, a name or a host; a host is known by its domain, too."""
        key = outlet_key(outlet)
        while key:
            if key in self.by_outlet:
                return self.by_outlet[key]
            _, dot, key = key.partition(".")
            if not dot or "." not in key:
                return None
        return None


def outlet_key(outlet: str) -> str:
    """Return what is the same for the forms of an outlet's name: "The Herald", "Herald (News)"."""
    low = re.sub(r"\s*\([^)]*\)$|[’']s?$", "", outlet.strip().casefold())
    return re.sub(r"^(?:the |www\.)|\s(?:newspaper|website|news agency|agency)$", "", low)


@cache
def known_publishers() -> Publishers:
    """Return the table that is shipped."""
    return Publishers(dict(map(_read_row, read_table("publishers.tsv"))))


def load_publishers(path: Path | None) -> Publishers:
    """Return the table that is shipped, with the rows of the user's file before it.

    The file has the form of ours: outlet or host, tab, publisher, and where it is one "agency".
    Raises UsageError that names the file and the line.
    """
    if path is None:
        return known_publishers()
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}; {_WAY_OUT}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: is not UTF-8 text; {_WAY_OUT}") from error
    return Publishers({**known_publishers().by_outlet, **dict(_read_lines(path, lines))})


def _read_lines(path: Path, lines: Iterable[str]) -> Iterable[tuple[str, Publisher]]:
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if not 2 <= len(cells) <= 3 or not all(cells[:2]) or cells[2:] not in ([], [""], [_AGENCY]):
            raise UsageError(f"{path}: line {number} is no row of the table: {line!r}; {_WAY_OUT}")
        yield _read_row(cells)


def _read_row(cells: list[str]) -> tuple[str, Publisher]:
    return outlet_key(cells[0]), Publisher(cells[1], cells[2:] == [_AGENCY])
