"""Phrases that may be names: runs of capitalised words, cut where one name ends.

A capital says nothing at the start of a sentence or a quotation, nor in a headline; such words
count only where something else vouches for them. Titles are cut off and kept; demonyms, places
and organisations inside a run are cut apart with the gazetteer and the words that end such names.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarize.language.document import Token
from summarize.language.names import gazetteer, organisations, titles
from summarize.language.names.gazetteer import Entry
from summarize.language.names.heads import Heads
from summarize.language.names.lexis import ADJECTIVES, FUNCTION_WORDS, MONTHS_AND_DAYS, is_common
from summarize.model import ActorKind

_OPENING = frozenset("\"“‘'«([—–-•*|")
_NO_NAME = re.compile(r"[DRI]-[A-Z]|[A-Z]$|[A-Z]{2,}s$|[IVX]{2,}$")
"""Party and state of an American lawmaker, letters, plurals of acronyms, Roman numbers."""


class Candidate(NamedTuple):
    """A phrase that may be a name, the title before it, and what its form alone tells.

    `form` is how the gazetteer knows the phrase; `kind` is what its head word or a title says;
    `is_first` means that a capital tells nothing; `at` is the index of its first word in the
    sentence's words.
    """

    words: tuple[Token, ...]
    title: tuple[Token, ...]
    entry: Entry | None
    kind: ActorKind | None
    is_first: bool
    at: int

    @property
    def start(self) -> int:
        """Where the name proper begins."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where the name proper ends."""
        return self.words[-1].end


def find_candidates(words: Sequence[Token]) -> list[Candidate]:
    """Return the candidates of one sentence in order, none of them overlapping."""
    cutter = _Cutter(words)
    return list(cutter.candidates())


def is_headline(words: Sequence[Token]) -> bool:
    """Say whether capitals mean nothing here: Title Case or ALL CAPS."""
    long = [w.text for w in words if len(w.text) > 3 and w.text[0].isalpha()]
    raised = [w for w in long if w[0].isupper()]
    if words[-1].text in '.”"' or len(long) < 4:
        return len(long) > 2 and all(w.isupper() for w in long)
    return len(raised) > 0.7 * len(long) and sum(is_common(w) for w in raised) > 1


