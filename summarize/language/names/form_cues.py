"""What the form of a name tells of its kind: endings, initials, particles, known given names."""

import re
from collections.abc import Iterator, Sequence

from summarize.language.names import gazetteer, organisations, titles
from summarize.language.names.candidates import Candidate
from summarize.language.names.lexis import is_common

_SURNAME_FORM = re.compile(
    r".{2,}(?:ov|ova|ev|eva|sky|skyi|skyy|skiy|ski|ska|enko|chuk|yuk|vych|vich|vić|ić|ić|dze|"
    r"shvili|yan|ian|escu|oğlu|oglu|sson|ssen|zadeh|pour|wala|elli|ucci|etti|quez|guez|andez)$"
    r"|(?:Mc|Mac|O'|O’|D'|Fitz)[A-Z]\w+$|(?:al|el|Al|El)-[A-Z]\w+$"
)
_PLACE_FORM = re.compile(
    r".{2,}(?:stan|burg|ville|grad|shire|abad|pur|polis|bury|borough|stadt|fjord|dorf|ivka|"
    r"iivka|hausen|ingham|mouth|haven)$"
)
_COMPANY_FORM = re.compile(
    r"(?:therapeutics|pharma|tech|soft|corp|bank|gen|media|ware|net|air|jet|com|bio|systems|foods?|"
    r"oil|gas|steel|power|insurance|logistics|robotics|semiconductor|brands|labs|auto)s?$"
)
_ARTICLE = re.compile(r"(?:[ae]l|[ae][dnrstz]|ul)-[A-Z]", re.IGNORECASE)
_ACRONYM = re.compile(r"(?:[A-Z]\.?&?){2,6}$|[A-Z]{1,4}\d{1,2}$")
_CAMEL = re.compile(r"[A-Z]?[a-z]+[A-Z]\w+$|\w+\.com$")


def form_cues(candidate: Candidate) -> Iterator[str]:
    """Yield the cues that a candidate's own words give; the gazetteer settles what it knows."""
    texts = [word.text for word in candidate.words]
    if candidate.title:
        yield "title"
    if candidate.entry is not None:
        yield f"known {candidate.entry.kind}"
    elif candidate.kind in ("organisation", "place"):
        yield f"{candidate.kind} head"
    if candidate.entry is not None:
        return
    if len(texts) > 1:
        yield from _full_name_cues(texts)
    else:
        yield from _single_word_cues(texts[0])
    if candidate.kind is None:
        yield from _unknown_cues(texts)


def _full_name_cues(texts: Sequence[str]) -> Iterator[str]:
    is_given = gazetteer.is_given_name(texts[0]) or gazetteer.is_given_name(texts[0].split("-")[0])
    if is_given and texts[0].lower() not in titles.ROYALTY:
        yield "given name first"
    if gazetteer.is_east_asian_surname(texts[0]) and len(texts) <= 3:
        yield "surname before given name"
    if any(text in organisations.PARTICLES or _ARTICLE.match(text) for text in texts):
        yield "particle"
    if any(len(text) == 2 and text[1] == "." for text in texts[:2]):
        yield "initial"


def _single_word_cues(text: str) -> Iterator[str]:
    if _ACRONYM.match(text) and not (len(text) > 3 and is_common(text)):
        yield "acronym"
    elif is_common(text):
        yield "plain word"
    elif gazetteer.is_given_name(text):
        yield "given name alone"


def _unknown_cues(texts: Sequence[str]) -> Iterator[str]:
    last = texts[-1]
    if gazetteer.is_surname(last):
        yield "surname"
    if _SURNAME_FORM.match(last):
        yield "form of a surname"
    if _COMPANY_FORM.search(last):
        yield "form of a company"
    if _PLACE_FORM.match(last):
        yield "form of a place"
    if len(texts) > 1 and texts[0].lower() in organisations.PLACE_OPENERS:
        yield "place opener"
    if any(_CAMEL.match(text) and not _SURNAME_FORM.match(text) for text in texts):
        yield "camel case"
    plain = [text for text in texts if not gazetteer.is_given_name(text)]
    if len(texts) > 1 and all(is_common(text) for text in texts):
        yield "common words"
    elif len(texts) > 1 and any(is_common(t) and not gazetteer.is_surname(t) for t in plain):
        yield "common word"
