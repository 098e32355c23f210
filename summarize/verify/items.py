"""Actors, claims and positions against their own evidence."""

from collections.abc import Iterator, Sequence

from summarize.ground.figures import quantities_in
from summarize.ground.questions import absent_from
from summarize.language.names.aliases import is_named
from summarize.language.names.gazetteer import look_up
from summarize.model import Actor, ContestedPoint, Evidence, Position
from summarize.verify.ledger import Ledger
from summarize.verify.mentions import form_in, names_of, words_besides
from summarize.verify.proof import prove
from summarize.verify.statements import by_holders, by_speaker


def check_actors(ledger: Ledger) -> None:
    """Check that the sources have each actor's name, aliases and role."""
    for place, actor in enumerate(ledger.brief.actors):
        path = f"actors[{place}]"
        if ledger.to_judge(path):
            texts = _texts(actor.evidence, ledger)
            lacking = [words for words in _namings(actor) if not _stands(words, actor, texts)]
            if lacking:
                problem = f"name or role not in evidence ({', '.join(lacking)})"
                ledger.fail(path, "actor.name", problem, actor.name)


def _texts(evidence: Sequence[Evidence], ledger: Ledger) -> list[str]:
    articles = [ledger.text_of(one) for one in dict.fromkeys(e.article_id for e in evidence)]
    return [*(piece.quote for piece in evidence), *(one.text for one in articles if one)]


def _namings(actor: Actor) -> Iterator[str]:
    yield actor.name
    yield from actor.aliases
    if actor.role:
        yield actor.role


def _stands(words: str, actor: Actor, texts: Sequence[str]) -> bool:
    """Say whether a text has these words; "Brunia's police" may be "its police" there."""
    forms = [words]
    if words == actor.name:
        forms += names_of(actor) if actor.kind == "state" else ()
        forms += [alias for alias in actor.aliases if _canonical_name(alias) == actor.name]
        forms += actor.aliases if _is_owned(actor, texts) else ()
    return any(is_named(form.casefold(), text.casefold()) for form in forms for text in texts)


def _canonical_name(alias: str) -> str | None:
    """Return the name under which a place is known that the sources abbreviate ("Colo.")."""
    entry = look_up(alias)
    return entry.name if entry else None


def _is_owned(actor: Actor, texts: Sequence[str]) -> bool:
    owner, mark, owned = actor.name.partition("'s ")
    return bool(mark) and owned in actor.aliases and any(is_named(owner, text) for text in texts)


def check_claims(ledger: Ledger) -> None:
    """Check that each claim says what its evidence says, and who says it."""
    for place, claim in enumerate(ledger.brief.claims):
        path = f"claims[{place}]"
        if ledger.can_carry(claim) and ledger.to_judge(path):
            support = prove(by_speaker(claim.text, [claim], ledger), ledger.gate)
            ledger.refuse(path, "claim.support", support, claim.text)


def check_positions(ledger: Ledger) -> None:
    """Check each side of each contested point against its own evidence."""
    for place, point in enumerate(ledger.brief.contested):
        for side, position in enumerate(point.positions):
            path = f"contested[{place}].positions[{side}]"
            if ledger.to_judge(path):
                _check_position(path, point, position, ledger)


def check_questions(ledger: Ledger) -> None:
    """Check that a contested point asks about names and numbers that its sides speak of."""
    for place, point in enumerate(ledger.brief.contested):
        path = f"contested[{place}]"
        evidence = [piece for position in point.positions for piece in position.evidence]
        holders = [ledger.actor.get(one) for side in point.positions for one in side.holder_ids]
        names = [name for holder in holders if holder for name in names_of(holder)]
        if ledger.to_judge(path):
            absent = absent_from(point.question, [*names, *_texts(evidence, ledger)])
            if absent:
                problem = f"words not in evidence ({', '.join(absent)})"
                ledger.fail(path, "contested.question", problem, point.question)


def _check_position(path: str, point: ContestedPoint, position: Position, ledger: Ledger) -> None:
    problem = _phrase_problem(point, position)
    if problem is not None:
        claims = ledger.claims(position.claim_ids)
        carried = by_speaker(position.statement, claims, ledger)
        own = by_holders(position, ledger)
        support = prove(carried if claims else own, ledger.gate)
        if support is not None and not support.supported:
            if problem:
                ledger.fail(path, "position.support", problem, position.statement)
            else:
                ledger.refuse(path, "position.support", support, position.statement)
            return
    _check_holders(path, position, ledger)


def _phrase_problem(point: ContestedPoint, position: Position) -> str | None:
    """Return why a position is no number or time in the evidence's words, None where it is one.

    The merge states figures and times so; an article that shows its dispute itself may state them
    as a sentence, for the gate to judge. Of other kinds there is nothing to say.
    """
    quotes = [piece.quote for piece in position.evidence]
    if point.kind == "timing":
        is_there = any(position.statement in quote for quote in quotes)
        return None if is_there else f"date not in evidence ({position.statement})"
    if point.kind == "figure":
        phrases = [phrase for quote in quotes for phrase, _ in quantities_in(quote)]
        besides = words_besides(position.statement, (), phrases)
        return f"number not in evidence ({' '.join(besides)})" if besides else None
    return ""


def _check_holders(path: str, position: Position, ledger: Ledger) -> None:
    speakers = {claim.speaker_id for claim in ledger.claims(position.claim_ids)}
    quotes = [piece.quote for piece in position.evidence]
    for holder in (ledger.actor[one] for one in position.holder_ids if one in ledger.actor):
        if holder.id not in speakers and not any(form_in(quote, holder) for quote in quotes):
            problem = f"holder not in evidence ({holder.name})"
            ledger.fail(path, "position.holder", problem, position.statement)