class _Cutter(Heads):
    """Reads one sentence from left to right and cuts its names apart."""

    def __init__(self, words: Sequence[Token]) -> None:
        super().__init__(words)
        self.firsts = self._first_words()
        self.is_headline = is_headline(words)

    def candidates(self) -> Iterator[Candidate]:
        """Yield the candidates in order."""
        i = 0
        while i < self.size:
            candidate, i = self._next(i)
            if candidate is not None:
                yield candidate

    def _first_words(self) -> set[int]:
        firsts = set()
        is_open = True
        for i, text in enumerate(self.texts):
            if text[0].isalpha():
                if is_open:
                    firsts.add(i)
                is_open = False
            elif text in _OPENING or text in "…...":
                is_open = True
        return firsts

    def _next(self, i: int) -> tuple[Candidate | None, int]:
        if not self.is_name_word(i) or self._is_barred(i):
            return self._lower_entry(i)
        for read in (self._titled, self._known, self._headed, self._unknown):
            found = read(i)
            if found is not None:
                return found
        return None, i + 1

    def _is_barred(self, i: int) -> bool:
        low = self.lows[i]
        if low.rstrip(".") in MONTHS_AND_DAYS or _NO_NAME.match(self.texts[i]):
            follows = i + 1 < self.size and self.is_name_word(i + 1)
            return not (follows and gazetteer.is_given_name(low) and low not in ("march", "sat"))
        if len(low) == 2 and low[1] == ".":
            return not (i + 1 < self.size and self.is_name_word(i + 1))
        if low in ADJECTIVES:
            is_part = self._entry_size(i) > 0 or self._headed(i) is not None
            is_part = is_part or self._is_direction(i, 1)
            return not is_part and not self._opens_full_name(i)
        return low in FUNCTION_WORDS and self._entry_size(i) < 2 and self.texts[i] != "WHO"

    def _opens_full_name(self, i: int) -> bool:
        """Say whether a word like "Christian" is a given name here."""
        follows = i + 1 < self.size and self.is_name_word(i + 1)
        return (
            follows and gazetteer.is_given_name(self.lows[i]) and not is_common(self.texts[i + 1])
        )

    def _entry_size(self, i: int) -> int:
        found = gazetteer.longest_match(self.texts, i)
        return found[0] if found else 0

    def _lower_entry(self, i: int) -> tuple[Candidate | None, int]:
        """Read names that begin in lower case: al-Shabaab, la Repubblica, de Blasio."""
        found = gazetteer.longest_match(self.texts, i)
        if found and not self.texts[i][0].isupper():
            return self._entry(i, *found), i + found[0]
        opens = self.lows[i] in organisations.PARTICLES and i + 1 < self.size
        is_particle = opens and self.lows[i] not in ("e", "y", "do", "das")
        is_sure = self.lows[i] in ("bin", "ibn", "von", "van", "al", "el", "del")
        after = self.texts[i + 1] if is_particle and self.is_name_word(i + 1) else ""
        if after and (is_sure or gazetteer.is_surname(after)):
            return self._make(i, i + 2), i + 2
        return None, i + 1

    def _entry(self, i: int, size: int, entry: Entry) -> Candidate:
        return self._make(i, i + size, entry=entry, kind=entry.kind)

    def _make(
        self,
        start: int,
        end: int,
        *,
        title: int = 0,
        entry: Entry | None = None,
        kind: ActorKind | None = None,
    ) -> Candidate:
        words = tuple(self.words[start:end])
        before = tuple(self.words[start - title : start])
        is_first = (start in self.firsts or self.is_headline) and not title
        return Candidate(words, before, entry, kind, is_first, start)

    def _titled(self, i: int) -> tuple[Candidate | None, int] | None:
        """Read "Foreign Minister Sergei Lavrov": a title takes the name that follows."""
        size = titles.title_length(self.texts, i)
        if not size or self._entry_size(i) > size:
            return None
        headed = self._headed(i, over=i + size - 1)
        if headed is not None and not self._is_person_behind_title(i + size, headed[1]):
            return None
        start = i + size
        end = self._name_end(start)
        if end == start:
            return (None, start) if is_common(self.texts[start - 1]) else None
        return self._make(start, end, title=size, kind="person"), end

    def _is_person_behind_title(self, start: int, headed: int) -> bool:
        """Tell "Mayor Jo Field" from "Prince Albert Hall", which ends in a head at `headed`."""
        end = self._name_end(start)
        names = [low for low in self.lows[start:end] if low not in organisations.PARTICLES]
        title = self.lows[start - 1].rstrip(".")
        if not 1 <= len(names) <= 3 or title in titles.ROYALTY:
            return False
        *given, last = names
        if not given:
            return title in titles.OFFICES and gazetteer.is_surname(last)
        is_given = all(gazetteer.is_given_name(name) or len(name) == 2 for name in given)
        is_free = not any(gazetteer.is_surname(name) for name in given)
        if is_given and headed < end:
            return True
        if gazetteer.is_surname(last):
            is_odd = is_free and not any(is_common(name) for name in given)
            return is_given or (is_odd and title in titles.OFFICES)
        return is_given and is_free

    def _name_end(self, start: int) -> int:
        """Return where a person's name that begins at `start` ends."""
        i = start
        while i < self.size and self._continues_name(i, start):
            i += 1
        while i > start and not self.is_name_word(i - 1):
            i -= 1
        return i

    def _continues_name(self, i: int, start: int) -> bool:
        low = self.lows[i]
        if low in organisations.PARTICLES and self.texts[i].islower():
            after = self.texts[i + 1 : i + 3]
            return any(text[0].isupper() for text in after) and i - start < 4
        if i > start and low in ("jr", "jr.", "sr.", "ii", "iii", "iv"):
            return True
        if not self.is_name_word(i) or i - start > 4:
            return False
        is_date = low in MONTHS_AND_DAYS and not (i > start and low in ("may", "april", "june"))
        if low in FUNCTION_WORDS or is_date:
            return False
        if self.is_headline and is_common(low) and not gazetteer.is_given_name(low):
            return False
        if i > start and len(low) > 2 and self.texts[i].isupper() and not self.is_headline:
            return False
        return self._stays_person(i)

    def _stays_person(self, i: int) -> bool:
        if self.lows[i] in ADJECTIVES and not gazetteer.is_surname(self.lows[i]):
            return False
        found = gazetteer.longest_match(self.texts, i)
        if found and (found[0] > 1 or found[1].form == "demonym"):
            return False
        if found and found[1].kind in ("state", "organisation"):
            return gazetteer.is_given_name(self.lows[i]) or gazetteer.is_surname(self.lows[i])
        return not (titles.title_length(self.texts, i) and self.is_followed_by_name(i))

    def _known(self, i: int) -> tuple[Candidate | None, int] | None:
        """Read what the gazetteer knows, unless a longer name begins with it."""
        found = gazetteer.longest_match(self.texts, i)
        if found is None or self._is_direction(i, found[0]):
            return None
        size, entry = found
        if self._is_state_of_lawmaker(i, i + size):
            return None, i + size
        headed = self._headed(i, over=i + size - 1)
        if headed is not None and entry.form == "demonym" and headed[0] is None:
            return self._entry(i, size, entry), i + size
        if headed is not None:
            is_state = entry.kind == "state" and headed[0] is None
            return (self._entry(i, size, entry), i + size) if is_state else headed
        if size == 1 and self._is_given_name_of_person(i):
            return None
        if entry.kind == "place" and self._is_team(i + size):
            return self._make(i, i + size + 1, kind="organisation"), i + size + 1
        return self._entry(i, size, entry), i + size

    def _is_state_of_lawmaker(self, i: int, end: int) -> bool:
        """Read "Jane Roe (N.Y.)" and "(Calif.)": a state cut short in brackets, no place."""
        is_bracketed = self.texts[i - 1 : i] == ["("] and self.texts[end : end + 1] == [")"]
        return (
            is_bracketed and i > 1 and self.is_name_word(i - 2) and self.texts[end - 1][-1] == "."
        )

    def _is_team(self, i: int) -> bool:
        """Say whether the word behind a city makes it a team: Boston Celtics."""
        if i >= self.size or not self.is_name_word(i) or not self.lows[i].endswith("s"):
            return False
        is_last = i + 1 == self.size or not self.is_name_word(i + 1)
        is_person = titles.is_person_noun(self.lows[i].removesuffix("s"))
        barred = self.lows[i] in FUNCTION_WORDS | MONTHS_AND_DAYS
        return is_last and not is_person and not barred and len(self.lows[i]) > 3

    def _is_direction(self, i: int, size: int) -> bool:
        """Say whether a word like "North" only opens a longer name."""
        is_opener = size == 1 and self.lows[i] in organisations.PLACE_OPENERS
        return is_opener and i + 1 < self.size and self.is_name_word(i + 1)

    def _is_given_name_of_person(self, i: int) -> bool:
        """Tell "Paris Hilton" and "Jordan Peterson" from "Paris Metro" and "Jordan Valley"."""
        if not gazetteer.is_given_name(self.lows[i]) or i + 1 >= self.size:
            return False
        low = self.lows[i + 1]
        is_name = self.is_name_word(i + 1) and low not in FUNCTION_WORDS | MONTHS_AND_DAYS
        is_free = not is_common(low) and not low.endswith("s") and not self._entry_size(i + 1)
        is_last = i + 2 >= self.size or not self.is_name_word(i + 2)
        is_surname = gazetteer.is_surname(low) or (is_free and is_last and len(low) > 3)
        return is_name and self._stays_person(i + 1) and is_surname

    def _headed(self, i: int, over: int = -1) -> tuple[Candidate | None, int] | None:
        """Read a name that ends, after index `over`, in a word which says its kind."""
        organisation = self.organisation_end(i, over=over) or 0
        place = self.place_end(i) or 0
        thing = self.thing_end(i) or 0
        longest = max(organisation, place, thing)
        if longest - 1 <= max(over, i - 1):
            return None
        if longest == organisation:
            return self._make(i, longest, kind="organisation"), longest
        if longest == place:
            return self._make(i, longest, kind="place"), longest
        return None, longest

    def _unknown(self, i: int) -> tuple[Candidate | None, int] | None:
        end = max(self._name_end(i), i + 1)
        if end > i + 1 and self.texts[i].isupper() and gazetteer.is_given_name(self.lows[i + 1]):
            end = i + 1
        for cut in range(i + 1, end):
            if titles.title_length(self.texts, cut) and self.is_followed_by_name(cut):
                end = cut
                break
        if end > i + 2 and is_common(self.texts[i]) and self._is_given_behind(i):
            return self._make(i + 1, end, title=1), end
        return self._make(i, end), end

    def _is_given_behind(self, i: int) -> bool:
        """Read a capitalised word before a full name as its title: "Collector Jane Roe"."""
        first, second = self.lows[i], self.lows[i + 1]
        is_role = titles.is_person_noun(first) or first.endswith(("ist", "er", "or", "ian"))
        return is_role and gazetteer.is_given_name(second)
