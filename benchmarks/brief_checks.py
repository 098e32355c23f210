"""The questions that an answer key puts to a brief, each a generator of checks."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from benchmarks.answer_key import ActorKey, AnswerKey, FigureKey
from summarize.model import Actor, Article, Brief, Claim, ContestedPoint, Evidence, Figure

CHARS_BEFORE, CHARS_AFTER = 40, 60
"""How far around its evidence a figure's quote may stand: engines cut their spans differently."""

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’(?!\w)")


class Check(NamedTuple):
    """One thing looked at; `miss` is what to print where it does not hold."""

    holds: bool
    miss: str


@dataclass(frozen=True, slots=True)
class BriefIndex:
    """A brief with its articles' texts, its actors' names and its claims, each by id."""

    brief: Brief
    texts: Mapping[str, str]
    names: Mapping[str, str]
    claims: Mapping[str, Claim]

    @classmethod
    def of(cls, brief: Brief) -> "BriefIndex":
        """Index one brief."""
        return cls(
            brief=brief,
            texts={article.id: article.text for article in brief.articles},
            names={actor.id: _all_names(actor) for actor in brief.actors},
            claims={claim.id: claim for claim in brief.claims},
        )

    def article(self, prefix: str) -> Article | None:
        """The article whose file name begins with `prefix`."""
        files = ((article, article.source.rsplit("/", 1)[-1]) for article in self.brief.articles)
        return next((article for article, file in files if file.startswith(prefix)), None)

    def evidence_in(self, item: Claim | Figure, prefix: str) -> list[Evidence]:
        """The item's evidence out of the article whose file name begins with `prefix`."""
        article = self.article(prefix)
        return [e for e in item.evidence if article is not None and e.article_id == article.id]

    def speaker(self, item: Claim | Figure) -> str:
        """Every name of whoever makes the claim or gives the figure; empty where nobody does."""
        return self.names.get(item.speaker_id or "", "")

    def said(self, point: ContestedPoint) -> list[str]:
        """What each position rests on: its own evidence and that of its claims."""
        return [
            _joined_quotes((*position.evidence, *self._evidence_of(position.claim_ids)))
            for position in point.positions
        ]

    def _evidence_of(self, claim_ids: Iterable[str]) -> Iterator[Evidence]:
        for claim_id in claim_ids:
            if claim_id in self.claims:
                yield from self.claims[claim_id].evidence


def _all_names(actor: Actor) -> str:
    return " | ".join(filter(None, (actor.name, actor.role, *actor.aliases)))


def _joined_quotes(evidence: Iterable[Evidence]) -> str:
    return " … ".join(e.quote for e in evidence)


def outside_quotes(text: str) -> str:
    """The text with everything in quotation marks blanked."""
    return _QUOTED.sub(" ", text)


def evidence_is_exact(_: AnswerKey, index: BriefIndex) -> Iterator[Check]:
    """Every piece of evidence is the article's own text at its offsets."""
    brief = index.brief
    positions = [position for point in brief.contested for position in point.positions]
    pieces = [
        *(e for claim in brief.claims for e in claim.evidence),
        *(e for figure in brief.figures for e in figure.evidence),
        *(e for actor in brief.actors for e in actor.evidence),
        *(e for position in positions for e in position.evidence),
        *(e for unknown in brief.unknowns for e in unknown.evidence),
    ]
    for e in pieces:
        yield Check(index.texts.get(e.article_id, "")[e.start : e.end] == e.quote, e.quote[:60])


def articles_are_clean(key: AnswerKey, index: BriefIndex) -> Iterator[Check]:
    """The body stays, what surrounds it goes, title and date are read."""
    for prefix, want in key.articles.items():
        article = index.article(prefix)
        text = article.text if article else ""
        for pattern in want.drop:
            left = article is None or pattern.search(text) is not None
            yield Check(not left, f"{prefix}: still there: {pattern.pattern}")
        for pattern in want.keep:
            yield Check(pattern.search(text) is not None, f"{prefix}: lost: {pattern.pattern}")
        if want.title:
            title = article.title if article else None
            yield Check((title or "").strip() == want.title, f"{prefix}: title is {title!r}")
        if want.published:
            published = str(article.published) if article else ""
            yield Check(
                published.startswith(want.published), f"{prefix}: published is {published!r}"
            )


def match_figure(want: FigureKey, index: BriefIndex) -> Figure | None:
    """The first figure of that value whose evidence stands where the key's quote does."""
    for figure in index.brief.figures:
        if (figure.low, figure.high) == (want.low, want.high):
            around = " ".join(
                index.texts.get(e.article_id, "")[
                    max(0, e.start - CHARS_BEFORE) : e.end + CHARS_AFTER
                ]
                for e in index.evidence_in(figure, want.article)
            )
            if want.quote_pattern.search(around):
                return figure
    return None


def figures_are_found(key: AnswerKey, index: BriefIndex) -> Iterator[Check]:
    """Every figure that the key does not call optional is there, with its value."""
    for want in key.figures:
        if not want.optional:
            found = match_figure(want, index) is not None
            yield Check(found, f"{want.article}: {want.quote}")


