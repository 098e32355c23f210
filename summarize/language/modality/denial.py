"""Denials: somebody says that a statement is not so.

"Denied the report" is one, "denied bail" is none; "rejected the claim" is one, "rejected the offer"
is none. So the thing rejected decides, not the verb alone.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from summarize.language.document import Document, Token

_ALWAYS = frozenset("refute rebut contradict debunk disavow repudiate".split())
_OF_CLAIMS = frozenset("reject dismiss dispute contest challenge counter rubbish".split())
_WITH_PARTICLE = {"push": "back", "hit": "back", "shoot": "down", "play": "down", "fire": "back"}
_CLAIMS = frozenset(
    "claim allegation accusation assertion report suggestion notion idea criticism account "
    "statement rumor rumour narrative characterization characterisation finding version argument "
    "comment theory speculation insinuation story contention conclusion figure estimate number "
    "label description point view premise".split()
)
_FALSE = (
    r"false|untrue|baseless|unfounded|groundless|fabricated|lies|a\slie|disinformation|fake\snews"
)
_ABUSED = rf"{_FALSE}|propaganda|nonsense|fake|fiction|absurd|ridiculous|slander|misinformation"
_WITHHELD = frozenset(
    "bail entry access visa permission request appeal motion application parole coverage treatment "
    "asylum care service right opportunity admission chance justice citizenship boarding benefit "
    "food water medicine aid petition relief".split()
)
"""What is denied to somebody, which is no statement."""
COURTS = frozenset("court judge tribunal justice jury magistrate".split())
"""Who rules where others deny: a court that rejects a claim settles a suit."""
_REACH = 8
"""Tokens between a verb and the claim that it rejects."""
_NEAR = 4
"""Tokens from a verb in which its subject or agent stands."""

_PHRASE = re.compile(
    rf"""(?<!\w)(?:
        (?:is|are|was|were|be|being|['’]s)\s(?:\w+ly\s|all\s)?(?:{_FALSE})
      | (?:dismiss|reject|denounc|describ|label)\w*\s(?:\S+\s){{1,8}}as\s(?:\w+ly\s)?(?:{_ABUSED})
      | (?:is|are|was|were)(?:\snot|n['’]t)\s(?:simply\s|at\sall\s)?(?:true|the\scase)
      | no\struth\s(?:in|to|whatsoever) | den(?:y|ies|ied|ying)\s(?:any|all)\b
      | denials?(?!\sof\s(?:service|access|care|entry|justice|bail|climate)\b)
    )(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
_NO_DENIAL = re.compile(r"(?i)(?:holocaust|climate|election|in|plausible)[\s-]$")


def find_denials(
    document: Document, start: int, end: int, negated: Collection[int]
) -> Iterator[tuple[int, int]]:
    """Yield the spans of the words that deny in `start:end`.

    `negated` holds the offsets of words under a negation: who "did not deny" denies nothing.
    """
    for match in _PHRASE.finditer(document.text, start, end):
        if not _NO_DENIAL.search(document.text, max(0, match.start() - 12), match.start()):
            yield match.span()
    tokens = document.tokens_between(start, end)
    for i, token in enumerate(tokens):
        if token.start not in negated and _is_denying(tokens, i):
            yield token.start, token.end


def _is_denying(tokens: Sequence[Token], i: int) -> bool:
    lemma = tokens[i].lemma
    if not tokens[i].tag.startswith(("V", "NNS")):
        return False
    if lemma == "deny":
        return _denies_statement(tokens, i)
    if lemma in _ALWAYS:
        return True
    particle = _WITH_PARTICLE.get(lemma)
    if particle and any(token.low == particle for token in tokens[i + 1 : i + 3]):
        return _has_claim(tokens[i + 1 : i + 2 + _REACH])
    if lemma not in _OF_CLAIMS or _is_ruling(tokens, i):
        return False
    is_passive = any(token.lemma == "be" for token in tokens[max(0, i - 3) : i])
    about = tokens[max(0, i - _REACH - 4) : i] if is_passive else tokens[i + 1 : i + 1 + _REACH]
    return _has_claim(about)


def _is_ruling(tokens: Sequence[Token], i: int) -> bool:
    """Say whether a court stands before the verb, or behind its "by"."""
    by = next((k for k in range(i + 1, min(len(tokens), i + 4)) if tokens[k].low == "by"), i)
    behind = tokens[by : by + _NEAR] if by > i else ()
    return any(token.lemma.lower() in COURTS for token in (*tokens[max(0, i - _NEAR) : i], *behind))


def _denies_statement(tokens: Sequence[Token], i: int) -> bool:
    is_passive = any(token.lemma == "be" for token in tokens[max(0, i - 2) : i])
    if is_passive:
        return _has_claim(tokens[max(0, i - _REACH) : i])
    return not any(token.lemma in _WITHHELD for token in tokens[i + 1 : i + 4])


def _has_claim(tokens: Sequence[Token]) -> bool:
    return any(token.lemma in _CLAIMS and token.tag.startswith("N") for token in tokens)
