"""The title of the brief: a headline of its sources that takes no side, else its first sentence."""

from collections import Counter
from collections.abc import Sequence

from summarize.language.document import parse_statement
from summarize.language.similarity import content_terms
from summarize.merge.neutrality import make_neutral
from summarize.merge.story import Story
from summarize.model import Article, Finding, SummarySentence

_FEWEST_WORDS, _MOST_WORDS = 5, 16


def choose_title(
    story: Story, findings: Sequence[Finding], summary: Sequence[SummarySentence]
) -> str:
    """Return the source's headline that says most of what the findings say, if one is neutral."""
    matter = Counter(term for finding in findings for term in _terms(finding.text))
    headlines = [a.title for a in story.articles if a.title and _can_head(a)]
    if headlines:
        return max(sorted(headlines), key=lambda title: _centrality(title, matter))
    texts = {finding.id: finding.text for finding in findings}
    told = [texts[one] for sentence in summary for one in sentence.finding_ids]
    short = [text for text in told if len(text.split()) <= _MOST_WORDS]
    if told:
        return (
            max(short, key=lambda text: _centrality(text, matter)).rstrip(".")
            if short
            else (_shorten(told[0]))
        )
    titles = sorted(article.title for article in story.articles if article.title)
    return titles[0] if titles else "No statement could be grounded"


def _centrality(text: str, matter: Counter[str]) -> int:
    return sum(matter[term] for term in set(_terms(text)))


def _can_head(article: Article) -> bool:
    title = article.title or ""
    is_short = len(title.split()) <= _MOST_WORDS
    return is_short and article.language in (None, "en") and make_neutral(title) == title


def _terms(text: str) -> list[str]:
    return content_terms(parse_statement(text), 0, len(text))


def _shorten(sentence: str) -> str:
    """Cut a sentence at its last comma within the length of a headline, else at a word."""
    words = sentence.rstrip(".").split()[:_MOST_WORDS]
    head = " ".join(words)
    clause, comma, _ = head.rpartition(",")
    return clause if comma and len(clause.split()) >= _FEWEST_WORDS else f"{head} …"
