"""Changes of meaning in what is said to be done: negation, speech, certainty, tense."""

import re
from collections.abc import Iterator

from summarize.language.document import Token
from summarize.language.verb_forms import FINITE
from tests.changes.edits import (
    Operator,
    cut,
    inflect,
    is_negative,
    put,
    tag_at,
    tokens_of,
    word_at,
)
from tests.changes.tables import HEDGES, SPEECH_PAST, SPEECH_RISEN

_BE = frozenset("is are was were am".split())
_HAVE = frozenset("has have had".split())
_DO = frozenset("does do did".split())
_OPEN = frozenset("may might could".split())
"""What may be may also not be: a "not" behind these denies nothing."""


def insert_not(sentence: str) -> Iterator[str]:
    """Deny the first finite verb: "has not said", "did not sign"."""
    found = _first_verb(sentence)
    if not found:
        return
    tokens, i = found
    verb = tokens[i]
    if _is_auxiliary(tokens, i):
        new = "cannot" if verb.low == "can" else f"{verb.text} not"
        yield put(sentence, verb.start, verb.end, new)
    elif verb.tag == "VBD":
        yield put(sentence, verb.start, verb.end, f"did not {verb.lemma}")


def insert_never(sentence: str) -> Iterator[str]:
    """Put "never" behind the first auxiliary or before the first simple past."""
    found = _first_verb(sentence)
    if not found:
        return
    tokens, i = found
    verb = tokens[i]
    if _is_auxiliary(tokens, i):
        yield put(sentence, verb.start, verb.end, f"{verb.text} never")
    elif verb.tag == "VBD":
        yield put(sentence, verb.start, verb.end, f"never {verb.text}")


def _first_verb(sentence: str) -> tuple[tuple[Token, ...], int] | None:
    """Return the first finite verb of a plain statement, unless it leaves things open."""
    if is_negative(sentence) or "?" in sentence:
        return None
    tokens = tokens_of(sentence)
    for i, token in enumerate(tokens):
        if token.tag in FINITE:
            is_plain = i > 0 and token.text.isalpha() and token.low == token.text
            return (tokens, i) if is_plain and token.low not in _OPEN else None
    return None


def _is_auxiliary(tokens: tuple[Token, ...], i: int) -> bool:
    low, ahead = tokens[i].low, i + 1
    while tag_at(tokens, ahead) in ("RB", "RBR"):
        ahead += 1
    if low in _HAVE:
        return tag_at(tokens, ahead) in ("VBN", "VBD")
    return tokens[i].tag == "MD" or low in _BE or (low in _DO and tag_at(tokens, ahead) == "VB")


_NOT = re.compile(
    r"\b(?P<aux>is|are|was|were|has|have|had|will|would|should|must|can|could|did|does|do|may|might)"
    r"(?P<not>n['’]t| not|not) (?!only|just|merely|simply|because|least|necessarily"
    r"|to\b|so\b|yet\b)"
)
_PLAIN_NO = re.compile(
    r"\b(?:found|reported|had|was|were|is|are|saw|with|gave) (?P<no>no) (?P<noun>[a-z]+)"
)


def remove_not(sentence: str) -> Iterator[str]:
    """Take the one negation out: "did not sign" becomes "signed", "no leak" "a leak"."""
    words = re.findall(
        r"(?i)\b(?:not|no|never|nor|neither|nobody|without|cannot)\b|n['’]t\b", sentence
    )
    if len(words) != 1 or re.search(
        r"(?i)\b(?:until|till|any\w*|longer|or not|if not)\b|\?", sentence
    ):
        return
    if match := _NOT.search(sentence):
        yield from _affirm(sentence, match)
    elif match := re.search(r"\bnever (?=\w)", sentence):
        yield cut(sentence, *match.span())
    elif match := re.search(r"\bcannot\b", sentence):
        yield put(sentence, *match.span(), "can")
    elif match := _PLAIN_NO.search(sentence):
        is_plural = match["noun"].endswith("s")
        article = "" if is_plural else "an " if match["noun"][0] in "aeiou" else "a "
        yield put(sentence, match.start("no"), match.start("noun"), article)
    elif match := re.search(r"\b[Nn]obody\b", sentence):
        yield put(sentence, *match.span(), "somebody")


def _affirm(sentence: str, match: re.Match[str]) -> Iterator[str]:
    """Drop "not"; the verb behind "did" and "does" takes the ending that these carried."""
    tag = {"did": "VBD", "does": "VBZ", "do": "VBP"}.get(match["aux"])
    if not tag:
        yield cut(sentence, *match.span("not"))
        return
    verb = next((t for t in tokens_of(sentence) if t.start >= match.end()), None)
    form = inflect(verb.low, tag) if verb and verb.tag.startswith("VB") else None
    if verb and form:
        yield put(sentence, match.start("aux"), verb.end, form)


def _speech(sentence: str, verbs: frozenset[str]) -> Iterator[Token]:
    """Yield the verbs with which somebody says something; "is said to" is left."""
    tokens = tokens_of(sentence)
    for i, token in enumerate(tokens):
        is_passive = word_at(tokens, i - 1) in _BE | {"been", "be", "being", "as"}
        is_to = word_at(tokens, i + 1) in ("to", "nothing", "little", "about", "so", "yes")
        if token.text in verbs and token.tag[0] == "V" and i > 0 and not is_passive and not is_to:
            yield token


