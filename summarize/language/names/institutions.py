"""Folds the states, places and organisations of one document.

An acronym goes to the name whose initials it is, "the Ministry" to the last ministry, a capital
that acts to its state. A bare name goes to one of two owners only where it alone is named near.
"""

from collections.abc import Sequence

from summarize.language.names import aliases
from summarize.language.names.clusters import Cluster, MentionForm, Seen, is_bare_head
from summarize.language.names.metonyms import stands_for_government
from summarize.language.names.owners import STANDALONE, owners_of
from summarize.model import ActorKind


class Institutions:
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
        first = short.members[0][0]
        fitting = [cluster for cluster in longer if _is_short_for(first, cluster)]
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


def _is_short_for(item: Seen, cluster: Cluster) -> bool:
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
    entry = short.members[0][0].candidate.entry
    if entry is None or entry.state is None:
        return False
    return any(owners_of(form) - {entry.state} for form in cluster.full_forms())


def _named_near(item: Seen, clusters: Sequence[Cluster]) -> list[Cluster]:
    """Return whom a bare name may mean of those named just before it."""
    near = (cluster for cluster in clusters if cluster.is_named_near(item))
    return [cluster for cluster in near if _is_short_for(item, cluster)]


def _one_meant(item: Seen, clusters: Sequence[Cluster]) -> Cluster | None:
    """Choose whom "the Ministry" means: the last named; nobody where two owners are in question."""
    near = [cluster for cluster in clusters if cluster.is_named_near(item)] or list(clusters)
    owners = {
        owner for cluster in near for form in cluster.full_forms() for owner in owners_of(form)
    }
    if len(owners) > 1 and len(near) > 1:
        return None
    return max(near, key=lambda cluster: _last_before(item, cluster), default=None)


def _last_before(item: Seen, cluster: Cluster) -> int:
    starts = (other.candidate.start for other, _ in cluster.members)
    return max(start for start in starts if start < item.candidate.start)
