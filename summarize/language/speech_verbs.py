"""Verbs, nouns and phrases that report what somebody says, with what each tells of it.

A verb's *frames* are the shapes in which its content can follow: a clause with or without "that", a
clause only with "that", a quotation, a thing ("praised the crew"), a thing only in quoted words
("attacked the “lazy” crew"), a thing only with what it is held to be ("deemed the vote illegal") or
with its figure ("put the toll at 40"), an infinitive, a gerund, a hearer first ("told her that").
Classes follow Quirk et al. (1985), A Comprehensive Grammar of the
English Language, 16.30-16.33, and the "statement" frames of FrameNet 1.7; which verbs judge their
subject follows the AP and Reuters style guides ("said" is neutral, "claimed" and "admitted" not).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from summarize.model import Certainty

Frame = Literal[
    "clause", "that", "quote", "object", "words", "complement", "figure", "infinitive", "gerund",
    "hearer",
]  # fmt: skip
Trait = Literal["denies", "judges", "forecasts"]


@dataclass(frozen=True, slots=True)
class SpeechVerb:
    """What one reporting verb may be followed by and what it tells; `traits` are its colours."""

    lemma: str
    frames: frozenset[Frame]
    certainty: Certainty
    traits: frozenset[Trait] = frozenset()


class _Row(NamedTuple):
    """Verbs of one behaviour, by white space; phrasal ones are written with an underscore."""

    frames: tuple[Frame, ...]
    verbs: str
    certainty: Certainty = "asserted"
    traits: tuple[Trait, ...] = ()


_ROWS = (
    _Row(
        ("clause", "quote"),
        "say state add declare announce explain note remark comment observe reply respond "
        "reiterate stress emphasize emphasise underline underscore clarify specify "
        "mention repeat conclude recall recount joke quip interject exclaim opine reason "
        "indicate affirm proclaim testify argue counter retort muse report disclose relay "
        "elaborate lament complain summarize summarise",
    ),
    _Row(("object",), "stress emphasize emphasise underscore underline highlight note reiterate"),
    _Row(("clause", "quote", "hearer"), "tell inform remind assure notify brief caution"),
    _Row(("clause", "quote", "hearer"), "ask", "uncertain"),
    _Row(("clause", "quote", "hearer", "infinitive"), "warn advise"),
    _Row(("hearer", "infinitive", "quote"), "urge implore beg encourage exhort"),
    _Row(
        ("quote",),
        "shout yell whisper murmur cry chant read begin sigh laugh wonder sum quote continue",
    ),
    _Row(
        ("clause", "quote"),
        "claim allege purport profess assert contend maintain insist boast brag",
        "alleged",
        ("judges",),
    ),
    _Row(("clause", "quote"), "speculate", "alleged"),
    _Row(("clause", "quote", "gerund"), "suggest imply hint", "alleged"),
    _Row(("clause", "quote", "object", "gerund"), "confirm acknowledge verify", "confirmed"),
    _Row(("clause", "quote", "gerund"), "concede", "confirmed", ("judges",)),
    _Row(("clause", "quote", "object", "gerund"), "admit confess", "confirmed", ("judges",)),
    _Row(("that", "quote"), "reveal", "confirmed", ("judges",)),
    _Row(("clause", "quote", "object", "gerund"), "deny", "denied", ("denies",)),
    _Row(("clause", "quote", "object"), "dispute", "denied", ("denies",)),
    _Row(
        ("object",),
        "reject refute dismiss rebut contradict rebuff disavow",
        "denied",
        ("denies",),
    ),
    _Row(("clause", "quote"), "predict forecast project estimate", "uncertain", ("forecasts",)),
    _Row(("clause",), "anticipate foresee", "uncertain", ("forecasts",)),
    _Row(("that",), "expect", "uncertain", ("forecasts",)),
    _Row(
        ("clause",), "believe think suspect fear hope worry doubt reckon assume feel", "uncertain"
    ),
    _Row(("that", "quote"), "write tweet post blog"),
    _Row(
        ("that",),
        "show find demonstrate highlight signal learn determine discover know realize realise "
        "recognize recognise understand agree decide propose recommend order rule hold message "
        "answer detail describe document hear record vote demand request require",
    ),
    _Row(("infinitive", "that", "quote"), "vow pledge promise swear threaten offer"),
    _Row(
        ("object",),
        "praise commend condemn criticize criticise denounce decry blame thank congratulate "
        "applaud hail laud accuse slam blast mock ridicule berate chastise chide rebuke "
        "scold lambast lambaste deplore extol tout oppose credit compliment apologize apologise "
        "express voice echo cite describe portray characterize characterise depict dub label "
        "liken compare demand propose endorse",
    ),
    _Row(
        ("words",),
        "attack defend question challenge salute honor honour discuss outline detail address "
        "admire welcome greet target mark name brand term deem",
    ),
    _Row(("quote", "object"), "call"),
    _Row(("complement",), "consider deem declare regard judge pronounce"),
    _Row(("figure",), "put place peg"),
    _Row(("figure",), "estimate", "uncertain", ("forecasts",)),
    _Row(("infinitive",), "agree refuse"),
    _Row(
        ("object",),
        "call_for call_on call_upon speak_of speak_about speak_out talk_about point_to refer_to "
        "allude_to object_to apologize_for apologise_for argue_for argue_against press_for "
        "push_for comment_on testify_about joke_about lash_out warn_of warn_about warn_against "
        "caution_against complain_about complain_of worry_about agree_with lament_about",
    ),
    _Row(("clause", "quote", "object"), "point_out spell_out write_back"),
    _Row(
        ("clause", "quote", "object"),
        "push_back hit_back fire_back shoot_back",
        "denied",
        ("denies",),
    ),
    _Row(("object",), "boast_about boast_of brag_about hint_at insist_on", "alleged", ("judges",)),
    _Row(("quote",), "sum_up chime_in go_on put_it"),
)

SPEECH_NOUNS: dict[str, str] = {
    "claim": "claim",
    "allegation": "allege",
    "assertion": "assert",
    "statement": "state",
    "confirmation": "confirm",
    "acknowledgement": "acknowledge",
    "acknowledgment": "acknowledge",
    "admission": "admit",
    "announcement": "announce",
    "accusation": "accuse",
    "argument": "argue",
    "belief": "believe",
    "contention": "contend",
    "denial": "deny",
    "insistence": "insist",
    "prediction": "predict",
    "promise": "promise",
    "pledge": "pledge",
    "suggestion": "suggest",
    "warning": "warn",
    "assurance": "assure",
    "complaint": "complain",
    "fear": "fear",
    "hope": "hope",
    "report": "report",
    "vow": "vow",
    "view": "believe",
    "comment": "comment",
    "remark": "remark",
}
"""Nouns that report a clause ("her claim that"), by the verb whose certainty they share."""

CONCERNS = frozenset(
    "concern doubt question fear hope objection alarm support opposition optimism regret outrage "
    "confidence thanks gratitude condolence sympathy anger frustration disappointment interest "
    "skepticism scepticism reservation dismay sorrow warning claim promise pledge threat "
    "accusation allegation argument case point demand".split()
)
"""What one raises, makes, issues or offers in words: "raised concerns about"."""

LIGHT_VERBS = frozenset("raise make issue offer give level repeat share".split())
"""Verbs that report only with one of `CONCERNS` as their object."""

MESSAGES = frozenset(
    "statement report caption letter post tweet message release announcement article note memo "
    "document email e-mail text sign banner headline communique communiqué dispatch bulletin "
    "filing complaint lawsuit indictment affidavit resolution poll survey study".split()
)
"""Nouns for what carries somebody's words and can stand as the subject of "said" or "read"."""

