"""How much each sentence stands for its article: sumy's TextRank and the place in the article.

sumy's own tokenizer needs a download of NLTK and drops every token with a digit, so ours is passed
in.
"""

import math
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from summarize.language.document import Document

if TYPE_CHECKING:
    from sumy.summarizers.text_rank import TextRankSummarizer

_POSITION_WEIGHT = 0.4
"""News puts what matters first (the inverted pyramid); TextRank alone does not know that."""

_MOST_SENTENCES = 250
"""TextRank compares all pairs; what comes after so many sentences is rated by its place alone."""

_MOST_WORDS = 80

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
    from sumy.summarizers.text_rank import TextRankSummarizer

    class _Ranker(TextRankSummarizer):  # type: ignore[misc]  # sumy has no types
        @staticmethod
        def _rate_sentences_edge(words1: list[str], words2: list[str]) -> float:
            if words1 is words2 or len(words1) < 2 or len(words2) < 2:
                return 0.0
            counts = Counter(words2)
            shared = sum(counts[word] for word in words1)
            return shared / (math.log(len(words1)) + math.log(len(words2)))

    return _Ranker()
