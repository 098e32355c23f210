"""The brief's own sentences: title, findings, timeline, unknowns and summary."""

from collections.abc import Sequence

from summarize.language.modality.missing import missing_in
from summarize.merge.title import UNTITLED
from summarize.model import Claim, Unknown
from summarize.verify.forms import find_problem, find_title_problem
from summarize.verify.ledger import Ledger

_CUT = " …"
"""What ends a title that is the beginning of a sentence."""


def check_sentences(ledger: Ledger) -> None:
    """Check every sentence of the brief against the evidence of the claims that it rests on."""
    brief = ledger.brief
    _check_title(ledger)
    for place, finding in enumerate(brief.findings):
        _check_text(f"findings[{place}]", finding.text, ledger.claims(finding.claim_ids), ledger)
    for place, entry in enumerate(brief.timeline):
        path, claims = f"timeline[{place}]", ledger.claims_of(entry.finding_ids)
        if entry.date not in {claim.date for claim in claims} and ledger.is_sound(path):
            ledger.fail(path, "timeline.date", f"date not in its claims ({entry.date})", entry.text)
        _check_text(path, entry.text, claims, ledger)
    for place, unknown in enumerate(brief.unknowns):
        path = f"unknowns[{place}]"
        if ledger.is_sound(path) and not _is_missing(unknown):
            problem = f"not what the evidence says is missing ({unknown.missing})"
            ledger.fail(path, "unknown.missing", problem, unknown.text)
        _check_text(path, unknown.text, _claims_of(unknown, ledger), ledger)
    for place, sentence in enumerate(brief.summary):
        path, claims = f"summary[{place}]", ledger.claims_of(sentence.finding_ids)
        _check_text(path, sentence.text, claims, ledger)


def _check_title(ledger: Ledger) -> None:
    """Judge the title by all claims, unless it is a headline, a question or opens the summary.

    A headline is its source's own word; what is asked and what the summary says is judged there.
    """
    brief = ledger.brief
    head = brief.title.removesuffix(_CUT)
    ledger.checked += 1
    is_untitled = brief.title == UNTITLED and not brief.summary
    headlines = (article.title for article in brief.articles)
    if is_untitled or brief.title in {*headlines, *(one.question for one in brief.contested)}:
        return
    if any(sentence.text.startswith(head) for sentence in brief.summary):
        return
    problem = find_title_problem(head, brief.claims, ledger)
    if problem is not None:
        ledger.fail("title", "text.support", problem, brief.title)


def _is_missing(unknown: Unknown) -> bool:
    """Say whether the sentence, or one of those that it rests on, lacks what `missing` says."""
    texts = (unknown.text, *(piece.quote for piece in unknown.evidence))
    return unknown.missing is None or unknown.missing in map(missing_in, texts)


def _claims_of(unknown: Unknown, ledger: Ledger) -> list[Claim]:
    """Return the claims of an unknown, resting on the evidence that it has itself."""
    claims = []
    for claim in ledger.claims(unknown.claim_ids):
        own = tuple(one for one in unknown.evidence if one.article_id == claim.article_id)
        if own:
            claims.append(claim.model_copy(update={"evidence": own}))
    return claims


def _check_text(path: str, text: str, claims: Sequence[Claim], ledger: Ledger) -> None:
    """Judge a sentence, unless it may fail only by the failure of what it rests on."""
    if not ledger.to_judge(path):
        return
    if not claims:
        ledger.fail(path, "text.support", "rests on no claim", text)
        return
    problem = find_problem(text, claims, ledger)
    is_settled = any if problem is None else all
    if not is_settled(map(ledger.can_carry, claims)):
        ledger.give_up()
    elif problem is not None:
        ledger.fail(path, "text.support", problem, text)
