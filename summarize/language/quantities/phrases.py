"""The noun phrase behind a number.

Tags are often wrong about nouns and verbs, so a word right behind a number is given the benefit of
the doubt: "12 attacks" are counted whatever the tagger thought of them.
"""

from collections.abc import Sequence

from summarize.language.calendar import WEEKDAYS
from summarize.language.document import Token
from summarize.language.morphology import can_be

Words = Sequence[Token]

_INSIDE = ("NN", "JJ", "VBN", "VBG", "POS")
_PLURAL_FORMS = frozenset(
    "people police personnel troops men women children aircraft spacecraft feet cattle fish sheep "
    "deer staff dead wounded injured crew poor homeless media data lives wives series species "
    "others clergy servicemen servicewomen policemen policewomen fishermen firemen congressmen "
    "militia infantry youth offspring criteria phenomena bacteria alumni fungi mice geese "
    "teeth".split()
)
_NEVER_HEADS = frozenset(
    "ago earlier later before after today yesterday tomorrow tonight worth plus minus versus vs "
    "per such like including respectively apiece each worldwide".split()
) | frozenset(WEEKDAYS)
_LEADING = frozenset("of the these those its their his her our such a an".split())
_REACH = 9


def is_plural(token: Token) -> bool:
    """Say whether a word can be a plural noun, whatever its tag says."""
    if token.tag in ("NNS", "NNPS") or token.low in _PLURAL_FORMS:
        return True
    ends = token.low.endswith("s") and not token.low.endswith(("ss", "us", "is", "'s", "’s"))
    is_noun = token.tag.startswith("NN") or "-" in token.text or can_be(token.text, "NOUN")
    return ends and is_noun


def phrase_at(tokens: Words, i: int) -> Words:
    """Return the noun phrase that begins at token `i`, past "of" and determiners, or nothing."""
    first = i
    while i < len(tokens) and (tokens[i].low in _LEADING or (i > first and tokens[i].tag == "CD")):
        i += 1
    end, head = i, i
    while end < len(tokens) and end - i < _REACH and _continues(tokens, end, i):
        end += 1
        if tokens[end - 1].tag.startswith("NN") or is_plural(tokens[end - 1]):
            head = end
    if head == i < len(tokens) and tokens[i].tag == "JJ" and can_be(tokens[i].text, "NOUN"):
        head = i + 1
    return tokens[i:head]


def _continues(tokens: Words, k: int, first: int) -> bool:
    token = tokens[k]
    if token.low in _NEVER_HEADS:
        return False
    if k > first and token.text[0].isupper() and is_plural(tokens[k - 1]):
        return not tokens[k - 1].text.islower()  # "the women Norway has charged"
    if token.tag in ("VBN", "VBG", "VBD") and k > first and tokens[k - 1].tag.startswith("NN"):
        return False
    if token.tag in ("VBN", "VBG") or token.tag.startswith("RB"):
        joined = k + 1 < len(tokens) and tokens[k + 1].low in ("and", ",")
        leads = _leads_to_noun(tokens, k) or (joined and _joins_modifiers(tokens, k + 1))
        return leads or (k == first and is_plural(token))
    if token.tag == "VBD" and k == first:
        is_modifier = token.low.endswith("ed") and k + 1 < len(tokens)
        return is_modifier and tokens[k + 1].tag.startswith(("NN", "JJ"))
    if token.tag == "VBD":
        return tokens[k - 1].tag.startswith("RB") and _leads_to_noun(tokens, k)
    if token.tag.startswith(_INSIDE) or token.low in ("more", "other", "others", "dead", "&"):
        return True
    if token.low in ("and", "or", ","):
        return k > first and _joins_modifiers(tokens, k)
    return k == first and token.text.isalpha() and token.tag.startswith("VB") and is_plural(token)


def _leads_to_noun(tokens: Words, k: int) -> bool:
    if k + 1 >= len(tokens):
        return False
    after = tokens[k + 1]
    return after.tag.startswith(("NN", "JJ", "VB")) and after.low not in _NEVER_HEADS


def _joins_modifiers(tokens: Words, k: int) -> bool:
    """Say whether "and" stands inside a phrase: "well-prepared and motivated soldiers"."""
    if k + 2 >= len(tokens):
        return False
    modifiers = ("JJ", "VBN", "RB")
    joined = tokens[k - 1].tag.startswith(modifiers) and tokens[k + 1].tag.startswith(modifiers)
    return joined and tokens[k + 2].tag.startswith(("NN", "JJ", "VBN"))
