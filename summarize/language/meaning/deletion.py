"""Which words a sentence can do without and still say the same of the rest.

An honorific, a relative clause between marks, an apposition, an adverbial in front, a clause joined
on behind: what is left is as true as the whole. A "not", an "unless", an "only", an "alleged" is
never among them. Quirk et al. (1985), A Comprehensive Grammar of the English Language, 17.22-17.26
on what does not restrict, 8.121-8.153 on what only comments.
"""

from collections.abc import Sequence

from summarize.language.meaning.cells import Cell, Passage
from summarize.language.meaning.limits import limit_of
from summarize.language.meaning.sameness import state_of
from summarize.language.names.gazetteer import is_given_name
from summarize.language.names.titles import title_length
from summarize.language.neutrality.loaded import find_loaded
from summarize.language.speech_verbs import PREPOSITIONS, SPEECH_NOUNS, SPEECH_VERBS
from summarize.language.verb_forms import FINITE

_RELATIVE = frozenset("which who whose whom where when".split())
_COMMENTS = frozenset(
    "also however meanwhile moreover furthermore additionally indeed again now still really "
    "already even and or though notably nevertheless nonetheless finally".split()
)
"""They join or colour a sentence; without them it says the same."""
_COMMENTS_IN_FRONT = _COMMENTS - frozenset("already even still now".split()) | frozenset(
    "but so then thus besides".split()
)
_SUBORDINATES = frozenset(
    "when while as after before since because although though even given despite once whereas amid "
    "following during upon with".split()
)
_DAY_WORDS = frozenset("on in last this next early late morning afternoon evening night".split())
_LONGEST_REST = 4
"""Words of a title that may be left of it: "Deputy" goes not alone from "Deputy Prime Minister"."""
_OPINIONS = frozenset(
    "view opinion word telling estimation account version judgment judgement mind eye".split()
)
"""With these an adverbial says whose statement it is: "in her view"."""
_FRAMES = frozenset(
    "theory paper principle fiction film movie novel dream simulation scenario poll survey myth "
    "joke satire rumor rumour hypothesis allegation indictment prosecutor".split()
)
"""With these an adverbial says where alone it is so: "in theory", "on paper", "in the film"."""
_PHRASES = frozenset(word for phrase in PREPOSITIONS for word in phrase) - {"to", "in", "the", "of"}
_MARKS = frozenset(",;:—–-()[]…")
_COLOURS = ("JJ", "RB", "NN", "VBG", "VBN")
_JOINS = frozenset("and but while yet".split())
_OPENING_BRACKETS, _CLOSING_BRACKETS = frozenset("(["), frozenset(")]")


def can_go(passage: Passage, start: int, end: int) -> bool:
    """Say whether the cells `start:end` can be left out of `passage`.

    They lie in one sentence. Who is speaking is not looked at: that is for whoever asks.
    """
    cells = passage.cells[start:end]
    if not cells or all(cell.key in _COMMENTS for cell in cells):
        return True
    if _names_more(passage, start, end) or _tells_when(passage, start, end):
        return True
    if _is_loaded(passage, start, end):
        return True
    opens, closes = passage.opens_sentence(start), passage.closes_sentence(end - 1)
    if opens and closes:
        return True
    before = cells[0].marks
    after = passage.marks_after(end - 1)
    if _OPENING_BRACKETS & set(before) and _CLOSING_BRACKETS & set(after):
        return True
    if limit_of(cells[0].key) == "condition" or _sets_frame(cells):
        return False
    is_parted = opens or bool(_MARKS & set(before)), closes or bool(_MARKS & set(after))
    if cells[0].key in _RELATIVE and is_parted[0] and (is_parted[1] or _resumes(passage, end)):
        return not opens
    if opens:
        return _leads_in(passage, start, end)
    if closes:
        return _trails(cells, is_marked=is_parted[0])
    return all(is_parted) and _is_aside(passage, start, end)


def _names_more(passage: Passage, start: int, end: int) -> bool:
    """Say whether the cells are a title or given names, or both, and a name follows them."""
    cells = passage.cells[start:end]
    follows = passage.cells[end] if end < len(passage.cells) else None
    if follows is None or not follows.text[:1].isupper() or follows.marks.strip("."):
        return False
    words = [cell.text for cell in passage.cells[start : end + _LONGEST_REST]]
    first = 1 if state_of(cells[0]) else 0
    title = first + title_length(words, first)
    return title <= len(cells) and all(
        is_given_name(cell.text) and not limit_of(cell.key) for cell in cells[title:]
    )


