"""Whether a verb says that something rose or fell by so much.

"Rose by 3%", "fell 4%", "shares down 11.9%". Not "rose to 3%", and not "a 3% rise", where the noun
says so itself.
"""

from typing import Literal

from summarize.language.quantities.phrases import Words

Change = Literal["up", "down"]

_RISES = frozenset(
    "rise climb gain jump surge soar increase grow advance rally leap spike swell hike "
    "rebound expand accelerate balloon skyrocket tick strengthen firm appreciate recover bounce "
    "rocket improve escalate multiply mushroom".split()
)
_FALLS = frozenset(
    "fall drop lose decline decrease plunge plummet tumble slide slip sink shed shrink slump dip "
    "cut reduce dive ease contract retreat slash trim crash weaken lower slow narrow diminish "
    "dwindle depreciate soften crater recede wane deteriorate decelerate nosedive devalue".split()
)
_RAISES_BY = frozenset("raise lift boost".split())
"""Rises only with "by": who raises $15 million has it."""
_MOVES = frozenset(
    "be 's remain stay trade finish end close edge move tick creep inch go ,".split()
)
_BEFORE_SIZE = frozenset("by as another a an further additional roughly".split())
_OBJECT_REACH = 6


def change_before(tokens: Words, first: int) -> Change | None:
    """Return the direction of the change whose size begins at token `first`, if it is one."""
    k = first - 1
    while k >= 0 and tokens[k].low in _BEFORE_SIZE:
        k -= 1
    if k < first - 1 and tokens[k + 1].low == "by":
        reached = range(k, max(-1, k - _OBJECT_REACH), -1)
        if any(tokens[n].lemma in _RAISES_BY for n in reached):
            return "up"
        return next((d for n in reached if (d := _direction(tokens, n))), None)
    return _direction(tokens, k) if k >= 0 else None


def change_by_sign(before: Words, sign: str) -> Change | None:
    """Return the direction that a sign gives a share right behind a name: "FTSE -0.6%, DAX +1%"."""
    named = before[-2:-1] if sign == "+" else before[-1:]
    is_listed = bool(named) and (named[0].tag.startswith("NN") or named[0].text == "(")
    return _SIGNS.get(sign) if is_listed else None


def _direction(tokens: Words, k: int) -> Change | None:
    word = tokens[k]
    if word.low in ("up", "down"):
        is_motion = k == 0 or tokens[k - 1].lemma in _MOVES or tokens[k - 1].tag.startswith("NN")
        return _SENSES[word.low] if is_motion else None
    if word.lemma in _RISES:
        return "up"
    return "down" if word.lemma in _FALLS else None


_SENSES: dict[str, Change] = {"up": "up", "down": "down"}
_SIGNS: dict[str, Change] = {"+": "up", "-": "down", "−": "down"}
