"""The brief by its ids, with what has failed so far and what therefore cannot be relied on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from summarize.ground.support import Support
from summarize.model import Actor, Article, Brief, Claim, Evidence, Finding, Model
from summarize.verify.proof import Gate
from summarize.verify.report import Failure, Rule

Item = TypeVar("Item", Actor, Article, Claim, Finding)


class Ledger:
    """One run over one brief.

    `texts` are the articles with a text that fits their hash, by id. A failure makes the item that
    it stands in unsound, and what rests on an unsound item is not judged: it would only repeat it.
    """

    def __init__(self, brief: Brief, gate: Gate, failures: Iterable[Failure] = ()) -> None:
        self.brief = brief
        self.gate = gate
        self.texts: dict[str, Article] = {}
        self._rebuilt: dict[str, Article] = {}
        self.failures = list(failures)
        self.unsound = {path for failure in self.failures for path in _holders_of(failure.path)}
        self.checked = 0
        self.skipped = 0

    def fail(self, path: str, rule: Rule, problem: str, text: str) -> None:
        """Note a failure."""
        self.failures.append(Failure(path, rule, problem, text))
        self.unsound.update(_holders_of(path))

    def refuse(self, path: str, rule: Rule, support: Support | None, text: str) -> None:
        """Note as one failure what the gate found, if it found anything."""
        if support is not None and not support.supported:
            self.fail(path, rule, describe(support), text)

    def is_sound(self, path: str) -> bool:
        """Say whether nothing has failed at `path` or below it."""
        return path not in self.unsound

    def to_judge(self, path: str) -> bool:
        """Say whether the item at `path` can be judged, and count it."""
        if self.is_sound(path):
            self.checked += 1
            return True
        self.skipped += 1
        return False

    def give_up(self) -> None:
        """Take back that the last item was judged."""
        self.checked -= 1
        self.skipped += 1

    @cached_property
    def article(self) -> Mapping[str, Article]:
        """Articles by id, and by what the id should be, so that one wrong id is one failure."""
        hashes = {article.text_sha256[:12]: article for article in self.brief.articles}
        return hashes | _by_id(self.brief.articles)

    def number_of(self, article_id: str) -> int:
        """Return the number by which a reader knows an article, from 1; 0 for one unknown."""
        article = self.article.get(article_id)
        return self.brief.articles.index(article) + 1 if article else 0

    @cached_property
    def actor(self) -> Mapping[str, Actor]:
        """Actors by id."""
        return _by_id(self.brief.actors)

    @cached_property
    def claim(self) -> Mapping[str, Claim]:
        """Claims by id."""
        return _by_id(self.brief.claims)

    @cached_property
    def finding(self) -> Mapping[str, Finding]:
        """Findings by id."""
        return _by_id(self.brief.findings)

    @cached_property
    def _places(self) -> Mapping[str, str]:
        named = [(f"actors[{place}]", one.id) for place, one in enumerate(self.brief.actors)]
        named += [(f"claims[{place}]", one.id) for place, one in enumerate(self.brief.claims)]
        return {id_: path for path, id_ in named}

    def claims(self, ids: Iterable[str]) -> list[Claim]:
        """Return the claims with these ids that exist."""
        return [self.claim[one] for one in ids if one in self.claim]

    def claims_of(self, finding_ids: Iterable[str]) -> list[Claim]:
        """Return the claims of these findings."""
        found = (self.finding[one] for one in finding_ids if one in self.finding)
        return self.claims(claim_id for finding in found for claim_id in finding.claim_ids)

    def can_carry(self, claim: Claim) -> bool:
        """Say whether a claim's evidence and the actors that it names are sound."""
        place = self._places[claim.id]
        own = (f"{place}.evidence[{number}]" for number in range(len(claim.evidence)))
        actors = (self._places.get(one, "") for one in (claim.speaker_id, *claim.actor_ids) if one)
        return all(map(self.is_sound, (*own, *actors)))

    def text_of(self, article_id: str) -> Article | None:
        """Return an article with its text; what its quotes tell of it, where the text is absent."""
        article = self.article.get(article_id)
        if article is None:
            return None
        if article_id not in self._rebuilt:
            self._rebuilt[article_id] = self.texts.get(article.id) or self._rebuild(article_id)
        return self._rebuilt[article_id]

    def _rebuild(self, article_id: str) -> Article:
        pieces = {
            (piece.start, piece.end): piece.quote
            for path, piece in walk(self.brief)
            if isinstance(piece, Evidence) and piece.article_id == article_id
            if self.is_sound(path)
        }
        text, last = "", 0
        for (start, end), quote in sorted(pieces.items()):
            if end > last:
                text += ("" if not text else " " if start == last + 1 else "\n\n") + quote
                last = end
        return self.article[article_id].model_copy(update={"text": text})


def describe(support: Support) -> str:
    """Say in words what the gate found."""
    words: dict[str, list[str]] = {}
    for problem in support.problems:
        words.setdefault(problem.reason, []).append(problem.words)
    return "; ".join(f"{reason} ({', '.join(filter(None, dict.fromkeys(said)))})".replace(" ()", "")
                     for reason, said in words.items())  # fmt: skip


def walk(item: Model, path: str = "") -> Iterator[tuple[str, Model]]:
    """Yield `item` and every model inside it, with its path."""
    yield path, item
    for name in type(item).model_fields:
        value = getattr(item, name)
        inner = f"{path}.{name}" if path else name
        if isinstance(value, Model):
            yield from walk(value, inner)
        elif isinstance(value, tuple):
            for place, one in enumerate(value):
                if isinstance(one, Model):
                    yield from walk(one, f"{inner}[{place}]")


def _holders_of(path: str) -> Iterator[str]:
    """Yield a path and those of all that it stands in: `claims[3]` for `claims[3].evidence[0]`."""
    while path:
        yield path
        path = path.rpartition(".")[0]


def _by_id(items: Sequence[Item]) -> dict[str, Item]:
    return {item.id: item for item in items}
