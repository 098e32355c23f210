"""The words that report speech: verbs with their auxiliaries, nouns, "according to"."""

from dataclasses import dataclass
from typing import Literal

from summarize.language.morphology import lemma_of
from summarize.language.quotations.estimates import estimate_end, passive_estimate_end
from summarize.language.quotations.lines import Line
from summarize.language.speech_verbs import (
    FINDERS,
    FINDING_VERBS,
    LIGHT_VERBS,
    PHRASAL_HEADS,
    PREPOSITIONS,
    SPEECH_NOUNS,
    SPEECH_VERBS,
)
from summarize.language.verb_forms import BE, FINITE, HAVE

Form = Literal["finite", "participle", "infinitive", "passive", "noun", "preposition"]
_AUXILIARIES = (
    BE
    | HAVE
    | frozenset(
        "do does did will 'll ’ll wo ca would could should might may can must shall to".split()
    )
)
_HYPOTHETICAL = frozenset("would could should might may can must shall ca".split())
_NOT = frozenset("not n't n’t never".split())
_REFUSING = frozenset("decline refuse fail stop avoid neglect".split())
_GOING_ON = frozenset("go continue begin start proceed rush seek appear seem".split())
_INVITING = frozenset('that “ " ‘ : ‟'.split())
_ASPECTUAL = frozenset("continue begin".split())
_LONG = 4
_HEADLINE_SHARE = 0.6
"""Share of words of four letters or more that a headline capitalises."""

_TALES = frozenset("lie truth story tale joke difference".split())
_NEAR = 6
"""Tokens within which a weak verb must meet its "that" or its quotation."""

_FARTHEST_WORDS = 8
_FARTHEST_SAYING = 14
"""Tokens in which "quoted" must meet its "as saying"; a name with its title fits between."""

