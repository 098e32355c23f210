"""Names that English news takes as known: states, cities, regions, organisations, given names.

The tables in `data/` are facts of the world, written for this project. Given names and surnames
of the United States come from the census lists of 1990 that the `names` package ships; the names
of other traditions are in `data/given_names.tsv`.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from summarize.language.names.states import adjectives, capitals, read_table, states
from summarize.language.tokens import cut_words
from summarize.model import ActorKind

EntryForm = Literal["name", "demonym", "capital"]
Gender = Literal["m", "f"]

SURNAMES_READ = 12_000
"""How many of the 88,799 surnames are worth reading: the rest are each under 1 in 100,000."""

_UNLISTED_SHARE = 0.01
"""The share, in percent, that a name outside the census lists is taken to have."""

_EAST_ASIAN_SURNAMES = frozenset(
    """Kim Lee Park Choi Jung Jeong Kang Cho Yoon Jang Lim Han Shin Seo Kwon Hwang Song Ahn Yoo
    Hong Moon Bae Baek Heo Nam Noh Roh Ryu Yang Xi Li Wang Zhang Liu Chen Huang Zhao Zhou Wu Xu
    Sun Hu Zhu Gao Lin He Guo Ma Luo Liang Zheng Xie Tang Deng Feng Cao Zeng Peng Xiao Cai
    Pan Tian Dong Yuan Yu Ye Jiang Wei Du Lu Ding Ren Mao Wen Bo Jia Hou Qin Shi Tan Cheung
    Chan Leung Wong Lau Ho Lam Ng Kwok Yip Tsang Tung Chow Yeung Tsai Hau Chiang Ban Oh Ko Nguyen
    Tran Le Pham Vo Hun Chu Siu Shiu Hui Kwong Tse Mak Tam Yau Fung Poon Cheng Chung Tsui Yiu Kwan
    Koo Lo Mo Sung Do Cha Hyun Ri Ryom Thae Jon Pak Jo Choe O""".split()
)


class Entry(NamedTuple):
    """What the gazetteer knows of a phrase; `name` is canonical, `state` the state it speaks of.

    Of an organisation `state` is whose it is, told only where others have one of that name.
    """

    name: str
    kind: ActorKind
    form: EntryForm
    state: str | None = None


def longest_match(words: Sequence[str], start: int = 0) -> tuple[int, Entry] | None:
    """Return the longest known phrase of `words` that begins at `start`, with its length."""
    for phrase, entry in _phrases().get(words[start], ()):
        size = len(phrase)
        if tuple(words[start : start + size]) == phrase:
            return size, entry
    return None


def opens_phrase(word: str) -> bool:
    """Say whether any known phrase begins with `word`."""
    return word in _phrases()


def look_up(phrase: str) -> Entry | None:
    """Return what is known of the whole `phrase`; case matters."""
    words = phrase_words(phrase)
    found = longest_match(words) if words else None
    return found[1] if found and found[0] == len(words) else None


def phrase_words(phrase: str) -> tuple[str, ...]:
    """Cut a phrase as documents are cut, with straight apostrophes."""
    return tuple(word.text.replace("’", "'") for word in cut_words(phrase))


def gender_of_given_name(word: str) -> Gender | None:
    """Return "m" or "f" for a given name that is nearly always one of them."""
    return _given_names().get(word.lower())


def is_given_name(word: str) -> bool:
    """Say whether `word` is a given name somewhere."""
    return word.lower() in _given_names()


def is_surname(word: str) -> bool:
    """Say whether `word` is a frequent surname of the United States."""
    return word.lower() in _surnames()


def is_east_asian_surname(word: str) -> bool:
    """Say whether `word` is a surname that stands before the given name: Kim, Xi, Nguyen."""
    return word in _EAST_ASIAN_SURNAMES


@lru_cache(maxsize=1)
def _phrases() -> dict[str, list[tuple[tuple[str, ...], Entry]]]:
    """Index every phrase by its first word, longest first; what is added first wins."""
    known: dict[tuple[str, ...], Entry] = {}
    for phrase, entry in _entries():
        known.setdefault(phrase_words(phrase), entry)
    index: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for words, entry in known.items():
        index.setdefault(words[0], []).append((words, entry))
    for rows in index.values():
        rows.sort(key=lambda row: -len(row[0]))
    return index


def _entries() -> list[tuple[str, Entry]]:
    entries: list[tuple[str, Entry]] = []
    for state in states():
        entry = Entry(state.name, "state", "name", state.name)
        entries += [(name, entry) for name in (state.name, *state.other_names)]
    for word, owner in adjectives().items():
        entries.append((word, Entry(owner, "state", "demonym", owner)))
    for cell, state_name in capitals().items():
        capital, *spellings = cell.split("=")
        entry = Entry(capital, "place", "capital", state_name)
        entries += [(form, entry) for form in (capital, *spellings)]
    for name, others, home in read_table("organisations.tsv"):
        organisation = Entry(name, "organisation", "name", home or None)
        entries += [(form, organisation) for form in (name, *others.split(",")) if form]
    for state_name, _, places in read_table("places.tsv"):
        whose = None if state_name == "*" else state_name
        for cell in places.split(","):
            place, *spellings = cell.split("=")
            entry = Entry(place, "place", "name", whose)
            entries += [(form, entry) for form in (place, *spellings)]
    return entries


@lru_cache(maxsize=1)
def _given_names() -> dict[str, Gender | None]:
    male, female = _census_shares("first:male"), _census_shares("first:female")
    for label, others in read_table("given_names.tsv"):
        shares = male if label == "m" else female
        for name in others.lower().split(","):
            shares.setdefault(name, _UNLISTED_SHARE)
    return {name: _leaning(male.get(name, 0), female.get(name, 0)) for name in male | female}


def _census_shares(source: str) -> dict[str, float]:
    import names

    with open(names.FILES[source], encoding="ascii") as lines:
        rows = [line.split() for line in lines]
    return {row[0].lower(): float(row[1]) for row in rows}


def _leaning(male: float, female: float) -> Gender | None:
    if male > 9 * female:
        return "m"
    return "f" if female > 9 * male else None


@lru_cache(maxsize=1)
def _surnames() -> frozenset[str]:
    from itertools import islice

    import names

    with open(names.FILES["last"], encoding="ascii") as lines:
        return frozenset(line.split(None, 1)[0].lower() for line in islice(lines, SURNAMES_READ))
