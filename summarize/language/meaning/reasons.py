"""Why two wordings differ, in the words of a closed list."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from summarize.language.calendar import MONTHS, WEEKDAYS
from summarize.language.meaning.cells import Cell
from summarize.language.meaning.limits import Limit, limit_of
from summarize.language.modality.opposites import are_opposed
from summarize.language.speech_verbs import SPEECH_VERBS
from summarize.model import RefusalReason


class Problem(NamedTuple):
    """One thing that the evidence does not carry, with the words that show it."""

    reason: RefusalReason
    words: str


_BY_LIMIT: dict[Limit, RefusalReason] = {
    "negation": "polarity changed",
    "condition": "limit dropped",
    "exclusion": "limit dropped",
    "quantity": "limit dropped",
    "hedge": "certainty raised",
    "modal": "certainty raised",
    "bound": "bound or unit changed",
    "status": "limit dropped",
    "order": "order, cause or comparison changed",
    "cause": "order, cause or comparison changed",
    "degree": "order, cause or comparison changed",
}
_TIMES = frozenset((*MONTHS, *WEEKDAYS, *"yesterday today tomorrow tonight".split()))
_SERIOUS: tuple[Limit, ...] = ("negation", "condition", "exclusion", "hedge", "modal")


def explain(
    dropped: Sequence[Cell], added: Sequence[Cell], evidence: Collection[str]
) -> RefusalReason:
    """Return the reason that best tells why `added` may not stand for `dropped`.

    `evidence` are the keys of the whole evidence.
    """
    cells = (*dropped, *added)
    limits = [limit for cell in cells if (limit := limit_of(cell.key))]
    serious = next((limit for limit in _SERIOUS if limit in limits), None)
    if any(cell.is_number for cell in added):
        new = [cell.key for cell in added if cell.is_number]
        known = all(key in evidence for key in new)
        return "number of something else" if known else "number not in evidence"
    if any(cell.key.startswith("unit:") for cell in cells):
        return "bound or unit changed"
    if serious == "negation":
        return "polarity changed"
    if limits and set(limits) <= {"bound"}:
        return "bound or unit changed"
    if any(are_opposed(one.lemma, other.lemma) for one in dropped for other in added):
        return "opposite word"
    if any(cell.key in _TIMES for cell in added):
        return "date not in evidence"
    if any(_is_speech(cell) for cell in dropped) and any(_is_speech(cell) for cell in added):
        return "verb of speech changed"
    if any(cell.is_name for cell in added):
        known = all(cell.key in evidence for cell in added if cell.is_name)
        return "name in another role" if known else "name not in evidence"
    if serious or limits:
        return _BY_LIMIT[serious or limits[0]]
    return "words not in evidence" if added else "words dropped"


def _is_speech(cell: Cell) -> bool:
    return cell.lemma in SPEECH_VERBS and cell.tag.startswith("V")
