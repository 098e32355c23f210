"""Words that say what a person is: titles before a name, offices, ranks and occupations.

AP style writes a title before a name with a capital and an occupation in lower case; a role in
apposition is built around one of either.
"""

from collections.abc import Sequence
from typing import Literal

COURTESY_MALE = frozenset("mr sir lord father brother duke baron count monsieur herr".split())
COURTESY_FEMALE = frozenset(
    "mrs ms miss mme mlle lady dame sister baroness duchess countess madame frau".split()
)
COURTESY = COURTESY_MALE | COURTESY_FEMALE | {"dr", "mx", "hon", "st", "messrs"}
"""Titles that carry no role of their own."""

RANKS = frozenset(
    "gen lt col maj capt cpt sgt adm brig cpl pvt cmdr general colonel major captain lieutenant "
    "sergeant admiral brigadier corporal private commander commodore marshal".split()
)

ROYALTY = frozenset("king queen prince princess emperor empress st saint".split())
"""They bear no surname: what follows their name is a hall, a square or a hospital."""

OFFICES = frozenset(
    "mayor president premier chancellor minister secretary senator sen congressman congresswoman "
    "governor gov judge councillor councilman councilwoman spokesman spokeswoman officer detective "
    "sgt sergeant lt coach professor prof mr mrs ms miss mx dr".split()
)
"""Titles that open no name of a place, so that a bare surname may follow: "Mayor Field"."""

_MALE = frozenset(
    "king prince chairman spokesman congressman councilman businessman policeman fireman "
    "salesman emperor sheikh sultan emir ayatollah pope archbishop bishop cardinal rabbi imam "
    "actor father husband son brother grandfather uncle nephew widower waiter".split()
)
_FEMALE = frozenset(
    "queen princess chairwoman spokeswoman congresswoman councilwoman businesswoman policewoman "
    "empress actress mother wife daughter sister grandmother aunt niece widow waitress".split()
)

_HEADS = frozenset(
    """mr mrs ms miss mx dr prof sir lord lady dame baron baroness rev fr sr hon messrs mme mlle
    professor reverend father sister bishop archbishop cardinal pope rabbi imam sheikh sheik
    ayatollah mullah king queen prince princess duke duchess emperor empress sultan emir count
    countess president premier chancellor minister secretary senator sen representative rep
    congressman congresswoman governor gov mayor judge justice general gen lieutenant lt colonel
    col major maj captain capt cpt sergeant sgt admiral adm brigadier brig corporal cpl private
    pvt commander cmdr commodore marshal officer detective inspector constable sheriff chief
    commissioner director chairman chairwoman chairperson chair ceo cfo coo cto spokesman
    spokeswoman spokesperson ambassador envoy coach manager leader mp mep msp td cllr councillor
    councilor councilman councilwoman alderman speaker whip comrade treasurer consul
    superintendent administrator assemblyman assemblywoman delegate lawmaker legislator
    prosecutor attorney solicitor barrister dean provost rector principal headmaster headteacher
    editor correspondent reporter analyst economist historian pastor deacon chaplain vicar
    trooper deputy agent founder coordinator commentator executive counsel counselor counsellor
    adviser advisor aide strategist magistrate mufti patriarch metropolitan monsignor swami guru
    chieftain taoiseach tanaiste burgomaster ombudsman comptroller controller auditor registrar
    curator conductor midfielder striker defender goalkeeper quarterback pitcher forward winger
    skipper pm vp firefighter nurse doctor aviator astronaut cosmonaut nominee candidate
    congressperson undersecretary subsecretary negotiator postmaster laureate""".split()
)
"""Words that, written before a name, are its title."""

_PLURALS = frozenset("sen rep gov judge justice senator president minister general prof dr".split())

