"""Figures that somebody gives without saying a clause: "put the number at about 12,000"."""

from summarize.language.quotations.lines import Line
from summarize.language.verb_forms import FINITE

ESTIMATING = frozenset("put place peg estimate".split())
"""Verbs that give a figure; a flood puts the toll at 40 too, and says nothing."""

_AMOUNTS = frozenset(
    "number toll cost price value figure total estimate loss damage size population share rate "
    "chance chances odds probability likelihood count amount worth bill budget deficit strength "
    "turnout crowd growth inflation death fatality casualty victim".split()
)
"""Heads of what is counted or measured."""

_APPROXIMATING = frozenset(
    "about around roughly nearly almost approximately some over under more less fewer than up to "
    "between at least most close a just only as many much high low".split()
)
_NUMERAL = frozenset("$ € £ ¥ % percent million billion trillion thousand hundred dozen".split())
_JOINING = frozenset("and to or -".split())
_REACH = 12
"""Tokens within which "at" follows the verb."""


def estimate_end(line: Line, start: int) -> int | None:
    """Return where "the number of soldiers at about 12,000" ends that begins at `start`."""
    at = next((i for i in range(start, start + _REACH) if line.low(i) == "at"), None)
    if at is None or any(line.tag(i) in FINITE or line.low(i) == "," for i in range(start, at)):
        return None
    return _figure_end(line, at) if _has_amount(line, start, at) else None


def passive_estimate_end(line: Line, verb: int) -> int | None:
    """Return where "at 40" ends behind the participle at `verb` in "the toll was put at 40"."""
    is_passive = verb > 0 and line.tokens[verb - 1].lemma == "be"
    if not is_passive or line.low(verb + 1) != "at":
        return None
    is_counted = _has_amount(line, max(0, verb - _REACH), verb)
    return _figure_end(line, verb + 1) if is_counted else None


def _has_amount(line: Line, start: int, end: int) -> bool:
    return any(line.is_outside(i) and line.tokens[i].lemma in _AMOUNTS for i in range(start, end))


def _figure_end(line: Line, at: int) -> int | None:
    end = at + 1
    while line.low(end) in _APPROXIMATING:
        end += 1
    return _behind_number(line, end) if _is_number(line, end) else None


def _behind_number(line: Line, start: int) -> int:
    end = start
    while _is_number(line, end) or (line.low(end) in _JOINING and _is_number(line, end + 1)):
        end += 1
    return end + 1 if line.tag(end) == "NNS" else end


def _is_number(line: Line, i: int) -> bool:
    return line.tag(i) in ("CD", "$") or line.low(i) in _NUMERAL
