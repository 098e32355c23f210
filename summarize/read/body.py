"""Where the article is among the lines of a page.

Three readings of each line are weighed together. A line that a rule knows is out. A thread of
comments runs from its heading to the end. What is left is prose or not by its shape, and the best
path through prose and not-prose keeps a lone subheading inside an article and drops a lone long
teaser inside a list of links. Shallow text features decide as in Kohlschütter, Fankhauser and
Nejdl, "Boilerplate detection using shallow text features" (WSDM 2010); the path is Viterbi's.
"""

import functools
import math
import re
from collections.abc import Sequence
from operator import itemgetter
from typing import Literal, NamedTuple

from summarize.model import RemovalReason
from summarize.read.boilerplate import (
    COMMENT_SIGN,
    COMMENT_SIGNATURE,
    COMMENTS_CLOSED,
    COMMENTS_HEADING,
    LETTER_SIGNATURE,
    RELATED_HEADING,
    line_rule,
)

Verdict = RemovalReason | None
"""Why a line is removed; None for a line of the body."""


class Judgement(NamedTuple):
    """What a line is by rule, whether it lies within the body, and the verdict of both."""

    rule: Verdict
    in_body: bool
    verdict: Verdict


_State = Literal["before", "body", "after"]

_STOPPED = re.compile(r"[.!?…:;,。！？؟।][\"'”’»)\]]*$")
_CUT = re.compile(r"(?:\.\.\.|…|\[…\]|\[\.\.\.\])$")
_LIST_ITEM = re.compile(r"(?:[-–—*•·▪◦‣]|\(?\d{1,2}[.)])\s?\w")
_SEPARATORS = re.compile(r"[|»›]|\w\s?[•·]\s?\w|\s/\s")

_SIGN_REACH = 25
_MIN_SIGNATURES = 2
_MAX_MENU_WORDS = 6
_SIGNATURE_REACH = 8
_MIN_LETTERS = 4
_OPEN_TO_COMMENT: frozenset[Verdict] = frozenset({None, "date line", "byline", "credit"})
_MIN_WORDS_ABOVE_THREAD = 40


_SUSPECT = -2.0
"""A line that a weak rule knows goes at the ends of the body and stays between paragraphs."""


class Weights(NamedTuple):
    """What it costs to begin, leave and return to the body, in the units of `prose_score`.

    `ruled_out` is what a line known by a rule tells of its neighbours; `doubt` scales what speaks
    against a line; a body of no more than `least_share` of the words is
    no finding, and all stays. Measured on hand-labelled news pages, as text and as HTML.
    """

    begin: float
    leave: float
    back: float
    ruled_out: float
    doubt: float
    least_share: float


Layout = Literal["pasted", "extracted"]
"""Text with all that stood around it, or text that was chosen by its markup already."""

WEIGHTS: dict[Layout, Weights] = {
    "pasted": Weights(begin=1.0, leave=1.5, back=2.5, ruled_out=-0.6, doubt=1.0, least_share=0.0),
    "extracted": Weights(
        begin=3.0, leave=3.0, back=3.0, ruled_out=-0.3, doubt=0.02, least_share=0.5
    ),
}


def judge_lines(
    lines: Sequence[str], known: Sequence[Verdict] = (), layout: Layout = "pasted"
) -> list[Judgement]:
    """Return for each of `lines` whether it is part of the article's body, and if not, why.

    `known` are the reasons that the caller has for some of the lines already.
    """
    found = [line_rule(line) for line in lines]
    weak = [rule.reason if rule and rule.is_weak else None for rule in found]
    firm = [rule.reason if rule and not rule.is_weak else None for rule in found]
    rules = [given or own for given, own in zip(known or [None] * len(lines), firm, strict=True)]
    _mark_comments(lines, rules)
    _mark_related(lines, rules)
    in_body = _best_path(_scores(lines, rules, weak, WEIGHTS[layout]), WEIGHTS[layout])
    if _share_kept(lines, rules, in_body) <= WEIGHTS[layout].least_share:
        in_body = [True] * len(lines)
    first = in_body.index(True) if lines else 0
    return [
        Judgement(
            rules[number],
            inside,
            rules[number]
            or (None if inside else weak[number] or _shape_reason(line, number < first)),
        )
        for number, (line, inside) in enumerate(zip(lines, in_body, strict=True))
    ]


def _share_kept(lines: Sequence[str], rules: Sequence[Verdict], in_body: Sequence[bool]) -> float:
    """The share of the words no rule knows that lie in the body."""
    free = kept = 0
    for line, rule, inside in zip(lines, rules, in_body, strict=True):
        words = 0 if rule else len(line.split())
        free += words
        kept += words if inside else 0
    return kept / max(free, 1)


def _scores(
    lines: Sequence[str], rules: Sequence[Verdict], weak: Sequence[Verdict], weights: Weights
) -> list[float]:
    """How much each line speaks for the body at its place."""
    scores: list[float] = []
    for line, rule, suspicion in zip(lines, rules, weak, strict=True):
        score = _SUSPECT if suspicion else prose_score(line)
        own = score if score > 0 or suspicion else score * weights.doubt
        scores.append(weights.ruled_out if rule else own)
    return scores


