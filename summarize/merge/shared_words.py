"""The same quotation in several articles: one speaker said it once, however many print it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from summarize.merge.copies import QUOTED_WORDS, quoted_runs, shingles_of, words_of
from summarize.model import Actor, Article, Citation, Claim, Evidence


def quoted_keys(text: str) -> frozenset[tuple[str, ...]]:
    """Return what two texts with one quotation share: runs of six words inside the marks."""
    quotes = (words_of(text[run.start : run.end]) for run in quoted_runs(text))
    return frozenset(key for words in quotes for key in shingles_of(words, QUOTED_WORDS))


def find_shared_quotations(
    articles: Sequence[Article], claims: Sequence[Claim], actors: Sequence[Actor]
) -> Iterator[Citation]:
    """Yield, for each article, the speakers whose very words another article prints as well."""
    names = {actor.id: actor.name for actor in actors}
    speakers = _speakers_by_place(claims)
    found: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
    for group in _group_quotations(articles):
        heard = Counter(one for piece in group for one in _speakers_at(speakers, piece))
        if heard and len({piece.article_id for piece in group}) > 1:
            speaker = min(heard, key=lambda one: (-heard[one], names[one]))
            for piece in group:
                found[piece.article_id, names[speaker]].append(piece)
    for (article_id, name), pieces in found.items():
        yield Citation(
            article_id=article_id,
            name=name,
            cited_article_id=None,
            how="shared quotation",
            evidence=tuple(dict.fromkeys(pieces)),
        )


def _group_quotations(articles: Sequence[Article]) -> list[list[Evidence]]:
    """Put quotations that share a run of words together, each with the first one that it meets."""
    groups: list[list[Evidence]] = []
    home: dict[tuple[str, ...], list[Evidence]] = {}
    for article in articles:
        for start, end in quoted_runs(article.text):
            quote = article.text[start:end]
            keys = list(shingles_of(words_of(quote), QUOTED_WORDS))
            group = next((home[key] for key in keys if key in home), None)
            if group is None:
                group = []
                groups.append(group)
            group.append(Evidence(article_id=article.id, start=start, end=end, quote=quote))
            for key in keys:
                home.setdefault(key, group)
    return groups


def _speakers_by_place(claims: Sequence[Claim]) -> Mapping[str, Sequence[tuple[Evidence, str]]]:
    """Return the pieces of text in which somebody is quoted, with whom, by article."""
    by_article: dict[str, list[tuple[Evidence, str]]] = defaultdict(list)
    for claim in claims:
        if claim.speaker_id and next(quoted_runs(claim.text), None):
            for piece in claim.evidence:
                by_article[claim.article_id].append((piece, claim.speaker_id))
    return by_article


def _speakers_at(
    speakers: Mapping[str, Sequence[tuple[Evidence, str]]], quoted: Evidence
) -> Iterator[str]:
    for piece, speaker in speakers.get(quoted.article_id, ()):
        if piece.start < quoted.end and quoted.start < piece.end:
            yield speaker
