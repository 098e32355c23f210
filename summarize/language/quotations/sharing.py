"""Who speaks where a verb shares its subject: "said A and noted B", "…, adding that"."""

from collections.abc import Sequence

from summarize.language.quotations.cues import Cue
from summarize.language.quotations.lines import (
    Line,
    Phrase,
    base_before,
    phrase_after,
    subject_before,
)
from summarize.language.quotations.sourced import Sourced
from summarize.language.speech_verbs import IMPLYING, MESSAGES, SPEECH_VERBS, is_abstract
from summarize.language.verb_forms import FINITE

_CONJUNCTIONS = frozenset("and but or then yet".split())
_SENDING = frozenset(
    "send write post issue publish release share file sign deliver tweet leave circulate put out "
    "make give draft pen fire record".split()
)
"""What whoever is the author of a message does with it; others review, receive or quote it."""

_SUBORDINATORS = frozenset("when while after before because although though since as".split())


def share_source(line: Line, cue: Cue, earlier: Sequence[Sourced]) -> Sourced | None:
    """Return "said A and noted B": the second verb has the source of the first."""
    before = line.low(cue.start - 1)
    heard = (i for i in reversed(earlier) if i.source and _agrees(line, cue, i.cue))
    last = next((item for item in heard if _speaks(item.cue)), None)
    if before == "then" and last is not None and _is_aside(line, last):
        return None  # "The tenant left, Smith said, then demanded": who demanded is not Smith
    if last is not None and (before in _CONJUNCTIONS or before == ","):
        return Sourced(cue, last.source, is_shared=True)
    if before in _CONJUNCTIONS:
        main = _main_subject(line, cue.start)
        return Sourced(cue, main, is_shared=True) if main else None
    return None


def _is_aside(line: Line, item: Sourced) -> bool:
    """Say whether commas on both sides cut "Smith said" out of the sentence that he tells."""
    first = item.start - 1
    is_cut = line.low(first) == "," and line.is_outside(first)
    return is_cut and line.low(max(item.end, item.cue.end)) == ","


def _agrees(line: Line, cue: Cue, earlier: Cue) -> bool:
    """Say whether both verbs can share a subject: "will say" and "announced" cannot."""
    is_past = line.tag(cue.head) == "VBD" and cue.start == cue.head
    return not (is_past and line.tag(earlier.start) == "MD")


def _speaks(cue: Cue) -> bool:
    """Say whether the verb reports by itself: "said", and not "demonstrated"."""
    verb = SPEECH_VERBS.get(cue.lemma)
    return cue.is_finding or verb is None or not verb.frames <= {"that", "quote"}


def _main_subject(line: Line, before: int) -> Phrase | None:
    """Return the subject of the first finite verb of the sentence that stands before `before`."""
    for i in range(_main_clause(line, before), before):
        if line.tag(i) in FINITE and line.is_outside(i):
            subject = subject_before(line, i)
            if subject is not None:
                return subject
    return None


def _main_clause(line: Line, before: int) -> int:
    """Return behind which token the main clause begins: "When the dam broke, | she"."""
    if line.low(0) not in _SUBORDINATORS:
        return 1
    commas = (i for i in range(1, before) if line.low(i) == "," and line.is_outside(i))
    return next(commas, 0) + 1


def participle_source(
    line: Line, cue: Cue, floor: int, earlier: Sequence[Sourced]
) -> Sourced | None:
    """Return who speaks in "…, adding that", "Praising the crew, A" and "residents demanding"."""
    before = line.low(cue.start - 1)
    if cue.start == 0 or before in ("by", "after", "before", "while", "when", "without", "in"):
        return _following_subject(line, cue) if _opens_sentence(line, cue) else None
    if before == "," or before in _CONJUNCTIONS or line.quoted[cue.start - 1] is not None:
        last = next((i for i in reversed(earlier) if i.source and i.cue.form != "noun"), None)
        if last is not None and last.source and only_implies(line, cue, last.source):
            return None
        if last is not None and (last.cue.form != "preposition" or cue.lemma in ("quote", "cite")):
            return Sourced(cue, last.source, is_shared=True)
        main = _main_subject(line, cue.start)
        is_voiced = main is not None and not only_implies(line, cue, main)
        return Sourced(cue, main, is_shared=True) if is_voiced else None
    phrase = base_before(line, cue.start, floor)
    if phrase is not None and _is_issued(line, phrase):
        main = _main_subject(line, phrase.start)
        return Sourced(cue, main or phrase, is_shared=main is not None)
    return Sourced(cue, phrase) if phrase else None


def _is_issued(line: Line, phrase: Phrase) -> bool:
    """Say whether the phrase is a message that the sentence has somebody send: "a letter"."""
    words = {line.tokens[i].lemma for i in range(phrase.start, phrase.end)}
    is_sent = any(
        line.tokens[i].lemma in _SENDING for i in range(max(0, phrase.start - 2), phrase.start)
    )
    return line.low(phrase.start) in ("a", "an") and bool(words & MESSAGES) and is_sent


def _opens_sentence(line: Line, cue: Cue) -> bool:
    return all(line.tag(i) in ("IN", "RB") for i in range(cue.start))


def _following_subject(line: Line, cue: Cue) -> Sourced | None:
    """Return the subject behind "Praising the crew, …"."""
    for i in range(cue.end + 1, len(line.tokens)):
        if line.low(i) == "," and line.is_outside(i):
            phrase = phrase_after(line, i + 1)
            if phrase and (line.tag(phrase.end) in FINITE or line.tag(phrase.end) == "RB"):
                return Sourced(cue, phrase, is_shared=True)
    return None


def only_implies(line: Line, cue: Cue, subject: Phrase) -> bool:
    """Say whether a thing that cannot speak "suggests" or "underscores" something."""
    head = line.tokens[subject.head - 1]
    return cue.lemma in IMPLYING and head.tag != "NNP" and is_abstract(head.lemma)
