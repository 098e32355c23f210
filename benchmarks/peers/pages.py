"""Readers of web pages: each gives the article's body as text."""

import logging
from collections.abc import Callable, Sequence
from importlib import import_module

from benchmarks.peers import Peer

PageReader = Callable[[bytes], str]


def load_trafilatura() -> PageReader:
    """Load trafilatura as its README calls it, without comments and tables of no article."""
    extract = import_module("trafilatura").extract
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    return lambda html: extract(html, include_comments=False) or ""


def load_readability() -> PageReader:
    """Load readability-lxml; its summary is HTML, of which the text is taken."""
    document = import_module("readability").Document
    lxml_html = import_module("lxml.html")
    logging.getLogger("readability").setLevel(logging.CRITICAL)

    def read(html: bytes) -> str:
        summary = document(html.decode("utf-8", "replace")).summary()
        return "\n".join(lxml_html.fromstring(summary).itertext())

    return read


PEERS: Sequence[Peer[PageReader]] = (
    Peer("trafilatura", "trafilatura", load_trafilatura),
    Peer("readability-lxml", "readability-lxml", load_readability),
)
