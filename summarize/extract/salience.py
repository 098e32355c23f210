"""How much each sentence stands for its article: sumy's TextRank and the place in the article.

sumy's own tokenizer needs a download of NLTK and drops every token with a digit, so ours is passed
in.
"""

from collections.abc import Sequence

from summarize.language.document import Document

_POSITION_WEIGHT = 0.4
"""News puts what matters first (the inverted pyramid); TextRank alone does not know that."""

_CONTENT = ("NN", "VB", "JJ", "CD", "FW")
_AUXILIARIES = frozenset("be have do say will would can could may might".split())


class _DocumentWords:
    """What sumy asks of a tokenizer: a sentence is its index, its words are content lemmas."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def to_words(self, sentence: str) -> Sequence[str]:
        return [
            token.lemma.lower()
            for token in self._document.sentence_tokens(int(sentence))
            if token.tag.startswith(_CONTENT) and token.lemma not in _AUXILIARIES
        ]


def rate_sentences(document: Document) -> list[float]:
    """Return a weight between 0 and 1 for each sentence of `document`, in order.

    A sentence is handed to sumy by its number, so that two identical ones stay two.
    """
    count = len(document.sentences)
    if count < 2:
        return [1.0] * count
    ranks = _text_rank(document)
    top = max(ranks) or 1.0
    return [
        round((1 - _POSITION_WEIGHT) * rank / top + _POSITION_WEIGHT * (1 - index / count), 4)
        for index, rank in enumerate(ranks)
    ]


def _text_rank(document: Document) -> list[float]:
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.summarizers.text_rank import TextRankSummarizer

    words = _DocumentWords(document)
    sentences = [Sentence(str(index), words) for index in range(len(document.sentences))]
    ratings = TextRankSummarizer().rate_sentences(ObjectDocumentModel([Paragraph(sentences)]))
    return [float(ratings[sentence]) for sentence in sentences]
