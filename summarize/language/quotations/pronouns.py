"""Who is meant by "he", "they" or "the ministry": only where a single candidate fits."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import dropwhile
from typing import Literal, NamedTuple

from summarize.language.document import Document
from summarize.language.morphology import lemma_of
from summarize.language.names import Entity, Names
from summarize.language.names.titles import gender_of_title, is_person_noun
from summarize.language.quotations.offices import holds, is_office
from summarize.language.quotations.quotes import Quotations, Span
from summarize.language.speech_verbs import FINDERS, MESSAGES
from summarize.language.verb_forms import FINITE

Gender = Literal["m", "f"]
_GENDERS: dict[str, Gender] = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
PERSONAL = frozenset(_GENDERS) | {"they", "their", "it", "its"}
INSTITUTIONS = frozenset(
    "agency ministry department company group organisation organization outlet newspaper paper "
    "broadcaster bank court union party network firm bureau office commission committee council "
    "government military army police magazine channel station team club university institute "
    "foundation association campaign administration site website publication directorate staff "
    "parliament senate".split()
)
"""Common nouns that can stand for an organisation named before."""

_ROLE_REACH = 3
"""How many sentences back one of several holders of an office must be named alone."""

_LONGEST_TITLE = 3
"""Words of a source that may tell its gender: "this old man", not "the aide of a queen"."""

_OPENING = frozenset("a an the his her its their this that these those some no".split())
_SOMEBODY = frozenset("one another someone somebody everyone nobody questioner insider".split())

_REACH = 2
"""How many sentences back a speaker is still in mind."""


class Place(NamedTuple):
    """Where somebody must be in mind: a sentence and the character before which it was named.

    Nobody speaks of himself by name, so that whoever is named in what is `said` is not meant.
    """

    sentence: int
    start: int
    said: tuple[Span, ...] = ()


class Speech(NamedTuple):
    """Who spoke in a sentence: an entity or the words that name the source, and what was said."""

    sentence: int
    entity: Entity | None
    text: str | None
    is_plural: bool
    content: tuple[Span, ...]


@dataclass
class Antecedents:
    """The people and organisations of a document, asked for in reading order."""

    document: Document
    names: Names
    quotations: Quotations
    spoken: list[Speech] = field(default_factory=list)

    def __post_init__(self) -> None:
        pairs = [(m.start, m.end, m.form, e) for e in self.names.entities for m in e.mentions]
        self._people_with_roles = [e for e in self.names.entities if e.kind == "person" and e.role]
        text = self.document.text
        self._states = [
            (entity, {text[mention.start : mention.end] for mention in entity.mentions})
            for entity in self.names.entities
            if entity.kind == "state"
        ]
        self._bodies: dict[str, list[Entity]] = {}
        for entity in self.names.entities:
            if entity.kind == "organisation":
                for word in sorted({*entity.name.lower().split(), *self._nouns_before(entity)}):
                    self._bodies.setdefault(word, []).append(entity)
        self._published: Speech | None = None
        self._mentions = sorted(pairs, key=lambda pair: pair[:2])
        self._starts = [pair[0] for pair in self._mentions]

    def named(self, start: int, end: int) -> Iterator[tuple[Span, Entity]]:
        """Yield what is named by more than an adjective inside `start:end`, in order."""
        for place in range(bisect_left(self._starts, start), bisect_left(self._starts, end)):
            begin, stop, form, entity = self._mentions[place]
            if form != "demonym" and stop <= end:
                yield Span(begin, stop), entity

    def _nouns_before(self, organisation: Entity) -> set[str]:
        """Return what an organisation is called right before its name: "the news agency Fides"."""
        text = self.document.text
        before = (text[max(0, m.start - 24) : m.start].split() for m in organisation.mentions)
        return {words[-1].lower() for words in before if words} & INSTITUTIONS

    def states_in_name(self, organisation: Entity) -> set[str]:
        """Return the states by whose names or adjectives an organisation is called."""
        words = set(re.findall(r"\w+", organisation.name))
        return {state.name for state, forms in self._states if forms & words}

    def publishes(self, speech: Speech | None) -> None:
        """Remember who published something, though nothing of it was reported yet."""
        if speech is not None:
            self._published = speech

    def states(self, start: int, end: int) -> list[Entity]:
        """Return the states named inside `start:end`, by adjectives too."""
        places = range(bisect_left(self._starts, start), bisect_left(self._starts, end))
        found = [self._mentions[place][3] for place in places]
        return [entity for entity in found if entity.kind == "state"]

    def resolve(self, word: str, place: Place) -> Speech | None:
        """Return who the pronoun `word` at `place` must be, or None where two could be meant."""
        if word in _GENDERS:
            return self._person(_GENDERS[word], place)
        last = self._last(place.sentence, 1)
        if word in ("they", "their"):
            return last if last and last.is_plural else None
        if last is None:
            last = self._published_before(place, 1) or self._acting_body(place)
        return last if last and _is_body(last) and not self._acts_since(last, place) else None

    def organisation(self, noun: str, place: Place) -> Speech | None:
        """Return which organisation "the ministry" is: the one so named, or the last that spoke."""
        named = [e for e in self._bodies.get(noun, ()) if e.mentions[0].start < place.start]
        if len(named) == 1:
            return Speech(place.sentence, named[0], None, False, ())
        return self.last_body(place) if not named else None

    def last_body(self, place: Place) -> Speech | None:
        """Return the organisation or state that spoke last, if none was named since."""
        last = self._last(place.sentence, _REACH)
        if last is None or not _is_body(last):
            return None
        since = self.document.sentences[last.sentence].start
        others = [
            entity
            for span, entity in self.named(since, place.start)
            if entity.kind == "organisation"
            and entity != last.entity
            and self.document.text[span.start : span.end] not in (last.text or "")
            and not any(said.start <= span.start < said.end for said in last.content)
        ]
        return None if others else last

    def last_speaker(self, place: Place) -> Speech | None:
        """Return who spoke last before the sentence, or published something, if in mind."""
        last = self._last(place.sentence - 1, _REACH - 1)
        return last or self._published_before(place, _REACH)

    def _published_before(self, place: Place, reach: int) -> Speech | None:
        published = self._published
        return published if published and published.sentence >= place.sentence - reach else None

    def _acting_body(self, place: Place) -> Speech | None:
        """Return the organisation that alone was the subject of the sentence before."""
        first = self.document.sentences[max(0, place.sentence - 1)]
        acting = {
            entity.name: entity
            for span, entity in self.named(first.start, place.start)
            if entity.kind in ("organisation", "state") and self._is_subject(span)
        }
        bodies = list(acting.values())
        if len(bodies) != 1 or bodies[0].kind == "state":
            return None
        return Speech(place.sentence, bodies[0], None, False, ())

    def _acts_since(self, last: Speech, place: Place) -> bool:
        """Say whether another body or state was the subject of a verb since `last` spoke."""
        since = self.document.sentences[last.sentence].start
        return any(
            self._is_subject(span)
            for span, entity in self.named(since, place.start)
            if entity.kind in ("organisation", "state")
            and entity != last.entity
            and self.document.text[span.start : span.end] not in (last.text or "")
            and not any(said.start <= span.start < said.end for said in last.content)
        )

    def _is_subject(self, span: Span) -> bool:
        """Say whether a finite verb follows the name, or the noun that it describes."""
        sentence = self.document.sentences[self.document.sentence_at(span.start)]
        behind = self.document.tokens_between(span.end, sentence.end)
        rest = dropwhile(lambda token: token.tag in ("NN", "NNS", "RB"), behind)
        verb = next(rest, None)
        return verb is not None and verb.tag in FINITE

    def _last(self, sentence: int, reach: int) -> Speech | None:
        for speech in reversed(self.spoken):
            if speech.sentence < sentence - reach:
                return None
            if speech.sentence <= sentence and (speech.entity or speech.text):
                return speech
        return None

    def _person(self, gender: Gender, place: Place) -> Speech | None:
        said = {entity.name for span in place.said for _, entity in self.named(*span)}
        for back in range(1, _REACH + 1):
            first = self.document.sentences[max(0, place.sentence - back)]
            if first.paragraph < self.document.sentences[place.sentence].paragraph - 1:
                return None
            window = Span(first.start, place.start)
            last = self._last(place.sentence, back)
            if last is not None and _is_doubtful(last):
                return None
            if last is not None and _is_person(last, gender):
                name = last.entity.name if last.entity else None
                others = set(self._people(gender, window, last.content)) - said - {name}
                return None if others or name in said else last
            near = self._people(gender, window)
            for name in said & set(near):
                del near[name]
            if near:
                (entity, can_act), *others_near = near.values()
                is_alone = can_act and not others_near
                return Speech(place.sentence, entity, None, False, ()) if is_alone else None
        return None

    def by_role(self, words: str, place: Place) -> Entity | None:
        """Return the one person whose role ends in `words`: in the article, else of late."""
        if not is_office(words):
            return None
        holders = [e for e in self._people_with_roles if e.role and holds(e.role, words)]
        if len(holders) != 1:
            first = max(0, place.sentence - _ROLE_REACH)
            since = self.document.sentences[first].start
            near = {entity.name for _, entity in self.named(since, place.start)}
            holders = [entity for entity in holders if entity.name in near]
        if len(holders) != 1 or self._is_another(words, holders[0], place):
            return None
        return holders[0]

    def _is_another(self, words: str, holder: Entity, place: Place) -> bool:
        """Say whether somebody nameless of that role spoke since `holder` was named last."""
        named = [m.start for m in holder.mentions if m.start < place.start]
        if not named:
            return True
        last = self.document.sentence_at(named[-1])
        return any(
            speech.sentence >= last and f" {(speech.text or '').lower()}".endswith(f" {words}")
            for speech in self.spoken
            if not (speech.text or "").lower().startswith("the ")
        )

    def _people(
        self, gender: Gender, window: Span, without: Collection[Span] = ()
    ) -> dict[str, tuple[Entity, bool]]:
        """Return by name who is named in `window` outside quotations, and whether he can act.

        An object can be meant only where the others named are of the other gender.
        """
        hidden = [*without, *(span for span, _ in self.quotations.spans_in(*window))]
        named = [
            (span, entity)
            for span, entity in self.named(*window)
            if entity.kind == "person" and not any(h.start <= span.start < h.end for h in hidden)
        ]
        is_told_apart = any(not _fits(entity, gender) for _, entity in named)
        found: dict[str, tuple[Entity, bool]] = {}
        for span, entity in named:
            if _fits(entity, gender):
                known = entity.name in found and found[entity.name][1]
                can_act = not self._is_owner(span) and (is_told_apart or not self._is_object(span))
                found[entity.name] = entity, known or can_act
        return found

    def _is_owner(self, span: Span) -> bool:
        """Say whether a name only owns what is named behind it: "Smith's coach"."""
        return self.document.text[span.end : span.end + 2] in ("'s", "’s")

    def _is_object(self, span: Span) -> bool:
        """Say whether a name stands right behind its verb: "told Smith"."""
        sentence = self.document.sentences[self.document.sentence_at(span.start)]
        before = self.document.tokens_between(sentence.start, span.start)
        return bool(before) and before[-1].tag[0] == "V"


def _fits(entity: Entity, gender: Gender) -> bool:
    return entity.kind == "person" and entity.gender in (gender, None)


def _is_body(speech: Speech) -> bool:
    if speech.entity is not None:
        return speech.entity.kind != "person"
    words = (speech.text or "").lower().split()
    return bool(words) and not speech.is_plural and words[-1] in INSTITUTIONS | MESSAGES


def _is_doubtful(speech: Speech) -> bool:
    """Say whether the words for a source tell neither a person nor a body: "her strange story"."""
    if speech.entity is not None or not speech.text or speech.is_plural:
        return False
    words = speech.text.split()
    if {word.lower() for word in words} & (MESSAGES | INSTITUTIONS | FINDERS):
        return False
    names = (word for word in words if word[0].isupper() and word.lower() not in _OPENING)
    return not any(names) and not any(_is_human(word.lower()) for word in words)


def _is_human(word: str) -> bool:
    return word in _SOMEBODY or is_person_noun(lemma_of(word, "NNS"))


def _is_person(speech: Speech, gender: Gender) -> bool:
    if speech.entity is not None:
        return _fits(speech.entity, gender)
    if not speech.text or speech.is_plural:
        return False
    words = speech.text.lower().split()
    told = {gender_of_title(word) for word in words[:_LONGEST_TITLE]} - {None}
    return not set(words) & (MESSAGES | INSTITUTIONS | FINDERS) and told <= {gender}
