"""Words that take a side, kept out of the brief's own voice.

A loaded adjective or adverb that the sentence can do without is cut; a sentence that needs its
loaded word is not used. Inside quotation marks the words are their speaker's.
"""

import re

from summarize.language.document import Document, parse_statement
from summarize.language.neutrality.editorial import is_editorial
from summarize.language.neutrality.loaded import LoadedWord, find_loaded

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_VOWEL_SOUND = re.compile(r"(?i)[aeio](?!u)|ou|au|eau|u(?!ni|s[aeu]|t[io]|r[aio])")
_CUT_BEFORE = ("NN", "JJ", "VB", "RB")


def make_neutral(text: str) -> str | None:
    """Return `text` without loaded words of its own, or None where they cannot be cut."""
    if is_editorial(text):
        return None
    document = parse_statement(text)
    cuts: list[tuple[int, int]] = []
    for word in own_loaded_words(document):
        if not _can_be_cut(document, word.start, word.end):
            return None
        cuts.append((word.start, word.end))
    # What is left may lean as well: "The shocking truth is" without its adjective.
    return make_neutral(_without(text, cuts)) if cuts else _without(text, cuts)


def own_loaded_words(document: Document) -> list[LoadedWord]:
    """Return the loaded words of `document` that stand outside quotation marks."""
    return [word for word in find_loaded(document) if not is_quoted(document.text, word.start)]


def is_quoted(text: str, offset: int) -> bool:
    """Say whether the character at `offset` stands inside quotation marks."""
    return any(match.start() < offset < match.end() for match in _QUOTED.finditer(text))


def _can_be_cut(document: Document, start: int, end: int) -> bool:
    """Say whether the words are modifiers that stand before what they modify."""
    words = document.tokens_between(start, end)
    behind = document.tokens_between(end, len(document.text))[:1]
    if not behind:
        return False
    before = document.tokens_between(0, start)[-1:]
    if before and before[0].tag.startswith("RB"):
        return False
    is_noun = len(words) == 1 and words[0].tag == "NN"
    modifies_noun = is_noun and behind[0].tag.startswith("NN")
    are_modifiers = all(word.tag.startswith(("JJ", "RB", "VBG", "VBN")) for word in words)
    return modifies_noun or (are_modifiers and behind[0].tag.startswith(_CUT_BEFORE))


def _without(text: str, cuts: list[tuple[int, int]]) -> str:
    for start, end in reversed(cuts):
        before, after = text[:start].rstrip(), text[end:].lstrip(" ,")
        text = f"{_fit_article(before, after)} {after}".strip()
    return text[:1].upper() + text[1:]


def _fit_article(before: str, after: str) -> str:
    """Make the "a" or "an" that ends `before` suit the word that now follows."""
    match = re.search(r"(?i)(?<!\w)an?$", before)
    if match is None:
        return before
    article = match.group()[0] + ("n" if _VOWEL_SOUND.match(after) else "")
    return before[: match.start()] + article
