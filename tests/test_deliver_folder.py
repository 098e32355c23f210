"""A digest into a folder: whole or not at all, and nothing of anybody else's is touched."""

import datetime as dt
import fcntl
import math
import os
import resource
import signal
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path

import feedparser
import pytest

from summarize import diff, verify
from summarize.digest.deliver import open_targets
from summarize.digest.deliver.config import FolderTarget
from summarize.digest.deliver.folder import FolderSender
from summarize.digest.deliver.port import Package
from summarize.digest.model import Digest
from summarize.digest.pages.feed import FeedEntry
from summarize.errors import DeliveryFailed
from tests.digests import DAM_UPDATE, DIGEST, FERRY_UPDATE, MORNING, make_digest, make_package
from tests.test_render import read_page

NEXT_DAY = make_digest(
    [FERRY_UPDATE], id="2025-05-03", created=MORNING + dt.timedelta(days=1), last=MORNING
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "out" / "digests"


def sender(folder: Path, **settings: object) -> FolderSender:
    config = FolderTarget.model_validate({"kind": "folder", "folder": str(folder)} | settings)
    (target,) = open_targets([config], {}).values()
    assert isinstance(target, FolderSender)
    return target


def put(folder: Path, package: Package | None = None, **settings: object) -> None:
    sender(folder, **settings).deliver(package or make_package(), MORNING)


def refused(folder: Path, package: Package | None = None) -> DeliveryFailed:
    with pytest.raises(DeliveryFailed) as failed:
        put(folder, package)
    assert failed.value.target == f"folder:{folder}"
    assert not failed.value.is_lasting
    return failed.value


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(one.relative_to(folder)): one.read_bytes()
        for one in sorted(folder.rglob("*"))
        if one.is_file()
    }


def stamps(folder: Path) -> dict[Path, int]:
    return {one: one.stat().st_mtime_ns for one in folder.rglob("*") if one.is_file()}


def seen(folder: Path) -> set[str]:
    """What lies there by names, drafts and all."""
    return {one.name for one in folder.iterdir()} if folder.is_dir() else set()


class TestWhatLiesThere:
    def test_pages_briefs_feed_and_list(self, folder: Path) -> None:
        put(folder)
        assert set(contents(folder)) == {
            "index.html",
            "feed.xml",
            *(
                f"2025-05-02/{name}"
                for name in (
                    ".summarize.json", "index.html", "digest.md", "digest.json",
                    "s0ferry.json", "s0ferry.html", "s1dam.json", "s1dam.html",
                    "s2whole.json", "s2whole.html",
                )
            ),
        }  # fmt: skip
        digest = (folder / "2025-05-02" / "digest.json").read_bytes()
        assert Digest.model_validate_json(digest) == DIGEST

    def test_a_brief_can_be_verified_and_compared(self, folder: Path) -> None:
        put(folder)
        put(folder, make_package(NEXT_DAY))
        first, second = (folder / day / "s0ferry.json" for day in ("2025-05-02", "2025-05-03"))
        assert verify(first).passed
        assert not diff(first, second).changes

    def test_every_link_leads_to_what_is_there(self, folder: Path) -> None:
        put(folder)
        for page in folder.rglob("*.html"):
            for link in read_page(page.read_text(encoding="utf-8")).xpath("//a/@href"):
                if not link.startswith("#"):
                    assert (page.parent / link).is_file()
        for entry in feedparser.parse((folder / "feed.xml").read_bytes()).entries:
            assert (folder / entry.link).is_file()

    def test_a_second_digest_joins_the_first_and_leads_the_list(self, folder: Path) -> None:
        put(folder)
        first = contents(folder / "2025-05-02")
        put(folder, make_package(NEXT_DAY, *make_package().entries))
        assert contents(folder / "2025-05-02") == first
        links = read_page((folder / "index.html").read_text(encoding="utf-8")).xpath("//a/@href")
        assert links == ["2025-05-03/index.html", "2025-05-02/index.html", "feed.xml"]
        entries = feedparser.parse((folder / "feed.xml").read_bytes()).entries
        assert [one.link.partition("/")[0] for one in entries] == [
            "2025-05-03",
            *["2025-05-02"] * 2,
        ]

    def test_only_as_many_stay_as_are_to_be_kept(self, folder: Path) -> None:
        put(folder, keep=1)
        put(folder, make_package(NEXT_DAY, *make_package().entries), keep=1)
        assert seen(folder) == {"2025-05-03", "index.html", "feed.xml"}
        assert len(feedparser.parse((folder / "feed.xml").read_bytes()).entries) == 1

    def test_articles_can_be_kept_out_of_it(self, folder: Path) -> None:
        put(folder, with_sources=False)
        whole = b"".join(contents(folder).values())
        assert b"Two crew members" in whole  # a quote
        assert FERRY_UPDATE.brief.articles[0].text.encode() not in whole

    def test_the_feed_has_the_address_where_the_folder_is_published(self, folder: Path) -> None:
        put(folder, base_url="https://desk.example/news/")
        feed = feedparser.parse((folder / "feed.xml").read_bytes())
        assert feed.entries[0].link.startswith("https://desk.example/news/2025-05-02/s")

    def test_a_web_server_of_another_user_may_read_it(self, folder: Path) -> None:
        before = os.umask(0o022)
        try:
            put(folder)
        finally:
            os.umask(before)
        for one in folder.rglob("*"):
            assert one.stat().st_mode & 0o777 == (0o755 if one.is_dir() else 0o644)

    def test_an_id_that_leads_out_of_the_folder_is_refused_for_good(self, folder: Path) -> None:
        story = DAM_UPDATE.model_copy(update={"story_id": "../../x"})
        for digest in (make_digest(id="../up"), make_digest([story])):
            with pytest.raises(DeliveryFailed, match="not a name for a file") as failed:
                put(folder, make_package(digest, key="k"))
            assert failed.value.is_lasting
        assert not seen(folder)


