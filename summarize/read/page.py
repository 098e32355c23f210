"""What a format gives to cleaning, and what cleaning gives back: text with what is known of it."""

import datetime as dt
from dataclasses import dataclass, field

from summarize.model import Removed
from summarize.read.body import Layout


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a source states about its article; None and () where it states nothing."""

    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: dt.date | None = None
    url: str | None = None
    original_source: str | None = None

    def or_else(self, other: "Metadata") -> "Metadata":
        """Fill what is unknown here from `other`."""
        return Metadata(
            title=self.title or other.title,
            outlet=self.outlet or other.outlet,
            authors=self.authors or other.authors,
            published=self.published or other.published,
            url=self.url or other.url,
            original_source=self.original_source or other.original_source,
        )


@dataclass(frozen=True, slots=True)
class Page:
    """An article on its way: `text` is all of it before cleaning, the body after."""

    text: str
    metadata: Metadata = field(default_factory=Metadata)
    removed: tuple[Removed, ...] = ()
    layout: Layout = "pasted"
    warnings: tuple[str, ...] = ()
