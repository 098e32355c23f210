"""Groupers of articles by story: each gives a name of the story for every text."""

from collections.abc import Callable, Sequence

from benchmarks.peers import Peer

Grouper = Callable[[Sequence[str]], Sequence[str]]

_COSINE = 0.2
"""Average cosine at which groups are joined: the best sum of F1 over dev of both sets."""


def load_tf_idf() -> Grouper:
    """Load scikit-learn's TF-IDF with its average-link agglomeration, over all pairs of texts."""
    from sklearn.cluster import AgglomerativeClustering
    from sklearn.feature_extraction.text import TfidfVectorizer

    def group(texts: Sequence[str]) -> Sequence[str]:
        vectors = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(texts)
        linking = AgglomerativeClustering(
            n_clusters=None, metric="cosine", linkage="average", distance_threshold=1 - _COSINE
        )
        return [str(label) for label in linking.fit_predict(vectors.toarray())]

    return group


PEERS: Sequence[Peer[Grouper]] = (Peer("TF-IDF agglomerative", "scikit-learn", load_tf_idf),)
