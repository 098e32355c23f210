"""The steps of the grouping: weigh the words, find what is alike, join it, take apart, name."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from summarize.digest.model import StoryChange
from summarize.digest.stories.clusters import Cluster, make_cluster
from summarize.digest.stories.copies import SAME_WORDS, Copies
from summarize.digest.stories.identity import Names
from summarize.digest.stories.items import Grouping, Item
from summarize.digest.stories.linking import Linker, Merger
from summarize.digest.stories.neighbours import Pair, find_close, find_pairs
from summarize.digest.stories.splitting import split_cluster
from summarize.digest.stories.window import Window, make_window


@dataclass(frozen=True)
class _Story:
    """A group of articles with its id, and the known story out of which it was split."""

    story_id: str
    members: tuple[int, ...]
    split_from: str | None = None


def arrange_items(items: Sequence[Item], window_days: int) -> Grouping:
    """Group items, each of another ref, in the order in which places are counted.

    At least one of them is new.
    """
    window = make_window(
        [item.signature for item in items],
        [item.day.toordinal() if item.is_dated else None for item in items],
    )
    new = [place for place, item in enumerate(items) if item.story_id is None]
    pairs = list(find_pairs(window, new))
    linker = Linker(list(_begin(items, window, pairs, window_days)), window_days)
    names = Names(item.story_id for item in items if item.story_id is not None)
    stories: list[_Story] = []
    for cluster in linker.link(pairs):
        if cluster.story is None:
            stories += _name([cluster], None, items, names)
        elif any(items[place].story_id != cluster.story for place in cluster.members):
            parts = split_cluster(window, cluster, window_days)
            stories += _name(parts, cluster.story, items, names)
    return Grouping(
        homes={
            items[place].ref: story.story_id
            for story in stories
            for place in story.members
            if items[place].story_id != story.story_id
        },
        changes=(*_tell_mergers(linker.mergers), *_tell_splits(stories, items)),
    )


def _begin(
    items: Sequence[Item], window: Window, pairs: Sequence[Pair], window_days: int
) -> Iterator[Cluster]:
    """Yield each new article, copies together, and each known story that one of them is like."""
    stories = [item.story_id for item in items]
    met = {stories[pair.second] for pair in pairs}
    new = [place for place, story in enumerate(stories) if story is None]
    known: dict[str, list[int]] = {}
    for place, story in enumerate(stories):
        if story is not None and story in met:
            known.setdefault(story, []).append(place)
    copies = Copies(stories)
    within = (pair for places in known.values() for pair in find_close(window, places, SAME_WORDS))
    copies.gather(window, chain(pairs, within), window_days)
    voices_of = copies.voices_of(chain(new, *known.values()))
    for story, voices in voices_of.items():
        if story is None:
            yield from (make_cluster(window, [voice]) for voice in voices)
        else:
            yield make_cluster(window, voices, story)


def _name(
    parts: Sequence[Cluster], known: str | None, items: Sequence[Item], names: Names
) -> Iterator[_Story]:
    """Name the parts of a group: a known story keeps its id in the first, others get a new one."""
    for number, part in enumerate(parts):
        if part.story is not None:
            yield _Story(part.story, part.members)
        else:
            name = names.give(items[part.head])
            yield _Story(name, part.members, known if number else None)


def _tell_mergers(mergers: Iterable[Merger]) -> Iterator[StoryChange]:
    """Say which known stories went on in which, at the end of all mergers."""
    ends: Mapping[str, str] = {merger.story: merger.into for merger in mergers}
    for merger in mergers:
        into = merger.into
        while into in ends:
            into = ends[into]
        yield StoryChange(
            kind="merged", story_id=merger.story, other_id=into, articles=merger.articles
        )


def _tell_splits(stories: Iterable[_Story], items: Sequence[Item]) -> Iterator[StoryChange]:
    """Say out of which known stories articles went to one of their own."""
    for story in stories:
        gone = [place for place in story.members if items[place].story_id is not None]
        if story.split_from is not None and gone:
            yield StoryChange(
                kind="split",
                story_id=story.split_from,
                other_id=story.story_id,
                articles=len(gone),
            )
