"""People as a reader meets them: in full and with a role at first, by the short name after that."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from summarize.language.document import parse_statement
from summarize.language.names.titles import title_length
from summarize.language.standalone import lower_opening
from summarize.merge.neutrality import own_loaded_words
from summarize.merge.story import Story
from summarize.model import Actor

_ROLE_END = re.compile(r"\b[a-z]{3,}(?:er|or|man|woman|ist|ant|ief|dent)\s$")
_LONG_ROLE = re.compile(r"\b(?:of|for|at|with|in|on|to|and)\b|^an?\b|,")
"""A role with a complement reads better behind the name."""

_APPOSITION = re.compile(
    r"(?P<name>[A-Z][\w’'-]+(?:\s[A-Z][\w.’'-]+)*),\s(?P<apposition>[^,.;:“”\"]{3,90}),(?=\s[a-z])"
)
_JOINING = ("of", "for", "at", "in", "to", "and", "who", "on", "with")

_ROLE_BEFORE_NAME = 5
"""A role of at most so many words goes before the name ("Mayor Jo Field"), a longer one after."""


def introduce(texts: Iterable[str], story: Story) -> list[str]:
    """Name each person in full and with a role at the first mention, by the short name later.

    Names inside quotation marks, and those that already stand behind a title or before an
    apposition, are left as they are.
    """
    people = _people_of(story)
    if not people:
        return list(texts)
    pattern = _pattern_of(people)
    known: set[str] = set()

    def rename(match: re.Match[str]) -> str:
        if match["name"] is None:
            return match.group()
        actor = people[match["name"]]
        if _is_modifier(match):
            return match.group()
        is_first = actor.id not in known
        known.add(actor.id)
        if is_first:
            return _first_mention(actor, match)
        short = [form for form in _forms(actor) if " " not in form and form in people]
        return _later_mention(actor, match, short)

    return [pattern.sub(rename, _without_apposition(text, people, known)) for text in texts]


def name_in_full(text: str, story: Story) -> str:
    """Return `text` with each person's full name where it first names him, and no role added."""
    people = _people_of(story)
    known: set[str] = set()

    def rename(match: re.Match[str]) -> str:
        actor = people.get(match["name"] or "")
        if actor is None or actor.id in known or _is_modifier(match):
            return match.group()
        known.add(actor.id)
        return match.group() if _has_title(match.string[: match.start()], actor) else actor.name

    return _pattern_of(people).sub(rename, text) if people else text


def _people_of(story: Story) -> Mapping[str, Actor]:
    """Return the people of a story by every form that only one of them bears."""
    bearers = Counter(form for actor in story.actors for form in set(_forms(actor)))
    return {form: actor for actor in story.actors for form in _forms(actor) if bearers[form] == 1}


def _pattern_of(people: Mapping[str, Actor]) -> re.Pattern[str]:
    """Return a pattern for quotations, and for names outside of them."""
    forms = sorted(people, key=lambda form: (-len(form), form))
    return re.compile(
        rf"“[^”]*”|\"[^\"]*\"|(?<![\w-])(?P<name>{'|'.join(map(re.escape, forms))})(?![\w-])"
    )


def _without_apposition(text: str, people: Mapping[str, Actor], known: Collection[str]) -> str:
    """Drop the role that a sentence itself sets behind the name of somebody introduced before."""

    def shorten(match: re.Match[str]) -> str:
        actor = people.get(match["name"])
        role = (actor.role or "").casefold().split() if actor else []
        is_role = actor is not None and actor.id in known and bool(_key_of(role))
        words = match["apposition"].casefold().split()
        return match["name"] if is_role and _key_of(role) in words else match.group()

    return _APPOSITION.sub(shorten, text)


def _key_of(role: Sequence[str]) -> str:
    """Return the noun that a role is built on: "chief" of "the chief of the General Staff"."""
    end = next((place for place, word in enumerate(role) if word in _JOINING), len(role))
    return role[end - 1] if end else ""


def _forms(actor: Actor) -> tuple[str, ...]:
    return (actor.name, *actor.aliases) if actor.kind == "person" else ()


def _first_mention(actor: Actor, match: re.Match[str]) -> str:
    before, after = match.string[: match.start()], match.string[match.end() :]
    if _has_title(before, actor):
        return match.group()
    if not actor.role or after.startswith((", ", "'s", "’s", " (")) or _names_other(actor):
        return actor.name
    if own_loaded_words(parse_statement(actor.role)):
        return actor.name
    role = lower_opening(actor.role, parse_statement(actor.role).tokens)
    is_short = len(role.split()) <= _ROLE_BEFORE_NAME and not _LONG_ROLE.search(role)
    if is_short:
        is_title = actor.role[0].isupper() or title_length([actor.role.capitalize()]) > 0
        title = actor.role[0].upper() + actor.role[1:] if not before or is_title else role
        return f"{title} {actor.name}"
    closes = "" if not after or after[0] in ".;:" else ","
    return f"{actor.name}, {role.removeprefix('the ')}{closes}"


def _later_mention(actor: Actor, match: re.Match[str], short: Sequence[str]) -> str:
    """Return the surname, which nobody else of the story bears, for a full name."""
    if match.group() != actor.name or _has_title(match.string[: match.start()], actor):
        return match.group()
    return max(sorted(form for form in short if form in actor.name), key=len, default=actor.name)


def _is_modifier(match: re.Match[str]) -> bool:
    """Say whether a name only tells what kind of thing is meant: "the Field administration"."""
    return match.string[: match.start()].lower().endswith(("the ", "a ", "an "))


def _names_other(actor: Actor) -> bool:
    """Say whether the role is none: it repeats the name ("Mr Field")."""
    return any(word in (actor.role or "").split() for word in actor.name.split())


def _has_title(before: str, actor: Actor) -> bool:
    """Say whether a title, a role or another part of the name stands right before a name."""
    if re.search(r"(?:[A-Z][\w.’']*|[\"”])\s$", before) or re.search(_ROLE_END, before):
        return True
    last = (actor.role or "").rsplit(maxsplit=1)[-1:]
    return bool(last) and re.search(rf"(?i)\b{re.escape(last[0])}s?,?\s*$", before) is not None
