"""Whom the words for a source mean: a named entity, somebody named before, or nobody by name."""

from collections.abc import Sequence

from summarize.language.names import Entity
from summarize.language.names.titles import gender_of_title, is_courtesy
from summarize.language.quotations.lines import Line, Phrase, phrase_before, subject_before
from summarize.language.quotations.pronouns import (
    INSTITUTIONS,
    PERSONAL,
    Antecedents,
    Place,
    Speech,
)
from summarize.language.quotations.quotes import Span
from summarize.language.quotations.reports import Report
from summarize.language.speech_verbs import MESSAGES, OWN_WORDS
from summarize.language.verb_forms import FINITE

_RELATIVE = frozenset(("who", "which"))
_GOVERNMENTS = frozenset(("government", "administration"))
_JOINING = 6
"""Characters behind a name in which "and" would join another."""

_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
_PUBLISHING = frozenset("publish post share release issue tweet write send unveil".split())


def find_speaker(report: Report, antecedents: Antecedents) -> Speech:
    """Return who speaks in `report`; what was reported earlier must be known to `antecedents`."""
    line, source = report.line, report.source
    nobody = Speech(line.index, None, None, False, report.content)
    if source is None or (report.is_sole and _people_named(line, antecedents) > 1):
        return nobody
    found = _resolve(line, source, _place(report, antecedents), antecedents)
    if report.is_sole and not (found and found.entity and found.entity.kind == "person"):
        return nobody
    if found is not None:
        return found._replace(sentence=line.index, content=report.content)
    words = words_of(antecedents.document.text, line, source)
    is_pronoun = source.head - source.start == 1 and words.lower() in PERSONAL | _RELATIVE
    is_plural = line.tag(source.head - 1) in ("NNS", "NNPS") or _is_joined(line, source)
    return nobody._replace(text=None if is_pronoun else words, is_plural=is_plural)


def _people_named(line: Line, antecedents: Antecedents) -> int:
    named = antecedents.named(line.tokens[0].start, line.tokens[-1].end)
    return len({entity.name for _, entity in named if entity.kind == "person"})


def find_publisher(line: Line, antecedents: Antecedents) -> Speech | None:
    """Return who publishes something in `line`, as later "the caption" or "the post" is theirs."""
    for verb in range(1, len(line.tokens)):
        is_verb = line.tag(verb) in FINITE | {"VBN"} and line.tokens[verb].lemma in _PUBLISHING
        if is_verb and line.is_outside(verb):
            subject = subject_before(line, verb)
            entity = _named(line, subject, antecedents) if subject else None
            if entity is not None:
                return Speech(line.index, entity, None, False, ())
    return None


def words_of(text: str, line: Line, phrase: Phrase) -> str:
    """Return the words of a phrase on one line."""
    return " ".join(text[line.tokens[phrase.start].start : line.tokens[phrase.end - 1].end].split())


def _place(report: Report, antecedents: Antecedents) -> Place:
    """Return where the speech begins: a quotation may open sentences before its "he said"."""
    line, source = report.line, report.source
    start = line.tokens[source.start if source else 0].start
    opening = report.content[0].start
    if opening >= line.tokens[0].start:
        return Place(line.index, start, report.content)
    return Place(antecedents.document.sentence_at(opening), opening, report.content)


def _resolve(line: Line, source: Phrase, place: Place, antecedents: Antecedents) -> Speech | None:
    word = line.low(source.start)
    if source.head - source.start == 1 and word in PERSONAL:
        return antecedents.resolve(word, place)
    if word in _RELATIVE:
        return _relative(line, source, place, antecedents)
    named = _named(line, source, antecedents)
    if named is not None:
        return Speech(line.index, named, None, False, ())
    return _described(line, source, place, antecedents)


def _relative(line: Line, source: Phrase, place: Place, antecedents: Antecedents) -> Speech | None:
    """Return whom "who" goes back to: the name right before it, else the phrase."""
    behind = source.start - (line.low(source.start - 1) == ",")
    end = line.tokens[behind - 1].end if behind > 0 else 0
    for span, entity in antecedents.named(line.tokens[0].start, end):
        is_person = entity.kind == "person"
        if span.end == end and is_person == (line.low(source.start) == "who"):
            return Speech(line.index, entity, None, False, ())
    before = phrase_before(line, behind)
    if before is None:
        return None
    if line.low(before.start - 1) == "," and line.low(source.start) == "which":
        end = line.tokens[before.start - 2].end if before.start > 1 else 0
        for span, entity in antecedents.named(line.tokens[0].start, end):
            if span.end == end and entity.kind == "organisation":
                return Speech(line.index, entity, None, False, ())
    return _resolve(line, before, place, antecedents)


