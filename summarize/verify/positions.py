"""Sides and holders of contested points against their own evidence."""

import re
from collections.abc import Sequence

from summarize.ground.figures import quantities_in
from summarize.merge.neutrality import is_quoted
from summarize.model import ContestedPoint, Holding, Position
from summarize.verify.ledger import Ledger
from summarize.verify.mentions import form_in, words_besides
from summarize.verify.proof import prove
from summarize.verify.report import Rule
from summarize.verify.statements import by_holders, by_speaker

_SUPPORT: tuple[Rule, Rule] = ("position.support", "position.holder")
_OF_HOLDING: tuple[Rule, Rule] = ("holding.support", "holding.holder")
_QUOTED = re.compile(r"“([^”]*)”")


def check_positions(ledger: Ledger) -> None:
    """Check each side of each contested point against its own evidence."""
    for place, point in enumerate(ledger.brief.contested):
        for side, position in enumerate(point.positions):
            path = f"contested[{place}].positions[{side}]"
            if ledger.to_judge(path):
                _check_position(path, point, position, ledger, _SUPPORT)


def check_holdings(ledger: Ledger) -> None:
    """Check each row of who says what, as its side is checked, and that the silent are silent."""
    for place, point in enumerate(ledger.brief.contested):
        for row, holding in enumerate(point.holdings):
            path = f"contested[{place}].holdings[{row}]"
            if not ledger.to_judge(path):
                continue
            if problem := _row_problem(holding, point, ledger):
                ledger.fail(path, "holding.holder", problem, holding.statement or point.question)
            elif holding.stance != "silent":
                _check_position(path, point, _as_position(holding), ledger, _OF_HOLDING)
        carried = {one for holding in point.holdings for one in holding.article_ids}
        if spoken := carried.intersection(point.silent_article_ids):
            problem = f"article carries a side ({', '.join(sorted(spoken))})"
            ledger.fail(f"contested[{place}]", "holding.silent", problem, point.question)


def _as_position(holding: Holding) -> Position:
    return Position(
        statement=holding.statement,
        stance="asserts" if holding.stance == "silent" else holding.stance,
        holder_ids=(holding.holder_id,) if holding.holder_id else (),
        article_ids=holding.article_ids,
        claim_ids=holding.claim_ids,
        evidence=holding.evidence,
    )


def _row_problem(holding: Holding, point: ContestedPoint, ledger: Ledger) -> str | None:
    """Return what is wrong with whom a row is of, or where it was carried."""
    if holding.stance == "silent":
        speaks = any(one.holder_id == holding.holder_id and one.evidence for one in point.holdings)
        return "not silent: another row has words of this holder" if speaks else None
    if set(holding.article_ids) != {piece.article_id for piece in holding.evidence}:
        return "article_ids are not those of its evidence"
    if holding.source is None:
        return None
    known = {claim.source for claim in ledger.claims(holding.claim_ids)}
    articles = (ledger.article.get(one) for one in holding.article_ids)
    known |= {article.known_as for article in articles if article}
    return None if holding.source in known else f"source not in evidence ({holding.source})"


def _check_position(
    path: str,
    point: ContestedPoint,
    position: Position,
    ledger: Ledger,
    rules: tuple[Rule, Rule],
) -> None:
    problem = _phrase_problem(point, position)
    if problem is not None:
        claims = ledger.claims(position.claim_ids)
        carried = by_speaker(position.statement, claims, ledger)
        own = by_holders(position, ledger)
        support = prove(carried if claims else own, ledger.gate)
        if support is not None and not support.supported:
            if problem:
                ledger.fail(path, rules[0], problem, position.statement)
            else:
                ledger.refuse(path, rules[0], support, position.statement)
            return
    _check_holders(path, position, ledger, rules[1])


def _phrase_problem(point: ContestedPoint, position: Position) -> str | None:
    """Return why a position is no number, time or judgement in the evidence's words, None if it is.

    The merge states these so; an article that shows its dispute itself may state them
    as a sentence, for the gate to judge. Of other kinds there is nothing to say.
    """
    quotes = [piece.quote for piece in position.evidence]
    if point.kind == "timing":
        is_there = any(position.statement in quote for quote in quotes)
        return None if is_there else f"date not in evidence ({position.statement})"
    if point.kind == "characterisation" and _is_judgement(position, quotes):
        return None
    if point.kind == "figure":
        phrases = [phrase for quote in quotes for phrase, _ in quantities_in(quote)]
        besides = words_besides(position.statement, (), phrases)
        return f"number not in evidence ({' '.join(besides)})" if besides else None
    return ""


def _check_holders(path: str, position: Position, ledger: Ledger, rule: Rule) -> None:
    speakers = {claim.speaker_id for claim in ledger.claims(position.claim_ids)}
    quotes = [piece.quote for piece in position.evidence]
    for holder in (ledger.actor[one] for one in position.holder_ids if one in ledger.actor):
        if holder.id not in speakers and not any(form_in(quote, holder) for quote in quotes):
            problem = f"holder not in evidence ({holder.name})"
            ledger.fail(path, rule, problem, position.statement)


def _is_judgement(position: Position, quotes: Sequence[str]) -> bool:
    """Say whether a position is words of its evidence, marked as quoted where they are."""
    marked = _QUOTED.findall(position.statement)
    plain = re.split(r",\s|\sand\s|^and\s", _QUOTED.sub("", position.statement))
    return all(_is_marked(words, quotes) for words in marked) and all(
        any(words in quote for quote in quotes) for words in map(str.strip, plain) if words
    )


def _is_marked(words: str, quotes: Sequence[str]) -> bool:
    """Say whether a quote has these words inside its marks, or has not both ends of a quotation.

    A sentence out of the middle of a longer quotation has no marks, its last one a closing mark.
    """
    found = [(quote, quote.find(words)) for quote in quotes if words in quote]
    return any(is_quoted(quote, at) or not _has_pair(quote) for quote, at in found)


def _has_pair(quote: str) -> bool:
    return ("“" in quote and "”" in quote) or quote.count('"') > 1
