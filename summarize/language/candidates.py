"""Phrases that may be names: runs of capitalised words, cut where one name ends.

A capital says nothing at the start of a sentence or a quotation, nor in a headline; such words
count only where something else vouches for them. Titles are cut off and kept; demonyms, places
and organisations inside a run are cut apart with the gazetteer and the words that end such names.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from summarize.language import gazetteer, organisations, titles
from summarize.language.document import Document, Token
from summarize.language.gazetteer import Entry
from summarize.language.tagging import can_be
from summarize.model import ActorKind

_OPENING = frozenset("\"“‘'«([:—–-•*|")
_POSSESSIVE = ("'s", "’s", "'", "’")
_LINKS = frozenset("of for and & on".split())
_ON_HEADS = frozenset("council commission committee conference center centre institute".split())
_LOWER_OPENING = re.compile(r"(?:al|el|an|ar|as|at|ad|ez|ul)-[A-Z]|[a-z]{1,2}[A-Z][a-z]")
_MONTHS_AND_DAYS = frozenset(
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep "
    "sept oct nov dec mon tue tues wed thu thur thurs fri sat sun".split()
)
_FUNCTION_WORDS = frozenset(
    """a an the this that these those it its he his she her hers they their them we our ours us i my
    me you your yours who whom whose what which when where why how whether if then than there here
    as at by from in into on onto over per to toward towards under until up upon with within without
    about above across after against along amid among around before behind below beneath beside
    between beyond but despite down during except inside like near of off out outside past since
    through throughout via for and or nor so yet both either neither not no all any each every
    few many more most much other others another some several such only own same too very just even
    also again already always never ever once now today tomorrow yesterday soon still however
    meanwhile moreover furthermore nevertheless nonetheless instead otherwise therefore thus hence
    indeed perhaps maybe although though because while whereas unless is are was were be been being
    am do does did has have had will would shall should can could may might must let yes please
    one two three four five six seven eight nine ten eleven twelve dozens hundreds thousands
    millions asked according following including regarding given based speaking added meanwhile
    earlier later last next first second third recently currently finally eventually ultimately
    elsewhere read watch breaking update updated exclusive video photo image listen advertisement
    western eastern northern southern soviet islamic christian catholic muslim jewish arab arabs
    nazi communist democrat republican latino hispanic black white asian african european european's
    muslims christians jews catholics africans europeans asians sunni shia shiite kurdish kurds
    protestant orthodox hindu buddhist latinos hispanics blacks whites americans' nazis communists
    neo-nazi antisemitic zionist gmt ok oh ah well no. vol q a.m p.m internet web""".split()
) - {"us", "may"}
_ADJECTIVES = frozenset(
    """western eastern northern southern soviet islamic christian catholic muslim jewish arab
    democrat republican black white asian african european orthodox kurdish hindu communist first
    national sunni shia shiite protestant buddhist hispanic latino nazi fascist marxist socialist
    english scottish welsh korean scandinavian nordic baltic balkan caucasian siberian chechen
    tatar crimean tibetan uyghur uighur mongol catalan basque flemish bavarian sicilian roman
    parisian indigenous aboriginal native celtic gaelic slavic germanic anglo caribbean
    mediterranean arctic antarctic atlantic pacific biblical victorian byzantine ottoman persian
    hellenic gothic medieval californian texan hawaiian alaskan floridian londoner olympic
    paralympic presidential parliamentary congressional senatorial gubernatorial evangelical
    anglican lutheran methodist baptist mormon jesuit islamist jihadist bolivarian tamil bengali
    punjabi kashmiri pashtun zulu maori māori iberian nordic latin hebrew arabic turkic
    euro-atlantic transatlantic trans-pacific pan-african quranic koranic tory democratic
    conservative""".split()
)
"""Adjectives written with a capital: no names, though they open many (African Union)."""
_PLURAL_OWNERS = frozenset(
    "people workers children women men veterans teachers farmers students citizens officers "
    "writers girls boys soldiers mothers lloyd king queen st. george".split()
)
"""They keep their possessive inside a name: Workers' Party, People's Army."""


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


@lru_cache(maxsize=50_000)
def is_common(word: str) -> bool:
    """Say whether English has `word` in lower case: capitals at a sentence's start hide that."""
    from textblob.en import lexicon

    low = word.lower()
    if low in _FUNCTION_WORDS or low in titles.PERSON_NOUNS:
        return True
    tag = lexicon.get(low)
    if tag is not None:
        return not str(tag).startswith("NNP")
    return any(can_be(low, part) for part in ("NOUN", "VERB", "ADJ", "ADV"))


