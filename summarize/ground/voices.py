"""Whether the evidence has the speaker say it, and whether the statement names who does."""

from collections.abc import Collection, Iterator, Sequence

from summarize.ground.frames import parts_of
from summarize.ground.speaking import Speech, Voice, heads_of, hear, is_source, speeches_of
from summarize.language.meaning.align import Alignment
from summarize.language.meaning.cells import Cell, Passage, keys_in, read_passage
from summarize.language.meaning.deletion import may_report, names_source
from summarize.language.meaning.limits import limit_of
from summarize.language.meaning.reasons import Problem
from summarize.language.meaning.spelling import fold_spelling
from summarize.language.speech_verbs import may_stand_for
from summarize.language.verb_forms import FINITE
from summarize.model import Article


def check_attribution(alignment: Alignment, voice: Voice) -> Iterator[Problem]:
    """Yield a problem where the evidence puts it into a mouth that the statement does not name."""
    if not any(may_report(alignment.dropped(edit)) for edit in alignment.edits):
        return
    text = alignment.statement.document.text
    for speech in hear(alignment.evidence, alignment.statement, voice.article):
        is_named = voice.speaker is not None and is_source(voice.speaker, speech)
        if speech.cue and speech.cue not in text and not is_named:
            yield Problem("attribution lost", f"{next(iter(speech.names), '')} {speech.cue}")
            return


def tells_speaker(alignment: Alignment, speaker: str, article: Article | None) -> bool:
    """Say whether the statement itself says who speaks: "Ms Field praised the crew"."""
    evidence, said = alignment.evidence, alignment.statement
    if any(_is_told_to_speak(said, start, end) for start, end in places_of(speaker, said)):
        return True
    text = said.document.text
    return any(
        speech.cue and speech.cue in text and is_source(speaker, speech)
        for speech in speeches_of(evidence, article)
    )


def _is_told_to_speak(said: Passage, start: int, end: int) -> bool:
    """Say whether the name at `start:end` has a verb of speech, or stands behind its "by"."""
    if start and said.cells[start - 1].key in ("by", "to", "from"):
        return may_report(said.cells)
    verb = next((i for i in range(end, len(said.cells)) if said.cells[i].tag in FINITE), None)
    return verb is not None and _governs(said.cells[end:]) and names_source(said.cells[verb:])


def check_speakers(
    alignment: Alignment, names: Sequence[str], verb: str | None, speeches: Sequence[Speech]
) -> Iterator[Problem]:
    """Yield which of `names` does not say it in the evidence, or says it otherwise than `verb`."""
    for name in names:
        heard = next((speech for speech in speeches if is_source(name, speech)), None)
        if heard is None:
            is_known = _is_subject_before if verb is None else _is_named_as_source
            if speeches or not is_known(alignment, name):
                yield Problem("speaker not in evidence", name)
        elif heard.is_turned:
            yield Problem("polarity changed", heard.cue or heard.verb)
        elif verb is not None and not may_stand_for(verb, heard.verb):
            yield Problem("verb of speech changed", verb)
        elif verb is not None and (hedge := _hedge_of(heard, alignment.evidence)):
            yield Problem("certainty raised", hedge)


def _hedge_of(heard: Speech, evidence: Passage) -> str | None:
    """Return the word that makes it uncertain that it was said: "apparently thinks"."""
    cells = read_passage(heard.cue).cells
    modal = next((cell.text for cell in cells if limit_of(cell.key) == "modal"), None)
    if modal is not None:
        return modal
    cue = [cell.key for cell in cells]
    for k in range(1, len(evidence.keys)):
        before = evidence.cells[k - 1]
        if evidence.keys[k : k + len(cue)] == cue and limit_of(before.key) in ("hedge", "modal"):
            return before.text
    return None


def name_speakers(name: str, alignment: Alignment, speeches: Sequence[Speech]) -> list[str]:
    """Return the names of "A and B", each of whom must have said it, unless they are one source."""
    is_one = any(is_source(name, speech) for speech in speeches)
    if is_one or (not speeches and keys_in(alignment.evidence.keys, read_passage(name).keys)):
        return [name]
    return list(parts_of(name))


def _is_subject_before(alignment: Alignment, speaker: str) -> bool:
    """Say whether the speaker stands outside what is said, with a verb between the two.

    This is for reports that no reader knows: "The ad then references criticism of the firm". A
    "Field said" between two marks and an "according to" count too.
    """
    evidence = alignment.evidence
    if not alignment.pairs:
        return False
    first, last = alignment.pairs[0][0], alignment.pairs[-1][0]
    for start, end in places_of(speaker, evidence):
        if any(place in alignment.kept for place in range(start, end)):
            continue
        if _is_source_at(evidence, start):
            return True
        if first < end and start <= last:
            gap = next((k for k in range(end, last + 1) if k in alignment.kept), last)
            if is_interjection(evidence, start, gap):
                return True
        elif _governs(evidence.cells[end:first] if end <= first else evidence.cells[end:]):
            return True
    return False


def _is_named_as_source(alignment: Alignment, speaker: str) -> bool:
    """Say whether the evidence has it "according to" the speaker."""
    return any(
        _is_source_at(alignment.evidence, start)
        for start, _ in places_of(speaker, alignment.evidence)
    )


def is_reported_by(speaker: str, evidence: Passage, sentences: Collection[int], verb: str) -> bool:
    """Say whether, in one of `sentences`, the speaker has a verb that `verb` may stand for."""
    for start, end in places_of(speaker, evidence):
        sentence = evidence.cells[start].sentence
        if sentence not in sentences:
            continue
        near = [
            cell
            for cell in (*evidence.cells[max(0, start - 1) : start], *evidence.cells[end : end + 2])
            if cell.sentence == sentence
        ]
        heard = [cell.lemma for cell in near if names_source([cell])]
        if _is_source_at(evidence, start):
            heard.append("according to")
        if any(may_stand_for(verb, one) for one in heard):
            return True
    return False


def _is_source_at(evidence: Passage, start: int) -> bool:
    return evidence.keys[max(0, start - 2) : start] in (["according", "to"], ["stated", "in"])


def places_of(speaker: str, evidence: Passage) -> Iterator[tuple[int, int]]:
    """Yield where the evidence has the speaker's words, or one of the names among them."""
    for name in {tuple(read_passage(speaker).keys), *map(_folded, heads_of(speaker))}:
        for start in range(len(evidence.keys) - len(name) + 1):
            if name and tuple(evidence.keys[start : start + len(name)]) == name:
                yield start, start + len(name)


def _folded(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(fold_spelling(word) for word in words)


def _governs(between: Sequence[Cell]) -> bool:
    """Say whether a verb follows a name before another name does; an apposition is passed over."""
    is_aside = False
    for cell in between:
        if "," in cell.marks:
            is_aside = not is_aside
        if cell.tag in FINITE and not is_aside:
            return True
        if cell.is_name and not is_aside:
            return False
    return False


def is_interjection(evidence: Passage, start: int, end: int) -> bool:
    """Say whether the cells are a "she said" between two marks; who she is was asked before."""
    cells = evidence.cells[start:end]
    is_parted = bool(cells[0].marks) and bool(evidence.marks_after(end - 1))
    return is_parted and names_source(cells) and sum(cell.tag in FINITE for cell in cells) == 1
