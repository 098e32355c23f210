"""What a figure measures: which things, whose, what became of them, where and when."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from summarize.language.dates import date_of_sentence, find_dates
from summarize.language.dates.counting import date_of_count
from summarize.language.document import Token, parse_statement
from summarize.language.names.allegiance import forms_of, states_in
from summarize.language.quantities.fates import is_fate
from summarize.language.quantities.phrases import is_plural
from summarize.language.quantities.units import COUNT
from summarize.language.similarity import content_terms, is_stop_word
from summarize.language.synonyms import concept_of
from summarize.merge.story import Story
from summarize.model import Actor, Figure, PartialDate

_HARMS: Mapping[str, frozenset[str]] = {
    "kill": frozenset(("kill",)),
    "wound": frozenset(("wound",)),
    "arrest": frozenset(("arrest",)),
    "casualty": frozenset(("kill", "wound")),
}
"""What became of the people whom a noun counts: "deaths", "injuries", "arrests", "casualties"."""
_TOLL = "toll"
_PRESENT = frozenset(("send",))
"""Who is "sent" or "deployed" is there: "12,000 soldiers" and "12,000 soldiers sent" are one."""

_CONTEXT_CHARS = 250
"""How far before its sentence the article may have said whom a bare "soldiers" means."""

_AFTER_NOUN = frozenset("IN TO WP WDT WRB VBD VBN VBZ VBP VBG ,".split())
_DESCRIBING = frozenset(
    "additional another confirmed different estimated extra further more new other overall "
    "reported several total various".split()
)
"""Adjectives that do not say which ones are counted."""
_DEGREES = ("well-", "ill-", "poorly-", "badly-", "highly-")
_IN = r"\b(?:in|at|near|outside|around|inside|across|along|off)\s(?:[\w’'-]+\s){0,3}?"
_WHOLE = re.compile(
    r"(?i)\b(?:the\s(?:whole|entire)|nationwide|countrywide|worldwide|globally|altogether|overall|"
    r"in\s(?:all|total)|across\sthe\scountry)\b"
)
"""What says that a count is of everything, where another is of one place."""


@dataclass(frozen=True)
class Measure:
    """What a figure measures, reduced to what can be compared.

    `head` is the noun that is counted, `is_many` whether it is a plural, `fates` what became of
    those counted, `parts` the words that say which ones, `whose` the states that the phrase names
    and `context` those that stand around it. `matter` is what its sentence is about, `names` are
    those in it, in lower case. `place` is the actor that the sentence places them in; `is_whole`
    where it says that it counts all.
    `event` dates the matter, `when` the count, as far as the sentence tells either.
    """

    unit: str
    head: str
    is_many: bool
    fates: frozenset[str]
    parts: frozenset[str]
    whose: frozenset[str]
    context: frozenset[str]
    matter: frozenset[str]
    names: frozenset[str]
    place: Actor | None
    is_whole: bool
    event: PartialDate | None
    when: PartialDate | None


class Measures:
    """The measures of all figures of a story, each read when it is asked for."""

    def __init__(self, story: Story) -> None:
        """Lay out where the sources name places."""
        self._story = story
        self._newest = max((one.published for one in story.articles if one.published), default=None)
        self._places: dict[tuple[str, int], list[Actor]] = defaultdict(list)
        self._placed: dict[str, re.Pattern[str]] = {}
        for actor in story.actors:
            if actor.kind in ("place", "state"):
                self._placed[actor.id] = _behind_preposition(actor)
                for piece in actor.evidence:
                    self._places[piece.article_id, piece.start].append(actor)

    def read(self, figure: Figure) -> Measure:
        """Return what `figure` measures, by its own words and by the sentence that it stands in."""
        evidence = figure.evidence[0]
        article = self._story.article[figure.article_id]
        before = article.text[max(0, evidence.start - _CONTEXT_CHARS) : evidence.end]
        counted = _read_phrase(figure.what, is_count=figure.unit == COUNT)
        matter, names = _matter_of(evidence.quote)
        event, when = _read_times(figure, article.published or self._newest)
        return Measure(
            unit=figure.unit,
            head=counted.head,
            is_many=counted.is_many,
            fates=counted.fates,
            parts=counted.parts,
            whose=states_in(figure.what),
            context=states_in(before),
            matter=matter - {counted.head},
            names=names,
            place=self._find_place(figure),
            is_whole=_WHOLE.search(evidence.quote) is not None,
            event=event,
            when=when,
        )

    def _find_place(self, figure: Figure) -> Actor | None:
        """Return the place that stands nearest to the number behind "in", "at" or "near"."""
        evidence = figure.evidence[0]
        number = evidence.quote.find(figure.phrase)
        found = [
            (abs(match.end() - number), actor.name, actor)
            for actor in self._places.get((evidence.article_id, evidence.start), ())
            for match in self._placed[actor.id].finditer(evidence.quote)
        ]
        return min(found, key=lambda one: one[:2])[2] if found else None


def _behind_preposition(actor: Actor) -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in (actor.name, *actor.aliases))
    return re.compile(rf"(?i:{_IN})(?:{names})\b")


@dataclass(frozen=True)
class _Counted:
    """The phrase for what is counted, taken apart."""

    head: str
    is_many: bool
    fates: frozenset[str]
    parts: frozenset[str]


@lru_cache(maxsize=4_096)
def _read_phrase(what: str, *, is_count: bool) -> _Counted:
    tokens = parse_statement(what).tokens
    fates = frozenset(concept_of(token.lemma.lower()) for token in tokens if is_fate(token.low))
    phrase = [token for token in _noun_phrase(tokens) if not is_fate(token.low)]
    of = next((place for place, token in enumerate(phrase) if token.low == "of"), len(phrase))
    nouns = [token for token in phrase[:of] if token.tag.startswith("NN") or is_plural(token)]
    last = nouns[-1] if nouns else None
    head = concept_of(last.lemma.lower()) if last else ""
    parts = frozenset(_parts(phrase, last, what))
    if is_count and head == _TOLL:
        head, parts = "kill", parts - {"kill"}
    if is_count and head in _HARMS:
        fates, head = fates | _HARMS[head], "people"
    elif not head and fates:
        head = "people"
    is_many = last is not None and is_plural(last)
    return _Counted(head, is_many, fates - _PRESENT, parts)


def _parts(phrase: Sequence[Token], head: Token | None, what: str) -> Iterator[str]:
    """Yield the words of a phrase that say which ones: "punitive", "lottery", "Tuesday".

    States are whose they are; what has a degree ("highly motivated") only describes.
    """
    ignored = _DESCRIBING | _words_of_states(what)
    for place, token in enumerate(phrase):
        has_degree = place > 0 and phrase[place - 1].tag.startswith("RB")
        has_degree = has_degree or token.low.startswith(_DEGREES)
        is_telling = token.tag.startswith(("NN", "JJ", "VB")) and token is not head
        if is_telling and not has_degree and token.low not in ignored:
            yield concept_of(token.lemma.lower())


def _words_of_states(what: str) -> frozenset[str]:
    forms = (form for state in states_in(what) for form in forms_of(state) if form in what)
    return frozenset(word.lower() for form in forms for word in form.split())


def _noun_phrase(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield the tokens up to what follows the first noun: "soldiers" in "soldiers who went …"."""
    has_noun = False
    for token in tokens:
        if has_noun and token.tag in _AFTER_NOUN and token.low != "of":
            return
        has_noun = has_noun or token.tag.startswith("NN") or is_plural(token)
        yield token


@lru_cache(maxsize=4_096)
def _matter_of(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the content words of a sentence, as concepts, and its names; numbers are neither."""
    terms = content_terms(parse_statement(text), 0, len(text))
    words = (concept_of(one) for one in terms if one.islower() and not is_stop_word(one))
    return frozenset(words), frozenset(one.lower() for one in terms if one[0].isupper())


def _read_times(
    figure: Figure, anchor: dt.date | None
) -> tuple[PartialDate | None, PartialDate | None]:
    """Return when the matter happened and when it was counted, as far as the sentence says so."""
    document = parse_statement(figure.evidence[0].quote)
    dates = find_dates(document, anchor)
    counted = date_of_count(document, 0, dates) if dates else None
    event = date_of_sentence(document, 0, dates) if dates else None
    given = None if figure.as_of == event else figure.as_of
    return (None if event == counted else event), counted or given
