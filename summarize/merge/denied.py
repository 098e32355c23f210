"""What a denial denies, by its own words: what stands behind the verb that denies."""

import re
from functools import lru_cache

from summarize.language.document import parse_statement
from summarize.language.modality import read_modality
from summarize.language.similarity import content_terms
from summarize.language.synonyms import concept_of
from summarize.model import Claim

_REPORTS = frozenset("claim assertion allegation accusation charge report suggestion".split())
"""Nouns that stand for what somebody said."""

_CLAUSE = re.compile(
    r"(?i)\b(?:den(?:y|ies|ied|ying)|reject\w*|refut\w*|dismiss\w*|disput\w*)\s"
    r"(?:(?:any|all|the)\s)?(?:claims?\s|allegations?\s|reports?\s|suggestions?\s)?that\s(.+?)\.?$"
)

_FEWEST, _SHARE = 2, 0.4
"""Terms, and their share of the fewer, that a denied matter has in common with its assertion."""


def states_denied(claim: Claim, denial: Claim) -> bool:
    """Say whether `claim` has the terms of what `denial` denies; what points back denies none."""
    denied, stated = _denied_terms(denial.text), _terms(claim.text, 0)
    shared = len(denied & stated)
    return shared >= max(_FEWEST, _SHARE * min(len(denied), len(stated)))


def denied_clause(denial: Claim) -> str:
    """Return the clause of "denied that …", which is what is asked about; empty where none is."""
    return (_CLAUSE.search(denial.text) or ("", ""))[1]


@lru_cache(maxsize=4_096)
def _denied_terms(text: str) -> frozenset[str]:
    cues = read_modality(parse_statement(text), 0, len(text)).cues
    denial = next((cue for cue in cues if cue.kind == "denial"), None)
    behind = _terms(text, denial.end) if denial else frozenset()
    return behind if len(behind) >= _FEWEST else _terms(text, 0)


@lru_cache(maxsize=4_096)
def _terms(text: str, start: int) -> frozenset[str]:
    terms = content_terms(parse_statement(text), start, len(text))
    return frozenset(concept_of(term) for term in terms) - _REPORTS
