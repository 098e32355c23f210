"""What the brief calls an actor, led back to what the actor's article calls it.

The brief introduces a person in full and with a role, which may come from another article. The
role is checked once, with the actor; here it is taken out again before a sentence is judged.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from summarize.language.names.aliases import is_named
from summarize.language.names.allegiance import forms_of
from summarize.language.tokens import cut_words
from summarize.model import Actor

_JOINING = frozenset("the a an and of , ; ’s 's".split())


def names_of(actor: Actor) -> tuple[str, ...]:
    """Return every form that names `actor`, longest first."""
    forms = {actor.name, *actor.aliases, *(forms_of(actor.name) if actor.kind == "state" else ())}
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))


def form_in(text: str, actor: Actor) -> str | None:
    """Return the fullest form of `actor` that stands in `text`; "Police" may be "police" there."""
    forms = (one for form in names_of(actor) for one in (form, form[:1].lower() + form[1:]))
    return next((form for form in forms if is_named(form, text)), None)


def read_plainly(
    statement: str, meant: Iterable[Actor], everyone: Iterable[str], texts: Sequence[str]
) -> Iterator[str]:
    """Yield `statement` with its people called as the first of `texts` that names them does.

    `meant` are the people who may be meant, `everyone` the full names in the brief. The statement
    as it stands comes last.
    """
    plain = statement
    for actor in meant:
        strange = _names_but(actor, everyone)
        if form := _form_apart(plain, actor, strange):
            forms = (_form_apart(text, actor, strange) for text in texts)
            local = next(filter(None, forms), actor.name)
            plain = _rename(_without_role(plain, actor), form, local, strange)
    yield plain
    if plain != statement:
        yield statement


def _names_but(actor: Actor, everyone: Iterable[str]) -> str:
    """Return a pattern for the names of others: "Tester" in "Mary Tester" is not "Jon Tester"."""
    others = sorted({*everyone} - {*names_of(actor)}, key=lambda name: (-len(name), name))
    return "|".join(map(re.escape, others)) or r"(?!)"


def _form_apart(text: str, actor: Actor, strange: str) -> str | None:
    """Return the fullest form of `actor` in `text` that is no part of a strange name."""
    return form_in(re.sub(strange, " ", text), actor)


def _rename(statement: str, form: str, other: str, strange: str) -> str:
    """Write `other` for `form`, but not inside quotation marks or strange names."""
    pattern = rf"“[^”]*”|\"[^\"]*\"|{strange}|(?<![\w-])(?P<name>{re.escape(form)})(?![\w-])"
    return re.sub(pattern, lambda match: other if match["name"] else match.group(), statement)


def _without_role(statement: str, actor: Actor) -> str:
    """Take a person's role out, before the name or in an apposition behind it."""
    if not actor.role:
        return statement
    role, name = re.escape(actor.role.removeprefix("the ")), re.escape(actor.name)
    before = re.sub(rf"(?<!\w)(?i:{role})\s(?={name})", "", statement)
    return re.sub(rf"({name}), (?:the )?(?i:{role})(?:,(?=\s)|(?=[.;:]|\Z))", r"\1", before)


def words_besides(text: str, actors: Iterable[Actor], labels: Iterable[str]) -> list[str]:
    """Return the words of a list of names that name none of `actors` and are no `labels`."""
    forms = {form for actor in actors for form in (*names_of(actor), actor.role or "")}
    known = sorted(filter(None, {*forms, *labels}), key=lambda form: (-len(form), form))
    for form in known:
        text = re.sub(rf"(?<!\w)(?i:{re.escape(form)})(?!\w)", ",", text)
    return [word.text for word in cut_words(text) if word.text.lower() not in _JOINING]
