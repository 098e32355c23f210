"""The words of the project: what each stage hands to the next, and the names in its JSON.

All models are frozen, strict and closed to unknown fields. Sequences are tuples. Spans are
half-open and count Unicode code points of `Article.text`. Dates are ISO 8601, cut where less is
known ("2025-04", "2024"). Nothing here decides; this module imports nothing of ours.
"""

import datetime as dt
from pathlib import PurePath
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, model_validator

SchemaVersion = Literal["1"]
SCHEMA_VERSION: SchemaVersion = "1"

ActorKind = Literal["person", "organisation", "state", "place", "group"]
ClaimKind = Literal["event", "statement", "quotation", "denial", "forecast", "opinion"]
Certainty = Literal["asserted", "confirmed", "alleged", "denied", "uncertain"]
Sourcing = Literal["named", "role", "anonymous", "document", "other outlet", "outlet"]
Bound = Literal["exact", "about", "at least", "more than", "at most", "less than", "range"]
ContestedKind = Literal["denial", "figure", "characterisation", "timing", "attribution"]
Between = Literal["actors", "outlets"]
Stance = Literal["asserts", "denies", "qualifies"]
Missing = Literal["who", "what", "when", "where", "why", "how", "how many", "whether"]
"""What is not known of a matter; "how many" is any number, size or length of time."""
FindingStatus = Literal["corroborated", "attributed", "contested", "superseded"]
OriginKind = Literal["speaker", "agency", "outlet", "document", "unnamed"]
CitationKind = Literal[
    "credit line", "dateline", "according to", "told", "shared quotation", "shared text"
]
FigureStatus = Literal["agrees", "rounding", "scope", "superseded", "differs"]
ChangeKind = Literal[
    "new", "confirmed", "revised", "disputed", "resolved", "withdrawn", "gone quiet"
]
ArticleStatus = Literal["new", "revised", "unchanged", "gone"]
ChangedItem = Literal["finding", "figure", "contested"]
RemovalReason = Literal[
    "advertisement",
    "byline",
    "caption",
    "comment",
    "credit",
    "date line",
    "dateline",
    "donation box",
    "duplicate",
    "headline",
    "legal notice",
    "navigation",
    "related headline",
    "script notice",
    "share buttons",
    "subscription box",
    "not the article",
]
RefusalReason = Literal[
    "no evidence",
    "nothing stated",
    "number not in evidence",
    "number of something else",
    "bound or unit changed",
    "name not in evidence",
    "name in another role",
    "polarity changed",
    "opposite word",
    "certainty raised",
    "limit dropped",
    "verb of speech changed",
    "date not in evidence",
    "speaker not in evidence",
    "attribution lost",
    "quotation not verbatim",
    "order, cause or comparison changed",
    "words not in evidence",
    "words dropped",
]
"""Why evidence does not carry a statement."""
RejectionReason = (
    RefusalReason
    | Literal["sentence out of range", "too few positions", "duplicate", "malformed", "cut off"]
)
"""Why an item of a draft, or a part of one, is not shown."""

LintRule = Literal[
    "loaded-word",
    "comment",
    "judging-verb",
    "own-voice",
    "accusation",
    "scare-quotes",
    "plural-sources",
    "one-sided",
]
"""What the brief's own voice may not do."""
Severity = Literal["error", "warning", "note"]
Voice = Literal["outlet", "speaker"]
LoadedKind = Literal["sensational", "evaluative", "label", "judging", "cliche", "editorial"]

PartialDate = Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
"""An ISO 8601 date of day, month or year precision."""


