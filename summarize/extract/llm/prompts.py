"""What the model is told: templates from `prompts/`, and the article fenced in as data."""

import hashlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from string import Template
from typing import NamedTuple

from summarize.language.sentences import Sentence
from summarize.model import Article
from summarize.resources import read_prompt

_FENCE_DIGITS = 10


class Message(NamedTuple):
    """One turn of a conversation with a model."""

    role: str
    content: str

    def as_dict(self) -> dict[str, str]:
        """Return the form that goes over the wire."""
        return {"role": self.role, "content": self.content}


@lru_cache(maxsize=16)
def _template(name: str) -> Template:
    _, _, text = read_prompt(name).partition("\n")
    return Template(text.strip("\n"))


@lru_cache(maxsize=16)
def prompt_version(name: str) -> str:
    """Return the version that the first line of a prompt gives."""
    first, _, _ = read_prompt(name).partition("\n")
    word, _, version = first.partition(":")
    if word != "version" or not version.strip():
        raise ValueError(f"prompts/{name}.txt: the first line must be 'version: N'")
    return version.strip()


def fill_prompt(name: str, values: Mapping[str, str]) -> str:
    """Return the prompt with its placeholders filled; one without a value is a KeyError."""
    return _template(name).substitute(values)


def ask_to_read(article: Article, sentences: Sequence[Sentence], first: int) -> list[Message]:
    """Return the request to list what `sentences` say; `first` is the number of the first one."""
    fence = _fence_of(article)
    lines = "\n".join(
        f"{number}| {one_line(sentence.text)}" for number, sentence in enumerate(sentences, first)
    )
    values = {
        "fence": fence,
        "title": one_line(article.title or "none"),
        "published": article.published.isoformat() if article.published else "not known",
        "lines": lines,
    }
    return [
        Message("system", fill_prompt("extract", {"fence": fence})),
        Message("user", fill_prompt("article", values)),
    ]


def _fence_of(article: Article) -> str:
    """Return a line that the article cannot hold: whoever wrote it did not know its own hash."""
    digest = hashlib.sha256(f"fence {article.text_sha256}".encode()).hexdigest()
    return f"=====ARTICLE {digest[:_FENCE_DIGITS]}====="


def one_line(text: str) -> str:
    """Return `text` without a line break of any kind, so that it cannot begin a line of its own."""
    return " ".join(text.split())
