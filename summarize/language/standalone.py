"""Whether a statement can be read alone, and what to cut from its front so that it can."""

import re
from collections.abc import Sequence
from itertools import pairwise

from summarize.language.document import Token
from summarize.language.morphology import can_be, lemma_of
from summarize.language.names.gazetteer import look_up
from summarize.language.names.titles import is_person_noun, title_length
from summarize.language.verb_forms import FINITE

_LEAD_IN = re.compile(
    r"""(?ix)^(?:[-–—•*·▪]\s+)?(?:
      (?:update|updated|breaking|breaking\ news|developing|exclusive|watch|correction
      |why\ it\ matters|driving\ the\ news|what['’]s\ (?:happening|new|next)|catch\ up\ quick
      |what\ (?:they['’]re\ saying|we['’]re\ watching|to\ (?:know|watch))|between\ the\ lines
      |the\ (?:big\ picture|bottom\ line|backdrop|latest|details|intrigue|state\ of\ play)
      |state\ of\ play|by\ the\ numbers|zoom\ (?:in|out)|yes,\ but|flashback|go\ deeper
      |details|context|background):\s+
    | (?:and|but|yet|or|plus|nor)\s+(?=[^,\s])
    | so\s+(?=[^,\s])(?!(?:many|much|few|little|far|long|great|large|big|small|high|low|bad|good
      |strong|weak|severe|serious|intense|close|fast|often|\w+ly)\b)
    | however\s+(?=(?:there|the|it|he|she|they|no|some|this)\b)
    | (?:however|meanwhile|moreover|furthermore|additionally|also|besides|still|indeed|instead
      | nevertheless|nonetheless|notably|interestingly|importantly|significantly|surprisingly
      | crucially|unsurprisingly|ironically|curiously|tellingly|predictably|thus|therefore|hence
      | consequently|overall|finally|lastly|firstly|secondly|thirdly|then|conversely|similarly
      | likewise|ultimately|clearly|obviously|sadly|unfortunately|fortunately|separately),\s*
    | (?:in\ (?:addition|fact|summary|short|conclusion|particular|contrast|response|turn)
      | in\ other\ words|as\ a\ result|for\ (?:example|instance|one\ thing|now)|of\ course
      | to\ be\ (?:sure|clear)
      | in\ an?\ (?:\w+\ )?(?:development|turn|twist|move|step)
        (?:\ of\ events)?(?:\ that\b[^,.]*)?
      | on\ the\ other\ hand|at\ the\ same\ time|by\ contrast|that\ said
      | (?:despite|amid|notwithstanding|alongside)\ (?:this|that|these|those)(?:\ \w+){0,2}
      | after\ all
      | on\ top\ of\ that|what['’]s\ more|not\ surprisingly|even\ so|all\ the\ same),\s*
    )*"""
)
_NOMINAL = ("NN", "PRP", "CD", "EX", "DT")
_SUBORDINATORS = frozenset("because although though if while".split())
_PERSONAL = frozenset("he she him his her hers himself herself".split())
_SINGULAR = frozenset("it its itself".split())
_PLURAL = frozenset("they them their theirs themselves".split())
_COLLECTIVE = frozenset("police people military government team company army family".split())
_POINTING = frozenset("this that these those such here there".split())
_REGIONS = frozenset("western eastern northern southern central soviet".split())
"""Adjectives that are names where they have a capital ("Western officials")."""

_PREFIXES = frozenset("pro anti non ex mid pre post semi co self multi all".split())
_DEICTIC = frozenset("i me my we us our you your".split())
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_EXPLETIVE = re.compile(
    r"(?i)^it\s+(?:(?:is|was|has been|had been|will be|may be|remains?|remained|became|seems?)\s+)"
    r"(?:still\s+|also\s+|now\s+|not\s+|yet\s+|immediately\s+)*"
    r"(?:un\w+|clear|possible|likely|known|reported|believed|thought|understood|alleged|expected)\b"
)
_OPENING_MARKS = (",", ".")
_SUBJECT_PRONOUNS = frozenset("he she it they this that these those".split())
_INVERTING = frozenset("did do does had have has".split())
_INVERTED = 4
"""Tokens in which "Little did she know" sets its verb before its subject."""

