"""Noun phrases of one tagged sentence, and which of them a word depends on.

A shallow reading: runs of adjectives and nouns, and the phrase before the nearest finite verb as its
subject. Tags are often wrong about nouns and verbs, so a word right behind a number is given the
benefit of the doubt.
"""

from collections.abc import Sequence

from summarize.language.document import Token
from summarize.language.tagging import can_be

Words = Sequence[Token]

_INSIDE = ("NN", "JJ", "VBN", "VBG", "POS")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_PREPOSITIONS = frozenset(
    "of in for at to from by with on off as into over under across about against after before "
    "during since until among between".split()
)
_PLURAL_FORMS = frozenset(
    "people police personnel troops men women children aircraft spacecraft feet cattle fish sheep "
    "deer staff dead wounded injured crew poor homeless media data lives wives series species "
    "others clergy servicemen servicewomen policemen policewomen fishermen firemen congressmen "
    "militia infantry youth offspring criteria phenomena bacteria alumni fungi mice geese teeth".split()
)
_NEVER_HEADS = frozenset(
    "ago earlier later before after today yesterday tomorrow tonight worth plus minus versus vs per "
    "such like including respectively apiece each monday tuesday wednesday thursday friday "
    "saturday sunday worldwide".split()
)
_TEMPORAL = frozenset(
    "second minute hour day week month year decade century quarter time today yesterday tomorrow "
    "tonight morning afternoon evening night weekend spring summer autumn winter monday tuesday "
    "wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan. feb. mar. apr. aug. sept. oct. nov. dec.".split()
)
_HOLLOW = frozenset("addition total average fact minimum maximum".split())
_CAUSES = frozenset(
    "cause expect forecast see let allow force help predict project lead drive push send want".split()
)
_REACH = 9


def is_plural(token: Token) -> bool:
    """Say whether a word can be a plural noun, whatever its tag says."""
    if token.tag in ("NNS", "NNPS") or token.low in _PLURAL_FORMS:
        return True
    ends = token.low.endswith("s") and not token.low.endswith(("ss", "us", "is", "'s", "’s"))
    return ends and (token.tag.startswith("NN") or can_be(token.text, "NOUN"))


def phrase_at(tokens: Words, i: int) -> Words:
    """Return the noun phrase that begins at token `i`, past "of" and determiners, or nothing."""
    leading = (
        "of",
        "the",
        "these",
        "those",
        "its",
        "their",
        "his",
        "her",
        "our",
        "such",
        "a",
        "an",
    )
    while i < len(tokens) and tokens[i].low in leading:
        i += 1
    end, head = i, i
    while end < len(tokens) and end - i < _REACH and _continues(tokens, end, i):
        end += 1
        if tokens[end - 1].tag.startswith("NN") or is_plural(tokens[end - 1]):
            head = end
    return tokens[i:head]


def _continues(tokens: Words, k: int, first: int) -> bool:
    token = tokens[k]
    if token.low in _NEVER_HEADS:
        return False
    if token.tag in ("VBN", "VBG", "VBD") and k > first and tokens[k - 1].tag.startswith("NN"):
        return False
    if token.tag in ("VBN", "VBG") or token.tag.startswith("RB"):
        joined = k + 1 < len(tokens) and tokens[k + 1].low in ("and", ",")
        leads = _leads_to_noun(tokens, k) or (joined and _joins_modifiers(tokens, k + 1))
        return leads or (k == first and is_plural(token))
    if token.tag == "VBD":
        return k > first and tokens[k - 1].tag.startswith("RB") and _leads_to_noun(tokens, k)
    if token.tag.startswith(_INSIDE) or token.low in ("more", "other", "others", "dead", "&"):
        return True
    if token.low in ("and", "or", ","):
        return k > first and _joins_modifiers(tokens, k)
    return k == first and token.text.isalpha() and token.tag.startswith("VB") and is_plural(token)


def _leads_to_noun(tokens: Words, k: int) -> bool:
    if k + 1 >= len(tokens):
        return False
    after = tokens[k + 1]
    return after.tag.startswith(("NN", "JJ", "VB")) and after.low not in _NEVER_HEADS


def _joins_modifiers(tokens: Words, k: int) -> bool:
    """Say whether "and" stands inside a phrase: "well-prepared and motivated soldiers"."""
    if k + 2 >= len(tokens):
        return False
    modifiers = ("JJ", "VBN", "RB")
    joined = tokens[k - 1].tag.startswith(modifiers) and tokens[k + 1].tag.startswith(modifiers)
    return joined and tokens[k + 2].tag.startswith(("NN", "JJ", "VBN"))