def figures_are_detailed(key: AnswerKey, index: BriefIndex) -> Iterator[Check]:
    """What is counted, the unit, the bound and who gives the figure; a lost one has none right."""
    for want in key.figures:
        if want.optional:
            continue
        got = match_figure(want, index)
        details = (
            ("what", want.what, got.what if got else ""),
            ("unit", want.unit, f"{got.unit} {got.what}" if got else ""),
            ("bound", want.bound, got.bound if got else ""),
            ("by", want.by, index.speaker(got) if got else ""),
        )
        for field, pattern, value in details:
            if pattern is not None:
                holds = pattern.search(value) is not None
                yield Check(holds, f"{want.article}: {want.quote}: {field} is {value!r}")


def figures_are_wanted(key: AnswerKey, index: BriefIndex) -> Iterator[Check]:
    """No figure that is not in the key; a second reading of the same one counts as such."""
    matched = {figure.id for want in key.figures if (figure := match_figure(want, index))}
    for figure in index.brief.figures:
        yield Check(figure.id in matched, f"{figure.low:g}..{figure.high:g} {figure.what}")


def _named(want: ActorKey, index: BriefIndex) -> list[Actor]:
    return [
        actor
        for actor in index.brief.actors
        if any(want.name.search(name) for name in (actor.name, *actor.aliases))
    ]


def actors_are_found(key: AnswerKey, index: BriefIndex) -> Iterator[Check]:
    """Every actor that the key does not call optional is there, by a name or an alias."""
    for want in key.actors:
        if not want.optional:
            yield Check(bool(_named(want, index)), want.name.pattern)


def actors_have_kind_and_role(key: AnswerKey, index: BriefIndex) -> Iterator[Check]:
    """Actors are of the right kind, and have the role that the articles give them."""
    for want in key.actors:
        if want.optional:
            continue
        named = _named(want, index)
        kinds = [actor.kind for actor in named]
        is_kind = any(want.kind.fullmatch(kind) for kind in kinds)
        yield Check(is_kind, f"{want.name.pattern}: kind is {kinds}")
        if want.role is not None:
            roles = [actor.role or "" for actor in named]
            has_role = any(want.role.search(role) for role in roles)
            yield Check(has_role, f"{want.name.pattern}: role is {roles}")


def actors_belong(key: AnswerKey, index: BriefIndex) -> Iterator[Check]:
    """Nobody out of a byline, a comment thread or somebody else's headline."""
    for actor in index.brief.actors:
        yield Check(not any(p.search(actor.name) for p in key.not_actors), actor.name)


def people_stand_once(key: AnswerKey, index: BriefIndex) -> Iterator[Check]:
    """Each person of the key is one actor, however many ways the articles have to name them."""
    people = [actor for actor in index.brief.actors if actor.kind == "person"]
    for want in key.actors:
        if want.kind.pattern == "person":
            times = sum(want.name.search(actor.name) is not None for actor in people)
            yield Check(times == 1, f"{want.name.pattern}: {times} times")


def claims_have_their_speaker(key: AnswerKey, index: BriefIndex) -> Iterator[Check]:
    """Each statement of the key is a claim of whoever made it."""
    for want in key.speakers:
        speakers = [
            index.speaker(claim)
            for claim in index.brief.claims
            if want.quote.search(_joined_quotes(index.evidence_in(claim, want.article)))
        ]
        holds = any(want.by.search(name) for name in speakers)
        yield Check(holds, f"{want.article}: {want.quote.pattern}: {speakers or 'no claim'}")


def sides_met(sides: Iterable[re.Pattern[str]], positions: Iterable[str]) -> int:
    """How many sides have a position of their own; each side takes the first that is still free."""
    free = list(positions)
    met = 0
    for side in sides:
        taken = next((said for said in free if side.search(said)), None)
        if taken is not None:
            free.remove(taken)
            met += 1
    return met


def disputes_are_found(key: AnswerKey, index: BriefIndex) -> Iterator[Check]:
    """Each dispute of the key is one contested point in which enough of its sides stand apart."""
    positions = [index.said(point) for point in index.brief.contested]
    for want in key.contested:
        need = len(want.sides) if want.need is None else want.need
        best = max((sides_met(want.sides, said) for said in positions), default=0)
        yield Check(best >= need, f"{want.name}: {best} of {need} sides in one point")


def summary_covers_facts(key: AnswerKey, index: BriefIndex) -> Iterator[Check]:
    """Each key fact stands in one sentence of the summary."""
    for fact in key.key_facts:
        yield Check(
            any(all(p.search(s.text) for p in fact.patterns) for s in index.brief.summary),
            fact.name,
        )


def summary_is_neutral(key: AnswerKey, index: BriefIndex) -> Iterator[Check]:
    """No sentence of the summary has a loaded word outside quotation marks."""
    for sentence in index.brief.summary:
        own_words = outside_quotes(sentence.text)
        loaded = [p.pattern for p in key.loaded if p.search(own_words)]
        yield Check(not loaded, f"{', '.join(loaded)}: {sentence.text[:90]}")


def summary_is_cited(_: AnswerKey, index: BriefIndex) -> Iterator[Check]:
    """Every sentence of the summary rests on a finding that is in the brief."""
    known = {finding.id for finding in index.brief.findings}
    for sentence in index.brief.summary:
        yield Check(known.issuperset(sentence.finding_ids), sentence.text[:90])
