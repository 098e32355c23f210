"""Which state a phrase speaks of: by name, adjective, people or seat of government."""

import re
from functools import lru_cache

from summarize.language.names.states import State, states


def state_in(text: str) -> str | None:
    """Return the first state that `text` speaks of ("Russian Navy": Russia), or None."""
    match = _pattern().search(text)
    return _states_by_form()[match.group()] if match else None


def fold_state(word: str) -> str:
    """Return the state that `word` alone speaks of ("Russian", "Moscow": Russia), else `word`."""
    return _states_by_form().get(word, word)


def states_in(text: str) -> frozenset[str]:
    """Return every state that `text` speaks of."""
    return frozenset(_states_by_form()[form] for form in _pattern().findall(text))


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


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    forms = sorted(_states_by_form(), key=lambda form: (-len(form), form))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)")
