"""One sentence seen by its amounts: its noun phrases, and which of them an amount depends on.

A shallow reading: runs of adjectives and nouns, and as subject the phrase that the nearest finite
verb follows. It needs no parser, which would cost more than the rest of the reading together.
"""

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from summarize.language.calendar import MONTHS, WEEKDAYS
from summarize.language.document import Document
from summarize.language.morphology import can_be
from summarize.language.quantities.amounts import Amount, read_amounts
from summarize.language.quantities.phrases import Words
from summarize.language.quantities.units import COUNT
from summarize.language.verb_forms import FINITE

_INSIDE = ("NN", "JJ", "VBN", "POS")
_LINKS = frozenset("of in for at on from with among between".split())
_PREPOSITIONS = _LINKS | frozenset("to by with".split())
"""Never inside a noun phrase, though the tagger may take a headline's "in" for a noun."""
_LEADS_TO_AMOUNT = frozenset("of from to at for with in worth".split())
_TEMPORAL = frozenset(
    (
        *MONTHS,
        *WEEKDAYS,
        *"jan. feb. mar. apr. aug. sept. oct. nov. dec. spring summer autumn winter".split(),
        *"second minute hour day week month year decade century quarter time".split(),
        *"today yesterday tomorrow tonight morning afternoon evening night weekend".split(),
    )
)
_HOLLOW = frozenset("addition total average fact minimum maximum".split())
_CAUSES = frozenset("cause expect forecast see let allow force help predict project want".split())

Chunk = tuple[int, int]
"""A noun phrase as a half-open range of the sentence's tokens."""


def is_time(words: Words) -> bool:
    """Say whether a phrase only tells when: "last year", "Oct. 9", "the week"."""
    named = [token for token in words if token.tag != "CD"]
    if not named or (named[-1].low == "time" and named[-2:-1] and named[-2].tag == "NN"):
        return False  # "jail time"
    return bool({named[-1].low, named[-1].lemma.lower()} & _TEMPORAL)


class Placed(NamedTuple):
    """An amount with the token that it begins at and the token behind it."""

    amount: Amount
    first: int
    after: int


