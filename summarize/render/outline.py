"""The shape of a page: what every page format prints, before any of them says how it looks.

Strings here are raw: they hold article text, and each renderer escapes every one of them.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quote:
    """A source's own words, and where they stand.

    `anchor` is that of the article on this page, `url` its address; empty where there is none.
    `language` is ISO 639-1, empty for English.
    """

    text: str
    source: str
    anchor: str = ""
    url: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a section: a label before it, a note behind it, quotes and parts under it.

    `anchor` is a name by which other entries point here ("source-1", "article-2"), `url` is the
    address of what `text` names; both serve pages that can link.
    """

    text: str
    label: str = ""
    note: str = ""
    quotes: tuple[Quote, ...] = ()
    parts: "tuple[Item, ...]" = ()
    anchor: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Entries, or rows under `columns`, below a heading. One that `is_whole` is never cut short."""

    heading: str
    note: str
    items: tuple[Item, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """A brief as a reader meets it."""

    title: str
    dateline: str
    summary: tuple[str, ...]
    sections: tuple[Section, ...]
