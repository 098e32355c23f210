"""Whether a date in a sentence lies before or after the day of writing, by the verb beside it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from summarize.language.document import Document, Token

Tense = Literal["past", "future"]

_FUTURE_MODALS = frozenset("will shall 'll ’ll wo would may might must should could can".split())
_SCHEDULED = frozenset("expect set due schedule slate plan poise suppose".split())
_FIXED = frozenset("schedule slate reschedule postpone".split())
"""What has been fixed lies ahead: "has scheduled a hearing on Oct. 26"."""
_PLANS = frozenset("plan intend expect hope want aim vow promise pledge".split())
_PAST_AUXILIARIES = frozenset("was were had".split())


def tense_at(document: Document, start: int, end: int) -> Tense | None:
    """Return the tense of the verb nearest to the span in its sentence, before it or else after.

    A plain present says nothing ("The court sits on Monday"), nor does a sentence without a verb.
    """
    tokens = document.sentence_tokens(document.sentence_at(start))
    before = [token for token in tokens if token.end <= start]
    after = [token for token in tokens if token.start >= end]
    found = _nearest(before, range(len(before) - 1, -1, -1)) or _nearest(
        after, _outside_relatives(after)
    )
    return None if found == "present" else found


def _outside_relatives(tokens: Sequence[Token]) -> Iterator[int]:
    """Yield the places outside ", which would …,": the verb of the date stands behind them."""
    is_inside = False
    for i, token in enumerate(tokens):
        if token.text == ",":
            is_inside = i + 1 < len(tokens) and tokens[i + 1].low in ("which", "who", "whose")
        if not is_inside:
            yield i


def _nearest(tokens: Sequence[Token], order: Iterable[int]) -> Tense | Literal["present"] | None:
    for i in order:
        if tokens[i].text == ";":
            break
        found = _tense_of(tokens, i)
        if found is not None:
            return found
    return None


def _tense_of(tokens: Sequence[Token], i: int) -> Tense | Literal["present"] | None:
    token = tokens[i]
    following = [t.low for t in tokens[i + 1 : i + 4]]
    if token.tag == "MD" and token.low in _FUTURE_MODALS:
        return "past" if "have" in following else "future"
    if token.low in _FUTURE_MODALS or not token.tag.startswith("V"):
        is_due = token.lemma in _SCHEDULED and following[:1] in (["for"], ["to"], ["on"])
        return "future" if is_due else None
    if token.lemma in _SCHEDULED and following[:1] in (["for"], ["to"]):
        preceding = {t.low for t in tokens[max(0, i - 2) : i]}
        return "past" if preceding & _PAST_AUXILIARIES else "future"
    if token.lemma in _FIXED and token.tag in ("VBN", "VBD", "VBG"):
        preceding = {t.low for t in tokens[max(0, i - 2) : i]}
        return "past" if preceding & _PAST_AUXILIARIES else "future"
    if token.tag in ("VBZ", "VBP"):
        return "future" if token.lemma in _PLANS and "to" in following else "present"
    if token.tag == "VBN" and _describes(tokens, i):
        return None
    return "past" if token.tag in ("VBD", "VBN") else None


def _describes(tokens: Sequence[Token], i: int) -> bool:
    """Say whether the participle at `i` stands before its noun: "for vaccinated visitors"."""
    is_before_noun = i + 1 < len(tokens) and tokens[i + 1].tag.startswith("NN")
    auxiliaries = any(token.lemma in ("have", "be") for token in tokens[max(0, i - 3) : i])
    return is_before_noun and not auxiliaries
