"""The words of a sentence as names need them: initials whole, compounds of names apart."""

import re

from summarize.language.document import Document, Token
from summarize.language.names import gazetteer

_PARTY_AND_STATE = re.compile(r"[DRI]-[A-Z]")
"""What follows the name of an American lawmaker."""


def sentence_words(document: Document, index: int) -> list[Token]:
    """Return the tokens of a sentence, hyphened compounds of names apart.

    Initials keep their stops, "R-W.Va." is one word.
    """
    words: list[Token] = []
    for token in document.sentence_tokens(index):
        is_stop = token.text == "." and words and words[-1].end == token.start
        is_glued = bool(words) and words[-1].end == token.start and token.text not in ",;:)]"
        if is_glued and _PARTY_AND_STATE.match(words[-1].text):
            last = words.pop()
            words.append(last._replace(text=last.text + token.text, end=token.end))
        elif is_stop and len(words[-1].text) == 1 and words[-1].text.isupper():
            last = words.pop()
            words.append(last._replace(text=last.text + ".", end=token.end))
        else:
            words += _cut_compound(token)
    return words


def _cut_compound(token: Token) -> list[Token]:
    """Cut "Russia-North" and "Moscow-based", not "Bretton-Gordon" or "Jong-un"."""
    head, dash, tail = token.text.partition("-")
    if not dash or not head or not tail or "-" in tail:
        return [token]
    known = _is_actor_word(head) or _is_actor_word(tail)
    is_compound = known and (head[0].isupper() or tail[0].isupper())
    is_suffixed = head[0].isupper() and (tail in _SUFFIXES or (head.isupper() and tail.islower()))
    is_prefixed = head.lower() in PREFIXES and tail[0].isupper()
    if not (is_compound or is_suffixed or is_prefixed) or gazetteer.look_up(token.text):
        return [token]
    middle = token.start + len(head)
    return [
        token._replace(text=head, end=middle, tag="JJ" if is_prefixed else "NNP"),
        token._replace(text="-", start=middle, end=middle + 1, tag=":"),
        token._replace(text=tail, start=middle + 1, tag="NNP" if tail[0].isupper() else "JJ"),
    ]


_SUFFIXES = frozenset(
    "based backed led born made owned controlled occupied held style trained funded run area "
    "wide affiliated linked aligned allied built speaking sponsored mediated brokered".split()
)
PREFIXES = frozenset("pro anti ex non post pre mid".split())


def _is_actor_word(word: str) -> bool:
    entry = gazetteer.look_up(word) if word[:1].isupper() else None
    is_known = entry is not None and entry.kind == "organisation"
    return is_known or is_state_word(word)


def is_state_word(word: str) -> bool:
    """Say whether `word` is a state's name, adjective or capital."""
    entry = gazetteer.look_up(word) if word[:1].isupper() else None
    return entry is not None and (entry.kind == "state" or entry.form == "capital")
