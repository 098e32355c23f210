"""Mailboxes: one file, many messages, and none that costs another."""

import datetime as dt
import io
import itertools
import resource
from collections.abc import Iterator
from pathlib import Path

import pytest

from summarize.errors import NoArticle, NothingReadable, SourceError, SourceTooLarge
from summarize.model import Article
from summarize.read import mailbox, read_sources
from summarize.read.mailbox import is_mailbox, read_mailbox, split_messages
from summarize.read.records import Record

NOW = dt.date(2026, 1, 15)
FERRY = "The ferry to Aldey sailed again on Monday, eleven days after the storm, the port said."
QUOTA = "The ministers cut next year's herring quota by a third on Monday night, after long talks."


def message(body: str, subject: str = "Morning brief", sender: str = "The Aldey Courier") -> str:
    return (
        f"From: {sender} <news@courier.example>\nTo: desk@example.org\n"
        f"Date: Mon, 06 Oct 2025 08:00:00 +0000\nSubject: {subject}\n"
        f"Content-Type: text/plain; charset=utf-8\n\n{body}\n"
    )


def box(*messages: str, start: str = "From news@courier.example Mon Oct  6 08:00:00 2025") -> str:
    return "".join(f"{start}\n{one}\n" for one in messages)


def outcomes(text: str | bytes, max_bytes: int = 1_000_000) -> list[Record | SourceError]:
    data = text.encode() if isinstance(text, str) else text
    return list(read_mailbox("box", io.BytesIO(data), max_bytes))


def articles(path: Path) -> tuple[Article, ...]:
    return read_sources([str(path)], now=NOW).articles


def test_each_message_is_an_article_with_a_name_of_its_own(tmp_path: Path) -> None:
    file = tmp_path / "desk.mbox"
    file.write_text(box(message(FERRY, "Ferry sails again"), message(QUOTA, "Quota cut")))
    ferry, quota = articles(file)
    assert (ferry.path, quota.path) == (f"{file}:1", f"{file}:2")
    assert (ferry.title, quota.title) == ("Ferry sails again", "Quota cut")
    assert (ferry.outlet, ferry.published) == ("The Aldey Courier", dt.date(2025, 10, 6))
    assert (ferry.text, quota.text) == (FERRY, QUOTA)


def test_a_mailbox_is_found_in_a_folder_and_nothing_is_written_there(tmp_path: Path) -> None:
    file = tmp_path / "desk.mbox"
    file.write_text(box(message(FERRY)))
    before = file.stat()
    file.chmod(0o400)
    assert len(articles(tmp_path)) == 1
    assert (file.stat().st_mtime_ns, file.stat().st_size) == (before.st_mtime_ns, before.st_size)
    assert [one.name for one in tmp_path.iterdir()] == ["desk.mbox"]


@pytest.mark.parametrize(
    "start",
    [
        "From news@courier.example Mon Oct  6 08:00:00 2025",
        "From - Mon Oct 06 08:00:00 2025",
        "From 1845106743711@xxx Mon Oct 06 08:00:00 +0000 2025",
        "From MAILER-DAEMON Mon Oct  6 08:00:00 GMT 2025",
        "From news@courier.example  Mon Oct  6 08:00 2025",
        '"From "x y"@courier.example Mon Oct 16 08:00:00 2025 remote from uucp'[1:],
        "From news@courier.example Mon, 06 Oct 2025 08:00:00 +0000",
    ],
)
def test_the_first_lines_of_every_common_program_are_known(start: str) -> None:
    text = box(message(FERRY), message(QUOTA), start=start)
    assert is_mailbox(text.encode())
    assert len(outcomes(text)) == 2
    assert len(outcomes(text.replace("\n", "\r\n"))) == 2


def test_a_line_of_prose_that_begins_with_from_begins_no_message() -> None:
    body = f"{FERRY}\n\nFrom Monday on, the ferry sails at 08:00 each day of 2025, it said."
    (record,) = outcomes(box(message(body)))
    assert isinstance(record, Record)
    assert "From Monday on" in record.page.text
    assert not is_mailbox(b"From Monday on, the ferry sails again.")


