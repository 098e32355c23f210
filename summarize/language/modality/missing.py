"""What is missing from what is said not to be known: who, when, how many, or whether it is so.

The question that the sentence itself asks decides ("unclear who will pay"), else the noun of which
it speaks ("the cause is not known"), else what could not be done ("could not be verified").
"""

import re

from summarize.language.document import Document, parse_statement
from summarize.language.modality.read import Modality, read_modality
from summarize.model import Missing

_ASKED = re.compile(
    r"(?i)(?:(?:of|as\sto|about|on|over)\s)?"
    r"(?:(?P<amount>how\s(?:many|much|long|far|big|large|often|old|soon|widespread))"
    r"|(?P<cause>what\s(?:\w+ly\s)?(?:caused|led\sto|prompted|triggered|sparked|motivated|made"
    r"|drove|provoked))"
    r"|(?P<word>who(?:m|se)?|what|which|when|where|why|how|whether|if|that))\b"
)
_BY_WORD: dict[str, Missing] = {
    "who": "who",
    "whom": "who",
    "whose": "who",
    "what": "what",
    "which": "what",
    "when": "when",
    "where": "where",
    "why": "why",
    "how": "how",
    "whether": "whether",
    "if": "whether",
    "that": "whether",
}
_NOUNS: dict[Missing, str] = {
    "how many": "number toll count total amount size scale cost sum length duration figure",
    "why": "cause motive reason motivation",
    "who": "identity name perpetrator culprit author owner",
    "where": "whereabouts location origin destination",
    "when": "date time timing",
    "how": "extent degree severity manner mechanism circumstance",
    "what": "detail fate condition nature content future",
    "whether": "authenticity veracity accuracy",
}
_BY_NOUN = {noun: missing for missing, nouns in _NOUNS.items() for noun in nouns.split()}
_BY_OBJECT: dict[str, Missing] = _BY_NOUN | dict.fromkeys(
    ("casualty", "victim", "death", "injury", "damage", "loss"), "how many"
)
"""What "no word on casualties" and "declined to disclose the sum" ask for."""
_UNPROVED = re.compile(r"(?i)\b(?:verif|confirm|corroborat|authenticat)")


def read_missing(document: Document, modality: Modality) -> Missing | None:
    """Return what `modality`, read of `document`, says is not known; None where it does not tell.

    Of several questions the first one counts.
    """
    cue = next((cue for cue in modality.cues if cue.kind == "unknown"), None)
    if cue is None:
        return None
    start, end = modality.unknown_matter or (cue.start, cue.start)
    asked = _ASKED.match(document.text, start, end)
    if asked and start >= cue.end:
        if asked["amount"]:
            return "how many"
        return "why" if asked["cause"] else _BY_WORD[asked["word"].lower()]
    if _UNPROVED.search(document.text, cue.start, cue.end):
        return "whether"
    sentence = document.sentences[document.sentence_at(cue.start)]
    subject = (sentence.start, cue.start) if modality.unknown_matter is None else (start, end)
    named = (_BY_NOUN[noun] for noun in _nouns(document, *subject) if noun in _BY_NOUN)
    object_ = _nouns(document, cue.end, sentence.end)[:1]
    return next(named, None) or next((_BY_OBJECT.get(noun) for noun in object_), None)


def missing_in(text: str) -> Missing | None:
    """Return what a sentence by itself says is not known."""
    document = parse_statement(text)
    return read_missing(document, read_modality(document, 0, len(text)))


def _nouns(document: Document, start: int, end: int) -> list[str]:
    return [one.lemma for one in document.tokens_between(start, end) if one.tag[:2] == "NN"]
