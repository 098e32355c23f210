"""Digests made by hand out of small stories, as a run would make them."""

import datetime as dt
from collections.abc import Iterable

from summarize.diff import compare_briefs
from summarize.digest.deliver.port import Package
from summarize.digest.model import Digest, QuietStory, StoryChange, StoryUpdate, Trouble
from summarize.digest.pages.feed import FeedEntry
from summarize.model import Brief, LeftOut, Usage
from tests.samples import BRIEF
from tests.stories import DAM, FERRY, merge_story

MORNING = dt.datetime(2025, 5, 2, 7, 0, tzinfo=dt.UTC)
YESTERDAY = MORNING - dt.timedelta(days=1)
UID = "6f1c2d3e-4a5b-4c6d-8e7f-901234567890"

FERRY_NEXT_DAY = FERRY | {
    "argus": FERRY["argus"].replace("240 passengers", "260 passengers"),
    "delta": (
        "Harbour master Mara Lind denied that oil had leaked from a tank of the Aurora. Two crew "
        "members of the ferry were hurt on the Sorrel rocks, the Port Elin hospital said."
    ),
}

FIRST_FERRY = merge_story(FERRY)
FERRY_UPDATE = StoryUpdate(
    story_id="s0ferry",
    brief=merge_story(FERRY_NEXT_DAY),
    diff=compare_briefs(FIRST_FERRY, merge_story(FERRY_NEXT_DAY)),
    last_told="2025-05-01",
)
DAM_UPDATE = StoryUpdate(story_id="s1dam", brief=merge_story(DAM), diff=None, last_told=None)
WHOLE_UPDATE = StoryUpdate(story_id="s2whole", brief=BRIEF, diff=None, last_told=None)


def make_digest(stories: Iterable[StoryUpdate] = (), **changes: object) -> Digest:
    """Make a digest in which all is well; `changes` say what is not."""
    plain: dict[str, object] = {
        "id": "2025-05-02",
        "title": "Harbour desk",
        "created": MORNING,
        "last": YESTERDAY,
        "stories": tuple(stories),
        "quiet": (),
        "changes": (),
        "held_back": (),
        "unread": (),
        "usage": Usage(),
        "warnings": (),
    }
    return Digest.model_validate(plain | changes)


DIGEST = make_digest(
    (FERRY_UPDATE, DAM_UPDATE, WHOLE_UPDATE),
    quiet=(
        QuietStory(
            story_id="s3fair",
            title="The book fair of Orlik opens late",
            last_told="2025-05-01",
            is_over=False,
        ),
        QuietStory(
            story_id="s4vote",
            title="Brunia votes on its water law",
            last_told="2025-05-01",
            is_over=True,
        ),
    ),
    changes=(
        StoryChange(kind="merged", story_id="s9rocks", other_id="s0ferry", articles=2),
        StoryChange(kind="split", story_id="s1dam", other_id="s3fair", articles=1),
    ),
    held_back=(LeftOut(article="A fire in Verania", reason="one outlet, and two are wanted"),),
    unread=(Trouble(source="https://courier.example/feed", problem="no answer in 20 seconds"),),
    usage=Usage(calls=12, prompt_tokens=23_400, completion_tokens=3_100, cached=4),
    warnings=("s1dam: one article has no date",),
)
"""A digest in which every field is filled."""


def retitle(brief: Brief, title: str) -> Brief:
    """Return the brief under another title."""
    return brief.model_copy(update={"title": title})


def make_entry(
    story: StoryUpdate, digest: Digest, published: dt.datetime | None = None
) -> FeedEntry:
    """Make the entry of a story as a digest tells it; `published` where that is not new."""
    return FeedEntry(
        story.story_id, digest.id, published or digest.created, digest.created, story.brief
    )


def make_package(digest: Digest = DIGEST, *earlier: FeedEntry, key: str = "") -> Package:
    """Wrap a digest as a run would; `earlier` are entries of earlier digests."""
    entries = (*(make_entry(one, digest) for one in digest.stories), *earlier)
    return Package(digest, key or f"{UID}:{digest.id}", entries, UID)


def with_titles(digest: Digest, title: str) -> Digest:
    """Put one title everywhere, as a hostile feed would."""
    stories = tuple(
        one.model_copy(update={"brief": retitle(one.brief, title)}) for one in digest.stories
    )
    return digest.model_copy(update={"title": title, "stories": stories})


def crowd(number: int) -> Digest:
    """Make a digest of so many stories."""
    return make_digest(
        FERRY_UPDATE.model_copy(
            update={"story_id": f"s{n:04}", "brief": retitle(FERRY_UPDATE.brief, f"Story {n}")}
        )
        for n in range(number)
    )
