"""A finished brief, edited or not, held against its sources: the checks in their order."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import BinaryIO

from summarize.ground.support import support
from summarize.merge.brief import content_id
from summarize.model import Article, Brief
from summarize.verify.citations import check_citations
from summarize.verify.derived import check_derived
from summarize.verify.figures import check_figures, check_groups
from summarize.verify.items import check_actors, check_claims, check_positions, check_questions
from summarize.verify.ledger import Ledger
from summarize.verify.loading import load_brief
from summarize.verify.neutrality import check_neutrality
from summarize.verify.proof import Gate
from summarize.verify.references import check_references
from summarize.verify.report import Failure, Report
from summarize.verify.sentences import check_sentences
from summarize.verify.sources import check_evidence, check_sources, read_texts

_EDITED = "the brief was edited after it was made: its id does not fit its content"
_ORDER = {name: place for place, name in enumerate(Brief.model_fields)}


def check_file(name: str, sources: str | None = None, stdin: BinaryIO | None = None) -> Report:
    """Check the brief in the file `name`, or `-` for `stdin`; `sources` is a file or a folder.

    Raises NotABrief, and NothingReadable where `sources` hold no article.
    """
    loaded = load_brief(name, stdin)
    if sources is None:
        return verify_brief(loaded.brief, failures=loaded.failures)
    articles, notes = read_texts(sources, loaded.brief.created.date())
    report = verify_brief(loaded.brief, articles, failures=loaded.failures)
    return replace(report, notes=(*notes, *report.notes))


def verify_brief(
    brief: Brief,
    sources: Sequence[Article] | None = None,
    *,
    gate: Gate = support,
    failures: Iterable[Failure] = (),
) -> Report:
    """Check that everything in `brief` is what its sources say.

    `sources` are the articles as they are now; None leaves the brief's own texts to be believed.
    `failures` are those that reading the brief already found.
    """
    ledger = Ledger(brief, gate, failures)
    notes = check_sources(ledger, sources)
    check_references(ledger)
    check_evidence(ledger)
    check_actors(ledger)
    check_claims(ledger)
    check_figures(ledger)
    check_groups(ledger)
    check_questions(ledger)
    check_positions(ledger)
    check_sentences(ledger)
    check_citations(ledger)
    check_derived(ledger)
    check_neutrality(ledger)
    if content_id(brief) != brief.id:
        notes.append(_EDITED)
    ordered = sorted(ledger.failures, key=lambda failure: _place(failure.path))
    return Report(tuple(ordered), ledger.checked, ledger.skipped, tuple(notes))


def _place(path: str) -> tuple[int, list[int]]:
    """Return where a path stands in the brief."""
    name = re.split(r"\W", path, maxsplit=1)[0]
    return _ORDER.get(name, 0), [int(number) for number in re.findall(r"\[(\d+)\]", path)]
