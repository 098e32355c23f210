"""The whole lint of a brief: every rule over every sentence, then the disputes as a whole."""

from collections.abc import Iterator, Sequence

from summarize.merge.lint.rules import RULES
from summarize.merge.lint.sides import find_one_sided
from summarize.merge.lint.voices import voices_of
from summarize.merge.lint.waivers import waive
from summarize.model import Brief, LintMark, Waiver


def lint_brief(brief: Brief, waivers: Sequence[Waiver] = ()) -> tuple[LintMark, ...]:
    """Return what leans in `brief`, in order; what one of `waivers` covers bears its reason."""
    return waive([*_mark_sentences(brief), *find_one_sided(brief)], waivers)


def _mark_sentences(brief: Brief) -> Iterator[LintMark]:
    forms = (form for actor in brief.actors for form in (actor.name, *actor.aliases))
    names = frozenset(word for form in forms for word in form.split())
    for voice in voices_of(brief):
        for rule, find in RULES.items():
            for found in find(voice, names):
                yield LintMark(
                    rule=rule,
                    severity=found.severity,
                    path=voice.path,
                    start=found.start,
                    end=found.end,
                    text=voice.text[found.start : found.end],
                    problem=found.problem,
                )