@functools.lru_cache(maxsize=4096)  # a page is read in two passes or more
def prose_score(line: str) -> float:
    """Return how much `line` looks like a sentence of an article: above 0 for, below 0 against."""
    words = line.split()
    is_stopped = _STOPPED.search(line) is not None
    is_mostly_lower = 2 * sum(1 for word in words if word[:1].islower()) >= len(words)
    if _CUT.search(line) and len(words) < 30:
        return -1.0
    if _SEPARATORS.search(line) and len(words) < 25:
        return -1.5
    if _LIST_ITEM.match(line) and not is_stopped:
        return -0.4
    if not any(word[:1].isupper() for word in words):
        return _uncased_score(line, is_stopped)
    if is_stopped and len(words) >= 10:
        return 4.0 if len(words) >= 25 else 2.5
    if is_stopped:
        return 0.8 if is_mostly_lower else -0.3
    if len(words) >= 25:
        return 1.5
    if is_mostly_lower and len(words) >= 12:
        return 0.0
    return -1.5


def _uncased_score(line: str, is_stopped: bool) -> float:
    """Scripts without case, and what is written without capitals: length decides."""
    return (2.5 if is_stopped else 0.5) if len(line) >= 40 else 0.3 if is_stopped else -1.5


def _mark_comments(lines: Sequence[str], rules: list[Verdict]) -> None:
    """A thread of comments below an article runs to the end, or to a heading of links."""
    start = _thread_start(lines, rules)
    if start is None:
        return
    is_open = True
    for number in range(start, len(lines)):
        if COMMENTS_HEADING.match(lines[number]) or COMMENT_SIGNATURE.match(lines[number]):
            is_open = True
        elif RELATED_HEADING.match(lines[number]):
            is_open = False
        if is_open and rules[number] in _OPEN_TO_COMMENT:
            rules[number] = "comment"


def _thread_start(lines: Sequence[str], rules: Sequence[Verdict]) -> int | None:
    """Find the heading of a thread, or the first of two signatures where it has no heading.

    A heading counts below `_MIN_WORDS_ABOVE_THREAD` words of prose (above, it is a link to the
    thread) and with a sign of comments after it (else it is a link as well).
    """
    words_above = 0
    signatures: list[int] = []
    for number, line in enumerate(lines):
        if words_above < _MIN_WORDS_ABOVE_THREAD:
            words_above += (
                len(line.split()) if rules[number] is None and prose_score(line) > 0 else 0
            )
            continue
        following = lines[number + 1 : number + 1 + _SIGN_REACH]
        if COMMENTS_CLOSED.match(line):
            return number
        if COMMENTS_HEADING.match(line) and any(COMMENT_SIGN.match(other) for other in following):
            return number
        if COMMENT_SIGNATURE.match(line):
            signatures.append(number)
            if len(signatures) == _MIN_SIGNATURES:
                return _first_comment(rules, signatures[0])
    return _letters_start(lines, rules)


def _letters_start(lines: Sequence[str], rules: Sequence[Verdict]) -> int | None:
    """Find a thread whose comments are signed as letters are: name and town on a line."""
    signed = [
        number
        for number in range(1, len(lines))
        if LETTER_SIGNATURE.match(lines[number])
        and rules[number] is None
        and prose_score(lines[number - 1]) > 0
    ]
    if len(signed) < _MIN_LETTERS or signed[-1] < len(lines) - _SIGN_REACH:
        return None
    return _first_comment(rules, signed[0])


def _first_comment(rules: Sequence[Verdict], signature: int) -> int:
    """A signature stands below its comment, which begins under the nearest line of a rule."""
    for number in range(signature - 1, max(signature - _SIGNATURE_REACH, 0), -1):
        if rules[number] is not None:
            return number
    return signature


def _mark_related(lines: Sequence[str], rules: list[Verdict]) -> None:
    """A heading of links takes the headlines and cut teasers below it, up to the next prose.

    Where no two paragraphs of prose follow each other any more, full teasers go as well.
    """
    prose = [
        rule is None and prose_score(line) > 0 for line, rule in zip(lines, rules, strict=True)
    ]
    headline = [rule is None and not is_prose for rule, is_prose in zip(rules, prose, strict=True)]
    last_pair = max((n for n in range(1, len(lines)) if prose[n] and prose[n - 1]), default=0)
    is_open = False
    for number, line in enumerate(lines):
        if RELATED_HEADING.match(line):
            is_open = True
        elif prose[number] and (number <= last_pair or not _is_teaser(prose, headline, number)):
            is_open = False
        if is_open and rules[number] is None:
            rules[number] = "related headline"


def _is_teaser(prose: Sequence[bool], headline: Sequence[bool], number: int) -> bool:
    """Whether a line of prose stands alone below a headline."""
    return number > 0 and headline[number - 1] and not any(prose[number + 1 : number + 2])


def _best_path(scores: Sequence[float], weights: Weights) -> list[bool]:
    """Return for each line whether it is in the body on the path with the highest sum."""
    body, after = -weights.begin, -math.inf
    steps: list[tuple[_State, _State]] = []
    for score in scores:
        into_body: list[tuple[float, _State]] = [(body, "body"), (-weights.begin, "before")]
        into_body.append((after - weights.back, "after"))
        into_after: list[tuple[float, _State]] = [(after, "after"), (body - weights.leave, "body")]
        best_body = max(into_body, key=itemgetter(0))
        best_after = max(into_after, key=itemgetter(0))
        steps.append((best_body[1], best_after[1]))
        body, after = best_body[0] + score, best_after[0]
    state: _State = "body" if body >= max(after, 0.0) else "after" if after >= 0.0 else "before"
    path: list[bool] = []
    for from_body, from_after in reversed(steps):
        path.append(state == "body")
        state = from_body if state == "body" else from_after if state == "after" else "before"
    return path[::-1]


def _shape_reason(line: str, is_above: bool) -> RemovalReason:
    """What a line outside of the body is, where no rule names it."""
    if is_above:
        return "navigation" if len(line.split()) <= _MAX_MENU_WORDS else "not the article"
    return "related headline" if len(line.split()) > 3 else "navigation"
