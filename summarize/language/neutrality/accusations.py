"""A crime or a wrong stated of somebody by name, with no word of who says so.

The verbs are those whose meaning holds the wrong ("embezzle", "lie"), not the act that may be one
("kill", "take"). What a court found, what is alleged, denied, asked or only possible is no
accusation of the writer's, nor is what the sentence gives a speaker (AP Stylebook, "allege").
"""

import re
from collections.abc import Iterator, Sequence

from summarize.language.document import Document, Token
from summarize.language.names import Names, find_names
from summarize.language.quotations import find_attributions
from summarize.language.quotations.find import read_lines
from summarize.language.quotations.lines import Line, subject_before
from summarize.language.quotations.quotes import Span, find_quotations
from summarize.language.speech_verbs import SPEECH_NOUNS
from summarize.language.verb_forms import BE, HAVE

_WRONGS = frozenset(
    "abduct batter bilk blackmail bribe brutalise brutalize cheat collude connive conspire "
    "deceive defame defraud desecrate embezzle enslave extort falsify fabricate harass incite "
    "kidnap launder lie loot massacre mislead molest murder perjure persecute pillage plagiarise "
    "plagiarize plunder rape rig rob sabotage smuggle stalk steal swindle torture traffic "
    "vandalise vandalize".split()
)
_BREACHED = frozenset(
    "law constitution treaty ceasefire truce agreement right rule sanction embargo convention oath "
    "charter airspace border sovereignty resolution contract privacy".split()
)
_BREACHES = frozenset("violate breach break flout infringe".split())
_CRIMES = frozenset(
    "crime offence offense murder fraud perjury treason genocide atrocity abuse rape assault "
    "robbery theft forgery arson espionage massacre felony".split()
)
_COMMITS = frozenset("commit perpetrate".split())
_ATTRIBUTING = re.compile(
    r"(?i)\b(?:alleg\w*|accus\w*|charg(?:e|es|ed|ing)|convict\w*|guilty|acquit\w*|indict\w*"
    r"|sentenced?|suspect\w*|court\w*|jur(?:y|or|ors)|judges?|trials?|prosecut\w*|plead\w*|pled"
    r"|reported(?:ly)?|according|den(?:y|ies|ied|ial)|lawsuit|sued?|complaints?|claim\w*"
    r"|testif\w*|inquiry|investigat\w*|ruled|verdict|probe|report|reports|sa(?:y|ys|id)|told"
    r"|announced|finds?|found|conclude[sd]?|determine[sd]?|show(?:s|ed)?|reveal(?:s|ed)?"
    r"|if|whether|would|could|may|might|should)\b"
)
_NOT_WRONG = re.compile(
    r"(?i)\b(?:la(?:y|in)\b|st(?:eal|eals|ole|olen)\s(?:\w+\s)?(?:show|spotlight|limelight|headlines?|lead|win"
    r"|point|base|bases|thunder|glance|kiss|heart)|l(?:ie|ies|ied|ying)\s(?:in|on|at|with|within"
    r"|between|ahead|behind|under|beneath|off|down|dormant|idle))\b"
)
_OBJECT = 5
"""Words behind a verb in which its object's noun stands."""


def find_accusations(document: Document) -> Iterator[Span]:
    """Yield the verb of each wrong that a sentence states of somebody named, unattributed."""
    suspects = [
        place for place, token in enumerate(document.tokens) if _is_wrong(document, place, token)
    ]
    if not suspects:
        return
    quotations, names = find_quotations(document), find_names(document)
    said = [span for one in find_attributions(document, names) for span in one.content]
    lines = read_lines(document, quotations)
    for place in suspects:
        verb = document.tokens[place]
        sentence = document.sentences[verb.sentence]
        is_told = any(start <= verb.start < end for start, end in said)
        if is_told or quotations.number_at(verb.start) is not None:
            continue
        if _ATTRIBUTING.search(sentence.text) or _is_open(sentence.text):
            continue
        if _is_of_somebody(lines[verb.sentence], verb, names):
            yield Span(verb.start, verb.end)


def _is_wrong(document: Document, place: int, token: Token) -> bool:
    if not token.tag.startswith("VB") or _NOT_WRONG.match(document.text, token.start):
        return False
    if token.lemma in _WRONGS:
        return True
    ahead = document.tokens[place + 1 : place + 1 + _OBJECT]
    objects = {one.lemma for one in ahead if one.tag.startswith("NN")}
    broken = token.lemma in _BREACHES and not _BREACHED.isdisjoint(objects)
    return broken or (token.lemma in _COMMITS and not _CRIMES.isdisjoint(objects))


def _is_open(sentence: str) -> bool:
    """Say whether a sentence asks, or speaks of what somebody said in a noun: "the claim"."""
    words = set(re.findall(r"[a-z]+", sentence.lower()))
    return sentence.rstrip().endswith("?") or bool(words & SPEECH_NOUNS.keys())


def _is_of_somebody(line: Line, verb: Token, names: Names) -> bool:
    """Say whether a finite verb, not negated, has a name for its subject, or "by" one behind it."""
    place = next(i for i, token in enumerate(line.tokens) if token.start == verb.start)
    group = _group_before(line.tokens, place)
    before = {token.low for token in line.tokens[group:place]}
    if before & {"not", "n't", "n’t", "never", "to"}:
        return False
    is_passive = verb.tag == "VBN" and bool(before & BE) and not before & (HAVE - BE)
    if is_passive or (verb.tag == "VBN" and not before & HAVE):
        return _is_by_name(line, place, names)
    if verb.tag == "VB" or (verb.tag == "VBG" and not before & BE):
        return False
    end = group - 1 if line.low(group - 1) in ("who", "which") else group
    subject = subject_before(line, end - (line.low(end - 1) == "," and end < group))
    if subject is None:
        return False
    head = line.tokens[subject.start].start, line.tokens[subject.head - 1].end
    named = names.mentions_between(*head)
    return bool(named) and line.tag(subject.head - 1).startswith("NNP")


def _group_before(tokens: Sequence[Token], place: int) -> int:
    """Return where the verb group that ends at `place` begins: "has repeatedly lied"."""
    first = place
    while first > 0 and (
        tokens[first - 1].low in BE | HAVE | {"not", "n't", "n’t", "never", "to", "did", "does"}
        or (tokens[first - 1].tag == "RB" and tokens[first - 1].low != "not")
    ):
        first -= 1
    return first


def _is_by_name(line: Line, place: int, names: Names) -> bool:
    """Say whether "by" and a name follow: "was embezzled by Field"."""
    for i in range(place + 1, min(place + 4, len(line.tokens) - 1)):
        if line.low(i) == "by":
            start = line.tokens[i + 1].start
            return bool(names.mentions_between(start, line.tokens[min(i + 4, line.stop - 1)].end))
    return False
