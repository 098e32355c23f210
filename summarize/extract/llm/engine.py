"""One article a call, cut smaller where it is too long, asked once more where much was wrong."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summarize.errors import EngineUnavailable, ReplyUnusable
from summarize.extract.llm.article_text import ArticleText
from summarize.extract.llm.budget import Tally, count_tokens
from summarize.extract.llm.drafting import Items, read_items
from summarize.extract.llm.endpoint import Endpoint
from summarize.extract.llm.exchange import Answer, Request
from summarize.extract.llm.joining import join_items
from summarize.extract.llm.prompts import Message, ask_to_read, fill_prompt, prompt_version
from summarize.extract.llm.reply import ArticleReply
from summarize.extract.llm.writer import Sentence, word_sentences
from summarize.extract.port import Promise
from summarize.model import Article, Draft, Rejected, Usage
from summarize.settings import LLMOptions

if TYPE_CHECKING:
    from anyio.from_thread import BlockingPortal

Sift = Callable[[Draft, Article], Draft]
"""Returns a draft with only what its article carries; the rest stands in its `rejected`."""

_PART_CHARACTERS = 12_000
"""Two thousand words: beyond this, models list less and less of what a text says."""

_MOST_ANSWER = 4_096
_LEAST_ANSWER = 768
_ANSWER_SHARE = 3
"""An answer is up to so many times as long as what it was made from."""

_TELLS_SOMETHING = 3
"""Sentences that cannot all be without a claim."""

_MOST_CUTS = 2
"""A model whose answer on a quarter of an article is still cut off repeats itself."""

_STEP = 8
"""Lists have room for one item a sentence, and some more, in steps of so many."""

_TOO_MANY_REJECTED = 1 / 3
_FEWEST_REJECTED = 2
_CHANGED_TEMPERATURE = 0.4
_MOST_NAMED = 12
"""Rejected items that the correction names; more of them would be a second article."""


@dataclass(frozen=True)
class _Part:
    """The sentences of an article from `first` to `last`, by number.

    `cuts` answers were cut off by their length before it came to this part.
    """

    text: ArticleText
    tally: Tally
    first: int
    last: int
    cuts: int = 0

    def halves(self, *, was_cut: bool) -> tuple["_Part", "_Part"]:
        middle, cuts = (self.first + self.last) // 2, self.cuts + was_cut
        return replace(self, last=middle, cuts=cuts), replace(self, first=middle + 1, cuts=cuts)

    def ask(self) -> list[Message]:
        sentences = self.text.sentences[self.first - 1 : self.last]
        return ask_to_read(self.text.article, sentences, self.first)


class LLMEngine:
    """Reads articles through a language model, several at once."""

    name = "llm"

    def __init__(self, endpoint: Endpoint, portal: "BlockingPortal", sift: Sift, why: str) -> None:
        self.endpoint = endpoint
        self._portal = portal
        self._sift = sift
        self._why = why

    def start(self, article: Article) -> Promise:
        """Begin to read `article` in the background; the promise raises EngineUnavailable."""
        return self._portal.start_task_soon(self._read, article).result

    def word(
        self, sentences: Sequence[Sentence]
    ) -> tuple[list[str | None], Usage, tuple[str, ...]]:
        """Word sentences anew; None where the model has no other words, or gives none."""
        return self._portal.call(word_sentences, self.endpoint, sentences)

    async def _read(self, article: Article) -> Draft:
        tally = Tally()
        try:
            items = await self._read_parts(list(_cut(ArticleText(article), tally)))
            draft = self._sift(self._draft_of(items, tally.usage), article)
            if draft.rejected and not draft.claims:
                raise ReplyUnusable(
                    f"no claim of the model stands in the article; of {len(draft.rejected)} items "
                    f"that were refused the first was: {draft.rejected[0].reason}"
                )
        except EngineUnavailable as error:
            error.calls = tally.usage.calls
            error.prompt_tokens = tally.usage.prompt_tokens
            error.completion_tokens = tally.usage.completion_tokens
            raise
        return draft

    async def _read_parts(self, parts: Sequence[_Part]) -> Items:
        """Return what parts say, joined; where one cannot be read, the others are let go."""
        tasks = [asyncio.ensure_future(self._read_part(part)) for part in parts]
        try:
            return join_items(await asyncio.gather(*tasks))
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)  # so that none fails unseen

    async def _read_part(self, part: _Part) -> Items:
        """Return what a part says; a part that is too long for the model is read in halves."""
        answer = await self._ask_for_sound_answer(part)
        if answer.value is not None:
            return await self._correct(part, read_items(answer.value, part.text))
        if part.first == part.last:
            lost = Rejected(item=part.text.sentences[part.first - 1].text, reason="cut off")
            return Items(rejected=(lost,))
        if answer.ending == "cut" and part.cuts == _MOST_CUTS:
            raise ReplyUnusable("the model's answers do not come to an end")
        # One after the other: where the first does not end, the second is not asked about.
        halves = part.halves(was_cut=answer.ending == "cut")
        return join_items([await self._read_part(half) for half in halves])

    async def _ask_for_sound_answer(self, part: _Part) -> Answer[ArticleReply]:
        """Ask, and once more where the answer cannot be used; raises ReplyUnusable after that."""
        messages = part.ask()
        answer = await self.endpoint.ask(_request(part, messages, 0.0))
        problem = _problem_of(answer, part)
        if problem is None:
            return answer
        repeat = fill_prompt("repeat", {"problem": problem})
        again = await self.endpoint.ask(
            _request(part, _add(messages, repeat), _CHANGED_TEMPERATURE)
        )
        if problem := _problem_of(again, part):
            self.endpoint.memory.forget_answers(answer.key, again.key)
            raise ReplyUnusable(f"the model's two answers could not be used: {problem}")
        return again

    async def _correct(self, part: _Part, items: Items) -> Items:
        """Return what stands of `items`; where much does not, with what a second answer mends."""
        sifted = self._sift(self._draft_of(items, Usage()), part.text.article)
        sound = Items(**{name: getattr(sifted, name) for name in Items._fields})
        if not _are_many(sound):
            return sound
        refused = _list(sound.rejected[:_MOST_NAMED])
        messages = _add(part.ask(), fill_prompt("correct", {"refused": refused}))
        try:
            answer = await self.endpoint.ask(_request(part, messages, _CHANGED_TEMPERATURE))
        except EngineUnavailable:
            return sound  # what stands of the first answer stands without the second
        if answer.value is None:
            return sound
        return join_items([sound, read_items(answer.value, part.text, known=sound.actors)])

    def _draft_of(self, items: Items, usage: Usage) -> Draft:
        model, version = self.endpoint.model, prompt_version("extract")
        trouble = self.endpoint.memory.trouble
        return Draft(
            engine=self.name,
            why=f"{self._why}: {model} at {self.endpoint.options.host}, prompt {version}",
            **items._asdict(),
            usage=usage,
            warnings=(trouble,) if trouble else (),
        )


def _cut(text: ArticleText, tally: Tally) -> Iterator[_Part]:
    """Yield the article in parts of at most `_PART_CHARACTERS`, between sentences."""
    first, length = 1, 0
    for number, sentence in enumerate(text.sentences, 1):
        if length + len(sentence.text) > _PART_CHARACTERS and number > first:
            yield _Part(text, tally, first, number - 1)
            first, length = number, 0
        length += len(sentence.text)
    if text.sentences:
        yield _Part(text, tally, first, len(text.sentences))


def _problem_of(answer: Answer[ArticleReply], part: _Part) -> str | None:
    """Return why an answer is to be asked for again, or None."""
    if answer.ending == "unreadable":
        return answer.problem
    is_empty = answer.value is not None and not answer.value.claims
    is_long = part.last - part.first >= _TELLS_SOMETHING
    return "it listed no claim" if is_empty and is_long else None


def _are_many(sound: Items) -> bool:
    """Say whether so much was refused that asking again is worth its tokens."""
    refused = len(sound.rejected)
    given = refused + len(sound.actors) + len(sound.claims) + len(sound.figures)
    return refused >= _FEWEST_REJECTED and refused > _TOO_MANY_REJECTED * given


def plan_requests(article: Article) -> Iterator[Request[ArticleReply]]:
    """Yield what would be asked first for `article`; nothing is sent."""
    for part in _cut(ArticleText(article), Tally()):
        yield _request(part, part.ask(), 0.0)


def _request(part: _Part, messages: Sequence[Message], temperature: float) -> Request[ArticleReply]:
    sentences = part.last - part.first + 1
    shape = ArticleReply.of_at_most(_STEP * (2 + sentences // _STEP))
    asked = _ANSWER_SHARE * count_tokens(messages[-1].content)
    most = min(_MOST_ANSWER, max(_LEAST_ANSWER, asked))
    return Request(messages, shape, most, temperature, part.tally)


def _add(messages: Sequence[Message], text: str) -> list[Message]:
    """Put `text` behind the last message: many chat templates take no two of one role."""
    *before, last = messages
    return [*before, Message(last.role, f"{last.content}\n\n{text}")]


def _list(refused: Sequence[Rejected]) -> str:
    return "\n".join(f"- {one.item}: {one.reason}" for one in refused)


@contextmanager
def open_llm(options: LLMOptions, sift: Sift, why: str) -> Iterator[LLMEngine]:
    """Open the endpoint, and an event loop in the background for as long as the engine is used."""
    from anyio.from_thread import start_blocking_portal

    with start_blocking_portal() as portal:
        try:
            with portal.wrap_async_context_manager(_open_endpoint(options)) as endpoint:
                yield LLMEngine(endpoint, portal, sift, why)
        except BaseException:
            portal.call(portal.stop, True)  # whoever leaves early waits for no answer
            raise


@asynccontextmanager
async def _open_endpoint(options: LLMOptions) -> AsyncIterator[Endpoint]:
    endpoint = Endpoint(options)
    try:
        yield endpoint
    finally:
        await endpoint.client.close()
