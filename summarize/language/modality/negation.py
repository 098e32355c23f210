"""Which words of a sentence a negation bears on.

A cue's scope is reduced to the one word that carries it: the verb of "did not sign", the noun of
"found no trace", the verb of "nobody was hurt". That is what a changed "not" changes. Two cues that
meet cancel out ("did not fail to win"). Cues follow Huddleston & Pullum (2002), The Cambridge
Grammar of the English Language, chapter 9.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from summarize.language.document import Document, Token


@dataclass(frozen=True, slots=True)
class Negation:
    """A cue at `start:end` of the text, and the word that it negates."""

    start: int
    end: int
    predicate: Token


_NOT = frozenset("not n't n’t never cannot hardly scarcely nor".split())
_NOBODY = frozenset("nobody none nothing nowhere neither".split())
_FAILING = frozenset("fail refuse decline neglect cease unable unwilling".split())
_LACKING = frozenset("lack absence without".split())
_CUES = _NOT | _NOBODY | _LACKING | {"no"}

_NO_BOUND = frozenset(
    "fewer less more later earlier sooner doubt matter wonder other better worse different".split()
)
"""After "no" these set a bound or comment: "no fewer than ten", "no doubt"."""
_NOTHING_BUT = frozenset("more but less short".split())
"""After "nothing" these say what something is: "nothing more than a ruse"."""
_NOT_MERELY = frozenset("only just merely least surprisingly unlike".split())
"""After "not" these deny nothing: "not only", "not least"."""
_AUXILIARIES = frozenset("be have do get".split())
_VERBAL = ("V", "MD")
_PASSED_OVER = tuple("RB DT IN TO MD PRP POS CD RP EX WDT WP WRB PDT CC : `` '' \" # $".split())
_CLOSERS = frozenset(", ; : . ! ? — – ( ) but because although though while and or".split())
_REACH = 9
"""Tokens that a scope may span; beyond them the tagger, not the sentence, has gone astray."""


def negated_predicates(document: Document, start: int, end: int) -> tuple[Negation, ...]:
    """Return the negations whose cue stands in the span `start:end`, in order of their cues."""
    found: list[tuple[Token, Negation]] = []
    for index in sorted({token.sentence for token in document.tokens_between(start, end)}):
        tokens = document.sentence_tokens(index)
        for i, token in enumerate(tokens):
            if not (start <= token.start < end and _is_cue(tokens, i)):
                continue
            predicate = _predicate(tokens, i)
            if predicate is not None:
                found.append((token, Negation(token.start, token.end, predicate)))
    return _without_cancelled(found)


def _without_cancelled(found: Sequence[tuple[Token, Negation]]) -> tuple[Negation, ...]:
    cues = {cue for cue, _ in found}
    cancelling = {cue for cue, negation in found if negation.predicate in cues}
    cancelled = {negation.predicate for cue, negation in found if cue in cancelling}
    return tuple(negation for cue, negation in found if cue not in cancelling | cancelled)


def _is_cue(tokens: Sequence[Token], i: int) -> bool:
    low, lemma = tokens[i].low, tokens[i].lemma
    if low not in _CUES and lemma not in _FAILING and lemma != "lack":
        return False
    after = [token.low for token in tokens[i + 1 : i + 3]]
    before = [token.low for token in tokens[max(0, i - 2) : i]]
    if low in ("not", "neither"):
        is_aside = before[-1:] == ["if"] or before == ["whether", "or"] or "mention" in after
        return not is_aside and not (low == "not" and after[:1] and after[0] in _NOT_MERELY)
    if low == "no":
        is_number = bool(after) and after[0][:1].isdigit()
        return not is_number and not (after and after[0] in _NO_BOUND)
    if low == "nothing":
        return not (after and after[0] in _NOTHING_BUT)
    if lemma in _FAILING:
        return after[:1] == ["to"]
    if lemma == "lack":
        return tokens[i].tag.startswith("V") or after[:1] == ["of"]
    if low == "absence":
        return after[:1] == ["of"]
    return True


def _predicate(tokens: Sequence[Token], i: int) -> Token | None:
    low = tokens[i].low
    if low in _NOT or tokens[i].lemma in _FAILING:
        return _content_after(tokens, i + 1) or _auxiliary_before(tokens, i)
    if low in ("lack", "lacks", "lacked", "lacking", "absence", "without"):
        return _content_after(tokens, i + 1)
    has_verb_before = any(_is_verb(token) for token in _clause_before(tokens, i))
    if low == "no" and (has_verb_before or not _verb_after(tokens, i + 1)):
        return _content_after(tokens, i + 1)
    if has_verb_before and low != "neither":
        return next(token for token in reversed(tokens[:i]) if _is_verb(token))
    if low == "neither" and i + 1 < len(tokens) and tokens[i + 1].tag.startswith(("V", "JJ")):
        return tokens[i + 1]
    return _verb_after(tokens, i + 1)


def _clause_before(tokens: Sequence[Token], i: int) -> Sequence[Token]:
    start = next((k + 1 for k in range(i - 1, -1, -1) if tokens[k].low in _CLOSERS | {"that"}), 0)
    return tokens[start:i]


def _content_after(tokens: Sequence[Token], start: int) -> Token | None:
    """Return the verb that follows, or the head of the phrase where there is none."""
    for i in range(start, min(start + _REACH, len(tokens))):
        token = tokens[i]
        if token.low in _CLOSERS:
            return tokens[i - 1] if i > start else None
        if _is_cue(tokens, i):
            return token
        if token.lemma in _AUXILIARIES and token.tag.startswith("V"):
            continue
        if token.tag.startswith("V") or not token.tag.startswith(_PASSED_OVER):
            return token if _is_verb(token) else _head(tokens, i)
    return None


def _head(tokens: Sequence[Token], i: int) -> Token:
    """Return the last noun of the chunk that begins at `i`, or its adjective."""
    last = i
    while last + 1 < len(tokens) and tokens[last + 1].tag.startswith(("NN", "JJ", "POS")):
        last += 1
    nouns = [token for token in tokens[i : last + 1] if token.tag.startswith("NN")]
    return nouns[-1] if nouns else tokens[i]


def _verb_after(tokens: Sequence[Token], start: int) -> Token | None:
    """Return the predicate of a subject that begins before `start`: past auxiliaries and "of"."""
    for i in range(start, min(start + _REACH, len(tokens))):
        if tokens[i].low in _CLOSERS:
            return None
        if tokens[i].tag.startswith(_VERBAL):
            return _content_after(tokens, i) or tokens[i]
    return None


def _auxiliary_before(tokens: Sequence[Token], i: int) -> Token | None:
    return next((token for token in reversed(tokens[:i]) if token.tag.startswith(_VERBAL)), None)


def _is_verb(token: Token) -> bool:
    return token.tag.startswith("V")
