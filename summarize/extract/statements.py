"""What a sentence states, cut so that it can be read alone: a clause, a quotation, or all of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarize.extract.reading import Reading
from summarize.extract.speakers import Speaker
from summarize.language.calendar import MONTHS, WEEKDAYS
from summarize.language.document import Token, parse_statement
from summarize.language.morphology import can_be, lemma_of, past_of
from summarize.language.neutrality.editorial import is_editorial
from summarize.language.quotations import Attribution
from summarize.language.speech_verbs import is_denial
from summarize.language.standalone import is_clause, stands_alone, strip_lead_in
from summarize.language.verb_forms import FINITE

_TAKE_BARE_CLAUSE = frozenset(
    "say tell think believe claim insist allege add argue predict write tweet hope announce".split()
) | {"according to"}
"""Cues after which a clause needs no "that"; behind others it is often a mere object."""

_COMMENT = re.compile(
    r"(?i)^according to (?:him|her|them|it),\s*"
    r"|,\s*(?:an?|the) (?:claim|assertion|allegation|accusation|charge|statement|suggestion|"
    r"version|account|notion|idea)\s+(?:that|which|(?:\w+ )?(?:denie[sd]|rejected))\b.*$"
)
"""Whose statement it is, and what others say of it: told elsewhere, by other claims."""

_NOTE_MARK = re.compile(r"\[(?:\d{1,3}|citation needed)\]")

CUT_OFF = ("...", "…", "...”", "…”")
"""A sentence that ends so was cut by whoever passed the article on."""

_SPLICE = " … "
"""Between two pieces of one quotation."""

_ASIDE = 0.4
"""Part of the salience of a sentence that is left to a statement that it only mentions."""

_NOT_TOLD = re.compile(
    r"(?:(?:[A-Z][A-Z .]+)?FILE\s*[-–—])"
    r"|(?i:(?:[^,.]{0,40}\b)?in\s)?(?i:this)\b[^.;]{0,60}?\b(?i:photo|photograph|image|picture|frame"
    r"|sketch|handout|still)\b"
    r"|(?:[A-Z]{2,3}|Q|A):\s|(?i:photos?|photographs?|images?|pictures?|captions?|video)\s?:\s"
    r"|[^.;]*\b(?:is|are)\s(?:pictured|seen\shere|shown\shere)\b"
    r"|.*(?<!\w)[A-Z]{3,}:\s(?=[A-Z“\"])"
    r"|.*\w@\w[\w.-]*\.\w"
    r"|(?i:wow|oh|ah|hey|yes|no|well|okay|ok|sure|hmm|ouch|yikes)[,!]\s"
)
"""Captions, lines of an interview, exclamations and addresses to write to: none tells news."""

_FULL_DATE = re.compile(
    rf"(?i)(?:\w+day,? |\bon )(?:{'|'.join(month[:3] for month in MONTHS)})[a-z]*\.?,?"
    r" \d{1,2},? \d{4}"
)
"""Captions say in the present tense what a picture shows, with the whole date of it."""

_SCHEDULED = frozenset(
    "be have open start begin end expire air premiere run take come go become remain apply".split()
)
"""Verbs whose present tense may tell what a date is set for."""

_WISHING = frozenset("recommend suggest propose ask request demand urge order require".split())
"""Verbs whose clause may say what ought to be ("that he resign"), which is no statement."""

_THIRD_PERSON = re.compile(r"(?i)(?:he|she|it|they)\b")
"""Opens a clause that tells a hearer of himself, where the speaker would be read."""

_WITHOUT_SUBJECT = ("MD", "VB", "VBP", "VBZ", "VBD", "RP")
_OPENING = ("WDT", "WP", "WRB")
_SUBORDINATORS = frozenset("because although though if while unless whether since until".split())
_TAKEN_FOR_PAST = frozenset("VBN VB VBP NN NNS JJ".split())
_PAST_ALONE = frozenset(
    "ate beat began blew broke chose came did drank drew drove fell flew forgot froze gave grew "
    "hid knew rang rode rose sang sank saw shook spoke stole swam threw took tore went woke wore "
    "wrote".split()
)
"""Past tenses that are no participles."""

_OPENS_OBJECT = frozenset("DT PRP$ PRP CD NNS NNP RP $".split())
_POINTS_AT_TIME = frozenset((*WEEKDAYS, *MONTHS, *"this that last next each every all".split()))
"""Words that tell a participle's time as often as they open a verb's object."""

_FEWEST_WORDS = 3
_PRONOUN_SUBJECT = re.compile(r"(?:He|She|They|It)\s+(?=\w)")


@dataclass(frozen=True)
class Statement:
    """What is said and where: `text` is ready to print, `start:end` the words it was read from.

    `weight` is the part of its sentence's salience that it has.
    """

    text: str
    start: int
    end: int
    sentence: int
    is_quoted: bool = False
    weight: float = 1.0


def said_in(
    reading: Reading, attribution: Attribution, speaker: Speaker, index: int
) -> Statement | None:
    """Return what `speaker` states in the part of `attribution` in the sentence at `index`.

    A quotation keeps its marks; a clause stands for itself; of anything less the whole sentence is
    taken, which then names the speaker.
    """
    sentence = reading.document.sentences[index]
    spans = [
        (max(start, sentence.start), min(end, sentence.end))
        for start, end in attribution.content
        if start < sentence.end and end > sentence.start
    ]
    if not spans:
        return None
    said = Statement("", spans[0][0], spans[-1][1], index)
    words = [reading.document.text[start:end].strip(" ,") for start, end in spans]
    if attribution.kind == "direct":
        quoted = _SPLICE.join(word.strip("\"“”'‘’ ,") for word in words)
        if len(quoted.split()) >= _FEWEST_WORDS:
            return replace(said, text=f"“{quoted}”", is_quoted=True)
    elif _is_stated(reading, attribution, " ".join(words)):
        return replace(said, text=_as_sentence(_COMMENT.sub("", " ".join(words))))
    return _whole_with_speaker(reading, attribution, speaker, index)


def told_by_outlet(reading: Reading, index: int) -> Statement | None:
    """Return the sentence at `index` if it tells a fact and can be read alone."""
    whole = _whole(reading, index)
    written = _NOTE_MARK.sub("", reading.document.sentences[index].text)
    ends = re.search(r"[.!…][\"”’'»)\]]*$", written)
    if whole is None or ends is None or _NOT_TOLD.match(whole.text):
        return None
    tokens = reading.document.tokens_between(whole.start, whole.end)
    if _is_caption(whole.text, tokens):
        return None
    if is_editorial(whole.text) or not (is_clause(tokens) or _has_main_verb(tokens)):
        return None
    return whole if stands_alone(whole.text, tokens) else None


def _is_caption(text: str, tokens: Sequence[Token]) -> bool:
    verb = next((token for token in tokens if token.tag in FINITE), None)
    if verb is None or verb.tag not in ("VBZ", "VBP") or verb.lemma in _SCHEDULED:
        return False
    return _FULL_DATE.search(text) is not None


def _has_main_verb(tokens: Sequence[Token]) -> bool:
    """Say whether a whole sentence has more verbs with a tense than words that open side clauses.

    That is less than `is_clause` asks of a part of a sentence, where it may begin at a participle:
    "Families waiting for news were told" is a sentence, of which "families waiting" is none.
    """
    if tokens[0].tag in _WITHOUT_SUBJECT:
        return False
    openers = sum(token.tag in _OPENING or token.low in _SUBORDINATORS for token in tokens)
    tensed = sum(token.tag in FINITE for token in tokens)
    taken = (_is_past(*three) for three in zip(tokens, tokens[1:], tokens[2:], strict=False))
    return tensed + any(taken) > openers


def _is_past(before: Token, token: Token, after: Token) -> bool:
    """Say whether a past tense was taken for another form: "Prices rose by 3 percent".

    A participle ("the man shot on Monday") stands before no object, and often has a form of its own
    ("risen").
    """
    follows_subject = before.tag.startswith(("NN", "CD", "RB")) or before.text == ","
    if not follows_subject or token.tag not in _TAKEN_FOR_PAST or not can_be(token.text, "VERB"):
        return False
    if past_of(lemma_of(token.low, "VBD")) != token.low:
        return False
    has_object = after.tag in _OPENS_OBJECT and after.low not in _POINTS_AT_TIME
    return has_object or token.low in _PAST_ALONE


def _is_stated(reading: Reading, attribution: Attribution, words: str) -> bool:
    """Say whether the words of an indirect content are a statement that its speaker makes."""
    if is_denial(attribution.verb) or attribution.is_negated:
        return False
    if attribution.verb in _WISHING and not _is_told_as_fact(words):
        return False
    if _may_mean_hearer(words, attribution.hearer):
        return False
    start = attribution.content[0][0]
    before = reading.document.text[max(0, start - 8) : start]
    is_introduced = re.search(r"(?i)\bthat\W*$", before) is not None
    takes_clause = is_introduced or attribution.verb in _TAKE_BARE_CLAUSE
    return takes_clause and is_clause(parse_statement(words).tokens)


def _is_told_as_fact(words: str) -> bool:
    """Say whether the first verb of a clause has a tense or an auxiliary: "masks (should) help"."""
    verbs = (t.tag for t in parse_statement(words).tokens if t.tag in FINITE or t.tag == "VB")
    return next(verbs, "VB") not in ("VB", "VBP")


def _may_mean_hearer(words: str, hearer: str | None) -> bool:
    """Say whether the pronoun that opens a clause may be whoever is told: "told Roe he must go"."""
    pronoun = _THIRD_PERSON.match(words)
    if pronoun is None or hearer is None:
        return False
    heard = parse_statement(hearer).tokens
    is_plural = heard[-1].tag in ("NNS", "NNPS")
    return is_plural == (pronoun.group().lower() == "they")


def _whole(reading: Reading, index: int, *, is_denial: bool = False) -> Statement | None:
    """Return the sentence at `index`; one of a denial keeps the comment that denies."""
    sentence = reading.document.sentences[index]
    text = strip_lead_in(sentence.text)
    if len(text.split()) < _FEWEST_WORDS or text.endswith("?"):
        return None
    kept = text if is_denial else _COMMENT.sub("", text)
    return Statement(_as_sentence(kept), sentence.end - len(text), sentence.end, index)


def _whole_with_speaker(
    reading: Reading, attribution: Attribution, speaker: Speaker, index: int
) -> Statement | None:
    """Return the sentence, with a name for the pronoun that opens it where that is the speaker."""
    whole = _whole(reading, index, is_denial=is_denial(attribution.verb))
    if whole is None:
        return None
    marks = [span[0] for span in (attribution.source, attribution.cue) if span]
    first = min(marks, default=whole.start)
    if _tells_first(reading.document.tokens_between(whole.start, first)):
        return replace(whole, weight=_ASIDE)
    pronoun = _PRONOUN_SUBJECT.match(whole.text)
    if pronoun and first == whole.start and speaker.actor:
        return replace(whole, text=f"{speaker.actor} {whole.text[pronoun.end() :]}")
    return whole


def _tells_first(before: Sequence[Token]) -> bool:
    """Say whether a sentence has told something already before it comes to the speech."""
    return any(token.tag in FINITE for token in before)


def _as_sentence(text: str) -> str:
    """Return `text` with a capital and a stop."""
    words = _NOTE_MARK.sub("", " ".join(text.split())).strip(" ,;:–—")
    words = re.sub(r",([\"”’'])$", r"\1", words)
    if not re.search(r"[.!?…][\"”’'»)\]]*$", words):
        words += "."
    return words[:1].upper() + words[1:]
