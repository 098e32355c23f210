"""Names in a text: people, organisations, states and places, and which of them are one."""

from summarize.language.names.find import Entity, Mention, Names, find_names

__all__ = ["Entity", "Mention", "Names", "find_names"]
