"""One story told by many: articles made out of a few by rule, no two of them alike.

A copy keeps the matter of its model and tells most of its sentences, some of them in other words,
of other people or with another number. What changes hangs on the copy's number and the sentence
alone, so that the same number of articles is always the same story.
"""

import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from zlib import crc32

from pydantic import BaseModel

from benchmarks.processes import peak_mb, run_process
from benchmarks.texts import OPTIONS, write_files
from summarize.ground.support import carries
from summarize.language.document import parse_document
from summarize.language.names import find_names
from summarize.language.sentences import split_sentences
from summarize.merge.brief import merge_extractions
from summarize.pipeline import extract_all, open_engine, read_articles

_WORDS = (
    ("said", "stated"),
    ("about", "around"),
    ("soldiers", "troops"),
    ("first", "earliest"),
    ("the", "this"),
    ("many", "several"),
    ("new", "recent"),
    ("against", "opposing"),
)
_GIVEN = ("Ada", "Boris", "Clara", "Dario", "Edda", "Felix", "Gita", "Henrik", "Ilse", "Jonas")
_ONSETS = ("Bran", "Cort", "Dell", "Esk", "Fand", "Grel", "Hask", "Ilm", "Jost", "Kerr")
_ENDINGS = ("ova", "ing", "man", "sen", "ley", "ard", "ow", "itz", "ero", "ell")
_NUMBER = re.compile(r"\b[1-9]\d{0,2}(?:,\d{3})*\b(?![,.\d])")
_TOLD, _REWORDED, _RENAMED, _RECOUNTED = 65, 30, 25, 15
"""Parts of a hundred: sentences told, reworded and with another number, people by another name."""


def grow_story(texts: Sequence[str], count: int) -> Iterator[str]:
    """Yield `count` articles, the paragraphs of each apart by a blank line."""
    people = [_people_in(text) for text in texts]
    for copy in range(count):
        model = copy % len(texts)
        paragraphs = (_retell(one, copy) for one in texts[model].split("\n"))
        text = "\n\n".join(one for one in paragraphs if one)
        for name in people[model]:
            if _draw(f"{copy // len(texts)} {name}") < _RENAMED:
                text = _rename(text, name, copy)
        yield text


def _people_in(text: str) -> list[str]:
    entities = find_names(parse_document(text)).entities
    return sorted(one.name for one in entities if one.kind == "person" and " " in one.name)


def _retell(paragraph: str, copy: int) -> str:
    told = (one.text for one in split_sentences(paragraph))
    return " ".join(
        _recount(_reword(one, copy), copy) for one in told if _draw(f"{copy} {one}") < _TOLD
    )


def _reword(sentence: str, copy: int) -> str:
    for old, new in _WORDS:
        if _draw(f"{old} {copy} {sentence}") < _REWORDED:
            sentence = re.sub(rf"\b{old}\b", new, sentence)
    return sentence


def _recount(sentence: str, copy: int) -> str:
    if _draw(f"number {copy} {sentence}") >= _RECOUNTED:
        return sentence
    return _NUMBER.sub(lambda match: _other(match.group(), copy), sentence, count=1)


def _other(number: str, copy: int) -> str:
    value = int(number.replace(",", ""))
    return f"{value + 1 + value * (copy % 7) // 10:,}"


def _rename(text: str, name: str, copy: int) -> str:
    """Give a person another name, and the last word of it where it stands alone."""
    drawn = crc32(f"{copy} {name}".encode())
    surname = _ONSETS[drawn % 10] + _ENDINGS[drawn // 10 % 10]
    text = text.replace(name, f"{_GIVEN[drawn // 100 % 10]} {surname}")
    return re.sub(rf"\b{re.escape(name.rsplit(maxsplit=1)[-1])}\b", surname, text)


def _draw(key: str) -> int:
    """Return a number from 0 to 99 that is always the same for `key`."""
    return crc32(key.encode()) % 100


class Spent(BaseModel):
    """CPU seconds of the stages of one brief, and the memory of its process at the most in MB."""

    reading_s: float
    merging_s: float
    peak_mb: float


def measure_story(texts: Sequence[str]) -> Spent:
    """Let a new process make the brief of a story. Raises BenchmarkError."""
    command = [sys.executable, "-X", "utf8", "-m", "benchmarks.growing"]
    return Spent.model_validate_json(run_process(command, json.dumps(texts)))


def spend(texts: Sequence[str]) -> Spent:
    """Make the brief of a story in this process, as `summarize brief FOLDER` does."""
    with TemporaryDirectory() as folder, open_engine(OPTIONS) as (engine, _):
        files = {f"{place:05}.txt": text.encode() for place, text in enumerate(texts)}
        write_files(Path(folder), files)
        began = process_time()
        articles = read_articles([folder], OPTIONS).articles
        extractions = list(extract_all(articles, engine))
        read = process_time()
        merge_extractions(
            articles, extractions, words=OPTIONS.words, created=OPTIONS.created, gate=carries
        )
        merged = process_time()
    return Spent(reading_s=read - began, merging_s=merged - read, peak_mb=peak_mb())


if __name__ == "__main__":
    print(spend(json.load(sys.stdin)).model_dump_json())
