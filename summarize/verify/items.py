"""Actors, claims and questions against their own evidence."""

from collections.abc import Iterator, Sequence

from summarize.ground.questions import absent_from
from summarize.language.names.aliases import is_named
from summarize.language.names.gazetteer import look_up
from summarize.model import Actor, Evidence
from summarize.verify.ledger import Ledger
from summarize.verify.mentions import names_of
from summarize.verify.proof import prove
from summarize.verify.statements import by_speaker


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
