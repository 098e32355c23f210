"""Sentence numbers turned into evidence: exact spans of the article's own text."""

from collections.abc import Iterable

from summarize.language.sentences import Sentence, split_sentences
from summarize.model import Article, Evidence


class CitedArticle:
    """An article with its sentences numbered from 1, as every engine sees them."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.sentences: tuple[Sentence, ...] = tuple(split_sentences(article.text))

    def has(self, numbers: Iterable[int]) -> bool:
        """Say whether every one of `numbers` is a sentence of this article."""
        return all(1 <= number <= len(self.sentences) for number in numbers)

    def start_of(self, number: int) -> int:
        """Return where the sentence with this number begins."""
        return self.sentences[number - 1].start

    def cite(self, numbers: Iterable[int]) -> tuple[Evidence, ...]:
        """Return the sentences with these numbers as evidence, in order, each once.

        Sentences that follow each other in one paragraph are one piece.
        """
        pieces: list[Evidence] = []
        last: Sentence | None = None
        for number in sorted(set(numbers)):
            sentence = self.sentences[number - 1]
            joins = last is not None and last is self.sentences[number - 2]
            if pieces and last and joins and last.paragraph == sentence.paragraph:
                pieces[-1] = self._piece(pieces[-1].start, sentence.end)
            else:
                pieces.append(self._piece(sentence.start, sentence.end))
            last = sentence
        return tuple(pieces)

    def _piece(self, start: int, end: int) -> Evidence:
        quote = self.article.text[start:end]
        return Evidence(article_id=self.article.id, start=start, end=end, quote=quote)
