"""Words that restate one another share a line or a family; what a swap would change shares none."""

from itertools import combinations

import pytest
from lemminflect import getAllLemmas

from summarize.language.lexicon import listed_tag
from summarize.language.modality.opposites import are_opposed
from summarize.language.restatements import are_restatements, family_of, read_lines

RESTATED = """
win victory / beat defeat / ban outlaw / resign step_down / treaty accord / soldier troop
arrest detain / jail imprison / kill slay / die perish / victim sufferer / attack assault
blast explosion / protester demonstrator / strike walkout / envoy diplomat / firm company
buy acquire / sell sale / job post / salary wage / illness disease / jab vaccine / doctor physician
scientist researcher / study research / flood inundate / quake earthquake / blaze fire
plane aircraft / car vehicle / ship vessel / film movie / match game / coach manager
child kid / youngster kid / home house / town city / nation country / border frontier
huge enormous / crucial vital / rise increase / fall drop / begin start / end finish
half fifty_percent / dozen twelve / year annual / postpone delay / cancel call_off
reject turn_down / take_place happen / destroy destruction / choose choice / die dead
long length / strong strength / decide decision / apply application / three triple
"""

FACTS = """
kill wound / kill injure / dead wounded / die injure / fatality injury / arrest charge
arrest convict / charge convict / charge sentence / convict acquit / suspect convict
accuse convict / kill murder / resign retire / evening night / rocket missile
village city / asteroid meteorite / earthquake aftershock / province state / hospital clinic
say admit / say deny / admit deny / claim admit / confirm deny / may will / some all / many all
few many / before after / buy sell / buyer seller / rise fall / increase decrease / army police
soldier police / minister president / minister mayor / president king / city country / town village
monday tuesday / january february / son daughter / brother sister / mother father / husband wife
virus vaccine / disease cure / doctor nurse / doctor patient / teacher pupil / prosecutor judge
judge lawyer / lawyer prosecutor / plaintiff defendant / victim suspect / victim attacker
win draw / win lose / victory defeat / goal point / silver gold / semi-final final / league cup
football rugby / red_card yellow_card / striker goalkeeper / export import / profit revenue
profit loss / tax subsidy / wage pension / employer employee / employer worker / lender borrower
hire fire / bird fish / cat dog / cow sheep / wheat rice / coal oil / oil gas / solar wind
flood drought / rain snow / hurricane earthquake / earthquake tsunami / train bus / bus car
car truck / plane helicopter / ship plane / bomb bullet / rifle pistol / missile drone
ceasefire peace / invade withdraw / election referendum / senate congress / governor government
church mosque / bishop priest / hour minute / day week / week month / month year / morning evening
summer winter / north south / east west / left right / first second / two three / half third
million billion / hundred thousand / arm leg / eye ear / heart lung / head hand / propose approve
sign ratify / postpone cancel / allow ban / accept reject / migrant refugee / immigrant emigrant
arrest kill / rape murder / theft fraud / robbery murder / kidnap murder / jail fine
birth death / marriage divorce / widow widower / boy girl / man woman / adult child / old new
men women / tested infected / infected vaccinated / hospital school / university school
recession inflation / earnings revenue / shareholder employee / minister ministry
council councillor / coach player / captain coach / heat temperature / debt deficit
"""

FAMILIES = """
announce announcement / elect election electoral / inform information informative
politics political politician / employ employer employment / invest investor investment
retaliate retaliation retaliatory / peace peaceful peacefully / secure security
govern / nation national nationally nationality / region regional / industry industrial
finance financial / centre central / economy economic economically / history historic historical
drive driver driving / trade trader trading / plan planner planning / visit visitor
carry carrier / rob robber robbery / deliver delivery / recover recovery / injure injury injured
manage manager management / settle settler settlement / require requirement
organise organiser organisation organize organization / privatise privatisation privatization
labour labor / favour favor favourable favorable / represent representation representative
transform transformation / modify modification / clarify clarification / terrorism terrorist
capable capability / responsible responsibility / possible possibility / differ different difference
perform performer performance / prevent prevention / legislate legislation legislator
leader leadership / member membership / kill killer killing / quick quickly / happy happily
"""

