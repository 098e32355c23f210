"""Several answers on one article as one: nobody stands in it twice, and nothing is said twice."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

from summarize.extract.llm.drafting import Items
from summarize.model import DraftActor, DraftContestedPoint

Item = TypeVar("Item")


def join_items(pieces: Sequence[Items]) -> Items:
    """Return all items of `pieces`, each once; of two that are the same the first one stays."""
    return Items(
        actors=tuple(_join_actors(actor for piece in pieces for actor in piece.actors)),
        claims=_once(
            (claim for piece in pieces for claim in piece.claims),
            lambda claim: (claim.text.casefold(), claim.speaker),
        ),
        figures=_once(
            (figure for piece in pieces for figure in piece.figures),
            lambda figure: (figure.sentence, figure.phrase, figure.low, figure.high, figure.what),
        ),
        contested=_once(
            (point for piece in pieces for point in piece.contested), _what_is_disputed
        ),
        rejected=_once((one for piece in pieces for one in piece.rejected), lambda one: one),
    )


def _join_actors(actors: Iterable[DraftActor]) -> list[DraftActor]:
    joined: dict[str, DraftActor] = {}
    for actor in actors:
        known = joined.get(actor.name)
        joined[actor.name] = _both(known, actor) if known else actor
    return list(joined.values())


def _both(one: DraftActor, other: DraftActor) -> DraftActor:
    return one.model_copy(
        update={
            "role": one.role or other.role,
            "aliases": tuple(dict.fromkeys((*one.aliases, *other.aliases))),
            "sentences": tuple(sorted({*one.sentences, *other.sentences})),
        }
    )


def _what_is_disputed(point: DraftContestedPoint) -> Hashable:
    return tuple(sorted(position.sentences for position in point.positions))


def _once(items: Iterable[Item], key: Callable[[Item], Hashable]) -> tuple[Item, ...]:
    found: dict[Hashable, Item] = {}
    for item in items:
        found.setdefault(key(item), item)
    return tuple(found.values())
