"""What turns, hedges, bounds and orders the matter of a sentence, compared between two wordings.

A statement may be weaker than its evidence and never stronger: what was believed may not become
known, what some did not be done by all, what comes after not come before.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Literal, NamedTuple

from summarize.language.calendar import MONTHS, WEEKDAYS
from summarize.language.meaning.cells import Cell
from summarize.language.meaning.reasons import Problem
from summarize.language.quantities.units import PERIODS
from summarize.model import RefusalReason

Operator = Literal[
    "negation", "condition", "hedge", "intent", "duty", "only", "all", "most", "some", "many",
    "few", "part", "cause", "comparison", "superlative", "attempt", "opinion", "willing", "beside",
    "against", "instead", "himself", "accusation",
]  # fmt: skip

_WORDS: dict[Operator, str] = {
    "negation": """
        not no non never nobody none nothing nowhere neither nor without hardly barely scarcely fail
        refuse decline lack ban bar forbid prohibit prevent deny reject unable unlikely cannot
        unbeaten undefeated undecided unclear unknown impossible avoid block absence""",
    "condition": """
        if unless provided providing assuming conditional condition option optional optionally
        depend subject otherwise pending""",
    "hedge": """
        may might could possible possibly perhaps maybe potential potentially reportedly
        allegedly alleged believed believe thought suspected suspect supposedly rumoured rumored
        likely probably seem appear apparent apparently presumably purportedly understood feared
        suggest indicate unconfirmed danger risk threaten""",
    "opinion": "think believe feel view opinion consider",
    "intent": """
        will would shall plan intend propose intention scheduled aim hope want promise pledge
        vow expect expected forecast due future willing seek consider proposal proposed planned
        aspire target ready prepare upcoming forthcoming decide threaten wish predict""",
    "duty": """
        must should ought need require required oblige obliged mandatory compulsory obligation""",
    "only": "only solely alone exclusively merely",
    "all": """
        all every each both whole entire entirely everyone everybody everything always wholly
        completely fully total totally everywhere universally throughout unanimous unanimously
        separately individually""",
    "most": "most majority mostly mainly largely chiefly primarily",
    "some": "some several certain sometimes various occasionally",
    "many": "many numerous often frequently countless much",
    "few": "few little rarely seldom",
    "part": "part partly partially partial",
    "cause": """
        because owing cause result lead prompt trigger thanks force forced consequently
        therefore hence thus reason blame attribute cite stem spark drive produce contribute""",
    "comparison": """
        than more less fewer larger smaller bigger higher lower greater better worse faster
        slower earlier later longer shorter older younger stronger weaker cheaper safer
        outnumber exceed even as""",
    "superlative": """
        first last final only most least best worst largest biggest smallest highest lowest
        greatest oldest youngest fastest longest shortest earliest latest record unprecedented""",
    "attempt": "try attempt effort seek bid struggle",
    "beside": "alongside beside together jointly",
    "against": "against versus opposite fight",
    "instead": "instead replace replacement succeed substitute",
    "accusation": """
        accuse accusation allege allegedly alleged allegation claim suspect suspicion""",
    "himself": "himself herself itself themselves personally",
    "willing": "willing ready prepared able unable can allow permit",
}  # fmt: skip
_OPERATORS: dict[str, tuple[Operator, ...]] = {}
for _operator, _listed in _WORDS.items():
    for _word in _listed.split():
        _OPERATORS[_word] = (*_OPERATORS.get(_word, ()), _operator)


def operators_of(
    cells: Sequence[Cell], bounds: Collection[Cell] = ()
) -> dict[Operator, list[Cell]]:
    """Return the operators among `cells`, each with the words that make it.

    `bounds` are words of figures ("more than"), which are compared with their numbers.
    """
    found: dict[Operator, list[Cell]] = {}
    for i, cell in enumerate(cells):
        if cell in bounds:
            continue
        before = cells[i - 1] if i else None
        for kind in _kinds(_Place(cell, before, cells[i + 1 : i + 7])):
            found.setdefault(kind, []).append(cell)
    return found


class _Place(NamedTuple):
    """A word among its neighbours: the one before it, and up to six behind it."""

    cell: Cell
    before: Cell | None
    behind: Sequence[Cell]

    @property
    def follows(self) -> str:
        """The key of the next word."""
        return self.behind[0].key if self.behind else ""

    def has_tag_behind(self, *tags: str) -> bool:
        """Say whether the next word's tag begins with one of these."""
        return bool(self.behind) and self.behind[0].tag.startswith(tags)


