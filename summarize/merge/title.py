"""The title of the brief: a headline of its sources that takes no side, else its first sentence."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from summarize.language.document import Token, parse_statement
from summarize.language.morphology import can_be
from summarize.language.neutrality.slant import is_slanted
from summarize.language.quantities.numbers import find_numbers
from summarize.language.similarity import content_terms
from summarize.language.speech_verbs import SPEECH_VERBS
from summarize.language.standalone import is_clause, stands_alone
from summarize.language.verb_forms import FINITE
from summarize.merge.forms import OF_SIDES
from summarize.merge.introducing import name_in_full
from summarize.merge.material import Material
from summarize.merge.neutrality import make_neutral, quotes_loaded
from summarize.merge.telling import keeps_out
from summarize.model import Article, SummarySentence

UNTITLED = "No statement could be grounded"

_FEWEST_WORDS, _MOST_WORDS = 5, 16
_LONGEST = 20
"""Words of a sentence that serves as a title; a headline may have `_MOST_WORDS`."""

_FEWEST_SHARED = 2
"""Terms that a headline has in common with at least two findings each."""

_COMMENTS = re.compile(
    r"(?i)(?:with|no|yes|oh|so|and|but|why|how|what|when|who|where|here(?:['’]s| is| are)|this"
    r"|these|meet|watch|see|read|review|recap|live|opinion|analysis|editorial|column|commentary"
    r"|letter|op-ed|exclusive|explainer|fact[ -]check|photos?|video|podcast|interview|q&a"
    r"|\d+ (?:things|ways|reasons))\b|[‘“\"']"
    r"|.*(?:\?|!|\bvs\b|\bversus\b|\b(?:i|we|you|your|our|my)\b"
    r"|: (?:why|how|what|behind|inside)\b|\s\|\s|…|\.\.\.|\bgets? it (?:right|wrong)\b|\bposted:)"
)
"""Headlines that ask, call out, list or comment; a brief's title says what happened."""

_OPENS_REST = frozenset(
    "who which that when where while after before as because since although though despite amid "
    "following during by in on at over under between and but".split()
)
_GOVERNED = frozenset("to with for of from about against into".split())
"""What they begin goes with the verb before them: "sentenced … to", "charged … with"."""

"""Words before which a sentence can end earlier; whether it still says the same is for the gate."""

_MOST_TRIED = 4
"""Sentences of the summary that are tried, the first first."""

_OPENERS = frozenset(
    "who which whose whom that when where while after before as because since although though if "
    "until unless".split()
)
_MARKS = frozenset(",;:—–")
_CLOSING_TAGS = ("NN", "CD", "VB", "RB", "JJ")
_DIRECT = re.compile(r"^[“\"]|: [“\"]")
"""What somebody said is a title only where nothing that happened is."""

_ATTRIBUTION = re.compile(
    r", (?:[^,]{2,60} )?(?:said|says|according to|told|reported)\b[^,]{0,60}\.?$"
)


def choose_title(material: Material, summary: Sequence[SummarySentence]) -> str:
    """Return the source's headline that says most of what the findings say, if one is neutral.

    One that speaks to a dispute takes a side, and one with a number that its own source has
    replaced since is out of date. Else it is what opens
    the summary, cut where the gate lets it end, or what is disputed.
    """
    matter = Counter(term for finding in material.findings for term in _terms(finding.text))
    replaced = {material.story.figure[one].low for one in material.superseded_figures}
    sound = [
        article
        for article in material.story.articles
        if article.title and keeps_out(article.title, has_author=False, material=material)
        if replaced.isdisjoint(number.value for number in find_numbers(article.title))
    ]
    titles = sorted(article.title for article in sound if article.title)
    can_head = {article.title for article in sound if _can_head(article)}
    headlines = [title for title in titles if title in can_head and _tells(title, matter)]
    if headlines:
        return max(headlines, key=lambda title: _centrality(title, matter))
    made = [one for one in summary if not any(form.take_apart(one.text) for form in OF_SIDES)]
    told = sorted(made[:_MOST_TRIED], key=lambda one: bool(_DIRECT.search(one.text)))
    if told:
        shortened = (_shorten(sentence, material) for sentence in told)
        return next(filter(None, shortened), None) or _cut_off(told[0].text)
    asked = [point.question for point in material.contested]
    return next(iter((*titles, *asked)), UNTITLED)