class Model(BaseModel):
    """What every value here keeps: frozen, strict, no unknown fields."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class Removed(Model):
    """Text that cleaning took out of an article, and why."""

    text: str
    reason: RemovalReason


class Article(Model):
    """One article, cleaned.

    `text` is the body in NFC with a blank line between paragraphs; the title is not part of it.
    `text_sha256` is the hash of the UTF-8 body and `id` its first twelve hex digits. A brief
    written without sources has an empty `text` and keeps the hash. `language` is ISO 639-1.
    `published` is null where no date was found that can be believed. `original_source` is another
    outlet, agency or address that the article itself credits. `copies` names further sources with
    the same body.
    """

    id: str
    path: str | None
    url: str | None
    title: str | None
    outlet: str | None
    authors: tuple[str, ...]
    published: dt.date | None
    language: str | None
    text: str
    text_sha256: str
    removed: tuple[Removed, ...]
    original_source: str | None
    copies: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def source(self) -> str:
        """The name by which the user knows this article: its path, its address or its id."""
        return self.path or self.url or self.id

    @property
    def is_english(self) -> bool:
        """Whether the rules for English read it: it is English, or too short to tell."""
        return self.language in (None, "en")

    @property
    def known_as(self) -> str:
        """What a reader knows its outlet by: the name, else the host, else the file's name."""
        host = urlsplit(self.url).hostname if self.url else None
        stem = PurePath(self.path).stem if self.path else None
        return self.outlet or (host or "").removeprefix("www.") or stem or self.id


class Evidence(Model):
    """Where a source says it: `article.text[start:end] == quote`, always."""

    article_id: str
    start: Annotated[int, Field(ge=0)]
    end: int
    quote: Annotated[str, Field(min_length=1)]

    @model_validator(mode="after")
    def _span_is_as_long_as_its_quote(self) -> Self:
        if self.end - self.start != len(self.quote):
            raise ValueError("end - start must be the length of the quote")
        return self


AtLeastOneEvidence = Annotated[tuple[Evidence, ...], Field(min_length=1)]


class Actor(Model):
    """Who acts or speaks. `name` is the fullest form, `role` is in the source's own words.

    `engine` is the one that found it.
    """

    id: str
    name: str
    kind: ActorKind
    role: str | None
    aliases: tuple[str, ...]
    engine: str
    evidence: AtLeastOneEvidence

    def __hash__(self) -> int:
        """Hash what tells actors apart: thousands of pieces of evidence would each be read."""
        return hash((self.id, self.name, self.kind, self.role))


class Claim(Model):
    """One self-contained statement of one source, with whoever makes it.

    `speaker_id` is an actor, or null where the outlet speaks for itself or the source is not an
    actor; `source` then keeps the words that name it ("various reports"). `verb` is the lemma or
    the phrase ("according to") with which the source reports it. `via` is the channel that the
    statement came through. `date` is when the matter happened, not when it was said. `salience` is
    the weight in its article, 0 to 1. `engine` is the one that found it.
    """

    id: str
    article_id: str
    text: str
    kind: ClaimKind
    speaker_id: str | None
    source: str | None
    verb: str | None
    via: str | None
    certainty: Certainty
    sourcing: Sourcing
    actor_ids: tuple[str, ...]
    figure_ids: tuple[str, ...]
    date: PartialDate | None
    salience: Annotated[float, Field(ge=0, le=1)]
    engine: str
    evidence: AtLeastOneEvidence


class Figure(Model):
    """A number that an article gives, with what it counts or measures.

    `low == high` for a single value. `unit` can be read by pint; `1` is a count and an ISO 4217
    code is money. `phrase` is the article's own wording of the number. `as_of` is when it held.
    `engine` is the one that found it.
    """

    id: str
    article_id: str
    what: str
    low: float
    high: float
    unit: str
    bound: Bound
    phrase: str
    speaker_id: str | None
    as_of: PartialDate | None
    engine: str
    evidence: AtLeastOneEvidence

    @model_validator(mode="after")
    def _low_is_not_above_high(self) -> Self:
        if self.low > self.high:
            raise ValueError("low must not be above high")
        return self


class Position(Model):
    """One side of a contested point. `holder_ids` are actors; `article_ids` are who carried it."""

    statement: str
    stance: Stance
    holder_ids: tuple[str, ...]
    article_ids: tuple[str, ...]
    claim_ids: tuple[str, ...]
    evidence: AtLeastOneEvidence


