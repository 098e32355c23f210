"""How a span holds what it says: negated, denied, doubted, foretold, or told as not known.

Cues are read, not meanings: each reading names the words that it rests on, so that a decision can
be explained. Classes follow FactBank (Saurí & Pustejovsky 2009) and BioScope (Vincze et al. 2008).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from summarize.language.document import Document, Token
from summarize.language.modality.denial import find_denials
from summarize.language.modality.negation import Negation, negated_predicates
from summarize.model import Certainty

CueKind = Literal["denial", "alleged", "uncertain", "confirmed", "forecast", "unknown", "opinion"]


@dataclass(frozen=True, slots=True)
class ModalCue:
    """Words at `start:end` of the text that make a reading of `kind`."""

    kind: CueKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Modality:
    """The reading of a span, with the words that it rests on in order.

    `certainty` is the weakest that any cue allows. `unknown_matter` is the span of what is said not
    to be known, where the sentence names it.
    """

    certainty: Certainty
    is_negated: bool
    is_denial: bool
    is_forecast: bool
    is_opinion: bool
    is_unknown: bool
    negations: tuple[Negation, ...]
    cues: tuple[ModalCue, ...]
    unknown_matter: tuple[int, int] | None


def read_modality(document: Document, start: int, end: int) -> Modality:
    """Read the span `start:end` of `document`."""
    negations = negated_predicates(document, start, end)
    negated = {negation.predicate.start for negation in negations}
    cues = [ModalCue("denial", *span) for span in find_denials(document, start, end, negated)]
    cues += _phrase_cues(document.text, start, end, negated)
    cues += _modal_verbs(document.tokens_between(start, end))
    kinds = {cue.kind for cue in cues}
    return Modality(
        certainty=_certainty(kinds),
        is_negated=bool(negations),
        is_denial="denial" in kinds,
        is_forecast="forecast" in kinds,
        is_opinion="opinion" in kinds,
        is_unknown="unknown" in kinds,
        negations=negations,
        cues=tuple(sorted(cues, key=lambda cue: (cue.start, cue.end, cue.kind))),
        unknown_matter=_unknown_matter(document, cues),
    )


def _certainty(kinds: set[CueKind]) -> Certainty:
    if "denial" in kinds:
        return "denied"
    if "alleged" in kinds:
        return "alleged"
    if kinds & {"uncertain", "unknown"}:
        return "uncertain"
    return "confirmed" if "confirmed" in kinds else "asserted"


_BE = r"(?:is|are|was|were|been|being|be|'s|'re|remains?|remained|remaining|becomes?|became)"
_NOT = r"(?:not|n't)"
_VERIFY = r"(?:verif(?:y|ied)|confirm(?:ed)?|corroborated?|authenticated?|established?)"
_KNOWN = (
    r"(?:clear|known|certain|determined|established|disclosed|released|revealed|identified|named"
    r"|specified|announced|decided)"
)
_PHRASES: dict[CueKind, str] = {
    "alleged": r"""
        alleged(?:ly)? | allegations? | reportedly | purported(?:ly)? | purports? | supposed(?:ly)?
      | accus(?:ed|es|ing|ation|ations) | suspected | suspicions? | rumou?r(?:s|ed)? | unconfirmed
      | unverified | unsubstantiated | claim(?:s|ed|ing)?(?=\s(?:that|to\shave|to\sbe|of)\b)
      | (?:is|are|was|were)\ssaid\sto
    """,
    "uncertain": rf"""
        (?<!\bas\s)possibl[ey] | possibilit(?:y|ies) | probabl[ey] | likely | likelihood | unlikely
      | perhaps | maybe | apparent(?:ly)? | presumably | presumed | potentially | conceivably
      | arguably
      | seem(?:s|ed|ingly)? | appear(?:s|ed)?(?=\s(?:to|that|as\sif)\b)
      | {_BE}\s(?:widely\s|now\s|also\s)?(?:believed|thought|understood|feared)
          (?=\s(?:to|that|dead)\b)
      | suggest(?:s|ed|ing)?\sthat | speculat\w+ | unclear | uncertain | uncertainty | doubtful
      | questionable | in\sdoubt | if\s(?:confirmed|true|verified) | tentative(?:ly)?
    """,
    "confirmed": r"""
        (?<!\bto\s)(?<!\bthe\s)(?<!\blast\s)(?<!\bbe\s)confirm(?:s|ed|ing)?
          (?!\s(?:cases?|deaths?|infections?)\b)
      | confirmation | verified | (?<!\bto\s)acknowledg(?:e|es|ed|ing|ement|ment)
      | (?<!\bto\s)conced(?:es?|ed|ing) | corroborat(?:es?|ed)
      | (?<!\bto\s)admit(?:s|ted|ting)?
          (?!\s(?:in|into|to\s(?:a\s|the\s)?(?:hospital|intensive|icu|university))\b)
      | admission(?=\s(?:that|of|by)\b)
    """,
    "unknown": rf"""
        (?:{_BE}|still)\s(?:\w+\s)?(?:unclear|unknown(?!\sto\b)|uncertain|a\smystery)
      | (?:{_BE}\s?|ha(?:s|ve|d)\s?){_NOT}\s
          (?:yet\s|been\s|immediately\s|publicly\s|independently\s|fully\s|officially\s){{0,3}}
          (?:{_KNOWN}|{_VERIFY})
      | (?:can|could)\s?(?:{_NOT}|not)\s(?:be\s)?(?:\w+ly\s)?(?:be\s)?(?:\w+ly\s)?{_VERIFY}
      | unable\sto\s(?:\w+ly\s)?(?:{_VERIFY}|determine|say)
      | ha(?:s|ve)\syet\sto\s(?:be\s)?(?:\w+ly\s)?(?:{_VERIFY}|{_KNOWN}|determine|establish|identify
          |say|announce|decide)
      | no\s(?:\w+\s)?(?:confirmation|details\s(?:of|on|about)|independent\sverification
          |(?:word|information|explanation|indication|clarity)\s(?:yet\s)?(?:on|of|about|as\sto
            |(?=who|what|when|where|why|how|whether)))
      | questions\s(?:still\s)?remain(?:ed)?(?=\s(?:about|over|as\sto)\b)
      | \b(?:cause|motives?|circumstances|details)\b\s(?:[^.;:,]{{0,60}}?\s)?
          (?P<cue>{_BE}\s(?:still\s|also\s|now\s)?(?:under\sinvestigation|being\sinvestigated
            |scarce|sketchy|not\s(?:\w+\s)?available))
      | (?:nobody|no\sone|no-one)\sknows
      | ha(?:s|ve|d)\s?{_NOT}\s(?:yet\s)?said(?=\s(?:who|what|when|where|why|how|whether|if)\b)
      | (?<!\bi\s)(?<!\byou\s)(?:did|does|do|would|could)\s?{_NOT}\s(?:\w+ly\s|yet\s)?
          (?:say|specify|disclose|reveal|identify|know|(?:provide|give)\s(?:\w+\s)?details)
          (?=\s(?:who|what|when|where|why|how|whether|if|which|the|any|its|his|her|their)\b)
      | (?:declined|refused)\sto\s(?:say|specify|disclose|reveal|identify|name)
          (?=\s(?:who|what|when|where|why|how|whether|if|which|the)\b)
      | without\s(?:saying|specifying)(?=\s(?:who|what|when|where|why|how|whether|if|which)\b)
      | (?:remains?|remained)\sto\sbe\s(?:seen|determined|established)
      | open\squestion
    """,
    "forecast": rf"""
        (?:{_BE}|'m|am)\s(?:also\s|now\s|still\s|widely\s|not\s)?(?:expected|set|due|scheduled|slated
          |poised|projected|forecast|predicted|planned|planning|going|about|ready)\sto\s(?!have\b)\w+
      | (?:plans?|intends?|aims?|expects?|hopes?|vow(?:s|ed)|pledge[sd]|promise[sd]|prepares)
          \sto\s\w+
      | (?:{_BE})\slikely\sto\s(?!have\b)\w+ | forecasts?\s(?:that|a|an) | predict(?:s|ed|ing)?
    """,
    "opinion": r"""
        i\s(?:think|believe|feel|hope|fear|doubt) | in\s(?:my|our)\s(?:view|opinion)
      | should | ought\sto | needs?\sto | must(?!\shave\b)
    """,
}
_PATTERNS: dict[CueKind, re.Pattern[str]] = {
    kind: re.compile(rf"(?:(?<!\w)|(?='))(?:{phrases})(?!\w)", re.VERBOSE)
    for kind, phrases in _PHRASES.items()
}
_DESCRIBES = re.compile(r"\w\s(?:that|which|who)\s$")
"""What stands before a verb that only describes a noun: "in ways that are unknown"."""
_STRAIGHT = str.maketrans("’‘\n\t\u00a0", "''   ")
_MAYBE = frozenset("may might could".split())
_MODALS = _MAYBE | frozenset("will shall 'll ’ll wo would".split())


def _phrase_cues(text: str, start: int, end: int, negated: set[int]) -> Iterator[ModalCue]:
    """Yield the fixed phrases of the span; "did not confirm" confirms nothing."""
    low = text[start:end].translate(_STRAIGHT).lower()
    # Lower case may be longer than its capital (İ), which would shift every offset.
    low = low if len(low) == end - start else text[start:end].translate(_STRAIGHT)
    for kind, pattern in _PATTERNS.items():
        for match in pattern.finditer(low):
            first, last = match.span("cue" if kind == "unknown" and match["cue"] else 0)
            if kind == "confirmed" and start + first in negated:
                continue
            if not (kind == "unknown" and _DESCRIBES.search(low, 0, first)):
                yield ModalCue(kind, start + first, start + last)


def _modal_verbs(tokens: Sequence[Token]) -> Iterator[ModalCue]:
    for i, token in enumerate(tokens):
        low = token.low
        if low not in _MODALS or not _is_modal(tokens, i):
            continue
        following = [t.low for t in tokens[i + 1 : i + 3]]
        if low in _MAYBE:
            # "Could not" tells of failing, not of doubt.
            if not (low == "could" and following and following[0] in ("not", "n't", "n’t")):
                yield ModalCue("uncertain", token.start, token.end)
        elif low != "would" or "have" not in following:
            yield ModalCue("forecast", token.start, token.end)


def _is_modal(tokens: Sequence[Token], i: int) -> bool:
    """Tell "may" and "will" from May, the month, and a will, the paper."""
    if i and tokens[i - 1].tag in ("DT", "PRP$", "POS"):
        return False
    token = tokens[i]
    return token.tag == "MD" or (token.tag not in ("NN", "NNP") and token.text.islower())


_ASKED = re.compile(
    r"(?i)[\s,]*(?:\w+\s){0,3}?(?P<matter>whether|if|who|whom|what|when|where|why|how|which|"
    r"(?<!given\s)that)\b"
)
_CLAUSE_END = re.compile(r"[.;!?](?=\s|$|[\"”’])|,\s(?:and|but|while|although|though|after|as)\s|$")
_CLAUSE_START = re.compile(r"(?:[;:]|,\s(?:and|but|although|though|while|because))\s")


def _unknown_matter(document: Document, cues: Sequence[ModalCue]) -> tuple[int, int] | None:
    """Return the clause that the first cue asks about, or else the subject before it."""
    cue = next((cue for cue in cues if cue.kind == "unknown"), None)
    if cue is None:
        return None
    text, sentence = document.text, document.sentences[document.sentence_at(cue.start)]
    asked = _ASKED.match(text, cue.end, sentence.end)
    if asked:
        start = asked.start("matter")
        closed = _CLAUSE_END.search(text, start, sentence.end)
        end = closed.start() if closed else sentence.end
    else:
        opened = [match.end() for match in _CLAUSE_START.finditer(text, sentence.start, cue.start)]
        start, end = max(opened, default=sentence.start), cue.start
    matter = text[start:end].rstrip()
    is_named = len(matter.split()) > 1
    return (start, start + len(matter)) if is_named else None
