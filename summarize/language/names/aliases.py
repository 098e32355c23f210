"""Which names are one actor: inside a document and across documents.

People match on their surname with compatible given names, organisations on acronyms, known other
names and shortened forms, states and places on their canonical name. Spellings of one name in two
transliterations share a key.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

from summarize.language.names import gazetteer, organisations, owners, titles
from summarize.language.normal import normal_form
from summarize.model import ActorKind

_SPELLINGS = (
    (re.compile(r"yi\b|yy\b|iy\b|ii\b|ij\b|i\b|y\b"), "y"),
    (re.compile(r"\b(?:oleksandr|aleksandr|aleksander|alexandr)\b"), "alexander"),
    (re.compile(r"\b(?:volodymyr)\b"), "vladimir"),
    (re.compile(r"\b(?:serhy|sergey|sergei)\b"), "sergy"),
    (re.compile(r"\b(?:mykola|nikolay|nikolai)\b"), "nikolay"),
    (re.compile(r"\b(?:mohamm?ed|mohammad|muhammad|muhammed)\b"), "mohammed"),
    (re.compile(r"yev"), "ev"),
    (re.compile(r"ks"), "x"),
    (re.compile(r"[ey]{2}"), "e"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"q"), "k"),
    (re.compile(r"ou|oo"), "u"),
    (re.compile(r"(.)\1"), r"\1"),
)
"""Spellings that one name takes when it is written over from another alphabet."""

_NICKNAMES = {
    short: full
    for full, shorts in {
        "joseph": "joe joey",
        "william": "bill will billy",
        "robert": "bob rob bobby",
        "james": "jim jimmy",
        "michael": "mike mick",
        "thomas": "tom",
        "richard": "dick rick",
        "edward": "ed ted eddie",
        "anthony": "tony",
        "donald": "don",
        "daniel": "dan danny",
        "david": "dave",
        "benjamin": "ben",
        "bernard": "bernie",
        "charles": "charlie chuck",
        "christopher": "chris",
        "elizabeth": "liz beth betsy",
        "matthew": "matt",
        "nicholas": "nick",
        "samuel": "sam",
        "stephen": "steve",
        "steven": "steve",
        "timothy": "tim",
        "andrew": "andy",
        "gregory": "greg",
        "jeffrey": "jeff",
        "kenneth": "ken",
        "lawrence": "larry",
        "patrick": "pat",
        "peter": "pete",
        "ronald": "ron",
        "susan": "sue",
        "katherine": "kate kathy",
        "deborah": "debbie",
        "alexander": "alex",
        "jonathan": "jon",
        "joshua": "josh",
        "vladimir": "vlad",
    }.items()
    for short in shorts.split()
}
_SMALL_WORDS = frozenset("of the and for on in & a".split())
_INNER_LINKS = frozenset("of on for the".split())
"""What stands behind them is no head: a Commission on the Supreme Court is not the court."""
_SUFFIXES = frozenset("jr sr ii iii iv".split())
_REGION_WORDS = frozenset("oblast region province district state city area county".split())


class Named(Protocol):
    """Whatever has a name, a kind and other names: an entity here, an actor in an extraction."""

    @property
    def name(self) -> str:
        """The name under which it is shown."""

    @property
    def kind(self) -> ActorKind:
        """What it is."""

    @property
    def aliases(self) -> Sequence[str]:
        """Its other names."""


@lru_cache(maxsize=20_000)
def spelling_key(text: str) -> str:
    """Return `text` without case, accents, stops and differences of transliteration."""
    plain = unicodedata.normalize("NFKD", text.replace("ł", "l").replace("ø", "o"))
    low = "".join(char for char in plain if not unicodedata.combining(char)).lower()
    low = re.sub(r"['’.]s\b", "", low)
    low = re.sub(r"[^\w\s]", " ", low.replace(".", "").replace("’", "").replace("'", ""))
    for pattern, written in _SPELLINGS:
        low = pattern.sub(written, low)
    return " ".join(low.split())


@lru_cache(maxsize=20_000)
def name_key(name: str, kind: ActorKind) -> str:
    """Return a key that is equal for two spellings of one name of one kind.

    "Ukraine's General Staff", "Ukrainian General Staff" and "General Staff of Ukraine" are one.
    """
    entry = gazetteer.look_up(name)
    if entry is not None and kind != "person" and (entry.form != "demonym" or kind == "state"):
        return spelling_key(entry.state or entry.name if kind == "state" else entry.name)
    words = spelling_key(name).split()
    if kind == "organisation":
        plain, states = owners.take_apart(name)
        if plain and states:
            words = spelling_key(" ".join((*plain, *sorted(states)))).split()
    if kind == "place" and len(words) > 1 and words[-1] in _REGION_WORDS:
        words = words[:-1]
    while kind == "person" and len(words) > 1 and titles.is_title(words[0]):
        words = words[1:]
    return " ".join(word for word in words if word != "the" or len(words) == 1)


def same_actor(one: Named, other: Named) -> bool:
    """Say whether two actors, each of its own document, are one; the order does not matter.

    A bare surname is taken for the person whose full name ends in it: one story rarely has two.
    Organisations of different owners are two, whatever other names they share.
    """
    if one.kind != other.kind:
        return False
    ours = [name_key(name, one.kind) for name in (one.name, *one.aliases)]
    theirs = [name_key(name, other.kind) for name in (other.name, *other.aliases)]
    if one.kind == "person":
        return same_person(ours[0].split(), theirs[0].split())
    if one.kind == "organisation" and owners.have_other_owners(
        (one.name, *one.aliases), (other.name, *other.aliases)
    ):
        return False
    if set(ours) & set(theirs):
        return True
    if one.kind != "organisation":
        return False
    return is_acronym_of(one.name, other.name) or is_acronym_of(other.name, one.name)


def same_person(one: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether two keyed names may be one person: "okafor" and "maria okafor"."""
    ours = [word for word in one if word not in _SUFFIXES]
    theirs = [word for word in other if word not in _SUFFIXES]
    if len(ours) > len(theirs):
        ours, theirs = theirs, ours
    if ours == theirs or "".join(ours) == "".join(theirs):
        return True
    if not ours:  # "Jr." alone, which a comma cut off its name
        return False
    if len(ours) == 1:
        return ours[0] == theirs[-1] or (
            ours[0] == theirs[0] and gazetteer.is_east_asian_surname(ours[0].capitalize())
        )
    if ours == theirs[-len(ours) :]:
        return True
    if ours[-1] != theirs[-1] or not _same_given_name(ours[0], theirs[0]):
        return False
    return len(ours) == 2 or all(
        one[0] == other[0] for one, other in zip(ours[1:-1], theirs[1:-1], strict=False)
    )


