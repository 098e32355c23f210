"""Sources that are spoken of in the plural: "sources say", "officials said", "experts warn"."""

from collections.abc import Iterator

from summarize.language.document import Document, Token
from summarize.language.speech_verbs import PEOPLE, SPEECH_VERBS

_REACH = 3
"""Words between a source and its verb: "officials in Kent said"."""
_TELLERS = PEOPLE | frozenset(
    "outlet newspaper paper observer critic supporter commentator eyewitness investigator "
    "campaigner lawmaker politician neighbour neighbor economist historian engineer".split()
)


def find_plural_sources(document: Document) -> Iterator[Token]:
    """Yield the plural nouns for nobody by name that a sentence gives as its source."""
    tokens = document.tokens
    for place, token in enumerate(tokens):
        if token.tag == "NNS" and token.lemma in _TELLERS and token.low != token.lemma:
            ahead = tokens[place + 1 : place + 2 + _REACH]
            before = [one.low for one in tokens[max(0, place - 4) : place]]
            speaks = any(one.tag.startswith("VB") and one.lemma in SPEECH_VERBS for one in ahead)
            if speaks or "according" in before:
                yield token


def has_singular(document: Document, noun: str) -> bool:
    """Say whether `document` has the noun, a lemma, in the singular and never in the plural."""
    forms = {token.tag for token in document.tokens if token.lemma == noun}
    return "NN" in forms and "NNS" not in forms
