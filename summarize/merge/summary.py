"""The summary: agreed matters first, then figures, the dispute with its sides, and unknowns.

What is agreed but weighs little beside the dispute is background, and comes after it.
"""

from collections.abc import Iterator, Sequence

from summarize.language.document import parse_statement
from summarize.language.similarity import content_terms
from summarize.language.synonyms import concept_of
from summarize.merge.material import Material
from summarize.merge.printable import SHORTEST, is_printable, is_readable
from summarize.merge.sentences import tell_denials, tell_figures
from summarize.merge.story import Story
from summarize.merge.wording import introduce
from summarize.model import SummarySentence

_MOST_UNKNOWNS = 1

_OVERLAP = 0.45
"""Share of a sentence's content words that an earlier one may have said already."""

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
    agreed = list(_agreed(material, room, [*denials, *unknown]))
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
) -> Iterator[SummarySentence]:
    """Yield the best findings that nobody disputes, while there is room, none said twice."""
    said = [_terms(sentence.text) for sentence in closing]
    for finding in sorted(material.findings, key=lambda one: (-material.ranks[one.id], one.id)):
        if room < SHORTEST:
            return
        length, terms = len(finding.text.split()), _terms(finding.text)
        if length > room or any(_repeats(terms, other) for other in said):
            continue
        if is_printable(finding, material):
            room -= length
            said.append(terms)
            yield SummarySentence(text=finding.text, finding_ids=(finding.id,))


def _terms(text: str) -> frozenset[str]:
    """Return the content words of `text`; one speaker's two statements share its name anyway."""
    terms = content_terms(parse_statement(text), 0, len(text))
    return frozenset(concept_of(term) for term in terms if not term[0].isupper())


def _repeats(terms: frozenset[str], said: frozenset[str]) -> bool:
    return bool(terms) and len(terms & said) > _OVERLAP * min(len(terms), len(said))


def _unknowns(material: Material) -> Iterator[SummarySentence]:
    for unknown in material.unknowns[:_MOST_UNKNOWNS]:
        rests_on = material.resting_on(unknown.claim_ids)
        if rests_on and is_readable(unknown.text):
            yield SummarySentence(text=unknown.text, finding_ids=rests_on)