def _same_given_name(one: str, other: str) -> bool:
    if one == other or _NICKNAMES.get(one, one) == _NICKNAMES.get(other, other):
        return True
    return (len(one) == 1 or len(other) == 1) and one[0] == other[0]


def acronyms_of(long: str) -> tuple[str, ...]:
    """Return the acronyms, in lower case, that a name of several words may have."""
    owner, mark, rest = re.sub("’", "'", long).partition("'s ")
    if mark:
        return *_initials(f"{owner}s {rest}"), *_initials(rest)
    return _initials(long)


def _initials(long: str) -> tuple[str, ...]:
    words = re.findall(r"[\w’']+", long.replace("-", " "))
    if len(words) < 2:
        return ()
    big = "".join(word[0] for word in words if word.lower() not in _SMALL_WORDS)
    return big.lower(), "".join(word[0] for word in words).lower()


def is_acronym_of(short: str, long: str) -> bool:
    """Say whether `short` is made of the initials of `long`: KCNA, Korean Central News Agency."""
    letters = short.replace(".", "")
    is_written_so = 2 <= len(letters) <= 7 and letters[0].isupper() and " " not in letters
    return is_written_so and letters.lower() in acronyms_of(long)


def is_short_form_of(short: str, long: str) -> bool:
    """Say whether `short` is `long` without its first words: Foreign Ministry, General Staff."""
    ours, theirs = spelling_key(short).split(), spelling_key(long).split()
    if not ours or len(ours) >= len(theirs):
        return False
    if len(ours) == 1 and ours[0] not in organisations.ORGANISATION_HEADS:
        return ours[0] == theirs[0] and len(ours[0]) > 3
    is_end = theirs[-len(ours) :] == ours and theirs[-len(ours) - 1] not in _INNER_LINKS
    return is_end or (len(ours) > 1 and theirs[: len(ours)] == ours)


def is_plural_name(name: str) -> bool:
    """Say whether a name takes a plural verb: Democrats, Houthis, Revolutionary Guards."""
    last = name.rsplit(maxsplit=1)[-1].lower()
    return last.endswith("s") and last not in _SINGULAR_ENDINGS and len(last) > 4


_SINGULAR_ENDINGS = frozenset(
    "congress reuters press express times news services systems airlines airways industries "
    "affairs hospitals texas paris institutes forces nations states motors bros mercedes-benz "
    "holdings partners sciences arts police headquarters business axios barclays".split()
)


def is_named(name: str, text: str) -> bool:
    """Say whether `text` has `name` as whole words; case counts, spaces and quote marks do not."""
    wanted, found_in = normal_form(name), _kept_normal_form(text)
    start = found_in.find(wanted)
    while start >= 0:
        end = start + len(wanted)
        if not (_is_in_word(found_in, start - 1) or _is_in_word(found_in, end)):
            return True
        start = found_in.find(wanted, start + 1)
    return False


@lru_cache(maxsize=256)
def _kept_normal_form(text: str) -> str:
    """Return the normal form of a text that many names are looked up in."""
    return normal_form(text)


def _is_in_word(text: str, index: int) -> bool:
    """Say whether the character at `index`, if there is one, belongs to a word."""
    return 0 <= index < len(text) and (text[index].isalnum() or text[index] == "_")
