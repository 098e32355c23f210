"""A whole text with its names and its reported speech, read once for all who ask about it."""

from functools import lru_cache
from typing import NamedTuple

from summarize.language.document import Document, parse_statement
from summarize.language.names import Names, find_names
from summarize.language.quotations import Attribution, find_attributions


class Told(NamedTuple):
    """A text, who is named in it, and who says what."""

    document: Document
    names: Names
    attributions: tuple[Attribution, ...]


@lru_cache(maxsize=8)
def read_told(text: str) -> Told:
    """Read `text`; a few are kept, since an article is drafted and then proved."""
    document = parse_statement(text)
    names = find_names(document)
    return Told(document, names, find_attributions(document, names))
