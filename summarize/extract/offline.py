"""The offline engine: rules for English, no key, no network, no model."""

from summarize.extract.actors import draft_actors
from summarize.extract.claims import draft_claims
from summarize.extract.disputes import draft_disputes
from summarize.extract.figures import draft_figures
from summarize.extract.foreign import draft_foreign
from summarize.extract.port import Promise
from summarize.extract.reading import read_language
from summarize.model import Article, Draft


class OfflineEngine:
    """Reads English by rule; of another language only what needs no grammar."""

    name = "offline"

    def __init__(self, why: str) -> None:
        self.why = why

    def start(self, article: Article) -> Promise:
        """Promise the draft of `article`; it is read when asked for."""
        return lambda: self.draft(article)

    def draft(self, article: Article) -> Draft:
        """Return the actors, claims, figures and disputes of `article`."""
        if not article.is_english:
            return draft_foreign(article, self.name, self.why)
        reading = read_language(article)
        claims = draft_claims(reading)
        return Draft(
            engine=self.name,
            why=self.why,
            actors=tuple(draft_actors(reading)),
            claims=tuple(claims),
            figures=tuple(draft_figures(reading)),
            contested=tuple(draft_disputes(reading, claims)),
        )
