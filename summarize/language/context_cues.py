"""What the words around a name tell of its kind: "near", "-based", "who", a verb of speech."""

import re
from collections.abc import Iterator, Mapping, Sequence

from summarize.language import gazetteer, titles
from summarize.language.candidates import Candidate
from summarize.language.document import Token
from summarize.language.speech_verbs import SPEECH_VERBS

_PLACE_NOUNS = frozenset(
    "city town village province region district state county country island capital suburb "
    "neighborhood neighbourhood port oblast prefecture municipality settlement area governorate "
    "republic borough resort hamlet coast border river mountain frontline enclave".split()
)
_ORGANISATION_NOUNS_BEFORE = frozenset(
    "company firm group party newspaper magazine broadcaster website site network channel agency "
    "startup start-up retailer carmaker automaker airline bank band club giant maker charity "
    "nonprofit nongovernmental ngo union organisation organization manufacturer publisher outlet "
    "developer militia militant movement daily weekly tabloid journal watchdog pollster "
    "subsidiary contractor label studio chain supermarket airline league team side".split()
)
_ORGANISATION_NOUNS_AFTER = frozenset(
    "spokesman spokeswoman spokesperson ceo employee employees shares shareholders newspaper "
    "magazine news agency correspondent reporter reporters leadership party board headquarters "
    "stock executives executive customers users offices fighters militants supporters players "
    "fans members member website programme program channel broadcaster stores store".split()
)
_RULERS = frozenset("mayor governor sheriff king queen emir sultan".split())
"""Offices over a place: the mayor of Harwick."""
_FOLLOWINGS = frozenset(
    "administration presidency campaign family supporters allies voters aide aides adviser "
    "advisers loyalist loyalists impersonator era".split()
)
_NEAR = frozenset(
    "near outside around throughout across inside within north south east west "
    "downtown central northern southern eastern western".split()
)
_KIN = frozenset(
    "wife husband son daughter brother sister mother father friend boyfriend "
    "girlfriend partner uncle aunt cousin colleague fiance".split()
)
_WORD_BEFORE: Mapping[str, str] = {
    "the": "article before",
    "in": "in before",
    "into": "in before",
    "at": "at before",
    "from": "from or to before",
    "to": "from or to before",
    "of": "from or to before",
    **dict.fromkeys(_NEAR, "near before"),
}
_WORD_AFTER: Mapping[str, str] = {
    "who": "who after",
    **dict.fromkeys(_FOLLOWINGS, "following after"),
    **dict.fromkeys(_PLACE_NOUNS, "place noun after"),
    **dict.fromkeys(_ORGANISATION_NOUNS_AFTER, "organisation noun after"),
}
_SPOKE = frozenset("said says added asked wrote told explained".split())
_AGE = re.compile(r"\d{1,3}$")
_IN_BRACKETS = re.compile(r"(?:[A-Z]\.?&?){2,6}$")


def context_cues(candidate: Candidate, words: Sequence[Token]) -> Iterator[str]:
    """Yield the cues that the neighbours of a candidate give; `words` are its sentence's."""
    at = candidate.at - len(candidate.title)
    before = [word.low for word in words[max(0, at - 3) : at]]
    end = candidate.at + len(candidate.words)
    after = words[end : end + 6]
    is_single = len(candidate.words) == 1
    # in "the Biden team" the article is the noun's
    if not (before[-1:] == ["the"] and after and after[0].tag.startswith("NN")):
        yield from _cues_before(before)
    yield from _cues_after(after)
    if is_single and before[-1:] == ["the"] and candidate.words[0].low.endswith("s"):
        yield "plural after article"
    if is_single and candidate.entry is None:
        yield from _bare_cues(candidate, words)


def _bare_cues(candidate: Candidate, words: Sequence[Token]) -> Iterator[str]:
    """Judge a single unknown word by whether it is a noun phrase of its own."""
    word = candidate.words[0]
    before = words[candidate.at - 1] if candidate.at else None
    after = words[candidate.at + 1] if candidate.at + 1 < len(words) else None
    if word.tag.startswith("JJ"):
        yield "adjective"
    is_open = before is None or not (before.tag[0] in "JNDC" or before.low == "the")
    is_closed = after is None or after.tag[:2] not in ("NN", "JJ", "CD")
    if is_open and is_closed and not word.text.isupper():
        yield "stands alone"
    if after is not None and after.text == ",":
        texts = [other.text for other in words[candidate.at + 2 : candidate.at + 6]]
        entry = gazetteer.longest_match(texts) if texts else None
        if entry and entry[1].kind == "organisation":
            yield "beside an organisation"


def _cues_before(before: Sequence[str]) -> Iterator[str]:
    if not before:
        return
    last = before[-1]
    previous = before[-2] if len(before) > 1 else ""
    if last in _WORD_BEFORE:
        yield _WORD_BEFORE[last]
    if last in _SPOKE:
        yield "speaks"
    if last == "of" and (previous in _PLACE_NOUNS or previous in _RULERS):
        yield "place noun before"
    if last in _KIN or (last == "," and previous in _KIN):
        yield "kin before"
    elif titles.is_person_noun(last):
        yield "occupation before"
    elif last in _ORGANISATION_NOUNS_BEFORE:
        yield "organisation noun before"


def _cues_after(after: Sequence[Token]) -> Iterator[str]:
    if after and after[0].low in ("'s", "’s"):
        after = after[1:]
    if not after:
        return
    lows = [word.low for word in after]
    if lows[0] in _WORD_AFTER:
        yield _WORD_AFTER[lows[0]]
    if lows[0] == "," and len(after) > 2:
        yield from _cues_after_comma(after[1:])
    if lows[0] == "(" and lows[2:3] == [")"] and _IN_BRACKETS.match(after[1].text):
        yield "acronym after"
    if lows[:2] == ["-", "based"]:
        yield "based after"
    if after[0].lemma in SPEECH_VERBS and after[0].tag[0] in "VN":
        yield "speaks"
    elif after[0].tag in ("VBD", "VBZ", "MD"):
        yield "acts"


def _cues_after_comma(after: Sequence[Token]) -> Iterator[str]:
    if after[0].low == "who":
        yield "who after"
    if after[0].low in ("now", "aged"):
        after = after[1:]
    if not after:
        return
    if _AGE.match(after[0].text) and len(after) > 1 and after[1].text in ",.":
        yield "age after"
        return
    entry = gazetteer.longest_match([word.text for word in after])
    if entry and entry[1].form != "demonym" and entry[1].kind in ("state", "place"):
        yield "state after"
        return
    for word in after[:5]:
        if titles.is_person_noun(word.low):
            yield "role after"
            return
        if not (word.tag[0] in "JNDCP" or word.low in ("of", "former")):
            return
