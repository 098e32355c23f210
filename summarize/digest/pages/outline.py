"""What a reader is shown of a digest, and in which order.

First what could not be read, so that a silent source is not taken for one without news; then the
stories in a line each, then each story in full; last what is not told, and why.
"""

import datetime as dt
from collections import Counter
from dataclasses import dataclass, replace
from typing import get_args

from summarize.digest.model import Digest, QuietStory, StoryChange, StoryUpdate
from summarize.language.calendar import say_date
from summarize.model import ChangeKind, Diff, Usage
from summarize.render.outline import Item, Outline, Section
from summarize.render.sections import outline_brief
from summarize.render.wording import say_count

_SHOWN = ("CONTESTED", "FIGURES", "NOT KNOWN", "SOURCES", "ARTICLES", "WARNINGS")
"""Of a brief's sections those that a digest shows; the brief's own page has all of them."""

CUT = "Cut to titles, changes and summaries: the whole digest is larger than a mail may be."


@dataclass(frozen=True, slots=True)
class StoryOutline:
    """A story as a digest tells it: what is new of it, then the brief.

    `change` is all of what is new in a few words ("2 new, 1 revised").
    """

    story_id: str
    number: int
    change: str
    news: Section
    brief: Outline


@dataclass(frozen=True, slots=True)
class DigestOutline:
    """A digest as a reader meets it.

    `head` has its title, its dateline, what is to be said where no story is told, and what could
    not be read; `contents` lists the stories; `tail` is what stands behind them. Only sections
    that have entries are there.
    """

    head: Outline
    contents: tuple[Section, ...]
    stories: tuple[StoryOutline, ...]
    tail: tuple[Section, ...]


def outline_digest(digest: Digest, is_short: bool = False) -> DigestOutline:
    """Lay out a digest; a short one ends each story with its summary."""
    stories = tuple(
        _outline_story(number, story, is_short)
        for number, story in enumerate(digest.stories, start=1)
    )
    tail = (
        _list_quiet(digest.quiet),
        _list_changes(digest),
        _list_held_back(digest),
        Section("WARNINGS", "", tuple(Item(one, "-") for one in digest.warnings)),
        Section("COST", "", (Item(_say_cost(digest.usage), "-"),)),
    )
    return DigestOutline(
        head=Outline(
            title=digest.title,
            dateline=_say_dateline(digest),
            summary=tuple(filter(None, [_say_lead(digest), CUT if is_short else ""])),
            sections=_with_entries(_list_unread(digest)),
        ),
        contents=_with_entries(_list_stories(stories)),
        stories=stories,
        tail=_with_entries(*tail),
    )


def _with_entries(*sections: Section) -> tuple[Section, ...]:
    return tuple(one for one in sections if one.items)


def say_moment(moment: dt.datetime) -> str:
    """Say a time in its own zone: "26 April 2025, 07:00 UTC"."""
    return f"{say_date(moment.date().isoformat())}, {moment:%H:%M} {moment.tzname() or ''}".strip()


def say_stories(number: int) -> str:
    """Say how many stories there are: "no story", "1 story", "5 stories"."""
    return say_count(number, "story", "stories") if number else "no story"


def say_change(story: StoryUpdate) -> str:
    """Say in a few words what is new: "2 new, 1 revised"."""
    if story.diff is None:
        return "told for the first time"
    counted = Counter(change.kind for change in story.diff.changes)
    kinds: tuple[ChangeKind, ...] = get_args(ChangeKind)
    told = [f"{counted[kind]} {kind}" for kind in kinds if counted[kind]]
    return ", ".join(told) or f"told as before{_say_articles(story.diff)}"


def _say_articles(diff: Diff) -> str:
    counted = Counter(one.status for one in diff.articles)
    statuses = [
        say_count(counted[one], f"{one} article") for one in ("new", "revised") if counted[one]
    ]
    return f", from {' and '.join(statuses)}" if statuses else ""


