"""What a run found, composed into the digest that readers get."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from summarize.digest.config import Config
from summarize.digest.gather import Gathered
from summarize.digest.model import Digest, QuietStory, StoryUpdate
from summarize.digest.store.records import StoryState, ToldStory
from summarize.digest.store.store import Store
from summarize.model import LeftOut, Usage


@dataclass
class Findings:
    """What a run has for its digest: stories with something new, and those held back, with reasons.

    `fingerprints` are those of the stories told, by their ids. `unchanged` are stories whose new
    articles say what was told before.
    """

    told: list[StoryUpdate] = field(default_factory=list)
    fingerprints: dict[str, str] = field(default_factory=dict)
    held_back: list[tuple[StoryState, str]] = field(default_factory=list)
    unchanged: list[StoryState] = field(default_factory=list)
    usage: Usage = field(default_factory=Usage)

    @property
    def settled(self) -> dict[str, str]:
        """The fingerprints of the stories that are not told until they have other articles."""
        states = [*(state for state, _ in self.held_back), *self.unchanged]
        return {state.id: state.fingerprint for state in states}


def compose_digest(
    config: Config, store: Store, gathered: Gathered, found: Findings, now: dt.datetime
) -> Digest:
    """Return the digest of a run that has something to tell; nothing of it is kept yet."""
    last = store.last_digest()
    told = {one.story_id for one in found.told}
    return Digest(
        id=store.free_digest_id(config.day_of(now)),
        title=config.title,
        created=now,
        last=last.created if last else None,
        stories=tuple(found.told),
        quiet=tuple(
            _quiet(story, now.date(), config.stories.window_days)
            for story in store.told_stories()
            if last and story.digest_id == last.id and story.story_id not in told
        ),
        changes=store.untold_changes(),
        held_back=(*store.untold_left_out(), *_name_held_back(store, found.held_back)),
        unread=tuple(dict.fromkeys((*store.untold_unread(), *gathered.unread))),
        usage=found.usage,
        warnings=tuple(_warnings(found.told)),
    )


def _name_held_back(store: Store, held_back: Sequence[tuple[StoryState, str]]) -> Iterator[LeftOut]:
    """Yield the stories held back, each by its id and the title of its first article."""
    first = store.articles_by_ref([state.refs[0] for state, _ in held_back])
    titles = {one.ref: one.article.title for one in first}
    for state, reason in held_back:
        title = titles.get(state.refs[0])
        yield LeftOut(article=f"{state.id}: {title}" if title else state.id, reason=reason)


def _quiet(story: ToldStory, today: dt.date, window_days: int) -> QuietStory:
    """Return a story of the last digest of which this one has nothing."""
    return QuietStory(
        story_id=story.story_id,
        title=story.title,
        last_told=story.digest_id,
        is_over=(today - story.newest).days > window_days,
    )


def _warnings(told: Iterable[StoryUpdate]) -> Iterator[str]:
    """Yield what the briefs warn of, each once: an outage is one matter, not one a story."""
    yield from dict.fromkeys(warning for one in told for warning in one.brief.warnings)
