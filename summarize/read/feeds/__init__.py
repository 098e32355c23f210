"""Feeds: RSS 0.9x and 2.0, RSS 1.0 (RDF), Atom and JSON Feed. Nothing here asks the network."""

from summarize.read.feeds.entry import Entry, Feed
from summarize.read.feeds.reading import is_feed, read_feed

__all__ = ["Entry", "Feed", "is_feed", "read_feed"]
