"""Lemmas and past forms, out of the tables that lemminflect ships and by its rules.

The tables are searched as they lie: lemminflect makes dictionaries of them, which takes 0.4 s in
each run, and copies an entry deeply at each look-up. What a table lacks is asked of lemminflect.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from summarize.language.shipped import find_lines, read_lines

_UNIVERSAL = {"N": "NOUN", "V": "VERB", "J": "ADJ", "R": "ADV", "M": "AUX"}


@lru_cache(maxsize=50_000)
def lemma_of(word: str, tag: str) -> str:
    """Return the dictionary form of `word` read as `tag`, in lower case but for names."""
    if tag.startswith("NNP"):
        return word
    part = _UNIVERSAL.get(tag[0])
    low = word.lower()
    if part is None or not word.isalpha():
        return low
    return _lemmas(low).get(part) or _guess_lemma(low, part)


@lru_cache(maxsize=1_000)
def past_of(lemma: str) -> str:
    """Return the past tense of a verb."""
    corrected = _past_corrections().get(lemma)
    if corrected is not None:
        return corrected
    for line in find_lines(_inflections(), f"{lemma},"):
        part, *forms = line.split(",")[1:]
        if part == "verb" and forms[0]:
            return forms[0].split("/")[0]
    from lemminflect import getInflection

    forms = getInflection(lemma, tag="VBD")
    return str(forms[0]) if forms else f"{lemma.removesuffix('e')}ed"


def can_be(word: str, part: str) -> bool:
    """Say whether English knows `word` as a NOUN, VERB, ADJ, ADV or AUX."""
    return part in _lemmas(word.lower())


@lru_cache(maxsize=50_000)
def _lemmas(low: str) -> Mapping[str, str]:
    """Return the first lemma of a word, in lower case, as each part of speech that it can be."""
    found = {}
    for line in find_lines(_lemma_table(), f"{low},"):
        _, part, lemmas = line.split(",")
        found[part.upper()] = lemmas.split("/")[0].lower()
    found.update(_corrections().get(low, {}))
    return found


def _guess_lemma(low: str, part: str) -> str:
    """Return the lemma of a word that the table lacks."""
    from lemminflect import getAllLemmasOOV

    guessed = getAllLemmasOOV(low, part).get(part)
    return str(guessed[0]) if guessed else low


@cache
def _lemma_table() -> Sequence[str]:
    """Return lines such as "said,verb,say", sorted."""
    return sorted(_read("lemma_lu.csv.gz"))


@cache
def _inflections() -> Sequence[str]:
    """Return lines such as "say,verb,said,said,saying,says", sorted."""
    return sorted(_read("infl_lu.csv.gz"))


@cache
def _corrections() -> Mapping[str, Mapping[str, str]]:
    """Return what lemminflect sets right in its own table."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for line in _read("lemma_overrides.csv"):
        word, part, lemma = line.split(",")
        found[word][part] = lemma.lower()
    return dict(found)


@cache
def _past_corrections() -> Mapping[str, str]:
    """Return the past forms that lemminflect sets right in its own table."""
    lines = (line.split(",") for line in _read("infl_overrides.csv"))
    return {lemma: form for lemma, tag, form in lines if tag == "VBD"}


def _read(name: str) -> Iterator[str]:
    return read_lines("lemminflect", "resources", name, comment="#")
