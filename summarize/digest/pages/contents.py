"""The page that lists the digests of a folder."""

import datetime as dt
from collections.abc import Sequence

from summarize.digest.model import Digest
from summarize.digest.pages.outline import say_moment, say_stories
from summarize.model import Model
from summarize.render.frame import frame_page
from summarize.render.markup import make
from summarize.render.wording import say_count


class Listed(Model):
    """What a list says of a digest, and the key by which it was handed over."""

    id: str
    key: str
    title: str
    created: dt.datetime
    stories: int
    unread: int

    @classmethod
    def of(cls, digest: Digest, key: str) -> "Listed":
        """Return what a list says of this digest."""
        return cls(
            id=digest.id,
            key=key,
            title=digest.title,
            created=digest.created,
            stories=len(digest.stories),
            unread=len(digest.unread),
        )


def render_contents(listed: Sequence[Listed]) -> str:
    """Write the list; the page has the title of the first one, which is the newest."""
    title = listed[0].title if listed else "Digests"
    items = (
        make(
            "li",
            make("a", f"{one.title}, {say_moment(one.created)}", href=f"{one.id}/index.html"),
            " ",
            make("span", f"— {_say_size(one)}", class_="note"),
        )
        for one in listed
    )
    feed = make("p", make("a", "Feed of the stories (Atom)", href="feed.xml"))
    return frame_page(
        title, make("header", make("h1", title, dir="auto")), make("main", make("ul", *items), feed)
    )


def _say_size(one: Listed) -> str:
    unread = f", {say_count(one.unread, 'source')} could not be read" if one.unread else ""
    return say_stories(one.stories) + unread
