"""The words of an article by which its story is known: rough stems, without function words."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from summarize.language.frequency import stem_of
from summarize.language.shipped import read_lines
from summarize.language.similarity import is_stop_word

_WORD = re.compile(r"[^\W\d_][\w'’-]*|\d[\d.,]*\d|\d")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]{2,}")
"""Thai, Lao, Burmese, Khmer, kana and Han: scripts that set no space between words."""

_SHORTEST = 3
"""Letters of a word that is no number; shorter ones are mostly function words and initials."""

_LISTS = {
    "ar": "arabic",
    "cs": "czech",
    "de": "german",
    "el": "greek",
    "es": "spanish",
    "fr": "french",
    "he": "hebrew",
    "it": "italian",
    "pl": "polish",
    "pt": "portuguese",
    "sk": "slovak",
    "sv": "swedish",
    "uk": "ukrainian",
}
"""Languages other than English of which sumy ships the function words, by ISO 639-1."""


def read_terms(text: str, language: str | None) -> Iterator[str]:
    """Yield the terms of a text in their order; a language that nobody named is taken for English.

    Scripts without spaces yield pairs of neighbouring characters (Nie & Ren 1999, Chinese
    information retrieval: using characters or words?).
    """
    stop_words = _stop_words(language)
    for found in _WORD.finditer(text):
        word = found.group()
        if word[0] > "\u0dff" and _UNSPACED.match(word):
            yield from (word[place : place + 2] for place in range(len(word) - 1))
        elif word[0].isdigit() or (len(word) >= _SHORTEST and not _is_idle(word, stop_words)):
            yield _stem(word)


def _is_idle(word: str, stop_words: frozenset[str] | None) -> bool:
    low = word.lower()
    return is_stop_word(low) if stop_words is None else low in stop_words


@lru_cache(maxsize=100_000)
def _stem(word: str) -> str:
    return stem_of(word) or word


@cache
def _stop_words(language: str | None) -> frozenset[str] | None:
    """Return the function words of a language, none where no list has them; None for English."""
    if language is None or language == "en":
        return None
    if language not in _LISTS:
        return frozenset()
    path = ("data", "stopwords", f"{_LISTS[language]}.txt")
    return frozenset(word.lower() for word in read_lines("sumy", *path, comment="#"))
