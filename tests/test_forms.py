"""Sentences of fixed words: what is filled in is what is taken out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.merge.forms import DENIED, DIFFERING, SIDE, TOGETHER, VALUE, VERBATIM, Form

FORMS = [DENIED, DIFFERING, SIDE, TOGETHER, VALUE, VERBATIM]
WORDS = st.text("abc 12.'’$%", min_size=1)


@pytest.mark.parametrize(
    ("form", "gaps"),
    [
        (DIFFERING, ("matter", "values")),
        (VALUE, ("value", "holders")),
        (SIDE, ("told", "number")),
        (DENIED, ("assertion", "deniers")),
        (TOGETHER, ("who", "statement")),
        (VERBATIM, ("outlet", "quote")),
    ],
)
@given(first=WORDS, second=WORDS)
def test_what_is_filled_in_is_taken_out(
    form: Form, gaps: tuple[str, str], first: str, second: str
) -> None:
    filled = dict(zip(gaps, (first, second), strict=True))
    assert form.take_apart(form.fill(**filled)) == filled


@pytest.mark.parametrize("form", FORMS)
def test_another_sentence_is_not_taken_apart(form: Form) -> None:
    assert form.take_apart("The dyke has held.") is None