class Holding(Model):
    """What one holder says on a contested point, in the shortest of the holder's own statements.

    The holder is an actor, or where none is known the `source` that an outlet names or the outlet
    itself. A holder who is silent on the point has no statement and no evidence: silence denies
    nothing. `article_ids` are who carried it.
    """

    holder_id: str | None
    source: str | None
    stance: Stance | Literal["silent"]
    statement: str
    article_ids: tuple[str, ...]
    claim_ids: tuple[str, ...]
    evidence: tuple[Evidence, ...]

    @model_validator(mode="after")
    def _one_holder_with_evidence(self) -> Self:
        if self.holder_id is None and self.source is None:
            raise ValueError("a holding has a holder_id or a source")
        if (self.stance == "silent") == bool(self.evidence):
            raise ValueError("a holding has evidence unless it is silent")
        return self


class ContestedPoint(Model):
    """A matter on which actors, or outlets, do not agree. `question` takes no side.

    `holdings` has a row for each holder, those who are silent last; `silent_article_ids` are the
    articles that carry no side. Both are made by the merge: an extraction has none.
    """

    id: str
    question: str
    kind: ContestedKind
    between: Between
    positions: Annotated[tuple[Position, ...], Field(min_length=2)]
    holdings: tuple[Holding, ...] = ()
    silent_article_ids: tuple[str, ...] = ()


SentenceNumbers = tuple[Annotated[int, Field(ge=1)], ...]
"""Sentences of the article by number, the first being 1."""


class DraftItem(Model):
    """What every item of a draft keeps: `engine` where another one than the draft's found it."""

    engine: str | None = None


class DraftActor(DraftItem):
    """An actor as an engine saw it; `sentences` name it or its alias."""

    name: str
    kind: ActorKind
    role: str | None
    aliases: tuple[str, ...]
    sentences: SentenceNumbers


class DraftClaim(DraftItem):
    """A claim as an engine read it; `speaker` and `actors` are names of the draft's actors."""

    text: str
    kind: ClaimKind
    speaker: str | None
    source: str | None
    verb: str | None
    via: str | None
    certainty: Certainty
    sourcing: Sourcing
    actors: tuple[str, ...]
    date: PartialDate | None
    salience: Annotated[float, Field(ge=0, le=1)]
    sentences: SentenceNumbers


class DraftFigure(DraftItem):
    """A figure as an engine read it; `phrase` must stand in the sentence to the letter."""

    what: str
    low: float
    high: float
    unit: str
    bound: Bound
    phrase: str
    speaker: str | None
    as_of: PartialDate | None
    sentence: Annotated[int, Field(ge=1)]


class DraftPosition(Model):
    """One side of a draft's contested point; `holders` are names of the draft's actors."""

    statement: str
    stance: Stance
    holders: tuple[str, ...]
    sentences: SentenceNumbers


class DraftContestedPoint(DraftItem):
    """A matter that the article itself shows as disputed."""

    question: str
    kind: ContestedKind
    positions: tuple[DraftPosition, ...]


class Usage(Model):
    """What was spent in this run; all zero offline.

    `calls` were answered by the endpoint, `cached` out of the cache, for nothing.
    """

    calls: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cached: int = 0

    @property
    def tokens(self) -> int:
        """Prompt and completion together."""
        return self.prompt_tokens + self.completion_tokens

    def __add__(self, other: "Usage") -> "Usage":
        """Return what both spent."""
        return Usage(
            calls=self.calls + other.calls,
            prompt_tokens=self.prompt_tokens + other.prompt_tokens,
            completion_tokens=self.completion_tokens + other.completion_tokens,
            cached=self.cached + other.cached,
        )


class Rejected(Model):
    """An item of a draft that could not be grounded, in its own words, and why."""

    item: str
    reason: RejectionReason


class Draft(Model):
    """An engine's reading of one article, not trusted yet: evidence is given by sentence number.

    `why` says why this engine read the article; `rejected` is what it gave up itself.
    """

    engine: str
    why: str
    actors: tuple[DraftActor, ...]
    claims: tuple[DraftClaim, ...]
    figures: tuple[DraftFigure, ...]
    contested: tuple[DraftContestedPoint, ...]
    rejected: tuple[Rejected, ...] = ()
    usage: Usage = Usage()
    warnings: tuple[str, ...] = ()


