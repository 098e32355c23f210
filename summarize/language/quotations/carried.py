"""Quotations that no reporting word of their own sentence claims, and who is heard in them.

A colon gives a quotation to the subject before it, a dash to the name behind it, and so does a
sentence that opens "With those words". A sentence that is
nothing but a quotation goes on with whoever was quoted in the sentence before.
"""

from collections.abc import Sequence
from dataclasses import replace

from summarize.language.document import Document
from summarize.language.quotations.cues import Cue
from summarize.language.quotations.lines import (
    Line,
    phrase_after,
    phrase_before,
    subject_before,
)
from summarize.language.quotations.quotes import Quotation, Quotations, Span
from summarize.language.quotations.reports import Report
from summarize.language.speech_verbs import SPEECH_VERBS
from summarize.language.verb_forms import FINITE

_DASHES = frozenset(("—", "–", "--", "―", "-"))
_CLOSING = (
    ("with", "those", "words"),
    ("with", "these", "words"),
    ("with", "that"),
    ("so", "said"),
    ("thus", "spoke"),
    ("thus", "said"),
    ("so", "spoke"),
)
"""How a sentence opens that names the speaker of the quotation before it."""

_FEWEST_WORDS = 3
"""A standing quotation of fewer words is a slogan or a title."""

_MARKS = 2
"""Tokens that the marks of a quotation take."""


def add_quotations(
    document: Document, lines: Sequence[Line], reports: Sequence[Report], quotations: Quotations
) -> list[Report]:
    """Return `reports` with the quotations that they left out, in the order of the text."""
    heard = _Heard(document, lines, list(reports))
    taken = {n for r in reports for span in r.content for _, n in quotations.spans_in(*span)}
    for number, quotation in enumerate(quotations.items):
        line = lines[document.sentence_at(quotation.start)]
        first = next((i for i, other in enumerate(line.quoted) if other == number), None)
        is_short = len(document.tokens_between(*quotation.spans[0])) < _FEWEST_WORDS + _MARKS
        if number not in taken and first is not None and not is_short:
            heard.place(quotation, line, first)
    return sorted(heard.reports, key=lambda report: (report.sentence, report.content[0]))


def _opens_with(line: Line, words: tuple[str, ...]) -> bool:
    return all(line.low(i) == word for i, word in enumerate(words))