APART = """
universe university / organ organisation / organ organic / general generous / import important
nation native / arm army / past pasta / new news / policy police / relative relate
pass passenger / mass massacre / mass massive / capital capture / corp corps / corps corpse
state station / state statement / form formal / form former / person personnel / author authority
minister minimum / minister ministry / commune communist / commune community / sever several
sever severe / gene general / moral mortal / unit unite / party part / county count / factory factor
treat treaty / treat trait / trait traitor / depart department / govern governor
governor government / execute executive / conserve conservative / defend defendant / vary variant
account accountant / success successor / profess professor / pension pens / office officer
office official / number numb / member memb / flower flow / tower tow / letter let / master mast
port portion / port porter / fact faction / fact factor / mission miss / million mill / rat ratio
major majority / prior priority / human humanity / hospital hospitality / public publicity
edit editor / trade tradition / station stationary / experience experiment / convent convention
emerge emergency / current currency / plan plane / star start / admire admiral / cent centre
polite politics / custom customer / wage wager / real really / hard hardly / like likely
adult adultery / inform informal / allege allegiance / constable constant
 employ employee / train trainee / desert dessert / moment momentum
"""

NEWER_THAN_THE_DICTIONARIES = frozenset(
    """
    airbase airstrike banknote bookshop bourse bursary bushfire capsize cellphone cyberattack
    cybercriminal filmmaker frontline goalscorer headteacher heatwave holidaymaker ideologue
    landmine landslip lockdown looter manhunt mudslide occupier olympic olympics outscore
    passcode pc plebiscite podcast putsch quarterfinal seafront smartphone sportsperson warplane
    website whilst workmate
    """.split()
)


def pairs(text: str) -> list[tuple[str, str]]:
    return [pair for row in groups(text) for pair in combinations(row, 2)]


def groups(text: str) -> list[tuple[str, ...]]:
    return [tuple(group.split()) for line in text.strip().splitlines() for group in line.split("/")]


@pytest.mark.parametrize(("one", "other"), pairs(RESTATED))
def test_a_reporter_may_write_one_for_the_other(one: str, other: str) -> None:
    assert are_restatements(one, other)
    assert are_restatements(other, one)


@pytest.mark.parametrize(("one", "other"), pairs(FACTS))
def test_a_swap_that_changes_a_fact_is_no_restatement(one: str, other: str) -> None:
    assert not are_restatements(one, other)
    assert not are_restatements(other, one)


def test_a_word_restates_itself_whether_it_is_listed_or_not() -> None:
    assert are_restatements("win", "win")
    assert are_restatements("zeppelin", "zeppelin")


def test_restating_does_not_pass_from_line_to_line() -> None:
    assert are_restatements("employee", "staff")
    assert are_restatements("team", "squad")
    assert not are_restatements("employee", "squad")


@pytest.mark.parametrize(("one", "other"), pairs(FAMILIES))
def test_what_is_regularly_derived_is_of_one_family(one: str, other: str) -> None:
    assert family_of(one) == family_of(other)


@pytest.mark.parametrize(("one", "other"), pairs(APART))
def test_what_only_looks_derived_is_of_another_family(one: str, other: str) -> None:
    assert family_of(one) != family_of(other)


@pytest.mark.parametrize("word", ["", "a", "I", "ing", "ed", "ly", "2024", "café", "U.S.", "x-ray"])
def test_a_family_is_found_for_any_token(word: str) -> None:
    assert isinstance(family_of(word), str)


def test_every_line_is_some_words_in_lower_case_each_once() -> None:
    for line in read_lines():
        assert 2 <= len(line) <= 14, line
        assert len(set(line)) == len(line), line
        assert all(word == word.lower() for word in line), line


def test_no_line_is_held_by_another() -> None:
    lines = [frozenset(line) for line in read_lines()]
    at = {word: {line for line in lines if word in line} for line in lines for word in line}
    for line in lines:
        assert frozenset.intersection(*(frozenset(at[word]) for word in line)) == {line}, line


def test_no_line_holds_opposites() -> None:
    opposed = [
        pair for line in read_lines() for pair in combinations(line, 2) if are_opposed(*pair)
    ]
    assert opposed == []


def test_every_single_word_is_english() -> None:
    words = {word for line in read_lines() for word in line if not {"_", "-"}.intersection(word)}
    strange = {word for word in words if not getAllLemmas(word) and listed_tag(word) is None}
    assert strange <= NEWER_THAN_THE_DICTIONARIES
