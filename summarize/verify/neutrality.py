"""The brief takes no side: rules for the sentences that stand in its own voice."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from summarize.language.document import Document, parse_statement
from summarize.language.names import find_names
from summarize.language.neutrality.editorial import is_editorial
from summarize.language.quotations import find_attributions
from summarize.language.speech_verbs import judges
from summarize.merge.forms import CONTRADICTING, DENIED, DIFFERING, VERBATIM
from summarize.merge.neutrality import is_quoted, own_loaded_words
from summarize.model import Brief, Claim
from summarize.verify.ledger import Ledger
from summarize.verify.mentions import names_of


class _Voice(NamedTuple):
    """A sentence of the brief with the quotes of what it rests on."""

    path: str
    text: str
    quotes: Sequence[str]


def check_neutrality(ledger: Ledger) -> None:
    """Check every sentence in the brief's own voice, and each that tells a disputed matter."""
    names = {word for one in ledger.brief.actors for form in names_of(one) for word in form.split()}
    for voice in _voices(ledger):
        document = parse_statement(voice.text)
        if words := [word.text for word in own_loaded_words(document) if word.text not in names]:
            problem = f"loaded word outside quotation marks ({', '.join(words)})"
            ledger.fail(voice.path, "neutrality.loaded-word", problem, voice.text)
        if is_editorial(voice.text):
            problem = "comments and tells no fact"
            ledger.fail(voice.path, "neutrality.comment", problem, voice.text)
        if words := list(_judging(document, voice.quotes)):
            problem = f"verb of speech that judges ({', '.join(words)})"
            ledger.fail(voice.path, "neutrality.judging-verb", problem, voice.text)
    _check_own_voice(ledger)


def _voices(ledger: Ledger) -> Iterator[_Voice]:
    brief = ledger.brief
    if not _is_last_resort(brief):
        title = brief.title + "”" * (brief.title.count("“") - brief.title.count("”"))
        yield _Voice("title", title, [*_quotes(brief.claims), *_titles(brief)])
    for place, finding in enumerate(brief.findings):
        quotes = _quotes(ledger.claims(finding.claim_ids))
        yield _Voice(f"findings[{place}]", finding.text, quotes)
    for place, sentence in enumerate(brief.summary):
        quotes = _quotes(ledger.claims_of(sentence.finding_ids))
        yield _Voice(f"summary[{place}]", sentence.text, quotes)


def _is_last_resort(brief: Brief) -> bool:
    """Say whether the title is a source's headline for want of any sentence to be told."""
    return not brief.summary and brief.title in _titles(brief)


def _titles(brief: Brief) -> list[str]:
    return [article.title for article in brief.articles if article.title]


def _quotes(claims: Iterable[Claim]) -> list[str]:
    return [piece.quote for claim in claims for piece in claim.evidence]


def _judging(document: Document, quotes: Iterable[str]) -> Iterator[str]:
    """Yield the verbs outside quotation marks that judge a speaker, where no quote has them."""
    used = [
        token
        for token in document.tokens
        if token.tag.startswith("VB") and judges(token.lemma)
        if not is_quoted(document.text, token.start)
    ]
    if used:
        theirs = {token.lemma for quote in quotes for token in parse_statement(quote).tokens}
        yield from (token.text for token in used if token.lemma not in theirs)


def _check_own_voice(ledger: Ledger) -> None:
    """Check that a summary's sentence on a contested matter says whose word it is.

    One that the gate has refused already has lost its speaker there.
    """
    contested = {one.id for one in ledger.brief.findings if one.status == "contested"}
    for place, sentence in enumerate(ledger.brief.summary):
        path = f"summary[{place}]"
        if not contested & set(sentence.finding_ids) or not ledger.is_sound(path):
            continue
        if not _names_source(sentence.text):
            problem = "disputed matter in the brief's own voice"
            ledger.fail(path, "neutrality.own-voice", problem, sentence.text)


def _names_source(text: str) -> bool:
    if any(form.take_apart(text) for form in (CONTRADICTING, DENIED, DIFFERING, VERBATIM)):
        return True
    document = parse_statement(text)
    return any(one.source for one in find_attributions(document, find_names(document)))
