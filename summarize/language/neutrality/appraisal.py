"""What is praised and what is found wanting: judgements by dimension, and of which sign.

Two sources that judge the same thing on one dimension with opposite signs disagree about its
character. The dimensions follow what news actors argue about, after Martin & White (2005), The
Language of Evaluation: capacity, propriety, veracity, tenacity and the worth of things.
"""

from typing import NamedTuple

from summarize.language.document import Document

_TABLE = {
    "capability": (
        (
            "skilled skilful skillful professional professionalism prepared well-prepared trained "
            "well-trained capable competent competence effective experienced qualified talented"
        ),
        (
            "untrained ill-trained inexperienced inadequate inadequacy incompetent incompetence "
            "ineffective unprepared ill-prepared unskilled unqualified unfit"
        ),
    ),
    "resolve": (
        (
            "brave bravery courage courageous heroic heroism resilient resilience steadfast "
            "steadfastness determined motivated disciplined loyal fortitude"
        ),
        "cowardly demoralised demoralized reluctant disloyal unmotivated undisciplined hesitant",
    ),
    "legality": (
        "legal lawful legitimate constitutional legality legitimacy",
        "illegal unlawful illegitimate unconstitutional illegality criminal",
    ),
    "fairness": (
        "fair free transparent just equitable impartial",
        "unfair rigged fraudulent unjust biased flawed sham",
    ),
    "success": (
        "success successful victory triumph breakthrough progress",
        "failure unsuccessful failed defeat setback fiasco collapse",
    ),
    "safety": ("safe secure harmless", "unsafe dangerous hazardous toxic reckless"),
    "truth": (
        "true truthful accurate genuine authentic factual credible",
        "false untrue inaccurate fake fabricated baseless unfounded misleading hoax propaganda",
    ),
    "justification": (
        "justified necessary proportionate warranted reasonable",
        "unjustified unnecessary disproportionate unwarranted unprovoked unreasonable excessive",
    ),
    "worth": (
        "beneficial helpful popular welcome affordable sustainable",
        "harmful damaging disastrous devastating unpopular unaffordable unsustainable wasteful",
    ),
    "peacefulness": ("peaceful calm orderly nonviolent", "violent chaotic riotous"),
}
_SIGNED = {
    word: (dimension, sign)
    for dimension, sides in _TABLE.items()
    for sign, words in zip((1, -1), sides, strict=True)
    for word in words.split()
}
_REVERSERS = frozenset(
    "not n't n’t never no barely hardly scarcely poorly badly insufficiently lack lacks "
    "lacked lacking without".split()
)
_REACH = 2
"""A reverser stands at most so many words before what it reverses ("not very safe")."""


class Appraisal(NamedTuple):
    """A judgement at `start:end`: on which dimension, and whether it praises (1) or faults (-1)."""

    start: int
    end: int
    dimension: str
    sign: int


def find_appraisals(document: Document, start: int, end: int) -> list[Appraisal]:
    """Return the judgements of the span `start:end`, in order."""
    tokens = document.tokens_between(start, end)
    found: list[Appraisal] = []
    for place, token in enumerate(tokens):
        signed = _SIGNED.get(token.low) or _SIGNED.get(token.lemma)
        if signed is None:
            continue
        dimension, sign = signed
        before = {word.low for word in tokens[max(0, place - _REACH) : place]}
        reversed_sign = -sign if before & _REVERSERS else sign
        found.append(Appraisal(token.start, token.end, dimension, reversed_sign))
    return found
