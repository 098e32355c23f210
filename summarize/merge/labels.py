"""What a sentence calls an actor, with "the" where the sources say so."""

import re
from functools import lru_cache

from summarize.model import Actor


@lru_cache(maxsize=4_096)
def with_article(actor: Actor) -> str:
    """Return the name of `actor`, behind "the" where a source writes it so: "the fire service"."""
    if actor.kind == "person":
        return actor.name
    pattern = rf"\b[Tt]he {re.escape(actor.name)}\b(?!\s[A-Z]|['’-])"
    has_article = any(re.search(pattern, piece.quote) for piece in actor.evidence)
    return f"the {actor.name}" if has_article else actor.name
