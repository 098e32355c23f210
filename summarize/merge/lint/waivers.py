"""Leave to break a rule, with its reason: written by the user, kept in the brief."""

import re
from collections.abc import Iterable, Sequence
from typing import get_args

from summarize.errors import UsageError
from summarize.model import LintMark, LintRule, Waiver

_FORM = "RULE[:TEXT]=REASON"
_RULES: dict[str, LintRule] = {rule: rule for rule in get_args(LintRule)}


def parse_waivers(written: Iterable[str]) -> tuple[Waiver, ...]:
    """Read waivers as a user writes them: "loaded-word:regime=the court's own term".

    Raises UsageError that names the one that cannot be meant.
    """
    return tuple(dict.fromkeys(_parse(one) for one in written))


def _parse(written: str) -> Waiver:
    what, _, reason = written.partition("=")
    name, _, text = what.partition(":")
    rule = _RULES.get(name.strip())
    if rule is None:
        known = ", ".join(_RULES)
        raise UsageError(f"waive: no rule {name.strip()!r}; write {_FORM}; known: {known}")
    if not reason.strip():
        raise UsageError(f"waive: {written!r} gives no reason; write {_FORM}")
    return Waiver(rule=rule, text=text.strip() or None, reason=reason.strip())


def waive(marks: Iterable[LintMark], waivers: Sequence[Waiver]) -> tuple[LintMark, ...]:
    """Return `marks`, those that a waiver covers with its reason; the first that fits counts."""
    return tuple(mark.model_copy(update={"waived": _reason(mark, waivers)}) for mark in marks)


def _reason(mark: LintMark, waivers: Sequence[Waiver]) -> str | None:
    return next((waiver.reason for waiver in waivers if _fits(waiver, mark)), None)


def _fits(waiver: Waiver, mark: LintMark) -> bool:
    if waiver.rule != mark.rule:
        return False
    if waiver.text is None:
        return True
    return bool(re.search(rf"(?i)(?<!\w){re.escape(waiver.text)}(?!\w)", mark.text))
