"""Changes that keep the meaning: marks, spaces, spellings, numerals, and what may be left out."""

import re
from collections.abc import Iterator

from tests.changes.edits import (
    Operator,
    cut,
    is_negative,
    lower_first,
    put,
    replace_all,
    tag_at,
    tokens_of,
    word_at,
)
from tests.changes.tables import (
    COURTESIES,
    INITIALS,
    MONTH_NAMES,
    NUMBER_WORDS,
    OPENINGS,
    SHORT_MONTHS,
    SHORT_UNITS,
    SPELLINGS,
)

_NO_COUNT = re.compile(
    r"(?i)\b(?:all|every|each|only|always|ever|most|least|first|last|any|if|unless|whole|entire)\b|\w{3,}est\b"
)
"""Words that make a sentence say more when its time is left out."""


def turn_quotes(sentence: str) -> Iterator[str]:
    """Make curly quotation marks straight, and paired straight ones curly."""
    straight = sentence.translate(str.maketrans("“”‘’", "\"\"''"))
    if straight != sentence:
        yield straight
    if '"' in sentence and sentence.count('"') % 2 == 0:
        marks = iter("“”" * (sentence.count('"') // 2))
        yield re.sub('"', lambda _: next(marks), sentence)
    if re.search(r"(?<=\w)'(?=\w)", sentence):
        yield re.sub(r"(?<=\w)'(?=\w)", "’", sentence)


def turn_dashes(sentence: str) -> Iterator[str]:
    """Put one kind of dash for another, between words and in ranges of numbers."""
    for old, new in ((" — ", " – "), (" – ", " — "), (" -- ", " — "), ("—", " — ")):
        if old in sentence and (old != "—" or " — " not in sentence):
            yield sentence.replace(old, new)
    if re.search(r"(?<![\d-])\d+–\d+(?![\d–-])", sentence):
        yield re.sub(r"(?<=\d)–(?=\d)", "-", sentence)


def turn_spaces(sentence: str) -> Iterator[str]:
    """Double a space, and make one that does not break."""
    if " " in sentence.strip():
        yield sentence.replace(" ", "  ", 1)
        yield sentence.replace(" ", "\u00a0")
        yield f" {sentence}  "


def turn_separators(sentence: str) -> Iterator[str]:
    """Leave the commas out of great numbers, or put them in; 1,984 could be read as a year."""
    for match in re.finditer(r"(?<![\w.,–-])\d{2,3}(?:,\d{3})+(?![\d,]\d|\.\d|[–-])\b", sentence):
        yield put(sentence, *match.span(), match.group().replace(",", ""))
    for match in re.finditer(r"(?<![\w.,#/-])(?:[$€£])?(?P<n>\d{5,9})(?= [a-z])", sentence):
        yield put(sentence, *match.span("n"), f"{int(match['n']):,}")


_VALUES = {str(value): word for word, value in NUMBER_WORDS.items()}


def turn_numerals(sentence: str) -> Iterator[str]:
    """Write "twelve" for "12" and back, where a plural noun follows that is no unit of money."""
    noun = (
        r"(?= (?!and\b|or\b|to\b)[a-z]{3,}s\b)(?! (?:percent|pounds|dollars|euros|pence|cents)\b)"
    )
    for match in re.finditer(
        rf"(?<![\w.,:/$€£#–-])(?<!No )(?<!and )(?P<n>\d{{1,2}}){noun}", sentence
    ):
        if match["n"] in _VALUES and not _is_date(sentence, match):
            yield put(sentence, *match.span("n"), _VALUES[match["n"]])
    for match in re.finditer(rf"(?<![\w-])(?P<n>{'|'.join(NUMBER_WORDS)}){noun}", sentence):
        if not re.search(r"\b(?:and|hundred|thousand) $", sentence[: match.start()]):
            yield put(sentence, *match.span("n"), str(NUMBER_WORDS[match["n"]]))


def _is_date(sentence: str, match: re.Match[str]) -> bool:
    return bool(re.search(rf"\b(?:{'|'.join(MONTH_NAMES)}),? $", sentence[: match.start()]))


def turn_percent(sentence: str) -> Iterator[str]:
    """Write "%", "percent" or "per cent" for each other."""
    for match in re.finditer(r"(?<=\d)(?P<sign>%| percent| per cent)(?![\w-])", sentence):
        for new in ("%", " percent", " per cent"):
            if new != match["sign"]:
                yield put(sentence, *match.span(), new)


def expand_contractions(sentence: str) -> Iterator[str]:
    """Write "did not" for "didn't", "they are" for "they're", "we will" for "we'll"."""
    if "?" in sentence:
        return
    whole = {"ca": "cannot", "wo": "will not"}
    for match in re.finditer(r"\b(?P<verb>[A-Za-z]+?)n['’]t\b", sentence):
        verb = match["verb"]
        if verb.lower() not in ("ai", "sha"):
            yield put(sentence, *match.span(), whole.get(verb.lower(), f"{verb} not"))
    for match in re.finditer(
        r"(?i)\b(?:they|we|you|I|he|she|it)(?P<end>['’](?:re|ll|ve|m))\b", sentence
    ):
        ends = {"re": " are", "ll": " will", "ve": " have", "m": " am"}
        yield put(sentence, *match.span("end"), ends[match["end"][1:].lower()])


def contract(sentence: str) -> Iterator[str]:
    """Write "didn't" for "did not"; questions turn it round."""
    if "?" not in sentence:
        for match in re.finditer(
            r"\b(?:is|are|was|were|did|does|do|has|have|had|would|could|should) not\b(?! only)",
            sentence,
        ):
            yield put(sentence, *match.span(), match.group()[:-4] + "n't")


def turn_units(sentence: str) -> Iterator[str]:
    """Write "kilometres" for "km" and back, behind a number."""
    yield from replace_all(sentence, SHORT_UNITS, r"(?<=\d) {}(?![\w/])")


def drop_courtesy(sentence: str) -> Iterator[str]:
    """Leave "Mr" or "President" out before a full name that no other word leads."""
    titles = "|".join(re.escape(title) for title in sorted(COURTESIES, key=len, reverse=True))
    name = r"(?=[A-Z][a-zà-ž'’-]+ [A-Z][a-zà-ž'’-]+\b)"
    words = "that|and|but|with|by|to|from|of|as|said|told|while|when|after|before"
    lead = rf"(?:^|[“\"(]|, |\b(?:{words}) )"
    for match in re.finditer(rf"{lead}(?P<title>(?:{titles}) ){name}", sentence):
        yield sentence[: match.start("title")] + sentence[match.end("title") :]


def drop_tail(sentence: str) -> Iterator[str]:
    """Leave out a closing ", which …" or ", who …"."""
    match = re.search(r", (?:which|who|whose) [^,;:“”\"()—–?]+(?=\.[”\"]?$)", sentence)
    if (
        match
        and " " in sentence[: match.start()]
        and not re.search(r"\b(?:asked|wondered)$", sentence[: match.start()])
    ):
        yield sentence[: match.start()] + sentence[match.end() :]


def drop_opening(sentence: str) -> Iterator[str]:
    """Leave out "However, " and the like, and a time at the head where it limits nothing else."""
    match = re.match(rf"(?:{'|'.join(OPENINGS)}), (?=\w)", sentence)
    if match:
        yield cut(sentence, *match.span())
    day = re.match(
        r"(?:On|Late on|Early on) [A-Z][a-z]+day(?: (?:morning|afternoon|evening|night))?, (?=\w)",
        sentence,
    )
    if day and not is_negative(sentence) and not _NO_COUNT.search(sentence[day.end() :]):
        yield cut(sentence, *day.span())


def turn_initials(sentence: str) -> Iterator[str]:
    """Write "US" for "U.S." and back; at the end of a sentence a stop would be lost."""
    if not sentence.isupper():
        yield from replace_all(sentence, INITIALS, r"(?<![\w.]){}(?![\w.]|$)")


def turn_months(sentence: str) -> Iterator[str]:
    """Write "September" for "Sept." and back, before a day or a year."""
    yield from replace_all(sentence, SHORT_MONTHS, r"\b{}(?= \d)")


def turn_spelling(sentence: str) -> Iterator[str]:
    """Write British words the American way and back; names keep their letters."""
    for token in tokens_of(sentence):
        if token.text in SPELLINGS:
            yield put(sentence, token.start, token.end, SPELLINGS[token.text])


def turn_that(sentence: str) -> Iterator[str]:
    """Leave "that" out behind "said", or put it in before a pronoun with its verb."""
    for match in re.finditer(
        r"\b(?:said|says)(?P<that> that)(?= (?:he|she|they|it|we|the|[A-Z][a-z]+)\b)", sentence
    ):
        yield cut(sentence, *match.span("that"))
    tokens = tokens_of(sentence)
    for i, token in enumerate(tokens[:-2]):
        has_clause = word_at(tokens, i + 1) in ("he", "she", "they", "it", "we")
        is_verb = tag_at(tokens, i + 2) in ("VBD", "VBZ", "VBP", "MD")
        if token.text in ("said", "says") and has_clause and is_verb:
            yield put(sentence, token.end, token.end, " that")


def turn_report(sentence: str) -> Iterator[str]:
    """Put the speaker last: "Kovar said that it burnt." becomes "It burnt, Kovar said."."""
    match = re.fullmatch(
        r"(?P<who>[A-Z][^,;:“”\"()]{2,40}?) said that (?P<what>[^,;:“”\"()?]+)\.", sentence
    )
    if match and not re.search(
        r"\b(?:said|and|but|not|who|that|which|had)\b", match["who"] + match["what"]
    ):
        what = match["what"][:1].upper() + match["what"][1:]
        yield f"{what}, {lower_first(match['who'])} said."


RESTATEMENTS: dict[str, Operator] = {
    "quotes": turn_quotes,
    "dashes": turn_dashes,
    "spaces": turn_spaces,
    "separators": turn_separators,
    "numerals": turn_numerals,
    "percent": turn_percent,
    "contractions_expanded": expand_contractions,
    "contracted": contract,
    "units": turn_units,
    "courtesy_dropped": drop_courtesy,
    "tail_dropped": drop_tail,
    "opening_dropped": drop_opening,
    "initials": turn_initials,
    "months": turn_months,
    "spelling": turn_spelling,
    "that": turn_that,
    "report_turned": turn_report,
}
