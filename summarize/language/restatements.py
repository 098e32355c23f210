"""Words that news uses to say the same thing again: "win" and "victory", "ban" and "outlaw".

The list is `data/restatements.txt`, one idea a line, and open to change. It is wide about near
synonyms and closed to what would change a fact: "killed" and "wounded" share no line. What regular
spelling derives ("announce", "announcement") needs no line; `family_of` finds it.
"""

from collections import defaultdict
from functools import cache, lru_cache
from importlib.resources import files

_CACHED_STEMS = 32768


def are_restatements(lemma_a: str, lemma_b: str) -> bool:
    """Say whether one lemma, in lower case, can restate the other; the order does not matter.

    A phrase is written with underscores: `give_up`.
    """
    if lemma_a == lemma_b:
        return True
    lines = _lines_by_word()
    ours, theirs = lines.get(lemma_a), lines.get(lemma_b)
    if ours and theirs and not ours.isdisjoint(theirs):
        return True
    return family_of(lemma_a) == family_of(lemma_b)


def read_lines() -> tuple[tuple[str, ...], ...]:
    """Return the lines of the list, each the words that can restate one another."""
    text = files("summarize.language").joinpath("data/restatements.txt").read_text("utf-8")
    lines = (line.split() for line in text.splitlines() if not line.startswith("#"))
    return tuple(tuple(words) for words in lines if words)


@cache
def _lines_by_word() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for number, words in enumerate(read_lines()):
        for word in words:
            found[word].add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


@lru_cache(maxsize=_CACHED_STEMS)
def family_of(lemma: str) -> str:
    """Return the key that `lemma`, in lower case, shares with what is regularly derived from it.

    Suffixes come off one by one while enough of the word is left, after M. F. Porter (1980), "An
    algorithm for suffix stripping", with fewer suffixes and a list of words that only look derived.
    """
    stem = lemma
    while stem not in _UNDERIVED:
        shorter = _without_suffix(stem)
        if shorter == stem:
            return _bare(stem)
        stem = shorter
    return stem


def _without_suffix(word: str) -> str:
    for suffix, instead, least in _SUFFIXES:
        if word.endswith(suffix):
            stem = word.removesuffix(suffix)
            if len(stem) < least or not _VOWELS.intersection(stem):
                return word
            return _mended(stem) if suffix in _VERBAL else stem + instead
    return word


def _mended(stem: str) -> str:
    """Give back what an ending took: "plann" was "plan", "driv" was "drive"."""
    if stem[-1] == stem[-2] and stem[-1] not in "lsz":
        return stem[:-1]
    is_syllable = len(stem) <= _SHORT and sum(letter in _VOWELS for letter in stem) == 1
    is_closed = stem[-2] in _VOWELS and stem[-1] not in "wxy"
    return stem + "e" if is_syllable and is_closed else stem


def _bare(stem: str) -> str:
    """Level the ends on which a derivation leaves its mark: "y" and "i", and a mute "e"."""
    if stem.endswith("at") and stem.removesuffix("at") in _WITHOUT_ATE:
        return stem.removesuffix("at")
    if len(stem) <= _SHORT + 1:
        return stem.removesuffix("y") + "i" if stem.endswith("y") else stem
    if stem.endswith(("e", "y")) and not stem.endswith("ee"):
        stem = stem[:-1]
    return stem.removesuffix("i")


_VOWELS = frozenset("aeiouy")
_SHORT = 4
"""Letters of a stem to which a mute "e" may belong."""

_VERBAL = ("ing", "ed", "er")
_SUFFIXES = (
    ("isation", "ize", 3), ("ization", "ize", 3), ("iser", "ize", 4), ("izer", "ize", 4),
    ("ise", "ize", 4), ("ification", "ify", 2), ("ically", "ic", 4), ("ily", "y", 3), ("ly", "", 3),
    ("ness", "", 3), ("ful", "", 4), ("ability", "able", 3), ("ibility", "ible", 3), ("ity", "", 4),
    ("ment", "", 4), ("ship", "", 5), ("tion", "t", 4), ("sion", "s", 4), ("tious", "t", 4),
    ("ial", "", 6), ("al", "", 5), ("ism", "ist", 3), ("ician", "ic", 3), ("ics", "ic", 4),
    ("ic", "", 5), ("ive", "", 5), ("atory", "at", 3), ("ator", "at", 3), ("our", "or", 3),
    ("or", "", 5), ("ancy", "", 5), ("ency", "", 5), ("ance", "", 5), ("ence", "", 5),
    ("ant", "", 5), ("ent", "", 5), ("able", "", 5), ("ery", "er", 3), ("er", "", 3),
    ("ing", "", 3), ("ed", "", 3),
)  # fmt: skip
"""What comes off, what takes its place, and how many letters must be left before it."""

_WITHOUT_ATE = frozenset(
    """
    accus adapt admir affirm alleg alter apply aspir cancel caus cit compil conden condemn
    confirm confront conserv consider consult continu declar deport depriv determin document
    explor expect expir export form found inform implement imagin inflam inspir install
    interpret invit limit observ occup orient plant prepar present prevent priv quot recommend
    reform reclam represent reserv resign restor starv tax tempt transform transport vari visit
    fluctu consol stabil
    """.split()
)
"""Verbs whose noun ends in "-ation" though they do not end in "-ate"."""

_UNDERIVED = frozenset(
    """
    government governor governess university universal organ organic general generous several
    important importance relative massive capital station statement formal former format person
    personal personality author authority minister communist community commune unit united
    department apartment basement shipment compliment experiment experience implement supplement
    complement document represent present prevent invent consent content resent lament comment
    torment patent treaty policy police county factory battery misery nursery lottery officer
    offer office official number member flower tower shower layer summer hammer butter letter
    matter better bitter copper rubber ladder corner master cover lever liver hunger tender
    counter quarter charter porter poster career engineer stranger ranger manner banner order
    executive conservative detective collective objective subjective progressive defensive
    defendant instant variant accountant accountable attendant emergency incident competent
    correspondent intelligence confidential potential considerable available majority minority
    priority publicity humanity hospitality editorial medical critical physician editor edition
    tradition question profession professional professor process procession success successor
    reactor projector direction contraction affection fraction conversion reaction conservatory
    observatory dictator escalator festival periodic evening according crooked hardly largely
    shortly barely highly likely unlikely really nearly lately lateral frontier polite politely
    politeness polity positive artery center operatic senator internal mineral morale
    commissioner councilor classic classical severe severely severity corps corpse interval
    treasure virtual stripe customer adultery wager traitor collateral petition diversion hinder
    admiral conceal plastic identical witness provisional substantial ignorance ignorant
    convenience convenient colony cookie mister stocking executor execution executioner inner
    convention widower allegiance constable informal
    """.split()
)
"""Words that look derived from another and mean something else."""