_EXISTING = frozenset("be have remain exist seem appear".split())
_ELLIPTIC = re.compile(
    r"(?i)^(?:the (?:latter|former|same|other|others|two|pair|duo|move|decision|news|latest)"
    r"|(?:at|around|by|before|until|since) (?:that|the|this) (?:same )?time(?=,)"
    r"|(?:earlier|later) (?:in the day|that (?:day|night|week|month|year|evening|morning))"
    r"|(?:that|the (?:same|next|following)) (?:day|night|week|month|year|evening|morning)(?=,)"
    r"|(?:\w+ ){0,2}(?:moments?|minutes?|hours?|days?|weeks?|months?|years?) (?:later|earlier)\b"
    r"|(?:in|on|of|for|with|by) the (?:first|second|third|other|others|latter|former)(?=,)"
    r"|the (?:first|second|third)(?= (?:is|was|has|had|will|would|came|says|said)\b)"
    r"|(?:(?:just|shortly|long|soon|right) )?(?:after|before|since|following|under|in|with|by"
    r"|during|from|at|on|for|to|through) (?:this|that|these|those)(?: \w+){0,3}(?=,\s\D)"
    r"|the (?:man|woman|boy|girl|couple|suspect|victim|gunman|driver|teenager)"
    r"(?! (?:who|whose|whom|accused|charged|arrested|suspected|identified|known|named|convicted"
    r"|killed|shot|found|seen)\b)"
    r"|the incident|then|another(?! (?:[\d$€£]|\w+ (?:million|billion|people)\b))|others|neither"
    r"|both(?! (?:the|sides|houses|chambers|\w+ and)\b)|doing so|to do so"
    r"|one of (?:them|these|those))\b"
)

_UNNAMED_SPEAKER = re.compile(
    r"(?i)[,”\"]\s+(?:(?:he|she|it|they)\s+(?:said|says|added|wrote|told|noted|claimed|stated)\b"
    r"|(?:said|says|added)\s+(?:he|she|it|they)\b)"
)


def strip_lead_in(text: str) -> str:
    """Cut connectives and comments ("However, …") from the front of `text` and capitalise it."""
    cut = _LEAD_IN.sub("", text)
    return cut[:1].upper() + cut[1:] if cut else text


def stands_alone(text: str, tokens: Sequence[Token]) -> bool:
    """Say whether a reader who sees only `text` knows what each of its pronouns means.

    `tokens` are those of `text`. A pronoun that follows a noun of the same statement is taken to
    mean it; one that opens the statement is not, nor is a pointing word ("This move").
    """
    if not tokens or _is_cut(text):
        return False
    if _EXPLETIVE.match(text):
        return True
    if tokens[0].low in _POINTING:
        return _is_existential(tokens, 0)
    return not _leans_behind_opening(text, tokens) and _are_explained(text, tokens)


def _are_explained(text: str, tokens: Sequence[Token]) -> bool:
    """Say whether each pronoun follows a noun that it can mean.

    "I" and "we" inside quotation marks mean whoever is quoted, whom the rest of the text names.
    """
    quoted = _in_quotation(text, tokens)
    has_speaker = any(token.tag.startswith("NN") and token not in quoted for token in tokens)
    has_noun = has_name = has_many = False
    for place, token in enumerate(tokens):
        low = token.low
        if low in ("there", "here") and not _is_existential(tokens, place):
            return False
        if low == "this" and token.tag == "DT" and _ends_phrase(tokens, place):
            return False
        is_told = has_speaker and token in quoted
        if low in _DEICTIC and token.text not in ("US", "I.") and not is_told:
            return False
        if (low in _PERSONAL and not has_name) or (low in _SINGULAR and not has_noun):
            return False
        if low in _PLURAL and not has_many:
            return False
        is_person = token.tag == "NN" and is_person_noun(token.lemma)
        has_name = has_name or token.tag.startswith("NNP") or is_person
        has_noun = has_noun or token.tag.startswith("NN")
        is_many = token.tag in ("NNS", "NNPS", "CD") or low in _COLLECTIVE
        has_many = has_many or is_many or (low == "and" and has_noun)
    return True


def _ends_phrase(tokens: Sequence[Token], place: int) -> bool:
    """Say whether nothing or a mark follows: "to describe this." points at another sentence."""
    following = tokens[place + 1 : place + 2]
    return not following or not following[0].text[:1].isalnum()


def _in_quotation(text: str, tokens: Sequence[Token]) -> set[Token]:
    """Return the tokens of `text` that stand inside quotation marks."""
    spans = [match.span() for match in _QUOTED.finditer(text)]
    first = tokens[0].start
    return {token for token in tokens if any(a < token.start - first < b for a, b in spans)}


def _is_cut(text: str) -> bool:
    """Say whether something that `text` needs stands in another sentence, by its form alone."""
    is_open = text.count("(") != text.count(")") or ". . ." in text
    return is_open or bool(_ELLIPTIC.match(text) or _UNNAMED_SPEAKER.search(text))


