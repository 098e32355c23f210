"""Capitals that stand for governments: "Moscow denied it", not "in Moscow"."""

from collections.abc import Sequence

from summarize.language.document import Token
from summarize.language.names.candidates import Candidate
from summarize.language.speech_verbs import SPEECH_VERBS

_LOCATIVES = frozenset(
    "in at near outside around inside across throughout to into toward towards through over "
    "via within of downtown central".split()
)
_POWERS = frozenset(
    "government military army forces troops ambassador envoy foreign leaders leader leadership "
    "officials official diplomats allies ally policy intentions nuclear ministry parliament "
    "demands proposal invasion claims response statement claim sanctions delegation decision "
    "involvement stance offer interests war regime authorities position security strategy".split()
)


def stands_for_government(candidate: Candidate, words: Sequence[Token]) -> bool:
    """Say whether a capital means its state here: "Moscow denied", not "in Moscow"."""
    before = [word.low for word in words[max(0, candidate.at - 2) : candidate.at]]
    after = words[candidate.at + 1 : candidate.at + 4]
    if len(candidate.words) > 1:
        end = candidate.at + len(candidate.words)
        after = words[end : end + 3]
    if not after or (before and before[-1] in _LOCATIVES):
        return False
    if after[0].low in ("'s", "’s") and len(after) > 1:
        return any(word.low in _POWERS for word in after[1:3])
    if after[0].low in ("and", "or") and before and before[-1] == "between":
        return True
    if before[-1:] in (["by"], ["for"]) and (before[-1] == "by" or after[0].low == "to"):
        return True
    if before[-1:] == ["and"] and len(before) > 1 and before[0] == "between":
        return True
    verb = after[1] if after[0].tag == "RB" and len(after) > 1 else after[0]
    return _is_act_of_state(verb)


_ACTS = frozenset(
    "has had must should would will wants seeks sent may might could did does agreed refused "
    "tried launched imposed sees views fears hopes backs supports opposes signed ordered "
    "deployed 's".split()
)
"""Verbs that, right behind a capital, tell what its government does."""


def _is_act_of_state(verb: Token) -> bool:
    if verb.lemma in SPEECH_VERBS and verb.tag in ("VBD", "VBZ", "VBP", "VBG"):
        return True
    return verb.low in _ACTS
