"""What the grouping is given, and what it hands back."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from summarize.digest.model import StoryChange
from summarize.digest.stories.signature import Signature


@dataclass(frozen=True, slots=True)
class Item:
    """An article to group. `ref` is what the caller knows it by; `story_id` is None for a new one.

    `day` is the day of publication. Where `is_dated` is false it is the day on which the article
    was found, which tells nothing of its story: it is near to any other.
    """

    ref: int
    day: dt.date
    signature: Signature
    story_id: str | None
    is_dated: bool = True


@dataclass(frozen=True, slots=True)
class Grouping:
    """The story of each article that is new or has moved, and which stories merged or were split.

    An id in `homes` that no item had is a new story.
    """

    homes: Mapping[int, str]
    changes: tuple[StoryChange, ...]
