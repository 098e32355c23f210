"""The same quotation in several articles: one speaker said it once, however many print it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from summarize.merge.copies import QUOTED_WORDS, Run, quoted_runs, shingles_of, words_of
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
    groups: dict[tuple[str, ...], list[tuple[Article, Run]]] = {}
    members: dict[int, list[tuple[Article, Run]]] = {}
    for article in articles:
        for run in quoted_runs(article.text):
            keys = list(shingles_of(words_of(article.text[run.start : run.end]), QUOTED_WORDS))
            group = next((groups[key] for key in keys if key in groups), [])
            group.append((article, run))
            members[id(group)] = group
            for key in keys:
                groups.setdefault(key, group)
    found: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
    for group in members.values():
        if len({article.id for article, _ in group}) < 2:
            continue
        heard = Counter(
            one for article, run in group for one in _speakers_at(speakers, article, run)
        )
        if not heard:
            continue
        speaker = min(heard, key=lambda one: (-heard[one], names[one]))
        for article, run in group:
            piece = Evidence(
                article_id=article.id,
                start=run.start,
                end=run.end,
                quote=article.text[run.start : run.end],
            )
            found[article.id, names[speaker]].append(piece)
    for (article_id, name), pieces in found.items():
        yield Citation(
            article_id=article_id,
            name=name,
            cited_article_id=None,
            how="shared quotation",
            evidence=tuple(dict.fromkeys(pieces)),
        )


def _speakers_by_place(claims: Sequence[Claim]) -> Mapping[str, Sequence[tuple[Evidence, str]]]:
    """Return the pieces of text in which somebody is quoted, with whom, by article."""
    by_article: dict[str, list[tuple[Evidence, str]]] = defaultdict(list)
    for claim in claims:
        if claim.speaker_id and next(quoted_runs(claim.text), None):
            for piece in claim.evidence:
                by_article[claim.article_id].append((piece, claim.speaker_id))
    return by_article


def _speakers_at(
    speakers: Mapping[str, Sequence[tuple[Evidence, str]]], article: Article, run: Run
) -> Iterator[str]:
    for piece, speaker in speakers.get(article.id, ()):
        if piece.start < run.end and run.start < piece.end:
            yield speaker
