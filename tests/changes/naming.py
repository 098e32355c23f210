"""Changes of meaning in who, whom and where."""

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from summarize.language.names import Entity, Mention
from tests.changes.edits import (
    Operator,
    has_word,
    inflect,
    names_in,
    put,
    tag_at,
    tokens_of,
    word_at,
)
from tests.changes.tables import (
    OTHER_STRANGERS,
    STATES,
    STRANGE_BODY,
    STRANGE_PLACES,
    STRANGERS,
    SYMMETRIC,
)

_SPEECH = r"(?:says?|said|told|announced|added|stated|warned|claimed|confirmed|denied)\b"


def swap_names(sentence: str) -> Iterator[str]:
    """Exchange two names of one kind with a verb between; "A met B" says the same both ways."""
    if has_word(sentence, SYMMETRIC):
        return
    for kind in ("person", "organisation", "state"):
        for (one, first), (two, second) in combinations(names_in(sentence, kind), 2):
            between = sentence[one.end : two.start]
            is_other = first.name != second.name and "demonym" not in (one.form, two.form)
            is_mutual = re.search(r"\b(?:with|and|or)(?: the)? $", between)
            if is_other and not is_mutual and _has_verb(sentence, one.end, two.start):
                names = sentence[two.start : two.end] + between + sentence[one.start : one.end]
                yield sentence[: one.start] + names + sentence[two.end :]


def _has_verb(sentence: str, start: int, end: int) -> bool:
    inside = [token for token in tokens_of(sentence) if start <= token.start < end]
    return any(token.tag[0] == "V" or token.tag == "MD" for token in inside)


def replace_name(sentence: str) -> Iterator[str]:
    """Put a stranger's name for each person, in full for a full name, else the surname."""
    for mention, person in names_in(sentence, "person"):
        given, surname = STRANGERS[person.gender or "m"]
        is_full = " " in sentence[mention.start : mention.end]
        new = f"{given} {surname}" if is_full else surname
        yield put(sentence, mention.start, mention.end, new)


def replace_given_name(sentence: str) -> Iterator[str]:
    """Put another given name before the same surname; initials and titles stay."""
    for mention, person in names_in(sentence, "person"):
        given, _, surname = sentence[mention.start : mention.end].partition(" ")
        if surname and person.gender and given.isalpha() and len(given) > 2:
            new = STRANGERS[person.gender][0]
            yield put(sentence, mention.start, mention.start + len(given), new)


def replace_state(sentence: str) -> Iterator[str]:
    """Put another state for each state, or another adjective for its adjective."""
    for mention, state in names_in(sentence, "state"):
        name, adjective = next(pair for pair in STATES if pair[0] != state.name)
        old = sentence[mention.start : mention.end]
        is_people = mention.form == "demonym" and old.endswith("s") and not old.endswith("ss")
        if not is_people and (mention.form == "demonym" or " " not in old):
            new = adjective if mention.form == "demonym" else name
            yield put(sentence, mention.start, mention.end, new)


def replace_place(sentence: str) -> Iterator[str]:
    """Put another place behind "in", "near" or "at"."""
    for mention, place in names_in(sentence, "place"):
        new = next(name for name in STRANGE_PLACES if name != place.name)
        if re.search(r"\b(?:[Ii]n|[Nn]ear|[Aa]t) $", sentence[: mention.start]):
            yield put(sentence, mention.start, mention.end, new)


def replace_speaker(sentence: str) -> Iterator[str]:
    """Put a stranger beside a verb of speech or behind "according to"."""
    for mention, actor in names_in(sentence, "person", "organisation"):
        before, behind = sentence[: mention.start], sentence[mention.end :]
        speaks = re.match(rf" (?:has |had |also )?{_SPEECH}", behind)
        is_said = re.search(rf"(?:\b{_SPEECH}|[Aa]ccording to) $", before) and re.match(
            r"[,.;]|$", behind
        )
        if speaks or (is_said and not before.endswith("told ")):
            yield put(sentence, mention.start, mention.end, _stranger(sentence, mention, actor))


def _stranger(sentence: str, mention: Mention, actor: Entity) -> str:
    if actor.kind != "person":
        has_article = re.search(r"(?i)\bthe $", sentence[: mention.start])
        return STRANGE_BODY.removeprefix("the ") if has_article else STRANGE_BODY
    given, surname = OTHER_STRANGERS[actor.gender or "m"]
    return f"{given} {surname}" if " " in sentence[mention.start : mention.end] else surname


def swap_roles(sentence: str) -> Iterator[str]:
    """Turn "A praised B" into "B praised A", and "A was praised by B" likewise."""
    if has_word(sentence, SYMMETRIC):
        return
    tokens = tokens_of(sentence)
    names = names_in(sentence, "person", "organisation", "state")
    for (one, first), (two, second) in pairwise(names):
        between = sentence[one.end : two.start]
        verbs = [t for t in tokens if one.end <= t.start < two.start]
        is_active = [t.tag for t in verbs] == ["VBD"] and between == f" {verbs[0].text} "
        is_passive = re.fullmatch(
            r" (?:was|were|has been|had been) \w+(?:ed|en) by (?:the )?", between
        )
        if first.name != second.name and (is_active or is_passive) and two.form != "demonym":
            names_turned = sentence[two.start : two.end] + between + sentence[one.start : one.end]
            yield sentence[: one.start] + names_turned + sentence[two.end :]


_PRONOUNS = {"he": "she", "she": "he", "his": "her", "him": "her", "himself": "herself",
             "herself": "himself"}  # fmt: skip


def change_gender(sentence: str) -> Iterator[str]:
    """Put the pronoun of the other gender."""
    for token in tokens_of(sentence):
        of_her = "his" if token.tag == "PRP$" else "him"
        new = of_her if token.low == "her" else _PRONOUNS.get(token.low)
        if new:
            new = new.capitalize() if token.text[0].isupper() else new
            yield sentence[: token.start] + new + sentence[token.end :]


def activate(sentence: str) -> Iterator[str]:
    """Let the sufferer act: "Kovar was attacked" becomes "Kovar attacked others"."""
    tokens = tokens_of(sentence)
    for i, token in enumerate(tokens[:-2]):
        is_passive = token.low in ("was", "were") and tag_at(tokens, i + 1) == "VBN"
        if is_passive and word_at(tokens, i + 2) in (".", "on", "in", "at"):
            verb = tokens[i + 1]
            past = inflect(verb.lemma, "VBD")
            if past and verb.lemma in _DONE_TO_PEOPLE:
                yield sentence[: token.start] + f"{past} others" + sentence[verb.end :]


_DONE_TO_PEOPLE = frozenset(
    "attack kill injure arrest beat shoot elect dismiss sack praise criticise rescue deport fine"
    .split()
)  # fmt: skip

CHANGES: dict[str, Operator] = {
    "names_swapped": swap_names,
    "name_of_a_stranger": replace_name,
    "given_name": replace_given_name,
    "state": replace_state,
    "place": replace_place,
    "speaker": replace_speaker,
    "roles_swapped": swap_roles,
    "gender": change_gender,
    "passive_to_active": activate,
}
