"""What a contested point asks, held against what its sides say."""

from collections.abc import Iterator, Sequence

from summarize.ground.figures import words_absent
from summarize.language.document import parse_statement

_NEGATING = frozenset("not n't n’t never".split())


def absent_from(question: str, texts: Sequence[str]) -> Sequence[str]:
    """Return the names, numbers and negations of a question that stand in none of `texts`."""
    return words_absent(" ".join(_telling(question)), texts)


def _telling(question: str) -> Iterator[str]:
    """Yield the words of a question that can make it another: names, numbers, a "not"."""
    for token in parse_statement(question).tokens[1:]:
        if token.text[0].isupper() or token.tag == "CD" or token.low in _NEGATING:
            yield token.text
