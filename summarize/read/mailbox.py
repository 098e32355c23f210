"""Mailboxes in a file (.mbox): one message after the other, each read as a mail message is.

RFC 4155 and its cousins: a message begins at a line "From SENDER DATE", and a line of a body that
looks alike is written with ">" before it. The standard library's mailbox module wants to lock the
file and to know where all its messages lie; here the file is read once, from its beginning, and one
message is held at a time.
"""

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from summarize.errors import NoArticle, SourceError, SourceTooLarge
from summarize.read.mail import read_mail
from summarize.read.records import Record

MAX_MAILBOX_BYTES = 4_000_000_000
"""A desk's newsletters of ten years; what is larger is no mailbox that anybody reads."""

_SEPARATOR = re.compile(
    rb"From \S.{0,300}? ?\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +(?:[A-Z][a-z]{2} +\d{1,2}"
    rb"|\d{1,2} +[A-Z][a-z]{2})\b.{0,12}? \d\d:\d\d(?::\d\d)?\b.{0,12}?(?:\b\d{4}\b|\s*\Z)"
)
"""As strict as its dates allow: a line of prose that begins with "From" has no such date."""

_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)
_LONGEST_LINE = 1_000_000


def is_mailbox(start: bytes) -> bool:
    """Return whether a file that begins like this is a mailbox."""
    return _SEPARATOR.match(start.lstrip(b"\r\n").partition(b"\n")[0]) is not None


def read_mailbox(source: str, file: BinaryIO, max_bytes: int) -> Iterator[Record | SourceError]:
    """Yield the messages' articles, or what is wrong with a message: `source:1`, `source:2`, ….

    `max_bytes` bounds one message. Raises NoArticle where there is no message, SourceTooLarge after
    the messages of the first 4 GB.
    """
    number = 0
    for number, message in enumerate(split_messages(source, file, max_bytes), start=1):
        yield _read_message(f"{source}:{number}", message, max_bytes)
    if number == 0:
        problem = 'holds no message; a mailbox begins with a line "From SENDER DATE"'
        raise NoArticle(source, problem)


def split_messages(source: str, file: BinaryIO, max_bytes: int) -> Iterator[bytes]:
    """Yield each message without its first line; of one over `max_bytes` what came until then."""
    lines: list[bytes] | None = None
    size = 0
    for line in _bounded_lines(source, file):
        if line.startswith(b"From ") and _SEPARATOR.match(line):
            if lines is not None:
                yield _join(lines)
            lines, size = [], 0
        elif lines is not None and size <= max_bytes:
            lines.append(line)
            size += len(line)
    if lines is not None:
        yield _join(lines)


def _bounded_lines(source: str, file: BinaryIO) -> Iterable[bytes]:
    """Yield lines; one without an end comes in pieces, so that it is not held in memory either."""
    size = 0
    while line := file.readline(_LONGEST_LINE):
        size += len(line)
        if size > MAX_MAILBOX_BYTES:
            problem = f"is larger than {MAX_MAILBOX_BYTES / 1e9:g} GB; the rest was not read"
            raise SourceTooLarge(source, problem)
        yield line


def _join(lines: list[bytes]) -> bytes:
    return _QUOTED.sub(rb"\1", b"".join(lines))


def _read_message(name: str, message: bytes, max_bytes: int) -> Record | SourceError:
    if len(message) > max_bytes:
        return SourceTooLarge(name, f"is a message larger than {max_bytes / 1_000_000:g} MB")
    if not message.strip():
        return NoArticle(name, "is an empty message")
    try:
        return Record(name, read_mail(name, message))
    except SourceError as error:
        return error
