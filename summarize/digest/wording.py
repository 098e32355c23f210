"""A run in one line, as logs and lists have it."""

from collections.abc import Iterator, Sequence

from summarize.digest.compose import Findings
from summarize.digest.deliver.queue import Handover
from summarize.digest.gather import Gathered
from summarize.digest.model import StoryUpdate
from summarize.render.wording import say_count


def say_run(head: str, gathered: Gathered, found: Findings, handovers: Sequence[Handover]) -> str:
    """Say what a run found and what it could not do; `head` is its digest's id, or its outcome."""
    told = _say_told(found.told)
    first = f"{head}: {told}" if told else head
    rest = (*_say_rest(gathered, found), *_say_handovers(handovers, bool(told)))
    return "; ".join((first, *rest))


def _say_told(told: Sequence[StoryUpdate]) -> str:
    first = sum(one.diff is None for one in told)
    parts = [say_count(first, "new story", "new stories")] if first else []
    again = len(told) - first
    parts += [say_count(again, "story with news", "stories with news")] if again else []
    return " and ".join(parts)


def _say_rest(gathered: Gathered, found: Findings) -> Iterator[str]:
    if gathered.new:
        yield say_count(gathered.new, "new article")
    if gathered.corrected:
        yield f"{gathered.corrected} corrected"
    if found.held_back:
        yield f"{say_count(len(found.held_back), 'story', 'stories')} held back"
    if gathered.unread:
        yield f"{len(gathered.unread)} could not be read"


def _say_handovers(handovers: Sequence[Handover], is_told: bool) -> Iterator[str]:
    """Say what did not arrive; and what did, where it is of an earlier run."""
    kinds = [("pending", "to be tried again"), ("given up", "given up")]
    if not is_told:
        kinds.insert(0, ("delivered", "made up for"))
    for state, words in kinds:
        count = sum(one.state == state for one in handovers)
        if count:
            yield f"{say_count(count, 'delivery', 'deliveries')} {words}"
