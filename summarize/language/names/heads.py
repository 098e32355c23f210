"""Where a capitalised name ends, judged by its last word: Ministry, River, Treaty.

A head word ends an organisation, a place or a thing that is no actor; "of", "for" and "and" carry a
name on only where its head allows it.
"""

import re
from collections.abc import Sequence

from summarize.language.document import Token
from summarize.language.names import gazetteer, organisations, titles
from summarize.language.names.compounds import PREFIXES, is_state_word
from summarize.language.names.lexis import ADJECTIVES, FUNCTION_WORDS, is_common

_POSSESSIVE = ("'s", "'")
_LINKS = frozenset("of for and & on".split())
_ON_HEADS = frozenset("council commission committee conference center centre institute".split())
_SURNAME_HEADS = frozenset("hill hall lane field castle ford lake".split())
"""Heads of places that are surnames more often behind a given name."""
_LOWER_OPENING = re.compile(r"(?:al|el|an|ar|as|at|ad|ez|ul)-[A-Z]|[a-z]{1,2}[A-Z][a-z]")
_PLURAL_OWNERS = frozenset(
    "people workers children women men veterans teachers farmers students citizens officers "
    "writers girls boys soldiers mothers lloyd king queen st. george".split()
)
"""They keep their possessive inside a name: Workers' Party, People's Army."""


def _plain(text: str) -> str:
    """Return a word with a straight apostrophe, and WASHINGTON as Washington."""
    text = text.replace("’", "'")
    is_shouted = len(text) > 3 and text.isupper() and not gazetteer.opens_phrase(text)
    return text.title() if is_shouted and gazetteer.opens_phrase(text.title()) else text


