"""Folds the names of one document: full names first, then what is short for them.

A surname goes to the person who bears it; where two do, a title, or who was named last, decides,
else it goes to neither. An acronym goes to the name whose initials it is, "the Ministry" to the
last ministry, a capital that acts to its state.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from summarize.language import aliases, gazetteer, organisations, titles
from summarize.language.candidates import Candidate
from summarize.language.document import Token
from summarize.language.evidence import stands_for_government
from summarize.language.gazetteer import Gender
from summarize.model import ActorKind

MentionForm = Literal["name", "short", "demonym", "metonym"]

STANDALONE = frozenset("congress parliament army navy senate cabinet treasury vatican".split())
"""Heads that are names without any other word."""

_LOCATIVE = frozenset("in near at outside to from across around throughout".split())
_NEARBY_SENTENCES = 2


class Seen(NamedTuple):
    """A candidate with the words of its sentence, the sentence's number and the text it covers."""

    candidate: Candidate
    words: Sequence[Token]
    sentence: int
    text: str

    @property
    def parts(self) -> tuple[str, ...]:
        """The words of the name."""
        return tuple(word.text for word in self.candidate.words)


@dataclass
class Cluster:
    """The mentions of one actor while they are gathered; `canonical` is a state's name."""

    kind: ActorKind
    canonical: str | None = None
    members: list[tuple[Seen, MentionForm]] = field(default_factory=list)

    def full_forms(self) -> Iterator[str]:
        """Yield the forms that are no shortening of another."""
        return (item.text for item, form in self.members if form == "name")


def fold(seen: Sequence[Seen], kinds: Mapping[str, ActorKind | None]) -> list[Cluster]:
    """Gather `seen` into clusters, given the kind of each text; what fits nowhere is left out."""
    people = _People()
    others = _Others()
    waiting = []
    for item in seen:
        if kinds[item.text] == "person" and len(item.parts) > 1 and not item.candidate.entry:
            people.add_full(item)
        else:
            waiting.append(item)
    for item in waiting:
        if not people.add_short(item, kinds[item.text]):
            others.add(item, kinds[item.text])
    return [*people.clusters, *others.gather()]


def gender_of(cluster: Cluster) -> Gender | None:
    """Return what titles, then the given name, say of a person's gender."""
    for item, _ in cluster.members:
        for word in item.candidate.title:
            gender = titles.gender_of_title(word.text)
            if gender is not None:
                return gender
    for form in cluster.full_forms():
        first = form.split()[0]
        if " " in form and not gazetteer.is_east_asian_surname(first):
            return gazetteer.gender_of_given_name(first)
    return None


class _People:
    """People by full name; bare surnames and given names join them."""

    def __init__(self) -> None:
        self.clusters: list[Cluster] = []
        self._keys: list[list[list[str]]] = []

    def add_full(self, item: Seen) -> None:
        key = _person_key(item)
        for cluster, keys in zip(self.clusters, self._keys, strict=True):
            if all(len(known) == 1 or aliases.same_person(key, known) for known in keys):
                cluster.members.append((item, "name"))
                keys.append(key)
                return
        self._open(item, key)

    def _open(self, item: Seen, key: list[str]) -> None:
        self.clusters.append(Cluster("person", None, [(item, "name")]))
        self._keys.append([key])

    def add_short(self, item: Seen, kind: ActorKind | None) -> bool:
        """Add a bare name to the person it belongs to, or open a person where it must be one."""
        candidate = item.candidate
        key = _person_key(item)
        if candidate.entry is not None and not self._may_be_person(item):
            return False
        if candidate.kind in ("organisation", "place") and candidate.entry is None:
            return False
        fitting = [i for i, keys in enumerate(self._keys) if _fits(key, keys)]
        if fitting:
            chosen = fitting[0] if len(fitting) == 1 else self._choose(item, fitting)
            if chosen is not None:
                self.clusters[chosen].members.append((item, "short"))
            return True
        if kind == "person" and (candidate.entry is None or candidate.title):
            self._open(item, key)
            return True
        return False

    def _may_be_person(self, item: Seen) -> bool:
        """Let "Jordan" be Michael Jordan where his name has been seen, but not "in Jordan"."""
        candidate = item.candidate
        if candidate.title:
            return True
        if len(item.parts) > 1 or candidate.entry is None or candidate.entry.form == "demonym":
            return False
        before = item.words[candidate.at - 1].low if candidate.at else ""
        return before not in _LOCATIVE and before != "the"

    def _choose(self, item: Seen, fitting: Sequence[int]) -> int | None:
        """Choose between bearers of one surname by title, then by who was named just before."""
        title = item.candidate.title
        gender = titles.gender_of_title(title[0].text) if title else None
        if gender is not None:
            same = [i for i in fitting if gender_of(self.clusters[i]) == gender]
            if len(same) == 1:
                return same[0]
        near = [i for i in fitting if self._is_near(i, item)]
        return near[0] if len(near) == 1 else None

    def _is_near(self, index: int, item: Seen) -> bool:
        return any(
            0 <= item.sentence - other.sentence <= _NEARBY_SENTENCES
            and other.candidate.start < item.candidate.start
            for other, _ in self.clusters[index].members
        )


