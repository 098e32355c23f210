"""A finished brief, edited or not, held against its sources: the checks in their order."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, NamedTuple

from summarize.ground.support import support
from summarize.language.neutrality.words import read_words, using_words
from summarize.merge.brief import content_id
from summarize.merge.lint import parse_waivers
from summarize.model import Article, Brief, Waiver
from summarize.verify.citations import check_citations
from summarize.verify.derived import check_derived
from summarize.verify.figures import check_figures, check_groups
from summarize.verify.items import check_actors, check_claims, check_questions
from summarize.verify.ledger import Ledger
from summarize.verify.loading import Loaded, load_brief
from summarize.verify.neutrality import check_neutrality
from summarize.verify.positions import check_holdings, check_positions
from summarize.verify.proof import Gate
from summarize.verify.references import check_references
from summarize.verify.report import Failure, Report
from summarize.verify.sentences import check_sentences
from summarize.verify.shares import check_loaded_words, check_weights
from summarize.verify.sources import check_evidence, check_sources, read_texts

_EDITED = "the brief was edited after it was made: its id does not fit its content"
_ORDER = {name: place for place, name in enumerate(Brief.model_fields)}


class LintOptions(NamedTuple):
    """What a user lets the lint do: a list of loaded words, and waivers as they are written."""

    loaded_words: Path | None = None
    waive: Sequence[str] = ()


_AS_SHIPPED = LintOptions()


def check_file(
    name: str,
    sources: str | None = None,
    stdin: BinaryIO | None = None,
    lint: LintOptions = _AS_SHIPPED,
    allow_hosts: Sequence[str] = (),
) -> Report:
    """Check the brief in the file `name`, or `-` for `stdin`.

    `sources` is a file, a folder or an address; `allow_hosts` as in fetching.

    Raises NotABrief, UsageError for what is no list or no waiver, and NothingReadable where
    `sources` hold no article.
    """
    loaded = load_brief(name, stdin)
    if sources is None:
        return check_loaded(loaded, lint=lint)
    articles, notes = read_texts(sources, loaded.brief.created.date(), allow_hosts)
    report = check_loaded(loaded, articles, lint)
    return replace(report, notes=(*notes, *report.notes))


def check_loaded(
    loaded: Loaded, sources: Sequence[Article] | None = None, lint: LintOptions = _AS_SHIPPED
) -> Report:
    """Check a brief that was read, with a user's words and waivers. Raises UsageError."""
    waivers = parse_waivers(lint.waive)
    words = read_words(lint.loaded_words) if lint.loaded_words else None
    with using_words(words):
        return verify_brief(loaded.brief, sources, failures=loaded.failures, waivers=waivers)


def verify_brief(
    brief: Brief,
    sources: Sequence[Article] | None = None,
    *,
    gate: Gate = support,
    failures: Iterable[Failure] = (),
    waivers: Sequence[Waiver] = (),
) -> Report:
    """Check that everything in `brief` is what its sources say.

    `sources` are the articles as they are now; None leaves the brief's own texts to be believed.
    `failures` are those that reading the brief already found. `waivers` hold beside the
    brief's own.
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
    check_holdings(ledger)
    check_sentences(ledger)
    check_citations(ledger)
    check_derived(ledger)
    check_weights(ledger)
    check_loaded_words(ledger)
    lint = check_neutrality(ledger, (*brief.waivers, *waivers))
    notes += lint.notes
    if content_id(brief) != brief.id:
        notes.append(_EDITED)
    ordered = sorted(ledger.failures, key=lambda failure: _place(failure.path))
    return Report(tuple(ordered), ledger.checked, ledger.skipped, tuple(notes), lint.warnings)


def _place(path: str) -> tuple[int, list[int]]:
    """Return where a path stands in the brief."""
    name = re.split(r"\W", path, maxsplit=1)[0]
    return _ORDER.get(name, 0), [int(number) for number in re.findall(r"\[(\d+)\]", path)]
