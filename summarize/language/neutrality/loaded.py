"""Words that take a side or excite rather than inform.

The list is `data/loaded_words.txt`, open to reading and to change. A word counts by its dictionary
form and, where the list says so, by its part of speech; a phrase that tells a plain fact ("striking
workers") keeps its words from counting. "coloured" words lean only where several come together.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple, get_args

from summarize.language.document import Document, Token
from summarize.language.tokens import cut_words

Category = Literal[
    "sensational", "evaluative", "label", "judging", "cliche", "editorial", "coloured"
]


class LoadedWord(NamedTuple):
    """A loaded word or phrase, `document.text[start:end] == text`."""

    start: int
    end: int
    text: str
    category: Category


class _Entry(NamedTuple):
    """A phrase of the list: its words, the tag that its first must begin with, and its kind."""

    words: tuple[str, ...]
    tags: tuple[str, ...]
    category: Category | None


_TAGS = {"V": ("V",), "N": ("NN",), "J": ("JJ", "VBN", "VBG"), "R": ("RB",), "": ("",)}


def find_loaded(document: Document, *, with_coloured: bool = False) -> tuple[LoadedWord, ...]:
    """Return the loaded words of `document` in order, inside quotation marks or not.

    Coloured words, which lean only together, are left out unless asked for.
    """
    found: list[LoadedWord] = []
    for index in range(len(document.sentences)):
        for start, end, category in _matches(document.sentence_tokens(index)):
            if category is not None and (with_coloured or category != "coloured"):
                found.append(LoadedWord(start, end, document.text[start:end], category))
    return tuple(found)


def _matches(tokens: Sequence[Token]) -> Iterator[tuple[int, int, Category | None]]:
    """Yield the longest entry at each place, left to right; innocent phrases come as None."""
    entries = _entries()
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


def _fits(entry: _Entry, tokens: Sequence[Token], keys: Sequence[frozenset[str]], i: int) -> bool:
    if not tokens[i].tag.startswith(entry.tags) or i + len(entry.words) > len(tokens):
        return False
    return all(word in keys[i + k] for k, word in enumerate(entry.words))


def _keys(token: Token) -> frozenset[str]:
    low = token.low.replace("’", "'")
    if "-" in low:
        return frozenset((low, token.lemma.lower(), low[low.rindex("-") :]))
    return frozenset((low, token.lemma.lower()))


@cache
def _entries() -> dict[str, list[_Entry]]:
    """Read the list, by first word."""
    text = files("summarize.language").joinpath("data/loaded_words.txt").read_text("utf-8")
    entries: dict[str, list[_Entry]] = defaultdict(list)
    category: Category | None = None
    for line in text.splitlines():
        if line.startswith("["):
            name = line.strip("[]")
            category = next((known for known in get_args(Category) if known == name), None)
        elif line and not line.startswith("#"):
            for phrase in filter(None, (part.strip() for part in line.split(","))):
                entry = _read_entry(phrase, category)
                entries[entry.words[0]].append(entry)
    return entries


def _read_entry(phrase: str, category: Category | None) -> _Entry:
    plain, _, tag = phrase.partition("/")
    is_ending = plain.startswith("-")  # "-crazed" stands for every compound that ends in it
    words = (plain,) if is_ending else tuple(word.text for word in cut_words(plain + tag[1:]))
    return _Entry(words, _TAGS[tag[:1]], category)