def _person_key(item: Seen) -> list[str]:
    return aliases.name_key(item.text, "person").split()


def _fits(key: Sequence[str], known: Sequence[Sequence[str]]) -> bool:
    return any(
        aliases.same_person(key, name) or (len(key) == 1 and len(name) > 1 and key[0] == name[0])
        for name in known
    )


class _Others:
    """States, places and organisations by key; shortened names join the organisation they mean."""

    def __init__(self) -> None:
        self._clusters: dict[tuple[ActorKind, str], Cluster] = {}
        self._short: list[Seen] = []

    def add(self, item: Seen, kind: ActorKind | None) -> None:
        """Add one mention that is no person's."""
        entry = item.candidate.entry
        if entry is not None and entry.form == "demonym":
            self._put(item, "state", entry.name, "demonym")
        elif entry is not None and entry.form == "capital" and entry.state is not None:
            if stands_for_government(item.candidate, item.words):
                self._put(item, "state", entry.state, "metonym")
            else:
                self._put(item, "place", entry.name, "name")
        elif entry is not None and entry.kind == "state":
            self._put(item, "state", entry.name, "name")
        elif self._is_bare_head(item):
            self._short.append(item)
        elif kind is not None:
            self._put(item, kind, entry.name if entry else item.text, "name")

    def _put(self, item: Seen, kind: ActorKind, name: str, form: MentionForm) -> None:
        key = (kind, aliases.name_key(name, kind))
        if key not in self._clusters:
            self._clusters[key] = Cluster(kind, name if kind == "state" else None)
        self._clusters[key].members.append((item, form))

    def _is_bare_head(self, item: Seen) -> bool:
        low = item.text.lower()
        if item.candidate.entry is not None or len(item.parts) > 1:
            return False
        return low in organisations.ORGANISATION_HEADS or low in organisations.PLACE_HEADS

    def gather(self) -> list[Cluster]:
        """Fold short names of organisations into full ones and return all clusters."""
        self._fold_organisations()
        for item in self._short:
            self._add_bare_head(item)
        return list(self._clusters.values())

    def _organisations(self) -> list[tuple[tuple[ActorKind, str], Cluster]]:
        return [pair for pair in self._clusters.items() if pair[0][0] == "organisation"]

    def _fold_organisations(self) -> None:
        for key, cluster in self._organisations():
            name = cluster.members[0][0].text
            longer = [other for other in self._organisations() if _is_short_for(name, other[1])]
            if len(longer) == 1 and longer[0][0] != key:
                target = longer[0][1]
                target.members += [(item, "short") for item, _ in cluster.members]
                target.members.sort(key=lambda member: member[0].candidate.start)
                del self._clusters[key]

    def _add_bare_head(self, item: Seen) -> None:
        start = item.candidate.start
        before = [
            cluster
            for _, cluster in self._organisations()
            if cluster.members[0][0].candidate.start < start
            and item.text.lower() in (word.lower() for word in _last_words(cluster))
        ]
        if before and not item.candidate.is_first:
            before[-1].members.append((item, "short"))
        elif item.text.lower() in STANDALONE:
            self._put(item, "organisation", item.text, "name")


def _last_words(cluster: Cluster) -> list[str]:
    return [form.split()[-1] for form in cluster.full_forms()] + [
        form.split()[0] for form in cluster.full_forms()
    ]


def _is_short_for(name: str, cluster: Cluster) -> bool:
    return any(
        aliases.is_acronym_of(name, form) or aliases.is_short_form_of(name, form)
        for form in cluster.full_forms()
    )
