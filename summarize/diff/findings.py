"""Findings that one brief has and the other has not, or has from more origins."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from summarize.diff.claims import ClaimMatches, differ_in_number
from summarize.diff.figures import Revision
from summarize.diff.together import NEW, OLD, Side, Together
from summarize.merge.story import join_evidence
from summarize.model import Brief, Change, ChangeKind, Claim, Evidence, Figure, Finding


@dataclass(frozen=True)
class Findings:
    """The findings of two briefs beside one another."""

    both: Together
    matches: ClaimMatches
    revisions: Sequence[Revision]

    def compare(self) -> Iterator[Change]:
        """Yield what is new, confirmed, withdrawn and gone quiet."""
        for finding in self.both.new.findings:
            known = self.equals(NEW, finding)
            if known:
                yield from self._confirmed(finding, known)
            elif not self._revised_in(NEW, finding):
                yield self._change("new", finding, None, f"{finding.status}: {finding.why}")
        for finding in self.both.old.findings:
            yield from self._missing(finding)

    def equals(self, side: Side, finding: Finding) -> list[Finding]:
        """Return the findings of the other brief that share a claim with a finding of `side`."""
        claims = self.both.claims(side, finding)
        return self._homes_of([id_ for claim in claims for id_ in sorted(self.matches.of(claim))])

    def _homes_of(self, claim_ids: Sequence[str]) -> list[Finding]:
        found = (self._home[one] for one in claim_ids if one in self._home)
        return list({finding.id: finding for finding in found}.values())

    @cached_property
    def _home(self) -> Mapping[str, Finding]:
        """The finding of each claim, by the claim's id in the joint story."""
        return {
            f"{side} {one}": finding
            for side in (OLD, NEW)
            for finding in self.both.brief(side).findings
            for one in finding.claim_ids
        }

    @cached_property
    def _origins(self) -> Mapping[Side, Mapping[str, set[str]]]:
        return {OLD: _origin_names(self.both.old), NEW: _origin_names(self.both.new)}

    @cached_property
    def _revised(self) -> Mapping[str, str]:
        """Claims that differ in a revised figure alone, and the one that took its place."""
        found: dict[str, str] = {}
        for revision in self.revisions:
            if revision.is_replaced:
                for one in self._telling(revision.before):
                    for other in self._telling(revision.after):
                        if differ_in_number(one, other, self.both):
                            found.setdefault(one.id, other.id)
                            found.setdefault(other.id, one.id)
        return found

    def _telling(self, figures: Sequence[Figure]) -> list[Claim]:
        return [claim for figure in figures for claim in self._by_figure.get(figure.id, ())]

    @cached_property
    def _by_figure(self) -> Mapping[str, Sequence[Claim]]:
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.both.story.claims:
            for figure_id in claim.figure_ids:
                found[figure_id].append(claim)
        return found

    def _revised_in(self, side: Side, finding: Finding) -> list[Finding]:
        """Return the findings of the other brief that have other numbers in place of these."""
        claims = self.both.claims(side, finding)
        return self._homes_of([self._revised[one.id] for one in claims if one.id in self._revised])

    def _confirmed(self, finding: Finding, known: Sequence[Finding]) -> Iterator[Change]:
        """Yield the change where somebody who was not among its origins knows it too."""
        before = {name for one in known for name in self._origins[OLD].get(one.id, ())}
        after = self._origins[NEW].get(finding.id, set())
        most = max(one.origins for one in known)
        if finding.status == "corroborated" and finding.origins > most and after - before:
            added = ", ".join(sorted(after - before))
            why = f"also {added}: {finding.origins} independent origins, {most} before"
            yield self._change("confirmed", finding, known[0], why)

    def _missing(self, finding: Finding) -> Iterator[Change]:
        """Yield the change where an article takes it back, or where nobody tells it any more."""
        equals = self.equals(OLD, finding)
        present = [*equals, *self._revised_in(OLD, finding)]
        withdrawn = self._withdrawn_by(finding)
        if withdrawn:
            outlets = ", ".join(self.both.outlets(withdrawn))
            why = f"the newer version of {outlets} does not say it"
            others = self.both.outlets([one for each in equals for one in each.article_ids])
            still = f"; still told by {', '.join(others)}" if others else ""
            yield self._change("withdrawn", finding, present[0] if present else None, why + still)
        elif not present:
            yield self._change("gone quiet", finding, None, self._why_quiet(finding))

    def _withdrawn_by(self, finding: Finding) -> list[str]:
        """Return the articles that are there in another version which does not say it."""
        kept: dict[str, bool] = {}
        for claim in self.both.claims(OLD, finding):
            version = self.both.newer.get(claim.article_id)
            equals = (self.both.story.claim[one] for one in self.matches.of(claim))
            is_kept = (
                version in (None, claim.article_id)
                or claim.id in self._revised
                or any(one.article_id == version for one in equals)
            )
            kept[claim.article_id] = kept.get(claim.article_id, False) or is_kept
        return [article_id for article_id, is_kept in kept.items() if not is_kept]

    def _why_quiet(self, finding: Finding) -> str:
        there = self.both.outlets([one for one in finding.article_ids if one in self.both.newer])
        if there:
            return f"{', '.join(there)} is unchanged, and its new reading does not hold it"
        outlets = ", ".join(self.both.outlets(finding.article_ids))
        return f"nobody tells it: not among the sources any more: {outlets}"

    def _change(self, kind: ChangeKind, shown: Finding, other: Finding | None, why: str) -> Change:
        """Return a change that tells `shown`: new or confirmed, that of the newer brief."""
        old, new = (other, shown) if kind in ("new", "confirmed") else (shown, other)
        return Change(
            kind=kind,
            item="finding",
            text=shown.text,
            before=old.text if old else None,
            after=new.text if new else None,
            old_id=old.id if old else None,
            new_id=new.id if new else None,
            outlets=self.both.outlets(shown.article_ids),
            evidence_before=self._evidence(OLD, old),
            evidence_after=self._evidence(NEW, new),
            why=why,
        )

    def _evidence(self, side: Side, finding: Finding | None) -> tuple[Evidence, ...]:
        claims = self.both.claims(side, finding) if finding else []
        return join_evidence(piece for claim in claims for piece in claim.evidence)


def _origin_names(brief: Brief) -> dict[str, set[str]]:
    """Return the names of the origins of each finding."""
    found: dict[str, set[str]] = defaultdict(set)
    for origin in brief.origins:
        for finding_id in origin.finding_ids:
            found[finding_id].add(origin.name)
    return found