class Extraction(Model):
    """A draft that was grounded: every item has evidence, what had none stands in `rejected`."""

    article_id: str
    engine: str
    why: str
    actors: tuple[Actor, ...]
    claims: tuple[Claim, ...]
    figures: tuple[Figure, ...]
    contested: tuple[ContestedPoint, ...]
    rejected: tuple[Rejected, ...]
    usage: Usage
    warnings: tuple[str, ...] = ()


class LeftOut(Model):
    """A source that is not in the brief, by the name its user gave it, and why."""

    article: str
    reason: str


class Finding(Model):
    """Claims of one or more articles that say the same.

    `origins` counts who knew it first, independently; `why` says how `status` came about.
    """

    id: str
    text: str
    claim_ids: Annotated[tuple[str, ...], Field(min_length=1)]
    article_ids: tuple[str, ...]
    speaker_ids: tuple[str, ...]
    origins: Annotated[int, Field(ge=1)]
    status: FindingStatus
    why: str


class FigureGroup(Model):
    """Figures that measure the same thing; `low` and `high` span all of their values.

    `superseded_ids` are those that the same source gave otherwise later on.
    """

    id: str
    what: str
    unit: str
    low: float
    high: float
    status: FigureStatus
    why: str
    figure_ids: Annotated[tuple[str, ...], Field(min_length=1)]
    superseded_ids: tuple[str, ...] = ()


class TimelineEntry(Model):
    """A dated matter, told by findings."""

    date: PartialDate
    text: str
    finding_ids: tuple[str, ...]


class Unknown(Model):
    """What the sources themselves say is not known, not verified or unclear.

    `missing` is what of it is not known, where the sentence tells.
    """

    text: str
    missing: Missing | None = None
    claim_ids: tuple[str, ...]
    evidence: AtLeastOneEvidence


class Citation(Model):
    """One article's debt to another source, by the name that it gives or that the words have.

    `cited_article_id` is the article of this story that is meant; null where there is none. For a
    credit line or a dateline, which cleaning takes out of the text, `evidence` is empty; for a
    shared text it is the words here and there.
    """

    article_id: str
    name: str
    cited_article_id: str | None
    how: CitationKind
    evidence: tuple[Evidence, ...]


class Family(Model):
    """Whose an outlet is, by the table of publishers that the brief was made with."""

    outlet: str
    publisher: str
    is_agency: bool


class Circle(Model):
    """Articles of which each cites the next, and the last one the first: circular reporting."""

    article_ids: Annotated[tuple[str, ...], Field(min_length=2)]


class Origin(Model):
    """Whoever knew something first: a speaker, an agency, an outlet's own reporter.

    `family` is the publisher of an outlet, where it is known.
    """

    id: str
    name: str
    kind: OriginKind
    family: str | None
    actor_id: str | None
    article_ids: tuple[str, ...]
    finding_ids: tuple[str, ...]


class SummarySentence(Model):
    """One sentence of the brief and the findings that it rests on."""

    text: str
    finding_ids: Annotated[tuple[str, ...], Field(min_length=1)]


class Share(Model):
    """How much of the brief one holder or outlet has: shares of all, 0 to 1."""

    name: str
    words: Annotated[float, Field(ge=0, le=1)]
    evidence: Annotated[float, Field(ge=0, le=1)]


class SideWeight(Model):
    """On how many independent origins a position rests, and how many articles carry it."""

    stance: Stance
    origins: Annotated[int, Field(ge=1)]
    articles: Annotated[int, Field(ge=1)]


class DisputeWeight(Model):
    """How much stands on each side of a contested point; `sides` are in order of its positions.

    `is_uneven` where one side has many times the origins of another: showing both then is no sign
    that they are equally well known. `note` says the numbers in words.
    """

    point_id: str
    sides: tuple[SideWeight, ...]
    is_uneven: bool
    note: str


class Balance(Model):
    """Shares of the summary's words and of the evidence, by holder and by outlet.

    `disputes` are the contested points with what stands on each of their sides.
    """

    holders: tuple[Share, ...]
    outlets: tuple[Share, ...]
    disputes: tuple[DisputeWeight, ...] = ()


