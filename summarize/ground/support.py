"""The gate: does the evidence say what the statement says?

Presence is not enough: "did not confirm" holds every word of "did confirm". The gate binds numbers
to what they count, names to their roles, and keeps polarity, certainty and speaker. It is made of
rules, needs no model, and says why it refuses.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from summarize.ground.frames import take_apart
from summarize.ground.reports import compare_report
from summarize.ground.restated import compare_restatement
from summarize.ground.speaking import Voice
from summarize.ground.verbatim import compare_wording
from summarize.ground.word_for_word import is_word_for_word
from summarize.language.meaning.align import align
from summarize.language.meaning.cells import Passage, read_passage
from summarize.language.meaning.reasons import Problem
from summarize.language.normal import normal_form
from summarize.model import Article, Claim, RefusalReason

_NEAR = 0.7
"""Part of a statement's cells in the evidence's own order from which it is a wording of it."""

_FEW = 2
"""Cells that may differ where a statement is neither reordered nor put in other words."""
_ABOUT_SPEECH = frozenset(
    (
        "attribution lost",
        "name in another role",
        "name not in evidence",
        "quotation not verbatim",
        "speaker not in evidence",
        "verb of speech changed",
        "words dropped",
        "words not in evidence",
    )
)
"""Reasons that another way of reporting the same speech can have."""


@dataclass(frozen=True, slots=True)
class Support:
    """What the gate found; a statement without problems is supported."""

    problems: tuple[Problem, ...] = ()

    @property
    def supported(self) -> bool:
        """Whether the evidence carries the statement."""
        return not self.problems

    @property
    def reasons(self) -> tuple[RefusalReason, ...]:
        """The reasons of the refusal, each once, in the order in which they were found."""
        return tuple(dict.fromkeys(problem.reason for problem in self.problems))


def support(
    statement: str,
    evidence: Sequence[str],
    speaker: str | None = None,
    article: Article | None = None,
) -> Support:
    """Say whether `evidence` carries `statement`, and if not, why.

    `evidence` are sentences or longer pieces of one article. With a `speaker` the statement is what
    that speaker says; without one it stands in the teller's own voice. `article` is the one that
    the evidence was taken from, and gives other names of the speaker and what a pronoun stands for.
    """
    if isinstance(evidence, str):
        raise TypeError("evidence is a sequence of texts; put a single text into a list")
    if is_word_for_word(statement, evidence, Voice(speaker, article)):
        return Support()
    said = read_passage(statement)
    if not said.cells:
        return Support((Problem("nothing stated", statement),))
    pieces = [read_passage(piece) for piece in evidence if piece.strip()]
    if not pieces:
        return Support((Problem("no evidence", statement),))
    if article is not None and not article.is_english:
        return _compare_foreign(statement, evidence)
    whole = read_passage(" ".join(evidence)) if len(pieces) > 1 else pieces[0]
    places = [whole, *pieces] if len(pieces) > 1 else pieces
    voice = Voice(speaker, article)
    best = min((_compare(said, place, voice) for place in places), key=_count_problems)
    if best.supported or any(_is_wording(said, place) for place in places):
        return best
    restated = Support(tuple(compare_restatement(said, whole, voice)))
    return restated if restated.supported else best


def _is_wording(said: Passage, evidence: Passage) -> bool:
    """Say whether a statement is in the evidence's words, but for a few."""
    laid = align(evidence, said)
    return laid.share >= _NEAR or len(said.cells) - len(laid.pairs) <= _FEW


def _count_problems(found: Support) -> int:
    return len(found.problems)


def carries(text: str, claim: Claim, article: Article) -> bool:
    """Say whether the evidence of `claim`, out of `article`, carries `text` as the brief's own."""
    return support(text, [piece.quote for piece in claim.evidence], None, article).supported


def _compare_foreign(statement: str, evidence: Sequence[str]) -> Support:
    """Let a text in another language than English be quoted, and nothing else be said of it."""
    quoted = normal_form(statement).strip('" ')
    if any(quoted in normal_form(piece) for piece in evidence):
        return Support()
    return Support((Problem("words not in evidence", statement),))


def _is_local(said: Passage, evidence: Passage, whole: Support) -> bool:
    """Say whether a word or two were changed in place, and not how the speech is reported."""
    added = len(said.cells) - len(align(evidence, said).pairs)
    return added <= _FEW and not _ABOUT_SPEECH.issuperset(whole.reasons)


def _compare(said: Passage, evidence: Passage, voice: Voice) -> Support:
    """Compare two wordings in their order; a report of speech also part by part."""
    whole = Support(tuple(compare_wording(said, evidence, voice)))
    if whole.supported or voice.speaker or _is_local(said, evidence, whole):
        return whole
    frame = take_apart(said)
    if frame is None:
        return whole
    told = Support(tuple(compare_report(said, frame, evidence, voice.article)))
    return min(told, whole, key=_count_problems)
