"""One article as the offline engine sees it: every reader of `language/` run once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from summarize.extract.salience import rate_sentences
from summarize.language.dates import DateMention, find_dates
from summarize.language.document import Document
from summarize.language.names import Entity, Names
from summarize.language.quantities import Quantity, find_quantities
from summarize.language.quotations import Attribution
from summarize.language.told import read_told
from summarize.model import Article


@dataclass(frozen=True)
class Reading:
    """What `language/` finds in one article."""

    article: Article
    document: Document
    names: Names
    quantities: tuple[Quantity, ...]
    attributions: tuple[Attribution, ...]
    dates: tuple[DateMention, ...]
    salience: Sequence[float]

    @cached_property
    def by_sentence(self) -> dict[int, list[Attribution]]:
        """The attributions of each sentence, by the sentence's index."""
        found: dict[int, list[Attribution]] = {}
        for attribution in self.attributions:
            for index in attribution.sentences:
                found.setdefault(index, []).append(attribution)
        return found

    def attributions_around(self, start: int, end: int) -> Iterator[tuple[int, Attribution]]:
        """Yield the attributions whose content holds `start:end`, each with that content's size."""
        for attribution in self.by_sentence.get(self.document.sentence_at(start), ()):
            for first, last in attribution.content:
                if first <= start and end <= last:
                    yield last - first, attribution

    @cached_property
    def sources(self) -> str:
        """The words by which the article names who speaks, one source a line."""
        spans = (one.source for one in self.attributions if one.source is not None)
        return "\n".join(self.document.text[slice(*span)] for span in spans)

    def entities_in(self, index: int) -> list[Entity]:
        """Return the entities that the sentence at `index` names, in order, each once."""
        sentence = self.document.sentences[index]
        mentions = self.names.mentions_between(sentence.start, sentence.end)
        return list(dict.fromkeys(entity for _, entity in mentions))


@lru_cache(maxsize=32)
def read_language(article: Article) -> Reading:
    """Read `article` with every reader of `language/`, each of them once.

    Two engines ask for it, one shortly after the other.
    """
    document, names, attributions = read_told(article.text)
    return Reading(
        article=article,
        document=document,
        names=names,
        quantities=find_quantities(document),
        attributions=attributions,
        dates=find_dates(document, article.published),
        salience=rate_sentences(document),
    )
