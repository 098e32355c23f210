"""Small stories, told by outlets that do not exist, for the tests of the merge."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping

from summarize.extract.offline import OfflineEngine
from summarize.ground.grounding import ground_draft
from summarize.ground.support import carries
from summarize.language.publishers import Publishers, known_publishers
from summarize.merge.brief import merge_extractions
from summarize.merge.citations import find_citations
from summarize.merge.story import Story
from summarize.model import Actor, ActorKind, Article, Brief, Claim, Evidence, Extraction

CREATED = dt.datetime(2025, 5, 1, tzinfo=dt.UTC)

DAM = {
    "herald": (
        "Brunia's water minister, Ana Kovar, said on Friday that the Tolna dam had been repaired. "
        "About 12,000 people were moved to safety, according to aid workers.\n\n"
        "“The valley is safe,” Kovar said. The village of Orlik denied that the dam had been "
        "repaired.\n\nIt remains unclear who will pay for the work."
    ),
    "courier": (
        "The Tolna dam has been repaired, water minister Ana Kovar told reporters on Friday. "
        "Police said 9,000 people were moved to safety.\n\n"
        "Engineers from Verania confirmed that the Tolna dam had been repaired."
    ),
    "post": (
        "Water minister Ana Kovar said that the Tolna dam had been repaired. "
        "The dam was built in 1961 and holds 40 million litres of water."
    ),
}

FERRY = {
    "argus": (
        "The ferry Aurora ran aground off Port Elin on Monday with 240 passengers on board. The "
        "coast guard took everybody off within two hours. Harbour master Mara Lind said that the "
        "Aurora had left its lane in fog and struck the Sorrel rocks."
    ),
    "beacon": (
        "Two hundred and forty passengers were taken off the Aurora after the ferry struck the "
        "Sorrel rocks near Port Elin, the coast guard said. Mara Lind, the harbour master, said "
        "that thick fog had hidden the lane."
    ),
    "chronicle": (
        "Divers will look at the hull of the Aurora on Tuesday. The ferry has lain on the Sorrel "
        "rocks off Port Elin since Monday's fog; 240 passengers were brought ashore by the coast "
        "guard. Harbour master Mara Lind said that oil had leaked from one tank."
    ),
}


def make_article(name: str, text: str) -> Article:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(
        id=digest[:12],
        path=f"{name}.txt",
        url=None,
        title=None,
        outlet=name.title(),
        authors=(),
        published=dt.date(2025, 4, 26),
        language="en",
        text=text,
        text_sha256=digest,
        removed=(),
        original_source=None,
    )


def merge_story(texts: Mapping[str, str], words: int = 200) -> Brief:
    """Read, ground and merge `texts` offline; keys are the names of outlets."""
    return merge_read([read_offline(name, text) for name, text in texts.items()], words)


def read_offline(name: str, text: str) -> tuple[Article, Extraction]:
    article = make_article(name, text)
    return article, ground_draft(OfflineEngine("asked for").draft(article), article)


def merge_read(
    read: Iterable[tuple[Article, Extraction]],
    words: int = 200,
    publishers: Publishers | None = None,
) -> Brief:
    articles, extractions = zip(*read, strict=True)
    return merge_extractions(
        articles,
        extractions,
        words=words,
        created=CREATED,
        gate=carries,
        publishers=publishers,
    )


def evidence_of(article: Article, quote: str) -> Evidence:
    start = article.text.index(quote)
    return Evidence(article_id=article.id, start=start, end=start + len(quote), quote=quote)


def make_actor(
    name: str,
    kind: ActorKind,
    *evidence: Evidence,
    role: str | None = None,
    aliases: tuple[str, ...] = (),
) -> Actor:
    """Make an actor whose id is its name."""
    return Actor(
        id=name,
        name=name,
        kind=kind,
        role=role,
        aliases=aliases,
        engine="offline",
        evidence=evidence,
    )


def make_claim(article: Article, quote: str, text: str = "", **fields: object) -> Claim:
    """Make a claim of `article` out of its words; `fields` say what is not plain of it."""
    plain: dict[str, object] = {
        "id": f"{article.id}:{article.text.index(quote)}",
        "article_id": article.id,
        "text": text or quote,
        "kind": "statement",
        "speaker_id": None,
        "source": None,
        "verb": None,
        "via": None,
        "certainty": "asserted",
        "sourcing": "outlet",
        "actor_ids": (),
        "figure_ids": (),
        "date": None,
        "salience": 0.5,
        "engine": "offline",
        "evidence": (evidence_of(article, quote),),
    }
    return Claim.model_validate(plain | fields)


def lay_out(articles: Iterable[Article], claims: Iterable[Claim], *actors: Actor) -> Story:
    """Lay out a story by hand, without an engine."""
    read, said = tuple(articles), tuple(claims)
    return Story(
        articles=read,
        extractions=(),
        actors=actors,
        claims=said,
        figures=(),
        contested=(),
        gate=lambda text, claim, article: True,
        citations=find_citations(read, said, actors, known_publishers()),
    )