PEOPLE = frozenset(
    "official source people person witness spokesman spokeswoman spokesperson expert analyst "
    "officer minister diplomat lawyer police resident insider aide adviser advisor report media "
    "agency document authority researcher doctor scientist activist relative".split()
)
"""Common nouns for those whose word an outlet passes on."""

OWN_WORDS = frozenset(
    "statement caption letter post tweet message release announcement note memo email e-mail sign "
    "banner communique communiqué bulletin dispatch".split()
)
"""Messages that carry the words of whoever sent them, and of nobody else."""

FINDERS = frozenset(
    "result figure data datum poll survey study research researcher scientist report analysis "
    "finding record document court judge jury investigation investigator audit review census "
    "statistic email e-mail footage inquiry panel tribunal".split()
)
"""Subjects with which a verb of finding reports a clause without "that"."""

FINDING_VERBS = frozenset("find show indicate suggest reveal rule learn conclude determine".split())
"""What results show and courts rule."""

IMPLYING = frozenset(
    "suggest indicate imply hint signal highlight underscore underline emphasize emphasise stress "
    "raise show demonstrate reveal confirm echo challenge question discuss address".split()
)
"""Verbs of speech that things take too, without saying anything."""

_ABSTRACT = re.compile(
    r"(?:[ts]ion|ment|ness|ity|ance|ence|ing|ism|ship|age|change|move|fact|deal)$"
)
_BODIES = re.compile(
    r"(?:govern|parlia|depart|state|announce|docu)ment$|(?:organi[sz]|administr|associ|feder|found|"
    r"corpor|deleg|publica|declar|communica|investiga|commis|institu|opposi|coali|sta|na)[a-z]*ion$|"
    r"(?:commun|univers|author|char|ident|major|minor)ity$|(?:audi|conf|intellig)ence$|"
    r"(?:finding|filing|briefing|ruling|message|village|alliance|leadership|membership|being|king)$"
)


