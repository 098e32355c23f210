"""What a number counts or measures, read off the words around it.

Everything here works on the tagged tokens of one sentence and returns slices of them. Tags are often
wrong about nouns and verbs, so a word right behind a number is given the benefit of the doubt.
"""

from collections.abc import Sequence

from summarize.language.document import Token
from summarize.language.tagging import can_be

Words = Sequence[Token]

_INSIDE = ("NN", "JJ", "VBN", "VBG", "CD", "POS")
_HEADS = ("NN", "NNS", "NNP", "NNPS")
_NO_S_PLURALS = frozenset(
    "people police personnel troops men women children aircraft spacecraft helicopters feet cattle "
    "fish sheep deer staff dead wounded injured crew poor homeless media data lives wives series "
    "species others more clergy gendarmes servicemen servicewomen policemen fishermen firefighters "
    "militia infantry folk youth civilians percent times offspring criteria phenomena bacteria "
    "alumni fungi mice geese teeth".split()
)
_STATES = dict.fromkeys(
    "kill murder slay massacre execute behead wound injure hurt maim arrest detain displace "
    "evacuate capture rescue hospitalize hospitalise infect kidnap abduct drown shoot deport strand "
    "trap jail imprison convict charge indict expel deploy destroy damage intercept down release "
    "free liberate repatriate recruit conscript vaccinate rape torture exile uproot quarantine "
    "poison suspend fire recall mobilise mobilize sicken".split(),
    "",
)
_STATE_FORMS = frozenset(
    "killed murdered slain massacred executed beheaded wounded injured hurt maimed arrested "
    "detained displaced evacuated captured rescued hospitalized hospitalised infected kidnapped "
    "abducted drowned shot deported stranded trapped jailed imprisoned convicted charged indicted "
    "expelled deployed destroyed damaged intercepted downed released freed liberated repatriated "
    "recruited conscripted vaccinated raped tortured exiled uprooted quarantined poisoned dead "
    "died missing homeless unaccounted perished fled martyred mobilised mobilized sickened".split()
)
_PAST = {"slay": "slain", "shoot": "shot", "hurt": "hurt", "die": "died", "flee": "fled"}
_LINKS = frozenset(
    "who that which were was are is been be being have has had 's 're also reportedly now still "
    "already both either confirmed believed feared reported said thought known to presumed "
    "considered left found seriously critically severely badly later were".split()
)
_NOT_HEADS = frozenset(
    "ago earlier later before after today yesterday tomorrow monday tuesday wednesday thursday "
    "friday saturday sunday yesterday tonight worth plus minus versus vs per such as like including "
    "respectively apiece each".split()
)
_CLAUSE_ENDS = frozenset([";", ":", "—", "–", "(", ")", "“", "”", '"'])
_REACH = 9


def phrase_after(tokens: Words, i: int) -> Words:
    """Return the noun phrase that begins at token `i`, without "of" or a determiner, or nothing."""
    i = _skip(
        tokens,
        i,
        ("of", "the", "these", "those", "its", "their", "his", "her", "our", "such", "other's"),
    )
    end, last_head = i, i
    while end < len(tokens) and end - i < _REACH and _continues(tokens, end, i):
        end += 1
        if _is_head(tokens, end - 1):
            last_head = end
    return tokens[i:last_head]


def _skip(tokens: Words, i: int, words: tuple[str, ...]) -> int:
    while i < len(tokens) and tokens[i].low in words:
        i += 1
    return i


def _continues(tokens: Words, k: int, first: int) -> bool:
    token = tokens[k]
    if token.low in _NOT_HEADS or (token.tag == "CD" and k > first):
        return False
    if token.tag.startswith(_INSIDE) or token.low in ("more", "other", "others", "dead"):
        return not (token.tag in ("VBN", "VBG") and not _leads_to_noun(tokens, k))
    if k == first and token.text.isalpha() and (can_be(token.text, "NOUN") or token.low == "year"):
        return token.tag.startswith(("VB", "JJ", "RB")) and token.tag != "VBD"
    if token.tag.startswith("RB") or token.low in ("and", ",", "or"):
        return _leads_to_noun(tokens, k) and (
            token.tag.startswith("RB") or _joins_adjectives(tokens, k)
        )
    return False


def _joins_adjectives(tokens: Words, k: int) -> bool:
    if k == 0 or k + 1 >= len(tokens):
        return False
    adjectives = ("JJ", "VBN")
    return tokens[k - 1].tag.startswith(adjectives) and tokens[k + 1].tag.startswith(
        (*adjectives, "RB")
    )


def _leads_to_noun(tokens: Words, k: int) -> bool:
    if k + 1 >= len(tokens):
        return False
    after = tokens[k + 1]
    return after.tag.startswith(("NN", "JJ", "VBN")) and after.low not in _NOT_HEADS


def _is_head(tokens: Words, k: int) -> bool:
    token = tokens[k]
    return token.tag.startswith("NN") or token.low in _NO_S_PLURALS or is_plural(token)


