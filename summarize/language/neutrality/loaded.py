"""Words that take a side or excite rather than inform.

The list is `data/loaded_words.txt`, open to reading and to change (see `words.py`). A word counts
by its dictionary form and, where the list says so, by its part of speech; a phrase that tells a
plain fact ("striking workers") keeps its words from counting. "coloured" words lean only where
several come together.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from summarize.language.document import Document, Token
from summarize.language.neutrality.words import Category, Entry, words_in_use


class LoadedWord(NamedTuple):
    """A loaded word or phrase, `document.text[start:end] == text`."""

    start: int
    end: int
    text: str
    category: Category


def find_loaded(document: Document, *, with_coloured: bool = False) -> tuple[LoadedWord, ...]:
    """Return the loaded words of `document` in order, inside quotation marks or not.

    Coloured words, which lean only together, are left out unless asked for.
    """
    entries = words_in_use().entries
    found: list[LoadedWord] = []
    for index in range(len(document.sentences)):
        for start, end, category in _matches(document.sentence_tokens(index), entries):
            if category is not None and (with_coloured or category != "coloured"):
                found.append(LoadedWord(start, end, document.text[start:end], category))
    return tuple(found)


def _matches(
    tokens: Sequence[Token], entries: Mapping[str, Sequence[Entry]]
) -> Iterator[tuple[int, int, Category | None]]:
    """Yield the longest entry at each place, left to right; innocent phrases come as None."""
    keys = [_keys(token) for token in tokens]
    i = 0
    while i < len(tokens):
        found = [
            entry
            for key in sorted(keys[i])
            for entry in entries.get(key, ())
            if _fits(entry, tokens, keys, i)
        ]
        if not found:
            i += 1
            continue
        longest = max(found, key=lambda entry: (len(entry.words), entry.category is None))
        last = i + len(longest.words) - 1
        yield tokens[i].start, tokens[last].end, longest.category
        i = last + 1


def _fits(entry: Entry, tokens: Sequence[Token], keys: Sequence[frozenset[str]], i: int) -> bool:
    if not tokens[i].tag.startswith(entry.tags) or i + len(entry.words) > len(tokens):
        return False
    return all(word in keys[i + k] for k, word in enumerate(entry.words))


def _keys(token: Token) -> frozenset[str]:
    low = token.low.replace("’", "'")
    if "-" in low:
        return frozenset((low, token.lemma.lower(), low[low.rindex("-") :]))
    return frozenset((low, token.lemma.lower()))
