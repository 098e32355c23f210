"""What kind of actor a name is, judged by its form and by the words around it.

Each cue speaks for or against kinds with a weight; the weights of all mentions of one name in a
document add up, so that one "Mr" decides for every bare surname. The weights were set by hand on
English news; only their order of size matters.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from summarize.language import gazetteer, organisations, titles
from summarize.language.candidates import Candidate, is_common
from summarize.language.document import Token
from summarize.model import ActorKind

Weights = Mapping[ActorKind, float]

_CUES: dict[str, dict[ActorKind, float]] = {
    "title": {"person": 6},
    "known place": {"place": 3.5},
    "known organisation": {"organisation": 4},
    "known state": {"state": 6},
    "organisation head": {"organisation": 5},
    "place head": {"place": 5},
    "given name first": {"person": 4},
    "given name alone": {"person": 1.5},
    "surname": {"person": 1},
    "surname before given name": {"person": 3},
    "particle": {"person": 2},
    "initial": {"person": 3},
    "form of a surname": {"person": 1.5},
    "acronym": {"organisation": 3, "person": -2},
    "camel case": {"organisation": 2.5},
    "common word": {"organisation": 1, "person": -1.5},
    "plain word": {"organisation": -1, "person": -0.5, "place": -1},
    "form of a place": {"place": 1.5},
    "place opener": {"place": 2, "person": -1},
    "occupation before": {"person": 3},
    "age after": {"person": 6},
    "role after": {"person": 3},
    "who after": {"person": 2},
    "speaks": {"person": 1.5, "organisation": 0.5, "place": -0.5},
    "acts": {"person": 1, "organisation": 0.5},
    "stands alone": {"person": 1},
    "beside an organisation": {"organisation": 1.5},
    "adjective": {"person": -1, "organisation": -1, "place": -1},
    "article before": {"organisation": 1.5, "person": -3},
    "in before": {"place": 2, "person": -1.5},
    "near before": {"place": 3, "person": -1},
    "at before": {"organisation": 1, "place": 1, "person": -0.5},
    "from or to before": {"place": 0.5},
    "place noun before": {"place": 5, "person": -3},
    "place noun after": {"place": 3, "person": -1},
    "state after": {"place": 3},
    "based after": {"place": 3, "person": -2},
    "organisation noun before": {"organisation": 4, "person": -2},
    "organisation noun after": {"organisation": 2},
    "acronym after": {"organisation": 4, "person": -2},
    "kin before": {"person": 2.5},
}
"""How much each cue says for a kind."""

THRESHOLD = 1.0
"""A name whose best kind weighs less is not taken for an actor."""

SPEECH_VERBS = frozenset(
    """say tell add ask argue admit agree allege announce answer assert believe claim comment
    complain concede confirm contend declare deny describe emphasise emphasize explain express
    insist joke mention note observe promise quip recall remark reply report respond reveal reveal
    state stress suggest testify think tweet urge vow warn write acknowledge accuse praise
    criticise criticize condemn call demand predict propose pledge recount refuse reject reiterate
    repeat welcome thank dismiss defend hail hint""".split()
)
"""Verbs whose subject speaks."""

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
_NEAR = frozenset("near outside around throughout across inside within north south east west "
                  "downtown central northern southern eastern western".split())
_KIN = frozenset("wife husband son daughter brother sister mother father friend boyfriend "
                 "girlfriend partner uncle aunt cousin colleague fiance".split())
_SURNAME_FORM = re.compile(
    r".{2,}(?:ov|ova|ev|eva|sky|skyi|skyy|skiy|ski|ska|enko|chuk|yuk|vych|vich|vić|ić|ić|dze|"
    r"shvili|yan|ian|escu|oğlu|oglu|sson|ssen|zadeh|pour|wala|elli|ucci|etti|quez|guez|andez)$"
    r"|(?:Mc|Mac|O'|O’|D'|Fitz)[A-Z]\w+$|(?:al|el|Al|El)-[A-Z]\w+$"
)
_PLACE_FORM = re.compile(
    r".{2,}(?:stan|burg|ville|grad|shire|abad|pur|polis|bury|borough|stadt|fjord|dorf|ivka|"
    r"iivka|hausen|ingham|mouth|haven)$"
)
_AGE = re.compile(r"\d{1,3}$")
_ACRONYM = re.compile(r"(?:[A-Z]\.?&?){2,6}$|[A-Z]{2,5}-?\d{1,2}$")
_CAMEL = re.compile(r"[A-Z]?[a-z]+[A-Z]\w+$|\w+\.com$")


def weigh(candidate: Candidate, words: Sequence[Token]) -> Counter[ActorKind]:
    """Add up what form and neighbours say of one mention; `words` are its sentence's."""
    total: Counter[ActorKind] = Counter()
    for cue in (*_form_cues(candidate), *_context_cues(candidate, words)):
        for kind, weight in _CUES[cue].items():
            total[kind] += weight  # type: ignore[assignment]
    return total


def best_kind(weights: Counter[ActorKind]) -> ActorKind | None:
    """Return the heaviest kind where it reaches the threshold; ties go to the first in the type."""
    order: tuple[ActorKind, ...] = ("person", "organisation", "state", "place", "group")
    kind = max(order, key=lambda k: weights[k])
    return kind if weights[kind] >= THRESHOLD else None


