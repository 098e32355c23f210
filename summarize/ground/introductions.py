"""How a statement calls somebody: by a fuller name, with a title, with a role.

A name may be written out where the article has it so, and a role may be told where the evidence or
the article has it beside the name.
"""

from collections.abc import Collection, Sequence
from itertools import pairwise

from summarize.language.meaning.align import align
from summarize.language.meaning.cells import Passage, read_passage
from summarize.language.meaning.deletion import can_go
from summarize.language.meaning.limits import limit_of
from summarize.language.names.titles import title_length
from summarize.model import Article

_LIMITS = ("status", "bound", "quantity", "negation", "hedge", "exclusion")


def is_introduced(
    phrase: str, names: Collection[str], evidence: Passage, article: Article | None
) -> bool:
    """Say whether `phrase` calls somebody as the evidence or the article does.

    `names` are those by which the evidence itself is known to mean him.
    """
    called = read_passage(phrase)
    if _is_limited(called, evidence):
        return False
    if any(read_passage(name).keys == called.keys for name in names):
        return True
    places = [evidence] if article is None else [evidence, read_passage(article.text)]
    if any(_stands_in(called, place) for place in places):
        return True
    return _is_name_with_role(called, names, places)


def _is_limited(called: Passage, evidence: Passage) -> bool:
    """Say whether the evidence has a limit before the words that they lack: "former", "nearly"."""
    opening = called.keys[:1]
    before = [
        evidence.cells[k - 1]
        for k in range(1, len(evidence.keys))
        if evidence.keys[k : k + 1] == opening
    ]
    return bool(before) and all(limit_of(cell.key) in _LIMITS for cell in before)


def _stands_in(called: Passage, place: Passage) -> bool:
    """Say whether the words stand in a place in order, with nothing but what may go between."""
    laid = align(place, called)
    if len(laid.pairs) != len(called.cells):
        return False
    return all(
        can_go(place, one + 1, other)
        for (one, _), (other, _) in pairwise(laid.pairs)
        if other > one + 1
    )


def _is_name_with_role(called: Passage, names: Collection[str], places: Sequence[Passage]) -> bool:
    """Say whether it is one of `names` with a title before or a role behind that a place has."""
    known = [read_passage(name).keys for name in names]
    words = [cell.text for cell in called.cells]
    title = title_length(words)
    comma = next((i for i, cell in enumerate(called.cells) if i and "," in cell.marks), len(words))
    for start, end in ((title, len(words)), (0, comma), (title, comma)):
        if called.keys[start:end] not in known:
            continue
        roles = [called.keys[:start], called.keys[end:]]
        if all(not role or any(_has_role(place, role) for place in places) for role in roles):
            return True
    return False


def _has_role(place: Passage, role: Sequence[str]) -> bool:
    """Say whether a place has a role as it is, not as what somebody used to be or is not quite."""
    size = len(role)
    return any(
        place.keys[k : k + size] == list(role)
        and not (k and limit_of(place.cells[k - 1].key) in _LIMITS)
        for k in range(len(place.keys) - size + 1)
    )
