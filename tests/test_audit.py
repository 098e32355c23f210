"""What one engine left out and the other found: it is added, under its finder's name, once."""

import pytest

from summarize.extract.audit import AuditedEngine, audit_draft
from summarize.extract.port import Promise
from summarize.model import Article, Draft, DraftActor, DraftClaim, DraftFigure
from tests.stories import make_article


def actor(name: str, kind: str = "person", **changes: object) -> DraftActor:
    plain = {"name": name, "kind": kind, "role": None, "aliases": (), "sentences": (1,)}
    return DraftActor.model_validate(plain | changes)


def claim(text: str, speaker: str | None = None, **changes: object) -> DraftClaim:
    plain = {
        "text": text,
        "kind": "statement",
        "speaker": speaker,
        "source": None,
        "verb": "say" if speaker else None,
        "via": None,
        "certainty": "asserted",
        "sourcing": "named" if speaker else "outlet",
        "actors": (speaker,) if speaker else (),
        "date": None,
        "salience": 0.5,
        "sentences": (1,),
    }
    return DraftClaim.model_validate(plain | changes)


def figure(phrase: str, value: float, **changes: object) -> DraftFigure:
    plain = {
        "what": "passengers",
        "low": value,
        "high": value,
        "unit": "1",
        "bound": "exact",
        "phrase": phrase,
        "speaker": None,
        "as_of": None,
        "sentence": 1,
    }
    return DraftFigure.model_validate(plain | changes)


def draft(
    *items: DraftActor | DraftClaim | DraftFigure, engine: str = "offline", **changes: object
) -> Draft:
    plain = {
        "engine": engine,
        "why": "asked for",
        "actors": tuple(one for one in items if isinstance(one, DraftActor)),
        "claims": tuple(one for one in items if isinstance(one, DraftClaim)),
        "figures": tuple(one for one in items if isinstance(one, DraftFigure)),
        "contested": (),
    }
    return Draft.model_validate(plain | changes)


LIND = actor("Mara Lind")
QUOTE = claim("“Nobody was in danger at any time”", "Mara Lind", kind="quotation")
SAID = claim("The ferry was on course.", "Mara Lind")
MODEL = draft(claim("The ferry ran aground."), engine="llm")


def test_a_number_that_only_the_auditor_has_is_added_under_its_name() -> None:
    audited = audit_draft(MODEL, draft(figure("260", 260)))
    assert audited.figures == (figure("260", 260, engine="offline"),)
    assert audited.claims == MODEL.claims


@pytest.mark.parametrize("said", [QUOTE, SAID], ids=["quotation", "statement"])
def test_what_only_the_auditor_lets_somebody_say_is_added_with_its_speaker(
    said: DraftClaim,
) -> None:
    audited = audit_draft(MODEL, draft(LIND, said))
    added = {"engine": "offline"}
    assert audited.claims == (*MODEL.claims, said.model_copy(update=added))
    assert audited.actors == (LIND.model_copy(update=added),)
    assert audited.engine == "llm"


def test_whoever_gives_an_added_number_is_added_with_it() -> None:
    audited = audit_draft(MODEL, draft(LIND, figure("260", 260, speaker="Mara Lind")))
    assert [(one.name, one.engine) for one in audited.actors] == [("Mara Lind", "offline")]


def test_an_actor_who_says_nothing_that_is_added_stays_away() -> None:
    audited = audit_draft(MODEL, draft(LIND, actor("Tom Okafor"), SAID))
    assert [one.name for one in audited.actors] == ["Mara Lind"]


@pytest.mark.parametrize(
    "idle",
    [
        claim("The weather was calm."),
        claim("The ferry was fast.", "residents", sourcing="role"),
        claim("The ferry was late.", "sources", sourcing="anonymous"),
    ],
    ids=["outlet", "role", "anonymous"],
)
def test_what_nobody_named_says_and_nobody_quotes_is_not_added(idle: DraftClaim) -> None:
    assert audit_draft(MODEL, draft(idle)) == MODEL


