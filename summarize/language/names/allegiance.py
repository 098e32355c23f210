"""Which state a phrase speaks of: by name, adjective, people or seat of government."""

import re
from collections.abc import Iterator
from functools import lru_cache

from summarize.language.names.states import State, states


def state_in(text: str) -> str | None:
    """Return the first state that `text` speaks of ("Russian Navy": Russia), or None."""
    return next((_states_by_form()[form] for form in _forms_in(text)), None)


def fold_state(word: str) -> str:
    """Return the state that `word` alone speaks of ("Russian", "Moscow": Russia), else `word`."""
    return _states_by_form().get(word, word)


def states_in(text: str) -> frozenset[str]:
    """Return every state that `text` speaks of."""
    return frozenset(_states_by_form()[form] for form in _forms_in(text))


@lru_cache(maxsize=500)
def forms_of(name: str) -> tuple[str, ...]:
    """Return every form that speaks of the state `name`, longest first; none for other names."""
    forms = [form for form, state in _states_by_form().items() if state == name]
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))


@lru_cache(maxsize=1)
def _states_by_form() -> dict[str, str]:
    return {form: state.name for state in states() for form in _forms(state)}


def _forms(state: State) -> tuple[str, ...]:
    return (
        *state.other_names, *state.capitals, *state.people, *state.adjectives, state.name
    )  # fmt: skip


_WORD = re.compile(r"\w+")


def _forms_in(text: str) -> Iterator[str]:
    """Yield the forms that stand in `text` as whole words, the longest at each place."""
    end = 0
    for word in _WORD.finditer(text):
        if word.start() < end:
            continue
        for form in _forms_by_opening().get(word.group(), ()):
            after = text[word.start() + len(form) : word.start() + len(form) + 1]
            if text.startswith(form, word.start()) and not (after.isalnum() or after == "_"):
                end = word.start() + len(form)
                yield form
                break


@lru_cache(maxsize=1)
def _forms_by_opening() -> dict[str, list[str]]:
    """Return the forms that begin with each word, longest first."""
    found: dict[str, list[str]] = {}
    for form in sorted(_states_by_form(), key=lambda form: (-len(form), form)):
        opening = _WORD.match(form)
        found.setdefault(opening.group() if opening else form, []).append(form)
    return found
