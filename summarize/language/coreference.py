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
from summarize.language.gazetteer import Gender
from summarize.language.metonyms import stands_for_government
from summarize.language.owners import HOMES, STANDALONE, owners_of
from summarize.model import ActorKind

MentionForm = Literal["name", "short", "demonym", "metonym"]

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
    clusters = [*people.clusters, *others.gather()]
    for cluster in clusters:
        cluster.members.sort(key=lambda member: member[0].candidate.start)
    return clusters


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
            return gazetteer.gender_of_given_name(first) or _gender_of_surname(form.split()[-1])
    return None


def _gender_of_surname(surname: str) -> Gender | None:
    """Read the ending of a Slavic surname: Petrov, Petrova."""
    if surname.endswith(("ova", "eva", "skaya", "ská")):
        return "f"
    return "m" if surname.endswith(("ov", "ev", "sky", "skiy", "skyi")) else None


def is_bare_head(item: Seen) -> bool:
    """Say whether a name is one head word alone: "the Ministry"."""
    low = item.text.lower()
    if item.candidate.entry is not None or len(item.parts) > 1:
        return False
    return low in organisations.ORGANISATION_HEADS or low in organisations.PLACE_HEADS


class _People:
    """People by full name; bare surnames and given names join them."""

    def __init__(self) -> None:
        self.clusters: list[Cluster] = []
        self._keys: list[list[list[str]]] = []
        self._by_word: dict[str, list[int]] = {}

    def add_full(self, item: Seen) -> None:
        """Add a name of two words or more."""
        key = _person_key(item)
        for index in self._sharing(key):
            if all(aliases.same_person(key, known) for known in self._keys[index]):
                self.clusters[index].members.append((item, "name"))
                if key not in self._keys[index]:
                    self._keys[index].append(key)
                    self._index(index, key)
                return
        self._open(item, key)

    def _open(self, item: Seen, key: list[str]) -> None:
        self._index(len(self.clusters), key)
        self.clusters.append(Cluster("person", None, [(item, "name")]))
        self._keys.append([key])

    def _index(self, index: int, key: Sequence[str]) -> None:
        for word in {key[0], key[-1], "".join(key)}:
            known = self._by_word.setdefault(word, [])
            if index not in known[-1:]:
                known.append(index)

    def _sharing(self, key: Sequence[str]) -> list[int]:
        """Return the people whose name begins or ends with the first or last word of `key`."""
        words = {key[0], key[-1], "".join(key)}
        return sorted({index for word in words for index in self._by_word.get(word, ())})

    def add_short(self, item: Seen, kind: ActorKind | None) -> bool:
        """Add a bare name to the person it belongs to, or open a person where it must be one."""
        candidate = item.candidate
        if candidate.entry is not None and not self._may_be_person(item):
            return False
        is_headed = candidate.kind in ("organisation", "place") and candidate.entry is None
        is_noun = is_bare_head(item) and not candidate.title
        if is_headed or (is_noun and not _is_own_phrase(item)):
            return False
        key = _person_key(item)
        fitting = [i for i in self._sharing(key) if _fits(key, self._keys[i])]
        if fitting:
            chosen = fitting[0] if len(fitting) == 1 else self._choose(item, fitting)
            if chosen is not None:
                self.clusters[chosen].members.append((item, "short"))
            return True
        if kind == "person" and not is_noun and (candidate.entry is None or candidate.title):
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


