"""Folds the names of one document: full names first, then what is short for them.

A surname goes to the person who bears it; where two do, a title, or who was named last, decides,
else it goes to neither. What is no person's is folded by `institutions`.
"""

from collections.abc import Mapping, Sequence

from summarize.language.names import aliases, gazetteer, titles
from summarize.language.names.clusters import Cluster, Seen, is_bare_head
from summarize.language.names.gazetteer import Gender
from summarize.language.names.institutions import Institutions
from summarize.model import ActorKind

_LOCATIVE = frozenset("in near at outside to from across around throughout".split())


def fold(seen: Sequence[Seen], kinds: Mapping[str, ActorKind | None]) -> list[Cluster]:
    """Gather `seen` into clusters, given the kind of each text; what fits nowhere is left out."""
    people = _People(_titled_genders(seen))
    others = Institutions()
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


class _People:
    """People by full name; bare surnames and given names join them."""

    def __init__(self, titled: Mapping[str, Sequence[Gender]]) -> None:
        self._titled = titled
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
            fitting = [i for i in fitting if not self._has_other_gender(item, self.clusters[i])]
            if not fitting:
                return True
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

    def _has_other_gender(self, item: Seen, cluster: Cluster) -> bool:
        """Say whether a title forbids the bearer of a surname: "Mr Hill" is not Jane Hill.

        Titles that agree with each other know better than a given name, which may be foreign.
        """
        told = _gender_of_title(item)
        genders = self._titled.get(_surname(item), ())
        is_agreed = len(genders) > 1 and len(set(genders)) == 1
        return told is not None and not is_agreed and gender_of(cluster) not in (told, None)

    def _choose(self, item: Seen, fitting: Sequence[int]) -> int | None:
        """Choose between bearers of one surname by title, then by who was named just before."""
        gender = _gender_of_title(item)
        if gender is not None:
            same = [i for i in fitting if gender_of(self.clusters[i]) == gender]
            if len(same) == 1:
                return same[0]
        near = [i for i in fitting if self.clusters[i].is_named_near(item)]
        return near[0] if len(near) == 1 else None


def _gender_of_title(item: Seen) -> Gender | None:
    title = item.candidate.title
    return titles.gender_of_title(title[0].text) if title else None


def _titled_genders(seen: Sequence[Seen]) -> dict[str, list[Gender]]:
    """Return by surname, in key form, the genders that titles give its bearers."""
    found: dict[str, list[Gender]] = {}
    for item in seen:
        gender = _gender_of_title(item)
        if gender is not None:
            found.setdefault(_surname(item), []).append(gender)
    return found


def _surname(item: Seen) -> str:
    return "".join(_person_key(item)[-1:])


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


def _last_before(item: Seen, cluster: Cluster) -> int:
    starts = (other.candidate.start for other, _ in cluster.members)
    return max(start for start in starts if start < item.candidate.start)
