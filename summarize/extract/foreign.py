"""An article in a language that the offline engine does not read: what needs no grammar of it.

Numbers with a unit that is a sign or a symbol, quotations, and the sentences that stand for the
article. Nobody is named as a speaker, and every statement is the article's own words in quotation
marks, so that no claim can be wrong.
"""

import re

from summarize.extract.salience import rate_sentences
from summarize.language.document import Document, parse_document
from summarize.language.quantities.amounts import Amount, read_amounts
from summarize.language.quantities.units import COUNT, PERIODS
from summarize.language.quotations.quotes import find_quotations
from summarize.model import Article, Draft, DraftClaim, DraftFigure

_MOST_SENTENCES = 3
_FEWEST_WORDS = 4
_NEXT_WORDS = re.compile(r"\s*((?:[^\W\d_]+\s+){0,1}[^\W\d_]+)")


def draft_foreign(article: Article, engine: str, why: str) -> Draft:
    """Return the figures, quotations and most salient sentences of `article`, and say so."""
    document = parse_document(article.text)
    salience = rate_sentences(document)
    quoted = _quoted_claims(document, salience)
    return Draft(
        engine=engine,
        why=why,
        actors=(),
        claims=(*quoted, *_salient_claims(document, salience)),
        figures=tuple(_figures(document)),
        contested=(),
        warnings=(
            (
                f"the language is {article.language!r}, and the offline engine reads English: "
                "only figures, quotations and salient sentences are taken, as they stand"
            ),
        ),
    )


def _quoted_claims(document: Document, salience: list[float]) -> list[DraftClaim]:
    claims = []
    for quotation in find_quotations(document).items:
        for start, end in quotation.spans:
            index = document.sentence_at(start)
            inside = end <= document.sentences[index].end
            words = document.text[start:end].strip("“”„«»\"'‘’ ,")
            if inside and len(words.split()) >= _FEWEST_WORDS:
                claims.append(_claim(words, index, salience[index]))
    return claims


def _salient_claims(document: Document, salience: list[float]) -> list[DraftClaim]:
    ranked = sorted(range(len(salience)), key=lambda index: (-salience[index], index))
    return [
        _claim(document.sentences[index].text, index, salience[index])
        for index in sorted(ranked[:_MOST_SENTENCES])
    ]


def _claim(words: str, index: int, salience: float) -> DraftClaim:
    return DraftClaim(
        text=f"“{words}”",
        kind="quotation",
        speaker=None,
        source=None,
        verb=None,
        via=None,
        certainty="asserted",
        sourcing="outlet",
        actors=(),
        date=None,
        salience=salience,
        sentences=(index + 1,),
    )


def _figures(document: Document) -> list[DraftFigure]:
    return [
        _figure(sentence.text, index, amount)
        for index, sentence in enumerate(document.sentences)
        for amount in read_amounts(sentence.text)
        if amount.unit != COUNT and amount.unit not in PERIODS and amount.style == "digits"
    ]


def _figure(sentence: str, index: int, amount: Amount) -> DraftFigure:
    following = _NEXT_WORDS.match(sentence, amount.end)
    return DraftFigure(
        what=following[1] if following else amount.unit,
        low=amount.low,
        high=amount.high,
        unit=amount.unit,
        bound="exact" if amount.low == amount.high else "range",
        phrase=sentence[amount.number_start : amount.end],
        speaker=None,
        as_of=None,
        sentence=index + 1,
    )