def _kinds(place: _Place) -> set[Operator]:
    """Return what a word is as an operator among its neighbours."""
    cell = place.cell
    if cell.key in _READ_APART:
        return _READ_APART[cell.key](place)
    if any(rule(place) for rule in _EXCEPTIONS):
        return set()
    kinds = set(_OPERATORS.get(cell.key, ()))
    if cell.tag not in _COMPARED:
        kinds |= set(_OPERATORS.get(cell.lemma, ()))
    if place.behind and place.behind[0].is_number:
        kinds -= {"only", "comparison", "most", "few", "cause"}
    if cell.key in ("more", "less", "fewer", "as", "much") and not _compares(place):
        kinds -= {"comparison", "many"}
    return kinds


_MODALS = frozenset("can may might must will would could shall".split())
_TIMES = frozenset((*MONTHS, *WEEKDAYS, *PERIODS, "night", "season", "spring", "autumn", "term"))
_WITH_TIMES = frozenset("last this on in earlier later early late".split())
_COMPARED = ("JJR", "RBR", "JJS", "RBS")
_READ_APART: dict[str, Callable[[_Place], set[Operator]]] = {
    "#1": lambda place: {"part"} if place.follows == "of" else set(),
    "due": lambda place: (
        set() if place.follows != "to" else {"intent"} if _is_infinitive(place) else {"cause"}
    ),
    "set": lambda place: {"intent"} if place.follows == "to" else set(),
    "going": lambda place: {"intent"} if place.follows == "to" else set(),
    "yet": lambda place: {"negation"} if place.follows == "to" else set(),
    "should": lambda place: {"condition"} if place.before is None else {"duty"},
}
"""Words whose sense their neighbours decide: "due to rain", "due to leave"."""

_EXCEPTIONS: tuple[Callable[[_Place], bool], ...] = (
    # "a trash can", "in May": no auxiliary without a verb
    lambda place: place.cell.key in _MODALS and not _has_verb(place.behind[:4]),
    lambda place: place.cell.key == "could" and place.follows == "not",
    # "some chaos" is a bit of it, "some of them" is not all
    lambda place: place.cell.key == "some"
    and not place.has_tag_behind("NNS", "NNPS", "IN", "VBP"),
    lambda place: place.cell.key in ("much", "many") and place.has_tag_behind("JJ", "RB"),
    lambda place: place.cell.key == "many" and _is_before(place, "how"),
    # "last week", "it did not last"
    lambda place: place.cell.key in ("last", "next") and bool(place.behind)
    and _is_time(place.behind[0]),
    lambda place: place.cell.lemma == "last" and place.cell.tag.startswith("VB"),
    # "behind bars", "a city block"
    lambda place: place.cell.lemma in ("bar", "block", "decline", "lead")
    and place.cell.tag.startswith("NN"),
    # "a year earlier", "an earlier crash", "no longer"
    lambda place: place.cell.key in ("earlier", "later")
    and (place.has_tag_behind("NN") or _is_before(place, "or")
         or (place.before is not None and _is_time(place.before))),
    lambda place: place.cell.key == "longer" and _is_before(place, "no"),
    lambda place: place.cell.key == "only" and any(one.is_number for one in place.behind[:3]),
    # "hurt himself" against "the mayor himself"
    lambda place: "himself" in _OPERATORS.get(place.cell.key, ())
    and place.before is not None and place.before.tag.startswith(("VB", "IN")),
    lambda place: place.cell.lemma in ("aim", "seek", "lead") and place.follows != "to",
    lambda place: place.cell.lemma == "result" and not place.cell.tag.startswith("VB")
    and not _is_before(place, "as"),
    # "by a narrow majority"
    lambda place: place.cell.key == "majority"
    and place.before is not None and place.before.tag.startswith("JJ"),
    # "not until May" affirms
    lambda place: place.cell.key == "not" and any(one.key == "until" for one in place.behind),
)  # fmt: skip
"""Where a word of the table is no operator."""


