"""The brief as Markdown: CommonMark, with GitHub's tables."""

import re
from collections.abc import Iterable, Iterator

from summarize.model import Brief
from summarize.render.escape import escape_markdown
from summarize.render.outline import Item, Outline, Section
from summarize.render.sections import outline_brief

_BLANK_LINES = re.compile(r"\n{3,}")


def render_markdown(brief: Brief) -> str:
    """Write the whole brief; every word of a source shows as it stands."""
    outline = outline_brief(brief)
    sections = (block for section in outline.sections for block in write_section(section))
    return join_blocks([*write_head(outline), write_summary(outline), *sections])


def join_blocks(blocks: Iterable[str]) -> str:
    """Make a page of blocks: one empty line between them, one line end behind the last."""
    page = "\n\n".join(block for block in blocks if block)
    return _BLANK_LINES.sub("\n\n", page).rstrip() + "\n"


def write_head(outline: Outline, level: int = 1) -> Iterator[str]:
    """Yield title and dateline, the title being a heading of that level."""
    yield f"{'#' * level} {escape_markdown(outline.title)}"
    yield f"*{escape_markdown(outline.dateline)}*"


def write_summary(outline: Outline) -> str:
    """Write the summary as one block."""
    return " ".join(escape_markdown(sentence) for sentence in outline.summary)


def write_section(section: Section, level: int = 2) -> Iterator[str]:
    """Yield the blocks of a section, its heading being of that level."""
    yield f"{'#' * level} {escape_markdown(section.heading.capitalize())}"
    if section.note:
        yield f"*{escape_markdown(section.note)}*"
    if section.rows:
        yield "\n".join(_write_table(section))
    if section.items:
        yield "\n".join(line for item in section.items for line in _write_item(item, ""))


def _write_table(section: Section) -> Iterator[str]:
    for row in (section.columns, ("---",) * len(section.columns), *section.rows):
        cells = row if row[0] == "---" else tuple(escape_markdown(cell) for cell in row)
        yield f"| {' | '.join(cells)} |"


def _write_item(item: Item, indent: str) -> Iterator[str]:
    label = "" if item.label == "-" else f"**{escape_markdown(item.label)}** "
    note = f" — *{escape_markdown(item.note)}*" if item.note else ""
    yield f"{indent}- {label}{escape_markdown(item.text)}{note}"
    for quote in item.quotes:
        source = escape_markdown(quote.source)
        yield f"\n{indent}  > {escape_markdown(quote.text)} — *{source}*\n"
    for part in item.parts:
        yield from _write_item(part, indent + "  ")
