"""Sources that judge the same thing in opposite ways: "barely trained", "highly motivated"."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from summarize.language.document import parse_statement
from summarize.language.neutrality.appraisal import find_appraisals
from summarize.language.neutrality.judged import is_many, judged_nouns, judging_words
from summarize.language.synonyms import concept_of
from summarize.merge.neutrality import is_quoted
from summarize.merge.positions import make_position
from summarize.merge.sides import side_of
from summarize.merge.story import Story, join_evidence
from summarize.merge.wording import join_names
from summarize.model import Claim, ContestedPoint, Position


@dataclass(frozen=True)
class _Judgement:
    """What one claim judges a thing to be, in the source's words (`phrase`)."""

    claim: Claim
    dimension: str
    sign: int
    target: str
    phrase: str


def find_characterisations(story: Story) -> Iterator[ContestedPoint]:
    """Yield a point for each thing that speakers of two sides judge with opposite signs."""
    by_matter: dict[tuple[str, str], list[_Judgement]] = defaultdict(list)
    for claim in story.claims:
        if claim.speaker_id:
            for judgement in dict.fromkeys(_judgements(claim)):
                by_matter[judgement.target, judgement.dimension].append(judgement)
    for (target, dimension), judgements in sorted(by_matter.items()):
        positions = _positions(judgements, story)
        if positions:
            yield ContestedPoint(
                id=target,
                question=f"How is the {dimension} of the {_named(target, judgements)} judged?",
                kind="characterisation",
                between="actors",
                positions=positions,
            )


def dimensions_in(text: str) -> frozenset[str]:
    """Return what `text` judges, whatever it judges it to be: "capability"."""
    found = find_appraisals(parse_statement(text), 0, len(text))
    return frozenset(appraisal.dimension for appraisal in found)


def _judgements(claim: Claim) -> Iterator[_Judgement]:
    piece = claim.evidence[0]
    document = parse_statement(piece.quote)
    for appraisal in find_appraisals(document, 0, len(piece.quote)):
        start, end = judging_words(document, appraisal.start)
        phrase = piece.quote[start:end]
        if claim.kind == "quotation" or is_quoted(piece.quote, start):
            phrase = f"“{phrase}”"
        for target in judged_nouns(document, appraisal.start):
            yield _Judgement(claim, appraisal.dimension, appraisal.sign, concept_of(target), phrase)


def _positions(judgements: Sequence[_Judgement], story: Story) -> tuple[Position, ...]:
    """Return one position a speaker, or none where all sides judge alike."""
    by_speaker: dict[str, list[_Judgement]] = defaultdict(list)
    for judgement in judgements:
        by_speaker[judgement.claim.speaker_id or ""].append(judgement)
    decided = {speaker: own for speaker, own in by_speaker.items() if _is_decided(own)}
    if not _has_two_sides(decided, story):
        return ()
    return tuple(_position(own) for own in decided.values())


def _is_decided(judgements: Sequence[_Judgement]) -> bool:
    return len({judgement.sign for judgement in judgements}) == 1


def _has_two_sides(decided: Mapping[str, Sequence[_Judgement]], story: Story) -> bool:
    sides: dict[int, set[str]] = defaultdict(set)
    for speaker, own in decided.items():
        sides[own[0].sign].add(side_of(story.actor[speaker]))
    return bool(sides[1]) and bool(sides[-1]) and len(sides[1] | sides[-1]) > 1


def _position(judgements: Sequence[_Judgement]) -> Position:
    claims = [judgement.claim for judgement in judgements]
    return make_position(
        join_names(list(dict.fromkeys(judgement.phrase for judgement in judgements))),
        "asserts",
        [claim.speaker_id for claim in claims if claim.speaker_id],
        [claim.id for claim in claims],
        join_evidence(piece for claim in claims for piece in claim.evidence),
    )


def _named(target: str, judgements: Sequence[_Judgement]) -> str:
    """Return the sources' commonest plural, or collective, for `target`."""
    words = [
        token.low
        for judgement in judgements
        for token in parse_statement(judgement.claim.evidence[0].quote).tokens
        if is_many(token) and concept_of(token.lemma) == target
    ]
    return max(sorted(set(words)), key=words.count)
