"""Who stands as the source of a cue: before the verb, behind it, or shared with another verb."""

from collections.abc import Sequence
from dataclasses import replace

from summarize.language.quotations.agents import agent_of, can_speak, said_before, summed_up_before
from summarize.language.quotations.cues import Cue
from summarize.language.quotations.estimates import ESTIMATING
from summarize.language.quotations.lines import (
    Line,
    Phrase,
    is_author,
    phrase_after,
    phrase_before,
    subject_before,
)
from summarize.language.quotations.sharing import only_implies, participle_source, share_source
from summarize.language.quotations.sourced import Sourced
from summarize.language.speech_verbs import SPEECH_VERBS, is_denial
from summarize.language.verb_forms import FINITE

_CONDITIONS = frozenset("if whether unless until once lest".split())
_LONGEST_NAME = 4
"""Tokens, marks included, of a quotation that may be a nickname or a title inside a source."""

_RAISING = frozenset("say believe think report allege estimate claim suspect".split())
"""Verbs whose passive speaks for nobody by name: "is believed to"."""


def find_sources(line: Line, cues: Sequence[Cue]) -> list[Sourced]:
    """Return the cues that report what somebody else than the author says, with their sources."""
    found: list[Sourced] = []
    for cue in cues:
        item = _find_source(line, cue, found)
        if item is None or _is_conditional(line, item):
            continue
        if item.source is not None and is_author(line, item.source):
            continue
        found.append(item)
    return found


def _is_conditional(line: Line, item: Sourced) -> bool:
    return line.low(item.start - 1) in _CONDITIONS


def _find_source(line: Line, cue: Cue, earlier: Sequence[Sourced]) -> Sourced | None:
    floor = _floor(line, cue.start, earlier)
    if line.tokens[cue.head].lemma in ("quote", "cite") and cue.lemma == "say":
        return _quoted_as_saying(line, cue, floor, earlier)
    if cue.form == "preposition" and cue.head > cue.start + 1 - (line.tag(cue.head) == "PRP$"):
        return _in_words_source(line, cue)
    if cue.form == "preposition":
        phrase = _whole_source(line, cue, phrase_after(line, cue.end))
        return Sourced(cue, phrase, is_inverted=True) if phrase else None
    if cue.form == "noun":
        return _noun_source(line, cue, floor)
    if cue.form == "passive":
        return _agent_source(line, cue, floor) or _passive_source(line, cue, floor)
    if cue.form == "participle":
        return participle_source(line, cue, floor, earlier)
    return _finite_source(line, cue, floor, earlier)


def _finite_source(line: Line, cue: Cue, floor: int, earlier: Sequence[Sourced]) -> Sourced | None:
    subject = subject_before(line, cue.start, floor)
    if subject is not None and _is_object(line, subject):
        subject = _relative_antecedent(line, subject)
        return Sourced(cue, subject) if subject else None
    if cue.lemma in ESTIMATING and subject is not None and not can_speak(line, subject):
        return None
    inverted = _inverted(line, cue)
    if inverted is not None and _is_closed(line, inverted, floor):
        return inverted
    if subject is not None and not _is_stray(line, subject):
        cannot = only_implies(line, cue, subject) or _is_adjective(line, cue, subject)
        return None if cannot else _with_summary(line, Sourced(cue, subject))
    return inverted or share_source(line, cue, earlier)


def _in_words_source(line: Line, cue: Cue) -> Sourced | None:
    """Return whose words they are in "in his own words" and "in the mayor's words"."""
    if line.tag(cue.head) == "PRP$":
        owner: Phrase | None = Phrase(cue.head, cue.head + 1, cue.head + 1)
    else:
        owner = phrase_before(line, cue.head, cue.start + 1)
    return Sourced(cue, owner) if owner and line.low(owner.start) not in ("my", "our") else None


