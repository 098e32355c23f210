"""What the merge derived is derived again: the newest date, each finding's status and origins.

The brief's own claims, actors, articles, citations and families are what it is derived from. A
finding whose claims are not sound is not judged; nor is any while a citation is not.
"""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from summarize.language.publishers import Publisher, Publishers, outlet_key
from summarize.merge.findings import find_doubts, find_status
from summarize.merge.origins import find_origins, trace_origins
from summarize.merge.story import Story
from summarize.model import Article, Brief, Claim, Finding, Origin, OriginKind
from summarize.verify.ledger import Ledger


def check_derived(ledger: Ledger) -> None:
    """Check `newest`, and status and origins of every finding that can be judged."""
    brief = ledger.brief
    newest = max((one.published for one in brief.articles if one.published), default=None)
    ledger.checked += 1
    if brief.newest != newest:
        problem = f"the newest dated article is of {newest}"
        ledger.fail("newest", "derived.newest", problem, str(brief.newest))
    places = range(len(brief.citations))
    if not all(ledger.is_sound(f"citations[{place}]") for place in places):
        ledger.skipped += len(brief.origins)
        return
    story = _retell(brief)
    judged = {
        place: finding
        for place, finding in enumerate(brief.findings)
        if _can_judge(finding, story, ledger)
    }
    _check_findings(judged, story, ledger)
    _check_origins([*judged.values()], story, ledger)


def _retell(brief: Brief) -> Story:
    """Lay out the story of a brief; an article goes by the id that its hash gives it."""
    articles = [one.model_copy(update={"id": one.text_sha256[:12]}) for one in brief.articles]
    table = {
        outlet_key(one.outlet): Publisher(one.publisher, one.is_agency) for one in brief.families
    }
    return Story(
        articles=tuple(articles),
        extractions=(),
        actors=brief.actors,
        claims=brief.claims,
        figures=brief.figures,
        contested=(),
        gate=_never_asked,
        citations=brief.citations,
        publishers=Publishers(table),
    )


def _never_asked(text: str, claim: Claim, article: Article) -> bool:
    """Stand for the gate, which says nothing of who knew it first."""
    raise AssertionError(f"asked of {claim.id} in {article.id}: {text}")


def _can_judge(finding: Finding, story: Story, ledger: Ledger) -> bool:
    claims = ledger.claims(finding.claim_ids)
    return len(claims) == len(finding.claim_ids) and all(
        ledger.can_carry(claim)
        and claim.article_id in story.article
        and (claim.speaker_id is None or claim.speaker_id in story.actor)
        for claim in claims
    )


def _check_findings(judged: Mapping[int, Finding], story: Story, ledger: Ledger) -> None:
    doubts = find_doubts(ledger.brief.contested, ledger.brief.figure_groups)
    for place, finding in judged.items():
        claims = [story.claim[one] for one in finding.claim_ids]
        trace = trace_origins(claims, story)
        status, _ = find_status(claims, trace, doubts)
        path = f"findings[{place}]"
        if finding.origins != len(trace.roots):
            problem = f"has {len(trace.roots)}, not {finding.origins} ({', '.join(trace.names)})"
            ledger.fail(path, "derived.origins", f"origins: {problem}", finding.text)
        elif finding.status != status:
            problem = f"is {status}, not {finding.status}"
            ledger.fail(path, "derived.status", f"status: {problem}", finding.text)


def _check_origins(judged: list[Finding], story: Story, ledger: Ledger) -> None:
    """Check that each origin of the brief is one, of the findings that it lists.

    Only what is said of the judged findings is compared.
    """
    ids = {finding.id for finding in judged}
    derived = [_facts(one, ids) for one in find_origins(judged, story)]
    known = [_facts(one, ids) for one in ledger.brief.origins]
    wrong = 0
    for place, origin in enumerate(ledger.brief.origins):
        path, facts = f"origins[{place}]", known[place]
        if facts.finding_ids and ledger.to_judge(path) and facts not in derived:
            wrong += 1
            ledger.fail(path, "derived.origins", "is not the origin of its findings", origin.name)
    missing = [facts for facts in derived if facts not in known]
    if len(missing) > wrong:
        problem = "an origin of the findings is missing"
        ledger.fail("origins", "derived.origins", problem, missing[0].name)


class _Facts(NamedTuple):
    """What is compared of an origin: of two outlets of one publisher the name may be either's."""

    name: str
    kind: OriginKind
    family: str | None
    finding_ids: frozenset[str]


def _facts(origin: Origin, ids: Collection[str]) -> _Facts:
    rest = frozenset(one for one in origin.finding_ids if one in ids)
    is_whole = len(rest) == len(origin.finding_ids)
    name = origin.name if is_whole or origin.family is None else origin.family
    return _Facts(name, origin.kind, origin.family, rest)
