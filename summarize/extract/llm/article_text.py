"""An article as the model sees it: sentences by number, and who is named in which of them."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from summarize.extract.reading import Reading, read_language
from summarize.language.dates import date_of_sentence
from summarize.language.names.aliases import is_named
from summarize.language.quantities import Quantity
from summarize.language.sentences import Sentence, split_sentences
from summarize.model import Article, PartialDate


class ArticleText:
    """Numbers count from 1, as in the prompt and as the ground counts them."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.sentences: tuple[Sentence, ...] = tuple(split_sentences(article.text))

    @cached_property
    def _reading(self) -> Reading:
        return read_language(self.article)

    @property
    def salience(self) -> Sequence[float]:
        """The weight of each sentence, as the offline engine has it."""
        return self._reading.salience

    def quantities_in(self, number: int) -> list[tuple[str, Quantity]]:
        """Return the quantities of a sentence, each with its wording."""
        sentence, text = self.sentences[number - 1], self.article.text
        return [
            (text[one.start : one.end], one)
            for one in self._reading.quantities
            if sentence.start <= one.start < sentence.end
        ]

    def date_of(self, number: int) -> PartialDate | None:
        """Return when the matter of a sentence happened, as far as the article says."""
        return date_of_sentence(self._reading.document, number - 1, self._reading.dates)

    def has(self, numbers: Iterable[int]) -> bool:
        """Say whether all of these are numbers of sentences."""
        return all(1 <= number <= len(self.sentences) for number in numbers)

    def holds(self, words: str) -> bool:
        """Say whether the article has these words, in whatever case."""
        return is_named(words.casefold(), self._folded)

    @cached_property
    def _folded(self) -> str:
        return self.article.text.casefold()

    def naming(self, forms: Sequence[str]) -> tuple[int, ...]:
        """Return the numbers of the sentences that hold one of `forms`."""
        return tuple(
            number
            for number, sentence in enumerate(self.sentences, 1)
            if any(is_named(form, sentence.text) for form in forms)
        )