def is_plural(token: Token) -> bool:
    """Say whether a word can be a plural noun, whatever its tag says."""
    if token.tag in ("NNS", "NNPS") or token.low in _NO_S_PLURALS:
        return True
    ends = token.low.endswith("s") and not token.low.endswith(("ss", "us", "is"))
    return ends and token.text.isalpha() and can_be(token.text, "NOUN")


def phrase_before(tokens: Words, i: int) -> Words:
    """Return the noun phrase that ends right before token `i`, or nothing."""
    end = i
    while (
        end > 0
        and tokens[end - 1].low in (",", "'s", "’s")
        and not tokens[end - 1].low.startswith(("'", "’"))
    ):
        end -= 1
    start = end
    while (
        start > 0
        and end - start < _REACH
        and tokens[start - 1].tag.startswith((*_INSIDE, "DT", "PRP$"))
    ):
        start -= 1
    while start < end and tokens[start].tag in ("DT", "PRP$", "POS", "CD", "VBG"):
        start += 1
    while end > start and not tokens[end - 1].tag.startswith("NN"):
        end -= 1
    return tokens[start:end]


def subject_before(tokens: Words, i: int) -> Words:
    """Return the subject of the verb that governs token `i`, or the nearest noun phrase before it."""
    k = i - 1
    while k >= 0 and not _is_verb(tokens, k):
        if tokens[k].low in _CLAUSE_ENDS or (tokens[k].low in ("while", "whereas", "but")):
            break
        k -= 1
    if k < 0 or not _is_verb(tokens, k):
        return _nearest_phrase(tokens, k + 1, i)
    while k > 0 and (_is_verb(tokens, k - 1) or tokens[k - 1].tag in ("RB", "MD", "TO", "RBR")):
        k -= 1
    if k > 0 and tokens[k - 1].low in ("which", "who", "that", ",", "and"):
        k -= 1
        while k > 0 and tokens[k - 1].low == ",":
            k -= 1
        if tokens[k].low == "and" or not phrase_before(tokens, k):
            return subject_before(tokens, k)
    return _with_of(tokens, phrase_before(tokens, k), k) or _nearest_phrase(tokens, 0, k)


def _is_verb(tokens: Words, k: int) -> bool:
    token = tokens[k]
    return token.tag in ("VBD", "VBZ", "VBP", "VB", "MD") or (
        token.tag in ("VBN", "VBG") and k > 0 and tokens[k - 1].tag.startswith(("VB", "MD", "RB"))
    )


def _nearest_phrase(tokens: Words, low: int, high: int) -> Words:
    for k in range(high, low, -1):
        if tokens[k - 1].tag.startswith("NN"):
            return _with_of(tokens, phrase_before(tokens, k), k)
    return ()


def _with_of(tokens: Words, phrase: Words, end: int) -> Words:
    """Widen "the index" to "the price of the index" where "of" leads into the phrase."""
    if not phrase:
        return phrase
    start = end - len(phrase)
    k = start
    while k > 0 and tokens[k - 1].tag in ("DT", "PRP$"):
        k -= 1
    if k > 1 and tokens[k - 1].low in ("of", "in", "for", "at"):
        wider = phrase_before(tokens, k - 1)
        if wider:
            first = next(n for n, t in enumerate(tokens) if t is wider[0])
            return tokens[first:end]
    return phrase


def state_after(tokens: Words, i: int) -> Words:
    """Return what is said to have become of those just counted: "killed", "killed and wounded"."""
    k = i
    while k < len(tokens) and k - i < 6 and (tokens[k].low in _LINKS or tokens[k].low == ","):
        k += 1
    if k >= len(tokens) or not _is_state(tokens[k]):
        return ()
    end = k + 1
    if end + 1 < len(tokens) and tokens[end].low in ("and", "or") and _is_state(tokens[end + 1]):
        end += 2
    return tokens[k:end]


def _is_state(token: Token) -> bool:
    return token.low in _STATE_FORMS


def state_before(tokens: Words, i: int) -> str:
    """Return the participle of the verb whose object begins at token `i` ("killing" 12), or ""."""
    k = i - 1
    while k >= 0 and i - k < 4 and tokens[k].tag in ("RB", "RP", "DT", "JJR"):
        k -= 1
    if k < 0:
        return ""
    token = tokens[k]
    if token.lemma in _STATES and token.tag.startswith("VB"):
        return _participle(token.lemma)
    if token.low in _STATE_FORMS and token.low.endswith(("ed", "t")):
        return token.low
    if token.low.endswith("ing"):
        return next((_participle(s) for s in _STATES if _ing(s) == token.low), "")
    return ""


def _participle(verb: str) -> str:
    if verb in _PAST:
        return _PAST[verb]
    if verb in ("trap",):
        return verb + "ped"
    if verb.endswith("e"):
        return verb + "d"
    return verb + ("led" if verb == "expel" else "ed")


def _ing(verb: str) -> str:
    if verb in ("trap", "expel"):
        return verb + verb[-1] + "ing"
    return (verb.removesuffix("e") if verb != "free" else verb) + "ing"


def wording(text: str, words: Words) -> str:
    """Return the article's own words for a slice of tokens, white space evened out."""
    if not words:
        return ""
    return " ".join(text[words[0].start : words[-1].end].split())