def _is_joined(line: Line, source: Phrase) -> bool:
    return any(line.low(i) in ("and", "&") for i in range(source.start, source.head))


def _named(line: Line, source: Phrase, antecedents: Antecedents) -> Entity | None:
    """Return the entity that the phrase names, in its head or in its apposition."""
    head = line.tokens[source.head - 1]
    stop = line.tokens[source.end - 1].end
    named = antecedents.named(line.tokens[source.start].start, stop)
    inside = [(span, entity) for span, entity in named if entity.kind != "place"]
    for span, entity in inside:
        if span.start <= head.start < span.end:
            if _is_misnamed(line, source, span, entity):
                return None
            if _belongs_elsewhere(antecedents, entity, line.tokens[source.start].start, span.start):
                return None
            others = {e.name for s, e in inside if s.end <= head.end} - {entity.name}
            return None if _is_joined(line, source) and others else entity
    officer = _officer(line, source, inside)
    if officer is not None:
        return officer
    if head.lemma in _GOVERNMENTS and line.low(source.start) == "the":
        states = antecedents.states(line.tokens[source.start].start, head.start)
        return states[0] if len(states) == 1 and source.head - source.start == 3 else None
    commas = [line.tokens[i].end for i in range(source.head, source.end) if line.low(i) == ","]
    for span, entity in inside:
        text = antecedents.document.text
        is_apposed = any(c <= span.start and not text[c : span.start].strip() for c in commas)
        if is_apposed and entity.kind == "person":
            behind = text[span.end : span.end + _JOINING].strip()
            return None if behind.startswith(("and ", "& ")) else entity
    return None


def _is_misnamed(line: Line, source: Phrase, span: Span, entity: Entity) -> bool:
    """Say whether the words before a name forbid it: "Mr" a woman, "two women Italy (accuses)"."""
    before = [t for t in line.tokens[source.start : source.head] if t.start < span.start]
    genders = {gender_of_title(t.text) for t in before if is_courtesy(t.text)} - {None}
    if entity.gender and genders and entity.gender not in genders:
        return True
    is_person = entity.kind == "person"
    return bool(before) and not is_person and before[-1].tag == "NNS" and before[-1].text.islower()


def _belongs_elsewhere(antecedents: Antecedents, entity: Entity, start: int, end: int) -> bool:
    """Say whether "Ukraine's General Staff" was taken for that of another state."""
    owners = {state.name for state in antecedents.states(start, end)}
    named = antecedents.states_in_name(entity)
    return entity.kind == "organisation" and bool(owners and named) and not owners & named


def _officer(line: Line, source: Phrase, inside: Sequence[tuple[Span, Entity]]) -> Entity | None:
    """Return the person behind a title with "of": "Chief of Police Ann Smith"."""
    is_title = line.tag(source.head - 1) == "NNP" and line.low(source.head) == "of"
    commas = (i for i in range(source.head, source.end) if line.low(i) == ",")
    end = line.tokens[next(commas, source.end) - 1].end
    for span, entity in inside:
        if is_title and span.end == end and entity.kind == "person":
            before = [t for t in line.tokens[source.head : source.end] if t.end <= span.start]
            return entity if before and before[-1].tag != "IN" else None
    return None


def _described(line: Line, source: Phrase, place: Place, antecedents: Antecedents) -> Speech | None:
    """Return who "her statement", "the ministry" or "the report" is, or whose it is."""
    head = line.tokens[source.head - 1]
    opening = line.low(source.start)
    is_short = source.head - source.start == 2
    if head.lemma in MESSAGES:
        if opening in PERSONAL:
            return antecedents.resolve(opening, place)
        for mark in range(source.start + 1, source.head):
            if line.low(mark) in _POSSESSIVE:
                owner = Phrase(source.start, mark, mark)
                return _resolve(line, owner, place, antecedents)
        if opening in ("the", "this") and is_short and head.lemma in OWN_WORDS:
            return antecedents.last_speaker(place)
        if opening in ("the", "this") and is_short and head.lemma == "report":
            return antecedents.last_body(place)
    if opening == "the" and source.head == source.end:
        words = " ".join(line.low(i) for i in range(source.start + 1, source.head))
        person = antecedents.by_role(words, place)
        if person is not None:
            return Speech(line.index, person, None, False, ())
    if opening == "the" and is_short and head.lemma in INSTITUTIONS:
        return antecedents.organisation(head.lemma, place)
    return None
