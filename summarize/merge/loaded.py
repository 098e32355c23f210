"""The loaded words of the sources, each with its places and with whose voice it stands in.

The brief cuts them or leaves the sentence; what the outlets wrote is told here, so that a reader
sees who colours the story. Words in quotation marks are a speaker's, the others the outlet's own.
"""

from collections.abc import Iterable, Iterator

from summarize.language.document import parse_statement
from summarize.language.neutrality.loaded import find_loaded
from summarize.language.quotations.quotes import find_quotations
from summarize.model import Article, Evidence, LoadedInSource, LoadedKind, Voice

_Key = tuple[str, LoadedKind, Voice]


def find_loaded_words(articles: Iterable[Article]) -> tuple[LoadedInSource, ...]:
    """Return the loaded words of all articles in English, in the order of the texts."""
    return tuple(word for article in articles if article.is_english for word in _words_of(article))


def _words_of(article: Article) -> Iterator[LoadedInSource]:
    document = parse_statement(article.text)
    found = find_loaded(document)
    if not found:
        return
    quotations = find_quotations(document)
    places: dict[_Key, list[Evidence]] = {}
    for word in found:
        if word.category == "coloured":
            continue
        is_quoted = quotations.number_at(word.start) is not None
        voice: Voice = "speaker" if is_quoted else "outlet"
        key = " ".join(word.text.lower().split()), word.category, voice
        piece = Evidence(article_id=article.id, start=word.start, end=word.end, quote=word.text)
        places.setdefault(key, []).append(piece)
    for (text, category, voice), pieces in places.items():
        yield LoadedInSource(
            article_id=article.id,
            word=text,
            category=category,
            voice=voice,
            evidence=tuple(pieces),
        )