def _quoted_as_saying(
    line: Line, cue: Cue, floor: int, earlier: Sequence[Sourced]
) -> Sourced | None:
    """Return who is quoted in "was quoted by A as saying" and "A quoted B as saying"."""
    if line.low(cue.head + 1) == "as":
        subject = subject_before(line, cue.start, floor)
        return Sourced(cue, subject) if subject else share_source(line, cue, earlier)
    if line.low(cue.head + 1) == "by":
        is_apposed = line.low(cue.start - 1) == ","
        find = phrase_before if is_apposed else subject_before
        subject = find(line, cue.start - is_apposed, floor)
        channel = phrase_after(line, cue.head + 2, cue.end)
        return Sourced(cue, subject, via=channel) if subject else None
    quoted = phrase_after(line, cue.head + 1, cue.end)
    if quoted is None:
        return None
    if cue.form == "finite":
        return Sourced(cue, quoted, via=subject_before(line, cue.start, floor))
    before = participle_source(line, cue, floor, earlier)
    return Sourced(cue, quoted, is_shared=True, via=before.source if before else None)


def _with_summary(line: Line, item: Sourced) -> Sourced:
    """Part "a claim" from whoever denies it in ", a claim (that) the mayor denies"."""
    source = item.source
    if source is None or not is_denial(item.cue.lemma):
        return item
    for start in range(source.head - 1, source.start - 1, -1):
        comma = summed_up_before(line, start)
        if comma is not None:
            return replace(item, source=source._replace(start=start), comma=comma)
    return item


def _whole_source(line: Line, cue: Cue, phrase: Phrase | None) -> Phrase | None:
    """Take in all that describes the source of "according to", up to the comma that ends it."""
    if phrase is None or cue.start > 1 or line.low(phrase.end) == ",":
        return _with_apposition(line, phrase)
    for i in range(phrase.end, len(line.tokens)):
        if line.tag(i) in FINITE or not line.is_outside(i):
            return phrase
        if line.low(i) == ",":
            following = phrase_after(line, i + 1)
            is_place = following is not None and line.tag(i + 1) == "NNP"
            if not (is_place and following and line.low(following.end) == ","):
                return Phrase(phrase.start, i, phrase.head)
    return phrase


def _is_closed(line: Line, item: Sourced, floor: int) -> bool:
    """Say whether "…, said the officials" ends there, so that what stands before it was said."""
    source = item.source
    if source is None:
        return False
    is_name = line.tag(source.head - 1) == "NNP"
    is_end = source.end >= line.stop or line.low(source.end) == ","
    return is_end and (is_name or line.has_verb(floor, item.cue.start))


def _is_adjective(line: Line, cue: Cue, subject: Phrase) -> bool:
    """Say whether "the two female" is cut out of "the two female suspects coated"."""
    is_open = line.tag(subject.start) in ("DT", "CD", "PRP$") and line.tag(subject.end - 1) == "JJ"
    return is_open and cue.lemma not in ("say", "tell")


def _is_object(line: Line, subject: Phrase) -> bool:
    """Say whether what stands before the cue is the object of a verb: "who seized power said"."""
    verb = subject.start - 1
    if verb < 1 or not line.is_outside(verb) or line.tag(subject.start) in ("PRP", "WP", "WDT"):
        return False
    is_relative = line.tag(verb) in FINITE - {"MD"} and line.tag(verb - 1) in ("WP", "WDT")
    is_infinitive = line.tag(verb) == "VB" and line.low(verb - 1) == "to"
    lemma = line.tokens[verb].lemma
    return (is_relative or is_infinitive) and lemma != "be" and lemma not in SPEECH_VERBS


def _relative_antecedent(line: Line, found: Phrase) -> Phrase | None:
    """Return "the soldiers" of "the soldiers who seized power said"."""
    relative = found.start - 2
    if line.tag(relative) not in ("WP", "WDT"):
        return None
    before = phrase_before(line, relative)
    return before._replace(end=found.end) if before else None


def _is_stray(line: Line, subject: Phrase) -> bool:
    """Say whether the subject is a conjunction "that", whose clause goes on elsewhere."""
    return line.low(subject.start) == "that" and line.tag(subject.start) != "DT"