_MODIFIERS = frozenset(
    """former ex then late deputy vice acting interim first second third senior assistant associate
    under foreign defense defence finance interior justice home health education energy culture
    environment environmental trade transport transportation treasury labor labour agriculture
    press national security communications policy executive managing special supreme crown prime
    lieutenant lt lt. maj. brig. maj brig major brigadier rear staff master police fire house
    senate majority minority district attorney general state chief lead head presidential
    republican democratic democrat gop u.s. us federal city county council party opposition
    parliamentary shadow junior permanent honorary emeritus adjunct visiting political military
    naval air economic financial legal medical media digital public affairs veteran retired
    incoming outgoing elect designate congressional gubernatorial conservative liberal
    independent employment development intelligence immigration border campaign operating
    commercial technology information investment editorial sports business diplomatic science
    climate fellow brexit commerce housing water planning roads tourism cabinet leading""".split()
)
"""Words that may stand inside a title before its head."""

_PORTFOLIOS = frozenset(
    """state staff defense defence finance interior justice health education energy culture trade
    transport transportation treasury labor agriculture commerce intelligence national foreign
    affairs internal external home land homeland security war economy environment police
    operations communications research house general the and veterans housing urban development
    human services science technology sport sports tourism planning""".split()
)
"""What follows "of" inside a title: Secretary of State, Chief of the General Staff."""

_AFTER_HEAD = frozenset("general elect designate emeritus emerita".split())
"""Secretary General, President-elect, Professor Emeritus."""

_OF_HEADS = frozenset("secretary minister chief director speaker undersecretary master".split())

PERSON_NOUNS = frozenset(
    """president minister premier chancellor secretary senator representative lawmaker legislator
    governor mayor judge justice general colonel major captain lieutenant sergeant admiral
    commander officer detective inspector sheriff chief commissioner director chair leader
    ambassador envoy diplomat coach manager councillor councilor speaker whip treasurer consul
    superintendent administrator delegate prosecutor attorney lawyer solicitor barrister
    advocate professor dean provost rector principal teacher lecturer scholar academic student
    researcher scientist physicist chemist biologist engineer doctor physician surgeon nurse
    editor correspondent reporter journalist columnist blogger author writer novelist poet
    playwright analyst expert economist historian pastor priest bishop archbishop cardinal pope
    rabbi imam cleric monk nun founder cofounder co-founder owner boss head executive ceo cfo
    coo counsel adviser advisor aide strategist negotiator activist campaigner organizer
    organiser protester dissident defector refugee migrant exile soldier marine sailor pilot
    veteran fighter militant rebel insurgent warlord terrorist suspect gunman attacker assailant
    shooter victim survivor witness resident native citizen neighbor neighbour mother father
    parent son daughter brother sister husband wife widow widower uncle aunt cousin nephew niece
    grandmother grandfather grandson granddaughter friend girlfriend boyfriend partner fiance
    fiancé fiancée lover actor actress singer musician rapper songwriter composer pianist
    guitarist drummer violinist conductor dancer choreographer artist painter sculptor
    photographer designer architect illustrator comedian presenter broadcaster anchor host
    producer filmmaker screenwriter model celebrity star footballer player striker midfielder
    defender goalkeeper quarterback batsman bowler pitcher golfer boxer swimmer runner sprinter
    athlete cyclist driver jockey skipper champion medalist medallist winner candidate nominee
    contender incumbent challenger rival successor predecessor colleague counterpart deputy ally
    critic supporter opponent spokesperson spokesman spokeswoman king queen prince princess duke
    duchess emperor sheikh ruler monarch dictator autocrat oligarch tycoon billionaire
    millionaire entrepreneur investor banker broker trader financier businessman businesswoman
    consultant lobbyist accountant employee worker staffer intern farmer rancher fisherman miner
    builder carpenter plumber electrician mechanic shopkeeper hairdresser chef cook waiter
    waitress bartender baker butcher gardener librarian curator archaeologist firefighter
    paramedic policeman policewoman constable cop guard trooper ranger agent spy informant
    whistleblower hacker programmer developer inventor pioneer explorer astronaut cosmonaut
    mountaineer climber photojournalist commentator pundit contributor publisher chairman
    chairwoman chairperson congressman congresswoman mp mep msp politician statesman official
    bureaucrat undersecretary clerk counselor counsellor therapist psychologist psychiatrist
    pharmacist veterinarian dentist epidemiologist virologist climatologist geologist
    meteorologist astronomer mathematician statistician sociologist anthropologist philosopher
    theologian linguist translator interpreter fellow member co-author coauthor co-chair vice-
    vice-chancellor teenager man woman boy girl toddler baby infant pensioner
    grandparent orphan heir heiress killer murderer robber thief burglar rapist inmate prisoner
    detainee hostage captive convict bomber hijacker kidnapper smuggler trafficker drug-dealer
    pilgrim missionary preacher evangelist televangelist guru mogul magnate industrialist
    philanthropist volunteer trustee governor-general mayor-elect president-elect taoiseach
    midwife carer caretaker landlord tenant customer passenger cleaner""".split()
)
"""Lower-case nouns that a role can be built on."""