_NOMINAL = frozenset("NNP NN NNS PRP NNPS RB WP".split())
_LIKE_PAST = frozenset("read put set cut hit".split())


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word or group: tokens `start:end` of its line, `head` being the verb or noun.

    `is_finding` tells that results or researchers stand before it: "the poll found voters split".
    """

    lemma: str
    form: Form
    start: int
    end: int
    head: int
    is_negated: bool = False
    is_finding: bool = False


def find_cues(line: Line) -> list[Cue]:
    """Return the cues of `line` in order; what stands inside quotation marks is not read."""
    cues: list[Cue] = []
    is_headline = _is_headline(line)
    for i, token in enumerate(line.tokens):
        if line.quoted[i] is not None or (cues and i < cues[-1].end):
            continue
        if i > 0 and token.text[0].isupper() and not is_headline:
            continue
        cue = _preposition(line, i) or _verb(line, i) or _noun(line, i)
        if cue is not None:
            cues.append(cue)
    return cues


def _is_headline(line: Line) -> bool:
    words = [
        token.text for token in line.tokens if len(token.text) >= _LONG and token.text.isalpha()
    ]
    return sum(word[0].isupper() for word in words) >= _HEADLINE_SHARE * len(words)


_BY_FIRST_WORD = {
    first: tuple(words for words in PREPOSITIONS if words[0] == first)
    for first in {words[0] for words in PREPOSITIONS}
}


def _preposition(line: Line, i: int) -> Cue | None:
    for words in _BY_FIRST_WORD.get(line.low(i), ()):
        if all(line.low(i + k) == word for k, word in enumerate(words)):
            end = i + len(words)
            return Cue(" ".join(words), "preposition", i, end, i)
    if line.low(i) == "as":
        return _as_reported_by(line, i)
    return _in_words(line, i) if line.low(i) == "in" else None


def _in_words(line: Line, i: int) -> Cue | None:
    """Return "in his own words" or "in the mayor's words", beside the quotation of those words."""
    for end in range(i + 2, i + _FARTHEST_WORDS):
        if line.low(end) != "words" or not line.is_outside(end):
            continue
        owner = end - 1 - (line.low(end - 1) == "own")
        if line.tag(owner) == "POS" or (line.tag(owner) == "PRP$" and owner == i + 1):
            return Cue("in the words of", "preposition", i, end + 1, owner)
    return None


def _as_reported_by(line: Line, i: int) -> Cue | None:
    """Return "as pointed out by", which names a source like "according to"."""
    lemma = lemma_of(line.low(i + 1), "VBN")
    by = next((k for k in (i + 2, i + 3) if line.low(k) == "by"), None)
    phrasal = f"{lemma} {line.low(i + 2)}"
    known = phrasal if phrasal in SPEECH_VERBS else lemma
    if by is None or known not in SPEECH_VERBS or line.tag(i + 1) not in ("VBN", "VBD"):
        return None
    return Cue(known, "preposition", i, by + 1, i + 1)


def _noun(line: Line, i: int) -> Cue | None:
    token = line.tokens[i]
    if token.tag not in ("NN", "NNS"):
        return None
    verb = SPEECH_NOUNS.get(token.lemma)
    return Cue(verb, "noun", i, i + 1, i) if verb else None


def _verb(line: Line, i: int) -> Cue | None:
    tag, lemma = _read_as_verb(line, i)
    phrasal = f"{lemma} {line.low(i + 1)}"
    end = i + 1
    if lemma in PHRASAL_HEADS and phrasal in SPEECH_VERBS:
        lemma = phrasal
        end = i + 3 if line.low(i + 2) in ("against", "at") else i + 2
    if lemma not in SPEECH_VERBS and lemma not in LIGHT_VERBS:
        return None
    start, group = _auxiliaries(line, i)
    if lemma in ("quote", "cite"):
        saying = _as_saying(line, i)
        if saying is not None:
            is_participle = tag == "VBG" and not set(group) & BE
            return Cue("say", "participle" if is_participle else "finite", start, saying, i)
    is_finding = _is_finding(line, i)
    if _is_idle(line, lemma, i, end) and not (is_finding and lemma in FINDING_VERBS):
        return None
    form = _form(line, i, tag, group)
    if form is None:
        return None
    words = set(group)
    is_negated = bool(words & _NOT)
    if form == "infinitive":
        governor = _governor(line, start)
        if governor is None:
            return None
        start, is_negated = governor
        form = "finite"
    elif words & _HYPOTHETICAL and not is_negated:
        return None
    return Cue(lemma, form, start, end, i, is_negated, is_finding)


def _as_saying(line: Line, i: int) -> int | None:
    """Return the end of "as saying" behind "quoted (by) somebody", None where it is not there."""
    for k in range(i + 1, i + _FARTHEST_SAYING):
        if line.tag(k) in FINITE or not line.is_outside(k):
            return None
        if line.low(k) == "as" and line.low(k + 1) in ("saying", "telling", "stating"):
            return k + 2
    return None


def _is_finding(line: Line, i: int) -> bool:
    return any(
        line.tokens[k].lemma in FINDERS for k in range(max(0, i - _NEAR), i) if line.is_outside(k)
    )


def _is_idle(line: Line, lemma: str, i: int, end: int) -> bool:
    """Say whether a verb that also means other things lacks what makes it report here."""
    if line.low(i - 1) in ("neither", "nor", "without"):
        return True
    if lemma in _ASPECTUAL and line.low(end) in ("to", "on"):
        return True
    if lemma == "tell" and any(token.lemma in _TALES for token in line.tokens[end : end + 3]):
        return True
    verb = SPEECH_VERBS.get(lemma)
    frames = verb.frames if verb else frozenset()
    if frames == {"figure"}:
        return estimate_end(line, end) is None and passive_estimate_end(line, i) is None
    if frames == {"quote"} or frames <= {"that", "quote"}:
        near = range(max(0, i - _NEAR), min(len(line.tokens), end + _NEAR))
        if any(line.quoted[k] is not None for k in near):
            return False
        return "that" not in frames or not any(line.low(k) == "that" for k in near if k > i)
    return False


def _read_as_verb(line: Line, i: int) -> tuple[str, str]:
    """Return tag and lemma of the token at `i` as a verb; the tagger takes some for nouns."""
    token = line.tokens[i]
    if token.tag[0] == "V":
        return token.tag, token.lemma
    if token.low == "read" and line.tag(i - 1) in ("NN", "NNS"):
        return "VBD", "read"
    before = line.tag(i - 1)
    if token.tag in ("NNS", "NN", "JJ", "NNP") and before in _NOMINAL:
        tag = "VBZ" if token.low.endswith("s") else "VBD" if token.low.endswith("ed") else "VBP"
        lemma = lemma_of(token.low, tag)
        follows = line.low(i + 1) in _INVITING or line.tag(i + 1) == "PRP"
        if follows and lemma in SPEECH_VERBS and (tag != "VBP" or before in ("NNS", "PRP", "NNPS")):
            return tag, lemma
    return token.tag, ""


def _auxiliaries(line: Line, i: int) -> tuple[int, list[str]]:
    """Return where the verb group of the verb at `i` begins and its words before the verb."""
    start = i
    while start > 0 and line.is_outside(start - 1):
        low, tag = line.low(start - 1), line.tag(start - 1)
        is_auxiliary = low in _AUXILIARIES and not (low in ("'s", "’s") and tag == "POS")
        is_adverb = tag == "RB" and low not in ("here", "there", "later", "then", "as")
        if not (is_auxiliary or is_adverb or low in _NOT):
            break
        start -= 1
    while start < i and line.tag(start) == "RB" and line.low(start) not in _NOT:
        start += 1
    return start, [line.low(k) for k in range(start, i)]


def _form(line: Line, i: int, tag: str, group: list[str]) -> Form | None:
    words = set(group)
    if "to" in words:
        return "infinitive" if not words & BE else None
    if tag == "VBG":
        return "finite" if words & BE else "participle"
    if tag in ("VBN", "VBD") and words & BE and not words & (HAVE - BE):
        return "passive"
    if tag in ("VBN", "VBD") and {"been", "being"} & words:
        return "passive"
    if tag in ("VBN", "VBD") and not words and line.low(i + 1) == "by":
        return "passive"
    if tag == "VB" and not words & _AUXILIARIES:
        is_plural = line.tag(i - 1) in ("NNS", "NNPS", "PRP", "WP")
        return "finite" if is_plural or line.low(i) in _LIKE_PAST else None
    return "finite"


def _governor(line: Line, to: int) -> tuple[int, bool] | None:
    """Return where "went on to say" or "declined to say" begins, and whether it says nothing."""
    i = to - 1
    if line.low(i) == "on":
        i -= 1
    token = line.tokens[i] if i >= 0 else None
    if token is None or token.tag[0] != "V" or not line.is_outside(i):
        return None
    start, group = _auxiliaries(line, i)
    if token.lemma in _REFUSING:
        return start, True
    if token.lemma in _GOING_ON and token.tag in FINITE:
        return start, bool(set(group) & _NOT)
    return None
