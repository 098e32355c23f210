"""How much each sentence stands for its article: sumy's TextRank and the place in the article.

sumy's own tokenizer needs a download of NLTK and drops every token with a digit, so ours is passed
in.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from summarize.language.document import Document

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from sumy.models.dom import ObjectDocumentModel
    from sumy.summarizers.text_rank import TextRankSummarizer

_POSITION_WEIGHT = 0.4
"""News puts what matters first (the inverted pyramid); TextRank alone does not know that."""

_MOST_SENTENCES = 250
"""TextRank compares all pairs; what comes after so many sentences is rated by its place alone."""

_MOST_WORDS = 80

_FEWEST_WORDS = 2
"""A sentence of one content word is like no other."""

_CONTENT = ("NN", "VB", "JJ", "CD", "FW")
_AUXILIARIES = frozenset("be have do say will would can could may might".split())


class _DocumentWords:
    """The tokenizer that sumy asks for: a sentence is its index, its words are content lemmas."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def to_words(self, sentence: str) -> Sequence[str]:
        words = [
            token.lemma.lower()
            for token in self._document.sentence_tokens(int(sentence))
            if token.tag.startswith(_CONTENT) and token.lemma not in _AUXILIARIES
        ]
        return words[:_MOST_WORDS]


def rate_sentences(document: Document) -> list[float]:
    """Return a weight between 0 and 1 for each sentence of `document`, in order.

    A sentence is handed to sumy by its number, so that two identical ones stay two.
    """
    count = len(document.sentences)
    ranks = _text_rank(document, min(count, _MOST_SENTENCES)) if count > 1 else []
    top = max(ranks, default=0.0) or 1.0
    ranks += [0.0] * (count - len(ranks)) if count > 1 else [1.0] * count
    return [
        round((1 - _POSITION_WEIGHT) * rank / top + _POSITION_WEIGHT * (1 - index / count), 4)
        for index, rank in enumerate(ranks)
    ]


def _text_rank(document: Document, count: int) -> list[float]:
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

    words = _DocumentWords(document)
    sentences = [Sentence(str(index), words) for index in range(count)]
    ratings = _ranker().rate_sentences(ObjectDocumentModel([Paragraph(sentences)]))
    return [float(ratings[sentence]) for sentence in sentences]


@lru_cache(maxsize=1)
def _ranker() -> "TextRankSummarizer":
    """Return sumy's TextRank with edges as its paper has them: none from a sentence to itself.

    sumy gives each sentence an edge to itself, the heaviest of all, which makes the ranks nearly
    equal. Mihalcea & Tarau (2004), TextRank: Bringing Order into Texts.
    """
    import numpy as np
    from sumy.summarizers.text_rank import TextRankSummarizer

    class _Ranker(TextRankSummarizer):  # type: ignore[misc]  # sumy has no types
        def _create_matrix(self, document: "ObjectDocumentModel") -> "NDArray[np.float64]":
            """Return what sumy's method does, with the edges made word by word."""
            sentences = [list(sentence.words) for sentence in document.sentences]
            lengths = np.array([len(words) for words in sentences])
            logs = np.log(np.maximum(lengths, 1))
            norms = np.add.outer(logs, logs)
            shared = np.zeros_like(norms)
            for found_in, counts in _places_of(sentences):
                shared[np.ix_(found_in, found_in)] += np.multiply.outer(counts, counts)
            edges = np.divide(shared, norms, out=shared, where=norms > 0)
            edges[lengths < _FEWEST_WORDS, :] = edges[:, lengths < _FEWEST_WORDS] = 0.0
            np.fill_diagonal(edges, 0.0)
            edges /= edges.sum(axis=1, keepdims=True) + self._ZERO_DIVISION_PREVENTION
            jump = (1 - self.damping) / len(sentences)
            ranked: NDArray[np.float64] = jump + self.damping * edges
            return ranked

        @staticmethod
        def power_method(matrix: "NDArray[np.float64]", epsilon: float) -> "NDArray[np.float64]":
            """Return what sumy's method does, in one thread: a second costs more than it wins."""
            ranks = np.full(len(matrix), 1 / len(matrix))
            change = 1.0
            while change > epsilon:
                following = np.einsum("ij,i->j", matrix, ranks)
                change = float(np.linalg.norm(following - ranks))
                ranks = following
            return ranks

    return _Ranker()


def _places_of(sentences: Sequence[Sequence[str]]) -> Iterator[tuple[list[int], list[int]]]:
    """Yield for each word of two sentences or more which those are, and how often each has it."""
    places: dict[str, dict[int, int]] = defaultdict(dict)
    for index, words in enumerate(sentences):
        for word in words:
            counts = places[word]
            counts[index] = counts.get(index, 0) + 1
    for counts in places.values():
        if len(counts) > 1:
            yield list(counts), list(counts.values())