def _is_infinitive(place: _Place) -> bool:
    return len(place.behind) > 1 and place.behind[1].tag == "VB"


def _is_before(place: _Place, key: str) -> bool:
    return place.before is not None and place.before.key == key


def _has_verb(cells: Sequence[Cell]) -> bool:
    return any(cell.tag in ("VB", "VBP", "VBN") for cell in cells)


def _compares(place: _Place) -> bool:
    """Say whether "more" or "as" goes on with "than" or "as", or raises an adjective."""
    if place.cell.key == "as":
        return any(other.key == "as" for other in place.behind[1:5])
    is_raised = bool(place.behind) and place.behind[0].tag in ("JJ", "RB")
    return is_raised or any(other.key == "than" for other in place.behind)


def is_time_word(cell: Cell) -> bool:
    """Say whether a cell may be part of when something was said: "on Monday", "last week"."""
    return _is_time(cell) or cell.key in _WITH_TIMES


def _is_time(cell: Cell) -> bool:
    return cell.lemma in _TIMES or cell.key.removeprefix("unit:") in _TIMES


_KEPT: tuple[tuple[Operator, tuple[Operator, ...], RefusalReason], ...] = (
    ("condition", ("condition",), "limit dropped"),
    ("hedge", ("hedge", "opinion"), "certainty raised"),
    ("intent", ("intent", "hedge", "duty"), "certainty raised"),
    ("duty", ("duty", "intent"), "certainty raised"),
    ("accusation", ("accusation", "hedge"), "attribution lost"),
    ("only", ("only", "superlative"), "limit dropped"),
    ("most", ("most", "superlative"), "limit dropped"),
    ("some", ("some", "few", "many", "part"), "limit dropped"),
    ("few", ("few", "some"), "limit dropped"),
    ("part", ("part", "some", "few"), "limit dropped"),
    ("attempt", ("attempt", "intent"), "certainty raised"),
    ("comparison", ("comparison", "superlative"), "order, cause or comparison changed"),
    ("willing", ("willing", "intent", "hedge", "duty"), "certainty raised"),
)
"""What the evidence has, what of it the statement must keep, and the reason where it does not."""

_NEEDED: tuple[tuple[Operator, tuple[Operator, ...], RefusalReason], ...] = (
    ("condition", ("condition",), "limit dropped"),
    ("intent", ("intent", "hedge", "duty", "willing"), "certainty raised"),
    ("duty", ("duty",), "certainty raised"),
    ("only", ("only", "superlative"), "limit dropped"),
    ("all", ("all",), "limit dropped"),
    ("most", ("most",), "limit dropped"),
    ("many", ("many", "most", "all"), "limit dropped"),
    ("beside", ("beside",), "words not in evidence"),
    ("against", ("against",), "opposite word"),
    ("instead", ("instead",), "words not in evidence"),
    ("himself", ("himself",), "limit dropped"),
    ("cause", ("cause",), "order, cause or comparison changed"),
    ("comparison", ("comparison",), "order, cause or comparison changed"),
    ("superlative", ("superlative", "only", "negation"), "order, cause or comparison changed"),
)
"""What the statement has, what of it the evidence must have, and the reason where it does not."""


def compare_operators(
    said: Sequence[Cell],
    evidence: Sequence[Cell],
    whole: Sequence[Cell],
    bounds: Collection[Cell],
) -> Iterator[Problem]:
    """Yield the operators by which a statement says something else than its evidence.

    `evidence` is the part of it that the statement restates, `whole` all of it.
    """
    ours, theirs, anywhere = (operators_of(cells, bounds) for cells in (said, evidence, whole))
    for kind, enough, reason in _KEPT:
        if kind in theirs and not _has_any(ours, enough):
            yield Problem(reason, theirs[kind][0].text)
    for kind, enough, reason in _NEEDED:
        if kind in ours and not _has_any(anywhere, enough):
            yield Problem(reason, ours[kind][0].text)


def _has_any(found: Collection[Operator], kinds: Collection[Operator]) -> bool:
    return any(kind in found for kind in kinds)
