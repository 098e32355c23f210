"""Which language a text is in."""

import functools
from typing import Protocol

_SAMPLE = 4_000
"""Characters that are looked at: more change no verdict on news text and cost time."""

_MIN_LETTERS = 12


class _Classifier(Protocol):
    def __call__(self, text: str) -> tuple[str, float]: ...


def identify_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the language of `text`, or None where it has too few letters.

    py3langid's model comes in its package; nothing is downloaded, and the verdict depends on
    `text` alone.
    """
    sample = text[:_SAMPLE]
    if sum(map(str.isalpha, sample)) < _MIN_LETTERS:
        return None
    return _classifier()(sample)[0]


@functools.cache
def _classifier() -> _Classifier:
    import py3langid  # 160 ms, and 700 ms for the model at its first use

    classify: _Classifier = py3langid.classify
    return classify
