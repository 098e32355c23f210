"""The readings of a statement that the gate is asked about, claim by claim."""

from collections.abc import Iterable, Iterator

from summarize.merge.wording import is_whole_sentence
from summarize.model import Actor, Claim, Position
from summarize.verify.ledger import Ledger
from summarize.verify.mentions import form_in, read_plainly
from summarize.verify.proof import Attempt


def in_own_voice(text: str, claims: Iterable[Claim], ledger: Ledger) -> Iterator[Attempt]:
    """Yield `text` as the brief's own sentence on each claim that can carry it."""
    people = [actor for actor in ledger.brief.actors if actor.kind == "person"]
    everyone = [actor.name for actor in people]
    named = [actor for actor in people if form_in(text, actor)]
    for claim in filter(ledger.can_carry, claims):
        quotes = tuple(piece.quote for piece in claim.evidence)
        article = ledger.text_of(claim.article_id)
        meant = [actor for actor in named if _is_in(claim, actor, quotes)]
        texts = (*quotes, article.text if article else "")
        for plain in read_plainly(text, meant, everyone, texts):
            yield Attempt(plain, quotes, None, article)


def _is_in(claim: Claim, actor: Actor, quotes: Iterable[str]) -> bool:
    """Say whether an actor speaks in a claim, acts in it, or is named by its evidence."""
    is_noted = actor.id in (claim.speaker_id, *claim.actor_ids)
    return is_noted or any(form_in(quote, actor) for quote in quotes)


def by_speaker(statement: str, claims: Iterable[Claim], ledger: Ledger) -> Iterator[Attempt]:
    """Yield `statement` as what each claim's speaker says; a whole sentence speaks for itself."""
    for claim in filter(ledger.can_carry, claims):
        quotes = tuple(piece.quote for piece in claim.evidence)
        article = ledger.text_of(claim.article_id)
        is_whole = is_whole_sentence(claim.model_copy(update={"text": statement}))
        speaker = None if is_whole else _speaker_in(claim, ledger)
        yield Attempt(statement, quotes, speaker, article)


def by_holders(position: Position, ledger: Ledger) -> Iterator[Attempt]:
    """Yield a position that no claim carries as what its holders say in its own evidence."""
    holders = [ledger.actor[one] for one in position.holder_ids if one in ledger.actor]
    for piece in position.evidence:
        article = ledger.text_of(piece.article_id)
        for holder in holders:
            name = form_in(piece.quote, holder) or holder.name
            yield Attempt(position.statement, (piece.quote,), name, article)
        if not holders:
            yield Attempt(position.statement, (piece.quote,), None, article)


def _speaker_in(claim: Claim, ledger: Ledger) -> str | None:
    """Return what the claim's evidence, or else its article, calls its speaker."""
    actor = ledger.actor.get(claim.speaker_id or "")
    if actor is None:
        return claim.source
    article = ledger.text_of(claim.article_id)
    texts = (*(piece.quote for piece in claim.evidence), article.text if article else "")
    forms = (form_in(text, actor) for text in texts)
    return next(filter(None, forms), actor.name)
