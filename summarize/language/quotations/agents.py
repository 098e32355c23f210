"""Who is named behind the verb: "denied by the mayor", and what "a claim" sums up before it."""

from summarize.language.names.titles import is_person_noun
from summarize.language.quotations.cues import Cue
from summarize.language.quotations.estimates import passive_estimate_end
from summarize.language.quotations.lines import (
    TIMES,
    Line,
    Phrase,
    phrase_after,
    phrase_before,
    subject_before,
)
from summarize.language.quotations.voices import has_voice
from summarize.language.speech_verbs import (
    CONCERNS,
    SPEECH_NOUNS,
    SPEECH_VERBS,
    is_denial,
)
from summarize.language.verb_forms import FINITE

_SUMMATIVE = frozenset(
    "claim assertion allegation accusation charge statement report suggestion version account "
    "notion idea contention denial explanation view conclusion warning prediction".split()
)
"""Nouns by which an apposition takes up a whole clause (Quirk et al. 1985, 17.67)."""

_REPORTED = frozenset(SPEECH_NOUNS) | _SUMMATIVE | {"rumor", "rumour", "theory", "speculation"}
_AUXILIARIES = frozenset("is are was were be been being has have had".split())
_DONE_BY_HAND = frozenset("call cite credit propose demand note oppose endorse".split())
"""Verbs whose passive tells more often of a deed: "called by residents", "cited for speeding"."""

_DATING = frozenset("on in last this late early".split())
_REACH = 6
"""Tokens between a passive verb and its "by": adverbs, a day, the first words of a complement."""


def can_speak(line: Line, phrase: Phrase) -> bool:
    """Say whether the head of `phrase` is a name or a noun for people, a body or a document."""
    head = line.tokens[phrase.head - 1]
    return head.tag in ("NNP", "NNPS", "PRP") or has_voice(head.lemma)


def agent_of(line: Line, cue: Cue) -> Phrase | None:
    """Return the speaker behind the "by" of a passive that takes up a thing said."""
    verb = SPEECH_VERBS.get(cue.lemma)
    figure = passive_estimate_end(line, cue.head)
    if figure is not None and line.low(figure) == "by":
        phrase = phrase_after(line, figure + 1)
        return phrase if phrase is not None and can_speak(line, phrase) else None
    if verb is None or "object" not in verb.frames or cue.lemma in _DONE_BY_HAND:
        return None
    is_complement = line.low(cue.end) == "as"
    for i in range(cue.end, min(line.stop, cue.end + _REACH)):
        if line.low(i) == "by":
            phrase = phrase_after(line, i + 1)
            return phrase if phrase is not None and can_speak(line, phrase) else None
        is_aside = line.tag(i) == "RB" or line.low(i) in TIMES | _DATING
        if not line.is_outside(i) or not (is_aside or is_complement) or line.tag(i) in FINITE:
            return None
    return None


def said_before(line: Line, cue: Cue, floor: int) -> Phrase | None:
    """Return what a passive with an agent takes up: the clause of its subject, or its subject."""
    clause = _reported_clause(line, cue.start)
    if clause is not None:
        return clause
    is_apposed = line.low(cue.start - 1) == "," and line.is_outside(cue.start - 1)
    subject = (
        phrase_before(line, cue.start - 1, floor)
        if is_apposed
        else subject_before(line, cue.start, floor)
    )
    if subject is not None and line.tag(subject.start) in ("WDT", "WP"):
        comma = line.low(subject.start - 1) == ","
        subject = phrase_before(line, subject.start - comma, floor)
    return subject if subject is not None and _can_be_said(line, cue, subject) else None


def _can_be_said(line: Line, cue: Cue, subject: Phrase) -> bool:
    """Say whether one can assert or deny such a thing: plans are rejected, people confirmed."""
    head = line.tokens[subject.head - 1]
    if head.tag == "PRP":
        return head.low == "it"
    if is_denial(cue.lemma):
        return head.lemma in _REPORTED | CONCERNS
    is_person = head.tag in ("NNP", "NNPS") or is_person_noun(head.lemma)
    return not is_person or SPEECH_VERBS[cue.lemma].certainty == "asserted"


def _reported_clause(line: Line, end: int) -> Phrase | None:
    """Return the clause of a subject that ends at `end`: "reports that | the bridge fell"."""
    for i in range(end - 2, 0, -1):
        is_noun = line.tokens[i - 1].lemma in _REPORTED and line.tag(i - 1) in ("NN", "NNS")
        if line.low(i) == "that" and is_noun and line.is_outside(i):
            verbs = [k for k in range(i + 1, end) if line.tag(k) in FINITE]
            is_open = line.low(end - 1) == "," or len(verbs) != 1
            return None if is_open else Phrase(i + 1, end, end)
    return None


def summed_up_before(line: Line, start: int) -> int | None:
    """Return the comma before "a claim (that)" that ends at `start`, None where none does."""
    end = start
    while line.low(end - 1) in _AUXILIARIES or line.low(end - 1) in ("that", "which"):
        end -= 1
    noun = end - 1
    if (
        noun < 2
        or line.tokens[noun].lemma not in _SUMMATIVE
        or line.tag(noun)[:1] not in ("N", "V")
    ):
        return None
    first = noun - 1
    while line.tag(first) in ("JJ", "VBN"):
        first -= 1
    is_apposed = line.low(first) in ("a", "an") and line.low(first - 1) in (",", "—", "–", "--")
    return first - 1 if is_apposed and line.is_outside(first - 1) else None


def complement_of(line: Line, cue: Cue, agent: Phrase, ceiling: int) -> tuple[int, int] | None:
    """Return "as a turning point", which tells what the subject was hailed or described as."""
    by = agent.start - 1
    if passive_estimate_end(line, cue.head) == by:
        return cue.end, by
    if line.low(cue.end) == "as" and by > cue.end + 1:
        return cue.end, by
    if line.low(agent.end) != "as":
        return None
    marks = (i for i in range(agent.end + 1, ceiling) if line.low(i) in (",", ";"))
    return agent.end, next(marks, ceiling)
