"""What may be written otherwise, left out or said in other words, and what may not."""

from typing import get_args

import pytest

from summarize.ground.support import Support, support
from summarize.language.meaning.reasons import Problem
from summarize.model import RefusalReason

REFUSED: dict[RefusalReason, tuple[str, str, str | None]] = {
    "no evidence": ("The pool opened.", "", None),
    "nothing stated": ("“…”", "The pool opened.", None),
    "number not in evidence": ("9 ferries sank.", "8 ferries sank.", None),
    "number of something else": (
        "3 ferries and 8 tugs sank.",
        "8 ferries and 3 tugs sank.",
        None,
    ),
    "bound or unit changed": ("The pipe is 40 miles long.", "The pipe is 40 km long.", None),
    "name not in evidence": ("Okafor opened the pool.", "Brandt opened the pool.", None),
    "name in another role": ("Okafor hired Brandt.", "Brandt hired Okafor.", None),
    "polarity changed": ("The pool was heated.", "The pool was never heated.", None),
    "opposite word": ("The pool opened in June.", "The pool closed in June.", None),
    "certainty raised": ("The pool was robbed.", "The pool was reportedly robbed.", None),
    "limit dropped": ("Members swim there.", "Only members swim there.", None),
    "verb of speech changed": (
        "Okafor admitted that the pool leaks.",
        "Okafor said that the pool leaks.",
        None,
    ),
    "date not in evidence": ("The pool opened on Friday.", "The pool opened on Sunday.", None),
    "speaker not in evidence": ("The pool leaks.", "Okafor said the pool leaks.", "Brandt"),
    "attribution lost": ("The pool leaks.", "Ms Okafor said on Friday that the pool leaks.", None),
    "quotation not verbatim": ("It is “cold”.", "It is cold.", None),
    "order, cause or comparison changed": (
        "The crowd left because the lamps failed.",
        "The crowd left when the lamps failed.",
        None,
    ),
    "words not in evidence": ("The big pool opened.", "The pool opened.", None),
    "words dropped": ("The pool opened.", "The pool beside the mill opened.", None),
}


def test_every_reason_has_an_example() -> None:
    assert set(REFUSED) == set(get_args(RefusalReason))


@pytest.mark.parametrize("reason", REFUSED)
def test_a_refusal_gives_its_reason(reason: RefusalReason) -> None:
    statement, evidence, speaker = REFUSED[reason]
    assert reason in support(statement, [evidence], speaker).reasons


def test_reasons_are_given_once_in_the_order_of_their_problems() -> None:
    first, second = Problem("words dropped", "a"), Problem("limit dropped", "b")
    found = Support((first, second, first._replace(words="c")))
    assert found.reasons == ("words dropped", "limit dropped")
    assert not found.supported
    assert Support().supported


@pytest.mark.parametrize(
    ("statement", "evidence"),
    [
        ("Twelve ferries were cancelled.", "12 ferries were cancelled."),
        ("5000 jobs will go.", "5,000 jobs will go."),
        ("Turnout was 61 per cent.", "Turnout was 61%."),
        ("The pipe runs 40 kilometres.", "The pipe runs 40 km."),
        ("The bridge cost €3m.", "The bridge cost 3 million euros."),
        ("The United States opened a mission.", "The U.S. opened a mission."),
        ("The UK opened a mission.", "Britain opened a mission."),
        ("American engineers built the dam.", "U.S. engineers built the dam."),
        ("The bridge opened on 3 September.", "The bridge opened on Sept. 3."),
        ("The bridge opened on Wednesday.", "The bridge opened Wednesday."),
        ('It is called "the old lady".', "It is called “the old lady”."),
        ("The port - shut in May - reopened.", "The port — shut in May — reopened."),
        ("The port reopened.", "The  port\n\u00a0reopened."),
        ("The ministry doesn't know the cause.", "The ministry does not know the cause."),
        ("The ministry does not know the cause.", "The ministry doesn’t know the cause."),
        ("The defence program was organized.", "The defense programme was organised."),
        ("The harbor was closed.", "The harbour was closed."),
        ("The third ferry sank.", "The 3rd ferry sank."),
        ("The well-known dam leaks.", "The well known dam leaks."),
        ("Jose Bauer left.", "José Bauer left."),
    ],
)
def test_another_way_to_write_it_is_carried(statement: str, evidence: str) -> None:
    assert support(statement, [evidence]).problems == ()
    assert support(evidence, [statement]).problems == ()


