"""A small brief, written by hand, in which every field of the model is filled."""

import datetime as dt
import hashlib

from summarize.model import (
    Actor,
    Article,
    Balance,
    Brief,
    Circle,
    Citation,
    Claim,
    ContestedPoint,
    DisputeWeight,
    EngineRun,
    Evidence,
    Extraction,
    Family,
    Figure,
    FigureGroup,
    Finding,
    Holding,
    LeftOut,
    LintMark,
    LoadedInSource,
    Origin,
    Position,
    Removed,
    Share,
    SideWeight,
    SummarySentence,
    TimelineEntry,
    Unknown,
    Usage,
    Waiver,
)

HARBOUR_TEXT = (
    "The ferry Aurora ran aground off Port Elin on Monday with 240 people on board, the coast "
    "guard said.\n\n"
    "“Nobody was in danger at any time,” said Mara Lind, the ferry line's director."
)
LEDGER_TEXT = (
    "About 260 passengers were taken off the Aurora after it struck rocks near Port Elin, "
    "according to the coast guard.\n\n"
    "Seafarers' union head Tom Okafor denied that: “People were in danger for hours.”\n\n"
    "It is not known why the ferry left its lane."
)


def make_article(text: str, path: str, outlet: str, title: str) -> Article:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(
        id=digest[:12],
        path=path,
        url=None,
        title=title,
        outlet=outlet,
        authors=("Ines Vale",),
        published=dt.date(2024, 3, 5),
        language="en",
        text=text,
        text_sha256=digest,
        removed=(
            Removed(text="Share this story", reason="share buttons"),
            Removed(text="First! Great ship.", reason="comment"),
            Removed(text="Sad to hear it.", reason="comment"),
        ),
        original_source="North Sea Wire",
        copies=("copy.txt",),
        warnings=("the article has two date lines",),
    )


HARBOUR = make_article(HARBOUR_TEXT, "a/harbour.txt", "Harbour Post", "Ferry aground at Port Elin")
LEDGER = make_article(LEDGER_TEXT, "a/ledger.txt", "Daily Ledger", "Hundreds leave stricken ferry")


def cite(article: Article, quote: str) -> tuple[Evidence, ...]:
    start = article.text.index(quote)
    return (Evidence(article_id=article.id, start=start, end=start + len(quote), quote=quote),)


GROUNDING = cite(HARBOUR, HARBOUR_TEXT.split("\n\n", maxsplit=1)[0])
CALM = cite(HARBOUR, HARBOUR_TEXT.split("\n\n")[1])
RESCUE, DENIAL, CAUSE = (cite(LEDGER, paragraph) for paragraph in LEDGER_TEXT.split("\n\n"))


def make_claim(id_: str, evidence: tuple[Evidence, ...], **changes: object) -> Claim:
    plain = Claim(
        id=id_,
        article_id=evidence[0].article_id,
        text=evidence[0].quote,
        kind="statement",
        speaker_id="ac1",
        source=None,
        verb="say",
        via="North Sea Wire",
        certainty="asserted",
        sourcing="named",
        actor_ids=("ac1",),
        figure_ids=(),
        date="2024-03-04",
        salience=0.5,
        engine="offline",
        evidence=evidence,
    )
    return Claim.model_validate(dict(plain) | changes)


CLAIMS = (
    make_claim("c1", GROUNDING, figure_ids=("f1",), kind="event"),
    make_claim("c2", CALM, speaker_id="ac2", kind="quotation"),
    make_claim("c3", RESCUE, figure_ids=("f2",), kind="event"),
    make_claim("c4", DENIAL, speaker_id="ac3", kind="denial", certainty="denied"),
    make_claim("c5", CAUSE, speaker_id=None, sourcing="outlet", certainty="uncertain"),
)


def make_figure(id_: str, value: float, bound: str, evidence: tuple[Evidence, ...]) -> Figure:
    return Figure.model_validate(
        {
            "id": id_,
            "article_id": evidence[0].article_id,
            "what": "people on board the ferry",
            "low": value,
            "high": value,
            "unit": "1",
            "bound": bound,
            "phrase": f"{value:.0f}",
            "speaker_id": "ac1",
            "as_of": "2024-03-04",
            "engine": "offline",
            "evidence": evidence,
        }
    )