class Heads:
    """Reads the words of one sentence; each method looks at the words from an index on."""

    def __init__(self, words: Sequence[Token]) -> None:
        self.words = words
        self.texts = [_plain(word.text) for word in words]
        self.lows = [text.lower() for text in self.texts]
        self.size = len(words)

    def is_name_word(self, i: int) -> bool:
        """Say whether the word at `i` is written like a name."""
        text = self.texts[i]
        if self.lows[i] in PREFIXES and self.texts[i + 1 : i + 2] == ["-"]:
            return False
        return text[0].isupper() or bool(_LOWER_OPENING.match(text))

    def run_end(self, i: int) -> int:
        """Return where the capitalised words from `i` on end, links between them included."""
        j = i
        while j < self.size:
            if self._continues_run(j, i):
                j += 1
            elif self._is_link(j):
                j += 2 if self.lows[j + 1] == "the" else 1
            else:
                break
        return j

    def _continues_run(self, j: int, i: int) -> bool:
        is_open = j == i or self.lows[j] in ADJECTIVES or self.lows[j] not in FUNCTION_WORDS
        is_inside = self._is_inner_possessive(j) or self._is_purpose(j)
        return is_inside or (is_open and self.is_name_word(j))

    def _is_raised(self, i: int) -> bool:
        return self.texts[i][0].isupper()

    def _is_purpose(self, j: int) -> bool:
        """Read "to" inside "Committee to Protect Journalists"."""
        opens = j > 0 and self.lows[j - 1] in ("committee", "campaign", "coalition")
        return opens and self.lows[j] == "to" and j + 1 < self.size and self._is_raised(j + 1)

    def _is_link(self, j: int) -> bool:
        if self.lows[j] not in _LINKS or j + 1 >= self.size:
            return False
        if self.lows[j + 1] == "the" and self.lows[j] in ("of", "for", "on"):
            return j + 2 < self.size and self.is_name_word(j + 2)
        return self.is_name_word(j + 1)

    def _is_inner_possessive(self, j: int) -> bool:
        if self.texts[j] not in _POSSESSIVE or j == 0 or j + 1 >= self.size:
            return False
        if not self.is_name_word(j + 1) or self.words[j].start != self.words[j - 1].end:
            return False
        return self.lows[j - 1] in _PLURAL_OWNERS or self.texts[j] in ("'", "’")

    def organisation_end(self, i: int, over: int = -1) -> int | None:
        """Return the end of the organisation that begins at `i` and ends after index `over`."""
        run = self.run_end(i)
        best = None
        for j in range(i, run):
            low = self.lows[j]
            if low in ("of", "for", "on", "to", "'s", "'"):
                if best is None and low in ("of", "for", "on"):
                    break
                continue
            if low in ("and", "&") and not self._may_join(i, j, run):
                break
            if j > i and (self._begins_person(j) or self._begins_known(i, j)):
                break
            if low in organisations.ORGANISATION_HEADS and self._is_head(i, j, run):
                best = self._of_phrase_end(j, run)
                if best > j + 1:
                    break
        return best if best is not None and best - 1 > max(over, i - 1) else None

    def _may_join(self, i: int, j: int, run: int) -> bool:
        """Allow "and" inside "Food and Drug Administration", not "Russia and China Post"."""
        if self.lows[j] == "&":
            return True
        around = [k for k in (j - 1, j + 1) if i <= k < run]
        return all(
            is_common(self.texts[k]) and not gazetteer.longest_match(self.texts, k)
            for k in around
            if self.texts[k][0].isalpha()
        )

    def _begins_person(self, j: int) -> bool:
        """Say whether a title with a name, which ends an organisation's name, begins at `j`."""
        size = titles.title_length(self.texts, j)
        if not size or self.lows[j] in ("general", "justice", "attorney", "police", "chief"):
            return False
        inside = self.lows[j : j + size + 1]
        return not any(low in organisations.ORGANISATION_HEADS for low in inside)

    def _begins_known(self, i: int, j: int) -> bool:
        """Cut "Trump" off "White House": a known name of two words behind an unknown one."""
        found = gazetteer.longest_match(self.texts, j)
        if found is None or found[0] < 2 or found[1].kind != "organisation" or j > i + 2:
            return False
        is_plain = self.lows[i] in ADJECTIVES or is_common(self.texts[i])
        return not is_plain and gazetteer.longest_match(self.texts, i) is None

    def _is_head(self, i: int, j: int, run: int) -> bool:
        if j == i:
            follows = j + 1 < run and self.lows[j + 1] in ("of", "for", "to")
            return follows and self.lows[j] not in organisations.PLURAL_HEADS
        low = self.lows[j]
        before = self.lows[i:j]
        is_person = gazetteer.is_given_name(before[0]) and not is_common(before[0])
        if len(before) == 1 and is_person and gazetteer.is_surname(low):
            return low not in organisations.ORGANISATION_HEADS - organisations.WEAK_HEADS
        if low in organisations.FACILITIES:
            return False
        return before[-1] not in ("and", "of", "&") or low not in organisations.WEAK_HEADS

    def _of_phrase_end(self, j: int, run: int) -> int:
        """Carry "Ministry" on over "of Foreign Affairs", "Council" over "of Ontario"."""
        end = j + 1
        if end >= run or self.lows[end] not in ("of", "for", "on", "to"):
            return end
        if self.lows[end] == "on" and self.lows[j] not in _ON_HEADS:
            return end
        k = end + (2 if self.lows[end + 1] == "the" else 1)
        while k < run and self._continues_of_phrase(k, run):
            k += 1
        while not self.is_name_word(k - 1):
            k -= 1
        return k

    def _continues_of_phrase(self, k: int, run: int) -> bool:
        low = self.lows[k]
        if low in ("and", "&", ","):
            return (
                k + 1 < run
                and is_common(self.texts[k + 1])
                and not is_state_word(self.texts[k + 1])
            )
        if low in ("of", "for", "the"):
            return True
        if not self.is_name_word(k) or self.opens_person(k):
            return False
        return not (titles.title_length(self.texts, k) and self.is_followed_by_name(k))

    def opens_person(self, k: int) -> bool:
        """Say whether a given name and a surname stand at `k`."""
        if k + 1 >= self.size or not self.is_name_word(k + 1) or is_common(self.texts[k]):
            return False
        is_known = gazetteer.longest_match(self.texts, k) is not None
        is_pair = gazetteer.is_given_name(self.lows[k]) and gazetteer.is_surname(self.lows[k + 1])
        return is_pair and not is_known

    def place_end(self, i: int) -> int | None:
        """Return the end of the place that begins at `i` and ends in a word like River."""
        best = None
        for j in range(i, self.run_end(i)):
            if not self.is_name_word(j):
                break
            if j > i and (self._begins_person(j) or self._begins_known(i, j)):
                break
            is_head = j > i and self.lows[j].rstrip(".") in organisations.PLACE_HEADS
            is_surname = self.lows[j] in _SURNAME_HEADS and self._is_surname_here(i, j)
            if is_head and not is_surname:
                best = j + 1
            if j > i and self.lows[j] in organisations.FACILITIES:
                best = j + 1
        return best

    def thing_end(self, i: int) -> int | None:
        """Return the end of a treaty, an award or an event that begins at `i`."""
        best = None
        for j in range(i, self.run_end(i)):
            if not self.is_name_word(j):
                break
            word = self.lows[j].split("-")[0].rstrip(".")
            if word in organisations.NOT_ACTORS and not self._is_surname_here(i, j):
                best = j + 1
        return best

    def _is_surname_here(self, i: int, j: int) -> bool:
        """Tell "Nathan Law" from "Common Law"."""
        is_person = gazetteer.is_given_name(self.lows[i]) and not is_common(self.lows[i])
        return j == i + 1 and is_person and gazetteer.is_surname(self.lows[j])

    def is_followed_by_name(self, i: int) -> bool:
        """Say whether a name stands behind the title that begins at `i`."""
        end = i + titles.title_length(self.texts, i)
        return end < self.size and self.is_name_word(end)
