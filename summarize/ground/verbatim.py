"""A statement in the evidence's own words: what it drops, adds and exchanges, and whether it may.

What no rule allows is refused.
"""

from collections.abc import Iterator, Sequence

from summarize.ground.quoting import check_quotations
from summarize.ground.speaking import Speech, Voice, hear, is_source, speeches_of
from summarize.ground.voices import (
    check_attribution,
    check_speakers,
    is_interjection,
    name_speakers,
    tells_speaker,
)
from summarize.language.meaning.align import Alignment, Edit, align
from summarize.language.meaning.cells import Cell, Passage, keys_in
from summarize.language.meaning.deletion import can_go, is_comment
from summarize.language.meaning.limits import limit_of
from summarize.language.meaning.reasons import Problem, explain
from summarize.language.meaning.sameness import are_same, is_link
from summarize.language.quantities.bounds import bound_of


def compare_wording(
    said: Passage, evidence: Passage, voice: Voice, verb: str | None = None
) -> list[Problem]:
    """Return what keeps `said` from being a wording of `evidence`.

    `verb` is the lemma with which the speaker's words are reported, where that is told.
    """
    alignment = align(evidence, said)
    if voice.speaker is None:
        return _told(alignment, voice)
    attributed = _attributed(alignment, voice, verb)
    if attributed and verb is None and tells_speaker(alignment, voice.speaker, voice.article):
        return min(attributed, _told(alignment, voice), key=len)
    return attributed


def _told(alignment: Alignment, voice: Voice) -> list[Problem]:
    """Return what is wrong with a statement as the teller's own."""
    return [
        *check_quotations(alignment, voice.article),
        *check_attribution(alignment, voice),
        *_check_asking(alignment),
        *(one for edit in alignment.edits for one in _check_edit(alignment, edit, voice)),
    ]


def _check_asking(alignment: Alignment) -> Iterator[Problem]:
    """Yield a problem where the evidence only asks what the statement states."""
    if not alignment.pairs or "?" in alignment.statement.tail:
        return
    evidence = alignment.evidence
    last = alignment.pairs[-1][0]
    while not evidence.closes_sentence(last):
        last += 1
    if "?" in evidence.marks_after(last):
        yield Problem("certainty raised", "?")


def _attributed(alignment: Alignment, voice: Voice, verb: str | None) -> list[Problem]:
    """Return what is wrong with a statement as the speaker's, whose name goes without saying."""
    speeches = hear(alignment.evidence, alignment.statement, voice.article)
    names = name_speakers(voice.speaker or "", alignment, speeches)
    own = [one for one in speeches if any(is_source(name, one) for name in names)]
    return [
        *check_quotations(alignment, voice.article),
        *check_speakers(alignment, names, verb, speeches),
        *(one for edit in alignment.edits for one in _check_edit(alignment, edit, voice, own)),
    ]


def _check_edit(
    alignment: Alignment, edit: Edit, voice: Voice, speeches: Sequence[Speech] | None = None
) -> Iterator[Problem]:
    """Yield what is wrong about an edit; `speeches` hold what is told as their speaker's."""
    evidence, said = alignment.evidence, alignment.statement
    dropped, added = alignment.dropped(edit), alignment.added(edit)
    if dropped and added and _are_alike(alignment, edit, voice):
        return
    if added:
        if not dropped and is_link(added, _following(said, edit.said_end)):
            return
        words = said.words(edit.said_start, edit.said_end)
        yield Problem(explain(dropped, added, evidence.keys), words)
        return
    for start, end in _by_sentence(evidence, edit.start, edit.end):
        if not _may_go(alignment, start, end, speeches):
            cells = evidence.cells[start:end]
            yield Problem(explain(cells, (), evidence.keys), evidence.words(start, end))


def _are_alike(alignment: Alignment, edit: Edit, voice: Voice) -> bool:
    """Say whether what stands for the dropped words says the same there."""
    dropped, added = alignment.dropped(edit), alignment.added(edit)
    if are_same(dropped, added) or _stands_for(dropped, added, alignment, voice):
        return True
    number = _following(alignment.evidence, edit.end)
    bounds = {bound_of(" ".join(cell.key for cell in cells)) for cells in (dropped, added)}
    return number is not None and number.is_number and len(bounds) == 1 and None not in bounds


def _may_go(alignment: Alignment, start: int, end: int, speeches: Sequence[Speech] | None) -> bool:
    evidence = alignment.evidence
    if is_link(evidence.cells[start:end], _following(evidence, end)):
        return True
    if can_go(evidence, start, end):
        return True
    if speeches is None or _sets_condition(evidence, start, end):
        return False
    if is_interjection(evidence, start, end):
        return True
    return _is_outside(alignment, start, end) and not _is_part(evidence, start, end, speeches)


def _is_part(evidence: Passage, start: int, end: int, speeches: Sequence[Speech]) -> bool:
    """Say whether the cells go over into what was said: "roughly" of "roughly 40 people came"."""
    edges = [evidence.keys[end - 1 : end + 1], evidence.keys[max(0, start - 1) : start + 1]]
    return any(
        len(edge) == 2 and keys_in(speech.content.keys, edge)
        for speech in speeches
        for edge in edges
    )


def _sets_condition(evidence: Passage, start: int, end: int) -> bool:
    """Say whether the cells open with a condition: "if", "only if"."""
    return any(
        limit_of(evidence.cells[k].key) == "condition"
        for k in range(start, end)
        if k == start or evidence.cells[k - 1].key == "only"
    )


def _stands_for(
    dropped: Sequence[Cell], added: Sequence[Cell], alignment: Alignment, voice: Voice
) -> bool:
    """Say whether a name stands in the place of the pronoun that means it."""
    dropped = [cell for cell in dropped if not is_comment(cell)]
    if len(dropped) != 1 or dropped[0].key not in ("he", "she", "it", "they") or not added:
        return False
    name = alignment.statement.document.text[added[0].start : added[-1].end]
    return any(
        speech.names and speech.names[0].lower() == dropped[0].key and is_source(name, speech)
        for speech in speeches_of(alignment.evidence, voice.article)
    )


def _following(passage: Passage, index: int) -> Cell | None:
    """Return the cell at `index`, or None behind the last one."""
    return passage.cells[index] if index < len(passage.cells) else None


def _by_sentence(passage: Passage, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a run of cells where a sentence ends."""
    first = start
    for i in range(start, end):
        if i + 1 == end or passage.closes_sentence(i):
            yield first, i + 1
            first = i + 1


def _is_outside(alignment: Alignment, start: int, end: int) -> bool:
    """Say whether the cells stand before or behind all that the statement has of their sentence."""
    sentence = alignment.evidence.cells[start].sentence
    kept = [
        place
        for place, _ in alignment.pairs
        if alignment.evidence.cells[place].sentence == sentence
    ]
    return not kept or end <= kept[0] or start > kept[-1]
