"""One or two words in quotation marks that nobody is quoted with: marks of doubt, not of speech.

"The “experts” have a plan" sneers in the writer's voice. A name, a title of a work, a nickname and
words that somebody is said to use ("what she called a “joke”") are none; where the sentence has any
word of speech at all, the marks may be its speaker's (AP Stylebook, "quotation marks").
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from summarize.language.document import Document, Token
from summarize.language.quotations.quotes import Span, find_quotations
from summarize.language.speech_verbs import CONCERNS, OWN_WORDS, SPEECH_NOUNS, SPEECH_VERBS

_MOST_WORDS = 2
_WORD = re.compile(r"[\w’'-]+")
_NAMING = frozenset(
    "call dub name nickname know term label brand describe style title entitle christen codename "
    "mean read spell refer accuse classify charge list mark sign use pronounce translate put order "
    "recommend require categorize categorise treat consider deem".split()
)
_WORDS = frozenset(
    "word phrase term expression name nickname slogan motto hashtag buzzword label acronym "
    "category article clause count charge meaning euphemism chant keyword title praise".split()
)
"""Nouns for words as words: the "buzzword" of the day."""
_ASPECTS = frozenset("begin continue laugh sigh".split())
"""They quote whole sentences, and mostly report no speech."""
_NOUN_TAGS = frozenset(("NN", "NNS", "VBZ"))
"""A plural behind a comma is easily read as a verb."""
_NOUNS = _WORDS | OWN_WORDS | CONCERNS | frozenset(SPEECH_NOUNS)


def find_scare_quotes(document: Document) -> Iterator[Span]:
    """Yield each quotation, its marks included, that only doubts what it holds."""
    if not any(mark in document.text for mark in "“\"‘'«"):
        return
    for quotation in find_quotations(document).items:
        span = Span(quotation.start, quotation.end)
        words = _WORD.findall(document.text[slice(*span)])
        if not 0 < len(words) <= _MOST_WORDS or not _are_common(words):
            continue
        tokens = document.sentence_tokens(document.sentence_at(span.start))
        if quotation.is_closed and not any(map(_tells_of_words, _outside(tokens, span))):
            yield span


def _are_common(words: Sequence[str]) -> bool:
    """Say whether words are no name and no title; one capital may open a sentence."""
    plain = [word.strip("’'") for word in words]
    return all(word[:1].islower() and word.islower() for word in plain)


def _outside(tokens: Sequence[Token], span: Span) -> Iterator[Token]:
    return (token for token in tokens if not span.start <= token.start < span.end)


def _tells_of_words(token: Token) -> bool:
    """Say whether a word tells that something was said, named or written."""
    if token.tag.startswith("VB") and (token.lemma in _NAMING or token.lemma in _quoting_verbs()):
        return True
    return token.tag in _NOUN_TAGS and token.lemma in _NOUNS


@cache
def _quoting_verbs() -> frozenset[str]:
    """Return the verbs behind which words of a speaker may be quoted."""
    frames = {"quote", "words", "object"}
    quoting = {verb.lemma for verb in SPEECH_VERBS.values() if verb.frames & frames}
    return frozenset(quoting - _ASPECTS)
