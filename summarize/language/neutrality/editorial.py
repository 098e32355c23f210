"""Sentences in which the writer only comments: nothing happened in them and nobody spoke.

The frames are those of explainers and of text generators: a pointing subject with a verb of
significance ("This move underscores …"), open endings ("only time will tell"), announcements of
importance, rhetorical questions. A sentence with a number, a quotation or a speaker is left alone.
"""

import re

_STRAIGHT = str.maketrans("‘’“”", "''\"\"")
_HAS_FACT = re.compile(
    r"(?i)\d|\"|\b(?:said|says|told|tells|according\sto|announced|stated|reported|testified)\b"
)
_POINTER = r"""
    (?:this|that|these|such\sa?|the(?:se|ir|ir\s\w+)?|its|what\shappened)\s?(?:\w+[\s-]){0,3}?
    (?:admission|agreement|alliance|announcement|arrangement|attack|case|change|confirmation
      |conflict|crisis|deal|debate|decision|deployment|development|disclosure|episode|event|finding
      |image|incident|involvement|issue|moment|move|news|outcome|partnership|photo|presence
      |relationship|response|result|revelation|saga|shift|situation|standoff|statement|step|story
      |trend|visit)s?
    (?:\s(?:of|by|in|between|from|with|to|among)\s(?:[^\s,]+\s){0,10}?[^\s,]+(?:,[^,]{0,80},)?)?
"""
_SIGNIFIES = r"""
    (?:(?:also|further|again|only|clearly|once\sagain|could|may|might|will|has|have)\s){0,2}
    (?:underscor(?:es?|ed|ing)|underlin(?:es?|ed)|highlights?|highlighted|illustrat(?:es?|ed)
      |exemplif(?:y|ies)|speaks?\svolumes|(?:serves?|stands?)\sas\sa|is\sa\s(?:stark|grim|clear)
      |rais(?:es?|ed|ing)\s(?:\w+\s){0,3}questions
      |pos(?:es?|ed|ing)\s(?:\w+\s){0,2}(?:challenges?|questions?)
      |adds?\s(?:a|another|new)\s(?:\w+\s)?(?:layer|dimension|chapter)
      |mark(?:s|ed)\s(?:a|an|the)\s(?:\w+\s){0,2}
        (?:moment|turning\spoint|chapter|shift|milestone|departure|escalation|era)
      |signal(?:s|ed|led)\sa\s(?:\w+\s)?(?:shift|new|change|turning)
      |reflects?\s(?:a|the)\s(?:broader|wider|growing|deeper|complex|changing)
      |spark(?:s|ed)\s(?:\w+\s)?(?:debate|speculation|outrage|controversy)
      |merits?\s|has\ssent\sshock|reshap(?:es?|ed|ing)|opens?\sa\snew)
"""
_OPEN_END = r"""
    remains?\sto\sbe\sseen | (?:only\s)?time\s(?:alone\s)?will\stell
  | remains?\san?\sopen\squestion | what\s(?:happens|comes)\snext\s(?:is|remains)
  | (?:the\s)?(?:work|story|fight|saga)\s(?:is|isn't|is\snot)\s(?:far\sfrom\s)?over
  | all\seyes\s(?:are|will) | (?:the\s)?world\s(?:is|will\sbe)\swatching
  | as\s(?:global|international|world|public|all)\sattention
  | (?:the\s)?situation\s(?:remains|is)\s(?:\w+ly\s)?
      (?:tense|fluid|complex|volatile|delicate|uncertain)
  | as\s(?:the\s(?:situation|story|conflict|crisis|case)|events?|details)\s
      (?:continues?|evolves?|unfolds?|develops?)
  | continue\sto\semerge | a\sfocal\spoint | at\sa\scrossroads
  | the\sstakes\s(?:are|could|have|couldn't)
  | (?:far-reaching|profound|serious|significant|broader)\s
      (?:implications|ramifications|consequences)\sfor
  | geopolitical\s(?:ramifications|implications|significance|landscape|chess)
  | (?:complex|intricate)\s(?:web|tapestry|interplay|dance)
  | a\stestament\sto | a\s(?:stark|sobering|grim|timely|powerful)\sreminder | close\sscrutiny\sas
  | (?:complicating|reshaping|redefining|altering)\s(?:the\s)?(?:\w+\s){0,3}
      (?:dynamics|landscape|perceptions|order|balance)
  | boots\son\sthe\sground | questions\sabout\sthe\s(?:nature|future|direction|credibility)
  | to\sface\s(?:\w+\s){0,2}(?:challenges|questions|scrutiny)
"""
_OPENING = r"""
    (?:(?:but|and|so|yet|still|now),?\s)?
    (?:in\s(?:summary|conclusion|essence|the\send|sum) | to\ssum\s(?:it\s)?up | all\sin\sall
      | make\sno\smistake | one\sthing(?:\sis|'s)\s(?:clear|certain)
      | it(?:\sis|'s)\s(?:clear|no\s(?:secret|surprise|wonder)|safe\sto\ssay|fair\sto\ssay)
      | there(?:\sis|'s)\sno\s(?:doubt|denying|question) | let(?:\sus|'s)\sbe
      | needless\sto\ssay | stay\stuned | consider\sthis | imagine | perhaps\smost
      | the\s(?:question|truth|fact|reality|bottom\sline)\s(?:now\s)?(?:is|remains)
      | (?:no|little|small)\swonder | this\sis\s(?:not\s)?(?:just|only|merely|about|why)
    )(?=\W|$)
"""
_FRAMES = tuple(
    re.compile(frame, re.VERBOSE | re.IGNORECASE)
    for frame in (
        rf"^(?:\w+,?\s){{0,2}}?{_POINTER}\s{_SIGNIFIES}",
        rf"(?<!\w)(?:{_OPEN_END})(?!\w)",
        rf"^(?:{_OPENING})",
    )
)


_QUOTED = re.compile(r"\"[^\"]*\"")
_SLANG = re.compile(r"(?i)\b(?:gotta|gonna|wanna|kinda|sorta|ain't|y'all|dunno|lemme|nope|yup)\b")
"""No reporter's word: outside quotation marks it is a columnist's, as an exclamation is."""


def is_editorial(text: str) -> bool:
    """Say whether the sentence `text` comments and tells no fact of its own."""
    straight = text.translate(_STRAIGHT).strip()
    if _SLANG.search(_QUOTED.sub("", straight)) or straight.endswith("!"):
        return True
    if _HAS_FACT.search(straight):
        return False
    return straight.endswith("?") or any(frame.search(straight) for frame in _FRAMES)
