"""The summary: agreed matters first, then figures, the dispute with its sides, and unknowns.

What is agreed but weighs little beside the dispute is background, and comes after it.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarize.merge.material import Material
from summarize.merge.printable import is_readable
from summarize.merge.sentences import tell_denials, tell_figures
from summarize.merge.story import Story
from summarize.merge.telling import key_terms, tell_finding
from summarize.merge.wording import introduce
from summarize.model import SummarySentence

_MOST_UNKNOWNS = 1

_OVERLAP = 0.45
"""Share of a sentence's content words that an earlier one may have said already."""

_CHOICE = 3
"""Times the room's words in sentences from which those that fill it are chosen."""

_FULL = 0.9
"""Part of the room that the weightiest sentences have to fill, or others take their place."""

_BACKGROUND = 0.7
"""Share of the weightiest dispute's rank below which an agreed matter comes after the disputes."""


def write_summary(material: Material, words: int) -> tuple[SummarySentence, ...]:
    """Return sentences of about `words` words in all, each with the findings it rests on.

    Disputes and unknowns have their room first; the rest goes to what is agreed. Nobody is
    introduced yet.
    """
    denials = list(tell_denials(material))
    disputed = [*tell_figures(material), *denials]
    unknown = list(_unknowns(material))
    room = words - sum(_length(sentence) for sentence in (*disputed, *unknown))
    agreed = _agreed(material, room, [*denials, *unknown])
    bound = _BACKGROUND * max((_weight(one, material) for one in disputed), default=0.0)
    lead = [one for one in agreed if _weight(one, material) >= bound]
    background = [one for one in agreed if one not in lead]
    return (*lead, *disputed, *background, *unknown)


def introduce_all(
    sentences: Sequence[SummarySentence], story: Story
) -> tuple[SummarySentence, ...]:
    """Return the sentences with everybody named in full and with a role where he comes first."""
    texts = introduce([sentence.text for sentence in sentences], story)
    return tuple(
        sentence.model_copy(update={"text": text})
        for sentence, text in zip(sentences, texts, strict=True)
    )


def _length(sentence: SummarySentence) -> int:
    return len(sentence.text.split())


def _weight(sentence: SummarySentence, material: Material) -> float:
    """Return the rank of the weightiest finding that a sentence rests on."""
    return max(material.ranks[one] for one in sentence.finding_ids)


def _agreed(
    material: Material, room: int, closing: Sequence[SummarySentence]
) -> tuple[SummarySentence, ...]:
    """Return findings that nobody disputes, as many as there is room for, none said twice."""
    said = [key_terms(sentence.text) for sentence in closing]
    tellable: list[SummarySentence] = []
    words = 0
    for finding in sorted(material.findings, key=lambda one: -material.ranks[one.id]):
        if words >= _CHOICE * room:
            break
        text = tell_finding(finding, material)
        if text and not any(_repeats(key_terms(text), other) for other in said):
            tellable.append(SummarySentence(text=text, finding_ids=(finding.id,)))
            words += len(text.split())
    return _fill(tellable, room, material)


class _Choice(NamedTuple):
    """Sentences chosen, by their places, and what they are worth together."""

    worth: float
    places: tuple[int, ...] = ()


def _fill(
    tellable: Sequence[SummarySentence], room: int, material: Material
) -> tuple[SummarySentence, ...]:
    """Return the weightiest sentences that fit, or those that fill the room where these do not."""
    repeated = [_repeated(place, tellable) for place in range(len(tellable))]
    used, chosen = 0, set[int]()
    for place, sentence in enumerate(tellable):
        if used + _length(sentence) <= room and repeated[place].isdisjoint(chosen):
            used += _length(sentence)
            chosen.add(place)
    if used < _FULL * room:
        chosen = set(_choose_fullest(tellable, repeated, room, material))
    return tuple(tellable[place] for place in sorted(chosen))


def _choose_fullest(
    tellable: Sequence[SummarySentence],
    repeated: Sequence[frozenset[int]],
    room: int,
    material: Material,
) -> tuple[int, ...]:
    """Return the places of the sentences that tell most: each word weighs as its finding does.

    The best choice of every length is kept while the sentences are gone through, so that a short
    one cannot leave a gap into which nothing fits.
    """
    best = {0: _Choice(0.0)}
    for place, sentence in enumerate(tellable):
        length, worth = _length(sentence), _length(sentence) * _weight(sentence, material)
        for used, choice in sorted(best.items(), reverse=True):
            more = _Choice(choice.worth + worth, (*choice.places, place))
            is_better = used + length not in best or more.worth > best[used + length].worth
            if used + length <= room and is_better and repeated[place].isdisjoint(choice.places):
                best[used + length] = more
    return max(best.values(), key=lambda choice: choice.worth).places


def _repeated(place: int, tellable: Sequence[SummarySentence]) -> frozenset[int]:
    """Return the places before `place` whose sentences say the same."""
    terms = [key_terms(sentence.text) for sentence in tellable[: place + 1]]
    return frozenset(other for other, said in enumerate(terms[:-1]) if _repeats(terms[-1], said))


def _repeats(terms: frozenset[str], said: frozenset[str]) -> bool:
    return bool(terms) and len(terms & said) > _OVERLAP * min(len(terms), len(said))


def _unknowns(material: Material) -> Iterator[SummarySentence]:
    for unknown in material.unknowns[:_MOST_UNKNOWNS]:
        rests_on = material.resting_on(unknown.claim_ids)
        if rests_on and is_readable(unknown.text):
            yield SummarySentence(text=unknown.text, finding_ids=rests_on)
