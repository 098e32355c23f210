"""Verbs of speech that judge whoever speaks, and the plain one that may stand for them.

"Claimed" doubts, "admitted" convicts, "boasted" mocks; "said" reports (AP and Reuters style
guides). Only what reports a statement counts: one is admitted to hospital, and claims a prize.
"""

from collections.abc import Sequence
from itertools import dropwhile, takewhile
from typing import NamedTuple

from summarize.language.document import Document, Token
from summarize.language.names import find_names
from summarize.language.quotations import Attribution, find_attributions
from summarize.language.quotations.quotes import find_quotations
from summarize.language.speech_verbs import judges
from summarize.language.verb_forms import FINITE

_SAYS = {"VBD": "said", "VBN": "said", "VBZ": "says", "VBP": "say", "VB": "say", "VBG": "saying"}
_ASKING = frozenset(("WP", "WRB"))
_MARKS = frozenset((",", ";", "—", "–", "("))
_SHORTEST = 3
"""Words of a quotation that is a statement."""
_FILED = frozenset(
    "suit lawsuit complaint petition indictment filing charge affidavit sue file indict".split()
)
"""What these "allege" is what they are for."""
_FALSELY = frozenset("falsely wrongly rightly correctly proudly openly finally repeatedly".split())
"""With these before it, "said" would judge as much as the verb that it stands for."""


class JudgingVerb(NamedTuple):
    """A verb of speech that judges, at `start:end`; `plain` may stand for it, or is None."""

    start: int
    end: int
    text: str
    lemma: str
    plain: str | None


def find_judging(document: Document) -> list[JudgingVerb]:
    """Return the verbs that report a statement and judge its speaker, outside quotation marks."""
    verbs = [one for one in document.tokens if one.tag in _SAYS and judges(one.lemma)]
    if not verbs:
        return []
    quotations = find_quotations(document)
    attributions = find_attributions(document, find_names(document))
    found = []
    for verb in verbs:
        report = next((one for one in attributions if _is_cue(verb, one)), None)
        if report and quotations.number_at(verb.start) is None:
            plain = _plain_for(document, verb, report)
            is_report = plain is not None or _tells_deed(document, verb)
            if is_report and _judges_here(document, verb, report):
                found.append(JudgingVerb(verb.start, verb.end, verb.text, verb.lemma, plain))
    return found


def make_plain(text: str, verbs: Sequence[JudgingVerb]) -> str | None:
    """Return `text` with each of `verbs` as a form of "say", or None where one has none."""
    for verb in reversed(verbs):
        if verb.plain is None:
            return None
        text = f"{text[: verb.start]}{verb.plain}{text[verb.end :]}"
    return text


def _is_cue(verb: Token, report: Attribution) -> bool:
    return report.cue is not None and report.cue.start <= verb.start < report.cue.end


def _plain_for(document: Document, verb: Token, report: Attribution) -> str | None:
    """Return the form of "say" that may stand for `verb`: where a clause or a quotation is said."""
    if _marked(document, verb) in _FALSELY:
        return None
    after = _after(document, verb)
    if not after or any(one.low == "that" for one in _before_clause(after)):
        return _SAYS[verb.tag]
    if after[0].tag in ("TO", "IN") or after[0].low.endswith("ing"):
        return None
    if report.kind == "direct":
        said = sum(len(document.text[start:end].split()) for start, end in report.content)
        return _SAYS[verb.tag] if said >= _SHORTEST else None
    if report.source is None and verb.tag != "VBG":
        return None
    subject = _before_clause(after)
    is_clause = len(subject) < len(after) and after[len(subject)].tag in FINITE
    return _SAYS[verb.tag] if is_clause else None


def _tells_deed(document: Document, verb: Token) -> bool:
    """Say whether a deed follows, with no clause: "admitted taking"; or "falsely" comes first."""
    if _marked(document, verb) in _FALSELY:
        return True
    after = _after(document, verb)
    return bool(after) and after[0].low.endswith("ing") and verb.lemma in ("admit", "confess")


def _judges_here(document: Document, verb: Token, report: Attribution) -> bool:
    """Say whether a verb judges somebody.

    What tests "reveal" is their finding, what a suit "alleges" its purpose, and who "insists that
    it be done" demands it.
    """
    if verb.lemma == "reveal":
        return report.speaker is not None and verb.tag != "VBG"
    if verb.lemma == "allege":
        before = document.tokens_between(0, verb.start)
        return all(one.lemma not in _FILED for one in before)
    if verb.lemma == "insist":
        after = _after(document, verb)
        first = next((i for i, one in enumerate(after) if one.tag.startswith(("VB", "MD"))), 0)
        return not after or after[first].tag != "VB" or after[first - 1].low == "to"
    return True


def _before_clause(after: Sequence[Token]) -> list[Token]:
    """Return the words behind a verb up to the next finite verb, mark or question word."""
    return list(
        takewhile(
            lambda one: one.tag not in FINITE | _ASKING and one.text not in _MARKS,
            after,
        )
    )


def _marked(document: Document, verb: Token) -> str:
    """Return the word before a verb, in small letters."""
    before = document.tokens_between(0, verb.start)[-1:]
    return before[0].low if before else ""


def _after(document: Document, verb: Token) -> list[Token]:
    """Return the words and marks behind a verb, but for the adverbs that follow it."""
    end = document.sentences[document.sentence_at(verb.start)].end
    tokens = document.tokens_between(verb.end, end)
    return list(dropwhile(lambda one: one.tag == "RB" or not one.text[0].isalnum(), tokens))