def sentence_words(document: Document, index: int) -> list[Token]:
    """Return the tokens of a sentence, hyphened compounds of names apart, initials with stops."""
    words: list[Token] = []
    for token in document.sentence_tokens(index):
        is_stop = token.text == "." and words and words[-1].end == token.start
        if is_stop and len(words[-1].text) == 1 and words[-1].text.isupper():
            last = words.pop()
            words.append(last._replace(text=last.text + ".", end=token.end))
        else:
            words += _cut_compound(token)
    return words


def _cut_compound(token: Token) -> list[Token]:
    """Cut "Russia-North" and "Moscow-based", not "Bretton-Gordon" or "Jong-un"."""
    head, dash, tail = token.text.partition("-")
    if not dash or not head or not tail or "-" in tail:
        return [token]
    known = _is_state_word(head) or _is_state_word(tail)
    is_compound = known and (head[0].isupper() or tail[0].isupper())
    is_suffixed = head[0].isupper() and (tail in _SUFFIXES or (head.isupper() and tail.islower()))
    is_prefixed = head.lower() in _PREFIXES and tail[0].isupper()
    if not (is_compound or is_suffixed or is_prefixed) or gazetteer.look_up(token.text):
        return [token]
    middle = token.start + len(head)
    return [
        token._replace(text=head, end=middle, tag="JJ" if is_prefixed else "NNP"),
        token._replace(text="-", start=middle, end=middle + 1, tag=":"),
        token._replace(text=tail, start=middle + 1, tag="NNP" if tail[0].isupper() else "JJ"),
    ]


_SUFFIXES = frozenset(
    "based backed led born made owned controlled occupied held style trained funded run area "
    "wide affiliated linked aligned allied built speaking sponsored mediated brokered".split()
)
_PREFIXES = frozenset("pro anti ex non post pre mid".split())


def _is_state_word(word: str) -> bool:
    entry = gazetteer.look_up(word) if word[:1].isupper() else None
    return entry is not None and (entry.kind == "state" or entry.form == "capital")


def find_candidates(words: Sequence[Token]) -> list[Candidate]:
    """Return the candidates of one sentence in order, none of them overlapping."""
    cutter = _Cutter(words)
    return list(cutter.candidates())


def is_headline(words: Sequence[Token]) -> bool:
    """Say whether capitals mean nothing here: Title Case or ALL CAPS."""
    long = [w.text for w in words if len(w.text) > 3 and w.text[0].isalpha()]
    raised = [w for w in long if w[0].isupper()]
    if words[-1].text in ".”\"" or len(long) < 4:
        return len(long) > 2 and all(w.isupper() for w in long)
    return len(raised) > 0.7 * len(long) and sum(is_common(w) for w in raised) > 1


