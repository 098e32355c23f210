"""Whose an organisation is: Ukraine's General Staff and the Russian General Staff are two.

An owner is a state inside the organisation's name ("Russian Foreign Ministry", "Bank of Norway")
or the possessor before it ("Norway's Supreme Court"). A possessor counts only where the rest is
common words: every state may have a Supreme Court, but there is one Gazprom.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from summarize.language.document import Token
from summarize.language.names import gazetteer, organisations
from summarize.language.names.candidates import Candidate
from summarize.language.names.lexis import ADJECTIVES, FUNCTION_WORDS, MONTHS_AND_DAYS, is_common

_POSSESSIVES = ("'s", "’s", "'", "’")
_LINKS = frozenset("of for and & on the to".split())
_WORDS_OF_MANY = 2
"""A longer name is seldom that of many: a person's agency goes by its own name."""

STANDALONE = frozenset("congress parliament army navy senate cabinet treasury house".split())
"""Heads that are names without any other word."""


class Owned(NamedTuple):
    """An organisation's name taken apart: what it is, in words, and the states it speaks of."""

    words: tuple[str, ...]
    states: frozenset[str]


@lru_cache(maxsize=20_000)
def take_apart(name: str) -> Owned:
    """Part "Ukrainian General Staff" and "General Staff of Ukraine" into the same two things."""
    texts = gazetteer.phrase_words(name)
    words: list[str] = []
    states = set()
    i = 0
    while i < len(texts):
        size, state = _state_at(texts, i)
        if state:
            states.add(state)
        else:
            words.append(texts[i])
        i += size
    while words and words[-1].lower() in _LINKS:
        words.pop()
    return Owned(tuple(word for word in words if word not in _POSSESSIVES), frozenset(states))


def _state_at(texts: Sequence[str], i: int) -> tuple[int, str | None]:
    """Return the length and the state of what stands at `i`, be it the head of a known name."""
    for found in (gazetteer.longest_match(texts, i), gazetteer.longest_match(texts[: i + 1], i)):
        if found and found[1].kind == "state":
            return found[0], found[1].state
    return 1, None


@lru_cache(maxsize=20_000)
def owners_of(name: str) -> frozenset[str]:
    """Return the states of which an organisation's name speaks, else its possessor."""
    entry = gazetteer.look_up(name)
    if entry is not None and entry.kind == "organisation" and entry.state:
        return frozenset((entry.state,))
    states = take_apart(entry.name if entry else name).states
    texts = gazetteer.phrase_words(name)
    marks = [i for i, text in enumerate(texts) if text in _POSSESSIVES]
    if states or not marks or not is_generic(texts[marks[0] + 1 :]):
        return states
    known = gazetteer.look_up(" ".join(texts[: marks[0]]))
    if known is None:
        return frozenset((texts[marks[0] - 1],))
    is_capital = known.form == "capital" and known.state is not None
    return frozenset((known.state if is_capital and known.state else known.name,))


def have_other_owners(one: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether two organisations, each by its name and aliases, belong to different owners."""
    ours, theirs = _first_owners(one), _first_owners(other)
    return bool(ours and theirs and not ours & theirs)


def _first_owners(names: Sequence[str]) -> frozenset[str]:
    return next((owners for name in names if (owners := owners_of(name))), frozenset())


def is_generic(texts: Sequence[str]) -> bool:
    """Say whether a name may be many organisations': Foreign Ministry, Central Bank."""
    lows = [text.lower() for text in texts]
    if not any(low in organisations.ORGANISATION_HEADS for low in lows):
        return False
    return all(
        low in _LINKS or low in ADJECTIVES or is_common(text)
        for low, text in zip(lows, texts, strict=True)
    )


def possessor_before(candidate: Candidate, words: Sequence[Token]) -> int | None:
    """Return the index of the first word of whom a generic organisation belongs to.

    None where nobody is named before it, or where its name says enough: "Qatar's World Bank".
    """
    mark = candidate.at - 1
    texts = [word.text for word in candidate.words]
    if mark < 1 or candidate.title or not _is_possessive(words, mark) or not is_generic(texts):
        return None
    if candidate.kind != "organisation" and texts[0].lower() not in STANDALONE:
        return None
    start = _known_possessor(words, mark)
    if start is None and len(texts) <= _WORDS_OF_MANY:
        start = _unknown_possessor(words, mark)
    if start is None or candidate.entry is None:
        return start
    owner = gazetteer.look_up(" ".join(word.text for word in words[start:mark]))
    if owner is None or owner.state is None or candidate.entry.state is None:
        return None
    return start if owner.kind == "state" or owner.state != candidate.entry.state else None


def _is_possessive(words: Sequence[Token], mark: int) -> bool:
    return words[mark].text in _POSSESSIVES and words[mark].start == words[mark - 1].end


def _known_possessor(words: Sequence[Token], mark: int) -> int | None:
    """Find "Norway" or "Norwegian military" before a possessive mark."""
    texts = [word.text.replace("’", "'") for word in words[:mark]]
    for start in range(max(0, mark - 4), mark):
        found = gazetteer.longest_match(texts, start)
        if found is None:
            continue
        between = texts[start + found[0] :]
        if not between or (found[1].form == "demonym" and _is_lower(between)):
            return start
    return None


def _unknown_possessor(words: Sequence[Token], mark: int) -> int | None:
    """Find "Erik Lund" before a possessive mark."""
    start = mark
    while start > 0 and mark - start < 3 and _is_unknown_name(words[start - 1].text):
        start -= 1
    return start if start < mark else None


def _is_lower(texts: Sequence[str]) -> bool:
    return len(texts) <= 2 and all(text.isalpha() and text.islower() for text in texts)


def _is_unknown_name(text: str) -> bool:
    low = text.lower()
    is_raised = text[0].isupper() and low not in MONTHS_AND_DAYS | FUNCTION_WORDS
    return is_raised and (not is_common(text) or gazetteer.is_surname(text))