class Waiver(Model):
    """Leave to break a rule of the lint: everywhere, or where a mark holds `text`; and why."""

    rule: LintRule
    text: str | None
    reason: Annotated[str, Field(min_length=1)]


class LintMark(Model):
    """A place where the brief's own voice leans: `text` is what stands at `path`, `start:end`.

    `path` leads to the item in the JSON whose text, question or title it is. An "error" makes
    `verify` fail, a "warning" does not, a "note" is only said. `waived` is the reason of the waiver
    that lets it stand.
    """

    rule: LintRule
    severity: Severity
    path: str
    start: Annotated[int, Field(ge=0)]
    end: int
    text: str
    problem: str
    waived: str | None = None


class LoadedInSource(Model):
    """A loaded word of one article, with each of its places.

    `word` is in small letters; `voice` is the outlet's own, or a speaker's, in quotation marks.
    """

    article_id: str
    word: str
    category: LoadedKind
    voice: Voice
    evidence: AtLeastOneEvidence


class EngineRun(Model):
    """Which engine read an article, and why that one."""

    article_id: str
    engine: str
    why: str


class Brief(Model):
    """One story from many sources.

    `newest` is the date of the newest dated article. `id` is a hash of the content, so that the
    same sources give the same id whenever the brief is made. `usage` is what all of it cost.
    `loaded` are the loaded words of the sources, `lint` is what the brief could not avoid,
    `waivers` are those of the run. `word_list` is the hash of the list of loaded words, null for
    the one that is shipped.
    """

    schema_version: SchemaVersion = SCHEMA_VERSION
    id: str
    title: str
    created: dt.datetime
    newest: dt.date | None
    articles: tuple[Article, ...]
    left_out: tuple[LeftOut, ...]
    actors: tuple[Actor, ...]
    claims: tuple[Claim, ...]
    figures: tuple[Figure, ...]
    findings: tuple[Finding, ...]
    figure_groups: tuple[FigureGroup, ...]
    contested: tuple[ContestedPoint, ...]
    timeline: tuple[TimelineEntry, ...]
    unknowns: tuple[Unknown, ...]
    origins: tuple[Origin, ...]
    citations: tuple[Citation, ...] = ()
    circles: tuple[Circle, ...] = ()
    families: tuple[Family, ...] = ()
    summary: tuple[SummarySentence, ...]
    balance: Balance
    engines: tuple[EngineRun, ...]
    loaded: tuple[LoadedInSource, ...] = ()
    lint: tuple[LintMark, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    word_list: str | None = None
    usage: Usage = Usage()
    warnings: tuple[str, ...]


class Change(Model):
    """One matter in which a newer brief differs from an older one of the same story.

    `item` says in which lists `old_id` and `new_id` are found; an id is null where that brief has
    nothing to point at. `before` and `after` are what each brief says: sentences of a finding,
    values of a figure, the sides of a contested point. `outlets` are those that carry it, by name.
    Evidence is that of the brief on either side, and its article ids are those of that brief.
    """

    kind: ChangeKind
    item: ChangedItem
    text: str
    before: str | None
    after: str | None
    old_id: str | None
    new_id: str | None
    outlets: tuple[str, ...]
    evidence_before: tuple[Evidence, ...]
    evidence_after: tuple[Evidence, ...]
    why: str


class ComparedArticle(Model):
    """An article of two briefs: `id` is that of its newest version, `old_id` that of a former one.

    `source` is the name by which the user knows it, `outlet` that by which a reader does.
    """

    id: str
    old_id: str | None
    source: str
    outlet: str
    status: ArticleStatus


class Diff(Model):
    """What a newer brief has that an older one had not, and the other way round.

    `unchanged` counts the findings of the newer brief that stand in the older one too, and that no
    change of a finding names. `articles` are those of the newer brief, then those that are gone.
    """

    schema_version: SchemaVersion = SCHEMA_VERSION
    old_id: str
    new_id: str
    old_created: dt.datetime
    new_created: dt.datetime
    title: str
    changes: tuple[Change, ...]
    unchanged: int
    articles: tuple[ComparedArticle, ...]