def _say_dateline(digest: Digest) -> str:
    since = f"since {say_moment(digest.last)}" if digest.last else "the first digest"
    return " · ".join([say_moment(digest.created), since, say_stories(len(digest.stories))])


def _say_lead(digest: Digest) -> str:
    """Say what an empty page means, since it may mean two things."""
    if digest.stories:
        return ""
    if digest.unread:
        return "No story is told, and not every source could be read: there may be news."
    return "No story has anything new. Every source could be read."


def _list_unread(digest: Digest) -> Section:
    items = tuple(Item(f"{one.source}: {one.problem}", "-") for one in digest.unread)
    note = "what these have to tell is not in this digest"
    return Section("COULD NOT BE READ", note, items, is_whole=True)


def _list_stories(stories: tuple[StoryOutline, ...]) -> Section:
    items = tuple(Item(one.brief.title, str(one.number), one.change) for one in stories)
    return Section("STORIES", "each with its kinds of change", items, is_whole=True)


def _outline_story(number: int, story: StoryUpdate, is_short: bool) -> StoryOutline:
    brief, news = outline_brief(story.brief), _list_news(story)
    shown = tuple(one for one in brief.sections if one.heading in _SHOWN)
    if is_short:
        bare = tuple(replace(item, quotes=(), parts=()) for item in news.items)
        news, shown = replace(news, items=bare), ()
    return StoryOutline(
        story.story_id, number, say_change(story), news, replace(brief, sections=shown)
    )


def _list_news(story: StoryUpdate) -> Section:
    """List the changes since the story was last told, each by its kind."""
    # Imported here: what compares two briefs is a third of the start of a run without news.
    from summarize.diff.rendering import outline_diff

    heading = "WHAT IS NEW"
    if story.diff is None:
        return Section(heading, "told for the first time")
    since = f"since the digest {story.last_told}" if story.last_told else ""
    items = tuple(
        replace(item, label=section.heading.lower())
        for section in outline_diff(story.diff).sections
        for item in section.items
    )
    return Section(heading, since if items else f"{say_change(story)}, {since}", items)


def _list_quiet(quiet: tuple[QuietStory, ...]) -> Section:
    items = tuple(
        Item(
            one.title,
            "-",
            f"last told in the digest {one.last_told}"
            + ("; over: later articles make a story of their own" if one.is_over else ""),
        )
        for one in quiet
    )
    return Section("GONE QUIET", "told in the last digest, with nothing new in this one", items)


def _list_changes(digest: Digest) -> Section:
    titles = {one.story_id: one.brief.title for one in digest.stories}
    titles |= {one.story_id: one.title for one in digest.quiet}
    items = tuple(Item(_say_story_change(one, titles), one.kind) for one in digest.changes)
    return Section("MERGED AND SPLIT", "stories that turned out to be one, or two", items)


def _say_story_change(change: StoryChange, titles: dict[str, str]) -> str:
    one, other = (
        f"“{titles[id_]}” ({id_})" if id_ in titles else f"story {id_}"
        for id_ in (change.story_id, change.other_id)
    )
    articles = say_count(change.articles, "article")
    if change.kind == "merged":
        return f"{one} goes on in {other}, which got its {articles}"
    return f"{articles} of {one} went to {other}"


def _list_held_back(digest: Digest) -> Section:
    items = tuple(Item(one.article, "-", one.reason) for one in digest.held_back)
    return Section("HELD BACK", "read, and not told", items)


def _say_cost(usage: Usage) -> str:
    if not usage.calls and not usage.cached:
        return "no language model was asked"
    cached = f"; {say_count(usage.cached, 'answer')} out of the cache" if usage.cached else ""
    return (
        f"{say_count(usage.calls, 'call')} of a language model, "
        f"{say_count(usage.prompt_tokens, 'prompt token')}, "
        f"{say_count(usage.completion_tokens, 'completion token')}{cached}"
    )
