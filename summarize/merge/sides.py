"""Whose side an actor speaks for: a state's officials speak for the state."""

import re
from functools import lru_cache

from summarize.language.allegiance import state_in
from summarize.model import Actor


@lru_cache(maxsize=10_000)
def side_of(actor: Actor) -> str:
    """Return the state that `actor` is or serves by its role or name, else the actor's own name.

    "Russian Foreign Ministry spokeswoman Maria Zakharova" speaks for Russia. Someone who used to
    serve ("a former British minister") speaks for no one else.
    """
    if actor.kind == "state":
        return actor.name
    role = actor.role or ""
    if re.search(r"(?i)\b(?:former|ex-|retired|defector|critic|exiled|opposition)\b", role):
        return actor.name
    serving = role if actor.kind == "person" else f"{actor.name} {role}"
    return state_in(serving) or actor.name
