"""What a level is the level of, where the number itself has no noun.

"The number of patients rose to 40", "they put the cost of the works at $3m", "the toll stood at 9".
"""

from summarize.language.quantities.clauses import Clauses
from summarize.language.quantities.phrases import Words, phrase_at

_TALLIES = frozenset("toll number total tally count figure headcount turnout".split())
_BARE_TALLIES = frozenset("number total count figure".split())
"""Those that say nothing without what they are of."""
_PUTS = frozenset("put set estimate place peg reckon value price assess calculate".split())
_MEASURED_BY = frozenset("cost value price toll bill size scale".split()) | _TALLIES
_LEVELS = frozenset("be reach exceed top pass hit near approach surpass".split())
_MOVES = frozenset(
    "rise climb grow jump increase soar surge swell fall drop decline sink dwindle shrink come "
    "bring take raise push lift cut reduce".split()
)
_RELATIVES = frozenset("that who whom which whose".split())
_STOPS = frozenset("; :".split())


def tallied(clauses: Clauses, first: int) -> Words:
    """Return what the bare number at token `first` gives the number or toll of, or nothing."""
    if put := put_at(clauses, first):
        return put
    k = first - 1
    while k >= 0 and clauses.tokens[k].tag.startswith("RB"):
        k -= 1
    if k < 0 or not _gives_level(clauses, k):
        return ()
    for j in range(k, -1, -1):
        token = clauses.tokens[j]
        if token.text in _STOPS:
            break
        if token.lemma in _TALLIES and token.tag.startswith("NN") and clauses.low(j - 1) != "a":
            return _content(clauses, j)
    return ()


def put_at(clauses: Clauses, first: int) -> Words:
    """Return the object of "put … at" right before token `first`, past any relative clause."""
    tokens = clauses.tokens
    if clauses.low(first - 1) != "at":
        return ()
    verb = next(
        (
            k
            for k in range(first - 2, -1, -1)
            if tokens[k].lemma in _PUTS and tokens[k].tag.startswith("V")
        ),
        None,
    )
    named = phrase_at(tokens, verb + 1) if verb is not None else ()
    if not named:
        return ()
    end = clauses.end_of(named, first)
    between = tokens[end : first - 1]
    is_relative = any(token.low in _RELATIVES for token in between)
    if any(t.text in _STOPS or (t.tag.startswith("V") and not is_relative) for t in between):
        return ()
    return _content(clauses, end - 1) if named[-1].lemma in _MEASURED_BY else named


def _gives_level(clauses: Clauses, k: int) -> bool:
    """Say whether token `k` leads to a level: "stood at", "rose to", "fell by", "was"."""
    tokens = clauses.tokens
    if tokens[k].tag.startswith("V"):
        return tokens[k].lemma in _LEVELS | _MOVES
    if tokens[k].low not in ("to", "at", "by"):
        return False
    return any(token.tag.startswith("V") for token in tokens[:k])


def _content(clauses: Clauses, j: int) -> Words:
    """Return what the tally at token `j` is of, or its own name ("death toll")."""
    tokens = clauses.tokens
    if clauses.low(j + 1) == "of" and (phrase := phrase_at(tokens, j + 2)):
        return phrase
    start = j
    while start > 0 and tokens[start - 1].tag.startswith(("NN", "JJ")):
        start -= 1
    return () if tokens[j].lemma in _BARE_TALLIES else tokens[start : j + 1]