class _Heard:
    """The reports found so far, with the sentences that each of them covers."""

    def __init__(self, document: Document, lines: Sequence[Line], reports: list[Report]) -> None:
        self._document = document
        self._lines = lines
        self._last: dict[int, int] = {}
        self.reports: list[Report] = []
        for report in reports:
            self._add(report)

    def place(self, quotation: Quotation, line: Line, first: int) -> None:
        """Give a quotation that opens at token `first` to whoever introduces, signs or goes on."""
        introduced = self._introduced(line, first) or self._signed(quotation)
        if introduced is None and self._stands_alone(quotation, line, first):
            introduced = self._closed(quotation)
        if introduced is not None:
            self._add(replace(introduced, content=quotation.spans))
            return
        place = self._last.get(line.index - 1)
        if place is None or not self._stands_alone(quotation, line, first):
            return
        earlier = self.reports[place]
        verb = SPEECH_VERBS.get(earlier.cue.lemma)
        if verb is not None and not verb.frames & {"clause", "quote"}:
            return
        if (
            earlier.cue.form not in ("finite", "participle")
            or earlier.content[0] > quotation.spans[0]
        ):
            return
        paragraphs = {self._document.sentences[i].paragraph for i in (earlier.sentence, line.index)}
        if len(paragraphs) == 1:
            self.reports[place] = replace(earlier, content=(*earlier.content, *quotation.spans))
            self._cover(place, quotation.spans)
        else:
            self._add(
                replace(earlier, content=quotation.spans, is_carried=True, sentence=line.index)
            )

    def _add(self, report: Report) -> None:
        self.reports.append(report)
        place = len(self.reports) - 1
        self._last[report.sentence] = place
        self._cover(place, report.content)

    def _cover(self, place: int, content: Sequence[Span]) -> None:
        for span in content:
            first = self._document.sentence_at(span.start)
            for index in range(first, self._document.sentence_at(span.end - 1) + 1):
                self._last[index] = place

    def _introduced(self, line: Line, first: int) -> Report | None:
        """Return who speaks before a colon, in this sentence or at the end of the one before."""
        colon = first - 1
        if first == 0 and line.index > 0:
            line = self._lines[line.index - 1]
            colon = len(line.tokens) - 1
        if line.low(colon) != ":":
            return None
        for verb in range(1, colon):
            is_verb = line.tag(verb) in FINITE and line.tokens[verb].lemma not in ("be", "have")
            subject = subject_before(line, verb) if is_verb and line.is_outside(verb) else None
            if subject is not None:
                cue = Cue(line.tokens[verb].lemma, "finite", verb, verb + 1, verb)
                return Report(line, cue, subject, (), sentence=line.index)
        phrase = phrase_before(line, colon)
        if phrase is None or phrase.start > 0 or line.tag(phrase.head - 1) != "NNP":
            return None
        cue = Cue("say", "finite", colon, colon + 1, colon)
        return Report(line, cue, phrase, (), sentence=line.index)

    def _signed(self, quotation: Quotation) -> Report | None:
        """Return who signs a quotation behind a dash."""
        last = self._document.sentence_at(quotation.end - 1)
        behind = (
            (line, i) for line in self._lines[last : last + 2] for i in range(len(line.tokens))
        )
        found = next((p for p in behind if p[0].tokens[p[1]].start >= quotation.end), None)
        if found is None:
            return None
        line, dash = found
        if line.low(dash) not in _DASHES:
            return None
        phrase = phrase_after(line, dash + 1)
        if phrase is None or any(line.is_outside(i) for i in range(phrase.end, line.stop)):
            return None
        if line.tag(phrase.start) != "NNP":
            return None
        return Report(
            line, Cue("say", "finite", dash, dash + 1, dash), phrase, (), sentence=line.index
        )

    def _closed(self, quotation: Quotation) -> Report | None:
        """Return who "With those words" or "So said" names in the sentence behind a quotation."""
        last = self._document.sentence_at(quotation.end - 1)
        line = next(iter(self._lines[last + 1 : last + 2]), None)
        if line is None:
            return None
        paragraphs = {self._document.sentences[i].paragraph for i in (last, line.index)}
        formula = next((f for f in _CLOSING if _opens_with(line, f)), None)
        if formula is None or len(paragraphs) > 1:
            return None
        end = len(formula)
        cue = Cue("say", "finite", 0, end, end - 1)
        is_verb = line.tokens[end - 1].lemma in ("say", "speak")
        if is_verb:
            phrase = phrase_after(line, end)
        else:
            verbs = (i for i in range(end + 1, line.stop) if line.tag(i) in FINITE)
            verb = next(verbs, None)
            phrase = None if verb is None else subject_before(line, verb, end)
        if phrase is None:
            return None
        return Report(line, cue, phrase, (), sentence=line.index, is_sole=not is_verb)

    def _stands_alone(self, quotation: Quotation, line: Line, first: int) -> bool:
        """Say whether nothing but the quotation stands in its sentences."""
        last = self._document.sentences[self._document.sentence_at(quotation.end - 1)]
        rest = self._document.text[quotation.end : last.end].strip(" .,!?\"”’'")
        words = self._document.text[slice(*quotation.spans[-1])].rstrip("\"”’'» ")
        is_heading = quotation.is_closed and not words.endswith((".", "!", "?", ",", "…", ";"))
        return (
            not rest and not is_heading and all(line.low(i) in ("and", "but") for i in range(first))
        )
