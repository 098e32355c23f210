"""Summarizers of several articles: each gives whole sentences of theirs, up to a budget of words.

`python -m benchmarks.peers.summarizers FOLDER` prints what LexRank makes of a folder's .txt files.
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from importlib import import_module
from itertools import chain, zip_longest
from pathlib import Path
from typing import Any

from benchmarks.peers import Peer

Summarizer = Callable[[Sequence[str], int], str]
"""Gives a summary of articles in at most so many words."""

_BREAK = re.compile(r"(?<=[.!?])[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])|\n+")
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_WORDS = 200


class Tokenizer:
    """What sumy asks of a tokenizer, by regular expression: its own wants a download."""

    language = "english"

    def to_sentences(self, text: str) -> tuple[str, ...]:
        """Cut `text` behind a full stop, before a capital."""
        return tuple(part for part in map(str.strip, _BREAK.split(text)) if part)

    def to_words(self, text: str) -> tuple[str, ...]:
        """Return the words and numbers of `text`."""
        return tuple(_WORD.findall(text))


def fill_budget(sentences: Iterable[str], words: int) -> Iterator[str]:
    """Yield the sentences that fit into so many words, the first first."""
    left = words
    for sentence in sentences:
        if (length := len(sentence.split())) <= left:
            left -= length
            yield sentence


def load_sumy(module: str, name: str) -> Summarizer:
    """Load a summarizer of sumy, with the stemmer and the stop words of its README."""
    stemmer = import_module("sumy.nlp.stemmers").Stemmer("english")
    summarize = getattr(import_module(f"sumy.summarizers.{module}"), name)(stemmer)
    summarize.stop_words = import_module("sumy.utils").get_stop_words("english")
    parser = import_module("sumy.parsers.plaintext").PlaintextParser

    def read(texts: Sequence[str], words: int) -> str:
        document = parser.from_string("\n\n".join(texts), Tokenizer()).document

        def take(ranked: Iterable[Any]) -> list[Any]:
            chosen = set(fill_budget((str(one.sentence) for one in ranked), words))
            return [one for one in ranked if str(one.sentence) in chosen]

        return " ".join(map(str, summarize(document, take)))

    return read


def load_round_robin() -> Summarizer:
    """Load the lead of every article in turn: the first sentence of each, the second of each."""
    cut = Tokenizer().to_sentences

    def read(texts: Sequence[str], words: int) -> str:
        rounds = zip_longest(*map(cut, texts), fillvalue="")
        return " ".join(fill_budget(filter(None, chain.from_iterable(rounds)), words))

    return read


def load_lead() -> Summarizer:
    """Load the first words of the first article."""
    return lambda texts, words: " ".join(texts[0].split()[:words])


PEERS: Sequence[Peer[Summarizer]] = (
    Peer("sumy LexRank", "sumy", partial(load_sumy, "lex_rank", "LexRankSummarizer")),
    Peer("sumy TextRank", "sumy", partial(load_sumy, "text_rank", "TextRankSummarizer")),
    Peer("sumy Luhn", "sumy", partial(load_sumy, "luhn", "LuhnSummarizer")),
    Peer("sumy LSA", "sumy", partial(load_sumy, "lsa", "LsaSummarizer")),
    Peer("round-robin lead", None, load_round_robin),
    Peer("lead of one", None, load_lead),
)

if __name__ == "__main__":
    files = sorted(Path(sys.argv[1]).glob("*.txt"))
    print(PEERS[0].load()([file.read_text(encoding="utf-8") for file in files], _WORDS))
