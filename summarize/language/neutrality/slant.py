"""Whether a sentence leans, by its loaded words and by whose voice it speaks in.

A report attributes what it says ("said", "according to"); a comment has a voice of its own: it says
"we" and "you", asks, exclaims, deals in absolutes ("never", "everyone") and puts single words in
quotation marks to doubt them. What stands in quotation marks is the voice of another.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from summarize.language.document import Document, Token
from summarize.language.neutrality.loaded import find_loaded

_LOADED, _COLOURED, _COMMENT, _REPORT = 3, 1, 2, -2
_LEANING = 3
"""One loaded word leans, or three coloured, or one coloured in a comment; a report takes more.

Plain reports of strong events hold one coloured word or two ("violence", "threat").
"""
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_DOUBTED = re.compile(r"[“\"‘'][a-z]+[”\"’'](?!\w)")
_VOICE = frozenset(
    "we us our ours ourselves you your yours yourself yourselves "
    "i my me even never nothing nobody everyone everybody everything every".split()
)
_DEGREES = frozenset("so too such".split())
_OPENING = ("CC", "WRB", "WP")
_SAYS = frozenset("say tell announce report add state".split())


def is_slanted(document: Document) -> bool:
    """Say whether `document`, one sentence, leans to a side."""
    quoted = [match.span() for match in _QUOTED.finditer(document.text)]
    own = [
        word
        for word in find_loaded(document, with_coloured=True)
        if not any(start < word.start < end for start, end in quoted)
    ]
    tokens = [
        token
        for token in document.tokens
        if not any(start < token.start < end for start, end in quoted)
    ]
    weight = sum(_COLOURED if word.category == "coloured" else _LOADED for word in own)
    is_report = any(map(_reports, tokens)) or "according to" in document.text.lower()
    doubts = 0 if is_report else len(_DOUBTED.findall(document.text))
    weight += _COMMENT * (_comments(tokens) + doubts) + _REPORT * is_report
    return weight >= _LEANING


def _reports(token: Token) -> bool:
    return token.lemma in _SAYS and token.tag.startswith("VB")


def _comments(tokens: Sequence[Token]) -> int:
    """Count what gives away a voice of its own."""
    if not tokens:
        return 0
    voices = {token.low for token in tokens if token.low in _VOICE and token.text != "US"}
    degrees = sum(
        one.low in _DEGREES and two.tag.startswith(("JJ", "RB")) for one, two in pairwise(tokens)
    )
    opens = tokens[0].tag in _OPENING
    asks = sum(token.text in ("?", "!") for token in tokens)
    return len(voices) + degrees + opens + asks
