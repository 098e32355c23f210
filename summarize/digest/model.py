"""The words of a digest: what a run found, what it tells, and where the telling went."""

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field

from summarize.model import Brief, Diff, LeftOut, Model, Usage

Outcome = Literal["new", "nothing new", "could not fetch", "failed", "interrupted"]
"""How a run ended. `could not fetch`: nothing new came, and a source did not answer, so that
nobody knows whether there is any. `failed`: the run itself broke off. `interrupted`: it was killed.
"""

SUCCESSES: frozenset[Outcome] = frozenset({"new", "nothing new"})
"""Outcomes of a run that did all that it was to do."""

Stage = Literal["read", "group", "brief", "compose", "deliver"]
"""Where a run is."""

StoryChangeKind = Literal["merged", "split"]


class StoryUpdate(Model):
    """A story that the digest tells: its brief, and what that has which the last one had not.

    `diff` is None where no digest has told the story before; `last_told` is that digest's id.
    """

    story_id: str
    brief: Brief
    diff: Diff | None
    last_told: str | None


class QuietStory(Model):
    """A story of the last digest that tells nothing new in this one, and the digest that told it.

    `is_over` is true where its window has passed: later articles make a story of their own.
    """

    story_id: str
    title: str
    last_told: str
    is_over: bool


class StoryChange(Model):
    """Two stories that turned out to be one, or one that turned out to be two.

    Merged: `story_id` went on in `other_id`. Split: articles of `story_id` went to `other_id`.
    """

    kind: StoryChangeKind
    story_id: str
    other_id: str
    articles: Annotated[int, Field(ge=1)]


class Trouble(Model):
    """A source, or one page of it, that could not be read, with the reason."""

    source: str
    problem: str


class Digest(Model):
    """What is new in the stories of all sources since the last digest.

    `id` is the day of `created`, with a number where the day has several. `held_back` are stories
    and articles that are not told, each with its reason; `unread` is what could not be read, so
    that a silent source is not taken for one without news.
    """

    id: str
    title: str
    created: dt.datetime
    last: dt.datetime | None
    stories: tuple[StoryUpdate, ...]
    quiet: tuple[QuietStory, ...]
    changes: tuple[StoryChange, ...]
    held_back: tuple[LeftOut, ...]
    unread: tuple[Trouble, ...]
    usage: Usage
    warnings: tuple[str, ...]