ACTORS = (
    Actor(
        id="ac1",
        name="Coast Guard",
        kind="organisation",
        role=None,
        aliases=("the coast guard",),
        engine="offline",
        evidence=GROUNDING,
    ),
    Actor(
        id="ac2",
        name="Mara Lind",
        kind="person",
        role="the ferry line's director",
        aliases=("Lind",),
        engine="offline",
        evidence=CALM,
    ),
    Actor(
        id="ac3",
        name="Tom Okafor",
        kind="person",
        role="Seafarers' union head",
        aliases=("Okafor",),
        engine="offline",
        evidence=DENIAL,
    ),
)


def make_finding(id_: str, text: str, claim_ids: tuple[str, ...], status: str) -> Finding:
    claims = [claim for claim in CLAIMS if claim.id in claim_ids]
    speakers = dict.fromkeys(claim.speaker_id for claim in claims if claim.speaker_id)
    return Finding.model_validate(
        {
            "id": id_,
            "text": text,
            "claim_ids": claim_ids,
            "article_ids": tuple(dict.fromkeys(claim.article_id for claim in claims)),
            "speaker_ids": tuple(speakers),
            "origins": 2 if status == "corroborated" else 1,
            "status": status,
            "why": f"{len(claims)} claim(s), read by hand",
        }
    )


FINDINGS = (
    make_finding(
        "fi1", "The ferry Aurora ran aground off Port Elin.", ("c1", "c3"), "corroborated"
    ),
    make_finding("fi2", "Mara Lind said nobody was in danger.", ("c2",), "contested"),
    make_finding("fi3", "Tom Okafor said people were in danger.", ("c4",), "contested"),
    make_finding("fi4", "It is not known why the ferry left its lane.", ("c5",), "attributed"),
    make_finding("fi5", "The coast guard counted 240 people.", ("c1",), "superseded"),
)

CONTESTED = ContestedPoint(
    id="k1",
    question="Were people in danger?",
    kind="denial",
    between="actors",
    positions=(
        Position(
            statement="Nobody was in danger.",
            stance="asserts",
            holder_ids=("ac2",),
            article_ids=(HARBOUR.id,),
            claim_ids=("c2",),
            evidence=CALM,
        ),
        Position(
            statement="People were in danger for hours.",
            stance="denies",
            holder_ids=("ac3",),
            article_ids=(LEDGER.id,),
            claim_ids=("c4",),
            evidence=DENIAL,
        ),
    ),
    holdings=(
        Holding(
            holder_id="ac2",
            source=None,
            stance="asserts",
            statement="Nobody was in danger.",
            article_ids=(HARBOUR.id,),
            claim_ids=("c2",),
            evidence=CALM,
        ),
        Holding(
            holder_id="ac3",
            source=None,
            stance="denies",
            statement="People were in danger for hours.",
            article_ids=(LEDGER.id,),
            claim_ids=("c4",),
            evidence=DENIAL,
        ),
        Holding(
            holder_id="ac1",
            source=None,
            stance="silent",
            statement="",
            article_ids=(),
            claim_ids=(),
            evidence=(),
        ),
    ),
)

