"""Whether a verb of denial denies a statement: claims are rejected, and so are offers and suits."""

import re

from summarize.extract.reading import Reading
from summarize.language.document import parse_statement
from summarize.language.modality import read_modality
from summarize.language.modality.denial import COURTS
from summarize.language.quotations import Attribution
from summarize.language.quotations.quotes import Span
from summarize.language.speech_verbs import is_denial
from summarize.language.standalone import is_clause

_POINTS_BACK = re.compile(r"(?i)(?:it|this|that|them|these|those|so)\b\W*$")

_DENIES_CLAUSES = frozenset("deny refute rebut disavow".split())
"""Verbs that may have a clause without "that"; what others are followed by is a noun."""


def denies_statement(reading: Reading, attribution: Attribution) -> bool:
    """Say whether `attribution` reports that its speaker denies what somebody said."""
    if not is_denial(attribution.verb):
        return False
    if attribution.cue is None or attribution.kind != "indirect":
        return True
    text = reading.document.text
    if attribution.source and _is_court(reading, attribution.source):
        return False
    words = " ".join(text[start:end] for start, end in attribution.content)
    if _POINTS_BACK.match(words) or _is_proposition(words, attribution.verb):
        return True
    start = min(attribution.cue.start, *(span.start for span in attribution.content))
    end = max(attribution.cue.end, *(span.end for span in attribution.content))
    return read_modality(reading.document, start, end).is_denial


def _is_proposition(words: str, verb: str) -> bool:
    """Say whether `words` state something; "rejected two of those whom he chose" rejects people."""
    is_free = verb in _DENIES_CLAUSES or words.lower().startswith("that ")
    return is_free and is_clause(parse_statement(words).tokens)


def _is_court(reading: Reading, source: Span) -> bool:
    tokens = reading.document.tokens_between(*source)
    return any(token.lemma.lower() in COURTS for token in tokens)