def _tells_when(passage: Passage, start: int, end: int) -> bool:
    """Say whether the cells are a day or a month in a sentence that negates nothing.

    "She did not resign on Monday" says less than "she did not resign".
    """
    cells = passage.cells[start:end]
    number = cells[0].sentence
    sentence = (cell for cell in passage.cells if cell.sentence == number)
    if any(limit_of(cell.key) in ("negation", "exclusion", "quantity") for cell in sentence):
        return False
    dated = [cell.is_month or cell.is_day for cell in cells]
    return any(dated) and all(
        is_dated or cell.key in _DAY_WORDS or cell.is_number
        for cell, is_dated in zip(cells, dated, strict=True)
    )


def _is_loaded(passage: Passage, start: int, end: int) -> bool:
    """Say whether the cells are words that judge, before the noun or verb that they colour."""
    cells = passage.cells[start:end]
    if _is_limited(cells) or not all(cell.tag.startswith(_COLOURS) for cell in cells):
        return False
    loaded = find_loaded(passage.document)
    return all(any(word.start <= cell.start < word.end for word in loaded) for cell in cells)


def _resumes(passage: Passage, end: int) -> bool:
    """Say whether the main verb follows: a relative clause need not be closed by a comma."""
    return end < len(passage.cells) and passage.cells[end].tag in FINITE


def _has_verb(cells: Sequence[Cell]) -> bool:
    return any(cell.tag in FINITE for cell in cells)


def _sets_frame(cells: Sequence[Cell]) -> bool:
    """Say whether the cells only hold where something is imagined, polled or alleged."""
    return not _has_verb(cells) and any(cell.lemma in _FRAMES for cell in cells)


def _leads_in(passage: Passage, start: int, end: int) -> bool:
    """Say whether the cells stand in front of the clause that is kept."""
    cells = passage.cells[start:end]
    if all(cell.key in _COMMENTS_IN_FRONT for cell in cells):
        return True
    is_marked = bool(_MARKS & set(passage.marks_after(end - 1)))
    if cells[-1].key in _JOINS and bool(set(",;-") & set(cells[-1].marks)):
        return not _is_limited(cells[:-1])
    if not is_marked or _is_limited(cells[:2]):
        return False
    if cells[0].key in ("in", "to", "by", "from") and any(one.lemma in _OPINIONS for one in cells):
        return False
    return not _has_verb(cells) or cells[0].key in _SUBORDINATES or cells[0].tag in ("IN", "TO")


def _trails(cells: Sequence[Cell], *, is_marked: bool) -> bool:
    """Say whether the cells go on behind a clause that is whole without them."""
    if cells[0].key in ("or", "nor"):
        return False
    if is_marked:
        is_known = cells[0].key in _SUBORDINATES | _JOINS
        return is_known or not (_is_limited(cells[:1]) or _is_parenthesis(cells))
    is_joined = cells[0].key in ("and", "but") and len(cells) > 1
    return is_joined and cells[1].tag in (*FINITE, "VBN") and not _is_limited(cells[1:2])


def _is_parenthesis(cells: Sequence[Cell]) -> bool:
    """Say whether a clause of its own stands behind a comma: ", so the theory goes".

    A report of speech ("the firm said") is asked about where speakers are.
    """
    verb = next((i for i, cell in enumerate(cells) if cell.tag in FINITE), None)
    if verb is None or may_report(cells):
        return False
    return not any(cell.key in _RELATIVE or cell.tag == "VBG" for cell in cells[:verb])


def _is_aside(passage: Passage, start: int, end: int) -> bool:
    """Say whether the cells between two marks only tell more of what stands before them.

    A verb of theirs belongs to a relative clause: "the agency that runs the scheme".
    """
    cells = passage.cells[start:end]
    if _is_limited(cells[:1]):
        return False
    verb = next((i for i, cell in enumerate(cells) if cell.tag in FINITE), None)
    if not verb:
        return verb is None
    link = passage.document.text[cells[verb - 1].end : cells[verb].start]
    return "that" in link.split() or any(cell.key in _RELATIVE for cell in cells[:verb])


def _is_limited(cells: Sequence[Cell]) -> bool:
    return any(
        limit_of(cell.key) not in (None, "order", "status", "cause", "degree") for cell in cells
    )


def is_comment(cell: Cell) -> bool:
    """Say whether a cell only joins or colours a sentence: "but", "also"."""
    return cell.key in _COMMENTS


def may_report(cells: Sequence[Cell]) -> bool:
    """Say whether the cells hold any word by which speech is reported: a verb, a noun, a phrase."""
    return any(
        cell.lemma in SPEECH_VERBS or cell.lemma in SPEECH_NOUNS or cell.key in _PHRASES
        for cell in cells
    )


def names_source(cells: Sequence[Cell]) -> bool:
    """Say whether the cells hold a verb or phrase that says who said it."""
    for i, cell in enumerate(cells):
        if cell.key == "according" and i + 1 < len(cells):
            return True
        if cell.lemma in SPEECH_VERBS and cell.tag.startswith("V"):
            return True
    return False
