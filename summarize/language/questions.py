"""A statement turned into the question whether it is so, which takes no side."""

import re
from collections.abc import Sequence

from summarize.language.document import Document, Token, parse_statement
from summarize.language.neutrality.loaded import find_loaded
from summarize.language.standalone import lower_opening, stands_alone
from summarize.language.verb_forms import FINITE

_CLAUSE_OPENERS = ("WDT", "WP", "WRB")
_WHOLE = {"wo": "will", "ca": "can", "sha": "shall"}
"""Auxiliaries as they stand before "n't"."""

_LONGEST = 25
"""Words of a statement that can be asked about in one breath."""

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
    is_quoted = bool(re.search(r"[“”\"]", text))
    if holder and (is_named or is_quoted or not can_be_asked(document)):
        return f"Is the account of {_inside(holder)} right?"
    return ask_whether(document)


def can_be_asked(document: Document) -> bool:
    """Say whether a plain, short question can be made of a statement, in words that judge nothing.

    A subject without an article ("Singer is ill") or a long sentence makes no English question.
    """
    text, tokens = document.text, document.tokens
    if len(text.split()) > _LONGEST or find_loaded(document):
        return False
    place = _main_verb(tokens)
    if place is None or _lacks_article(tokens[:place]):
        return False
    return stands_alone(text[:1].upper() + text[1:], tokens)


def _lacks_article(subject: Sequence[Token]) -> bool:
    """Say whether a subject is a common noun with no article: "Singer", "perpetual guest"."""
    nouns = [token for token in subject if token.tag.startswith("NN")]
    if not nouns or nouns[-1].tag != "NN":
        return False
    opening = subject[0]
    is_bare = opening.tag in ("NN", "JJ", "JJR", "JJS", "VBN", "VBG")
    return is_bare and not any(token.tag.startswith("NNP") for token in subject)


def _inside(holder: str) -> str:
    """Return a holder's name inside a sentence: "sources" for "Sources", "Ukraine" as it is."""
    return lower_opening(holder, parse_statement(holder).tokens)


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
