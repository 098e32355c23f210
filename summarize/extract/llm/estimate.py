"""What reading articles would cost, before anything is asked."""

from collections.abc import Iterable
from dataclasses import dataclass

from summarize.extract.llm.budget import count_tokens
from summarize.extract.llm.engine import plan_requests
from summarize.model import Article


@dataclass(frozen=True)
class Cost:
    """Calls and tokens; `answer_tokens` is the most that the answers may have."""

    articles: int
    calls: int = 0
    prompt_tokens: int = 0
    answer_tokens: int = 0
    reader: str = "offline"

    def in_words(self) -> str:
        """Return one line for a reader."""
        read = f"{self.articles} article{'' if self.articles == 1 else 's'}, read by {self.reader}"
        if not self.calls:
            return f"{read}: no call and no token"
        return (
            f"{read}: {self.calls} call{'' if self.calls == 1 else 's'}, about "
            f"{self.prompt_tokens:,} tokens of prompts and at most {self.answer_tokens:,} of "
            f"answers; a call that is repeated costs as much again, one in the cache nothing"
        )


def estimate_reading(articles: Iterable[Article], reader: str) -> Cost:
    """Return what one reading of `articles` costs; nothing is sent."""
    count, calls, asked, answered = 0, 0, 0, 0
    for count, article in enumerate(articles, 1):  # noqa: B007 - the last number is the count
        for request in plan_requests(article):
            calls += 1
            asked += count_tokens("".join(message.content for message in request.messages))
            answered += request.most_tokens
    return Cost(count, calls, asked, answered, reader)
