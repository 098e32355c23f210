"""How much two statements are about the same: TF-IDF over content words.

It ranks what may belong together and never decides: "14,000 troops" and "11,000 troops" are near
each other. Salton & Buckley (1988), Term-weighting approaches in automatic text retrieval.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache

from summarize.language.document import Document, Token
from summarize.language.morphology import can_be, lemma_of

NAME_WEIGHT = 1.3
NUMBER_WEIGHT = 1.5
"""Who and how many tell two statements apart better than other words of the same rarity."""

_STOP_WORDS = frozenset(
    "a about above after again against ago all also although am among an and another any anyone "
    "anything are around as at away back be became because become been before behind being below "
    "between both but by can could dare did do does doing done down during each either else even "
    "ever every for from further get give go had has have having he hence her here hers herself "
    "him himself his how however i if in indeed instead into is it its itself just least less let "
    "like made make many may me meanwhile might mine more moreover most mr mrs ms much must my "
    "myself near neither nor not now of off on once one only onto or other others our ours "
    "ourselves out over own per perhaps put rather said same say see shall she should since so "
    "some someone something still such take tell than that the their theirs them themselves then "
    "there therefore these they thing this those though through thus to together too toward "
    "towards under until up upon us very was we well were what whatever when where whether which "
    "while who whole whom whose why will with within without would yet you your yours n't".split()
)
_NUMBER = re.compile(r"[$€£]?\d[\d.,]*(?:[a-z]{1,2}|%)?$", re.IGNORECASE)
_OPEN_CLASS = ("NOUN", "VERB", "ADJ", "ADV")


def content_terms(document: Document, start: int, end: int) -> list[str]:
    """Return the words of the span that carry its matter, as terms for `TfIdf`.

    Terms are lemmas in lower case; only what English does not know as a word keeps its capital,
    and counts as a name. Numbers lose their separators. Function words and marks are left out.
    """
    terms = (_term(token) for token in document.tokens_between(start, end))
    return [term for term in terms if term and not is_stop_word(term)]


def is_stop_word(word: str) -> bool:
    """Say whether a word, in lower case, carries no matter of its own."""
    return word in _STOP_WORDS


def _term(token: Token) -> str:
    word = token.text.strip(".'’-")
    if _NUMBER.match(word):
        return word.replace(",", "").lower()
    if not any(char.isalnum() for char in word) or token.text[0] in "'’":
        return ""
    if token.tag.startswith("NNP"):
        return _fold_name(word)
    return token.lemma


@lru_cache(maxsize=50_000)
def _fold_name(word: str) -> str:
    """Read a capital for what it is: a headline's "Miners" is "miner", "Tolna" stays."""
    if any(can_be(word, upos) for upos in _OPEN_CLASS):
        return lemma_of(word, "NNS" if word.lower().endswith("s") else "NN")
    return word


class TfIdf:
    """Unit vectors of term weights for documents given as terms; documents are known by index.

    The weight of a term is (1 + ln tf) * (1 + ln((1 + n) / (1 + df))), more for names and numbers.
    """

    def __init__(self, documents: Sequence[Sequence[str]]) -> None:
        """Weigh the terms of `documents`."""
        counts = [Counter(document) for document in documents]
        self._frequency = Counter(term for count in counts for term in count)
        self._rarity = {
            term: _kind_weight(term) * (1 + math.log((1 + len(counts)) / (1 + shared)))
            for term, shared in self._frequency.items()
        }
        self._vectors = [self._vector(count) for count in counts]

    def cosine(self, a: int, b: int) -> float:
        """Return the similarity of two documents, 0 to 1."""
        first, second = self._vectors[a], self._vectors[b]
        if len(first) > len(second):
            first, second = second, first
        shared = 0.0
        for term, weight in first.items():
            if term in second:
                shared += weight * second[term]
        return min(1.0, shared)

    def weights(self, index: int) -> Mapping[str, float]:
        """Return the unit vector of a document: its terms with their weights."""
        return self._vectors[index]

    def neighbours(self, index: int, at_least: float) -> list[tuple[int, float]]:
        """Return the other documents whose cosine reaches `at_least` > 0, nearest first."""
        return self._everything.neighbours(index, at_least)

    @cached_property
    def _everything(self) -> "Shelf":
        shelf = Shelf(self)
        for index in range(len(self._vectors)):
            shelf.put(index)
        return shelf

    def terms(self, index: int) -> Iterable[str]:
        """Return the terms of a document, each once, in their order."""
        return self._vectors[index]

    def prefix(self, index: int, at_least: float) -> list[str]:
        """Return the rarest terms, rarest first, as many as leave the rest shorter than `at_least`.

        A document that shares none of them shares too little to reach that cosine (prefix
        filtering; Bayardo, Ma & Srikant 2007, Scaling up all pairs similarity search).
        """
        vector = self._vectors[index]
        rest = 1.0
        prefix: list[str] = []
        for term in sorted(vector, key=lambda term: (self._frequency[term], term)):
            # A hair below the bound, so that rounding never costs a neighbour.
            if rest < (at_least - 1e-9) ** 2:
                break
            prefix.append(term)
            rest -= vector[term] ** 2
        return prefix

    def _vector(self, count: Counter[str]) -> dict[str, float]:
        weights = {term: (1 + math.log(count[term])) * self._rarity[term] for term in sorted(count)}
        norm = math.sqrt(sum(weight * weight for weight in weights.values()))
        return {term: weight / norm for term, weight in weights.items()}


class Shelf:
    """Those documents of a `TfIdf` that can be found as neighbours: all that were put on it.

    With `most`, no more than that many are held against one document: those that share its rarest
    terms, of one term those first put there. That keeps the work linear where one story is told a
    thousand times, at the price of neighbours that share common words alone. Without it nothing is
    missed.
    """

    def __init__(self, weights: TfIdf, most: int | None = None) -> None:
        """Make an empty shelf for documents of `weights`."""
        self._weights = weights
        self._most = most
        self._postings: dict[str, list[int]] = defaultdict(list)

    def put(self, index: int) -> None:
        """Let the document at `index` be found from now on."""
        for term in self._weights.terms(index):
            self._postings[term].append(index)

    def neighbours(self, index: int, at_least: float) -> list[tuple[int, float]]:
        """Return the others here whose cosine reaches `at_least` > 0, nearest first."""
        scored = [
            (other, self._weights.cosine(index, other)) for other in self._near(index, at_least)
        ]
        kept = [(other, score) for other, score in scored if score >= at_least]
        return sorted(kept, key=lambda pair: (-pair[1], pair[0]))

    def _near(self, index: int, at_least: float) -> set[int]:
        """Return the documents that share a term of the prefix, no more than `most`."""
        found: set[int] = set()
        for term in self._weights.prefix(index, at_least):
            posting = self._postings.get(term, ())
            room = len(posting) if self._most is None else self._most - len(found)
            found.update(posting[:room])
            if self._most is not None and len(found) >= self._most:
                break
        return found - {index}


def _kind_weight(term: str) -> float:
    if term[0].isdigit() or term[0] in "$€£":
        return NUMBER_WEIGHT
    return NAME_WEIGHT if term[0].isupper() else 1.0
