"""Which loaded words a sentence can spare: modifiers without which it still tells the same.

"A staggering loss" is a loss. But "a sham election" is none (Kamp & Partee 1995, Prototype theory
and compositionality, on privative adjectives), and "at an alarming rate" would be left "at a rate".
"""

from summarize.language.document import Document, Token
from summarize.language.neutrality.loaded import LoadedWord

_TAKES_FROM_HEAD = frozenset(
    "so-called self-styled self-proclaimed self-appointed self-described sham bogus fake phony "
    "phoney mock puppet pretend supposed purported would-be pseudo faux fraudulent rigged stolen "
    "crooked illegitimate counterfeit kangaroo failed alleged unelected".split()
)
"""What they stand before is not what it is called, or not wholly."""
_EMPTY = frozenset(
    "scenario situation case moment prospect thing outcome choice day night week month year decade "
    "time period experience vision fate way manner state condition event matter fact turn place "
    "look sight feeling sense person man woman human rate pace level scale degree extent speed "
    "position spot step note tone end start".split()
)
"""Nouns that tell nothing without a modifier."""
_INDEFINITE = frozenset(("a", "an"))
_CUT_BEFORE = ("NN", "JJ", "VB", "RB")


def can_be_spared(document: Document, word: LoadedWord) -> bool:
    """Say whether `word` is a modifier, before what it modifies, that can be cut."""
    words = document.tokens_between(word.start, word.end)
    behind = document.tokens_between(word.end, len(document.text))
    if not behind or not words or any(one.low in _TAKES_FROM_HEAD for one in words):
        return False
    before = document.tokens_between(0, word.start)[-1:]
    if before and before[0].tag.startswith("RB"):
        return False
    is_noun = len(words) == 1 and words[0].tag == "NN"
    if _is_empty(behind[0]) and (is_noun or (before and before[0].low in _INDEFINITE)):
        return False
    if is_noun and behind[0].tag.startswith("NN"):
        return True
    are_modifiers = all(one.tag.startswith(("JJ", "RB", "VBG", "VBN")) for one in words)
    return are_modifiers and behind[0].tag.startswith(_CUT_BEFORE)


def _is_empty(head: Token) -> bool:
    """Say whether a noun would be left as in "a scenario", "at a rate"."""
    return head.tag.startswith("NN") and head.lemma in _EMPTY
