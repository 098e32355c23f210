"""Whose side an actor speaks for: a state's officials speak for the state."""

import re
from collections import Counter
from functools import lru_cache

from summarize.language.names.aliases import is_named
from summarize.language.names.allegiance import state_in, states_in
from summarize.model import Actor

_SERVES_NO_MORE = re.compile(
    r"(?i)\b(?:former|ex-|retired|defector|critic|exiled|opposition|ousted|jailed)\b"
)
PRIVATE = re.compile(
    r"(?i)\b(?:\w+ologists?|scientists?|researchers?|professors?|lecturers?|academics?|historians?"
    r"|experts?|analysts?|economists?|engineers?|doctors?|surgeons?|nurses?|teachers?|students?"
    r"|journalists?|reporters?|correspondents?|authors?|writers?|poets?|activists?|campaigners?"
    r"|lawyers?|attorneys?|farmers?|fishermen|workers?|residents?|villagers?|citizens?"
    r"|family|families|relatives?|parents?|mothers?|fathers?|widows?|neighbou?rs?|passengers?"
    r"|tourists?|refugees?|migrants?|witness(?:es)?|survivors?|business(?:man|woman|men|people)"
    r"|entrepreneurs?|owners?|investors?|actors?|actress(?:es)?|singers?|musicians?|athletes?"
    r"|players?|coach(?:es)?|fans?|airlines?|airways|banks?|universit(?:y|ies)|clubs?|leagues?)\b"
)
"""Trades and bodies that a state has among its people, and that do not speak for it."""

_REACH = 45
"""Characters before a name in which the sources may say whose it is ("Russian President …")."""


@lru_cache(maxsize=10_000)
def side_of(actor: Actor) -> str:
    """Return the state that `actor` is or serves by its role or name, else the actor's own name.

    "Russian Foreign Ministry spokeswoman Maria Zakharova" speaks for Russia. Someone who used to
    serve ("a former British minister") or only lives there ("Swedish farmers") does not.
    """
    if actor.kind == "state":
        return actor.name
    role = actor.role or ""
    is_private = PRIVATE.search(role or (actor.name if actor.kind != "person" else ""))
    if _SERVES_NO_MORE.search(role) or is_private:
        return actor.name
    if actor.kind != "person":
        return state_in(f"{actor.name} {role}") or _state_that_runs(actor) or actor.name
    return state_in(role) or (_state_before_name(actor) if role else None) or actor.name


def share_a_side(one: Actor, other: Actor) -> bool:
    """Say whether two actors speak for one side: a state, or a body and those who lead it.

    "Leaders of the Harbour Committee" speak for the "Harbour Committee"; two words at least, since
    "Committee" alone is any.
    """
    if side_of(one) == side_of(other):
        return True
    shorter, longer = sorted((one.name, other.name), key=len)
    is_body = len(shorter.split()) > 1 and "person" not in (one.kind, other.kind)
    return is_body and is_named(shorter, longer)


def _state_that_runs(actor: Actor) -> str | None:
    """Return the one state of a sentence that calls an outlet state-run: "the state-run …"."""
    name = re.escape(actor.name)
    pattern = re.compile(
        rf"(?i)\bstate(?:-run|-owned|-controlled| media| news)\b[^,.;]{{0,20}}{name}"
    )
    named = [states_in(piece.quote) for piece in actor.evidence if pattern.search(piece.quote)]
    return next((state for states in named if len(states) == 1 for state in states), None)


def _state_before_name(actor: Actor) -> str | None:
    """Return the state that the sources most often name in front of a person with a role."""
    surname = re.escape(actor.name.split()[-1])
    role = re.escape((actor.role or "").split()[-1])
    pattern = re.compile(rf"(?i)[^,.;]{{0,{_REACH}}}\b{role}\b[^,.;]{{0,30}}{surname}")
    named = Counter(
        state
        for piece in actor.evidence
        for match in pattern.finditer(piece.quote)
        if (state := state_in(match.group()))
    )
    return min(named, key=lambda state: (-named[state], state), default=None)
