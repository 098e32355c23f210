"""Statements of an article as claims: who says what, how sure, through which channel.

Every attribution is a claim of its speaker; a sentence without one is a claim of the outlet. A
sentence that leans on another ("This came after …"), asks, comments, or has no verb makes none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from summarize.extract.reading import Reading
from summarize.extract.speakers import OUTLET, Speaker, find_speaker
from summarize.language.dates import date_of_sentence
from summarize.language.editorial import is_editorial
from summarize.language.modality import Modality, read_modality
from summarize.language.quotations import Attribution
from summarize.language.speech_verbs import certainty_of, is_denial, is_forecast
from summarize.language.standalone import is_clause, stands_alone, strip_lead_in
from summarize.model import Certainty, ClaimKind, DraftClaim

_OPINION = frozenset("believe think feel hope want wish fear doubt consider regard praise".split())
_DOUBT_FIRST: tuple[Certainty, ...] = ("denied", "uncertain", "alleged", "confirmed", "asserted")
_TAKE_BARE_CLAUSE = frozenset(
    "say tell think believe claim insist allege add argue predict write tweet hope".split()
) | {"according to"}
"""Cues after which a clause needs no "that"; behind others it is often a mere object."""

_COMMENT = re.compile(
    r"(?i)^according to (?:him|her|them|it),\s*"
    r"|,\s*(?:an?|the) (?:claim|assertion|allegation|accusation|charge|statement|suggestion|"
    r"version|account|notion|idea)\s+(?:that|which|(?:\w+ )?(?:denie[sd]|rejected))\b.*$"
)
"""Whose statement it is, and what others say of it: told elsewhere, by other claims."""

_ASIDE = 0.4
"""Part of the salience of a sentence that is left to a statement that it only mentions."""

_FEWEST_WORDS = 3
_CUT_OFF = ("...", "…", "...”", "…”")
"""A sentence that ends so was cut by whoever passed the article on."""


@dataclass(frozen=True)
class _Statement:
    """What is said and where: `text` is ready to print, `start:end` the words it was read from.

    `weight` is the part of its sentence's salience that it has.
    """

    text: str
    start: int
    end: int
    sentence: int
    is_quoted: bool
    weight: float = 1.0


@dataclass(frozen=True)
class _Manner:
    """How a statement is made."""

    kind: ClaimKind
    certainty: Certainty
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
    if reading.document.sentences[index].text.endswith(_CUT_OFF):
        return
    for attribution in reading.by_sentence.get(index, []):
        speaker = find_speaker(reading, attribution)
        if speaker is None:
            continue
        is_spoken = True
        statement = _said_in(reading, attribution, index) if speaker.is_known else None
        if statement is not None:
            yield _claim_of_speaker(reading, attribution, speaker, statement)
    if not is_spoken:
        statement = _told_by_outlet(reading, index)
        if statement is not None:
            yield _claim_of_outlet(reading, statement)


def _said_in(reading: Reading, attribution: Attribution, index: int) -> _Statement | None:
    """Return the part of `attribution` that stands in the sentence at `index`."""
    sentence = reading.document.sentences[index]
    spans = [
        (max(start, sentence.start), min(end, sentence.end))
        for start, end in attribution.content
        if start < sentence.end and end > sentence.start
    ]
    if not spans:
        return None
    start, end = max(spans, key=lambda span: span[1] - span[0])
    if attribution.kind == "direct" and len(spans) == 1:
        return _quoted(reading, start, end, index)
    if len(spans) == 1 and _is_stated(reading, attribution, start, end):
        text = _as_sentence(reading.document.text[start:end])
        return _Statement(text, start, end, index, is_quoted=False)
    whole = _whole_sentence(reading, index)
    is_aside = whole is not None and _is_aside(reading, attribution, whole.start)
    return replace(whole, weight=_ASIDE) if whole and is_aside else whole


def _is_aside(reading: Reading, attribution: Attribution, start: int) -> bool:
    """Say whether a sentence tells something else first, and the speech only by the way."""
    marks = [span[0] for span in (attribution.source, attribution.cue) if span]
    before = reading.document.tokens_between(start, min(marks, default=start))
    return any(token.tag in ("VBD", "VBZ", "VBP", "MD") for token in before)


def _is_stated(reading: Reading, attribution: Attribution, start: int, end: int) -> bool:
    """Say whether the words of an indirect content are a statement that its speaker makes."""
    if is_denial(attribution.verb) or attribution.is_negated:
        return False
    text = reading.document.text
    is_introduced = re.search(r"(?i)\bthat\W*$", text[max(0, start - 8) : start]) is not None
    takes_clause = is_introduced or attribution.verb in _TAKE_BARE_CLAUSE
    return takes_clause and is_clause(reading.document.tokens_between(start, end))


def _quoted(reading: Reading, start: int, end: int, index: int) -> _Statement | None:
    words = reading.document.text[start:end].strip(" \"“”'‘’,")
    if len(words.split()) < _FEWEST_WORDS:
        return _whole_sentence(reading, index)
    return _Statement(f"“{words}”", start, end, index, is_quoted=True)


def _whole_sentence(reading: Reading, index: int) -> _Statement | None:
    sentence = reading.document.sentences[index]
    text = strip_lead_in(sentence.text)
    if len(text.split()) < _FEWEST_WORDS or text.endswith("?"):
        return None
    start = sentence.end - len(text)
    return _Statement(_as_sentence(text), start, sentence.end, index, is_quoted=False)


def _told_by_outlet(reading: Reading, index: int) -> _Statement | None:
    """Return the sentence at `index` if it tells a fact and can be read alone."""
    statement = _whole_sentence(reading, index)
    if statement is None or not _ends_like_a_sentence(reading.document.sentences[index].text):
        return None
    tokens = reading.document.tokens_between(statement.start, statement.end)
    if is_editorial(statement.text) or not is_clause(tokens):
        return None
    return statement if stands_alone(statement.text, tokens) else None


def _ends_like_a_sentence(text: str) -> bool:
    return re.search(r"[.!…][\"”’'»)\]]*$", text) is not None


def _as_sentence(text: str) -> str:
    """Return `text` with a capital and a stop, without words that only comment on it."""
    words = _COMMENT.sub("", " ".join(text.split())).strip(" ,;:–—")
    words = re.sub(r",([\"”’'])$", r"\1", words)
    if not re.search(r"[.!?…][\"”’'»)\]]*$", words):
        words += "."
    return words[:1].upper() + words[1:]


def _claim_of_speaker(
    reading: Reading, attribution: Attribution, speaker: Speaker, statement: _Statement
) -> DraftClaim:
    modality = read_modality(reading.document, statement.start, statement.end)
    said = "denied" if is_denial(attribution.verb) else certainty_of(attribution.verb)
    manner = _Manner(
        kind=_kind_of_speech(attribution, statement, modality),
        certainty=_least_certain(said, modality.certainty),
        via=attribution.via,
    )
    return _claim(reading, statement, speaker, manner)


def _claim_of_outlet(reading: Reading, statement: _Statement) -> DraftClaim:
    modality = read_modality(reading.document, statement.start, statement.end)
    kind: ClaimKind = "event"
    if modality.is_denial:
        kind = "denial"
    elif modality.is_forecast and not modality.is_unknown:
        kind = "forecast"
    return _claim(reading, statement, OUTLET, _Manner(kind, modality.certainty, via=None))


def _claim(
    reading: Reading, statement: _Statement, speaker: Speaker, manner: _Manner
) -> DraftClaim:
    index = statement.sentence
    return DraftClaim(
        text=statement.text,
        kind=manner.kind,
        speaker=speaker.actor,
        source=speaker.words,
        via=manner.via,
        certainty=manner.certainty,
        sourcing=speaker.sourcing,
        actors=tuple(entity.name for entity in reading.entities_in(index)),
        date=date_of_sentence(reading.document, index, reading.dates),
        salience=round(reading.salience[index] * statement.weight, 4),
        sentences=(index + 1,),
    )


def _kind_of_speech(
    attribution: Attribution, statement: _Statement, modality: Modality
) -> ClaimKind:
    if is_denial(attribution.verb):
        return "denial"
    if statement.is_quoted:
        return "quotation"
    if is_forecast(attribution.verb) or (modality.is_forecast and not modality.is_unknown):
        return "forecast"
    return "opinion" if attribution.verb in _OPINION else "statement"


def _least_certain(said: Certainty, modal: Certainty) -> Certainty:
    """Return the weaker of what the verb of speech and the statement itself claim."""
    return min(said, modal, key=_DOUBT_FIRST.index)
