"""A draft held against its article: what is proved goes on, the rest is rejected with a reason."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from summarize.ground.evidence import CitedArticle
from summarize.ground.figures import (
    counts_something_else,
    find_differences,
    read_again,
    words_absent,
)
from summarize.ground.questions import absent_from
from summarize.ground.support import support
from summarize.language.document import parse_statement
from summarize.language.names.aliases import is_named
from summarize.language.names.allegiance import forms_of
from summarize.language.speech_verbs import certainty_of, judges
from summarize.model import (
    Actor,
    Article,
    Claim,
    ContestedPoint,
    Draft,
    DraftActor,
    DraftClaim,
    DraftContestedPoint,
    DraftFigure,
    DraftItem,
    DraftPosition,
    Extraction,
    Figure,
    Position,
    Rejected,
    RejectionReason,
)

Item = TypeVar("Item", DraftActor, DraftClaim, DraftFigure, DraftContestedPoint)
Proved = TypeVar("Proved")


def ground_draft(draft: Draft, article: Article) -> Extraction:
    """Return the items of `draft` whose evidence stands in `article`; the others are rejected."""
    return _go_through(draft, article).extraction()


def sift_draft(draft: Draft, article: Article) -> Draft:
    """Return `draft` with only what would be grounded; the rest stands in its `rejected`."""
    ledger = _go_through(draft, article)
    kept = {name: tuple(ledger.kept[name]) for name in ("actors", "figures", "claims", "contested")}
    return draft.model_copy(update={**kept, "rejected": tuple(ledger.rejected)})


def _go_through(draft: Draft, article: Article) -> "_Ledger":
    """Check the items of `draft` in the order in which they lean on each other."""
    ledger = _Ledger(draft, CitedArticle(article), rejected=list(draft.rejected))
    actors = ledger.keep("actors", draft.actors, _check_actor, _actor)
    ledger.actors, ledger.actor_ids = actors, _ids_by_name(actors)
    ledger.figures = ledger.keep("figures", draft.figures, _check_figure, _figure)
    ledger.claims = ledger.keep("claims", draft.claims, _check_claim, _claim)
    ledger.contested = ledger.keep("contested", draft.contested, _check_contested, _contested)
    return ledger


@dataclass
class _Ledger:
    """What has been proved so far of one draft, and what has been rejected."""

    draft: Draft
    cited: CitedArticle
    rejected: list[Rejected]
    kept: dict[str, Sequence[DraftItem]] = field(default_factory=dict)
    actor_ids: Mapping[str, str] = field(default_factory=dict)
    actors: Sequence[Actor] = ()
    figures: Sequence[Figure] = ()
    claims: Sequence[Claim] = ()
    contested: Sequence[ContestedPoint] = ()

    def keep(
        self,
        name: str,
        items: Iterable[Item],
        check: "Callable[[_Ledger, Item], RejectionReason | None]",
        build: "Callable[[_Ledger, Item, int], Proved]",
    ) -> list[Proved]:
        """Build what passes `check`, numbered from 1, and note what does not."""
        kept: list[Item] = []
        for item in items:
            reason = check(self, item)
            if reason is None:
                kept.append(item)
            else:
                self.note(_words_of(item), reason)
        self.kept[name] = kept
        return [build(self, item, number) for number, item in enumerate(kept, 1)]

    def note(self, item: str, reason: RejectionReason) -> None:
        """Note what is given up of an item that stands."""
        self.rejected.append(Rejected(item=item, reason=reason))

    def extraction(self) -> Extraction:
        """Return what was proved, with what was not."""
        return Extraction(
            article_id=self.cited.article.id,
            engine=self.draft.engine,
            why=self.draft.why,
            actors=tuple(self.actors),
            claims=tuple(self.claims),
            figures=tuple(self.figures),
            contested=tuple(self.contested),
            rejected=tuple(self.rejected),
            usage=self.draft.usage,
            warnings=self.draft.warnings,
        )

    def finder_of(self, item: DraftItem) -> str:
        """Return the engine that found `item`."""
        return item.engine or self.draft.engine

    @property
    def is_english(self) -> bool:
        """Whether rules for English may judge the draft."""
        return self.cited.article.is_english

    @cached_property
    def folded_text(self) -> str:
        """The article's text without regard to case."""
        return self.cited.article.text.casefold()

    @cached_property
    def figures_by_start(self) -> Mapping[int, Sequence[Figure]]:
        """The figures that were proved, by where their sentence begins."""
        found: dict[int, list[Figure]] = {}
        for figure in self.figures:
            found.setdefault(figure.evidence[0].start, []).append(figure)
        return found

    def identify(self, kind: str, number: int) -> str:
        """Return the id of an item: unique among all articles."""
        return f"{self.cited.article.id}-{kind}{number}"

    def text_of(self, sentences: Iterable[int]) -> str:
        """Return the words of these sentences."""
        return " ".join(evidence.quote for evidence in self.cited.cite(sentences))


