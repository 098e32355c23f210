"""Sentences that set the values of disputed figures side by side, checked value by value."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from summarize.ground.figures import quantities_in, words_absent
from summarize.language.names.aliases import is_named
from summarize.language.normal import normal_form
from summarize.language.quantities.numbers import find_numbers
from summarize.merge.forms import ARTICLE, NEXT_VALUE, VALUE
from summarize.model import Actor, Claim, Figure
from summarize.verify.ledger import Ledger
from summarize.verify.mentions import form_in, words_besides

Gaps = Mapping[str, str]

_FILLED = re.compile(r" are reported$| is given for (?:the )?| were ")
"""Words that the sentence has besides what the sources count."""


@dataclass(frozen=True, slots=True)
class _Teller:
    """Who gives a number: an actor, or a source that is none, in an article's own words."""

    actor: Actor | None
    source: str | None
    article_id: str
    quotes: tuple[str, ...]


def check_between(gaps: Gaps, claims: Sequence[Claim], ledger: Ledger) -> str | None:
    """Check "Between 9 and 12 people were hurt, …": the ends are those of the values."""
    matter = _FILLED.sub(" ", gaps["extent"])
    if problem := check_differing({**gaps, "matter": matter}, claims, ledger):
        return problem
    values = [VALUE.take_apart(one) for one in gaps["values"].split(NEXT_VALUE)]
    told = [number.value for one in values if one for number in find_numbers(one["value"])]
    ends = [number.value for number in find_numbers(gaps["extent"])[:2]]
    if told and ends != [min(told), max(told)]:
        return f"not the lowest and the highest of the values ({gaps['extent']})"
    return None


def check_differing(gaps: Gaps, claims: Sequence[Claim], ledger: Ledger) -> str | None:
    """Check "Sources differ on …": each value is its holder's, and counts what is named."""
    tellers = list(_tellers(claims, ledger))
    for written in gaps["values"].split(NEXT_VALUE):
        value = VALUE.take_apart(written)
        if value is None:
            return f"not a value with its holder ({gaps['values']})"
        if problem := _check_value(value, tellers, ledger):
            return problem
    matter = re.sub(r"^(?:the number of|how (?:many|much)) ", "", gaps["matter"])
    quotes = [quote for teller in tellers for quote in teller.quotes]
    absent = words_absent(matter, quotes)
    return f"words not in evidence ({', '.join(absent)})" if absent else None


def check_worded(gaps: Gaps, claims: Sequence[Claim], ledger: Ledger) -> str | None:
    """Check "Accounts differ on when …" and "Judgements of …": each has its holder's own words."""
    tellers = list(_tellers(claims, ledger))
    for written in gaps["values"].split(NEXT_VALUE):
        value = VALUE.take_apart(written)
        if value is None:
            return f"not words with their holder ({written})"
        meant = [teller for teller in tellers if _is_meant(teller, value["holders"], ledger)]
        if problem := _find_strangers(value["holders"], meant, ledger):
            return problem
        said = normal_form(value["value"]).strip('" ').casefold()
        quotes = (normal_form(quote).casefold() for one in meant for quote in one.quotes)
        if not any(is_named(said, quote) for quote in quotes):
            return f"quotation not verbatim ({value['value']})"
    words = [quote for teller in tellers for quote in teller.quotes]
    asked = [point.question for point in ledger.brief.contested]
    absent = words_absent(gaps["matter"], [*words, *asked])
    return f"words not in evidence ({', '.join(absent)})" if absent else None


def _tellers(claims: Sequence[Claim], ledger: Ledger) -> Iterator[_Teller]:
    """Yield who gives the numbers of the cited claims, and of figures that measure the same."""
    told = {one for claim in claims for one in claim.figure_ids}
    alike = {
        one
        for group in ledger.brief.figure_groups
        if told & set(group.figure_ids)
        for one in group.figure_ids
    }
    figures = [figure for figure in ledger.brief.figures if figure.id in alike]
    for claim in claims:
        yield _teller(claim, claim.source, ledger)
    for figure in figures:
        yield _teller(figure, None, ledger)


def _teller(item: Claim | Figure, source: str | None, ledger: Ledger) -> _Teller:
    quotes = tuple(piece.quote for piece in item.evidence)
    return _Teller(ledger.actor.get(item.speaker_id or ""), source, item.article_id, quotes)


def _check_value(value: Gaps, tellers: Sequence[_Teller], ledger: Ledger) -> str | None:
    meant = [teller for teller in tellers if _is_meant(teller, value["holders"], ledger)]
    if problem := _find_strangers(value["holders"], meant, ledger):
        return problem
    phrases = {
        phrase for teller in meant for quote in teller.quotes for phrase, _ in quantities_in(quote)
    }
    if besides := words_besides(value["value"], (), phrases):
        return f"number not in evidence ({' '.join(besides)})"
    return None


def _find_strangers(holders: str, meant: Sequence[_Teller], ledger: Ledger) -> str | None:
    labels = [
        *(teller.source or "" for teller in meant),
        *(ARTICLE.fill(number=ledger.number_of(teller.article_id)) for teller in meant),
        *(ledger.article[teller.article_id].outlet or "" for teller in meant),
    ]
    strangers = words_besides(holders, [one.actor for one in meant if one.actor], labels)
    return f"speaker not in evidence ({' '.join(strangers)})" if strangers else None


def _is_meant(teller: _Teller, holders: str, ledger: Ledger) -> bool:
    number = ledger.number_of(teller.article_id)
    if re.search(rf"\b{re.escape(ARTICLE.fill(number=number))}\b", holders):
        return True
    if teller.actor is not None and form_in(holders, teller.actor):
        return True
    outlet = ledger.article[teller.article_id].outlet
    if outlet and outlet in holders:
        return True
    return bool(teller.source) and (teller.source or "").lower() in holders.lower()