class _Cutter:
    """Reads one sentence from left to right; each method looks at the words from an index on."""

    def __init__(self, words: Sequence[Token]) -> None:
        self.words = words
        self.texts = [word.text.replace("’", "'") for word in words]
        self.lows = [text.lower() for text in self.texts]
        self.size = len(words)
        self.firsts = self._first_words()
        self.is_headline = is_headline(words) if words else False

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

    def is_name_word(self, i: int) -> bool:
        """Say whether the word at `i` is written like a name."""
        text = self.texts[i]
        if self.lows[i] in _PREFIXES and self.texts[i + 1 : i + 2] == ["-"]:
            return False
        return text[0].isupper() or bool(_LOWER_OPENING.match(text))

    def _is_barred(self, i: int) -> bool:
        low = self.lows[i]
        if low in _MONTHS_AND_DAYS:
            follows = i + 1 < self.size and self.is_name_word(i + 1)
            return not (follows and gazetteer.is_given_name(low) and low not in ("march", "sat"))
        if low in _ADJECTIVES:
            is_part = self._entry_size(i) > 0 or self._headed(i) is not None
            return not is_part and not self._opens_full_name(i)
        return low in _FUNCTION_WORDS and self._entry_size(i) < 2 and self.texts[i] != "WHO"

    def _opens_full_name(self, i: int) -> bool:
        """Say whether a word like "Christian" is a given name here."""
        follows = i + 1 < self.size and self.is_name_word(i + 1)
        return follows and gazetteer.is_given_name(self.lows[i]) and not is_common(self.texts[i + 1])

    def _entry_size(self, i: int) -> int:
        found = gazetteer.longest_match(self.texts, i)
        return found[0] if found else 0

    def _lower_entry(self, i: int) -> tuple[Candidate | None, int]:
        """Read names that begin in lower case: al-Shabaab, la Repubblica, de Blasio."""
        found = gazetteer.longest_match(self.texts, i)
        if found and not self.texts[i][0].isupper():
            return self._entry(i, *found), i + found[0]
        opens = self.lows[i] in organisations.PARTICLES and i + 1 < self.size
        if opens and self.texts[i] not in ("a", "e", "y", "do", "das") and self.texts[i].islower():
            if self.is_name_word(i + 1) and gazetteer.is_surname(self.texts[i + 1]):
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
        if not size or self._headed(i, over=i + size - 1) is not None:
            return None
        if self._entry_size(i) > size:
            return None
        start = i + size
        end = self._name_end(start)
        if end == start:
            return (None, start) if is_common(self.texts[start - 1]) else None
        return self._make(start, end, title=size, kind="person"), end

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
        if low in organisations.PARTICLES and i + 1 < self.size and not self.texts[i][0].isupper():
            return self.is_name_word(i + 1) and i - start < 4
        if i > start and low in ("jr", "jr.", "sr.", "ii", "iii", "iv"):
            return True
        if not self.is_name_word(i) or i - start > 4:
            return False
        if low in _FUNCTION_WORDS or (low in _MONTHS_AND_DAYS and i == start):
            return False
        if self.is_headline and is_common(low) and not gazetteer.is_given_name(low):
            return False
        return self._stays_person(i)

    def _stays_person(self, i: int) -> bool:
        if self.lows[i] in _ADJECTIVES and not gazetteer.is_surname(self.lows[i]):
            return False
        found = gazetteer.longest_match(self.texts, i)
        if found and (found[0] > 1 or found[1].form == "demonym"):
            return False
        if found and found[1].kind in ("state", "organisation"):
            return gazetteer.is_given_name(self.lows[i]) or gazetteer.is_surname(self.lows[i])
        return not (titles.title_length(self.texts, i) and self._is_followed_by_name(i))

    def _is_followed_by_name(self, i: int) -> bool:
        end = i + titles.title_length(self.texts, i)
        return end < self.size and self.is_name_word(end)

    def _known(self, i: int) -> tuple[Candidate | None, int] | None:
        """Read what the gazetteer knows, unless a longer name begins with it."""
        found = gazetteer.longest_match(self.texts, i)
        if found is None or self._is_direction(i, found[0]):
            return None
        size, entry = found
        headed = self._headed(i, over=i + size - 1)
        if headed is not None and entry.form == "demonym" and headed[0] is None:
            return self._entry(i, size, entry), i + size
        if headed is not None:
            is_state = entry.kind == "state" and headed[0] is None
            return (self._entry(i, size, entry), i + size) if is_state else headed
        if size == 1 and self._is_given_name_of_person(i):
            return None
        return self._entry(i, size, entry), i + size

    def _is_direction(self, i: int, size: int) -> bool:
        """Say whether a word like "North" only opens a longer name."""
        is_opener = size == 1 and self.lows[i] in organisations.PLACE_OPENERS
        return is_opener and i + 1 < self.size and self.is_name_word(i + 1)

    def _is_given_name_of_person(self, i: int) -> bool:
        """Tell "Paris Hilton" and "Jordan Peterson" from "Paris Metro" and "Jordan Valley"."""
        if not gazetteer.is_given_name(self.lows[i]) or i + 1 >= self.size:
            return False
        low = self.lows[i + 1]
        is_name = self.is_name_word(i + 1) and low not in _FUNCTION_WORDS | _MONTHS_AND_DAYS
        return is_name and self._stays_person(i + 1) and gazetteer.is_surname(low)

    def _headed(self, i: int, over: int = -1) -> tuple[Candidate | None, int] | None:
        """Read a name that ends, after index `over`, in a word which says its kind."""
        organisation = self._organisation_end(i, over=over) or 0
        place = self._place_end(i) or 0
        thing = self._thing_end(i) or 0
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
        for cut in range(i + 1, end):
            if titles.title_length(self.texts, cut) and self._is_followed_by_name(cut):
                end = cut
                break
        return self._make(i, end), end

    def _run_end(self, i: int) -> int:
        """Return where the capitalised words from `i` on end, links between them included."""
        j = i
        while j < self.size:
            if self.is_name_word(j) and (self.lows[j] not in _FUNCTION_WORDS or j == i):
                j += 1
            elif self._is_link(j):
                j += 2 if self.lows[j + 1] == "the" else 1
            elif self._is_inner_possessive(j) or self.lows[j] in _ADJECTIVES and self._is_raised(j):
                j += 1
            else:
                break
        return j

    def _is_raised(self, i: int) -> bool:
        return self.texts[i][0].isupper()

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

    def _organisation_end(self, i: int, over: int = -1) -> int | None:
        """Return the end of the organisation that begins at `i` and ends after index `over`."""
        run = self._run_end(i)
        best = None
        for j in range(i, run):
            low = self.lows[j]
            if low in ("of", "for", "on", "'s", "'"):
                if best is None and low in ("of", "for", "on"):
                    break
                continue
            if low in ("and", "&") and not self._may_join(i, j, run):
                break
            if j > i and self._begins_person(j):
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
        return not any(
            self.lows[k] in organisations.ORGANISATION_HEADS for k in range(j, j + size + 1) if k < self.size
        )

    def _is_head(self, i: int, j: int, run: int) -> bool:
        if j == i:
            follows = j + 1 < run and self.lows[j + 1] in ("of", "for")
            return follows and j + 2 < self.size
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
        if end >= run or self.lows[end] not in ("of", "for", "on"):
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
            return k + 1 < run and is_common(self.texts[k + 1]) and not _is_state_word(
                self.texts[k + 1]
            )
        if low in ("of", "for", "the"):
            return True
        if not self.is_name_word(k):
            return False
        return not (titles.title_length(self.texts, k) and self._is_followed_by_name(k))

    def _place_end(self, i: int) -> int | None:
        """Return the end of the place that begins at `i` and ends in a word like River."""
        best = None
        for j in range(i, self._run_end(i)):
            if not self.is_name_word(j) or (j > i and self._begins_person(j)):
                break
            if j > i and self.lows[j].rstrip(".") in organisations.PLACE_HEADS:
                best = j + 1
            if j > i and self.lows[j] in organisations.FACILITIES:
                best = j + 1
        return best

    def _thing_end(self, i: int) -> int | None:
        """Return the end of a treaty, an award or an event that begins at `i`."""
        best = None
        for j in range(i, self._run_end(i)):
            if not self.is_name_word(j):
                break
            if self.lows[j] in organisations.NOT_ACTORS and not self._is_surname_here(i, j):
                best = j + 1
        return best

    def _is_surname_here(self, i: int, j: int) -> bool:
        """Tell "Nathan Law" from "Common Law"."""
        is_person = gazetteer.is_given_name(self.lows[i]) and not is_common(self.lows[i])
        return j == i + 1 and is_person and gazetteer.is_surname(self.lows[j])
