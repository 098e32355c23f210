"""Offices that stand for whoever holds them: "the president", "the foreign minister"."""

import re

_OFFICES = frozenset(
    "president mayor governor chancellor premier king queen pope sheriff minister general "
    "spokeswoman spokesman spokesperson senator secretary ambassador commander colonel admiral "
    "prosecutor bishop archbishop chairman chairwoman chairperson superintendent congressman "
    "congresswoman coroner".split()
)
"""Roles of one word that few people hold in a story; "the official" may be anybody."""

_RANKS = {"gen.": "general", "sen.": "senator", "gov.": "governor", "col.": "colonel"}
_OTHER_OFFICE = frozenset("vice deputy assistant former ex acting under late".split())
"""Words that make another office of the one behind them: the president is no vice president."""

_BEFORE_GENERAL = frozenset("secretary attorney director solicitor surgeon inspector".split())
"""What makes a general no soldier: the attorney general is never "the general"."""

_OFFICE_ENDS = re.compile(r" (?:of|for|in|at|to|and)\b|,")


def is_office(words: str) -> bool:
    """Say whether "the" `words`, in lower case, is an office or a role of several words."""
    return " " in words or words in _OFFICES


def holds(role: str, words: str) -> bool:
    """Say whether who has `role` is called "the" `words`, by the head of the role."""
    office = _OFFICE_ENDS.split(role.lower(), maxsplit=1)[0]
    office = " ".join(_RANKS.get(word, word) for word in office.split())
    if not f" {office}".endswith(f" {words}"):
        return False
    before = office[: -len(words)].split()
    is_civil = words == "general" and before[-1:] and before[-1] in _BEFORE_GENERAL
    return not is_civil and not _OTHER_OFFICE & set(before)
