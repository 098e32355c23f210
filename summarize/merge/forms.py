"""Sentences of fixed words, filled from structured data, and taken apart again to be checked."""

import re
from collections.abc import Mapping
from string import Formatter


class Form:
    """A sentence with gaps, written as for `str.format`; each gap holds as much as it can."""

    def __init__(self, template: str) -> None:
        self._template = template
        self._pattern = re.compile(
            "".join(
                re.escape(fixed) + (f"(?P<{gap}>.+)" if gap else "")
                for fixed, gap, _, _ in Formatter().parse(template)
            )
        )

    def fill(self, **gaps: object) -> str:
        """Return the sentence."""
        return self._template.format(**gaps)

    def take_apart(self, text: str) -> Mapping[str, str] | None:
        """Return what stands in each gap, or None where `text` is no such sentence."""
        match = self._pattern.fullmatch(text)
        return match.groupdict() if match else None


BETWEEN = Form("Between {extent}, depending on the source: {values}.")
EITHER = Form("Either {extent}, depending on the source: {values}.")
DIFFERING = Form("Sources differ on {matter}: {values}.")
TIMED = Form("Accounts differ on when {matter}: {values}.")
JUDGED = Form("Judgements of {matter} differ: {values}.")
VALUE = Form("{value} according to {holders}")
NEXT_VALUE = "; "
CONTRADICTING = Form("Sources contradict each other: {sides}.")
SIDE = Form("{told} (article {number})")
DENIED = Form("{assertion}; {deniers} denied this.")
TOGETHER = Form("{who} said that {statement}")
VERBATIM = Form("In the words of {outlet}: “{quote}”")
ARTICLE = Form("article {number}")
OF_SIDES = (BETWEEN, EITHER, DIFFERING, TIMED, JUDGED, CONTRADICTING, DENIED)
"""What tells a dispute with all of its sides, and who holds each."""