@pytest.mark.parametrize(
    "evidence",
    [
        "The dam, which was built in 1961, was repaired.",
        "The dam was repaired, which pleased the village.",
        "The dam, a wall of 40 metres, was repaired.",
        "The dam (a wall of 40 metres) was repaired.",
        "On Friday, the dam was repaired.",
        "After weeks of rain, the dam was repaired.",
        "However, the dam was repaired.",
        "The dam was repaired, and the road was opened.",
        "The dam was repaired and reopened.",
        "The dam was repaired. The road was opened.",
    ],
)
def test_what_only_adds_may_be_left_out(evidence: str) -> None:
    assert support("The dam was repaired.", [evidence]).problems == ()


@pytest.mark.parametrize(
    ("statement", "evidence"),
    [
        ("Kovar opened the dam.", "Ms Kovar opened the dam."),
        ("Kovar opened the dam.", "Dr. Kovar opened the dam."),
        ("Kovar opened the dam.", "Senator Kovar opened the dam."),
        ("Ana Kovar opened the dam.", "Water minister Ana Kovar opened the dam."),
        ("Ana Kovar opened the dam.", "Ana Kovar, the water minister, opened the dam."),
    ],
)
def test_a_title_or_a_role_may_be_left_out(statement: str, evidence: str) -> None:
    assert support(statement, [evidence]).problems == ()


@pytest.mark.parametrize(
    ("statement", "evidence", "dropped"),
    [
        ("The dam was repaired.", "The dam was not repaired.", "not"),
        ("The strike goes on.", "The strike goes on unless talks begin.", "unless"),
        ("The pool will close.", "The pool will close if it rains.", "if"),
        ("The pool is open.", "The pool is open until Friday.", "until"),
        ("Members may swim.", "Only members may swim.", "Only"),
        ("The thief was held.", "The alleged thief was held.", "alleged"),
        ("Two men robbed it.", "Two men allegedly robbed it.", "allegedly"),
        ("The mayor opened it.", "The former mayor opened it.", "former"),
        ("The minister left.", "The deputy minister left.", "deputy"),
        ("34 sheep were stolen.", "At least 34 sheep were stolen.", "At least"),
        ("300 sheep were stolen.", "Nearly 300 sheep were stolen.", "Nearly"),
        ("Teachers joined the strike.", "Some teachers joined the strike.", "Some"),
        ("Teachers joined the strike.", "Most teachers joined the strike.", "Most"),
        ("The talks succeeded.", "The talks almost succeeded.", "almost"),
        ("The pool may close for repairs.", "The pool may never close for repairs.", "never"),
    ],
)
def test_a_word_that_limits_or_turns_may_not_be_left_out(
    statement: str, evidence: str, dropped: str
) -> None:
    (problem,) = support(statement, [evidence]).problems
    assert problem.words.startswith(dropped)


@pytest.mark.parametrize(
    ("statement", "evidence"),
    [
        ("The pool will close.", "The pool may close."),
        ("The council will shut the pool in May.", "The council may close the pool in May."),
        ("The talks began on Monday.", "The talks were to begin on Monday."),
        ("Thieves stole 12 boats.", "Thieves tried to steal 12 boats."),
        ("The sides signed a truce.", "The sides were close to signing a truce."),
        ("Okafor was sacked.", "Okafor's aide was sacked."),
        ("The firm was fined €5 million.", "The firm was fined $5 million."),
        ("Prices rose 5 percentage points.", "Prices rose 5 percent."),
        ("Prices rose from 10 to 5 euros.", "Prices rose from 5 to 10 euros."),
        ("Prices rose by 5 percent.", "Prices rose to 5 percent."),
        ("The pool opens at 7:30 p.m.", "The pool opens at 7:30 a.m."),
        ("It happened in the 1980s.", "It happened in the 1970s."),
        ("A few villages were flooded.", "Few villages were flooded."),
        ("Few villages were flooded.", "A few villages were flooded."),
        ("Milk fell as bread rose.", "Milk rose as bread fell."),
        ("Brunia's envoy met Verania's king.", "Verania's envoy met Brunia's king."),
    ],
)
def test_a_small_change_that_tells_something_else_is_refused(statement: str, evidence: str) -> None:
    assert not support(statement, [evidence]).supported