class TestAgain:
    def test_gives_the_same_bytes_and_leaves_no_rubbish(self, folder: Path) -> None:
        put(folder)
        before = contents(folder), stamps(folder)
        put(folder)
        assert (contents(folder), stamps(folder)) == before

    def test_the_digest_of_another_store_is_not_lost_for_ours(self, folder: Path) -> None:
        put(folder)
        before = contents(folder)
        failed = refused(folder, make_package(make_digest([DAM_UPDATE]), key="other"))
        assert "another store's digest; take it away" in failed.problem
        assert failed.wait_s == math.inf
        assert contents(folder) == before

    @pytest.mark.parametrize(
        ("call", "at"),
        [*(("fsync", n + 1) for n in range(16)), ("rename", 1), ("replace", 1), ("replace", 2)],
    )
    def test_killed_anywhere_it_is_whole_or_not_there_and_the_next_run_mends_it(
        self, folder: Path, call: str, at: int
    ) -> None:
        put_and_die(folder, make_package(), call, at)
        place = folder / "2025-05-02"
        assert not place.exists() or len(contents(place)) == 10
        put(folder)
        assert seen(folder) == {"2025-05-02", "index.html", "feed.xml"}
        assert len(contents(place)) == 10

    def test_killed_while_an_old_one_is_taken_away_it_is_gone_the_next_time(
        self, folder: Path
    ) -> None:
        put(folder)
        newer = make_package(NEXT_DAY)
        put_and_die(folder, newer, "rmdir", 1, keep=1)
        assert any(one.startswith(".summarize-draft-") for one in seen(folder))
        put(folder, newer, keep=1)
        assert seen(folder) == {"2025-05-03", "index.html", "feed.xml"}


def put_and_die(
    folder: Path, package: Package, call: str, at: int, keep: int | None = None
) -> None:
    """Deliver in a process that is killed at the nth call of a function of the system."""
    with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
        child = os.fork()  # 3.12 warns of threads, of which the child uses none
    if child == 0:
        real, left = getattr(os, call), iter(range(at - 1))

        def die_at_last(*arguments: object, **named: object) -> object:
            if next(left, None) is None:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*arguments, **named)

        setattr(os, call, die_at_last)
        try:
            put(folder, package, keep=keep)
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL, "it was not killed: there are fewer calls"


