"""Names of a document: people, organisations, states and places, each once, with its mentions.

`candidates` finds what may be a name, `evidence` says what kind it is, `aliases` which names are
one actor, `roles` what the article calls a person. Treaties, laws, awards, events, months and
works are no actors and are left out; so is what nothing vouches for.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice, takewhile
from typing import NamedTuple

from summarize.language.document import Document
from summarize.language.names import aliases, gazetteer
from summarize.language.names.candidates import find_candidates, is_headline
from summarize.language.names.clusters import Cluster, MentionForm, Seen
from summarize.language.names.compounds import sentence_words
from summarize.language.names.coreference import fold, gender_of
from summarize.language.names.evidence import best_kind, cues_of, weigh
from summarize.language.names.gazetteer import Gender
from summarize.language.names.lexis import is_common
from summarize.language.names.owners import owners_of, possessor_before
from summarize.language.names.roles import role_of
from summarize.model import ActorKind


class Mention(NamedTuple):
    """Where a name stands, without title or article; a metonym is a capital for its government."""

    start: int
    end: int
    form: MentionForm


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor of one document.

    `name` is the fullest form found, of a state its short English name. `role` is the article's own
    words for what a person is. `aliases` are the other forms found, sorted, adjectives left out.
    """

    name: str
    kind: ActorKind
    role: str | None
    aliases: tuple[str, ...]
    mentions: tuple[Mention, ...]
    gender: Gender | None = None
    is_plural: bool = False


@dataclass(frozen=True)
class Names:
    """The entities of a document in the order of their first mention."""

    entities: tuple[Entity, ...]

    def mentions_between(self, start: int, end: int) -> tuple[tuple[Mention, Entity], ...]:
        """Return the mentions that overlap `start:end`, in order, each with its entity."""
        first = bisect_right(self._ends, start)
        pairs = takewhile(lambda pair: pair[0].start < end, islice(self._mentions, first, None))
        return tuple(pairs)

    @cached_property
    def _mentions(self) -> list[tuple[Mention, Entity]]:
        """All mentions; none overlaps another, so that starts and ends are both in order."""
        pairs = [(mention, entity) for entity in self.entities for mention in entity.mentions]
        return sorted(pairs, key=lambda pair: pair[0])

    @cached_property
    def _ends(self) -> list[int]:
        return [mention.end for mention, _ in self._mentions]


def find_names(document: Document) -> Names:
    """Find the actors of `document`."""
    seen = _titled_once(_vouched(list(_all_candidates(document))))
    seen = [_with_owner(item, document.text) for item in seen]
    kinds = _kinds(seen)
    entities = [_entity(cluster, document.text) for cluster in fold(seen, kinds)]
    entities = _without_shared_aliases(entities)
    return Names(tuple(sorted(entities, key=lambda entity: entity.mentions[0])))


def _all_candidates(document: Document) -> Iterable[Seen]:
    for index in range(len(document.sentences)):
        words = sentence_words(document, index)
        for candidate in find_candidates(words) if words else ():
            text = " ".join(document.text[candidate.start : candidate.end].split())
            yield Seen(candidate, words, index, text)


def _vouched(seen: Sequence[Seen]) -> list[Seen]:
    """Keep what a capital or the gazetteer vouches for; cut a sentence's first word off a name."""
    mid = {item.text for item in seen if not item.candidate.is_first}
    mid |= {part for item in seen if not item.candidate.is_first for part in item.parts}
    kept = (_vouch(item, mid) for item in seen)
    return [item for item in kept if item is not None]


def _vouch(item: Seen, mid: set[str]) -> Seen | None:
    candidate = item.candidate
    is_label = item.text.isupper() and candidate.entry is None
    if is_label and any(len(part) > 3 and is_common(part) for part in item.parts):
        return None
    if not candidate.is_first or item.text in mid:
        return item
    parts = item.parts
    if len(parts) == 1 or is_headline(item.words):
        is_known = candidate.entry is not None and candidate.kind == "state"
        if is_known or not any(is_common(part) for part in parts):
            return item
        return item if candidate.entry and _is_subject(item) else None
    if candidate.kind is None and is_common(parts[0]) and not gazetteer.is_given_name(parts[0]):
        return _without_first(item)
    return item


def _is_subject(item: Seen) -> bool:
    """Say whether a known name that is also a word has a verb behind it: "Labour has"."""
    end = item.candidate.at + len(item.candidate.words)
    after = item.words[end] if end < len(item.words) else None
    is_word = any(is_common(part) for part in item.parts)
    return not is_word or (after is not None and after.tag in ("VBD", "VBZ", "MD", "POS"))


