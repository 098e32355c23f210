"""Whose "its officials" and "her family" are: the only one named of late that fits."""

from summarize.language.document import Document
from summarize.language.names import Names
from summarize.language.quotations.quotes import Span
from summarize.model import ActorKind

_GENDERS = {"his": "m", "her": "f"}


def owner_of(document: Document, names: Names, source: Span) -> str | None:
    """Return the name that the possessive at the front of `source` stands for.

    It is looked for in the sentence before and in this one; None where it could be two.
    """
    gender = _GENDERS.get(document.text[source.start : source.start + 4].lower().strip())
    kinds: tuple[ActorKind, ...] = ("person",) if gender else ("state", "organisation")
    index = document.sentence_at(source.start)
    opening = document.sentences[max(0, index - 1)].start
    named = {
        entity.name
        for mention, entity in names.mentions_between(opening, source.start)
        if entity.kind in kinds
        and mention.form != "demonym"
        and (gender is None or entity.gender in (gender, None))
    }
    return named.pop() if len(named) == 1 else None