ATTENDED = "The concert in Tolna was attended by 45,756 people."
BEATEN = "Okafor beat Brandt in the final on Saturday."
FLED = "The villagers fled after the river burst its banks."
LONGER = "The new bridge is longer than the old tunnel."
FAILED = "A quarter of the pupils failed the exam."
REOPENS = "The pool will reopen if the engineers agree."
CIGARETTE = "Investigators believe a cigarette may have started the fire."
CLEARED = "Most villages were cleared of their residents."
SICK = "Some pupils fell sick after eating the soup."
BANNED = "The council did not allow anyone to fish in the lake."
CUT = "The company cut prices by 5 percent."
DAMAGED = "In the space of 48 hours the storm wrecked 12 houses in Tolna."


@pytest.mark.parametrize(
    ("statement", "evidence"),
    [
        ("Brandt was beaten by Okafor in Saturday's final.", BEATEN),
        ("The river burst its banks before the villagers fled.", FLED),
        ("The tunnel is shorter than the bridge.", LONGER),
        ("About 46,000 people came to the concert.", ATTENDED),
        ("The concert drew over 45,000 people.", ATTENDED),
        ("Over two days, 12 homes in Tolna were destroyed by the storm.", DAMAGED),
        ("25% of pupils did not pass the exam.", FAILED),
        ("If the engineers agree, the pool is going to reopen.", REOPENS),
        ("The fire was possibly started by a cigarette, investigators believe.", CIGARETTE),
        ("Most of the villages have been evacuated.", CLEARED),
        ("Some pupils got ill from the soup.", SICK),
        ("The firm has reduced its prices by 5%.", CUT),
    ],
)
def test_the_same_in_other_words_is_carried(statement: str, evidence: str) -> None:
    assert support(statement, [evidence]).problems == ()


@pytest.mark.parametrize(
    ("statement", "evidence"),
    [
        ("Okafor was beaten by Brandt in Saturday's final.", BEATEN),
        ("The villagers fled before the river burst its banks.", FLED),
        ("The tunnel is longer than the bridge.", LONGER),
        ("About 60,000 people came to the concert.", ATTENDED),
        ("Over 46,000 people were drawn by the concert.", ATTENDED),
        ("The concert drew 46,000 people.", ATTENDED),
        ("Over two weeks, 12 homes in Tolna were destroyed by the storm.", DAMAGED),
        ("35% of pupils did not pass the exam.", FAILED),
        ("A quarter of the pupils passed the exam.", FAILED),
        ("The engineers agree, and the pool is open again.", REOPENS),
        ("The fire was started by a cigarette.", CIGARETTE),
        ("All of the villages have been evacuated.", CLEARED),
        ("All pupils got ill from the soup.", SICK),
        ("The firm has raised its prices by 5%.", CUT),
        ("The council allowed fishing in the lake.", BANNED),
        ("The tallest tower was sold in Tolna.", "A tower in Tolna has found a buyer."),
        ("The shop burnt down because of the strike.", "During the strike, the shop burnt down."),
    ],
)
def test_something_else_in_other_words_is_refused(statement: str, evidence: str) -> None:
    assert not support(statement, [evidence]).supported


def test_empty_pieces_of_evidence_prove_nothing_and_spoil_nothing() -> None:
    assert support("The pool opened.", ["", " "]).reasons == ("no evidence",)
    assert support("The pool opened.", []).reasons == ("no evidence",)
    assert support("The pool opened.", ["", "The pool opened.", " "]).supported


def test_two_pieces_of_evidence_do_not_lend_each_other_their_words() -> None:
    pieces = ["The dam was built in 1961.", "The dam was repaired on Friday."]
    assert support(" ".join(pieces), pieces).supported
    assert not support("The dam was repaired in 1961.", pieces).supported
    assert not support("The dam was built on Friday.", pieces).supported
