"""The model as a writer: it words sentences that the merge settled, and is not trusted either."""

from collections.abc import Sequence
from typing import ClassVar, Protocol

from summarize.errors import EngineUnavailable
from summarize.extract.llm.budget import count_tokens
from summarize.extract.llm.endpoint import Endpoint
from summarize.extract.llm.exchange import Request
from summarize.extract.llm.prompts import Message, fill_prompt, one_line
from summarize.extract.llm.reply import BareSchema, ReplyItem, Text
from summarize.model import Usage

_ANSWER_SHARE = 2
_LEAST_ANSWER = 512


class Sentence(Protocol):
    """A sentence to be worded, with the sources' words that it rests on."""

    @property
    def text(self) -> str:
        """What it says."""

    @property
    def evidence(self) -> tuple[str, ...]:
        """The sources' own words."""


class WordedItem(ReplyItem):
    """One sentence by its number."""

    number: int
    text: Text


class WordingReply(BareSchema):
    """Sentences worded anew."""

    most_items: ClassVar[int] = 80

    sentences: list[WordedItem]


async def word_sentences(
    endpoint: Endpoint, sentences: Sequence[Sentence]
) -> tuple[list[str | None], Usage, tuple[str, ...]]:
    """Return a wording or None for each sentence, what it cost, and what went wrong."""
    listed = "\n".join(_listed(number, one) for number, one in enumerate(sentences, 1))
    messages = [Message("system", fill_prompt("word", {})), Message("user", listed)]
    most = max(_LEAST_ANSWER, _ANSWER_SHARE * count_tokens("".join(s.text for s in sentences)))
    nothing: list[str | None] = [None] * len(sentences)
    request = Request(messages, WordingReply, most)
    try:
        answer = await endpoint.ask(request)
    except EngineUnavailable as error:
        return nothing, request.tally.usage, (f"the summary is worded by templates: {error}",)
    if answer.value is None:
        why = answer.problem or f"the answer is {answer.ending}"
        return nothing, request.tally.usage, (f"the summary is worded by templates: {why}",)
    worded = {item.number: item.text for item in answer.value.sentences}
    texts = [worded.get(number) for number in range(1, len(sentences) + 1)]
    return texts, request.tally.usage, ()


def _listed(number: int, sentence: Sentence) -> str:
    quotes = "".join(f"\n   source: {one_line(quote)}" for quote in sentence.evidence)
    return f"{number}. {one_line(sentence.text)}{quotes}"