def _form_cues(candidate: Candidate) -> Iterator[str]:
    texts = [word.text for word in candidate.words]
    if candidate.title:
        yield "title"
    if candidate.entry is not None:
        yield f"known {candidate.entry.kind}"
    elif candidate.kind in ("organisation", "place"):
        yield f"{candidate.kind} head"
    if candidate.entry is not None:
        return
    if len(texts) > 1:
        yield from _full_name_cues(texts)
    else:
        yield from _single_word_cues(texts[0])
    if candidate.kind is None:
        yield from _unknown_cues(texts)


def _full_name_cues(texts: Sequence[str]) -> Iterator[str]:
    if gazetteer.is_given_name(texts[0]) or gazetteer.is_given_name(texts[0].split("-")[0]):
        yield "given name first"
    if gazetteer.is_east_asian_surname(texts[0]) and len(texts) <= 3:
        yield "surname before given name"
    if any(text.lower() in organisations.PARTICLES and text.islower() for text in texts):
        yield "particle"
    if any(len(text) == 2 and text[1] == "." for text in texts[:2]):
        yield "initial"


def _single_word_cues(text: str) -> Iterator[str]:
    if _ACRONYM.match(text) and not (len(text) > 3 and is_common(text)):
        yield "acronym"
    elif is_common(text):
        yield "plain word"
    elif gazetteer.is_given_name(text):
        yield "given name alone"


def _unknown_cues(texts: Sequence[str]) -> Iterator[str]:
    last = texts[-1]
    if gazetteer.is_surname(last):
        yield "surname"
    if _SURNAME_FORM.match(last):
        yield "form of a surname"
    if _PLACE_FORM.match(last):
        yield "form of a place"
    if len(texts) > 1 and texts[0].lower() in organisations.PLACE_OPENERS:
        yield "place opener"
    if any(_CAMEL.match(text) and not _SURNAME_FORM.match(text) for text in texts):
        yield "camel case"
    plain = [text for text in texts if not gazetteer.is_given_name(text)]
    if len(texts) > 1 and any(is_common(t) and not gazetteer.is_surname(t) for t in plain):
        yield "common word"


def _context_cues(candidate: Candidate, words: Sequence[Token]) -> Iterator[str]:
    at = candidate.at - len(candidate.title)
    before = [word.low for word in words[max(0, at - 3) : at]]
    end = candidate.at + len(candidate.words)
    yield from _cues_before(before)
    yield from _cues_after(words[end : end + 6])
    if len(candidate.words) == 1 and candidate.entry is None:
        yield from _bare_cues(candidate, words)
    if before and before[-1] in ("said", "says", "added", "asked", "wrote", "told", "explained"):
        yield "speaks"


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
        entry = gazetteer.longest_match([w.text for w in words], candidate.at + 2) if (
            candidate.at + 2 < len(words)
        ) else None
        if entry and entry[1].kind == "organisation":
            yield "beside an organisation"


def _cues_before(before: Sequence[str]) -> Iterator[str]:
    if not before:
        return
    last = before[-1]
    if last == "the":
        yield "article before"
    elif last in ("in", "into"):
        yield "in before"
    elif last in _NEAR:
        yield "near before"
    elif last == "at":
        yield "at before"
    elif last in ("from", "to", "of"):
        yield "from or to before"
    if last == "of" and len(before) > 1 and before[-2] in _PLACE_NOUNS:
        yield "place noun before"
    if last in _KIN or (last == "," and len(before) > 1 and before[-2] in _KIN):
        yield "kin before"
    elif titles.is_person_noun(last):
        yield "occupation before"
    elif last in _ORGANISATION_NOUNS_BEFORE:
        yield "organisation noun before"


def _cues_after(after: Sequence[Token]) -> Iterator[str]:
    if not after:
        return
    lows = [word.low for word in after]
    if lows[0] in ("'s", "’s"):
        after, lows = after[1:], lows[1:]
    if not after:
        return
    if lows[0] == "who" or lows[:2] == [",", "who"]:
        yield "who after"
    if lows[0] == "," and len(after) > 2:
        yield from _cues_after_comma(after[1:])
    if lows[0] == "(" and len(after) > 2 and _ACRONYM.match(after[1].text) and lows[2] == ")":
        yield "acronym after"
    if lows[0] in _PLACE_NOUNS:
        yield "place noun after"
    if lows[0] in _ORGANISATION_NOUNS_AFTER:
        yield "organisation noun after"
    if lows[0] == "-" and len(after) > 1 and lows[1] == "based":
        yield "based after"
    if after[0].lemma in SPEECH_VERBS and after[0].tag[0] in "VN":
        yield "speaks"
    elif after[0].tag in ("VBD", "VBZ", "MD"):
        yield "acts"


def _cues_after_comma(after: Sequence[Token]) -> Iterator[str]:
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


_LOCATIVES = frozenset(
    "in at near outside around inside across throughout to into toward towards through over "
    "via within of downtown central".split()
)
_POWERS = frozenset(
    "government military army forces troops ambassador envoy foreign leaders leader leadership "
    "officials official diplomats allies ally policy intentions nuclear ministry parliament demands "
    "proposal invasion claims response statement claim sanctions delegation decision "
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


def _is_act_of_state(verb: Token) -> bool:
    if verb.lemma in SPEECH_VERBS and verb.tag in ("VBD", "VBZ", "VBP", "VBG"):
        return True
    return verb.low in ("has", "had", "must", "should", "would", "will", "wants", "seeks", "sent",
                        "may", "might", "could", "did", "does", "agreed", "refused", "tried",
                        "launched", "imposed", "sees", "views", "fears", "hopes", "backs",
                        "supports", "opposes", "signed", "ordered", "deployed", "hopes", "'s")
