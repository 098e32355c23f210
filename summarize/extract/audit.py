"""A policy: what one engine left out and another found is added, under the name of its finder.

Numbers, quotations and named speakers are what a reader misses first, and what rules find best.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from summarize.extract.port import Engine, Promise
from summarize.language.names.aliases import is_named, same_actor
from summarize.language.normal import normal_form
from summarize.model import Article, Draft, DraftActor, DraftClaim, DraftFigure

_QUOTED = re.compile(r"[“\"]([^”\"]+)[”\"]")
_SPLICE = " … "

Said = TypeVar("Said", DraftClaim, DraftFigure)


class AuditedEngine:
    """Reads with one engine and adds what `auditor` finds beside it."""

    def __init__(self, engine: Engine, auditor: Engine) -> None:
        self._engine = engine
        self._auditor = auditor

    def start(self, article: Article) -> Promise:
        """Begin to read `article`; the audit is made when the draft is asked for."""
        promise = self._engine.start(article)
        return lambda: audit_draft(promise(), self._auditor.start(article)())


def audit_draft(draft: Draft, found: Draft) -> Draft:
    """Return `draft` with the numbers, quotations and named speakers that only `found` has."""
    names = _names_of_same(draft.actors, found.actors)
    told = _Told.of(draft)
    figures = [one for one in found.figures if not _has_figure(draft, one, found)]
    claims = [one for one in found.claims if told.lacks(one, names)]
    speakers = {one.speaker for one in claims} | {one.speaker for one in figures}
    actors = [one for one in found.actors if one.name in speakers and one.name not in names]
    added = {"engine": found.engine}
    return draft.model_copy(
        update={
            "actors": (*draft.actors, *(one.model_copy(update=added) for one in actors)),
            "figures": (*draft.figures, *(_renamed(one, names, added) for one in figures)),
            "claims": (*draft.claims, *(_renamed(one, names, added) for one in claims)),
        }
    )


@dataclass(frozen=True)
class _Told:
    """What the claims of a draft say, and who speaks in which sentence."""

    texts: frozenset[str]
    together: str
    speaking: frozenset[tuple[str | None, int]]

    @classmethod
    def of(cls, draft: Draft) -> "_Told":
        texts = [normal_form(claim.text) for claim in draft.claims]
        speaking = {(one.speaker, number) for one in draft.claims for number in one.sentences}
        return cls(frozenset(texts), "\n".join(texts), frozenset(speaking))

    def lacks(self, claim: DraftClaim, names: Mapping[str, str]) -> bool:
        """Say whether a quotation, or what a named speaker says in a sentence, is told nowhere."""
        quotes = list(_quotes_in(claim.text))
        if claim.kind == "quotation" or quotes:
            return not all(is_named(quote, self.together) for quote in quotes)
        if claim.speaker is None or claim.sourcing != "named":
            return False
        speaker = names.get(claim.speaker, claim.speaker)
        is_speaking = any((speaker, number) in self.speaking for number in claim.sentences)
        return not is_speaking and normal_form(claim.text) not in self.texts


def _names_of_same(ours: Sequence[DraftActor], theirs: Iterable[DraftActor]) -> dict[str, str]:
    """Return what `ours` call the actors of `theirs` that are the same."""
    names: dict[str, str] = {}
    for actor in theirs:
        same = [one.name for one in ours if one.name == actor.name or same_actor(one, actor)]
        if same:
            names[actor.name] = same[0]
    return names


def _has_figure(draft: Draft, wanted: DraftFigure, found: Draft) -> bool:
    """Say whether a number stands in the draft; of two alike in a sentence, by what they count."""
    twins = [one for one in found.figures if one != wanted and _is_alike(one, wanted)]
    return any(
        _is_alike(one, wanted) and (not twins or _words(one.what) & _words(wanted.what))
        for one in draft.figures
    )


def _is_alike(one: DraftFigure, other: DraftFigure) -> bool:
    if one.sentence != other.sentence:
        return False
    is_same_value = (one.low, one.high) == (other.low, other.high)
    is_part = is_named(one.phrase, other.phrase) or is_named(other.phrase, one.phrase)
    return is_same_value or is_part


def _words(what: str) -> set[str]:
    return set(what.casefold().split())


def _quotes_in(text: str) -> Iterator[str]:
    for quoted in _QUOTED.findall(text):
        for piece in quoted.split(_SPLICE):
            yield normal_form(piece).strip(" .,!?")


def _renamed(item: Said, names: Mapping[str, str], added: Mapping[str, str]) -> Said:
    """Return `item` under its finder's name, with the names that the draft has for its actors."""
    update: dict[str, object] = dict(added)
    if item.speaker is not None:
        update["speaker"] = names.get(item.speaker, item.speaker)
    if isinstance(item, DraftClaim):
        update["actors"] = tuple(names.get(name, name) for name in item.actors)
    return item.model_copy(update=update)