def _is_own_phrase(item: Seen) -> bool:
    """Tell "Field refused", which may be a person, from "the Field" and "Field officers"."""
    candidate = item.candidate
    before = item.words[candidate.at - 1].low if candidate.at else ""
    after = item.words[candidate.at + 1 : candidate.at + 2]
    is_part = any(word.tag.startswith("NN") for word in after)
    return not is_part and before not in _LOCATIVE and before not in ("the", "a", "of", "and")


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
        elif is_bare_head(item):
            self._short.append(item)
        elif kind is not None:
            self._put(item, kind, entry.name if entry else item.text, "name")

    def _put(self, item: Seen, kind: ActorKind, name: str, form: MentionForm) -> None:
        key = (kind, aliases.name_key(name, kind))
        if key not in self._clusters:
            self._clusters[key] = Cluster(kind, name if kind == "state" else None)
        self._clusters[key].members.append((item, form))

    def gather(self) -> list[Cluster]:
        """Fold short names of organisations into full ones and return all clusters."""
        self._fold_organisations()
        self._add_bare_heads()
        return list(self._clusters.values())

    def _fold_organisations(self) -> None:
        index = self._organisations_by_opening()
        for key in [key for key in self._clusters if key[0] == "organisation"]:
            words = self._clusters[key].members[0][0].text.split()
            near = {k for word in (words[0], words[-1]) for k in index.get(word.lower(), ())}
            longer = [k for k in self._clusters if k in near and k != key]
            self._fold_into(key, [self._clusters[k] for k in longer])

    def _fold_into(self, key: tuple[ActorKind, str], longer: Sequence[Cluster]) -> None:
        """Give the mentions of a short name to the one it is short for, each where several are."""
        short = self._clusters[key]
        fitting = [cluster for cluster in longer if _is_short_for(short, cluster)]
        is_sure = len(fitting) == 1 and not _is_known_elsewhere(short, fitting[0])
        kept = []
        for item, form in short.members:
            near = fitting if is_sure else _named_near(item, fitting)
            if len(near) == 1:
                near[0].members.append((item, "short"))
            else:
                kept.append((item, form))
        short.members = kept
        if not kept:
            del self._clusters[key]

    def _organisations_by_opening(self) -> dict[str, list[tuple[ActorKind, str]]]:
        """Index organisations by what a shortened name begins or ends with, or is."""
        index: dict[str, list[tuple[ActorKind, str]]] = {}
        for key, cluster in self._clusters.items():
            if key[0] != "organisation":
                continue
            for form in dict.fromkeys(cluster.full_forms()):
                words = form.lower().split()
                for opening in {words[0], words[-1], *aliases.acronyms_of(form)}:
                    index.setdefault(opening, []).append(key)
        return index

    def _add_bare_heads(self) -> None:
        """Give "the Ministry" to the last organisation before it that ends or begins so."""
        index = self._organisations_by_opening()
        for item in self._short:
            low = item.text.lower()
            before = [
                cluster
                for key in index.get(low, ())
                if (cluster := self._clusters[key]).members[0][0].candidate.start
                < item.candidate.start
            ]
            chosen = _one_meant(item, before)
            if chosen and not item.candidate.is_first and low != "house":
                chosen.members.append((item, "short"))
            elif low in STANDALONE:
                self._put(item, "organisation", item.text, "name")


def _is_short_for(short: Cluster, cluster: Cluster) -> bool:
    item = short.members[0][0]
    is_known = item.candidate.entry is not None and len(item.parts) > 1
    return any(
        aliases.is_acronym_of(item.text, form)
        or (
            aliases.is_short_form_of(item.text, form)
            and not (is_known and form.startswith(item.text))
        )
        for form in cluster.full_forms()
    )


def _is_known_elsewhere(short: Cluster, cluster: Cluster) -> bool:
    """Say whether a bare name is known as another's: Congress, where Peru's Congress is named."""
    if short.members[0][0].candidate.entry is None:
        return False
    return any(owners_of(form) - HOMES for form in cluster.full_forms())


def _named_near(item: Seen, clusters: Sequence[Cluster]) -> list[Cluster]:
    """Return those named in the sentence of `item`, before it, or in the two before."""
    return [
        cluster
        for cluster in clusters
        if any(
            0 <= item.sentence - other.sentence <= _NEARBY_SENTENCES
            and other.candidate.start < item.candidate.start
            for other, _ in cluster.members
        )
    ]


def _one_meant(item: Seen, clusters: Sequence[Cluster]) -> Cluster | None:
    """Choose whom "the Ministry" means: the last named; nobody where two owners are in question."""
    near = _named_near(item, clusters) or list(clusters)
    owners = {
        owner for cluster in near for form in cluster.full_forms() for owner in owners_of(form)
    }
    if len(owners) > 1 and len(near) > 1:
        return None
    return max(near, key=lambda cluster: _last_before(item, cluster), default=None)


def _last_before(item: Seen, cluster: Cluster) -> int:
    starts = (other.candidate.start for other, _ in cluster.members)
    return max(start for start in starts if start < item.candidate.start)
