"""The brief takes no side: the lint of the merge, asked anew of the brief as it is now."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from summarize.language.neutrality.words import word_list_id
from summarize.merge.lint import lint_brief, text_at
from summarize.model import Brief, LintMark, LintRule, Severity, Waiver
from summarize.verify.ledger import Ledger
from summarize.verify.report import Failure, Rule

_RULES: Mapping[LintRule, Rule] = {
    "loaded-word": "neutrality.loaded-word",
    "comment": "neutrality.comment",
    "judging-verb": "neutrality.judging-verb",
    "own-voice": "neutrality.own-voice",
    "accusation": "neutrality.accusation",
    "scare-quotes": "neutrality.scare-quotes",
    "plural-sources": "neutrality.plural-sources",
    "one-sided": "neutrality.one-sided",
}
_OTHER_WORDS = (
    "the brief was made with another list of loaded words than it is checked with; "
    "give its own with --loaded-words"
)

_STALE = "the marks that the brief holds are of texts that were edited since"


class Linted(NamedTuple):
    """What the lint found that fails nothing: warnings, and as notes the marks that are waived."""

    warnings: tuple[Failure, ...]
    notes: tuple[str, ...]


def check_neutrality(ledger: Ledger, waivers: Sequence[Waiver] = ()) -> Linted:
    """Note the errors of the lint as failures and return the rest; what is waived is a note.

    A disputed sentence that the gate has refused already has lost its speaker there.
    """
    marks = lint_brief(ledger.brief, waivers)
    warnings = []
    for found in _failures(ledger.brief, marks):
        if found.severity != "error":
            warnings.append(found)
        elif found.rule != "neutrality.own-voice" or ledger.is_sound(found.path):
            ledger.fail(found.path, found.rule, found.problem, found.text)
    return Linted(tuple(warnings), tuple(_notes(ledger.brief)))


def _failures(brief: Brief, marks: Iterable[LintMark]) -> Iterator[Failure]:
    """Yield one failure for all marks of one rule in one text; it names the words."""
    groups: dict[tuple[str, LintRule, Severity, str | None], list[LintMark]] = {}
    for mark in marks:
        groups.setdefault((mark.path, mark.rule, mark.severity, mark.waived), []).append(mark)
    for (path, rule, severity, waived), group in groups.items():
        text = text_at(brief, path)
        words = ", ".join(mark.text for mark in group if mark.text != text)
        problem = f"{group[0].problem} ({words})" if words else group[0].problem
        if waived is None:
            yield Failure(path, _RULES[rule], problem, text, severity)
        else:
            yield Failure(path, _RULES[rule], f"{problem}; waived: {waived}", text, "note")


def _notes(brief: Brief) -> Iterator[str]:
    if brief.word_list != word_list_id():
        yield _OTHER_WORDS
    elif any(_cuts_out_other(brief, mark) for mark in brief.lint):
        yield _STALE


def _cuts_out_other(brief: Brief, mark: LintMark) -> bool:
    """Say whether a mark that the brief holds no longer cuts out its words."""
    return text_at(brief, mark.path)[mark.start : mark.end] != mark.text
