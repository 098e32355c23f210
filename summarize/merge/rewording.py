"""Sentences of the brief in a writer's words, where the evidence carries those words.

What is told, and of whom, is settled before. A writer may word the title, and a sentence that rests
on one finding; sentences made from figures and disputes stay as they were made. A wording that the
gate refuses, or that leans, is dropped and the template's stays.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from summarize.merge.material import Material
from summarize.merge.neutrality import accuses, make_neutral
from summarize.merge.printable import is_whole
from summarize.merge.telling import tell_finding
from summarize.model import Claim, SummarySentence, Usage

_LONGER = 1.3
"""So many times as long as the template's a wording may be."""


class Wordable(NamedTuple):
    """A sentence to be worded, and the sources' words that it rests on."""

    text: str
    evidence: tuple[str, ...]


class Worded(NamedTuple):
    """What a writer made of each sentence, None where nothing, and what that cost."""

    texts: Sequence[str | None]
    usage: Usage = Usage()
    warnings: tuple[str, ...] = ()


Writer = Callable[[Sequence[Wordable]], Worded]
"""Words sentences anew; it is not trusted."""


class Wording(NamedTuple):
    """A title and sentences as they are to be printed."""

    title: str
    sentences: tuple[SummarySentence, ...]
    usage: Usage = Usage()
    warnings: tuple[str, ...] = ()


def word_anew(
    title: str, sentences: Sequence[SummarySentence], material: Material, writer: Writer
) -> Wording:
    """Return `title` and `sentences` in the words of `writer` wherever those can stand."""
    places = [place for place, one in enumerate(sentences) if _is_of_one_finding(one, material)]
    claims = [_claims_of(sentences[place], material) for place in places]
    told = [claim for group in claims for claim in group]
    asked = [
        Wordable(text, tuple(dict.fromkeys(piece.quote for one in group for piece in one.evidence)))
        for text, group in zip(
            (title, *(sentences[place].text for place in places)), (told, *claims), strict=True
        )
    ]
    worded = writer(asked)
    head, *bodies = (*worded.texts, *[None] * len(asked))[: len(asked)]
    said = list(sentences)
    for place, group, text in zip(places, claims, bodies, strict=True):
        old = sentences[place]
        if text and is_whole(text) and _can_stand(text, old.text, group, material):
            said[place] = old.model_copy(update={"text": text})
    can_head = bool(head) and head is not None and _can_stand(head, title, told, material)
    new_title = head.rstrip(".") if can_head and head is not None else title
    return Wording(new_title, tuple(said), worded.usage, worded.warnings)


def _is_of_one_finding(sentence: SummarySentence, material: Material) -> bool:
    """Say whether a sentence tells one finding, in its words or in those of a source."""
    rests_on = [one for one in material.findings if one.id in sentence.finding_ids]
    if len(rests_on) != 1:
        return False
    return sentence.text in (rests_on[0].text, tell_finding(rests_on[0], material))


def _claims_of(sentence: SummarySentence, material: Material) -> list[Claim]:
    wanted = set(sentence.finding_ids)
    findings = (finding for finding in material.findings if finding.id in wanted)
    return [claim for finding in findings for claim in material.claims(finding)]


def _can_stand(text: str, old: str, claims: Sequence[Claim], material: Material) -> bool:
    """Say whether a wording is neutral, not much longer, and carried by one claim's evidence."""
    is_short = len(text.split()) <= _LONGER * len(old.split())
    is_neutral = make_neutral(text) == text and not accuses(text)
    return is_short and is_neutral and any(material.story.carries(text, one) for one in claims)
