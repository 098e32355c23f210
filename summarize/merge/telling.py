"""How the summary tells a finding: in the source's whole sentence where that can stand there.

A clause is what a claim can be held to; its sentence says when, where and in whose words, and often
what else there is to know.
"""

from collections.abc import Iterator
from functools import lru_cache

from summarize.language.document import parse_statement
from summarize.language.similarity import content_terms
from summarize.language.synonyms import concept_of
from summarize.merge.character import dimensions_in
from summarize.merge.event import read_names
from summarize.merge.material import Material
from summarize.merge.printable import is_printable, is_specific, is_whole, takes_no_side
from summarize.merge.wording import word_whole
from summarize.model import Finding


def tell_finding(finding: Finding, material: Material) -> str | None:
    """Return the sentence that tells a finding in the summary, or None where there is none."""
    wholes = () if finding.status == "contested" else tuple(_whole_sentences(finding, material))
    if wholes:
        return max(wholes)[1]
    has_author = bool(finding.speaker_ids)
    is_told = is_printable(finding, material) and keeps_out(
        finding.text, has_author=has_author, material=material
    )
    return finding.text if is_told else None


def _whole_sentences(finding: Finding, material: Material) -> Iterator[tuple[float, str]]:
    """Yield the sources' sentences that can stand for a finding, with the salience of each."""
    if not is_specific(material.claims(finding)):
        return
    for claim in material.standing_for(finding):
        text = word_whole(claim, material.story)
        if text is None or not is_whole(text):
            continue
        beside = material.told_beside(claim)
        has_author = bool(claim.speaker_id or claim.source)
        if all(takes_no_side(one, material) for one in beside) and keeps_out(
            text, has_author=has_author, material=material
        ):
            yield claim.salience, text


def keeps_out(text: str, *, has_author: bool, material: Material) -> bool:
    """Say whether a sentence keeps out of every dispute, in whatever else it tells as well."""
    return not _judges(text, material) and not material.disputed_matter.is_touched_by(
        text, has_author=has_author
    )


def _judges(text: str, material: Material) -> bool:
    """Say whether a sentence gives one judgement of what others judge in the opposite way."""
    return not material.judged.isdisjoint(dimensions_in(text))


@lru_cache(maxsize=10_000)
def key_terms(text: str) -> frozenset[str]:
    """Return the content words of `text` without names, which most of a story has in common."""
    terms = content_terms(parse_statement(text), 0, len(text))
    told = frozenset(concept_of(term) for term in terms if not term[0].isupper())
    return told - read_names(text)
