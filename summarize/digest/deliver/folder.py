"""A digest into a folder.

<folder>/index.html            the list of digests, newest first
<folder>/feed.xml              the stories of those digests
<folder>/<digest id>/          index.html, digest.md, digest.json
                               <story id>.json and <story id>.html for each brief
"""

import datetime as dt
import errno
import math
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from summarize.digest.deliver.config import FolderTarget
from summarize.digest.deliver.port import Package, Target
from summarize.digest.deliver.shelf import Occupied, Shelf, open_shelf
from summarize.digest.pages.contents import Listed, render_contents
from summarize.digest.pages.feed import FeedHead, render_feed
from summarize.digest.pages.html import render_digest_html
from summarize.digest.pages.json import render_digest_json, withhold_all_sources
from summarize.digest.pages.markdown import render_digest_markdown
from summarize.errors import DeliveryFailed
from summarize.render.html import render_html
from summarize.render.json import render_json

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_FOR_A_PERSON = frozenset(
    {
        errno.EACCES,
        errno.EDQUOT,
        errno.EFBIG,
        errno.ENOSPC,
        errno.ENOTDIR,
        errno.EPERM,
        errno.EROFS,
    }
)
"""What no waiting mends: no permission, read-only, no room, a file in the place of a folder."""


def open_folder(config: FolderTarget, environ: Mapping[str, str]) -> Iterator[Target]:  # noqa: ARG001 - as the table wants it
    """Yield the one target of a table; a relative folder is one of the working folder."""
    yield FolderSender(config, Path(os.path.abspath(Path(config.folder).expanduser())))


@dataclass(frozen=True, slots=True)
class FolderSender:
    """Puts digests into one folder."""

    config: FolderTarget
    path: Path

    @property
    def name(self) -> str:
        """What the store knows it by."""
        return self.config.name or f"folder:{self.path}"

    def deliver(self, package: Package, now: dt.datetime) -> None:  # noqa: ARG002 - as every target
        """Put the digest there, then feed and list. Raises DeliveryFailed, which can be mended."""
        try:
            with open_shelf(self.path) as shelf:
                self._fill(shelf, package)
        except OSError as error:
            where, why = error.filename or self.path, error.strerror or str(error)
            is_ours_to_mend = not isinstance(error, Occupied) and error.errno not in _FOR_A_PERSON
            raise DeliveryFailed(
                self.name, f"{where}: {why}", wait_s=None if is_ours_to_mend else math.inf
            ) from error

    def _fill(self, shelf: Shelf, package: Package) -> None:
        digest = package.digest
        shelf.put_folder(Listed.of(digest, package.key), dict(self._make_files(package)))
        listed = shelf.list_digests()
        kept = listed[: self.config.keep] if self.config.keep else listed
        there = {one.id for one in kept}
        head = FeedHead(digest.title, package.store_uid, digest.created, self.config.base_url or "")
        entries = (one for one in package.entries if one.digest_id in there)
        shelf.put_file("feed.xml", render_feed(entries, head))
        shelf.put_file("index.html", render_contents(kept).encode())
        for one in listed[len(kept) :]:
            shelf.drop(one.id)

    def _make_files(self, package: Package) -> Iterator[tuple[str, bytes]]:
        whole = package.digest
        digest = whole if self.config.with_sources else withhold_all_sources(whole)
        self._check_name(digest.id)
        yield "index.html", render_digest_html(digest, has_briefs=True).encode()
        yield "digest.md", render_digest_markdown(digest).encode()
        yield "digest.json", render_digest_json(digest).encode()
        for story in digest.stories:
            self._check_name(story.story_id)
            yield f"{story.story_id}.json", render_json(story.brief).encode()
            yield f"{story.story_id}.html", render_html(story.brief).encode()

    def _check_name(self, name: str) -> None:
        """Refuse an id that would lead out of the folder; ours never do, a store may be damaged."""
        if not _NAME.fullmatch(name):
            raise DeliveryFailed(self.name, f"not a name for a file: {name!r}", is_lasting=True)