class TestWhatIsNotOurs:
    def test_files_of_the_user_stay_as_they_are(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        (folder / "notes.txt").write_text("mine")
        (folder / "old").mkdir()
        (folder / "old" / "index.html").write_text("mine")
        put(folder, keep=1)
        put(folder, make_package(NEXT_DAY), keep=1)
        assert (folder / "notes.txt").read_text() == "mine"
        assert (folder / "old" / "index.html").read_text() == "mine"

    @pytest.mark.parametrize("name", ["index.html", "feed.xml", "2025-05-02"])
    @pytest.mark.parametrize("kind", ["file", "folder", "link", "dangling link"])
    def test_what_stands_in_the_place_is_named_and_kept(
        self, folder: Path, name: str, kind: str
    ) -> None:
        folder.mkdir(parents=True)
        elsewhere, place = folder.parent / "elsewhere", folder / name
        if kind == "file":
            place.write_text("mine")
        elif kind == "folder":
            place.mkdir()
            (place / "mine.txt").write_text("mine")
        else:
            place.symlink_to(elsewhere)
            if kind == "link":
                elsewhere.mkdir()
        failed = refused(folder)
        assert str(place) in failed.problem
        assert "is there already" in failed.problem
        assert failed.wait_s == math.inf
        assert os.path.lexists(place)
        assert not elsewhere.exists() or not any(elsewhere.iterdir())
        assert not any(one.startswith(".") for one in seen(folder))

    def test_a_file_in_place_of_the_folder(self, folder: Path) -> None:
        folder.parent.mkdir()
        folder.write_text("mine")
        assert str(folder) in refused(folder).problem
        assert folder.read_text() == "mine"

    def test_a_link_in_place_of_the_folder(self, folder: Path, tmp_path: Path) -> None:
        folder.parent.mkdir()
        folder.symlink_to(tmp_path)
        before = seen(tmp_path)
        assert "symbolic link" in refused(folder).problem
        assert seen(tmp_path) == before


@pytest.fixture
def unprivileged() -> Iterator[Path]:
    """A folder that the process may read and not write; root lays its rights down for the while."""
    with tempfile.TemporaryDirectory(dir="/tmp") as name:  # others may not enter pytest's
        folder = Path(name)
        folder.chmod(0o555)
        user = os.geteuid()
        if user == 0:
            os.seteuid(65_534)
        try:
            yield folder
        finally:
            os.seteuid(user)
            folder.chmod(0o755)


class TestTheSystemRefuses:
    def test_a_read_only_folder(self, unprivileged: Path) -> None:
        failed = refused(unprivileged)
        assert str(unprivileged) in failed.problem
        assert "Permission denied" in failed.problem
        assert failed.wait_s == math.inf
        assert not seen(unprivileged)

    def test_a_folder_that_cannot_be_made(self, unprivileged: Path) -> None:
        assert "Permission denied" in refused(unprivileged / "out").problem

    def test_a_full_disk_leaves_nothing_half_written(self, folder: Path) -> None:
        put(folder, make_package(NEXT_DAY))
        before = contents(folder)
        limits = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, limits[1]))
        try:
            failed = refused(folder)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        assert "File too large" in failed.problem
        assert contents(folder) == before
        assert seen(folder) == {"2025-05-03", "index.html", "feed.xml"}

    def test_another_run_that_writes_there_is_waited_for(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        handle = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            failed = refused(folder)
        finally:
            os.close(handle)
        assert "another run" in failed.problem
        assert failed.wait_s is None
        put(folder)


def test_entries_of_digests_that_do_not_lie_there_are_not_in_the_feed(folder: Path) -> None:
    stranger = FeedEntry("s7", "2024-01-01", MORNING, MORNING, DAM_UPDATE.brief)
    put(folder, make_package(make_digest([FERRY_UPDATE]), stranger))
    assert len(feedparser.parse((folder / "feed.xml").read_bytes()).entries) == 1