def _without_first(item: Seen) -> Seen | None:
    candidate = item.candidate
    rest = candidate._replace(words=candidate.words[1:], at=candidate.at + 1, is_first=False)
    if not rest.words or all(is_common(word.text) for word in rest.words):
        return None
    entry = gazetteer.look_up(" ".join(word.text for word in rest.words))
    rest = rest._replace(entry=entry, kind=entry.kind if entry else None)
    text = item.text.removeprefix(candidate.words[0].text).lstrip(" -–—/&")
    return item._replace(candidate=rest, text=text)


def _titled_once(seen: Sequence[Seen]) -> list[Seen]:
    """Free a name that a title vouches for from its last word: "Jo Field" is Mayor Jo Field."""
    borne = {item.text for item in seen if item.candidate.title and len(item.parts) > 1}
    return [
        item._replace(candidate=item.candidate._replace(kind=None))
        if item.text in borne and item.candidate.entry is None and not item.candidate.title
        else item
        for item in seen
    ]


def _with_owner(item: Seen, text: str) -> Seen:
    """Name a generic organisation with whom it belongs to: "Norway's Supreme Court"."""
    first = possessor_before(item.candidate, item.words)
    if first is None:
        return item
    name = " ".join(text[item.words[first].start : item.candidate.end].split())
    entry = item.candidate.entry
    is_home = entry is not None and entry.state in owners_of(name)
    candidate = item.candidate._replace(entry=entry if is_home else None, kind="organisation")
    return item._replace(candidate=candidate, text=name)


def _without_shared_aliases(entities: Sequence[Entity]) -> list[Entity]:
    """Drop the other names that two organisations have: "General Staff" alone tells nothing."""
    borne = Counter(
        form
        for entity in entities
        if entity.kind == "organisation"
        for form in (entity.name, *entity.aliases)
    )
    return [
        replace(entity, aliases=tuple(form for form in entity.aliases if borne[form] < 2))
        if entity.kind == "organisation"
        else entity
        for entity in entities
    ]


def _kinds(seen: Sequence[Seen]) -> dict[str, ActorKind | None]:
    """Decide the kind of each text by what all its mentions say."""
    cues: dict[str, Counter[str]] = {}
    for item in seen:
        cues.setdefault(item.text, Counter()).update(cues_of(item.candidate, item.words))
    return {text: best_kind(weigh(found)) or _default_kind(text) for text, found in cues.items()}


def _default_kind(text: str) -> ActorKind | None:
    """Take two or three uncommon capitalised words for a person: most such names are."""
    words = text.split()
    is_name = 2 <= len(words) <= 3 and not any(is_common(word) for word in words)
    return "person" if is_name else None


def _entity(cluster: Cluster, text: str) -> Entity:
    mentions = sorted(
        {Mention(item.candidate.start, item.candidate.end, form) for item, form in cluster.members}
    )
    name = cluster.canonical or _fullest(cluster)
    forms = {item.text for item, form in cluster.members if form != "demonym"}
    forms |= {" ".join(item.parts) for item, _ in cluster.members if _is_owned(item)}
    is_person = cluster.kind == "person"
    return Entity(
        name,
        cluster.kind,
        _role(cluster, text) if is_person else None,
        tuple(sorted(forms - {name})),
        tuple(mentions),
        gender_of(cluster) if is_person else None,
        cluster.kind == "organisation" and name.endswith("s") and aliases.is_plural_name(name),
    )


def _is_owned(item: Seen) -> bool:
    return len(item.text) > item.candidate.end - item.candidate.start


def _fullest(cluster: Cluster) -> str:
    """Return the form with most words, then the longest; Va. and WASHINGTON are written out."""
    forms = [item.text for item, form in cluster.members if form == "name"]
    forms = forms or [item.text for item, _ in cluster.members]
    full = max(forms, key=lambda form: (form.count(" "), not form.isupper(), len(form)))
    entry = cluster.members[0][0].candidate.entry
    is_odd = cluster.kind == "place" and (full.isupper() or full.endswith("."))
    return entry.name if entry is not None and is_odd else full


def _role(cluster: Cluster, text: str) -> str | None:
    """Return the first role of more than one word, else the first."""
    found = [role_of(item.candidate, item.words, text) for item, _ in cluster.members]
    roles = [role for role in found if role]
    return next((role for role in roles if " " in role), roles[0] if roles else None)
