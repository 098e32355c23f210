"""The summary: agreed matters first, then figures, the dispute with its sides, and unknowns.

What is agreed but weighs little beside the dispute is background, and comes after it.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarize.merge.event import read_terms
from summarize.merge.introducing import introduce
from summarize.merge.material import Material
from summarize.merge.printable import is_readable
from summarize.merge.sentences import tell_denials, tell_figures, tell_times_and_judgements
from summarize.merge.story import Story
from summarize.merge.telling import key_terms, tell_finding
from summarize.model import SummarySentence, Unknown

_MOST_UNKNOWNS = 1

_MOST_DISPUTED = 0.6
"""Part of the words that disputes and unknowns may take before a lesser dispute is left to its
section of the page."""

_OVERLAP = 0.45
"""Share of a sentence's content words that an earlier one may have said already."""

_LEADS_OVERLAP = 0.42
"""The same of two sentences that open articles: outlets of one story open with one event."""

_AUTHORS_OVERLAP = 0.6
"""The same of two sentences with different authors: who says it is half of what they tell."""

_OPENING_CHARS = 120
"""Characters of an article before which its opening sentence begins."""

_CHOICE = 3
"""Times the room's words in sentences from which those that fill it are chosen."""

_KNOWN = 0.35
"""Part of its weight that a sentence loses where an earlier one has all of its words."""

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
    for sentence in tell_times_and_judgements(material):
        if sum(map(_length, (*disputed, *unknown, sentence))) <= _MOST_DISPUTED * words:
            disputed.append(sentence)
    room = words - sum(_length(sentence) for sentence in (*disputed, *unknown))
    agreed = _agreed(material, room, [*denials, *unknown])
    bound = _BACKGROUND * max((_weight(one, material) for one in disputed), default=0.0)
    ordered = sorted(agreed, key=lambda one: _place(one, material))
    lead = [one for one in ordered if _weight(one, material) >= bound]
    background = [one for one in ordered if one not in lead]
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


def _place(sentence: SummarySentence, material: Material) -> float:
    """Return where in its article a sentence stands, 0 to 1: outlets tell what matters first.

    Barzilay, Elhadad & McKeown (2002), Inferring strategies for sentence ordering.
    """
    claims = [claim for one in sentence.finding_ids for claim in material.claims_of(one)]
    return min(
        claim.evidence[0].start / len(material.story.article[claim.article_id].text)
        for claim in claims
    )


def _agreed(
    material: Material, room: int, closing: Sequence[SummarySentence]
) -> tuple[SummarySentence, ...]:
    """Return findings that nobody disputes, as many as there is room for, none said twice."""
    said = [key_terms(sentence.text) for sentence in closing]
    tellable: list[SummarySentence] = []
    words = 0
    unclear = {
        one for unknown in material.unknowns for one in material.resting_on(unknown.claim_ids)
    }
    known = [finding for finding in material.findings if finding.id not in unclear]
    for finding in sorted(known, key=lambda one: -material.ranks[one.id]):
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
    repeated = [_repeated(place, tellable, material) for place in range(len(tellable))]
    chosen = _choose_newest(tellable, repeated, room, material)
    if sum(_length(tellable[place]) for place in chosen) < _FULL * room:
        chosen = set(_choose_fullest(tellable, repeated, room, material))
    return tuple(tellable[place] for place in sorted(chosen))


def _choose_newest(
    tellable: Sequence[SummarySentence],
    repeated: Sequence[frozenset[int]],
    room: int,
    material: Material,
) -> set[int]:
    """Return the places of the weightiest sentences that fit; what is known by then weighs less.

    Carbonell & Goldstein (1998), The use of MMR, diversity-based reranking.
    """
    terms = [frozenset(read_terms(sentence.text)) for sentence in tellable]
    weights = [_weight(sentence, material) for sentence in tellable]
    known = [0.0] * len(tellable)
    open_places = set(range(len(tellable)))
    chosen: set[int] = set()
    while open_places:
        place = max(open_places, key=lambda one: (weights[one] * (1 - _KNOWN * known[one]), -one))
        open_places.remove(place)
        is_told = chosen & repeated[place] or any(place in repeated[one] for one in chosen)
        if _length(tellable[place]) > room or is_told:
            continue
        room -= _length(tellable[place])
        chosen.add(place)
        for one in open_places:
            shared = len(terms[one] & terms[place]) / max(1, len(terms[one]))
            known[one] = max(known[one], shared)
    return chosen


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


def _repeated(
    place: int, tellable: Sequence[SummarySentence], material: Material
) -> frozenset[int]:
    """Return the places before `place` whose sentences say the same."""
    sentence, said = tellable[place], key_terms(tellable[place].text)
    return frozenset(
        other
        for other, earlier in enumerate(tellable[:place])
        if _repeats(said, key_terms(earlier.text), _most_shared(sentence, earlier, material))
    )


def _most_shared(one: SummarySentence, other: SummarySentence, material: Material) -> float:
    """Return how much two sentences may share; two authors who say the same are no repetition."""
    authors = [
        {claim.speaker_id for each in sentence.finding_ids for claim in material.claims_of(each)}
        for sentence in (one, other)
    ]
    if None not in authors[0] | authors[1] and not authors[0] & authors[1]:
        return _AUTHORS_OVERLAP
    opened, others = _opened_by(one, material), _opened_by(other, material)
    are_leads = opened and others and len(opened | others) > 1
    return _LEADS_OVERLAP if are_leads else _OVERLAP


def _opened_by(sentence: SummarySentence, material: Material) -> set[str]:
    """Return the articles that a sentence opens."""
    claims = (claim for one in sentence.finding_ids for claim in material.claims_of(one))
    pieces = (piece for claim in claims for piece in claim.evidence)
    return {piece.article_id for piece in pieces if piece.start <= _OPENING_CHARS}


def _repeats(terms: frozenset[str], said: frozenset[str], most: float = _OVERLAP) -> bool:
    return bool(terms) and len(terms & said) > most * min(len(terms), len(said))


def _unknowns(material: Material) -> Iterator[SummarySentence]:
    told = [one for one in material.unknowns if _is_clear(one, material)]
    for unknown in told[:_MOST_UNKNOWNS]:
        yield SummarySentence(text=unknown.text, finding_ids=material.resting_on(unknown.claim_ids))


def _is_clear(unknown: Unknown, material: Material) -> bool:
    """Say whether a reader of the summary can tell what is not known: not "the image"."""
    claims = [material.story.claim[one] for one in unknown.claim_ids]
    names = any(claim.actor_ids or claim.figure_ids for claim in claims)
    is_named = names or not unknown.text.startswith("The ")
    return is_named and is_readable(unknown.text) and bool(material.resting_on(unknown.claim_ids))
