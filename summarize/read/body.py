"""Where the article is among the lines of a page.

Three readings of each line are weighed together. A line that a rule knows is out. A thread of
comments runs from its heading to the end. What is left is prose or not by its shape, and the best
path through prose and not-prose keeps a lone subheading inside an article and drops a lone long
teaser inside a list of links: shallow text features decide as in Kohlschütter, Fankhauser and Nejdl,
"Boilerplate detection using shallow text features" (WSDM 2010), the path as in a two-state Viterbi.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from summarize.model import RemovalReason
from summarize.read.boilerplate import (
    COMMENT_SIGN,
    COMMENTS_HEADING,
    RELATED_HEADING,
    line_reason,
)

Verdict = RemovalReason | None
"""Why a line is removed; None for a line of the body."""


class Judgement(NamedTuple):
    """What a line is by rule, whether it lies within the body, and the verdict of both."""

    rule: Verdict
    in_body: bool
    verdict: Verdict


_STOPPED = re.compile(r"[.!?…:;,。！？؟।][\"'”’»)\]]*$")
_CUT = re.compile(r"(?:\.\.\.|…|\[…\]|\[\.\.\.\])$")
_SEPARATORS = re.compile(r"[|»›•·]|\s/\s")

_COMMENT_SIGN_REACH = 25
_OPEN_TO_COMMENT: frozenset[Verdict] = frozenset({None, "date line", "byline", "credit"})
_MIN_BODY_WORDS_ABOVE_COMMENTS = 40

# Costs of leaving and entering the body, in the units of `_prose_score`.
_BEGIN, _LEAVE, _RETURN = 1.0, 1.5, 2.5
_RULED_OUT = -0.6


def judge_lines(lines: Sequence[str], known: Sequence[Verdict] = ()) -> list[Judgement]:
    """Return for each of `lines` whether it is part of the article's body, and if not, why.

    `known` are the reasons that the caller has for some of the lines already.
    """
    given = known or [None] * len(lines)
    rules = [reason or line_reason(line) for reason, line in zip(given, lines, strict=True)]
    _mark_comments(lines, rules)
    _mark_related(lines, rules)
    scores = [
        _RULED_OUT if rule else prose_score(line) for line, rule in zip(lines, rules, strict=True)
    ]
    in_body = _best_path(scores)
    if not any(inside and not rule for inside, rule in zip(in_body, rules, strict=True)):
        in_body = [True] * len(lines)
    first = in_body.index(True) if lines else 0
    return [
        Judgement(rule, inside, rule or (None if inside else _shape_reason(line, number < first)))
        for number, (line, rule, inside) in enumerate(zip(lines, rules, in_body, strict=True))
    ]


def prose_score(line: str) -> float:
    """Return how much `line` looks like a sentence of an article: above 0 for, below 0 against."""
    words = line.split()
    is_stopped = _STOPPED.search(line) is not None
    lower = sum(1 for word in words if word[:1].islower())
    if _CUT.search(line) and len(words) < 30:
        return -1.0
    if _SEPARATORS.search(line) and len(words) < 25:
        return -1.5
    if not any(word[:1].isupper() for word in words):
        return _uncased_score(line, is_stopped)
    if is_stopped:
        return (
            4.0
            if len(words) >= 25
            else 2.5
            if len(words) >= 10
            else 0.8
            if lower * 2 >= len(words)
            else -0.3
        )
    if len(words) >= 25:
        return 1.5
    return 0.0 if len(words) >= 12 and lower * 2 >= len(words) else -1.5


def _uncased_score(line: str, is_stopped: bool) -> float:
    """Scripts without case, and what is written without capitals: length decides."""
    return (2.5 if is_stopped else 0.5) if len(line) >= 40 else 0.3 if is_stopped else -1.5


def _mark_comments(lines: Sequence[str], rules: list[Verdict]) -> None:
    """A heading of comments that stands below an article opens a thread that runs to the end."""
    words_above = 0
    for number, line in enumerate(lines):
        if words_above >= _MIN_BODY_WORDS_ABOVE_COMMENTS and COMMENTS_HEADING.match(line):
            following = lines[number + 1 : number + 1 + _COMMENT_SIGN_REACH]
            if not following or any(COMMENT_SIGN.match(other) for other in following):
                rules[number:] = [
                    "comment" if rule in _OPEN_TO_COMMENT else rule for rule in rules[number:]
                ]
                return
        if not rules[number] and prose_score(line) > 0:
            words_above += len(line.split())


def _mark_related(lines: Sequence[str], rules: list[Verdict]) -> None:
    """A heading of links takes the headlines and cut teasers below it, up to the next prose."""
    is_open = False
    for number, line in enumerate(lines):
        if RELATED_HEADING.match(line):
            is_open = True
        elif rules[number] is None and prose_score(line) > 0:
            is_open = False
        if is_open and rules[number] is None:
            rules[number] = "related headline"


def _best_path(scores: Sequence[float]) -> list[bool]:
    """Return for each line whether it is in the body on the path with the highest sum."""
    before, body, after = 0.0, -_BEGIN, float("-inf")
    steps: list[tuple[str, str]] = []
    for number, score in enumerate(scores):
        came_to_body = (
            max(
                (body, "body"),
                (before - (_BEGIN if number else 0), "before"),
                (after - _RETURN, "after"),
            )
            if number
            else (-_BEGIN, "before")
        )
        came_to_after = (
            max((after, "after"), (body - _LEAVE, "body")) if number else (float("-inf"), "after")
        )
        steps.append((came_to_body[1], came_to_after[1]))
        body, after = came_to_body[0] + score, came_to_after[0]
    state = max((body, "body"), (after, "after"), (before, "before"))[1]
    path: list[bool] = []
    for from_body, from_after in reversed(steps):
        path.append(state == "body")
        state = from_body if state == "body" else from_after if state == "after" else "before"
    return path[::-1]


def _shape_reason(line: str, is_above: bool) -> RemovalReason:
    """What a line outside of the body is, where no rule names it."""
    if is_above:
        return "navigation"
    return "related headline" if len(line.split()) > 3 else "navigation"
