"""Dated findings in the order in which the matter happened."""

from collections.abc import Iterable

from summarize.language.document import parse_statement
from summarize.language.standalone import stands_alone
from summarize.merge.story import Story
from summarize.model import Finding, TimelineEntry


def find_timeline(story: Story, findings: Iterable[Finding]) -> tuple[TimelineEntry, ...]:
    """Return the findings whose claims agree on one date, oldest first, of one day as given."""
    entries = []
    for finding in findings:
        dates = {story.claim[one].date for one in finding.claim_ids} - {None}
        is_whole = stands_alone(finding.text, parse_statement(finding.text).tokens)
        if len(dates) == 1 and is_whole and finding.status != "contested":
            (date,) = dates
            entries.append((date or "", finding))
    return tuple(
        TimelineEntry(date=date, text=finding.text, finding_ids=(finding.id,))
        for date, finding in sorted(entries, key=lambda entry: entry[0])
    )
