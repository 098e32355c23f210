"""A text read once: its sentences and its tagged words, for every reader of this folder."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from sys import intern
from typing import NamedTuple

from summarize.language.morphology import lemma_of
from summarize.language.sentences import Sentence, split_sentences
from summarize.language.tagging import tag_words
from summarize.language.tokens import cut_words


class Token(NamedTuple):
    """A word with its Penn Treebank tag and its lemma; `sentence` is an index into the document."""

    text: str
    start: int
    end: int
    tag: str
    lemma: str
    sentence: int

    @property
    def low(self) -> str:
        """The word in lower case."""
        return self.text.lower()


@dataclass(frozen=True)
class Document:
    """A text with its sentences and tokens, both in order; offsets are code points of `text`."""

    text: str
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]

    def sentence_tokens(self, index: int) -> Sequence[Token]:
        """Return the tokens of the sentence at `index`."""
        sentence = self.sentences[index]
        return self.tokens_between(sentence.start, sentence.end)

    def tokens_between(self, start: int, end: int) -> Sequence[Token]:
        """Return the tokens that begin in the span `start:end`."""
        return self.tokens[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def sentence_at(self, offset: int) -> int:
        """Return the index of the sentence that holds `offset`, or the one before it."""
        return max(0, bisect_right(self._sentence_starts, offset) - 1)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]


_LONGEST_STATEMENT = 2_000
"""Characters from which a text is taken for an article, of which few are kept."""


def parse_statement(text: str) -> Document:
    """Read a text that many ask about only once."""
    return _parse_short(text) if len(text) <= _LONGEST_STATEMENT else _parse_long(text)


@lru_cache(maxsize=8_192)
def _parse_short(text: str) -> Document:
    return parse_document(text)


@lru_cache(maxsize=32)
def _parse_long(text: str) -> Document:
    """Read a whole article; thousands of them would fill the memory."""
    return parse_document(text)


def parse_document(text: str) -> Document:
    """Read `text`: sentences first, then words and tags sentence by sentence."""
    sentences = tuple(split_sentences(text))
    tokens: list[Token] = []
    for index, sentence in enumerate(sentences):
        by = sentence.start
        tokens += [
            Token(word, start + by, end + by, tag, lemma, index)
            for word, start, end, tag, lemma, _ in _tokens_of(sentence.text)
        ]
    return Document(text, sentences, tuple(tokens))


def document_of(sentence: str) -> Document:
    """Return one sentence, trimmed, as a document of its own."""
    return Document(sentence, (Sentence(sentence, 0, len(sentence), 0),), _tokens_of(sentence))


@lru_cache(maxsize=1_024)
def _tokens_of(sentence: str) -> tuple[Token, ...]:
    """Return the tokens of a sentence; it is read in its article, and again as evidence."""
    words = list(cut_words(sentence))
    tags = tag_words([word.text for word in words])
    return tuple(
        Token(intern(word.text), word.start, word.end, tag, lemma_of(word.text, tag), 0)
        for word, tag in zip(words, tags, strict=True)
    )