def _leans_behind_opening(text: str, tokens: Sequence[Token]) -> bool:
    """Say whether the subject behind a verbless opening points back: "By noon, it had sunk"."""
    verb = next((i for i, token in enumerate(tokens) if token.tag in FINITE), len(tokens))
    marks = (i for i in range(1, verb) if tokens[i].text in _OPENING_MARKS)
    mark = next(marks, None)
    if mark is None or mark + 1 >= verb:
        return any(
            one.low in _INVERTING and two.tag == "PRP" for one, two in pairwise(tokens[:_INVERTED])
        )
    subject = tokens[mark + 1]
    rest = text[subject.start - tokens[0].start :]
    if _EXPLETIVE.match(rest):
        return False
    is_pronoun = subject.low in _SUBJECT_PRONOUNS and subject.tag in ("PRP", "DT", "IN", "WDT")
    return (is_pronoun and mark + 2 == verb) or subject.low in ("both", "neither", "another")


def _is_existential(tokens: Sequence[Token], place: int) -> bool:
    """Say whether "there" only says that something is: it stands before "is" or "will be"."""
    following = tokens[place + 1 : place + 2]
    is_verb = bool(following) and (following[0].tag == "MD" or following[0].lemma in _EXISTING)
    is_place = place > 0 and tokens[place - 1].tag.startswith("NN")
    return tokens[place].low == "there" and is_verb and not is_place


def lower_opening(text: str, tokens: Sequence[Token]) -> str:
    """Return `text` as it reads inside a longer sentence: a small letter unless a name opens it.

    `tokens` are those of `text`.
    """
    if not tokens or not text:
        return text
    first = tokens[0]
    if _is_plain_compound(first):
        return text[:1].lower() + text[1:]
    if look_up(first.text) is not None:
        return text
    title = title_length([token.text for token in tokens])
    if title > 1 and tokens[title - 1].text[0].isupper():
        return text  # "Secretary of State"
    is_plain = first.tag in ("DT", "PRP", "PRP$", "IN", "CD", "EX", "PDT", "RB") or any(
        can_be(first.text, upos) for upos in ("NOUN", "VERB", "ADJ", "ADV")
    )
    is_title = len(tokens) > 1 and tokens[1].tag.startswith("NNP")
    is_people = is_person_noun(lemma_of(first.low, "NNS")) or first.low in _COLLECTIVE
    if is_people and not is_title and first.text[1:].islower():
        return text[:1].lower() + text[1:]
    is_name = first.tag.startswith("NNP") or first.text == "I" or first.low in _REGIONS
    if is_name or not is_plain:
        return text
    return text if first.text[1:] != first.text[1:].lower() else text[:1].lower() + text[1:]


def _is_plain_compound(first: Token) -> bool:
    """Say whether a hyphened word has no name in it, or only behind a prefix: "Pro-Russian"."""
    opening, mark, rest = first.text.partition("-")
    if not mark or not rest or not opening[1:].islower():
        return False
    if opening.lower() in _PREFIXES:
        return True
    is_word = any(can_be(opening, upos) for upos in ("NOUN", "VERB", "ADJ", "ADV"))
    return rest.islower() and is_word and look_up(opening) is None


def is_clause(tokens: Sequence[Token]) -> bool:
    """Say whether `tokens` make a statement: something nominal, then a finite verb of its own.

    The first verb decides: in "the government to allow inspectors" it is not finite. A verb behind
    "who" or ", when" belongs to a side clause: "May 1989, when the wall fell" states nothing.
    """
    words = [token for token in tokens if token.tag[:1].isalpha()]
    if not words or words[0].tag in ("TO", "VBG", "VBN", "VB", "WDT", "WP", "MD", "RP"):
        return False
    side_clauses = 0
    behind_comma = {b for a, b in pairwise(tokens) if a.text == ","}
    for place, token in enumerate(words):
        before = words[place - 1] if place else token
        is_opener = token.tag in ("WDT", "WP", "WRB") or token.low in _SUBORDINATORS
        if is_opener or (token.low == "as" and token in behind_comma):
            side_clauses += 1
        elif token.tag in FINITE and side_clauses:
            side_clauses -= 1
        elif token.tag in FINITE:
            return any(word.tag.startswith(_NOMINAL) for word in words[:place])
        elif _is_bare(token, before) and not side_clauses:
            return False
    return False


def _is_bare(token: Token, before: Token) -> bool:
    """Say whether a verb without tense follows its noun: "inspectors to", "officials waiting"."""
    if token.tag not in ("TO", "VBG", "VB") or not before.tag.startswith(_NOMINAL):
        return False
    return token.tag != "VBG" or before.tag != "DT"