def _words_of(item: DraftActor | DraftClaim | DraftFigure | DraftContestedPoint) -> str:
    match item:
        case DraftActor():
            return item.name
        case DraftClaim():
            return item.text
        case DraftFigure():
            return item.phrase
        case DraftContestedPoint():
            return item.question


def _ids_by_name(actors: Sequence[Actor]) -> dict[str, str]:
    """Return whom each name means: a full name before an alias, and an alias of two nobody."""
    bearers = Counter(alias for actor in actors for alias in set(actor.aliases))
    ids = {alias: actor.id for actor in actors for alias in actor.aliases if bearers[alias] == 1}
    return ids | {actor.name: actor.id for actor in actors}


def _check_citation(ledger: _Ledger, sentences: Sequence[int]) -> RejectionReason | None:
    if not sentences:
        return "no evidence"
    return None if ledger.cited.has(sentences) else "sentence out of range"


def _check_actor(ledger: _Ledger, actor: DraftActor) -> RejectionReason | None:
    problem = _check_citation(ledger, actor.sentences)
    if problem:
        return problem
    text = ledger.text_of(actor.sentences)
    forms = forms_of(actor.name) if actor.kind == "state" else ()
    named = any(is_named(name, text) for name in (actor.name, *actor.aliases, *forms))
    whole = ledger.folded_text
    words = (*actor.aliases, *filter(None, [actor.role]))
    told = all(is_named(each.casefold(), whole) for each in words)
    return None if named and told else "name not in evidence"


def _actor(ledger: _Ledger, actor: DraftActor, number: int) -> Actor:
    return Actor(
        id=ledger.identify("a", number),
        name=actor.name,
        kind=actor.kind,
        role=actor.role,
        aliases=actor.aliases,
        engine=ledger.finder_of(actor),
        evidence=ledger.cited.cite(actor.sentences),
    )


def _check_figure(ledger: _Ledger, figure: DraftFigure) -> RejectionReason | None:
    problem = _check_citation(ledger, (figure.sentence,))
    if problem:
        return problem
    if figure.speaker is not None and figure.speaker not in ledger.actor_ids:
        return "speaker not in evidence"
    sentence = ledger.text_of((figure.sentence,))
    if figure.phrase not in sentence:
        return "number not in evidence"
    return _check_value(figure, sentence, ledger.cited.article) if ledger.is_english else None


def _check_value(figure: DraftFigure, sentence: str, article: Article) -> RejectionReason | None:
    """Say what is wrong with a figure's values, unit or matter; English alone can be read again."""
    read = read_again(figure, [sentence])
    wrong = {name for name, _ in find_differences(figure, read)} if read else {"low"}
    if wrong & {"low", "high"}:
        return "number not in evidence"
    if wrong:
        return "bound or unit changed"
    is_absent = words_absent(figure.what, [article.text])
    is_other = counts_something_else(figure.what, figure, [sentence])
    return "number of something else" if is_absent or is_other else None


def _figure(ledger: _Ledger, figure: DraftFigure, number: int) -> Figure:
    return Figure(
        id=ledger.identify("f", number),
        article_id=ledger.cited.article.id,
        what=figure.what,
        low=figure.low,
        high=figure.high,
        unit=figure.unit,
        bound=figure.bound,
        phrase=figure.phrase,
        speaker_id=ledger.actor_ids[figure.speaker] if figure.speaker else None,
        as_of=figure.as_of,
        engine=ledger.finder_of(figure),
        evidence=ledger.cited.cite((figure.sentence,)),
    )


def _check_claim(ledger: _Ledger, claim: DraftClaim) -> RejectionReason | None:
    problem = _check_citation(ledger, claim.sentences)
    if problem:
        return problem
    if claim.speaker is not None and claim.speaker not in ledger.actor_ids:
        return "speaker not in evidence"
    quotes = [evidence.quote for evidence in ledger.cited.cite(claim.sentences)]
    found = support(claim.text, quotes, claim.speaker or claim.source, ledger.cited.article)
    return next(iter(found.reasons), None)


