"""Two briefs of one story, claim by claim: what is new, what changed, what is no longer told."""

from collections.abc import Iterator
from typing import get_args

from summarize.diff.claims import match_claims
from summarize.diff.figures import Revision, find_revisions
from summarize.diff.findings import Findings
from summarize.diff.points import compare_points
from summarize.diff.together import NEW, Together, id_in_brief, lay_together
from summarize.merge.story import join_evidence
from summarize.model import (
    Article,
    ArticleStatus,
    Brief,
    Change,
    ChangeKind,
    ComparedArticle,
    Diff,
    Figure,
)
from summarize.render.wording import say_value

_ORDER: tuple[ChangeKind, ...] = get_args(ChangeKind)


def compare_briefs(old: Brief, new: Brief) -> Diff:
    """Return what `new` has that `old` had not, and the other way round.

    Changes come by kind, and within a kind in the order of the newer brief, then of the older one.
    """
    both = lay_together(old, new)
    matches = match_claims(both)
    revisions = find_revisions(both)
    findings = Findings(both, matches, revisions)
    changes = [
        *findings.compare(),
        *_tell_revisions(revisions, both),
        *compare_points(both, matches),
    ]
    touched = {one.new_id for one in changes if one.item == "finding"}
    return Diff(
        old_id=old.id,
        new_id=new.id,
        old_created=old.created,
        new_created=new.created,
        title=new.title,
        changes=tuple(sorted(changes, key=lambda one: _ORDER.index(one.kind))),
        unchanged=sum(
            finding.id not in touched and bool(findings.equals(NEW, finding))
            for finding in new.findings
        ),
        articles=(
            *(_compared(one, both.older.get(one.id)) for one in new.articles),
            *(_gone(one) for one in old.articles if one.id not in both.newer),
        ),
    )


def _compared(article: Article, old_id: str | None) -> ComparedArticle:
    status: ArticleStatus = "unchanged" if old_id == article.id else "revised"
    return ComparedArticle(
        id=article.id,
        old_id=old_id,
        source=article.source,
        outlet=article.known_as,
        status=status if old_id else "new",
    )


def _gone(article: Article) -> ComparedArticle:
    return _compared(article, article.id).model_copy(update={"status": "gone"})


def _tell_revisions(revisions: tuple[Revision, ...], both: Together) -> Iterator[Change]:
    """Yield a change for each revision; articles that follow one source have one together."""
    names = {one: group.what for group in both.new.figure_groups for one in group.figure_ids}
    told: dict[tuple[str, str, str, str], list[Revision]] = {}
    for one in revisions:
        first = one.after[0]
        what = names.get(id_in_brief(first), first.what)
        teller = first.speaker_id or first.article_id
        told.setdefault((teller, what, _say(one.before), _say(one.after)), []).append(one)
    for (_, what, before, after), same in told.items():
        yield _revised(what, (before, after), same, both)


def _revised(what: str, values: tuple[str, str], same: list[Revision], both: Together) -> Change:
    before = [figure for one in same for figure in one.before]
    after = [figure for one in same for figure in one.after]
    speakers = dict.fromkeys(both.name_of(one.speaker_id) for one in after if one.speaker_id)
    still = "" if same[0].is_replaced else "; the older value is still told as well"
    return Change(
        kind="revised",
        item="figure",
        text=f"{what}: {values[0]}, now {values[1]}",
        before=values[0],
        after=values[1],
        old_id=id_in_brief(before[0]),
        new_id=id_in_brief(after[0]),
        outlets=both.outlets([one.article_id for one in after]),
        evidence_before=join_evidence(piece for one in before for piece in one.evidence),
        evidence_after=join_evidence(piece for one in after for piece in one.evidence),
        why=", ".join(speakers) + (": " if speakers else "") + same[0].why + still,
    )


def _say(figures: tuple[Figure, ...]) -> str:
    """Say the value of a figure, or the range of several."""
    said = dict.fromkeys(say_value(one.low, one.high, one.unit, one.bound) for one in figures)
    return " or ".join(said)
