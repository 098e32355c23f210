"""Which stories a digest tells, and why the others are held back."""

from collections.abc import Iterable
from dataclasses import dataclass

from summarize.digest.config import StoriesTable
from summarize.digest.model import StoryUpdate
from summarize.digest.store.records import StoryState
from summarize.render.wording import say_count


@dataclass(frozen=True, slots=True)
class Choice:
    """Stories to be told, the weightiest first, and those that are not, each with the reason."""

    told: tuple[StoryState, ...]
    held_back: tuple[tuple[StoryState, str], ...]


def choose_stories(states: Iterable[StoryState], rules: StoriesTable) -> Choice:
    """Choose by how many outlets report a story, then by its newest article.

    A story that was told before is told again whatever its outlets: its readers wait for it.
    """
    told: list[StoryState] = []
    held_back: list[tuple[StoryState, str]] = []
    for state in sorted(states, key=_by_weight):
        if len(state.outlets) < rules.least_outlets and state.told_in is None:
            held_back.append((state, _say_few(len(state.outlets), "outlet", rules.least_outlets)))
        elif len(told) == rules.most:
            most = say_count(rules.most, "story", "stories")
            held_back.append((state, f"past the {most} that a digest tells"))
        else:
            told.append(state)
    return Choice(tuple(told), tuple(held_back))


def lacks_origins(update: StoryUpdate, rules: StoriesTable) -> str | None:
    """Say why a brief has too few independent origins to be told, or None."""
    origins = len(update.brief.origins)
    if origins >= rules.least_origins or update.last_told is not None:
        return None
    return _say_few(origins, "independent origin", rules.least_origins)


def _by_weight(state: StoryState) -> tuple[int, int, str]:
    return -len(state.outlets), -state.newest.toordinal(), state.id


def _say_few(count: int, what: str, wanted: int) -> str:
    return f"{say_count(count, what)}, and a story needs {wanted}"
