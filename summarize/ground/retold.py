"""Who says a statement that is in other words than its evidence, and whether he is named."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from summarize.ground.frames import Frame
from summarize.ground.introductions import is_introduced
from summarize.ground.speaking import Speech, Voice, is_source, speeches_of
from summarize.ground.voices import is_reported_by
from summarize.language.meaning.cells import Passage, keys_in, read_passage
from summarize.language.meaning.deletion import names_source
from summarize.language.meaning.matching import Match, match
from summarize.language.meaning.reasons import Problem
from summarize.language.restatements import are_restatements
from summarize.language.speech_verbs import OWN_WORDS, SPEECH_NOUNS, may_stand_for

_HELD = 0.6
"""Part of what a statement restates that stands in a speech, from which it is that speech."""
_SPOKEN_OF = 0.3
"""Part of what a statement restates that stands in a sentence, from which it speaks of it."""
_SENT = re.compile(rf"['’]s?\s(?:\w+\s)?(?:{'|'.join(sorted(OWN_WORDS))})$")
_REPORTS = frozenset(
    "say tell claim argue believe think warn insist estimate predict suggest allege maintain "
    "contend describe".split()
)
_COLOURED = frozenset(
    "admit concede acknowledge confess confirm deny claim allege warn threaten promise pledge vow "
    "boast insist complain accuse demand reject dismiss refuse apologize apologise praise "
    "condemn criticize criticise denounce welcome order urge regret guarantee swear "
    "rule_out".split()
)


@dataclass(frozen=True)
class Retold:
    """A statement in other words, with the report that it may be and who is meant to say it."""

    found: Match
    said: Passage
    frame: Frame | None
    voice: Voice

    @property
    def source(self) -> str | None:
        """Whoever is meant to say it, or None for the teller."""
        return self.voice.speaker or (self.frame.source if self.frame else None)

    @property
    def verb(self) -> str:
        """The verb with which it is reported."""
        return self.frame.verb if self.frame else "say"

    @property
    def spoken(self) -> Sequence[Speech]:
        """All that somebody says in the evidence."""
        return speeches_of(self.found.evidence, self.voice.article)


def compare_speakers(told: Retold, heard: Speech | None) -> Iterator[Problem]:
    """Yield what is wrong about who says it and with which verb; `heard` is what he says."""
    if told.source is None:
        yield from _compare_attribution(told.found, told.spoken)
    elif heard is None:
        if not _is_unread(told, told.source):
            yield Problem("speaker not in evidence", told.source)
    elif heard.is_turned:
        yield Problem("polarity changed", heard.cue)
    elif told.frame is not None and not may_stand_for(told.verb, heard.verb):
        yield Problem("verb of speech changed", told.verb)
    elif told.frame is not None:
        yield from _compare_source(told.frame.source, heard, told.found.evidence, told.voice)
    yield from _compare_reporting(told.said, told.found.evidence)


def _is_unread(told: Retold, source: str) -> bool:
    """Say whether the evidence reports the source in a way that no reader caught."""
    if any(_is_held(told.found, one) for one in told.spoken):
        return False
    evidence = told.found.evidence
    sentences = {evidence.cells[k].sentence for k in told.found.reached}
    return is_reported_by(source, evidence, sentences, told.verb)


def hear_all(told: Retold) -> Speech | None:
    """Return all that the source says in the evidence, where the statement is most of it."""
    if told.source is None:
        return None
    own = [one for one in told.spoken if _is_source(told.source, one, told.said)]
    if not own:
        return None
    fullest = max(own, key=lambda one: one.share_of(told.found.said.keys))
    content = " ".join(one.content.document.text for one in own)
    whole = replace(fullest, words=content)
    return whole if _is_held(told.found, whole) else None


def _compare_source(
    source: str, heard: Speech, evidence: Passage, voice: Voice
) -> Iterator[Problem]:
    """Yield names in what the source is called that neither it nor the evidence has."""
    if is_introduced(source, heard.names, evidence, voice.article):
        return
    called = read_passage(source)
    known = [evidence, *map(read_passage, heard.names)]
    for cell in called.cells:
        if cell.is_name and not any(cell.key in one.keys for one in known):
            yield Problem("name not in evidence", cell.text)


def _compare_attribution(found: Match, spoken: Sequence[Speech]) -> Iterator[Problem]:
    """Yield whose words the statement restates without naming him."""
    untold = [one for one in spoken if not _tells(found, one)]
    if names_source(found.said.cells):
        untold = [one for one in untold if _is_proper(one)]
    held = [one for one in untold if _is_held(found, one)]
    if not held and untold:
        content = " ".join(one.content.document.text for one in untold)
        held = [one for one in untold if _is_held(found, replace(one, words=content))]
    if held:
        yield Problem("attribution lost", f"{next(iter(held[0].names), '')} {held[0].cue}")
    elif (cue := _reporting_cue(found)) and not names_source(found.said.cells):
        yield Problem("attribution lost", cue)


def _is_proper(speech: Speech) -> bool:
    """Say whether the source has a name; "the company" and "the airline" may be one."""
    return any(cell.is_name for name in speech.names for cell in read_passage(name).cells)


def _tells(found: Match, speech: Speech) -> bool:
    """Say whether a statement names the source of a speech and what it did: "Field vowed to go"."""
    verbs = [cell for cell in found.said.cells if cell.tag.startswith("V")]
    return any(may_stand_for(cell.lemma, speech.verb) for cell in verbs) and any(
        keys_in(found.said.keys, read_passage(name).keys) for name in speech.names
    )


def _is_source(source: str, speech: Speech, said: Passage) -> bool:
    """Say whether a source is the one of the speech, by name or in words that restate it.

    A message is its sender's ("Field's statement"), and a pronoun whoever the statement names.
    """
    source = _SENT.sub("", source)
    if is_source(source, speech):
        return True
    if source.lower() in ("he", "she", "it", "they"):
        return any(keys_in(said.keys, read_passage(name).keys) for name in speech.names)
    words = read_passage(source)
    heads = (re.split(r",|\swho\s|\swhich\s", name)[0] for name in speech.names)
    found = [match(words, read_passage(head)) for head in heads]
    return any(one.partners and not one.unmatched for one in found)


def _reporting_cue(found: Match) -> str | None:
    """Return a word in the sentences spoken of by which somebody reports what no reader caught."""
    cells = found.evidence.cells
    restated = Counter(cells[k].sentence for k in found.reached)
    for cell in cells:
        is_spoken_of = restated[cell.sentence] >= _SPOKEN_OF * restated.total()
        reports = cell.lemma in _REPORTS and cell.tag.startswith("V")
        if is_spoken_of and not cell.is_quoted and (cell.key == "according" or reports):
            return cell.text
    return None


def _compare_reporting(said: Passage, evidence: Passage) -> Iterator[Problem]:
    """Yield verbs of speech that tell more than "said", where the evidence has none like them."""
    heard = {cell.lemma for cell in evidence.cells}
    heard |= {f"{one.lemma}_{other.key}" for one, other in pairwise(evidence.cells)}
    heard |= {SPEECH_NOUNS[lemma] for lemma in heard if lemma in SPEECH_NOUNS}
    for cell, follows in zip_longest(said.cells, said.cells[1:]):
        phrase = f"{cell.lemma}_{follows.key}" if follows else ""
        verb = phrase if phrase in _COLOURED else cell.lemma
        if verb not in _COLOURED or not cell.tag.startswith("V"):
            continue
        if not any(may_stand_for(verb, lemma) for lemma in heard) and not any(
            are_restatements(verb, lemma) for lemma in heard
        ):
            yield Problem("verb of speech changed", cell.text)


def _is_held(found: Match, speech: Speech) -> bool:
    """Say whether most of what the statement restates stands in the content of a speech."""
    keys = [found.evidence.cells[places[0]].key for places in found.partners.values() if places]
    return speech.share_of(keys) >= _HELD
