"""Stage 1: from a source to a cleaned Article.

`read_sources` is the stage; `clean_page` is its heart, and takes any text.
"""

from summarize.read.cleaning import clean_page
from summarize.read.fetch.options import FetchOptions
from summarize.read.page import Metadata, Page
from summarize.read.reading import ReadResult, read_sources
from summarize.read.sources import MAX_BYTES

__all__ = [
    "MAX_BYTES",
    "FetchOptions",
    "Metadata",
    "Page",
    "ReadResult",
    "clean_page",
    "read_sources",
]
