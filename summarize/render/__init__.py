"""Stage 5: from a Brief to text.

A renderer is a pure function of the brief. Adding one is a file here, a line in RENDERERS, a name
in `settings.FormatName` and a golden file; the contract tests run over the table.
"""

from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from summarize.settings import FormatName

if TYPE_CHECKING:
    from summarize.model import Brief

Renderer = Callable[["Brief"], str]

RENDERERS: Mapping[FormatName, str] = {
    "terminal": "summarize.render.terminal:render_terminal",
    "md": "summarize.render.markdown:render_markdown",
    "json": "summarize.render.json:render_json",
    "html": "summarize.render.html:render_html",
}


def load_renderer(name: FormatName, width: int = 80, colour: bool = False) -> Renderer:
    """Load the renderer of a format; `width` in columns and `colour` concern the terminal alone."""
    return load_from(RENDERERS, name, width, colour)


def load_from(
    table: Mapping[FormatName, str], name: FormatName, width: int, colour: bool
) -> Callable[..., str]:
    """Load the renderer of a format out of a table, which has "module:function" for each."""
    module, _, function = table[name].partition(":")
    renderer: Callable[..., str] = getattr(import_module(module), function)
    return partial(renderer, width=width, colour=colour) if name == "terminal" else renderer
