"""The actors of an article: its named entities, and the nameless groups that speak in it."""

from collections.abc import Iterator

from summarize.extract.reading import Reading
from summarize.extract.speakers import Speaker, find_speaker
from summarize.model import DraftActor


def draft_actors(reading: Reading) -> list[DraftActor]:
    """Return every named entity and every group that makes a statement, each once by name."""
    actors = {group.name: group for group in _speaking_groups(reading)}
    for entity in reading.names.entities:
        actors[entity.name] = DraftActor(
            name=entity.name,
            kind=entity.kind,
            role=entity.role,
            aliases=entity.aliases,
            sentences=_sentences_at(reading, [mention.start for mention in entity.mentions]),
        )
    return sorted(actors.values(), key=lambda actor: (actor.sentences[0], actor.name))


def _speaking_groups(reading: Reading) -> Iterator[DraftActor]:
    found: dict[Speaker, list[int]] = {}
    for attribution in reading.attributions:
        speaker = find_speaker(reading, attribution)
        if speaker and speaker.kind == "group" and speaker.actor and attribution.source:
            found.setdefault(speaker, []).append(attribution.source[0])
    for speaker, offsets in found.items():
        yield DraftActor(
            name=speaker.actor or "",
            kind="group",
            role=None,
            aliases=(speaker.alias,) if speaker.alias else (),
            sentences=_sentences_at(reading, offsets),
        )


def _sentences_at(reading: Reading, offsets: list[int]) -> tuple[int, ...]:
    return tuple(sorted({reading.document.sentence_at(offset) + 1 for offset in offsets}))
