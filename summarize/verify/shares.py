"""What the brief says of its sources' weight and of their words: counts that can be counted again.

They are no items of their own: what they count is judged where it stands.
"""

from summarize.merge.balance import is_uneven, say_weights
from summarize.model import ContestedPoint, DisputeWeight, LoadedInSource
from summarize.verify.ledger import Ledger


def check_weights(ledger: Ledger) -> None:
    """Check that each dispute's weights are of its positions, and that the note says them."""
    contested = ledger.brief.contested
    points = {point.id: (f"contested[{n}]", point) for n, point in enumerate(contested)}
    for place, weight in enumerate(ledger.brief.balance.disputes):
        path = f"balance.disputes[{place}]"
        where, point = points.get(weight.point_id, ("", None))
        if point is None or not (ledger.is_sound(path) and ledger.is_sound(where)):
            continue
        problem = _weight_problem(weight, point)
        if problem is not None:
            ledger.fail(path, "balance.weight", problem, weight.note)


def _weight_problem(weight: DisputeWeight, point: ContestedPoint) -> str | None:
    if len(weight.sides) != len(point.positions):
        return f"not as many sides as the point has positions ({len(point.positions)})"
    for side, position in zip(weight.sides, point.positions, strict=True):
        if side.stance != position.stance:
            return f"not the point's position ({side.stance})"
        if side.articles != max(1, len(position.article_ids)):
            return f"not the number of its articles ({side.articles})"
    if weight.note != say_weights(weight.sides) or weight.is_uneven != is_uneven(weight.sides):
        return "does not say what its sides count"
    return None


def check_loaded_words(ledger: Ledger) -> None:
    """Check that a loaded word of a source stands where the brief says, in that source."""
    for place, word in enumerate(ledger.brief.loaded):
        path = f"loaded[{place}]"
        if ledger.is_sound(path) and not _stands_there(word):
            ledger.fail(path, "loaded.word", "not the word at its places", word.word)


def _stands_there(word: LoadedInSource) -> bool:
    return all(
        piece.article_id == word.article_id and " ".join(piece.quote.lower().split()) == word.word
        for piece in word.evidence
    )
