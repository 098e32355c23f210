"""Figures that measure the same thing, side by side: do they agree, and if not, how?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarize.language.document import Token, parse_statement
from summarize.language.names.allegiance import states_in
from summarize.language.similarity import content_terms
from summarize.language.synonyms import concept_of
from summarize.merge.ids import id_of_group
from summarize.merge.story import Story
from summarize.model import Figure, FigureGroup, FigureStatus

_HARMS = frozenset("kill wound casualty arrest displace miss evacuate rescue hospitalize".split())
"""What happened to the counted: the killed are never counted together with the wounded."""

_ROUNDING = 0.05
"""Relative width of "about": 1,287 is "about 1,300", 1,200 is not."""

_ONE_SIDED = ("at least", "more than", "at most", "less than")
"""Bounds of which two with different values are two counts: "at least 40", "at least 70"."""

_SHARED_MATTER, _SHARED_PART = 2, 0.4
"""Content words, and their part of the shorter, that two sentences share when they count the same
and neither names a state: "two workers" here and "four workers" there are mostly others."""

_NEAR = 3.0
"""Factor within which two counts of the same noun can be two counts of one thing."""


_CONTEXT_CHARS = 250
"""How far before its sentence the article may have said whom a bare "soldiers" means."""


_AFTER_NOUN = frozenset("IN TO WP WDT WRB VBD VBN VBZ VBP VBG ,".split())


@dataclass(frozen=True)
class _Measure:
    """What a figure measures, reduced to what can be compared.

    `head` is the noun that is counted, `harms` what happened to it, `whose` the states that the
    phrase names and `context` those that stand around it; `matter` is what its sentence is about.
    """

    unit: str
    head: str
    harms: frozenset[str]
    whose: frozenset[str]
    context: frozenset[str]
    matter: frozenset[str]


def group_figures(story: Story) -> tuple[FigureGroup, ...]:
    """Return every figure of the story in exactly one group, in the order of the figures."""
    groups: list[list[tuple[Figure, _Measure]]] = []
    for figure in story.figures:
        measure = _measure(figure, story)
        home = next((group for group in groups if _fits(group, figure, measure)), None)
        if home is None:
            groups.append([(figure, measure)])
        else:
            home.append((figure, measure))
    return tuple(_figure_group([figure for figure, _ in group], story) for group in groups)


def counts_harm(figure: Figure) -> bool:
    """Say whether a figure counts people who were killed, wounded, arrested or driven out."""
    tokens = parse_statement(figure.what).tokens
    return any(concept_of(token.lemma.lower()) in _HARMS for token in tokens)


def _measure(figure: Figure, story: Story) -> _Measure:
    tokens = parse_statement(figure.what).tokens
    concepts = [concept_of(token.lemma.lower()) for token in tokens]
    nouns = [
        concept
        for concept, token in zip(concepts, _noun_phrase(tokens), strict=False)
        if token.tag.startswith("NN") and concept not in _HARMS
    ]
    harms = frozenset(concept for concept in concepts if concept in _HARMS)
    evidence = figure.evidence[0]
    text = story.article[figure.article_id].text
    head = nouns[-1] if nouns else " ".join(sorted(harms))
    said = {concept_of(term) for term in _words(evidence.quote)}
    return _Measure(
        unit=figure.unit,
        head=head,
        harms=harms,
        whose=states_in(figure.what),
        context=states_in(text[max(0, evidence.start - _CONTEXT_CHARS) : evidence.end]),
        matter=frozenset(said - {head}),
    )


def _noun_phrase(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield the tokens up to what follows the first noun: "soldiers" in "soldiers who went …"."""
    has_noun = False
    for token in tokens:
        if has_noun and token.tag in _AFTER_NOUN and token.low != "of":
            return
        has_noun = has_noun or token.tag.startswith("NN")
        yield token


def _words(text: str) -> list[str]:
    """Return the content words of `text` that are neither names nor numbers."""
    return [term for term in content_terms(parse_statement(text), 0, len(text)) if term.islower()]


def _fits(group: Sequence[tuple[Figure, _Measure]], figure: Figure, measure: _Measure) -> bool:
    """Say whether a figure measures what a group does; members that say whose speak for it."""
    telling = [other for _, other in group if other.whose] or [other for _, other in group]
    return all(_same_measure(measure, other) for other in telling) and all(
        _within_reach(figure, member) and not _one_teller(figure, member) for member, _ in group
    )


def _one_teller(one: Figure, other: Figure) -> bool:
    """Say whether one source gives both numbers, which it then counts apart."""
    same = (one.article_id, one.speaker_id) == (other.article_id, other.speaker_id)
    return same and (one.low, one.high) != (other.low, other.high)


def _same_measure(one: _Measure, other: _Measure) -> bool:
    if (one.unit, one.head, one.harms) != (other.unit, other.head, other.harms) or not one.head:
        return False
    if one.whose and other.whose:
        return bool(one.whose & other.whose)
    if one.whose or other.whose:
        return (one.whose or other.whose) <= (other.context if one.whose else one.context)
    return bool(one.harms) or _tell_the_same(one.matter, other.matter)


def _tell_the_same(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    return shared >= max(_SHARED_MATTER, _SHARED_PART * min(len(one), len(other)))


def _within_reach(one: Figure, other: Figure) -> bool:
    low, high = sorted((one.high, other.high))
    return low == high or (low > 0 and high / low <= _NEAR)


def _figure_group(figures: Sequence[Figure], story: Story) -> FigureGroup:
    status, why = _status(figures)
    return FigureGroup(
        id=id_of_group("g", figures, story.article),
        what=_common_name([figure.what for figure in figures]),
        unit=figures[0].unit,
        low=min(figure.low for figure in figures),
        high=max(figure.high for figure in figures),
        status=status,
        why=why,
        figure_ids=tuple(figure.id for figure in figures),
    )


def _common_name(names: Sequence[str]) -> str:
    """Return the name that says whose it is, is used most, and is short."""
    return min(names, key=lambda what: (not states_in(what), -names.count(what), len(what), what))


def _status(figures: Sequence[Figure]) -> tuple[FigureStatus, str]:
    values = {(figure.low, figure.high) for figure in figures}
    if len(values) == 1:
        return "agrees", "one value" if len(figures) == 1 else "all give the same value"
    pairs = [(a, b) for i, a in enumerate(figures) for b in figures[i + 1 :]]
    if all(can_both_hold(a, b) for a, b in pairs):
        return "rounding", "the values differ by no more than their bounds allow"
    return "differs", f"{len(values)} values that cannot all be right"


def can_both_hold(one: Figure, other: Figure) -> bool:
    """Say whether two figures of one measure can both be right, given how each is bounded."""
    if one.bound == other.bound and one.bound in _ONE_SIDED:
        return abs(one.low - other.low) <= _ROUNDING * max(one.high, other.high)
    (low_a, high_a), (low_b, high_b) = _reach(one), _reach(other)
    return low_a <= high_b and low_b <= high_a


def _reach(figure: Figure) -> tuple[float, float]:
    """Return the values that a figure allows; "at least" allows twice as much, not everything."""
    slack = _ROUNDING * abs(figure.high)
    match figure.bound:
        case "about":
            return figure.low - slack, figure.high + slack
        case "at least" | "more than":
            return figure.low, figure.high * 2
        case "at most" | "less than":
            return figure.low / 2, figure.high
    return figure.low, figure.high
