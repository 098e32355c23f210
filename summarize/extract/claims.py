"""Statements of an article as claims: who says what, how sure, through which channel.

Every attribution is a claim of its speaker; a sentence without one is a claim of the outlet. A
sentence that leans on another ("This came after …"), asks, comments, or has no verb makes none.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from summarize.extract.denying import denies_statement
from summarize.extract.reading import Reading
from summarize.extract.speakers import OUTLET, Speaker, find_speaker
from summarize.extract.statements import CUT_OFF, Statement, said_in, told_by_outlet
from summarize.language.dates import date_of_sentence
from summarize.language.modality import Modality, read_modality
from summarize.language.quotations import Attribution
from summarize.language.quotations.credits import credits_last
from summarize.language.speech_verbs import certainty_of, is_denial, is_forecast, least_certain
from summarize.model import Certainty, ClaimKind, DraftClaim

_OPINION = frozenset("believe think feel hope want wish fear doubt consider regard praise".split())


@dataclass(frozen=True)
class _Manner:
    """How a statement is made."""

    kind: ClaimKind
    certainty: Certainty
    verb: str | None
    via: str | None


def draft_claims(reading: Reading) -> list[DraftClaim]:
    """Return the claims of an article in order, none of them twice."""
    claims: dict[tuple[str, str | None], DraftClaim] = {}
    for index in range(len(reading.document.sentences)):
        for claim in _claims_of_sentence(reading, index):
            claims.setdefault((claim.text, claim.speaker), claim)
    return list(claims.values())


def _claims_of_sentence(reading: Reading, index: int) -> Iterator[DraftClaim]:
    is_spoken = False
    if reading.document.sentences[index].text.endswith(CUT_OFF):
        return
    for attribution in reading.by_sentence.get(index, []):
        speaker = find_speaker(reading, attribution)
        if speaker is None:
            continue
        is_spoken = True
        statement = said_in(reading, attribution, speaker, index) if speaker.is_known else None
        if statement is not None:
            yield _claim_of_speaker(reading, attribution, speaker, statement)
    if not is_spoken:
        statement = told_by_outlet(reading, index)
        if statement is not None:
            yield _claim_of_outlet(reading, statement)


def _claim_of_speaker(
    reading: Reading, attribution: Attribution, speaker: Speaker, statement: Statement
) -> DraftClaim:
    modality = read_modality(reading.document, statement.start, statement.end)
    is_denied = denies_statement(reading, attribution)
    said = _certainty_of_speech(attribution, is_denied=is_denied)
    manner = _Manner(
        kind="denial" if is_denied else _kind_of_speech(attribution, statement, modality),
        certainty=least_certain(said, modality.certainty),
        verb=attribution.verb,
        via=attribution.via,
    )
    return _claim(reading, statement, speaker, manner)


def _claim_of_outlet(reading: Reading, statement: Statement) -> DraftClaim:
    modality = read_modality(reading.document, statement.start, statement.end)
    kind: ClaimKind = "event"
    if modality.is_denial:
        kind = "denial"
    elif modality.is_forecast and not modality.is_unknown:
        kind = "forecast"
    return _claim(
        reading, statement, OUTLET, _Manner(kind, modality.certainty, verb=None, via=None)
    )


def _claim(reading: Reading, statement: Statement, speaker: Speaker, manner: _Manner) -> DraftClaim:
    index = statement.sentence
    return DraftClaim(
        text=statement.text,
        kind=manner.kind,
        speaker=speaker.actor,
        source=speaker.words,
        verb=manner.verb,
        via=manner.via,
        certainty=manner.certainty,
        sourcing=speaker.sourcing,
        actors=tuple(entity.name for entity in reading.entities_in(index)),
        date=date_of_sentence(reading.document, index, reading.dates),
        salience=round(reading.salience[index] * statement.weight, 4),
        sentences=_sentences_of(reading, index),
    )


def _sentences_of(reading: Reading, index: int) -> tuple[int, ...]:
    """Return the sentence's number, and the next one's where that says who stated it."""
    following = reading.document.sentences[index + 1 : index + 2]
    is_credited = any(credits_last(sentence.text) for sentence in following)
    return (index + 1, index + 2) if is_credited else (index + 1,)


def _kind_of_speech(
    attribution: Attribution, statement: Statement, modality: Modality
) -> ClaimKind:
    if statement.is_quoted:
        return "quotation"
    if is_forecast(attribution.verb) or (modality.is_forecast and not modality.is_unknown):
        return "forecast"
    return "opinion" if attribution.verb in _OPINION else "statement"


def _certainty_of_speech(attribution: Attribution, *, is_denied: bool) -> Certainty:
    if is_denied:
        return "denied"
    return "asserted" if is_denial(attribution.verb) else certainty_of(attribution.verb)
