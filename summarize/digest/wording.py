"""A run in one line, as logs and lists have it."""

from collections.abc import Iterator, Sequence

from summarize.digest.compose import Findings
from summarize.digest.deliver.queue import Handover
from summarize.digest.gather import Gathered
from summarize.digest.model import StoryUpdate


def say_run(head: str, gathered: Gathered, found: Findings, undelivered: Sequence[Handover]) -> str:
    """Say what a run found and what it could not do; `head` is its digest's id, or its outcome."""
    told = _say_told(found.told)
    return "; ".join(
        [f"{head}: {told}" if told else head, *_say_rest(gathered, found, undelivered)]
    )


def _say_told(told: Sequence[StoryUpdate]) -> str:
    first = sum(one.diff is None for one in told)
    parts = [_count(first, "new story", "new stories")] if first else []
    again = len(told) - first
    parts += [_count(again, "story with news", "stories with news")] if again else []
    return " and ".join(parts)


def _say_rest(
    gathered: Gathered, found: Findings, undelivered: Sequence[Handover]
) -> Iterator[str]:
    if gathered.new:
        yield _count(gathered.new, "new article", "new articles")
    if gathered.corrected:
        yield f"{gathered.corrected} corrected"
    if found.held_back:
        yield f"{_count(len(found.held_back), 'story', 'stories')} held back"
    if gathered.unread:
        yield f"{len(gathered.unread)} could not be read"
    waiting = sum(one.state == "pending" for one in undelivered)
    if waiting:
        yield f"{_count(waiting, 'delivery', 'deliveries')} to be tried again"
    if len(undelivered) > waiting:
        yield f"{_count(len(undelivered) - waiting, 'delivery', 'deliveries')} given up"


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
