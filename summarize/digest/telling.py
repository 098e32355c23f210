"""A story of the store, told: its articles extracted, merged into a brief, compared with the last.

What an article says is extracted once and kept; a brief that a killed run made is not made again.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarize.diff import compare_briefs
from summarize.digest.model import StoryUpdate
from summarize.digest.stamp import Stamp
from summarize.digest.store.records import StoryState
from summarize.digest.store.store import Store
from summarize.extract.port import Engine
from summarize.model import Article, Brief, Change, Diff, Extraction, Usage
from summarize.pipeline import Teller, extract_all
from summarize.read.duplicates import merge_copies

if TYPE_CHECKING:
    from summarize.extract.llm.engine import LLMEngine


@dataclass(frozen=True, slots=True)
class Reader:
    """The engine of a run, and a model that can word sentences where there is one.

    `name` changes with whatever makes it read an article otherwise. Of what it reads only what the
    engine called `wanted` found is kept: what was read in place of a model is read again.
    """

    engine: Engine
    model: "LLMEngine | None"
    name: str
    wanted: str


class StoryTeller:
    """Tells stories of a store through one engine, at the time of one run."""

    def __init__(self, store: Store, reader: Reader, teller: Teller, stamp: Stamp) -> None:
        """Take where stories are kept, who reads them, who merges them, and for which run."""
        self._store = store
        self._reader = reader
        self._teller = teller
        self._stamp = stamp
        self.usage = Usage()

    def tell(self, state: StoryState, watch: Callable[[str], None]) -> StoryUpdate:
        """Return the story as it stands, beside how it was told last; `watch` is told of articles.

        Its `diff` has no changes where nothing is new.
        """
        edition = hashlib.sha256(f"{state.fingerprint} {self._reader.name}".encode()).hexdigest()
        brief = self._store.brief(state.id, edition)
        if brief is None:
            brief = self._make_brief(state.id, watch)
            self._store.keep_brief(state.id, edition, brief, *self._stamp)
        last = self._store.told_brief(state.id)
        return StoryUpdate(
            story_id=state.id,
            brief=brief,
            diff=self._compare(state.id, last[1], brief) if last else None,
            last_told=last[0] if last else None,
        )

    def _compare(self, story_id: str, last: Brief, brief: Brief) -> Diff:
        """Compare two tellings.

        What went to another story with its articles has not gone quiet, and what was told of a
        story that merged into this one is not new.
        """
        diff = compare_briefs(last, brief)
        kept = {one.id for one in brief.articles}
        gone = [one.id for one in last.articles if one.id not in kept]
        moved = self._store.moved_from(story_id, gone) if gone else frozenset[str]()
        changes = [one for one in diff.changes if not _is_told_elsewhere(one, moved)]
        for former in self._find_merged(story_id):
            there = {_key_of(one) for one in compare_briefs(former, brief).changes if _is_new(one)}
            changes = [one for one in changes if not _is_new(one) or _key_of(one) in there]
        return diff.model_copy(update={"changes": tuple(changes)})

    def _find_merged(self, story_id: str) -> Iterator[Brief]:
        """Yield how the stories were told last that merged into this one since the last digest."""
        for change in self._store.untold_changes():
            if change.kind == "merged" and change.other_id == story_id:
                told = self._store.told_brief(change.story_id)
                if told is not None:
                    yield told[1]

    def _make_brief(self, story_id: str, watch: Callable[[str], None]) -> Brief:
        stored = self._store.story_articles(story_id)
        articles = merge_copies(one.article for one in stored)
        extractions = self._extract(articles, watch)
        brief = self._teller.merge(articles, extractions, model=self._reader.model)
        self.usage += brief.usage
        return brief

    def _extract(
        self, articles: Sequence[Article], watch: Callable[[str], None]
    ) -> Iterator[Extraction]:
        """Yield the extraction of each article, read only where it is not kept.

        One that is kept cost nothing in this run.
        """
        found = self._store.extractions([one.id for one in articles], self._reader.name)
        kept = {key: one.model_copy(update={"usage": Usage()}) for key, one in found.items()}
        unread = [one for one in articles if one.id not in kept]
        fresh = extract_all(unread, self._reader.engine, lambda now: watch(now.source))
        for article, extraction in zip(unread, fresh, strict=True):
            kept[article.id] = extraction
            if extraction.engine == self._reader.wanted:
                self._store.keep_extraction(extraction, self._reader.name, self._stamp.now)
        yield from (kept[one.id] for one in articles)


def _is_told_elsewhere(change: Change, moved: frozenset[str]) -> bool:
    told_by = {one.article_id for one in change.evidence_before}
    return change.kind == "gone quiet" and bool(told_by) and told_by <= moved


def _is_new(change: Change) -> bool:
    return change.kind == "new"


def _key_of(change: Change) -> tuple[str, str | None]:
    return change.item, change.new_id