class Phrases:
    """The noun phrases of a sentence, without those that only tell a time or hold an amount.

    `amounts` are token ranges, half-open, that belong to numbers and their units.
    """

    def __init__(self, tokens: Words, amounts: Sequence[tuple[int, int]]) -> None:
        self._tokens = tokens
        self._barred = {k for first, end in amounts for k in range(first, end)}
        self._chunks = [c for c in self._chunk() if not self._is_temporal(*c)]

    def _chunk(self) -> list[tuple[int, int]]:
        chunks: list[tuple[int, int]] = []
        k = 0
        while k < len(self._tokens):
            end = self._run_end(k)
            if end > k:
                chunks.append((k, end))
            k = max(end, k + 1)
        return chunks

    def _run_end(self, start: int) -> int:
        head = k = start
        while k < len(self._tokens) and k not in self._barred and self._is_inside(k, start):
            k += 1
            if self._tokens[k - 1].tag.startswith(("NN", "CD", "VB")):
                head = k
        return head

    def _is_inside(self, k: int, start: int) -> bool:
        token = self._tokens[k]
        if token.tag.startswith("VB") and k == start and self._is_determined(k):
            return True
        if token.tag in ("VBN", "VBG"):
            return (
                k + 1 < len(self._tokens)
                and self._tokens[k + 1].tag.startswith("NN")
                and k == start
            )
        if token.low in ("&", "/") or token.tag == "CD":
            return k > start and self._tokens[k - 1].tag.startswith("NN")
        return token.tag.startswith(_INSIDE) and token.text not in ("-", "%")

    def _is_determined(self, k: int) -> bool:
        """Say whether a word tagged a verb must be a noun: "the set will cost"."""
        tokens = self._tokens
        if k == 0 or k + 1 >= len(tokens) or tokens[k - 1].tag not in ("DT", "PRP$"):
            return False
        return tokens[k + 1].tag in _FINITE and can_be(tokens[k].text, "NOUN")

    def _is_temporal(self, start: int, end: int) -> bool:
        last = self._tokens[end - 1]
        if end - start == 1 and last.low in _HOLLOW:
            return True
        return last.lemma.lower() in _TEMPORAL or last.low in _TEMPORAL

    def before(self, i: int) -> Words:
        """Return the phrase that ends right before token `i`, or nothing."""
        return next((self._words(c) for c in self._chunks if c[1] == i), ())

    def following(self, i: int) -> Words:
        """Return the first phrase after token `i`, or nothing."""
        return next((self._words(c) for c in self._chunks if c[0] >= i), ())

    def subject(self, i: int) -> Words:
        """Return the phrase that the clause around token `i` is about, or the nearest before it.

        That is the last phrase before `i` that a finite verb follows and no preposition leads,
        with what hangs on it by prepositions ("employment for women").
        """
        earlier = [n for n, c in enumerate(self._chunks) if c[1] <= i]
        for n in reversed(earlier):
            if self._is_followed_by_verb(n, i) or self._is_caused(n, i):
                first = self._leading_chunk(n)
                return self._tokens[self._chunks[first][0] : self._chunks[n][1]]
        return self._words(self._chunks[earlier[-1]]) if earlier else ()

    def _is_caused(self, n: int, i: int) -> bool:
        """Say whether "sea levels" rise in "cause sea levels to rise"."""
        start, end = self._chunks[n]
        while start > 0 and self._tokens[start - 1].tag in ("DT", "PRP$"):
            start -= 1
        return (
            start > 0
            and end < i
            and self._tokens[end].tag == "TO"
            and self._tokens[start - 1].lemma in _CAUSES
        )

    def _is_followed_by_verb(self, n: int, i: int) -> bool:
        k = self._chunks[n][1]
        while k < i and (
            self._tokens[k].tag in ("RB", "WDT", "WP", "RP", "VBN", "VB")
            or self._tokens[k].low in (",", "that", "who", "which", "(", ")")
            or k in self._barred
        ):
            k += 1
        return k < i and self._tokens[k].tag in _FINITE

    def _leading_chunk(self, n: int) -> int:
        """Climb from "women" to "employment" in "employment for women"."""
        while n > 0:
            start, previous = self._chunks[n][0], self._chunks[n - 1][1]
            between = [t.low for t in self._tokens[previous:start] if t.tag not in ("DT", "PRP$")]
            if len(between) != 1 or between[0] not in _PREPOSITIONS:
                break
            n -= 1
        return n

    def _words(self, chunk: tuple[int, int]) -> Words:
        return self._tokens[chunk[0] : chunk[1]]
