"""A statement in other words than its evidence: most of its words must have one behind them.

Words are matched in whatever order they stand; then numbers, names in their roles, negation,
certainty, limits, order and speaker are compared. What cannot be followed is refused.
"""

from collections.abc import Iterator

from summarize.ground.frames import take_apart
from summarize.ground.quoting import find_loose_quotations
from summarize.ground.retold import Retold, compare_speakers, hear_all
from summarize.ground.speaking import Voice
from summarize.language.meaning.amounts import bounds_of
from summarize.language.meaning.bindings import compare_numbers
from summarize.language.meaning.cells import Cell, Passage
from summarize.language.meaning.clauses import number_clauses
from summarize.language.meaning.limits import limit_of
from summarize.language.meaning.matching import Match, content_of, match
from summarize.language.meaning.operators import compare_operators
from summarize.language.meaning.polarity import compare_polarity
from summarize.language.meaning.reasons import Problem
from summarize.language.meaning.roles import compare_roles
from summarize.language.meaning.sequence import compare_sequence

_ENOUGH = 0.55
"""Part of a statement's content that the evidence must have."""
_USED = 0.3
"""Part of a clause's content that a statement restates when it speaks of that clause."""
_USED_BY_ONE = 0.6
"""The same where it restates a single word of it, which may be there by chance."""


def compare_restatement(said: Passage, evidence: Passage, voice: Voice) -> Iterator[Problem]:
    """Yield what keeps `said` from restating `evidence`."""
    frame = None if voice.speaker else take_apart(said)
    content = said if frame is None else frame.content
    found = match(content, evidence)
    told = Retold(found, said, frame, voice)
    heard = hear_all(told)
    yield from find_loose_quotations(said, evidence, voice.article)
    yield from _compare_words(found)
    yield from compare_numbers(found)
    yield from compare_roles(found)
    yield from compare_sequence(found)
    yield from _compare_turns(found if heard is None else match(content, heard.content), evidence)
    yield from compare_speakers(told, heard)


def _compare_turns(found: Match, whole: Passage) -> Iterator[Problem]:
    """Yield what turns, hedges or limits; of a speech, what does so in its own words."""
    used = _used(found)
    bounds = bounds_of(found.said) | bounds_of(found.evidence) | bounds_of(whole)
    yield from compare_operators(found.said.cells, used, whole.cells, bounds)
    yield from compare_polarity(found, used)


def _compare_words(found: Match) -> Iterator[Problem]:
    for cell in found.unmatched:
        if cell.is_name:
            yield Problem("name not in evidence", cell.text)
        elif cell.key.endswith("th") and cell.key[:-2].isdigit():
            yield Problem("number not in evidence", cell.text)
        elif cell.tag in ("JJS", "RBS"):
            yield Problem("order, cause or comparison changed", cell.text)
    if found.share < _ENOUGH:
        words = ", ".join(cell.text for cell in found.unmatched)
        yield Problem("words not in evidence", words)


def _used(found: Match) -> list[Cell]:
    """Return the cells of the clauses of the evidence that the statement speaks of."""
    clauses = number_clauses(found.evidence)
    contents: dict[int, list[int]] = {}
    for k in content_of(found.evidence):
        contents.setdefault(clauses[k], []).append(k)
    used = set()
    for number, cells in contents.items():
        restated = sum(k in found.reached for k in cells)
        if restated >= (_USED if restated > 1 else _USED_BY_ONE) * len(cells):
            used.add(number)
    used |= {number - 1 for number in used if number and number - 1 not in contents}
    used |= {
        clauses[k]
        for k, cell in enumerate(found.evidence.cells)
        if limit_of(cell.key) == "condition" and {clauses[k] - 1, clauses[k] + 1} & used
    }
    return [cell for k, cell in enumerate(found.evidence.cells) if clauses[k] in used]
