"""Whether a statement affirms what its evidence affirms, through "not" and through opposite words.

Two turns cancel out: "did not allow" is "banned", "is not known" is "unknown".
"""

from collections.abc import Iterator, Sequence

from summarize.language.meaning.amounts import bounds_of
from summarize.language.meaning.cells import Cell, Passage, keys_in
from summarize.language.meaning.clauses import number_clauses
from summarize.language.meaning.matching import Match, content_of
from summarize.language.meaning.operators import operators_of
from summarize.language.meaning.reasons import Problem
from summarize.language.meaning.roles import is_passive, roles_at
from summarize.language.modality.opposites import are_opposed


def compare_polarity(match: Match, used: Sequence[Cell]) -> Iterator[Problem]:
    """Yield what is turned round; `used` are the cells of the evidence that are spoken of."""
    matched = {match.said.cells[i] for i, places in match.partners.items() if places}
    matched |= {match.evidence.cells[k] for k in match.reached}
    settled = matched | bounds_of(match.said) | bounds_of(match.evidence)
    ours, theirs = _turns(match.said.cells, settled), _turns(used, settled)
    opposed = list(_opposites(match))
    if opposed:
        turning = [pair for pair in opposed if not {*pair} & {*ours, *theirs}]
        if (len(ours) + len(theirs) + len(turning)) % 2 or not (ours or theirs):
            yield Problem("opposite word", opposed[0][0].text)
    elif len(ours) % 2 == len(theirs) % 2 or _says_first(match.said.cells, used):
        return
    elif not ours or theirs or not _is_turned_there(match, ours[0]):
        yield Problem("polarity changed", (ours or theirs)[0].text)


def _is_turned_there(match: Match, turn: Cell) -> bool:
    """Say whether the evidence turns what the statement turns, in a clause not spoken of.

    Where the evidence has the turned word itself, its own clause must turn it.
    """
    cells, clauses = match.evidence.cells, number_clauses(match.evidence)
    place = match.said.cells.index(turn)
    predicate = next((i for i in match.partners if i > place), None)
    homes = {clauses[k] for k in match.partners.get(predicate or -1, ())}
    where = [k for k in range(len(cells)) if not homes or clauses[k] in homes]
    spoken = {cells[k].sentence for k in match.reached}
    there = [cells[k] for k in where if cells[k].sentence in spoken and k not in match.reached]
    return "negation" in operators_of(there)


def _turns(cells: Sequence[Cell], settled: frozenset[Cell] | set[Cell]) -> list[Cell]:
    """Return the words that negate; one that the other wording has, or that bounds, does not."""
    found = operators_of(cells).get("negation", [])
    return [cell for cell in found if cell not in settled]


def _says_first(*wordings: Sequence[Cell]) -> bool:
    """Say whether one tells that something is the first of its kind: it has never been before."""
    return any(keys_in([cell.key for cell in cells], ("1th", "time")) for cells in wordings)


def _opposites(match: Match) -> Iterator[tuple[Cell, Cell]]:
    """Yield words of the two that exclude each other and stand for nothing else there."""
    said, evidence = match.said, match.evidence
    clauses = number_clauses(evidence)
    used = {clauses[k] for k in match.reached}
    missing = [k for k in content_of(evidence) if k not in match.reached and clauses[k] in used]
    for i, places in match.partners.items():
        one = said.cells[i]
        opposed = [
            k
            for k in missing
            if not places
            and one.tag[:2] == evidence.cells[k].tag[:2]
            and are_opposed(one.lemma, evidence.cells[k].lemma)
        ]
        if opposed and not any(_are_converse(said, i, evidence, k) for k in opposed):
            yield one, evidence.cells[opposed[0]]


def _are_converse(said: Passage, i: int, evidence: Passage, k: int) -> bool:
    """Say whether two verbs tell one event from its two ends: "Roe lost" and "Field beat Roe"."""
    if roles_at(said, i).doer & roles_at(evidence, k).done_to:
        return True
    pair = {said.cells[i].lemma, evidence.cells[k].lemma}
    is_pair = any(pair & left and pair & right for left, right in _CONVERSE)
    return is_pair and is_passive(said, i) != is_passive(evidence, k)


_CONVERSE = (
    (frozenset(("lose",)), frozenset("beat defeat win".split())),
    (frozenset("receive get take".split()), frozenset("give hand send award pay offer".split())),
    (frozenset(("buy", "purchase")), frozenset(("sell",))),
    (frozenset(("borrow",)), frozenset(("lend",))),
)
"""Verbs that tell one event from its two ends; of such two, one is passive."""