def _floor(line: Line, place: int, earlier: Sequence[Sourced]) -> int:
    """Return where the clause of the cue at `place` can begin: behind the last cue or quotation."""
    floor = max((item.cue.end for item in earlier if item.cue.end <= place), default=0)
    for i in range(place - 1, floor - 1, -1):
        if line.low(i) in (";", ":", "—", "–", "--") and line.is_outside(i):
            return i + 1
        if line.quoted[i] is not None and _quotation_length(line, i) > _LONGEST_NAME:
            return i + 1
    return floor


def _quotation_length(line: Line, place: int) -> int:
    return sum(1 for number in line.quoted if number == line.quoted[place])


def _with_apposition(line: Line, phrase: Phrase | None) -> Phrase | None:
    """Take in ", a lawyer in Rome" behind the phrase, up to the comma or stop that ends it."""
    if phrase is None or line.low(phrase.end) != ",":
        return phrase
    end = line.stop
    first = phrase.end + 1
    if line.tag(first) not in ("DT", "WP", "CD", "PRP$", "WP$", "NN", "JJ"):
        return phrase
    is_relative = False
    for i in range(first, end + 1):
        closes = i == end or (line.low(i) == "," and line.is_outside(i))
        if closes:
            return Phrase(phrase.start, i, phrase.head)
        is_relative = is_relative or line.tag(i) in ("WP", "WP$", "WDT")
        if line.tag(i) in FINITE and not is_relative:
            return phrase
        if not line.is_outside(i):
            return phrase
    return phrase


def _inverted(line: Line, cue: Cue) -> Sourced | None:
    """Return "said Smith" behind a quotation or a comma."""
    verb = SPEECH_VERBS.get(cue.lemma)
    if verb is None or not verb.frames & {"clause", "quote"} or cue.start == 0:
        return None
    if is_denial(cue.lemma) or cue.lemma == "call":
        return None
    if "hearer" in verb.frames and cue.lemma not in ("ask", "warn"):
        return None
    before = cue.start - 1
    if line.low(before) not in (",", "—", "–", "--") and line.quoted[before] is None:
        return None
    phrase = _with_apposition(line, phrase_after(line, cue.end))
    if phrase is None or line.tag(phrase.end) in FINITE:
        return None
    return Sourced(cue, phrase, is_inverted=True)


def _agent_source(line: Line, cue: Cue, floor: int) -> Sourced | None:
    """Return who is behind "was rejected by", with what was rejected."""
    agent = agent_of(line, cue)
    if agent is None:
        return None
    comma = summed_up_before(line, cue.start)
    said = said_before(line, cue, floor) if comma is None else None
    if comma is None and said is None:
        return None
    return Sourced(cue, agent, is_inverted=True, said=said, comma=comma)


def _passive_source(line: Line, cue: Cue, floor: int) -> Sourced | None:
    subject = subject_before(line, cue.start, floor)
    if subject is None:
        return None
    is_empty = line.low(subject.start) == "it" and line.low(cue.end) == "that"
    takes_infinitive = line.low(cue.end) == "to" and line.tag(cue.end + 1) == "VB"
    if is_empty or (takes_infinitive and cue.lemma in _RAISING):
        return Sourced(cue, None)
    return None


def _noun_source(line: Line, cue: Cue, floor: int) -> Sourced | None:
    if line.low(cue.end) == "that" and line.low(cue.start - 1) not in ("’s", "'s"):
        chunk = phrase_before(line, cue.end, floor)
        if chunk and line.tag(chunk.start) == "PRP$" and line.low(chunk.start) not in ("my", "our"):
            return Sourced(cue, Phrase(chunk.start, chunk.start + 1, chunk.start + 1))
    for i in range(cue.start - 1, max(floor, cue.start - 4) - 1, -1):
        if line.low(i) in ("'s", "’s") or (line.low(i) in ("'", "’") and line.is_outside(i)):
            owner = phrase_before(line, i, floor)
            return Sourced(cue, owner) if owner and line.low(cue.end) == "that" else None
    if line.low(cue.end) in ("by", "from"):
        phrase = _with_apposition(line, phrase_after(line, cue.end + 1))
        if phrase and line.low(phrase.end) == "that":
            return Sourced(cue, phrase, is_inverted=True)
    return None
