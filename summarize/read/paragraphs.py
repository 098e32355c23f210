"""From lines to paragraphs: blank lines, single newlines and hard-wrapped text alike."""

import re
import statistics
from itertools import pairwise

_SPACE_RUN = re.compile(r" {2,}")
_CLOSED = re.compile(r"[.!?:;…。！？।][\"'”’»)\]]*$")
_BULLET = re.compile(r"(?:[-–—*•·▪◦>|#]|\(?\d{1,3}[.)]|[A-Z][A-Z ]{1,20}:)\s?")

# RFC 2646 and the habits of mail, wire and terminal: lines are broken somewhere in this range.
_MIN_WRAP, _MAX_WRAP = 40, 100
_MIN_WRAPPED_SHARE = 0.25


def split_paragraphs(text: str) -> list[str]:
    """Return the paragraphs of `text`, each one line without outer or double spaces.

    A newline ends a paragraph, except where the text was wrapped at a fixed width: there the lines
    of a paragraph are joined again, and a blank line or a short line ends it.
    """
    lines = [_SPACE_RUN.sub(" ", line.strip()) for line in text.split("\n")]
    width = _wrap_width(lines)
    if width is None:
        return [line for line in lines if line]
    return _join_wrapped(lines, width)


def _wrap_width(lines: list[str]) -> int | None:
    """Return the width at which lines were broken, or None where each line is a paragraph.

    Only breaks inside a sentence tell: a line without a stop, and a next line that begins in lower
    case. Prose has them at most line ends when wrapped and at none when not.
    """
    broken = [
        len(line)
        for line, following in pairwise(lines)
        if line and following[:1].islower() and not _CLOSED.search(line)
    ]
    pairs = sum(1 for line, following in pairwise(lines) if line and following)
    if len(broken) < 2 or len(broken) < _MIN_WRAPPED_SHARE * pairs:
        return None
    width = int(statistics.quantiles(broken, n=10)[-1])
    return width if _MIN_WRAP <= width <= _MAX_WRAP else None


def _join_wrapped(lines: list[str], width: int) -> list[str]:
    paragraphs: list[list[str]] = []
    is_open = False
    for line in lines:
        if not line:
            is_open = False
        elif is_open and not _BULLET.match(line):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
        is_open = bool(line) and not _ends_paragraph(line, width)
    return ["".join(_glue(parts)) for parts in paragraphs]


def _ends_paragraph(line: str, width: int) -> bool:
    return len(line) < 0.6 * width and _CLOSED.search(line) is not None


def _glue(parts: list[str]) -> list[str]:
    """A hyphen at a line's end was there before the wrap: wrapping breaks only at spaces and it."""
    glued = [parts[0]]
    for before, part in pairwise(parts):
        hyphenated = before.endswith("-") and not before.endswith((" -", "--"))
        glued.append(part if hyphenated and part[:1].islower() else " " + part)
    return glued