def test_a_quoted_from_is_given_back_its_meaning() -> None:
    (record,) = outcomes(box(message(f"{FERRY}\n>From the port: no.\n>>From the mayor: yes.")))
    assert isinstance(record, Record)
    assert "\nFrom the port: no.\n>From the mayor" in record.page.text


def test_a_damaged_message_costs_itself_alone(tmp_path: Path) -> None:
    damaged = (
        "Content-Type: multipart/mixed; boundary=\nContent-Transfer-Encoding: base64\n"
        "Subject: =?utf-8?b?\x00\xff?=\n\n--\n\x00\x01"
    )
    picture = "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo="
    file = tmp_path / "desk.mbox"
    file.write_text(box(message(FERRY), damaged, picture, "", message(QUOTA)))
    result = read_sources([str(file)], now=NOW)
    assert [one.path for one in result.articles] == [f"{file}:1", f"{file}:5"]
    assert {one.source for one in result.failures} == {f"{file}:{n}" for n in (2, 3, 4)}


def test_a_message_that_is_too_large_costs_itself_alone() -> None:
    found = outcomes(box(message(FERRY), message(QUOTA * 100), message(QUOTA)), max_bytes=5_000)
    assert [type(one) for one in found] == [Record, SourceTooLarge, Record]
    assert str(found[1]).startswith("box:2: ")


def test_a_mailbox_without_a_suffix_is_known_by_its_first_line(tmp_path: Path) -> None:
    file = tmp_path / "Inbox"
    file.write_text(box(message(FERRY), message(QUOTA)))
    assert len(articles(file)) == 2
    stdin = io.BytesIO(file.read_bytes())
    assert [a.path for a in read_sources(["-"], now=NOW, stdin=stdin).articles] == ["-:1", "-:2"]


@pytest.mark.parametrize("text", ["", "Words and words.", message(FERRY)])
def test_a_mailbox_without_a_message_says_so(text: str, tmp_path: Path) -> None:
    with pytest.raises(NoArticle, match="begins with a line"):
        outcomes(text)
    file = tmp_path / "empty.mbox"
    file.write_text(text)
    with pytest.raises(NothingReadable):
        articles(file)


class Endless(io.RawIOBase):
    """A file of any size that is nowhere."""

    def __init__(self, lines: Iterator[bytes]) -> None:
        self._lines = lines

    def readline(self, size: int | None = -1, /) -> bytes:
        return next(self._lines, b"")[: None if size is None or size < 0 else size]


def test_a_mailbox_of_a_gigabyte_is_read_message_by_message() -> None:
    one = [line + b"\n" for line in box(message(FERRY)).encode().split(b"\n")]
    padding = b"x" * 1_000_000
    lines = itertools.chain.from_iterable([*one, *[padding] * 10] for _ in range(100))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    file = Endless(iter(lines))
    sizes = [len(text) for text in split_messages("box", file, 2_000_000)]  # type: ignore[arg-type]
    assert len(sizes) == 100
    assert max(sizes) < 4_000_000
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000  # KiB


def test_a_mailbox_that_has_no_end_is_left_with_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mailbox, "MAX_MAILBOX_BYTES", 5_000)
    file = io.BytesIO(box(*[message(FERRY)] * 50).encode())
    found = []
    with pytest.raises(SourceTooLarge, match="the rest was not read"):
        found.extend(read_mailbox("box", file, 1_000_000))


def test_a_line_without_an_end_is_not_held() -> None:
    start = b"From - Mon Oct 06 08:00:00 2025\n"
    lines = itertools.chain([start], itertools.repeat(b"y" * 1_000_000, 200))
    file = Endless(iter(lines))
    (text,) = split_messages("box", file, 1_000_000)  # type: ignore[arg-type]
    assert len(text) < 3_000_000
