"""A statement turned into the question whether it is so, which takes no side."""

import re
from collections.abc import Sequence

from summarize.language.document import Document, Token
from summarize.language.standalone import lower_opening
from summarize.language.verb_forms import FINITE

_CLAUSE_OPENERS = ("WDT", "WP", "WRB")
_WHOLE = {"wo": "will", "ca": "can", "sha": "shall"}
"""Auxiliaries as they stand before "n't"."""

_DO = {"VBD": "Did", "VBZ": "Does", "VBP": "Do"}


def ask_whether(document: Document) -> str:
    """Return a yes-or-no question for the first sentence of `document`.

    "Troops left the city." gives "Did troops leave the city?". Where the subject cannot be told
    from its verb, the question is "Is it true that …?".
    """
    tokens = document.sentence_tokens(0) if document.sentences else ()
    place = _main_verb(tokens)
    text = re.sub(r"[.!?…]+([\"”’']*)$", r"\1", document.text.strip())
    if place is None:
        return f"Is it true that {lower_opening(text, tokens)}?"
    verb = tokens[place]
    subject = lower_opening(document.text[tokens[0].start : verb.start].strip(), tokens)
    rest = text[verb.end :].strip()
    if _is_auxiliary(tokens, place):
        contracted = rest.startswith(("n't", "n’t"))
        rest = f"not {rest[3:].strip()}" if contracted else rest
        asked = _WHOLE.get(verb.low, verb.text).capitalize()
        return f"{asked} {subject} {rest}?"
    return f"{_DO[verb.tag]} {subject} {verb.lemma} {rest}?"


def ask_about(document: Document, holder: str) -> str:
    """Return a question for what `holder` states in `document`.

    A quotation, or a sentence that itself says who speaks, is no proposition to ask about; the
    question is then whether the holder's account is right. `holder` is empty for an outlet.
    """
    text = document.text
    is_named = bool(holder) and holder.rsplit(maxsplit=1)[-1] in text
    if holder and (is_named or re.search(r"[“”\"]", text)):
        return f"Is the account of {holder} right?"
    return ask_whether(document)


def _main_verb(tokens: Sequence[Token]) -> int | None:
    """Return the place of the first finite verb, if what stands before it is a plain subject."""
    if not tokens or tokens[0].tag in ("IN", "VBG", "VBN", "RB", "TO", "EX", *_CLAUSE_OPENERS):
        return None
    for place, token in enumerate(tokens):
        if token.tag in FINITE and place > 0:
            return place
        if token.tag in (",", ":", "(", ")", "``", "''", '"', *_CLAUSE_OPENERS):
            return None
        if token.low in ("that", "“", "”"):
            return None
    return None


def _is_auxiliary(tokens: Sequence[Token], place: int) -> bool:
    verb = tokens[place]
    if verb.tag == "MD" or verb.lemma == "be":
        return True
    following = [token.tag for token in tokens[place + 1 : place + 4] if token.tag != "RB"]
    if verb.lemma == "do":
        return following[:1] == ["VB"]
    return verb.lemma == "have" and following[:1] in (["VBN"], ["VBD"])
