"""One spelling for words that English writes in several ways.

British and American forms, abbreviated months, weekdays and titles, ordinals in digits, accents.
What is spelt alike here is the same word; what merely means the same is not.
"""

import unicodedata
from functools import lru_cache

from summarize.language.calendar import MONTHS, WEEKDAYS

_WRITTEN_OUT = (
    {month[:3]: month for month in MONTHS if month != "may"}
    | {"sept": "september"}
    | {
        short: day
        for day, short in zip(
            WEEKDAYS, ("mon", "tues", "wed", "thurs", "fri", "sat", "sun"), strict=True
        )
    }
    | {
        "gen": "general", "sen": "senator", "rep": "representative", "gov": "governor",
        "col": "colonel", "lt": "lieutenant", "capt": "captain", "sgt": "sergeant",
        "maj": "major", "adm": "admiral", "brig": "brigadier", "prof": "professor",
        "rev": "reverend", "pres": "president", "cmdr": "commander", "dr": "doctor",
        "dept": "department", "govt": "government", "vs": "versus", "approx": "approximately",
    }
)  # fmt: skip
"""Abbreviations that are written with a stop, without it; "sun" and "mon" too need their stop."""

_ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(),
        start=1,
    )
} | {
    word: number * 10
    for number, word in enumerate(
        "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split(),
        start=2,
    )
}  # fmt: skip
_WORDS = {
    "programme": "program", "grey": "gray", "judgement": "judgment", "aeroplane": "airplane",
    "tonnes": "tonne", "defence": "defense", "offence": "offense", "licence": "license",
    "pretence": "pretense", "practise": "practice", "enrol": "enroll", "fulfil": "fulfill",
    "skilful": "skillful", "cheque": "check", "kerb": "curb", "tyre": "tire", "plough": "plow",
    "mum": "mom", "storey": "story", "storeys": "stories", "whilst": "while", "amongst": "among",
    "towards": "toward", "afterwards": "afterward", "ageing": "aging", "instalment": "installment",
    "sceptical": "skeptical", "sceptic": "skeptic", "sulphur": "sulfur", "mould": "mold",
    "cosy": "cozy", "jewellery": "jewelry", "moustache": "mustache", "pyjamas": "pajamas",
    "per cent": "percent", "ok": "okay", "adviser": "advisor", "advisers": "advisors",
}  # fmt: skip
_ENDINGS = (
    ("isation", "ization"), ("isations", "izations"), ("ising", "izing"), ("ised", "ized"),
    ("ises", "izes"), ("ise", "ize"), ("yse", "yze"), ("ysed", "yzed"), ("ysing", "yzing"),
    ("our", "or"), ("ours", "ors"), ("oured", "ored"), ("ouring", "oring"), ("ourable", "orable"),
    ("oural", "oral"), ("ourite", "orite"), ("ourites", "orites"), ("ourhood", "orhood"),
    ("tre", "ter"), ("tres", "ters"), ("ogue", "og"), ("ogues", "ogs"), ("elling", "eling"),
    ("elled", "eled"), ("eller", "eler"), ("ellers", "elers"), ("alled", "aled"),
    ("aemia", "emia"), ("paedic", "pedic"), ("ences", "enses"),
)  # fmt: skip
"""British endings by American ones; the key is only compared, so an odd word does no harm."""
_LONGEST_FIRST = tuple(sorted(_ENDINGS, key=lambda pair: -len(pair[0])))
_SHORTEST_FOLDED = 6


@lru_cache(maxsize=50_000)
def fold_spelling(word: str) -> str:
    """Return the form by which `word` is compared: lower case, one spelling."""
    low = _without_accents(word.lower())
    if word.endswith(".") and len(word) > 1:
        low = low.replace(".", "")
        low = _WRITTEN_OUT.get(low, low)
    if low in _WRITTEN_OUT and len(low) > 3:
        return _WRITTEN_OUT[low]
    ordinal = _ordinal(low)
    if ordinal is not None:
        return f"{ordinal}th"
    if low in _WORDS:
        return _WORDS[low]
    if len(low) >= _SHORTEST_FOLDED:
        for british, american in _LONGEST_FIRST:
            if low.endswith(british):
                return low.removesuffix(british) + american
    return low


def _without_accents(low: str) -> str:
    if low.isascii():
        return low
    plain = unicodedata.normalize("NFKD", low)
    return "".join(char for char in plain if not unicodedata.combining(char))


def _ordinal(low: str) -> int | None:
    if low in _ORDINALS:
        return _ORDINALS[low]
    digits = low[:-2]
    if low.endswith(("st", "nd", "rd", "th")) and digits.isdigit():
        return int(digits)
    return None
