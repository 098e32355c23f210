"""The reports of speech in one sentence: cue, source and content, each as tokens or characters."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarize.language.contents import (
    Tail,
    content_before,
    last_place,
    parenthetical_tail,
    read_tail,
    span_of,
    widen_to_quotations,
)
from summarize.language.cues import Cue, find_cues
from summarize.language.lines import (
    FINITE,
    TIMES,
    Line,
    Phrase,
    is_author,
    phrase_after,
    phrase_before,
    subject_before,
)
from summarize.language.quotes import Quotation, Span
from summarize.language.speech_verbs import IMPLYING, MESSAGES, PEOPLE, SPEECH_VERBS, is_abstract

_CONJUNCTIONS = frozenset("and but or then yet".split())
_CONTRASTS = frozenset("while whereas although though but and as yet even".split())
_CONDITIONS = frozenset("if whether unless until once lest".split())
_SUBORDINATORS = frozenset("while although though as after when since because whereas".split())


@dataclass(frozen=True, slots=True)
class Report:
    """One report of speech. `source` is a phrase of `line`; None where nobody is named."""

    line: Line
    cue: Cue
    source: Phrase | None
    content: tuple[Span, ...]
    hearer: Phrase | None = None
    via: Phrase | None = None
    is_carried: bool = False
    sentence: int = -1


@dataclass(frozen=True, slots=True)
class _Sourced:
    cue: Cue
    source: Phrase | None
    is_inverted: bool = False
    is_shared: bool = False

    @property
    def start(self) -> int:
        """Where source and cue begin."""
        if self.source is None or self.is_shared:
            return self.cue.start
        return min(self.source.start, self.cue.start)

    @property
    def end(self) -> int:
        """Where cue and source end."""
        if self.source is None or self.is_shared:
            return self.cue.end
        return max(self.source.end, self.cue.end)


def read_reports(line: Line, quotations: Sequence[Quotation]) -> list[Report]:
    """Return what `line` reports, in order of the cues."""
    sourced = _find_sources(line, find_cues(line))
    reports = []
    for number, item in enumerate(sourced):
        ceiling = _ceiling(line, item, sourced[number + 1 :])
        report = _read(line, item, ceiling, sourced[:number], quotations)
        if report is not None:
            reports.append(report)
        elif reports and _is_quoting(item):
            reports[-1] = _quoted_through(line, item, reports[-1])
    return reports


def _is_quoting(item: _Sourced) -> bool:
    return item.cue.form == "participle" and item.cue.lemma in ("quote", "cite")


def _quoted_through(line: Line, item: _Sourced, report: Report) -> Report:
    """Give "…, the agency said, quoting the king" to the king, through the agency."""
    phrase = phrase_after(line, item.cue.end)
    if phrase is None or phrase.end < last_place(line) or not _can_speak(line, phrase):
        return report
    content = tuple(span for span in report.content if span.start < line.tokens[item.start].start)
    return replace(report, source=phrase, via=report.source, content=content)


def _can_speak(line: Line, phrase: Phrase) -> bool:
    head = line.tokens[phrase.head - 1]
    return head.tag in ("NNP", "NNPS") or head.lemma in PEOPLE


def _find_sources(line: Line, cues: Sequence[Cue]) -> list[_Sourced]:
    found: list[_Sourced] = []
    for cue in cues:
        item = _find_source(line, cue, found)
        if item is None or _is_conditional(line, item):
            continue
        if item.source is not None and is_author(line, item.source):
            continue
        found.append(item)
    return found


def _is_conditional(line: Line, item: _Sourced) -> bool:
    return line.low(item.start - 1) in _CONDITIONS


def _find_source(line: Line, cue: Cue, earlier: Sequence[_Sourced]) -> _Sourced | None:
    floor = _floor(line, cue.start, earlier)
    if cue.form == "preposition":
        phrase = _whole_source(line, cue, phrase_after(line, cue.end))
        return _Sourced(cue, phrase, is_inverted=True) if phrase else None
    if cue.form == "noun":
        return _noun_source(line, cue, floor)
    if cue.form == "passive":
        return _passive_source(line, cue, floor)
    if cue.form == "participle":
        return _participle_source(line, cue, floor, earlier)
    subject = subject_before(line, cue.start, floor)
    inverted = _inverted(line, cue)
    if inverted is not None and _is_closed(line, inverted, floor):
        return inverted
    if subject is not None and not _is_stray(line, subject):
        cannot = _only_implies(line, cue, subject) or _is_adjective(line, cue, subject)
        return None if cannot else _Sourced(cue, subject)
    return inverted or _shared(line, cue, earlier)


def _whole_source(line: Line, cue: Cue, phrase: Phrase | None) -> Phrase | None:
    """Take in all that describes the source of "according to", up to the comma that ends it."""
    if phrase is None or cue.start > 1 or line.low(phrase.end) == ",":
        return _with_apposition(line, phrase)
    for i in range(phrase.end, len(line.tokens)):
        if line.tag(i) in FINITE or not line.is_outside(i):
            return phrase
        if line.low(i) == ",":
            following = phrase_after(line, i + 1)
            is_place = following is not None and line.tag(i + 1) == "NNP"
            if not (is_place and following and line.low(following.end) == ","):
                return Phrase(phrase.start, i, phrase.head)
    return phrase


def _is_closed(line: Line, item: _Sourced, floor: int) -> bool:
    """Say whether "…, said the officials" ends there, so that what stands before it was said."""
    source = item.source
    if source is None:
        return False
    is_name = line.tag(source.head - 1) == "NNP"
    is_end = source.end >= last_place(line) or line.low(source.end) == ","
    return is_end and (is_name or line.has_verb(floor, item.cue.start))


def _is_adjective(line: Line, cue: Cue, subject: Phrase) -> bool:
    """Say whether "the two female" is cut out of "the two female suspects coated"."""
    is_open = line.tag(subject.start) in ("DT", "CD", "PRP$") and line.tag(subject.end - 1) == "JJ"
    return is_open and cue.lemma not in ("say", "tell")


def _only_implies(line: Line, cue: Cue, subject: Phrase) -> bool:
    """Say whether a thing that cannot speak "suggests" or "underscores" something."""
    head = line.tokens[subject.head - 1]
    return cue.lemma in IMPLYING and head.tag != "NNP" and is_abstract(head.lemma)


def _is_stray(line: Line, subject: Phrase) -> bool:
    """Say whether the phrase is the object of the verb before it, so that it can be no subject."""
    return line.low(subject.start) == "that" and line.tag(subject.start) != "DT"


def _floor(line: Line, place: int, earlier: Sequence[_Sourced]) -> int:
    """Return where the clause of the cue at `place` can begin: behind the last cue or quotation."""
    floor = max((item.cue.end for item in earlier if item.cue.end <= place), default=0)
    for i in range(place - 1, floor - 1, -1):
        if line.low(i) in (";", ":", "—", "–", "--") and line.is_outside(i):
            return i + 1
        if line.quoted[i] is not None and _quotation_length(line, i) > 4:
            return i + 1
    return floor


def _quotation_length(line: Line, place: int) -> int:
    return sum(1 for number in line.quoted if number == line.quoted[place])


def _with_apposition(line: Line, phrase: Phrase | None) -> Phrase | None:
    """Take in ", a lawyer in Rome" behind the phrase, up to the comma or stop that ends it."""
    if phrase is None or line.low(phrase.end) != ",":
        return phrase
    end = last_place(line)
    first = phrase.end + 1
    if line.tag(first) not in ("DT", "WP", "CD", "PRP$", "WP$", "NN", "JJ"):
        return phrase
    for i in range(first, end + 1):
        closes = i == end or (line.low(i) == "," and line.is_outside(i))
        if closes:
            return Phrase(phrase.start, i, phrase.head)
        if line.tag(i) in FINITE and line.tag(first) not in ("WP", "WP$"):
            return phrase
        if not line.is_outside(i):
            return phrase
    return phrase


def _inverted(line: Line, cue: Cue) -> _Sourced | None:
    """Return "said Smith" behind a quotation or a comma."""
    verb = SPEECH_VERBS.get(cue.lemma)
    if verb is None or not verb.frames & {"clause", "quote"} or cue.start == 0:
        return None
    if "hearer" in verb.frames and cue.lemma not in ("ask", "warn"):
        return None
    before = cue.start - 1
    if line.low(before) not in (",", "—", "–", "--") and line.quoted[before] is None:
        return None
    phrase = _with_apposition(line, phrase_after(line, cue.end))
    if phrase is None or line.tag(phrase.end) in FINITE:
        return None
    return _Sourced(cue, phrase, is_inverted=True)


def _shared(line: Line, cue: Cue, earlier: Sequence[_Sourced]) -> _Sourced | None:
    """Return "said A and noted B": the second verb has the source of the first."""
    before = line.low(cue.start - 1)
    last = next((item for item in reversed(earlier) if item.source is not None), None)
    if last is not None and (before in _CONJUNCTIONS or before == ","):
        return _Sourced(cue, last.source, is_shared=True)
    if before in _CONJUNCTIONS:
        main = _main_subject(line, cue.start)
        return _Sourced(cue, main, is_shared=True) if main else None
    return None


def _main_subject(line: Line, before: int) -> Phrase | None:
    """Return the subject of the first finite verb of the sentence that stands before `before`."""
    for i in range(1, before):
        if line.tag(i) in FINITE and line.is_outside(i):
            subject = subject_before(line, i)
            if subject is not None:
                return subject
    return None


def _participle_source(
    line: Line, cue: Cue, floor: int, earlier: Sequence[_Sourced]
) -> _Sourced | None:
    before = line.low(cue.start - 1)
    if cue.start == 0 or before in ("by", "after", "before", "while", "when", "without", "in"):
        return _following_subject(line, cue) if _opens_sentence(line, cue) else None
    if before == "," or before in _CONJUNCTIONS or line.quoted[cue.start - 1] is not None:
        last = next((i for i in reversed(earlier) if i.source and i.cue.form != "noun"), None)
        if last is not None and last.source and _only_implies(line, cue, last.source):
            return None
        if last is not None and (last.cue.form != "preposition" or cue.lemma in ("quote", "cite")):
            return _Sourced(cue, last.source, is_shared=True)
        main = _main_subject(line, cue.start)
        is_voiced = main is not None and not _only_implies(line, cue, main)
        return _Sourced(cue, main, is_shared=True) if is_voiced else None
    phrase = phrase_before(line, cue.start, floor)
    if phrase is not None and _is_issued(line, phrase):
        main = _main_subject(line, phrase.start)
        return _Sourced(cue, main or phrase, is_shared=main is not None)
    return _Sourced(cue, phrase) if phrase else None


def _is_issued(line: Line, phrase: Phrase) -> bool:
    """Say whether the phrase is a message that the sentence has somebody send: "a letter"."""
    words = {line.tokens[i].lemma for i in range(phrase.start, phrase.end)}
    return line.low(phrase.start) in ("a", "an") and bool(words & MESSAGES)


def _opens_sentence(line: Line, cue: Cue) -> bool:
    return all(line.tag(i) in ("IN", "RB") for i in range(cue.start))


def _following_subject(line: Line, cue: Cue) -> _Sourced | None:
    """Return the subject behind "Praising the crew, …"."""
    for i in range(cue.end + 1, len(line.tokens)):
        if line.low(i) == "," and line.is_outside(i):
            phrase = phrase_after(line, i + 1)
            if phrase and (line.tag(phrase.end) in FINITE or line.tag(phrase.end) == "RB"):
                return _Sourced(cue, phrase, is_shared=True)
    return None


def _passive_source(line: Line, cue: Cue, floor: int) -> _Sourced | None:
    subject = subject_before(line, cue.start, floor)
    if cue.lemma in ("quote", "cite") and line.low(cue.end) == "as":
        return _Sourced(cue, subject) if subject else None
    verb = SPEECH_VERBS.get(cue.lemma)
    if verb is None or subject is None:
        return None
    is_empty = line.low(subject.start) == "it" and line.low(cue.end) == "that"
    is_raised = (
        line.low(cue.end) == "to"
        and line.tag(cue.end + 1) == "VB"
        and (
            cue.lemma
            in ("say", "believe", "think", "report", "allege", "estimate", "claim", "suspect")
        )
    )
    if is_empty or is_raised:
        return _Sourced(cue, None)
    return None


def _noun_source(line: Line, cue: Cue, floor: int) -> _Sourced | None:
    if line.low(cue.end) == "that" and line.low(cue.start - 1) not in ("’s", "'s"):
        chunk = phrase_before(line, cue.end, floor)
        if chunk and line.tag(chunk.start) == "PRP$" and line.low(chunk.start) not in ("my", "our"):
            return _Sourced(cue, Phrase(chunk.start, chunk.start + 1, chunk.start + 1))
    for i in range(cue.start - 1, max(floor, cue.start - 4) - 1, -1):
        if line.low(i) in ("'s", "’s") or (line.low(i) in ("'", "’") and line.is_outside(i)):
            owner = phrase_before(line, i, floor)
            return _Sourced(cue, owner) if owner and line.low(cue.end) == "that" else None
    if line.low(cue.end) in ("by", "from"):
        phrase = _with_apposition(line, phrase_after(line, cue.end + 1))
        if phrase and line.low(phrase.end) == "that":
            return _Sourced(cue, phrase, is_inverted=True)
    return None


def _ceiling(line: Line, item: _Sourced, later: Sequence[_Sourced]) -> int:
    """Return where the content behind the cue must end: at the next report or main clause."""
    end = last_place(line)
    for other in later:
        cut = _cut_before(line, other)
        if cut is not None and cut > item.end:
            end = min(end, cut)
            break
    opener = line.low(item.start - 1)
    if opener in _SUBORDINATORS and item.start <= 2 and opener != "as":
        return _main_clause_comma(line, item.end, end)
    if item.source is not None and _is_relative(line, item.source):
        return _closing_comma(line, item.end, end)
    if item.is_shared and item.cue.form == "participle" and item.cue.start <= 1:
        return _main_clause_comma(line, item.end, end)
    return end


def _cut_before(line: Line, other: _Sourced) -> int | None:
    start = other.start
    before = line.low(start - 1)
    if other.cue.form in ("participle", "preposition") and before == ",":
        return start - 1
    if other.cue.form == "preposition":
        return start
    if other.cue.form == "noun":
        return None
    if before == "," and not other.is_shared and _closes_sentence(line, other.end):
        return start - 1
    if other.cue.form == "participle" and line.quoted[start - 1] is not None:
        return start
    if before in _CONTRASTS or before in _CONJUNCTIONS:
        cut = start - 1
        while line.low(cut - 1) in (",", "even", "and", "but"):
            cut -= 1
        return cut
    if before in (";", "—", "–", "--"):
        return start - 1
    if before == "with" and line.low(start - 2) == ",":
        return start - 2
    return None


def _closes_sentence(line: Line, start: int) -> bool:
    """Say whether at most a day stands behind "…, the ministry said"."""
    rest = range(start, last_place(line))
    return all(line.low(i) in TIMES or line.low(i) in ("on", "last", "in", "this") for i in rest)


def _is_relative(line: Line, source: Phrase) -> bool:
    return line.low(source.start) in ("who", "which")


def _main_clause_comma(line: Line, start: int, end: int) -> int:
    for i in range(start, end):
        if line.low(i) == "," and line.is_outside(i):
            phrase = phrase_after(line, i + 1, end)
            behind = phrase.end if phrase else i
            if phrase and (line.tag(behind) in FINITE or line.tag(behind) == "RB"):
                return i
    return end


def _closing_comma(line: Line, start: int, end: int) -> int:
    for i in range(start, end):
        if line.low(i) == "," and line.tag(i + 1) in FINITE:
            return i
    return end


def _read(
    line: Line,
    item: _Sourced,
    ceiling: int,
    earlier: Sequence[_Sourced],
    quotations: Sequence[Quotation],
) -> Report | None:
    cue = item.cue
    if cue.form == "preposition":
        spans = _around_preposition(line, item, ceiling, earlier)
        tail = Tail(cue.end, cue.end)
    elif cue.form == "passive" and item.source is None:
        spans, tail = _anonymous(line, cue, ceiling), Tail(cue.end, cue.end)
    elif line.low(item.start - 1) == "as" and item.start == 1:
        spans, tail = _behind_comma(line, item.end, ceiling), Tail(cue.end, cue.end)
    else:
        start = item.end if item.is_inverted else _behind_cue(line, cue)
        tail = read_tail(line, cue, start, ceiling)
        spans = [span_of(line, tail.start, tail.end)] if tail.has_content else []
        spans = _with_content_before(line, item, tail, earlier, ceiling) + spans
    content = _widened(spans, quotations)
    if not content:
        return None
    return Report(line, cue, item.source, content, tail.hearer, tail.via)


def _behind_comma(line: Line, start: int, ceiling: int) -> list[Span]:
    """Return what follows "As the minister told the paper, "."""
    comma = next((i for i in range(start, ceiling) if line.low(i) == ","), ceiling)
    return [span_of(line, comma + 1, ceiling)] if comma + 1 < ceiling else []


def _behind_cue(line: Line, cue: Cue) -> int:
    if line.low(cue.end) == "as" and line.low(cue.end + 1) in ("saying", "telling"):
        return cue.end + 2
    return cue.end


def _with_content_before(
    line: Line, item: _Sourced, tail: Tail, earlier: Sequence[_Sourced], ceiling: int
) -> list[Span]:
    """Return what is said before the cue, and behind it where the cue is in parentheses."""
    verb = SPEECH_VERBS.get(item.cue.lemma)
    if item.is_shared or verb is None or not verb.frames & {"clause", "quote", "that"}:
        return []
    floor = max((o.end for o in earlier if o.end <= item.start and _follows(line, o)), default=0)
    before = content_before(line, item.start, floor)
    if before is None:
        return []
    if line.quoted[before[1] - 1] is not None:
        return [span_of(line, *before)]
    if tail.has_content:
        return []
    behind = parenthetical_tail(line, item.start, item.end, ceiling)
    return [span_of(line, *part) for part in (before, behind) if part is not None]


def _follows(line: Line, item: _Sourced) -> bool:
    """Say whether the cue stands behind what is said, so that nothing before it is open."""
    before = item.start - 1
    return item.is_inverted or (
        before >= 0 and (line.low(before) == "," or line.quoted[before] is not None)
    )


def _around_preposition(
    line: Line, item: _Sourced, ceiling: int, earlier: Sequence[_Sourced]
) -> list[Span]:
    floor = max((o.end for o in earlier if o.end <= item.start and o.is_inverted), default=0)
    if item.start <= 1 or line.low(item.start - 1) in (";", "and", "but", "—"):
        start = item.end
        while line.low(start) in (",", ":"):
            start += 1
        return [span_of(line, start, ceiling)] if start < ceiling else []
    end = item.start
    while end > floor and line.low(end - 1) in (",", "—", "–", "("):
        end -= 1
    return [span_of(line, floor, end)] if end > floor and line.has_verb(floor, end) else []


def _anonymous(line: Line, cue: Cue, ceiling: int) -> list[Span]:
    if line.low(cue.end) == "that":
        return [span_of(line, cue.end + 1, ceiling)] if cue.end + 1 < ceiling else []
    subject = subject_before(line, cue.start)
    if subject is None or cue.end >= ceiling:
        return []
    return [span_of(line, subject.start, subject.end), span_of(line, cue.end, ceiling)]


def _widened(spans: Sequence[Span], quotations: Sequence[Quotation]) -> tuple[Span, ...]:
    content: list[Span] = []
    for span in spans:
        content += widen_to_quotations(span, quotations)
    return tuple(dict.fromkeys(content))
