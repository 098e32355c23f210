"""The brief for a screen, by rich: wrapped to its width, cut where a list is long."""

from io import StringIO

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from summarize.model import Brief
from summarize.render.escape import strip_controls
from summarize.render.outline import Item, Outline, Quote, Section
from summarize.render.sections import outline_brief

NARROWEST = 40  # columns; below it every line would be broken
ITEMS_SHOWN = 8
QUOTES_SHOWN = 3
LONGEST_QUOTE = 300  # characters; a sentence of 50 words still stands whole


def render_terminal(brief: Brief, width: int = 80, colour: bool = False) -> str:
    """Lay out the brief `width` columns wide; without `colour` no escape sequence is written."""
    return render_outline(outline_brief(brief), width, colour)


def render_outline(outline: Outline, width: int = 80, colour: bool = False) -> str:
    """Lay out any page of that shape."""
    sheet = Sheet(width, colour)
    write_head(sheet, outline)
    sheet.skip()
    write_summary(sheet, outline)
    for section in outline.sections:
        write_section(sheet, section)
    return sheet.text()


def write_head(sheet: "Sheet", outline: Outline) -> None:
    """Add title and dateline to a sheet."""
    sheet.write(_text(outline.title, "bold"))
    sheet.write(_text(outline.dateline, "dim"))


def write_summary(sheet: "Sheet", outline: Outline) -> None:
    """Add the summary to a sheet."""
    sheet.write(_text(" ".join(outline.summary)), first="  ")


class Sheet:
    """A sheet of text under construction; `rest` says where the rest of a cut list is."""

    def __init__(
        self, width: int, colour: bool = False, rest: str = "--format json has all"
    ) -> None:
        self.rest = rest
        self._sheet = StringIO()
        self._console = Console(
            file=self._sheet,
            width=max(width, NARROWEST),
            height=25,
            force_terminal=colour,
            color_system="standard" if colour else None,
            no_color=not colour,
            emoji=False,
            markup=False,
            highlight=False,
            legacy_windows=False,
            _environ={},  # the caller has decided: no variable changes the page
        )

    def write(self, text: Text, first: str = "", rest: str | None = None) -> None:
        """Add a paragraph whose lines start with `first` and then `rest`, or as many spaces."""
        rest = " " * cell_len(first) if rest is None else rest
        lines = text.wrap(self._console, self._console.width - cell_len(first), overflow="fold")
        for number, line in enumerate(lines or [Text()]):
            line.rstrip()
            prefix = (rest if number else first, "cyan")
            self._console.print(Text.assemble(prefix, line), soft_wrap=True)

    def skip(self) -> None:
        """Add an empty line."""
        self.write(Text())

    def rule(self) -> None:
        """Add a line across the page, with an empty one before it."""
        self.skip()
        self.write(Text("─" * self._console.width, style="dim"))

    def write_table(self, table: Table) -> None:
        """Add a table as wide as it needs to be, at most the page."""
        self._console.print(table)

    def text(self) -> str:
        """Everything written so far, without spaces at line ends."""
        return "".join(f"{line.rstrip()}\n" for line in self._sheet.getvalue().splitlines())


def write_section(page: Sheet, section: Section) -> None:
    """Add a heading with its note, and entries or rows; a long list is cut and says so."""
    page.write(Text())
    page.write(_text(section.heading, "bold") + _text(section.note, "dim", before="   "))
    shown = None if section.is_whole else ITEMS_SHOWN
    if section.rows:
        page.write_table(_table(section, shown))
    labels = max((cell_len(strip_controls(item.label)) for item in section.items), default=0)
    for item in section.items[:shown]:
        _write_item(page, item, indent=2, label_width=labels)
    left = len(section.items or section.rows) - ITEMS_SHOWN
    if left > 0 and not section.is_whole:
        page.write(_text(f"… and {left} more ({page.rest})", "dim"), first="  ")


def _write_item(page: Sheet, item: Item, indent: int, label_width: int) -> None:
    label = strip_controls(item.label)
    label += " " * (label_width - cell_len(label) + 1)
    note = _text(item.note, "dim", before=" — ")
    page.write(_text(item.text) + note, first=" " * indent + label)
    below = indent + label_width + 1
    for quote in item.quotes[:QUOTES_SHOWN]:
        _write_quote(page, quote, below)
    left = len(item.quotes) - QUOTES_SHOWN
    if left > 0:
        page.write(_text(f"… and {left} more", "dim"), first=" " * below)
    widest = max((cell_len(strip_controls(part.label)) for part in item.parts), default=0)
    for part in item.parts:
        _write_item(page, part, below, widest)


def _write_quote(page: Sheet, quote: Quote, indent: int) -> None:
    words = strip_controls(quote.text)
    if len(words) > LONGEST_QUOTE:
        words = words[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " […]"
    bar = " " * indent + "│ "
    page.write(
        _text(words, "italic") + _text(quote.source, "dim", before=" — "), first=bar, rest=bar
    )


def _table(section: Section, shown: int | None) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("", width=0)
    for number, column in enumerate(section.columns):
        table.add_column(column, ratio=2 if number == 0 else None, overflow="fold")
    for row in section.rows[:shown]:
        table.add_row("", *(_text(cell) for cell in row))
    return table


def _text(raw: str, style: str = "", before: str = "") -> Text:
    """Make printable text of words that are not ours; `before` is ours and stands as it is."""
    printable = strip_controls(raw)
    return Text(before + printable if printable else "", style=style)
