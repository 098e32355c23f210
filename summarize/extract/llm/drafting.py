"""A model's answer as a draft: names settled, numbers read again, what has no place given up."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from summarize.extract.llm.article_text import ArticleText
from summarize.extract.llm.reply import (
    ArticleReply,
    ReplyActor,
    ReplyClaim,
    ReplyDispute,
    ReplyFigure,
    ReplyPosition,
)
from summarize.extract.speakers import OUTLET, Speaker, name_source, name_speaker
from summarize.language.document import parse_statement
from summarize.language.modality import read_modality
from summarize.language.names.aliases import is_named
from summarize.language.names.allegiance import forms_of
from summarize.language.quantities import Quantity
from summarize.language.speech_verbs import certainty_of, least_certain
from summarize.model import (
    Bound,
    Certainty,
    DraftActor,
    DraftClaim,
    DraftContestedPoint,
    DraftFigure,
    DraftPosition,
    Rejected,
    RejectionReason,
)


class Items(NamedTuple):
    """What a reply, or several joined, holds."""

    actors: tuple[DraftActor, ...] = ()
    claims: tuple[DraftClaim, ...] = ()
    figures: tuple[DraftFigure, ...] = ()
    contested: tuple[DraftContestedPoint, ...] = ()
    rejected: tuple[Rejected, ...] = ()


def read_items(reply: ArticleReply, text: ArticleText, known: Sequence[DraftActor] = ()) -> Items:
    """Return the items of `reply` in the form of a draft of `text`.

    `known` are actors of an earlier answer, whom this one may speak of.
    """
    writer = _Writer(text, list(reply.malformed))
    actors = [writer.actor(actor) for actor in reply.actors]
    writer.actors = [*actors, *known]
    claims = [writer.claim(claim) for claim in reply.claims if writer.is_cited(claim)]
    figures = [writer.figure(figure) for figure in reply.figures if writer.is_number(figure)]
    contested = [writer.dispute(point) for point in reply.contested if writer.is_sided(point)]
    return Items(
        actors=tuple(actors),
        claims=tuple(claims),
        figures=tuple(figures),
        contested=tuple(contested),
        rejected=tuple(writer.rejected),
    )


@dataclass
class _Writer:
    """Puts one reply into the form of a draft, and notes what has no place in it."""

    text: ArticleText
    rejected: list[Rejected]
    actors: Sequence[DraftActor] = field(default=())

    def actor(self, actor: ReplyActor) -> DraftActor:
        """Return an actor with the sentences that name it; strange words for it are given up.

        The model is not asked where: a name is found by looking, and without a mistake.
        """
        role = actor.role
        if role is not None and not self.text.holds(role):
            self._reject(f"{actor.name}: role “{role}”", "words not in evidence")
            role = None
        aliases = [one for one in actor.aliases if one.strip() and one != actor.name]
        for alias in aliases:
            if not self.text.holds(alias):
                self._reject(f"{actor.name}: alias “{alias}”", "name not in evidence")
        kept = tuple(dict.fromkeys(one for one in aliases if self.text.holds(one)))
        forms = (actor.name, *kept, *(forms_of(actor.name) if actor.kind == "state" else ()))
        return DraftActor(
            name=actor.name,
            kind=actor.kind,
            role=role,
            aliases=kept,
            sentences=self.text.naming(forms),
        )

    def claim(self, claim: ReplyClaim) -> DraftClaim:
        """Return a claim; its date and how sure it is are read by rule, as the gate reads them."""
        numbers = tuple(dict.fromkeys(claim.sentences))
        speaker = self._speaker(claim.speaker)
        named = [one.name for one in self.actors if not set(numbers).isdisjoint(one.sentences)]
        return DraftClaim(
            text=claim.text,
            kind=claim.kind,
            speaker=speaker.actor,
            source=speaker.words,
            verb=claim.verb,
            via=claim.via,
            certainty=_certainty_of(claim),
            sourcing=speaker.sourcing,
            actors=tuple(named),
            date=next(filter(None, map(self.text.date_of, numbers)), None),
            salience=max((self.text.salience[number - 1] for number in numbers), default=0.0),
            sentences=numbers,
        )

    def figure(self, figure: ReplyFigure) -> DraftFigure:
        """Return a figure in the article's wording, unit and bound where its value can be read."""
        phrase, read = self._read_again(figure)
        return DraftFigure(
            what=figure.what,
            low=figure.low,
            high=figure.high,
            unit=read.unit if read else figure.unit,
            bound=read.bound if read else _bound_of(figure),
            phrase=phrase,
            speaker=self._actor_name(figure.speaker),
            as_of=self.text.date_of(figure.sentence),
            sentence=figure.sentence,
        )

    def dispute(self, point: ReplyDispute) -> DraftContestedPoint:
        """Return a contested point with the sides that somebody can be cited for."""
        return DraftContestedPoint(
            question=point.question,
            kind=point.kind,
            positions=tuple(
                self._position(position) for position in point.positions if self._can_cite(position)
            ),
        )

    def is_cited(self, claim: ReplyClaim) -> bool:
        """Say whether a claim cites sentences that are there, and note one that does not."""
        return self._has(claim.text, claim.sentences)

    def is_number(self, figure: ReplyFigure) -> bool:
        """Say whether a figure can be one, and note one that cannot."""
        if figure.low > figure.high:
            self._reject(figure.phrase, "malformed")
            return False
        return self._has(figure.phrase, [figure.sentence])

    def is_sided(self, point: ReplyDispute) -> bool:
        """Say whether two sides of a point can be cited, and note one where they cannot."""
        cited = [one for one in point.positions if self._can_cite(one)]
        if len(cited) < 2:
            self._reject(point.question, "too few positions")
        return len(cited) >= 2

    def _can_cite(self, position: ReplyPosition) -> bool:
        return bool(position.sentences) and self.text.has(position.sentences)

    def _position(self, position: ReplyPosition) -> DraftPosition:
        holders = (self._actor_name(holder) for holder in position.holders)
        return DraftPosition(
            statement=position.statement,
            stance=position.stance,
            holders=tuple(dict.fromkeys(one for one in holders if one)),
            sentences=tuple(dict.fromkeys(position.sentences)),
        )

    def _speaker(self, said: str | None) -> Speaker:
        """Return who is meant by `said`: an actor, or a source that is none."""
        name = self._actor_name(said)
        kinds = {actor.name: actor.kind for actor in self.actors}
        if said is None:
            return OUTLET
        return name_speaker(name, kinds[name]) if name in kinds else name_source(said)

    def _actor_name(self, said: str | None) -> str | None:
        """Return the name of the actor that is meant, or None where it fits none, or two."""
        if said is None or not said.strip():
            return None
        for fits in (_is_called, _is_part_of_name):
            found = {actor.name for actor in self.actors if fits(actor, said)}
            if len(found) == 1:
                return found.pop()
        return None

    def _read_again(self, figure: ReplyFigure) -> tuple[str, Quantity | None]:
        """Return the wording in the sentence of the number that is meant, and its reading."""
        read = [
            (phrase, one)
            for phrase, one in self.text.quantities_in(figure.sentence)
            if (one.low, one.high) == (figure.low, figure.high)
        ]
        same = [pair for pair in read if pair[0] in figure.phrase or figure.phrase in pair[0]]
        return next(iter(same or read), (figure.phrase, None))

    def _has(self, words: str, numbers: Sequence[int]) -> bool:
        if self.text.has(numbers):
            return True
        self._reject(words, "sentence out of range")
        return False

    def _reject(self, item: str, reason: RejectionReason) -> None:
        self.rejected.append(Rejected(item=item, reason=reason))


def _bound_of(figure: ReplyFigure) -> Bound:
    return "exact" if figure.low == figure.high else "range"


def _certainty_of(claim: ReplyClaim) -> Certainty:
    """Return how sure the verb of speech and the statement itself are."""
    if claim.kind == "denial":
        return "denied"
    statement = parse_statement(claim.text)
    own = read_modality(statement, 0, len(claim.text)).certainty
    return least_certain(own, certainty_of(claim.verb)) if claim.verb else own


def _is_called(actor: DraftActor, said: str) -> bool:
    folded = said.casefold()
    return any(form.casefold() == folded for form in (actor.name, *actor.aliases))


def _is_part_of_name(actor: DraftActor, said: str) -> bool:
    """Say whether `said` is part of a name, or a name with a title before it ("Mayor Lind")."""
    forms = (actor.name, *actor.aliases)
    return any(is_named(said, form) or is_named(form, said) for form in forms)
