"""Lemmas and past forms, out of the tables that lemminflect ships.

The tables are searched as they lie: lemminflect makes dictionaries of them, which takes 0.3 s in
each run, and loads spaCy where that is installed. What a table lacks, new words and misspelt ones,
is taken apart by the rules of spelling.
"""

import re
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
    if lemma.endswith("e"):
        return f"{lemma}d"
    if _ENDS_IN_Y.search(lemma):
        return f"{lemma[:-1]}ied"
    return f"{lemma}{lemma[-1]}ed" if _DOUBLES.fullmatch(lemma) else f"{lemma}ed"


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
    """Return the lemma of a word that the table lacks as this part of speech.

    What it knows as another is taken for a tagger's error, but for a noun made of a verb ("the
    fighting"); the rest is read by its ending.
    """
    known = next(iter(_lemmas(low).values()), None)
    if known is not None and part != "NOUN":
        return known
    if part in ("NOUN", "VERB") and (match := _PLURAL.fullmatch(low)):
        return _singular(match)
    if part == "VERB" and (match := _VERB_FORM.fullmatch(low)):
        return _spell_stem(match["stem"])
    if part in ("ADJ", "ADV") and (match := _COMPARED.fullmatch(low)):
        return _spell_stem(match["stem"])
    return low


_DOUBLES = re.compile(r"[^aeiou]+[aeiou][bdgmnprt]")
_ENDS_IN_Y = re.compile(r"[^aeiou]y$")
_PLURAL = re.compile(
    r"(?P<y>.{2,}[^aeiou])ies|(?P<es>.+(?:s|x|z|ch|sh))es|(?P<s>.+[^sui])s|(?P<man>.+m)en"
)
_VERB_FORM = re.compile(r"(?P<stem>.*[aeiouy].*)(?:ed|ing)")
_COMPARED = re.compile(r"(?P<stem>.*[aeiouy].*[^aeou])(?:er|est)")
_DOUBLED = re.compile(r".+([bdgmnprt])\1")
_LACKS_E = re.compile(r".*(?:[^aeiou]l|[aeiou][cvzs]|[^l]v|at|iz|dg|ng|rg|nc|rc|u)")


def _singular(match: re.Match[str]) -> str:
    if match["y"]:
        return f"{match['y']}y"
    if match["man"]:
        return f"{match['man']}an"
    return match["es"] or match["s"]


def _spell_stem(stem: str) -> str:
    """Write what is left of "quipped", "retried" and "googled": quip, retry, google."""
    if stem.endswith("i"):
        return f"{stem[:-1]}y"
    if _DOUBLED.fullmatch(stem):
        return stem[:-1]
    return f"{stem}e" if _LACKS_E.fullmatch(stem) else stem


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