class Clauses:
    """The tokens, amounts and noun phrases of one sentence.

    Phrases that only tell a time are left out, and so are the words of amounts. Offsets of amounts
    count from the start of the sentence, as `text` does; `offset` is where that stands.
    """

    def __init__(self, document: Document, index: int) -> None:
        sentence = document.sentences[index]
        self.text = document.text[sentence.start : sentence.end]
        self.offset = sentence.start
        self.tokens = document.sentence_tokens(index)
        self._starts = [token.start - sentence.start for token in self.tokens]
        self.placed = tuple(self.place(amount) for amount in read_amounts(self.text))
        self._barred = {k for p in self.placed for k in range(p.first, p.after)}
        self._counting = {p.after for p in self.placed if p.amount.unit == COUNT}
        self._chunks = [chunk for chunk in self._all_chunks() if not self._is_temporal(chunk)]

    def place(self, amount: Amount) -> Placed:
        """Find the tokens of an amount."""
        first, after = (bisect_left(self._starts, n) for n in (amount.start, amount.end))
        return Placed(amount, first, after)

    def low(self, k: int) -> str:
        """Return token `k` in lower case, or nothing where the sentence has no such token."""
        return self.tokens[k].low if 0 <= k < len(self.tokens) else ""

    def wording(self, words: Words) -> str:
        """Return the article's own words for a slice of tokens, white space evened out."""
        if not words:
            return ""
        start, end = words[0].start - self.offset, words[-1].end - self.offset
        return " ".join(self.text[start:end].split())

    def end_of(self, words: Words, otherwise: int) -> int:
        """Return the index of the token behind `words`, or `otherwise` where there are none."""
        if not words:
            return otherwise
        return bisect_left(self._starts, words[-1].start - self.offset) + 1

    def before(self, i: int) -> Words:
        """Return the phrase that ends right before token `i`, unless an amount counts it."""
        return next(
            (self._words(c) for c in self._chunks if c[1] == i and not self._is_counted(c)), ()
        )

    def following(self, i: int) -> Words:
        """Return the phrase right behind token `i` or its comma: "At 118p, its shares"."""
        chunk = next((c for c in self._chunks if c[0] >= i), (i, i))
        between = {token.tag for token in self.tokens[i : chunk[0]]}
        return self._words(chunk) if between <= {",", "DT", "PRP$", "JJ"} else ()

    def owner(self, first: int) -> Words:
        """Return what leads to the amount at `first` by a preposition: "a net worth of 1.3bn"."""
        return self.before(first - 1) if self.low(first - 1) in _LEADS_TO_AMOUNT else ()

    def subject(self, i: int) -> Words:
        """Return the phrase that the clause around token `i` is about, or the nearest before it.

        That is the last one before `i` that a finite verb follows, with the phrase it hangs on
        ("employment for women").
        """
        earlier = [n for n, chunk in enumerate(self._chunks) if chunk[1] <= i]
        for n in reversed(earlier):
            if self._is_followed_by_verb(n, i) or self._is_caused(n, i):
                return self.tokens[self._chunks[self._leading(n)][0] : self._chunks[n][1]]
        nearest = [n for n in earlier if not self._is_counted(self._chunks[n])] or earlier
        return self._words(self._chunks[nearest[-1]]) if nearest else ()

    def is_subject(self, words: Words) -> bool:
        """Say whether a finite verb follows `words`: "96 fans went to the game"."""
        k = self.end_of(words, len(self.tokens))
        while k < len(self.tokens) and self.tokens[k].tag.startswith("RB"):
            k += 1
        return k < len(self.tokens) and self.tokens[k].tag in FINITE

    def _words(self, chunk: Chunk) -> Words:
        return self.tokens[chunk[0] : chunk[1]]

    def _is_counted(self, chunk: Chunk) -> bool:
        return chunk[0] in self._counting

    def _all_chunks(self) -> Iterator[Chunk]:
        k = 0
        while k < len(self.tokens):
            end = self._run_end(k)
            if end > k:
                yield k, end
            k = max(end, k + 1)

    def _run_end(self, start: int) -> int:
        head = k = start
        while k < len(self.tokens) and k not in self._barred and self._is_inside(k, start):
            k += 1
            if self.tokens[k - 1].tag.startswith(("NN", "CD", "VB")):
                head = k
        return head

    def _is_inside(self, k: int, start: int) -> bool:
        token = self.tokens[k]
        if token.tag.startswith("VB") and k == start and self._is_determined(k):
            return True
        if token.text.endswith("ing") and k == start and k + 1 in self._barred:
            return False
        is_led = k > 0 and self.tokens[k - 1].tag in ("DT", "PRP$", "JJ", "IN")
        if token.tag in ("VBG", "VBN") and not is_led:
            return False
        if token.tag in ("VBN", "VBG"):
            return k == start and k + 1 < len(self.tokens) and self.tokens[k + 1].tag[:2] == "NN"
        if token.low in _PREPOSITIONS:
            return False
        if token.low in ("&", "/") or token.tag == "CD":
            return k > start and self.tokens[k - 1].tag.startswith("NN")
        return token.tag.startswith(_INSIDE) and token.text not in ("-", "%")

    def _is_determined(self, k: int) -> bool:
        """Say whether a word tagged as a verb must be a noun: "the set will cost"."""
        if k == 0 or k + 1 >= len(self.tokens) or self.tokens[k - 1].tag not in ("DT", "PRP$"):
            return False
        return self.tokens[k + 1].tag in (*FINITE, "IN") and can_be(self.tokens[k].text, "NOUN")

    def _is_temporal(self, chunk: Chunk) -> bool:
        is_hollow = chunk[1] - chunk[0] == 1 and self.low(chunk[0]) in _HOLLOW
        return is_hollow or is_time(self._words(chunk))

    def _is_caused(self, n: int, i: int) -> bool:
        """Say whether "sea levels" rise in "cause sea levels to rise"."""
        start, end = self._chunks[n]
        while start > 0 and self.tokens[start - 1].tag in ("DT", "PRP$"):
            start -= 1
        is_infinitive = end < i and self.tokens[end].tag == "TO"
        return is_infinitive and start > 0 and self.tokens[start - 1].lemma in _CAUSES

    def _is_followed_by_verb(self, n: int, i: int) -> bool:
        k = self._chunks[n][1]
        while k < i and (
            self.tokens[k].tag in ("RB", "WDT", "WP", "RP", "VBN", "VB")
            or self.tokens[k].low in (",", "that", "who", "which", "(", ")")
            or k in self._barred
        ):
            k += 1
        return k < i and self.tokens[k].tag in FINITE

    def _leading(self, n: int) -> int:
        """Climb from "women" to "employment" in "employment for women", two phrases at most."""
        top = max(0, n - 2)
        while n > top:
            start, previous = self._chunks[n][0], self._chunks[n - 1][1]
            between = [t.low for t in self.tokens[previous:start] if t.tag not in ("DT", "PRP$")]
            if len(between) != 1 or between[0] not in _LINKS:
                break
            n -= 1
        return n