def test_what_an_engine_already_has_is_not_added() -> None:
    found = draft(LIND, QUOTE, SAID, figure("260", 260))
    ours = found.model_copy(update={"engine": "llm"})
    assert audit_draft(ours, found) == ours


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (figure("About 260", 260, bound="about"), figure("260 passengers", 260)),
        (figure("about 260", 250), figure("260", 260)),
        (figure("260", 260), figure("about 260", 250)),
    ],
)
def test_a_number_that_the_draft_words_otherwise_is_not_added(
    ours: DraftFigure, theirs: DraftFigure
) -> None:
    assert audit_draft(draft(ours, engine="llm"), draft(theirs)).figures == (ours,)


def test_a_number_of_another_sentence_is_another_number() -> None:
    ours, theirs = figure("260", 260), figure("260", 260, sentence=2)
    assert len(audit_draft(draft(ours, engine="llm"), draft(theirs)).figures) == 2


def test_a_number_whose_digits_stand_in_another_number_is_added() -> None:
    audited = audit_draft(draft(figure("12", 12), engine="llm"), draft(figure("2", 2)))
    assert [one.phrase for one in audited.figures] == ["12", "2"]


@pytest.mark.parametrize(
    "ours",
    [
        'Mara Lind said: "Nobody was in danger at any time."',
        "“Nobody was in danger at any time,” the director said",
        "“All is well … Nobody was in danger at any time”",
    ],
)
def test_a_quotation_between_other_marks_or_in_a_longer_one_is_not_added(ours: str) -> None:
    model = draft(claim(ours), engine="llm")
    assert audit_draft(model, draft(LIND, QUOTE)) == model


def test_a_spliced_quotation_is_added_where_a_piece_of_it_is_missing() -> None:
    spliced = claim("“Nobody was in danger … The crew was brave”", "Mara Lind", kind="quotation")
    model = draft(claim("“Nobody was in danger”"), engine="llm")
    assert len(audit_draft(model, draft(LIND, spliced)).claims) == 2


def test_a_quoted_word_that_stands_inside_another_word_is_added() -> None:
    word = claim("The fare is “fair”", "Mara Lind", kind="quotation")
    model = draft(claim("The fare is unfair."), engine="llm")
    assert len(audit_draft(model, draft(LIND, word)).claims) == 2


def test_a_speaker_whom_the_draft_hears_in_the_same_sentence_is_not_heard_twice() -> None:
    model = draft(LIND, claim("It was on its course.", "Mara Lind"), engine="llm")
    assert audit_draft(model, draft(LIND, SAID)) == model


def test_what_is_added_bears_the_name_that_the_draft_has_for_its_speaker() -> None:
    short = claim("The ferry was on course.", "Lind", actors=("Lind", "Port Elin"))
    found = draft(actor("Lind"), short, figure("260", 260, speaker="Lind"))
    audited = audit_draft(draft(LIND, engine="llm"), found)
    assert audited.actors == (LIND,)
    assert [(one.speaker, one.actors) for one in audited.claims] == [
        ("Mara Lind", ("Mara Lind", "Port Elin"))
    ]
    assert [one.speaker for one in audited.figures] == ["Mara Lind"]


def test_a_speaker_heard_under_another_name_is_not_heard_twice() -> None:
    model = draft(LIND, claim("It was on its course.", "Mara Lind"), engine="llm")
    found = draft(actor("Lind"), claim("The ferry was on course.", "Lind"))
    assert audit_draft(model, found) == model


class FixedEngine:
    def __init__(self, fixed: Draft) -> None:
        self.fixed = fixed

    def start(self, article: Article) -> Promise:
        return lambda: self.fixed


def test_an_audited_engine_promises_the_draft_with_what_it_lacks() -> None:
    engine = AuditedEngine(FixedEngine(MODEL), FixedEngine(draft(LIND, QUOTE)))
    promise = engine.start(make_article("post", "The ferry ran aground."))
    assert promise() == audit_draft(MODEL, draft(LIND, QUOTE))


def test_of_two_equal_numbers_in_a_sentence_the_missing_one_is_added() -> None:
    men, women = figure("two", 2, what="men killed"), figure("two", 2, what="women wounded")
    audited = audit_draft(draft(men, engine="llm"), draft(men, women))
    assert [one.what for one in audited.figures] == ["men killed", "women wounded"]