def is_abstract(noun: str) -> bool:
    """Say whether a common noun names a thing or an event that cannot speak, by its ending."""
    return bool(_ABSTRACT.search(noun)) and not _BODIES.search(noun)


_ALIKE = tuple(
    frozenset(row.split())
    for row in (
        "say tell state add note remark observe comment explain mention write report",
        "announce declare proclaim state reveal disclose",
        "confirm verify affirm",
        "acknowledge admit concede confess",
        "claim allege assert contend maintain insist argue",
        "predict forecast expect project anticipate foresee",
        "estimate put reckon place",
        "deny reject refute dismiss dispute rebut",
        "believe think feel reckon consider hold",
        "warn caution",
        "promise pledge vow swear",
        "demand urge call_for call_on press_for",
        "suggest imply hint indicate",
        "find discover determine conclude learn show establish",
        "praise commend laud hail applaud",
        "criticize criticise condemn denounce decry slam blast",
        "fear worry",
        "stress emphasize emphasise underline underscore highlight",
    )
)
"""Verbs that report in one manner, so that one may stand for the other."""
_PLAIN = frozenset(("say", "tell", "state", "put", "according to", "in the words of"))
_NO_STATEMENT = frozenset(
    "deny reject refute dismiss dispute rebut ask wonder doubt suggest imply hint fear hope worry "
    "predict forecast expect project anticipate foresee estimate think believe feel suspect assume "
    "want wish demand urge propose question speculate refuse decline joke pretend dream "
    "imagine forget".split()
)
"""What these report was not stated: it was asked, doubted, hoped or foretold."""


def may_stand_for(verb: str, heard: str) -> bool:
    """Say whether `verb` may report what was reported with `heard`.

    "Said" may stand for whatever states; "admitted" may stand for "conceded", and not for "said".
    """
    if verb == heard or any({verb, heard} <= row for row in _ALIKE):
        return True
    return verb in _PLAIN and heard not in _NO_STATEMENT


PREPOSITIONS: tuple[tuple[str, ...], ...] = (
    ("according", "to"),
    ("as", "per"),
    ("in", "the", "words", "of"),
    ("in", "the", "view", "of"),
    ("in", "the", "opinion", "of"),
)
"""Phrases that name a source without a verb."""


def _read_rows() -> Iterator[tuple[str, SpeechVerb]]:
    """Yield each verb once: frames are joined, the first row says how sure it is."""
    verbs = {verb.replace("_", " "): row for row in reversed(_ROWS) for verb in row.verbs.split()}
    for lemma, first in sorted(verbs.items()):
        written = lemma.replace(" ", "_")
        rows = [row for row in _ROWS if written in row.verbs.split()]
        frames = frozenset(frame for row in rows for frame in row.frames)
        yield lemma, SpeechVerb(lemma, frames, first.certainty, frozenset(first.traits))


SPEECH_VERBS = dict(_read_rows())
"""Every reporting verb by its lemma, phrasal ones with their particle ("call for")."""

PHRASAL_HEADS = frozenset(lemma.split()[0] for lemma in SPEECH_VERBS if " " in lemma)
"""Verbs for which the word behind them matters."""


_DOUBT_FIRST: tuple[Certainty, ...] = ("denied", "uncertain", "alleged", "confirmed", "asserted")


def least_certain(*certainties: Certainty) -> Certainty:
    """Return the weakest of what a verb of speech and the statement itself claim."""
    return min(certainties, key=_DOUBT_FIRST.index)


def certainty_of(lemma: str) -> Certainty:
    """Return how sure a content is that the verb or cue `lemma` reports; unknown is "asserted"."""
    verb = SPEECH_VERBS.get(lemma)
    return verb.certainty if verb else "asserted"


def is_denial(lemma: str) -> bool:
    """Say whether the verb denies its content: "rejected", "refuted"."""
    return _has(lemma, "denies")


def judges(lemma: str) -> bool:
    """Say whether the verb takes a stand on its speaker's honesty: "claimed", "admitted"."""
    return _has(lemma, "judges")


def is_forecast(lemma: str) -> bool:
    """Say whether the verb reports what is to come: "predicted", "forecast"."""
    return _has(lemma, "forecasts")


def _has(lemma: str, trait: Trait) -> bool:
    verb = SPEECH_VERBS.get(lemma)
    return verb is not None and trait in verb.traits
