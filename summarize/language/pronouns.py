"""Who is meant by "he", "they" or "the ministry": only where a single candidate fits."""

from bisect import bisect_left
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from summarize.language.document import Document
from summarize.language.names import Entity, Names
from summarize.language.quotes import Quotations, Span

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
    "foundation association campaign administration site website publication directorate".split()
)
"""Common nouns that can stand for an organisation named before."""

_REACH = 2
"""How many sentences back a speaker is still in mind."""


class Place(NamedTuple):
    """Where somebody must be in mind: a sentence, and the character before which it was named."""

    sentence: int
    start: int


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
        self._bodies: dict[str, list[Entity]] = {}
        for entity in self.names.entities:
            if entity.kind == "organisation":
                for word in sorted(set(entity.name.lower().split())):
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
        if last is None:
            return None
        if word in ("they", "their"):
            return last if last.is_plural else None
        is_thing = last.entity is not None and last.entity.kind in ("organisation", "state")
        return last if is_thing else None

    def organisation(self, noun: str, place: Place) -> Speech | None:
        """Return which organisation "the ministry" is: the one so named, or the last that spoke."""
        named = [e for e in self._bodies.get(noun, ()) if e.mentions[0].start < place.start]
        if len(named) == 1:
            return Speech(place.sentence, named[0], None, False, ())
        return self.last_body(place) if not named else None

    def last_body(self, place: Place) -> Speech | None:
        """Return the organisation or state that spoke last, if it is still in mind."""
        last = self._last(place.sentence, _REACH)
        is_body = last is not None and last.entity is not None and last.entity.kind != "person"
        return last if is_body else None

    def last_speaker(self, place: Place) -> Speech | None:
        """Return who spoke last, or published something, if still in mind."""
        last = self._last(place.sentence, _REACH)
        if last is None and self._published and self._published.sentence >= place.sentence - _REACH:
            return self._published
        return last

    def _last(self, sentence: int, reach: int) -> Speech | None:
        for speech in reversed(self.spoken):
            if speech.sentence < sentence - reach:
                return None
            if speech.sentence <= sentence and (speech.entity or speech.text):
                return speech
        return None

    def _person(self, gender: Gender, place: Place) -> Speech | None:
        sentence, start = place
        for back in range(1, _REACH + 1):
            first = max(0, sentence - back)
            if self.document.sentences[first].paragraph < self._paragraph(sentence) - 1:
                return None
            near = self._people(gender, self.document.sentences[first].start, start)
            last = self._last(sentence, back)
            speaker = last.entity if last else None
            if speaker and _fits(speaker, gender) and last is not None:
                rest = self._people(
                    gender, self.document.sentences[first].start, start, last.content
                )
                if all(other.name == speaker.name for other in rest):
                    return Speech(sentence, speaker, None, False, ())
                return None
            if last is not None and last.entity is None:
                return self._nameless(
                    gender, last, Span(self.document.sentences[first].start, start)
                )
            if len(near) > 1:
                return None
            if near:
                return Speech(sentence, near[0], None, False, ())
        return None

    def _nameless(self, gender: Gender, last: Speech, span: Span) -> Speech | None:
        """Return whoever spoke last by no name, if nobody else was named but in what was said."""
        others = self._people(gender, *span, last.content)
        return None if others or last.is_plural else last

    def by_role(self, words: str, place: Place) -> Entity | None:
        """Return the only person before `place` whose role ends in `words`."""
        fitting = [
            entity
            for entity in self._people_with_roles
            if entity.role and f" {entity.role.lower()}".endswith(f" {words}")
        ]
        if len(fitting) != 1 or fitting[0].mentions[0].start >= place.start:
            return None
        return fitting[0]

    def _paragraph(self, sentence: int) -> int:
        return self.document.sentences[sentence].paragraph

    def _people(
        self, gender: Gender, start: int, end: int, without: Collection[Span] = ()
    ) -> list[Entity]:
        """Return the people who could be meant, named in `start:end` outside quotations."""
        hidden = [*without, *(span for span, _ in self.quotations.spans_in(start, end))]
        found: dict[str, Entity] = {}
        for span, entity in self.named(start, end):
            if any(h.start <= span.start < h.end for h in hidden):
                continue
            if entity.kind == "person" and _fits(entity, gender):
                found[entity.name] = entity
        return list(found.values())


def _fits(entity: Entity, gender: Gender) -> bool:
    return entity.kind == "person" and entity.gender in (gender, None)
