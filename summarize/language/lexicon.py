"""The words and rules of Brill's tagger, read from the files that TextBlob ships.

The files are read and searched as they lie: importing TextBlob loads NLTK, and makes a dictionary
that checks at each look-up whether it is loaded.
Brill, E. (1992), A simple rule-based part of speech tagger.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from summarize.language.shipped import find_lines, read_lines

_NEIGHBOURS = ("goodleft", "goodright")
"""Rules about the words beside an unknown one, which nobody asks here."""


class _LexicalRule(NamedTuple):
    """A new tag for an unknown word by its letters, where it has the tag `old` or that is None."""

    old: str | None
    letters: str
    kind: str
    new: str

    def fits(self, word: str) -> bool:
        """Say whether `word` has the letters, or is a known word with or without them."""
        match self.kind:
            case "char":
                return self.letters in word
            case "haspref":
                return word.startswith(self.letters)
            case "hassuf":
                return word.endswith(self.letters)
            case "addpref":
                return _is_listed(self.letters + word)
            case "addsuf":
                return _is_listed(word + self.letters)
            case "deletepref":
                rest = word.removeprefix(self.letters)
                return rest != word and _is_listed(rest)
            case "deletesuf":
                rest = word.removesuffix(self.letters)
                return rest != word and _is_listed(rest)
        raise ValueError(f"no lexical rule is of kind {self.kind!r}")


def listed_tag(word: str) -> str | None:
    """Return the most frequent tag of `word`, written so, or None where the lexicon lacks it."""
    lines = list(find_lines(_lexicon(), f"{word} "))
    return lines[-1].split(" ", 2)[1] if lines else None


def _is_listed(word: str) -> bool:
    return listed_tag(word) is not None


@cache
def _lexicon() -> Sequence[str]:
    """Return lines such as "said VBD x", sorted: 94,000 words."""
    return sorted(_lines("en-lexicon.txt"))


@cache
def contextual_rules() -> tuple[tuple[str, ...], ...]:
    """Return Brill's contextual rules: "NN VB PREVTAG TO" is ("NN", "VB", "PREVTAG", "TO")."""
    return tuple(tuple(line.split()) for line in _lines("en-context.txt"))


def guess_unknown(word: str) -> str:
    """Return the tag that the lexical rules give a word that is not in the lexicon."""
    tag = "NN"
    for rule in _lexical_rules():
        if rule.old in (None, tag) and rule.fits(word):
            tag = rule.new
    return tag


@cache
def _lexical_rules() -> tuple[_LexicalRule, ...]:
    """Return the rules; "NN s fhassuf 1 NNS x" asks for a tag, "ly hassuf 2 RB x" does not."""
    rules = []
    for line in _lines("en-morphology.txt"):
        *asked, new, _ = line.split()
        old = asked.pop(0) if asked[2:] and asked[2].startswith("f") else None
        letters, kind = asked[0], asked[1].removeprefix("f")
        if kind not in _NEIGHBOURS:
            rules.append(_LexicalRule(old, letters, kind, new))
    return tuple(rules)


def _lines(name: str) -> Iterator[str]:
    return read_lines("textblob", "en", name, comment=";;;")