BRIEF = Brief(
    id="0123456789ab",
    title="Ferry runs aground off Port Elin; danger to passengers disputed",
    created=dt.datetime(2024, 3, 6, 8, 30, tzinfo=dt.UTC),
    newest=dt.date(2024, 3, 5),
    articles=(HARBOUR, LEDGER),
    left_out=(LeftOut(article="a/empty.txt", reason="nothing in it"),),
    actors=ACTORS,
    claims=CLAIMS,
    figures=(
        make_figure("f1", 240, "exact", GROUNDING),
        make_figure("f2", 260, "about", RESCUE),
    ),
    findings=FINDINGS,
    figure_groups=(
        FigureGroup(
            id="g1",
            what="people on board the ferry",
            unit="1",
            low=240,
            high=260,
            status="differs",
            why="240 and about 260 are not one number",
            figure_ids=("f1", "f2"),
        ),
    ),
    contested=(CONTESTED,),
    timeline=(
        TimelineEntry(date="2024-03-04", text="The Aurora ran aground.", finding_ids=("fi1",)),
    ),
    unknowns=(
        Unknown(
            text="Why the ferry left its lane", missing="why", claim_ids=("c5",), evidence=CAUSE
        ),
    ),
    origins=(
        Origin(
            id="o1",
            name="Coast Guard",
            kind="speaker",
            family=None,
            actor_id="ac1",
            article_ids=(HARBOUR.id, LEDGER.id),
            finding_ids=("fi1", "fi5"),
        ),
        Origin(
            id="o2",
            name="Daily Ledger",
            kind="outlet",
            family="Ledger Group",
            actor_id=None,
            article_ids=(LEDGER.id,),
            finding_ids=("fi1", "fi4"),
        ),
    ),
    citations=(
        Citation(
            article_id=HARBOUR.id,
            name="North Sea Wire",
            cited_article_id=None,
            how="credit line",
            evidence=(),
        ),
        Citation(
            article_id=LEDGER.id,
            name="Harbour Post",
            cited_article_id=HARBOUR.id,
            how="according to",
            evidence=RESCUE,
        ),
        Citation(
            article_id=HARBOUR.id,
            name="Daily Ledger",
            cited_article_id=LEDGER.id,
            how="told",
            evidence=CALM,
        ),
    ),
    circles=(Circle(article_ids=(HARBOUR.id, LEDGER.id)),),
    families=(Family(outlet="Daily Ledger", publisher="Ledger Group", is_agency=False),),
    summary=(
        SummarySentence(
            text="The ferry Aurora ran aground off Port Elin, the coast guard said.",
            finding_ids=("fi1",),
        ),
        SummarySentence(
            text="Its director said nobody was in danger; a union head denied it.",
            finding_ids=("fi2", "fi3"),
        ),
        SummarySentence(text="Why it left its lane is not known.", finding_ids=("fi4",)),
    ),
    balance=Balance(
        holders=(
            Share(name="Mara Lind", words=0.5, evidence=0.5),
            Share(name="Tom Okafor", words=0.5, evidence=0.5),
        ),
        outlets=(
            Share(name="Harbour Post", words=0.4, evidence=0.5),
            Share(name="Daily Ledger", words=0.6, evidence=0.5),
        ),
        disputes=(
            DisputeWeight(
                point_id="k1",
                sides=(
                    SideWeight(stance="asserts", origins=8, articles=9),
                    SideWeight(stance="denies", origins=1, articles=1),
                ),
                is_uneven=True,
                note="not evenly held: asserted by 8 origins, denied by 1 origin",
            ),
        ),
    ),
    engines=(
        EngineRun(article_id=HARBOUR.id, engine="offline", why="no language model configured"),
        EngineRun(article_id=LEDGER.id, engine="offline", why="no language model configured"),
    ),
    loaded=(
        LoadedInSource(
            article_id=HARBOUR.id,
            word="danger",
            category="sensational",
            voice="speaker",
            evidence=cite(HARBOUR, "danger"),
        ),
        LoadedInSource(
            article_id=LEDGER.id,
            word="struck rocks",
            category="evaluative",
            voice="outlet",
            evidence=cite(LEDGER, "struck rocks"),
        ),
    ),
    lint=(
        LintMark(
            rule="loaded-word",
            severity="error",
            path="summary[1]",
            start=22,
            end=28,
            text="nobody",
            problem="loaded word outside quotation marks",
            waived="the director's own word",
        ),
        LintMark(
            rule="one-sided",
            severity="warning",
            path="contested[0]",
            start=0,
            end=22,
            text="Were people in danger?",
            problem="one side of the dispute has far more of the summary",
        ),
    ),
    waivers=(Waiver(rule="loaded-word", text="nobody", reason="the director's own word"),),
    word_list="89abcdef0123",
    warnings=("a/ledger.txt: two date lines; the first was taken",),
)

EXTRACTION = Extraction(
    article_id=HARBOUR.id,
    engine="offline",
    why="no language model configured",
    actors=ACTORS[:2],
    claims=CLAIMS[:2],
    figures=BRIEF.figures[:1],
    contested=(),
    rejected=(),
    usage=Usage(),
    warnings=("one sentence was too long to read",),
)