def deny(sentence: str) -> Iterator[str]:
    """Put "denied" for "said", "denies" for "says"."""
    for token in _speech(sentence, frozenset(("said", "says"))):
        new = "denied" if token.text == "said" else "denies"
        yield put(sentence, token.start, token.end, new)
    for match in re.finditer(rf"\b(?:{'|'.join(SPEECH_PAST)})(?= that\b)", sentence):
        if not re.search(r"\b(?:was|were|been|be) $", sentence[: match.start()]):
            yield put(sentence, *match.span(), "denied")


def raise_speech(sentence: str) -> Iterator[str]:
    """Put a verb that tells more for a neutral one: "said" becomes "admitted", "warned"."""
    for token in _speech(sentence, frozenset(SPEECH_RISEN)):
        for new in SPEECH_RISEN[token.text]:
            yield put(sentence, token.start, token.end, new)


def make_certain(sentence: str) -> Iterator[str]:
    """Make what may be what will be, and leave out "reportedly" and the like."""
    tokens = tokens_of(sentence)
    for i, token in enumerate(tokens):
        is_next_verb = tag_at(tokens, i + 1) == "VB"
        if token.text in _OPEN and token.tag == "MD" and is_next_verb:
            yield put(sentence, token.start, token.end, "will")
        elif token.low in HEDGES and _is_loose(tokens, i):
            yield cut(sentence, token.start, token.end)


def _is_loose(tokens: tuple[Token, ...], i: int) -> bool:
    """Say whether the adverb at `i` can go: "likely" is an adjective behind "is" and "more"."""
    return tokens[i].low != "likely" and word_at(tokens, i + 1) not in (",", ".", "")


_SEEMS = re.compile(
    r"\b(?P<be>is|are|was|were) (?:widely )?(?:believed|thought|reported|said|understood|feared"
    r"|alleged|presumed|rumou?red|suspected) to (?P<have>have|be)\b"
    r"|\b(?P<seem>appears|seems) to (?P<did>have|be)\b"
)


def make_fact(sentence: str) -> Iterator[str]:
    """Make "is believed to have fled" "has fled", "appears to be" "is"."""
    for match in _SEEMS.finditer(sentence):
        is_plural = match["be"] in ("are", "were")
        bare = match["have"] or match["did"]
        new = {"have": ("has", "have"), "be": ("is", "are")}[bare][is_plural]
        yield put(sentence, *match.span(), new)
    for match in re.finditer(r"\bon suspicion of\b", sentence):
        yield put(sentence, *match.span(), "for")


def will_to_did(sentence: str) -> Iterator[str]:
    """Make what will be done, or is planned, done: "will visit" becomes "visited"."""
    tokens = tokens_of(sentence)
    for i, token in enumerate(tokens[:-1]):
        if token.text == "will" and tag_at(tokens, i + 1) == "VB":
            verb = tokens[i + 1]
            new = _were(tokens, i) if verb.low == "be" else inflect(verb.lemma, "VBD")
            if new:
                yield put(sentence, token.start, verb.end, new)
        elif token.lemma in _PLANS and tag_at(tokens, i + 1) == "TO":
            past = inflect(tokens[min(i + 2, len(tokens) - 1)].lemma, "VBD")
            is_verb = token.tag[0] == "V" and tag_at(tokens, i + 2) == "VB" and past
            if is_verb and tokens[i + 2].low != "be" and not is_negative(sentence):
                yield put(sentence, token.start, tokens[i + 2].end, str(past))


_PLANS = frozenset("plan intend hope want promise agree threaten offer vow pledge".split())


def _were(tokens: tuple[Token, ...], i: int) -> str:
    subject = tokens[i - 1]
    is_plural = subject.tag in ("NNS", "NNPS") or subject.low in ("they", "we", "you")
    return "were" if is_plural else "was"


def did_to_will(sentence: str) -> Iterator[str]:
    """Make what was done still to come: the first simple past becomes "will" and the verb."""
    found = _first_verb(sentence)
    if found and found[0][found[1]].tag == "VBD":
        verb = found[0][found[1]]
        if not _is_auxiliary(*found) and not re.search(r"\bif\b", sentence):
            yield put(sentence, verb.start, verb.end, f"will {verb.lemma}")


def refuse(sentence: str) -> Iterator[str]:
    """Make a refusal of what somebody chose to do: "signed" becomes "refused to sign"."""
    found = _first_verb(sentence)
    if found and found[0][found[1]].tag == "VBD":
        verb = found[0][found[1]]
        if verb.lemma in _CHOSEN:
            yield put(sentence, verb.start, verb.end, f"refused to {verb.lemma}")


_CHOSEN = frozenset(
    "sign accept approve announce join attend pay agree vote support sell buy help visit enter "
    "leave resign answer testify publish release withdraw open apologise apologize "
    "adopt pass".split()
)


def succeed(sentence: str) -> Iterator[str]:
    """Make a deed of what failed: "refused to sign" becomes "signed"."""
    pattern = r"\b(?:failed|refused|declined|tried|attempted) to (?P<verb>[a-z]+)\b"
    for match in re.finditer(pattern, sentence):
        past = inflect(match["verb"], "VBD") if match["verb"] != "be" else None
        if past and not is_negative(sentence):
            yield put(sentence, *match.span(), past)


CHANGES: dict[str, Operator] = {
    "negation_inserted": insert_not,
    "never_inserted": insert_never,
    "negation_removed": remove_not,
    "speech_denied": deny,
    "speech_raised": raise_speech,
    "hedge_dropped": make_certain,
    "belief_to_fact": make_fact,
    "future_done": will_to_did,
    "done_future": did_to_will,
    "deed_refused": refuse,
    "failure_done": succeed,
}