_PERSON_ENDINGS = ("woman", "person", "ologist", "ographer", "keeper", "maker", "worker")
_NOT_PERSONS = frozenset("paper newspaper bookkeeper peacemaker".split())


def is_title(word: str) -> bool:
    """Say whether `word`, stop or not, is a title when a name follows it."""
    low = word.lower().rstrip(".")
    if low in _HEADS or low.removesuffix("s") in _PLURALS:
        return True
    parts = low.split("-")
    is_made_of = all(part in _HEADS or part in _MODIFIERS for part in parts)
    return len(parts) > 1 and is_made_of and any(part in _HEADS for part in parts)


def is_courtesy(word: str) -> bool:
    """Say whether `word` is a title without a role: Mr, Dr, Lady."""
    return word.lower().rstrip(".") in COURTESY


def is_person_noun(word: str) -> bool:
    """Say whether `word`, singular and in any case, names what a person is."""
    low = word.lower().rstrip(".")
    if low in PERSON_NOUNS or low in _HEADS:
        return True
    last = low.rsplit("-", 1)[-1]
    return last in PERSON_NOUNS or (low.endswith(_PERSON_ENDINGS) and low not in _NOT_PERSONS)


def gender_of_title(word: str) -> Literal["m", "f"] | None:
    """Return "m" or "f" where a title or role word tells it."""
    low = word.lower().rstrip(".")
    if low in COURTESY_MALE or low in _MALE or (low.endswith("man") and not low.endswith("woman")):
        return "m"
    return "f" if low in COURTESY_FEMALE or low in _FEMALE or low.endswith("woman") else None


def title_length(words: Sequence[str], start: int = 0) -> int:
    """Return how many of `words` from `start` on are one title, 0 where there is none.

    "Deputy Prime Minister", "Secretary of State", "Lt. Gen." and "Attorney General" are one title
    each. Modifiers alone are none.
    """
    i, end = start, start
    while i < len(words):
        low = words[i].lower().rstrip(".")
        if is_title(low):
            i = _after_head(words, i)
            end = i
        elif low in _MODIFIERS or words[i].lower() in _MODIFIERS or low in ("-", ","):
            i += 1
        else:
            break
    return end - start


def _after_head(words: Sequence[str], i: int) -> int:
    low = words[i].lower().rstrip(".")
    i += 1
    if i < len(words) and words[i].lower() in _AFTER_HEAD:
        i += 1
    if low in _OF_HEADS and i + 1 < len(words) and words[i].lower() in ("of", "for"):
        j = i + 1
        while j < len(words) and words[j].lower() in _PORTFOLIOS:
            j += 1
        while words[j - 1].lower() in ("the", "and"):
            j -= 1
        if j > i + 1:
            return j
    return i
