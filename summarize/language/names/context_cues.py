"""What the words around a name tell of its kind: "near", "-based", "who", a verb of speech."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from summarize.language.document import Token
from summarize.language.names import gazetteer, titles
from summarize.language.names.candidates import Candidate
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
    "subsidiary contractor label studio chain supermarket league team side".split()
)
_ORGANISATION_NOUNS_AFTER = frozenset(
    "spokesman spokeswoman spokesperson ceo employee employees shares shareholders newspaper "
    "magazine news agency correspondent reporter reporters leadership party board headquarters "
    "stock executives executive customers users offices fighters militants supporters players "
    "fans members member website programme program channel broadcaster stores store".split()
)
_RULERS = frozenset("mayor governor sheriff king queen emir sultan".split())
"""Offices over a place: the mayor of Harwick."""
_GOVERNMENT = frozenset(
    "president premier minister chancellor ambassador government parliament army people".split()
)
_FOLLOWINGS = frozenset(
    "administration presidency campaign family supporters allies voters aide aides adviser "
    "advisers loyalist loyalists impersonator era".split()
)
_OFFICES_OF_STATE = frozenset(
    "minister ministry parliament legislature ambassador embassy king queen mayor governor navy "
    "capital coast coastline border borders airspace currency population constitution".split()
)
"""What a state or a city has and a person seldom: "Ruritania's water minister"."""
_PEOPLE = frozenset("people troops forces police crews teams refugees citizens".split())
_ILLNESS_AFTER = frozenset(
    "infection infections bacteria virus outbreak outbreaks pandemic epidemic symptoms strain "
    "strains variant variants patients".split()
)
_ILLNESS_BEFORE = frozenset("with of from against".split())
_FALLEN_ILL = frozenset("infected diagnosed ill sick died suffering infections vaccinated".split())
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
    if candidate.entry is None and candidate.kind is None:
        yield from _cues_around(words[at - 1 : at] if at else (), after)
    if is_single and candidate.entry is None:
        yield from _bare_cues(candidate, words)
        yield from _cues_of_place(before, after)
        yield from _cues_of_illness(before, after)


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


def _cues_around(before: Sequence[Token], after: Sequence[Token]) -> Iterator[str]:
    marks = "\"“”'‘’"
    if before and after and before[0].text in marks and after[0].text in marks:
        yield "in quotation marks"


def _cues_of_place(before: Sequence[str], after: Sequence[Token]) -> Iterator[str]:
    """Read "engineers from Ruritania" and "Ruritania's water minister"."""
    if before[-1:] == ["from"] and len(before) > 1 and _is_people(before[-2]):
        yield "people from before"
    if after and after[0].low in ("'s", "’s"):
        phrase = takewhile(lambda word: word.tag[0] in "JN", after[1:5])
        if any(word.low in _OFFICES_OF_STATE for word in phrase):
            yield "office of state after"


def _is_people(word: str) -> bool:
    return word in _PEOPLE or (word.endswith("s") and titles.is_person_noun(word[:-1]))


def _cues_of_illness(before: Sequence[str], after: Sequence[Token]) -> Iterator[str]:
    is_caught = len(before) > 1 and before[-1] in _ILLNESS_BEFORE and before[-2] in _FALLEN_ILL
    if is_caught or (after and after[0].low in _ILLNESS_AFTER):
        yield "illness"


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
    if last == "of" and previous in _GOVERNMENT:
        yield "government of before"
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
    is_short = lows[0] == "(" and lows[2:3] == [")"] and _IN_BRACKETS.match(after[1].text)
    if is_short and not _is_place(after[1].text):
        yield "acronym after"
    if lows[:2] == ["-", "based"]:
        yield "based after"
    if after[0].lemma in SPEECH_VERBS and after[0].tag[0] in "VN":
        yield "speaks"
    elif after[0].tag in ("VBD", "VBZ", "MD"):
        yield "acts"


def _is_place(text: str) -> bool:
    entry = gazetteer.look_up(text)
    return entry is not None and entry.kind == "place"


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