def _tells(title: str, matter: Counter[str]) -> bool:
    """Say whether a headline is of the story; a page's own line ("Sign in to read") is not."""
    return sum(matter[term] > 1 for term in set(_terms(title))) >= _FEWEST_SHARED


def _centrality(text: str, matter: Counter[str]) -> int:
    return sum(matter[term] for term in set(_terms(text)))


def _can_head(article: Article) -> bool:
    title = article.title or ""
    is_short = len(title.split()) <= _MOST_WORDS
    is_report = not _COMMENTS.match(title) and _has_verb(title)
    is_neutral = make_neutral(title) == title and not quotes_loaded(title)
    is_neutral = is_neutral and not is_slanted(parse_statement(title))
    return is_short and is_report and article.is_english and is_neutral


def _has_verb(title: str) -> bool:
    """Say whether a word behind the first can be a verb; capitals hide which of them is one."""
    return any(can_be(word.strip(",:;'’").lower(), "VERB") for word in title.split()[1:])


def _terms(text: str) -> list[str]:
    return content_terms(parse_statement(text), 0, len(text))


def _shorten(sentence: SummarySentence, material: Material) -> str | None:
    """Return a sentence's beginning within the length of a headline, if it still says the same."""
    claims = list(material.standing_for_all(sentence.finding_ids))
    for head in _beginnings(sentence.text):
        can_stand = _says_what_happened(head)
        if can_stand and any(material.story.carries(f"{head}.", claim) for claim in claims):
            return name_in_full(head, material.story)
    return None


def _beginnings(text: str) -> Iterator[str]:
    """Yield where a sentence may end, longest first; who says it stays, where that comes last."""
    text = _first_of(text)
    found = _ATTRIBUTION.search(text)
    source = found.group() if found else ""
    tokens = parse_statement(text).tokens
    following = (*(token.low for token in tokens[2:]), "")
    ends = [
        before.end
        for (before, token), after in zip(pairwise(tokens), following, strict=False)
        if token.low in _OPENS_REST or (token.text in _MARKS and after not in _GOVERNED)
        if _can_close(before)
    ]
    for end in (len(text), *reversed(ends)):
        head = text[:end].rstrip(" ,;:—–")
        for whole in (head, f"{head}{source}"):
            if _FEWEST_WORDS <= len(whole.split()) <= _LONGEST:
                yield whole


def _first_of(text: str) -> str:
    """Return the first of two sentences that are told together, without its stop."""
    return re.split(r"(?<=[a-z”\"])[.] (?=[A-Z])", text)[0].rstrip(".")


def _says_what_happened(head: str) -> bool:
    """Say whether a beginning names somebody, and a verb of its own tells more than a speech."""
    tokens = parse_statement(head).tokens
    verbs = [token for token in tokens if token.tag in FINITE]
    openers = sum(token.low in _OPENERS for token in tokens)
    tells = any(verb.lemma not in SPEECH_VERBS for verb in verbs)
    names = any(token.tag.startswith("NNP") for token in tokens)
    is_closed = head.count("“") == head.count("”") and head.count('"') % 2 == 0
    has_own_verb = len(verbs) > openers and tells and is_clause(tokens)
    return names and is_closed and has_own_verb and ": “" not in head and stands_alone(head, tokens)


def _can_close(token: Token) -> bool:
    return token.tag.startswith(_CLOSING_TAGS) or token.text in ("”", '"', ")")


def _cut_off(sentence: str) -> str:
    first = _first_of(sentence)
    words = first.split()
    return first if len(words) <= _LONGEST else f"{' '.join(words[:_MOST_WORDS])} …"
