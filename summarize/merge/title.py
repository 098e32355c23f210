"""The title of the brief: a headline of its sources that takes no side, else its first sentence."""

from collections import Counter
from collections.abc import Sequence

from summarize.language.document import parse_statement
from summarize.language.similarity import content_terms
from summarize.language.standalone import is_clause
from summarize.merge.neutrality import make_neutral
from summarize.merge.story import Story
from summarize.model import Article, Finding, SummarySentence

_FEWEST_WORDS, _MOST_WORDS = 5, 16
_OF_A_DISPUTE = ("Sources ", "Between ", "Either ")
_FEWEST_SHARED = 2
"""Terms that a headline has in common with at least two findings each."""


def choose_title(
    story: Story, findings: Sequence[Finding], summary: Sequence[SummarySentence]
) -> str:
    """Return the source's headline that says most of what the findings say, if one is neutral."""
    matter = Counter(term for finding in findings for term in _terms(finding.text))
    headlines = [
        article.title
        for article in story.articles
        if article.title and _can_head(article) and _tells(article.title, matter)
    ]
    if headlines:
        return max(sorted(headlines), key=lambda title: _centrality(title, matter))
    told = [one.text for one in summary if not one.text.startswith(_OF_A_DISPUTE)]
    if told:
        return _shorten(told[0])
    titles = sorted(article.title for article in story.articles if article.title)
    return titles[0] if titles else "No statement could be grounded"


def _tells(title: str, matter: Counter[str]) -> bool:
    """Say whether a headline is of the story; a page's own line ("Sign in to read") is not."""
    return sum(matter[term] > 1 for term in set(_terms(title))) >= _FEWEST_SHARED


def _centrality(text: str, matter: Counter[str]) -> int:
    return sum(matter[term] for term in set(_terms(text)))


def _can_head(article: Article) -> bool:
    title = article.title or ""
    is_short = len(title.split()) <= _MOST_WORDS
    return is_short and article.is_english and make_neutral(title) == title


def _terms(text: str) -> list[str]:
    return content_terms(parse_statement(text), 0, len(text))


def _shorten(sentence: str) -> str:
    """Cut a sentence at its last comma within the length of a headline, else at a word."""
    words = sentence.rstrip(".").split()[:_MOST_WORDS]
    head = " ".join(words)
    clause, comma, _ = head.rpartition(", ")
    is_whole = len(clause.split()) >= _FEWEST_WORDS and is_clause(parse_statement(clause).tokens)
    return clause if comma and is_whole else f"{head} …"
