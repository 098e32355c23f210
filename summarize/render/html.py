"""The brief as a web page that stands alone: HTML with its style in it, and nothing else."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from summarize.model import Brief
from summarize.render.frame import frame_page
from summarize.render.markup import Node, link_address, make, make_link
from summarize.render.outline import Item, Outline, Quote, Section
from summarize.render.sections import outline_brief

_CITATION_AT_END = re.compile(r" ((?:\[\d+\])+)(\W?)$")
_CITATION = re.compile(r"(?:\[\d+\])+")
_NUMBER = re.compile(r"\d+")


def render_html(brief: Brief) -> str:
    """Write the whole brief; what it cites can be followed to the quote and back."""
    outline = outline_brief(brief)
    writer = HtmlWriter.of(outline.sections)
    main = make("main", writer.write_summary(outline), *writer.write_sections(outline.sections))
    return frame_page(outline.title, write_head(outline), main)


def write_head(outline: Outline) -> ET.Element:
    """Write title and dateline of a page."""
    return make(
        "header",
        make("h1", outline.title, dir="auto"),
        make("p", outline.dateline, class_="dateline"),
    )


@dataclass(slots=True)
class HtmlWriter:
    """Writes the parts of one outline.

    `prefix` tells the anchors of several outlines on one page apart, `level` is that of a section's
    heading. Only what is among `anchors` is linked: none, where a page may not link into itself.
    """

    anchors: frozenset[str] = frozenset()
    prefix: str = ""
    level: int = 2
    _cited: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, sections: Sequence[Section], prefix: str = "", level: int = 2) -> "HtmlWriter":
        """Return one that links to all that these sections have an anchor for."""
        anchors = (item.anchor for section in sections for item in section.items)
        return cls(frozenset(filter(None, anchors)), prefix, level)

    def write_summary(self, outline: Outline) -> ET.Element:
        """Write the summary; the first mention of a number is what its source leads back to."""
        parts: list[Node] = []
        for sentence in outline.summary:
            found = _CITATION_AT_END.search(sentence)
            words = sentence[: found.start()] if found else sentence
            parts += ["" if not parts else " ", words]
            if found:
                parts += [" ", self._cite(found[1], is_summary=True), found[2]]
        return make("section", make("p", *parts), class_="summary", aria_label="Summary")

    def write_sections(self, sections: Sequence[Section]) -> Iterator[ET.Element]:
        """Write each section under its heading."""
        return (self.write_section(section) for section in sections)

    def write_section(self, section: Section, class_: str = "") -> ET.Element:
        """Write a heading, a note, and a table or a list."""
        return make(
            "section",
            make(f"h{self.level}", section.heading.capitalize()),
            make("p", section.note, class_="note") if section.note else None,
            _write_table(section) if section.rows else None,
            self.write_items(section.items) if section.items else None,
            class_=class_,
        )

    def write_items(self, items: Sequence[Item]) -> ET.Element:
        """Write a list, each entry with its quotes and parts below it."""
        return make("ul", *map(self._write_item, items), class_="entries")

    def _write_item(self, item: Item) -> ET.Element:
        return make(
            "li",
            *self._write_label(item),
            make_link(item.url, item.text) if item.url else item.text,
            *self._write_note(item.note),
            *map(self._write_quote, item.quotes),
            self.write_items(item.parts) if item.parts else None,
            id=self._name(item.anchor),
        )

    def _write_label(self, item: Item) -> Iterator[Node]:
        if item.label in ("", "-"):
            return
        label: Node = item.label
        kind, _, number = item.anchor.partition("-")
        if kind == "source" and number in self._cited:
            back = f"#{self.prefix}cite-{number}"
            label = make("a", item.label, href=back, role="doc-backlink", title="Where it is cited")
        elif _CITATION.fullmatch(item.label):
            label = self._cite(item.label)
        yield make("span", label, class_="label")
        yield " "

    def _write_note(self, note: str) -> Iterator[Node]:
        if note:
            yield " "
            is_citation = _CITATION.fullmatch(note)
            yield make("span", "— ", self._cite(note) if is_citation else note, class_="note")

    def _write_quote(self, quote: Quote) -> ET.Element:
        article = self._name(quote.anchor)
        source = make("a", quote.source, href=f"#{article}") if article else quote.source
        address, language = link_address(quote.url), quote.language
        words = make("blockquote", make("p", quote.text), cite=address, dir="auto", lang=language)
        return make("figure", words, make("figcaption", "— ", source) if quote.source else None)

    def _cite(self, numbers: str, is_summary: bool = False) -> ET.Element:
        """Link the numbers of "[1][2]" to their sources."""
        parts: list[Node] = []
        for number in _NUMBER.findall(numbers):
            name = self._name(f"source-{number}")
            link = make("a", f"[{number}]", href=f"#{name}", role="doc-noteref") if name else None
            if link is not None and is_summary and number not in self._cited:
                self._cited.add(number)
                link.set("id", f"{self.prefix}cite-{number}")
            parts.append(f"[{number}]" if link is None else link)
        return make("span", *parts, class_="cite")

    def _name(self, anchor: str) -> str:
        """Return the anchor as it is called on this page; empty where there is none."""
        return self.prefix + anchor if anchor in self.anchors else ""


def _write_table(section: Section) -> ET.Element:
    heads = (make("th", one, scope="col") if one else make("td") for one in section.columns)
    rows = (
        make(
            "tr",
            make("th", row[0], scope="row") if row[0] else make("td"),
            *(make("td", cell) for cell in row[1:]),
        )
        for row in section.rows
    )
    table = make("table", make("thead", make("tr", *heads)), make("tbody", *rows))
    label = section.heading.capitalize()
    return make("div", table, class_="wide", role="region", aria_label=label, tabindex="0")
