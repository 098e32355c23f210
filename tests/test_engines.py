"""What every engine keeps: it begins, hands over, cites what is there, and repeats itself."""

from collections.abc import Iterator

import pytest

from summarize.extract.audit import AuditedEngine
from summarize.extract.fallback import FallbackEngine
from summarize.extract.offline import OfflineEngine
from summarize.extract.port import Engine
from summarize.ground.grounding import ground_draft, sift_draft
from summarize.model import Article
from summarize.pipeline import open_engine
from summarize.settings import Settings, choose_options
from tests.newsdesk import Desk
from tests.openai_server import FakeEndpoint, fail
from tests.stories import DAM, make_article

ARTICLES = [make_article(name, text) for name, text in DAM.items()]


@pytest.fixture(params=["offline", "audited", "fallback", "llm", "llm that is down"])
def engine(request: pytest.FixtureRequest, desk: Desk) -> Iterator[Engine]:
    offline = OfflineEngine("a test")
    ready: dict[str, Engine] = {
        "offline": offline,
        "audited": AuditedEngine(offline, offline),
        "fallback": FallbackEngine(offline, offline, pytest.fail),
    }
    if request.param in ready:
        yield ready[request.param]
        return
    script = [] if request.param == "llm" else fail(500, "down")
    with FakeEndpoint(script) as endpoint:
        settings = Settings(engine="llm", base_url=endpoint.base_url, model="m", retries=0)
        with open_engine(choose_options(settings, None, {}), lambda _: None) as (opened, _):
            yield opened


def test_drafts_come_whenever_they_are_asked_for(engine: Engine) -> None:
    promises = [engine.start(article) for article in ARTICLES]
    last, *others = [promise() for promise in reversed(promises)]
    assert last.claims == engine.start(ARTICLES[-1])().claims
    assert all(draft.claims and draft.engine and draft.why for draft in (last, *others))


@pytest.mark.parametrize("article", ARTICLES, ids=DAM)
def test_what_is_grounded_is_the_articles_own_words(engine: Engine, article: Article) -> None:
    found = ground_draft(engine.start(article)(), article)
    pieces = [piece for item in (*found.claims, *found.figures) for piece in item.evidence]
    assert pieces
    assert all(article.text[one.start : one.end] == one.quote for one in pieces)


@pytest.mark.parametrize("article", ARTICLES, ids=DAM)
def test_what_was_sifted_is_grounded_whole(engine: Engine, article: Article) -> None:
    sifted = sift_draft(engine.start(article)(), article)
    found = ground_draft(sifted, article)
    assert len(found.claims) == len(sifted.claims)
    assert found.rejected == sifted.rejected


def test_an_article_without_a_sentence_is_no_crash(engine: Engine) -> None:
    assert engine.start(make_article("empty", ""))().claims == ()
