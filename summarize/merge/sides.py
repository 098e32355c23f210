"""Whose side an actor speaks for: a state's officials speak for the state."""

import re
from collections import Counter
from functools import lru_cache

from summarize.language.names.aliases import is_named
from summarize.language.names.allegiance import state_in
from summarize.model import Actor

_SERVES_NO_MORE = re.compile(
    r"(?i)\b(?:former|ex-|retired|defector|critic|exiled|opposition|ousted|jailed)\b"
)
_REACH = 45
"""Characters before a name in which the sources may say whose it is ("Russian President …")."""


@lru_cache(maxsize=10_000)
def side_of(actor: Actor) -> str:
    """Return the state that `actor` is or serves by its role or name, else the actor's own name.

    "Russian Foreign Ministry spokeswoman Maria Zakharova" speaks for Russia. Someone who used to
    serve ("a former British minister") speaks for no one else.
    """
    if actor.kind == "state":
        return actor.name
    role = actor.role or ""
    if _SERVES_NO_MORE.search(role):
        return actor.name
    if actor.kind != "person":
        return state_in(f"{actor.name} {role}") or actor.name
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
