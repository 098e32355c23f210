"""From a Digest to text: a page for the terminal and mails, Markdown, JSON, a web page, a feed.

A renderer is a pure function of the digest; each starts from `outline_digest`.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from summarize.render import load_from
from summarize.settings import FormatName

if TYPE_CHECKING:
    from summarize.digest.model import Digest

DigestRenderer = Callable[["Digest"], str]

DIGEST_RENDERERS: Mapping[FormatName, str] = {
    "terminal": "summarize.digest.pages.text:render_digest_text",
    "md": "summarize.digest.pages.markdown:render_digest_markdown",
    "json": "summarize.digest.pages.json:render_digest_json",
    "html": "summarize.digest.pages.html:render_digest_html",
}


def load_digest_renderer(name: FormatName, width: int = 80, colour: bool = False) -> DigestRenderer:
    """Load the renderer of a format; `width` in columns and `colour` concern the terminal alone."""
    return load_from(DIGEST_RENDERERS, name, width, colour)
