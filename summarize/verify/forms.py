"""Sentences that the merge makes of structured data, taken apart and checked part by part.

Each part is held against the evidence of the claims and figures that it stands for, never against
another text of the brief: one changed text is one failure.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import takewhile

from summarize.ground.figures import words_absent
from summarize.ground.support import Support
from summarize.merge.forms import (
    BETWEEN,
    CONTRADICTING,
    DENIED,
    DIFFERING,
    EITHER,
    JUDGED,
    SIDE,
    TIMED,
    TOGETHER,
    VERBATIM,
    Form,
)
from summarize.merge.wording import nest_marks
from summarize.model import Actor, Claim, ContestedPoint
from summarize.verify.ledger import Ledger, describe
from summarize.verify.mentions import form_in, words_besides
from summarize.verify.proof import prove
from summarize.verify.statements import by_speaker, in_own_voice
from summarize.verify.value_sentences import check_between, check_differing, check_worded

_SEAM = 3
"""Last words of a cut sentence by which a finding is known that goes on from there."""

Gaps = Mapping[str, str]
Check = Callable[[Gaps, Sequence[Claim], Ledger], str | None]


def _check_denied(gaps: Gaps, claims: Sequence[Claim], ledger: Ledger) -> str | None:
    """Check "X said that …; Y denied this"; a source may write such a sentence too."""
    cited = {claim.id for claim in claims}
    problems = [
        _check_sides(gaps, point, ledger)
        for point in ledger.brief.contested
        if point.kind == "denial" and cited & {one for p in point.positions for one in p.claim_ids}
    ]
    if None in problems:
        return None
    plain = _check_plain(DENIED.fill(**gaps), claims, ledger)
    return problems[0] if problems and plain else plain


def _check_sides(gaps: Gaps, point: ContestedPoint, ledger: Ledger) -> str | None:
    asserting, denying = (ledger.claims(one.claim_ids) for one in point.positions[:2])
    deniers = _speakers(denying, ledger)
    if strangers := words_besides(gaps["deniers"], deniers, _sources(denying)):
        return f"speaker not in evidence ({' '.join(strangers)})"
    return _check_assertion(gaps["assertion"], asserting, ledger)


def _check_assertion(text: str, claims: Sequence[Claim], ledger: Ledger) -> str | None:
    """Check what one says, or what several say together and one of them in these words."""
    shared = TOGETHER.take_apart(text)
    if shared is None:
        return _check_plain(text, claims, ledger)
    named = [one for one in _speakers(claims, ledger) if form_in(shared["who"], one)]
    strangers = words_besides(shared["who"], named, _sources(claims))
    quotes = [piece.quote for claim in claims for piece in claim.evidence]
    if words_absent(" ".join(strangers), [*quotes, *_sources(claims)]):
        return f"speaker not in evidence ({' '.join(strangers)})"
    problem = _check_plain(text, claims, ledger)
    if problem is None or strangers or len(named) < 2:
        return problem
    theirs = [claim for claim in claims if claim.speaker_id in {one.id for one in named}]
    return _describe(prove(by_speaker(shared["statement"], theirs, ledger), ledger.gate))


def _check_plain(text: str, claims: Sequence[Claim], ledger: Ledger) -> str | None:
    """Check a sentence that is made of one claim."""
    return _describe(prove(in_own_voice(text, claims, ledger), ledger.gate))


def _describe(found: Support | None) -> str | None:
    return None if found is None or found.supported else describe(found)


def _speakers(claims: Iterable[Claim], ledger: Ledger) -> list[Actor]:
    ids = {claim.speaker_id for claim in claims}
    return [actor for actor in ledger.brief.actors if actor.id in ids]


def _sources(claims: Iterable[Claim]) -> list[str]:
    return [claim.source for claim in claims if claim.source]


def _check_contradicting(gaps: Gaps, claims: Sequence[Claim], ledger: Ledger) -> str | None:
    """Check "Sources contradict each other: …": each side is in its article."""
    for written in re.split(r"(?<=\d\)); ", gaps["sides"]):
        side = SIDE.take_apart(written)
        if side is None:
            return f"not a statement with its article ({written})"
        theirs = [one for one in claims if str(ledger.number_of(one.article_id)) == side["number"]]
        if not theirs:
            return f"no such side in the cited findings (article {side['number']})"
        if problem := _check_plain(side["told"], theirs, ledger):
            return problem
    return None


def _check_verbatim(gaps: Gaps, claims: Sequence[Claim], ledger: Ledger) -> str | None:
    """Check "In the words of X: “…”": the words are a claim's evidence, of that outlet."""
    quoted = [
        claim
        for claim in claims
        if gaps["quote"] in {nest_marks(piece.quote) for piece in claim.evidence}
    ]
    if not quoted:
        return f"quotation not verbatim ({_first_change(gaps['quote'], claims)})"
    if gaps["outlet"] not in {ledger.article[claim.article_id].known_as for claim in quoted}:
        return f"speaker not in evidence ({gaps['outlet']})"
    return None


def _first_change(quote: str, claims: Iterable[Claim]) -> str:
    """Return the first word in which `quote` leaves the evidence that it is nearest to."""
    words = quote.split()
    theirs = [nest_marks(piece.quote).split() for claim in claims for piece in claim.evidence]
    same = max((_shared_opening(words, other) for other in theirs), default=0)
    return " ".join(words[same : same + 1])


def _shared_opening(words: Sequence[str], other: Sequence[str]) -> int:
    pairs = zip(words, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


_CHECKS: tuple[tuple[Form, Check], ...] = (
    (BETWEEN, check_between),
    (EITHER, check_between),
    (DIFFERING, check_differing),
    (TIMED, check_worded),
    (JUDGED, check_worded),
    (CONTRADICTING, _check_contradicting),
    (DENIED, _check_denied),
    (VERBATIM, _check_verbatim),
)


def find_problem(text: str, claims: Sequence[Claim], ledger: Ledger) -> str | None:
    """Return what the evidence of `claims` does not carry of a sentence of the brief, or None."""
    for form, check in _CHECKS:
        gaps = form.take_apart(text)
        if gaps is not None:
            return check(gaps, claims, ledger)
    return _check_assertion(text, claims, ledger)


def find_title_problem(head: str, claims: Sequence[Claim], ledger: Ledger) -> str | None:
    """Return what no claim carries of a title, which may be the beginning of a sentence."""
    problem = find_problem(head, claims, ledger)
    if problem is None or None in _as_beginning(head, ledger):
        return None
    return problem


def _as_beginning(head: str, ledger: Ledger) -> Iterator[str | None]:
    """Yield what is wrong with a cut sentence, read as an assertion or completed by a finding."""
    assertion = head.rpartition("; ")[0] or head.rstrip(";,: ")
    for point in ledger.brief.contested:
        if point.kind == "denial":
            asserting = ledger.claims(point.positions[0].claim_ids)
            yield _check_assertion(assertion, asserting, ledger)
    last_words = " ".join(head.split()[-_SEAM:])
    for finding in ledger.brief.findings:
        _, seam, rest = finding.text.partition(last_words)
        if seam:
            yield find_problem(head + rest, ledger.claims(finding.claim_ids), ledger)