def _claim(ledger: _Ledger, claim: DraftClaim, number: int) -> Claim:
    evidence = ledger.cited.cite(claim.sentences)
    names = dict.fromkeys(name for name in claim.actors if name in ledger.actor_ids)
    return Claim(
        id=ledger.identify("c", number),
        article_id=ledger.cited.article.id,
        text=claim.text,
        kind=claim.kind,
        speaker_id=ledger.actor_ids[claim.speaker] if claim.speaker else None,
        source=claim.source,
        verb=_proved_verb(ledger, claim),
        via=_proved_channel(ledger, claim),
        certainty=claim.certainty,
        sourcing=claim.sourcing,
        actor_ids=tuple(dict.fromkeys(ledger.actor_ids[name] for name in names)),
        figure_ids=_figures_in(ledger, claim),
        date=claim.date,
        salience=claim.salience,
        engine=ledger.finder_of(claim),
        evidence=evidence,
    )


def _proved_verb(ledger: _Ledger, claim: DraftClaim) -> str | None:
    """Return the verb of speech, one that judges only where the source uses it.

    "Said" may not become "confirmed" or "admitted"; what merely reports may stand.
    """
    is_plain = claim.verb is None or not (
        judges(claim.verb) or certainty_of(claim.verb) != "asserted"
    )
    if claim.verb is None or is_plain or not ledger.is_english:
        return claim.verb
    near = {number + step for number in claim.sentences for step in (-1, 0, 1)}
    text = ledger.text_of(number for number in near if ledger.cited.has([number]))
    if _uses_verb(text, claim.verb):
        return claim.verb
    ledger.note(f"verb “{claim.verb}” of “{claim.text}”", "verb of speech changed")
    return None


def _uses_verb(text: str, verb: str) -> bool:
    """Say whether `text` has a verb, or the noun that is made of it, in any form."""
    first = verb.lower().partition(" ")[0]
    return any(
        token.lemma.lower() == first or (len(first) > 4 and token.low.startswith(first[:-1]))
        for token in parse_statement(text).tokens
    )


def _proved_channel(ledger: _Ledger, claim: DraftClaim) -> str | None:
    """Return what a statement came through if the article speaks of it."""
    if claim.via is None or is_named(claim.via.casefold(), ledger.folded_text):
        return claim.via
    ledger.note(f"channel “{claim.via}” of “{claim.text}”", "name not in evidence")
    return None


def _figures_in(ledger: _Ledger, claim: DraftClaim) -> tuple[str, ...]:
    """Return the figures of the claim's own sentences whose wording the claim keeps.

    A claim may open with what stands inside its sentence: "Eight sailors", for "that eight".
    """
    text = claim.text.casefold()
    return tuple(
        figure.id
        for number in sorted({*claim.sentences})
        for figure in ledger.figures_by_start.get(ledger.cited.start_of(number), ())
        if is_named(figure.phrase.casefold(), text)
    )


def _check_contested(ledger: _Ledger, point: DraftContestedPoint) -> RejectionReason | None:
    if len(point.positions) < 2:
        return "too few positions"
    for position in point.positions:
        problem = _check_citation(ledger, position.sentences)
        if problem:
            return problem
        if any(holder not in ledger.actor_ids for holder in position.holders):
            return "speaker not in evidence"
        if problem := _check_statement(ledger, position):
            return problem
    texts = [ledger.cited.article.text, *ledger.actor_ids]
    return "words not in evidence" if absent_from(point.question, texts) else None


def _check_statement(ledger: _Ledger, position: DraftPosition) -> RejectionReason | None:
    """Say what keeps a position from being what its evidence or one of its holders says."""
    quotes = [evidence.quote for evidence in ledger.cited.cite(position.sentences)]
    found = [
        support(position.statement, quotes, speaker, ledger.cited.article)
        for speaker in (None, *position.holders)
    ]
    if any(one.supported for one in found):
        return None
    return found[-1].reasons[0]


def _contested(ledger: _Ledger, point: DraftContestedPoint, number: int) -> ContestedPoint:
    return ContestedPoint(
        id=ledger.identify("d", number),
        question=point.question,
        kind=point.kind,
        between="actors",
        positions=tuple(_position(ledger, position) for position in point.positions),
    )


def _position(ledger: _Ledger, position: DraftPosition) -> Position:
    holders = tuple(dict.fromkeys(ledger.actor_ids[name] for name in position.holders))
    evidence = ledger.cited.cite(position.sentences)
    starts = {piece.start for piece in evidence}
    carrying = [
        claim.id
        for claim in ledger.claims
        if claim.evidence[0].start in starts
        and (claim.speaker_id in holders or claim.text == position.statement)
    ]
    return Position(
        statement=position.statement,
        stance=position.stance,
        holder_ids=holders,
        article_ids=(ledger.cited.article.id,),
        claim_ids=tuple(carrying),
        evidence=evidence,
    )
