"""The list of loaded words: the one that is shipped, or a user's in its place.

`data/loaded_words.txt` says how a list is written. A user's file of that form replaces it; one in
which each line of words begins with "+ " or "- " adds to it and takes from it. Which list holds is
a matter of the context, so that two calls, or two threads, do not see each other's.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from summarize.errors import UsageError
from summarize.language.tokens import cut_words

Category = Literal[
    "sensational", "evaluative", "label", "judging", "cliche", "editorial", "coloured"
]
_KINDS: Mapping[str, Category | None] = {
    **{name: name for name in get_args(Category)},
    "innocent": None,  # phrases that keep their words from counting
}
_TAGS = {"V": ("V",), "N": ("NN",), "J": ("JJ", "VBN", "VBG"), "R": ("RB",), "": ("",)}
_UNSORTED: Category = "evaluative"
"""The kind of a word that stands before the first heading of a user's list."""
_SIGNS = ("+ ", "- ")
"""What stands before words that are added, or taken away; "-crazed" is an ending."""


class Entry(NamedTuple):
    """A phrase of the list: its words, the tags that its first may begin with, and its kind.

    `category` is None for a phrase that keeps its words from counting.
    """

    words: tuple[str, ...]
    tags: tuple[str, ...]
    category: Category | None


@dataclass(frozen=True)
class WordList:
    """Entries by their first word; `id` is a hash of them all."""

    entries: Mapping[str, tuple[Entry, ...]]
    id: str


class _Line(NamedTuple):
    """One entry of a file with the number of its line, and its sign where the file has signs."""

    number: int
    sign: str
    entry: Entry


_IN_USE: ContextVar[WordList | None] = ContextVar("loaded_words", default=None)


def words_in_use() -> WordList:
    """Return the list that holds here: the shipped one, but inside `using_words`."""
    return _IN_USE.get() or shipped_words()


def word_list_id() -> str | None:
    """Return the id of a user's list that holds here, None where it is the shipped one."""
    words = words_in_use()
    return None if words.id == shipped_words().id else words.id


@contextmanager
def using_words(words: WordList | None) -> Iterator[None]:
    """Let `words` hold for as long as the block lasts, in its thread; None changes nothing."""
    token = _IN_USE.set(words or _IN_USE.get())
    try:
        yield
    finally:
        _IN_USE.reset(token)


@cache
def shipped_words() -> WordList:
    """Return the list that comes with the package."""
    text = files("summarize.language").joinpath("data/loaded_words.txt").read_text("utf-8")
    return _make_list([line.entry for line in _read_lines(text, "loaded_words.txt")])


def read_words(path: Path) -> WordList:
    """Read a user's list. Raises UsageError, which names the file and the line."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: is no list of words: not UTF-8 text") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(f"{path}: the list of loaded words cannot be read: {reason}") from error
    lines = _read_lines(text, str(path))
    if not lines:
        raise UsageError(f"{path}: holds no word; write words, or lines of “+ words” or “- words”")
    extends = bool(lines[0].sign)
    for line in lines:
        if bool(line.sign) is not extends:
            wanted = "“+ ” or “- ”" if extends else "no sign"
            problem = f"begin it with {wanted}, as line {lines[0].number} does"
            raise UsageError(f"{path}: line {line.number}: {problem}")
    return _make_list(_extend(lines, str(path)) if extends else [line.entry for line in lines])


def _extend(lines: Sequence[_Line], place: str) -> list[Entry]:
    """Return the shipped entries, changed line by line."""
    kept = [entry for group in shipped_words().entries.values() for entry in group]
    for line in lines:
        words, tags, _ = line.entry
        same = [one for one in kept if one.words == words and (one.tags == tags or not any(tags))]
        if line.sign.strip() == "-" and not same:
            problem = f"“{' '.join(words)}” is not in the list, so it cannot be taken from it"
            raise UsageError(f"{place}: line {line.number}: {problem}")
        gone = set(same)
        kept = [one for one in kept if one not in gone]
        if line.sign.strip() == "+":
            kept.append(line.entry)
    return kept


def _make_list(entries: Sequence[Entry]) -> WordList:
    """Return entries by first word, in their order: of equals the first is meant."""
    by_first: dict[str, list[Entry]] = {}
    for entry in dict.fromkeys(entries):
        by_first.setdefault(entry.words[0], []).append(entry)
    grouped = {first: tuple(by_first[first]) for first in sorted(by_first)}
    digest = hashlib.sha256("\n".join(map(str, grouped.values())).encode()).hexdigest()
    return WordList(grouped, digest[:12])


def _read_lines(text: str, place: str) -> list[_Line]:
    lines: list[_Line] = []
    category: Category | None = _UNSORTED
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.strip()
        try:
            if line.startswith("["):
                category = _read_heading(line)
            elif line and not line.startswith("#"):
                sign = line[0] if line.startswith(_SIGNS) else ""
                parts = filter(None, map(str.strip, line[len(sign) :].split(",")))
                lines += [_Line(number, sign, _read_entry(part, category)) for part in parts]
        except ValueError as error:
            raise UsageError(f"{place}: line {number}: {error}") from error
    return lines


def _read_heading(line: str) -> Category | None:
    """Read "[label]"; None is the heading of the innocent phrases. Raises ValueError."""
    name = line.strip("[]").strip()
    if name not in _KINDS:
        raise ValueError(f"unknown kind {line}; known: {', '.join(_KINDS)}")
    return _KINDS[name]


def _read_entry(phrase: str, category: Category | None) -> Entry:
    """Read "slam/V", "strip/V of" or "-crazed", every compound of that end. Raises ValueError."""
    plain, _, tag = phrase.lower().partition("/")
    letter, rest = tag[:1].upper(), tag[1:]
    if letter not in _TAGS or (rest and not rest.startswith(" ")):
        raise ValueError(f"unknown part of speech in “{phrase}”; write /V, /N, /J or /R")
    is_ending = plain.startswith("-")
    words = (plain,) if is_ending else tuple(word.text for word in cut_words(plain + rest))
    if not any(character.isalpha() for word in words for character in word):
        raise ValueError(f"no word in “{phrase}”")
    return Entry(words, _TAGS[letter], category)
