"""What became of those counted: killed, wounded, arrested, displaced, destroyed, deployed.

A count without it can be merged with the wrong one: "1,000 troops" sent and 1,000 killed.
"""

from summarize.language.document import Token
from summarize.language.quantities.phrases import Words

_FORMS = frozenset(
    "killed murdered slain massacred executed beheaded wounded injured hurt maimed arrested "
    "detained displaced evacuated captured rescued hospitalized hospitalised infected kidnapped "
    "abducted drowned shot deported stranded trapped jailed imprisoned convicted charged indicted "
    "expelled deployed destroyed damaged intercepted downed released freed liberated repatriated "
    "recruited conscripted vaccinated raped tortured exiled uprooted quarantined poisoned dead "
    "died missing homeless perished martyred mobilised mobilized sickened sacked suspended sent "
    "fled lost".split()
)
_BY_VERB = {
    "send": "sent",
    "lose": "lost",
    "slay": "slain",
    "shoot": "shot",
    "hurt": "hurt",
    "trap": "trapped",
    "kidnap": "kidnapped",
    "expel": "expelled",
}
_BY_NOUN = {
    "lives": "killed",
    "killing": "killed",
    "killings": "killed",
    "murder": "murdered",
    "murders": "murdered",
    "death": "died",
    "deaths": "died",
    "arrest": "arrested",
    "arrests": "arrested",
    "destruction": "destroyed",
    "loss": "lost",
}
_ADJECTIVES = frozenset("dead missing homeless died fled".split())
_BETWEEN = frozenset(
    "who that which were was are is been be being have has had 's ’s also reportedly now still "
    "already both either confirmed believed feared reported said thought known to presumed "
    "would will could may might must should "
    "considered left found seriously critically severely badly later more others , ) and".split()
)
_ADVERBS = frozenset(", also reportedly now still already later seriously badly".split())
"""With no more than these between, "12 people, wounded 30" has a subject and its deed."""
_ASIDE_MARKS = {",": ",", "(": ")", "–": "–", "—": "—", "--": "--"}
_JOINING = ("CC", "VBD", "VBZ", "VBP", "MD")
_REACH = 6
_ASIDE_REACH = 14


def is_fate(word: str) -> bool:
    """Say whether a count of "dead", "wounded" or "missing" leaves out whom it counts."""
    return word.lower() in _FORMS


def fate_after(tokens: Words, i: int) -> Words:
    """Return what is said behind token `i` of those just counted: "both killed and wounded"."""
    i = _past_aside(tokens, i)
    k = i
    while k < len(tokens) and k - i < _REACH and _may_stand_between(tokens[k]):
        k += 1
    is_new_clause = any(t.low == "and" for t in tokens[i:k])
    if k >= len(tokens) or tokens[k].low not in _FORMS or is_new_clause:
        return ()
    end = k + 1
    is_bare = all(token.low in _ADVERBS for token in tokens[i:k])
    is_active = is_bare and tokens[k].low not in _ADJECTIVES
    if (
        is_active
        and end < len(tokens)
        and tokens[end].tag.startswith(("CD", "DT", "PRP", "NN", "JJ"))
    ):
        return ()
    joined = end + 1 < len(tokens) and tokens[end].low in ("and", "or", "and/or")
    if joined and tokens[end + 1].low in _FORMS:
        end += 2
    if end < len(tokens) and tokens[end - 1].low == "shot" and tokens[end].low == "down":
        end += 1
    return tokens[k:end]


def _may_stand_between(token: Token) -> bool:
    """Say whether a word leads on to what befell those counted: "were", "safely"."""
    return token.low in _BETWEEN or (token.tag == "RB" and token.low.endswith("ly"))


def _past_aside(tokens: Words, i: int) -> int:
    """Return the token behind the aside at `i` that an auxiliary follows: ", most of them men,"."""
    closing = _ASIDE_MARKS.get(tokens[i].text) if i < len(tokens) else None
    if closing is None or i + 1 >= len(tokens) or tokens[i + 1].tag in _JOINING:
        return i
    for k in range(i + 2, min(i + _ASIDE_REACH, len(tokens) - 1)):
        if tokens[k].text == closing:
            resumed = tokens[k + 1]
            if resumed.lemma in ("be", "have") or resumed.low in ("died", "fled"):
                return k + 1
    return i


def fate_before(tokens: Words, i: int) -> str:
    """Return the participle of the verb whose object begins at token `i` ("killing" 12), or ""."""
    if i > 1 and tokens[i - 1].low == "of" and tokens[i - 2].low in _BY_NOUN:
        return _BY_NOUN[tokens[i - 2].low]
    k = i - 1
    while k >= 0 and i - k < 4 and tokens[k].tag in ("RB", "RP", "DT", "JJR"):
        k -= 1
    if k < 0 or (tokens[k].tag.startswith(("NN", "JJ")) and tokens[k].low not in _FORMS):
        return ""
    token = tokens[k]
    if token.low in _FORMS and token.low not in _ADJECTIVES:
        is_downed = token.low == "shot" and tokens[k + 1].low == "down"
        return "shot down" if is_downed else token.low
    verb = token.lemma if token.tag.startswith("VB") else ""
    form = _BY_VERB.get(verb) or (f"{verb}d" if verb.endswith("e") else f"{verb}ed")
    return form if form in _FORMS else ""
