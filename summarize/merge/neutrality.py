"""Words that take a side, kept out of the brief's own voice.

A loaded adjective or adverb that the sentence can do without is cut, and a verb of speech that
judges gives way to "said"; a sentence that needs its word is not used. Inside quotation marks the
words are their speaker's.
"""

import re

from summarize.language.document import Document, parse_statement
from summarize.language.neutrality.accusations import find_accusations
from summarize.language.neutrality.editorial import is_editorial
from summarize.language.neutrality.judging import find_judging, make_plain
from summarize.language.neutrality.loaded import LoadedWord, find_loaded
from summarize.language.neutrality.sparing import can_be_spared
from summarize.language.quotations.quotes import find_quotations

_VOWEL_SOUND = re.compile(r"(?i)[aeio](?!u)|ou|au|eau|u(?!ni|s[aeu]|t[io]|r[aio])")


def make_neutral(text: str) -> str | None:
    """Return `text` without loaded words and verbs that judge, or None where it needs them."""
    if is_editorial(text):
        return None
    plain = make_plain(text, find_judging(parse_statement(text)))
    return _without_loaded(plain) if plain is not None else None


def accuses(text: str) -> bool:
    """Say whether `text` states a wrong of somebody, and not who says so."""
    return any(find_accusations(parse_statement(text)))


def quotes_loaded(text: str) -> bool:
    """Say whether `text` has a loaded word in single marks, with which headlines quote anybody."""
    document = parse_statement(text)
    found = find_loaded(document)
    items = find_quotations(document).items if found else ()
    single = [one for one in items if text[one.start] in "‘'"]
    return any(one.start < word.start < one.end for one in single for word in found)


def _without_loaded(text: str) -> str | None:
    document = parse_statement(text)
    cuts: list[tuple[int, int]] = []
    for word in own_loaded_words(document):
        if not can_be_spared(document, word):
            return None
        cuts.append((word.start, word.end))
    # What is left may lean as well: "The shocking truth is" without its adjective.
    return make_neutral(_without(text, cuts)) if cuts else _without(text, cuts)


def own_loaded_words(document: Document) -> list[LoadedWord]:
    """Return the loaded words of `document` that stand outside quotation marks."""
    found = find_loaded(document)
    if not found:
        return []
    quotations = find_quotations(document)
    return [word for word in found if quotations.number_at(word.start) is None]


def is_quoted(text: str, offset: int) -> bool:
    """Say whether the character at `offset` stands inside quotation marks."""
    return find_quotations(parse_statement(text)).number_at(offset) is not None


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
