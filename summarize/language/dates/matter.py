"""Whether a date tells when the matter of its sentence happened, or only dates a side matter.

"Troops left after a raid in August", "the treaty, signed last May", "since the vote in March": such
dates belong to the raid, the treaty, the vote. The reading is shallow and gives up where in doubt.
"""

import re
from collections.abc import Sequence

from summarize.language.document import Document, Token
from summarize.language.verb_forms import FINITE

Words = Sequence[Token]

_BOUNDS = frozenset("since until till before after by from to through between than".split())
_RELATIVES = frozenset("which who whom whose where when".split())
_SUBORDINATORS = frozenset(
    "after before following since until till despite amid because although though while whereas "
    "unless if compared unlike versus".split()
)
_COMPARED_IN = frozenset("in on at during last".split())
"""What makes "than" compare times ("more than in 2020") and not bound a number."""
_DAY_PARTS = frozenset(
    "dawn daybreak sunrise sunset dusk dark nightfall midnight noon midday lunchtime".split()
)
_CLOCK_TIME = re.compile(r"(?i)\s(?:about\s)?\d{1,2}(?:[:.]\d\d|\s?[ap]\.?m\b|\so['’]?\s?clock)")
_SAYING = frozenset(
    "say tell add write tweet post warn claim report state note argue reply".split()
)
_RECALLING = frozenset("cite recall mention invoke".split())
"""What they name has the date, not the deed of naming it."""
_HOLDING = _SAYING | frozenset(
    "announce confirm believe think know find show mean inform remark acknowledge reveal learn "
    "admit deny suggest fear estimate insist conclude hear agree rule statement news".split()
)
"""Words whose "that" begins what is said or held, which is the matter."""
_STATIVE = frozenset(
    "known called named dubbed based located situated aged related involved concerned".split()
)
"""Participles of what has no date: a later date is that of the main verb."""


def is_of_matter(document: Document, start: int, end: int) -> bool:
    """Say whether the date at `start:end` stands in the main clause, or in what is reported there.

    Left aside are the day on which it was said, bounds ("since August"), names ("the 2016
    election") and the dates of subordinate, relative and reduced clauses.
    """
    tokens = document.sentence_tokens(document.sentence_at(start))
    before = [token for token in tokens if token.end <= start]
    after = [token for token in tokens if token.start >= end]
    if before and (before[-1].low in _BOUNDS or before[-1].tag in ("DT", "PRP$", "POS")):
        return False
    if "between" in [token.low for token in before[-4:]]:
        return False
    if any(_opens_side_clause(document, before, m) for m in range(len(before))):
        return False
    verbs = [i for i, token in enumerate(before) if token.tag.startswith("V")]
    if verbs and _is_reduced(before, verbs[-1], after):
        return False
    if verbs and "that" not in [token.low for token in before[verbs[-1] :]]:
        return before[verbs[-1]].lemma not in _SAYING | _RECALLING
    following = next((t for t in after if t.tag.startswith("V") and t.lemma != "have"), None)
    return bool(verbs) or following is None or following.lemma not in _SAYING


def _opens_side_clause(document: Document, before: Words, m: int) -> bool:
    """Say whether token `m` opens a clause or an adjunct that the end of `before` is still in."""
    word = before[m]
    if m == 0 and word.tag in ("VBG", "VBN"):
        is_opening = True  # "Speaking on Saturday, he"
    elif word.low in _RELATIVES:
        is_opening = m > 0
    elif word.low == "that":
        is_opening = m > 0 and before[m - 1].tag.startswith("NN") and not _is_held(before[:m])
    elif word.low == "than":
        is_opening = m + 1 < len(before) and before[m + 1].low in _COMPARED_IN
    else:
        is_opening = word.low in _SUBORDINATORS and not _tells_time(document, before, m)
    return is_opening and not _is_closed(before, m)


def _is_held(before: Words) -> bool:
    return any(token.lemma.lower() in _HOLDING for token in before)


def _tells_time(document: Document, before: Words, m: int) -> bool:
    """Tell "after dark" and "before 9 a.m." from what happened after or before something else."""
    if m > 0 and before[m - 1].tag == "DT":
        return True  # "the following day"
    is_part = m + 1 < len(before) and before[m + 1].low in _DAY_PARTS
    return is_part or bool(_CLOCK_TIME.match(document.text, before[m].end))


def _is_closed(before: Words, m: int) -> bool:
    """Say whether a comma has ended what token `m` opened.

    Any comma ends a fronted clause; a later one goes on in lists and asides until a verb or a
    conjunction follows its comma.
    """
    for k in range(m + 1, len(before)):
        if before[k].text == ";":
            return True
        if before[k].text != ",":
            continue
        following = before[k + 1] if k + 1 < len(before) else None
        if m == 0 or (following and following.low in ("and", "but", "so", "yet")):
            return True
        if following and following.tag in FINITE:
            return True
    return False


def _is_reduced(before: Words, v: int, after: Words) -> bool:
    """Say whether the verb at `v` is a participle that only describes: "a law passed in 2020"."""
    if before[v].tag not in ("VBN", "VBD") or before[v].low in _STATIVE:
        return False
    p = v - 1
    while p >= 0 and before[p].tag.startswith("RB"):
        p -= 1
    if p < 0 or not (before[p].tag.startswith("NN") or before[p].text in (",", ")", "(")):
        return False
    is_objectless = v + 1 == len(before) or before[v + 1].tag in ("IN", "RB", "TO")
    if not is_objectless:
        return False
    earlier = [i for i in range(p) if before[i].tag in FINITE]
    if before[p].text == ",":  # "the mill, now empty, burned on Friday" has its main verb here
        return bool(earlier) or all(token.text != "," for token in before[:p])
    if after and after[0].tag in FINITE:
        return True
    if not earlier:
        return False
    between = before[earlier[-1] + 1 : p + 1]
    is_linked = any(t.low in ("and", "but", "or", ",", "that", ";") for t in between)
    return not is_linked and before[earlier[-1]].lemma not in _HOLDING
