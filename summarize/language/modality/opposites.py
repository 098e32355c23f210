"""Words that cannot both be true of one thing at one time: "rise" and "fall", "open" and "shut".

A hand-made table of news verbs, adjectives, adverbs and nouns; each row sets every word of its left
side against every word of its right.
"""

_TABLE = """
rise increase climb grow gain jump surge soar : fall drop decrease decline shrink slump plunge
up higher : down lower
expand widen broaden : shrink narrow contract
improve strengthen recover rebound : worsen weaken deteriorate
accelerate quicken : slow decelerate
advance : withdraw retreat
enter invade : leave withdraw exit
arrive come land : leave depart
join : leave quit
send deploy : withdraw recall
regain retake recapture recover : lose cede
seize capture take : lose surrender liberate
win : lose
victory win : defeat loss
defeat beat : lose
succeed : fail
success : failure
successful : unsuccessful failed
attack assault : defend
repel : yield
defend : abandon
confirm acknowledge admit verify : deny reject refute dispute contradict
confirmation : denial
affirm assert : deny
accept approve adopt welcome embrace : reject refuse oppose decline rebuff block
approval : rejection disapproval
agree : disagree refuse
agreement consensus : disagreement
allow permit authorise authorize legalise legalize : ban bar forbid prohibit block outlaw
lift ease : impose tighten
impose : lift remove
support back endorse favor favour : oppose condemn criticise criticize denounce
supporter ally : opponent rival enemy foe
praise commend laud applaud hail : criticise criticize condemn denounce blame
open reopen : close shut
start begin launch commence resume : end stop finish halt cease suspend cancel
beginning start : end
continue ongoing : stop end cease halt conclude
extend prolong : shorten cut curtail
appear : disappear vanish
hire recruit appoint : fire sack dismiss
elect : defeat oust
uphold affirm : overturn strike quash reverse
pass : defeat reject
convict guilty : acquit innocent exonerate
arrest detain imprison jail : release free
charge : clear
kill die dead : survive save alive
injure hurt : unhurt unharmed uninjured
rescue save : abandon
buy purchase acquire : sell
lend : borrow
import : export
pay : owe withhold
include : exclude
present : absent
attend : skip boycott miss
unite : divide split
build construct : demolish destroy
create : destroy
reveal disclose : hide conceal withhold
remember : forget
know known : unknown
legal lawful : illegal unlawful
constitutional : unconstitutional
legitimate : illegitimate
safe : unsafe dangerous
secure : insecure
true : false untrue
genuine authentic real : fake false
accurate : inaccurate
certain clear : uncertain unclear
likely : unlikely
possible : impossible
able : unable
willing : unwilling reluctant
voluntary : mandatory compulsory forced
peaceful : violent
calm : tense
strong : weak
high : low
large big : small
many : few
most : few
more much : fewer less few little
for : against
with : without
majority most : minority
rich wealthy : poor
old : new young
early : late
first : last
before : after
above : below
inside : outside
north northern : south southern
east eastern : west western
public : private
male man boy : female woman girl
permanent : temporary
full fully complete completely entirely totally wholly : partial partially partly
always : never
everyone everybody all : nobody none no
everything : nothing
domestic : foreign
positive : negative
optimistic : pessimistic
formal official : informal unofficial
directly direct : indirectly indirect
intentional intentionally deliberate deliberately : accidental accidentally unintentional
prepared well-prepared ready : unprepared
trained well-trained : untrained
experienced : inexperienced
motivated : demoralised demoralized
armed : unarmed
occupied : liberated
vaccinated : unvaccinated
employed : unemployed
profit : loss
surplus : deficit
war : peace
friend : enemy
remain stay : leave go depart
borrow : repay
encourage : discourage
trust : distrust
love : hate
remove : add
follow : precede
maximum : minimum
adequate sufficient : inadequate insufficient
active : inactive
complete : incomplete
effective efficient : ineffective inefficient
correct : incorrect
credible : incredible
consistent : inconsistent
dependent : independent
proper : improper
patient : impatient
moral : immoral
approve : disapprove
like : dislike
respect : disrespect
honest : dishonest
loyal : disloyal
satisfied : dissatisfied
qualify : disqualify
arm : disarm
connect : disconnect
prove : disprove
obey : disobey
escalate : de-escalate deescalate
stabilise stabilize : destabilise destabilize
activate : deactivate
classify : declassify
visible : invisible
presence : absence
increase rise growth gain jump surge hike : reduction cut loss slump plunge
gain recoup : lose forfeit
reduce lower cut halve slash : increase raise boost double treble triple
strengthening improvement recovery rebound : weakening deterioration decline relapse
stronger : weaker
boom upturn growth expansion : recession downturn slump contraction
inflation : deflation
inflow influx arrival : outflow exodus departure
escalation : de-escalation
acceleration : slowdown deceleration
ascend : descend
ascent : descent
lengthen : shorten
deepen : ease
heighten : lower
tighten toughen : loosen relax ease
maximise maximize : minimise minimize
overestimate overstate exaggerate : underestimate understate
overvalued : undervalued
exceed surpass top : undershoot
overweight : underweight
foe enemy adversary opponent rival : ally friend partner supporter backer
critic detractor opponent : supporter admirer backer advocate
proponent : opponent
innocence : guilt
acquittal : conviction
prosecute : defend
condemn sentence : pardon
impose : waive
hiring recruitment : layoff redundancy firing
reinstate : dismiss fire sack remove suspend
promote : demote relegate
promotion : demotion relegation
resign quit : remain stay
opening reopening : closure closing
start launch : postpone delay
extension : expiry curtailment
front : back rear
ahead : behind
upper : lower
winner victor champion : loser runner-up
leader : follower
attacker aggressor invader : defender victim
victim : perpetrator
buyer purchaser customer : seller vendor supplier
purchase acquisition : sale disposal
employer : employee worker
boss : subordinate
lender creditor : borrower debtor
asset : liability
landlord : tenant renter
teacher lecturer : pupil student
coach : player
doctor surgeon : patient
parent mother father : child son daughter
mother : father
son : daughter
brother : sister
husband : wife
uncle : aunt
nephew : niece
grandfather grandparent : grandchild grandson
grandmother : granddaughter
king : queen
prince : princess
actor : actress
donor giver : recipient beneficiary
sender : recipient
plaintiff claimant : defendant
prosecutor prosecution : defendant defence defense
host : guest visitor
exporter : importer
incoming : outgoing departing
immigrant : emigrant
immigration : emigration
elder older : younger
ancestor : descendant
adult : child minor baby infant
teenager youth : pensioner retiree
left leftist left-wing left-leaning : right rightist right-wing right-leaning
far-left : far-right
conservative tory : liberal progressive labour
democrat democratic : republican
reformist : hardliner hardline
moderate : extremist radical hardline
hawk hawkish : dove dovish
royalist : republican
unionist : nationalist separatist
government : opposition
union : management
majority : few handful
shia shiite : sunni
catholic : protestant
religious : secular
sacred : secular
military : civilian
soldier combatant troop : civilian non-combatant
nuclear : conventional
urban : rural
city : countryside
north northward northerly : southward southerly
northeast north-east : southwest south-west southeast south-east northwest north-west
northwest north-west : southeast south-east southwest south-west
southeast south-east : southwest south-west
day daytime : night nighttime
morning : evening afternoon night
afternoon : evening
summer : winter
spring : autumn
dawn sunrise daybreak : dusk sunset nightfall
midday noon : midnight
today : yesterday tomorrow
yesterday : tomorrow
past : future
previous prior preceding former : next subsequent following future
earlier previously beforehand : later afterwards subsequently
sooner : later
ancient : modern contemporary
outdated obsolete : modern current
first-half : second-half
short-term : long-term
wet rainy : dry
rainfall flood : drought
rain : sunshine
hot warm : cold cool chilly
heat : cold
warm heat : cool chill
hotter warmer : colder cooler
heatwave : freeze
freeze : thaw melt
heavy : light
heavier : lighter
bright light : dark dim
thick dense : thin sparse
full packed crowded : empty deserted
fill : empty drain
hard tough : soft
hard difficult tough : easy simple
complex complicated : simple straightforward
quick fast rapid swift speedy : slow gradual
quickly rapidly swiftly fast : slowly gradually
faster quicker : slower
sudden abrupt : gradual
suddenly abruptly : gradually
deep : shallow
near nearby close : far distant remote
long : short
longer : shorter
wide broad : narrow
tall : short
taller : shorter
over above : under below beneath
up upward upwards : down downward downwards
upstream : downstream
uphill : downhill
uphill upstairs : downstairs
in : out
on : off
top : bottom
forward forwards : backward backwards
clockwise : anticlockwise counterclockwise
together jointly : apart separately individually
united : divided
internal : external
interior inner : exterior outer
indoor : outdoor
indoors : outdoors
inland : offshore
onshore : offshore
home domestic : abroad overseas
local : global international national
native indigenous : foreign immigrant
citizen : foreigner alien
resident local : tourist visitor
bilateral : unilateral
greatest : least smallest
best finest : worst
better : worse
highest : lowest
higher above-average : lower below-average
largest biggest : smallest
larger bigger : smaller
longest : shortest
oldest : youngest newest
earliest : latest
strongest : weakest
richest wealthiest : poorest
fastest quickest : slowest
hottest warmest : coldest coolest
wettest : driest
major main : minor
primary : secondary
significant substantial considerable : insignificant negligible minor slight
significantly substantially considerably greatly : slightly marginally
sharply steeply : slightly marginally modestly
huge enormous vast massive giant : tiny minute small
great : small slight
plenty abundance : shortage scarcity lack
abundant plentiful : scarce
glut oversupply : shortage shortfall
excess surplus : shortfall shortage
excessive : insufficient inadequate
enough : insufficient
numerous several multiple : single sole
whole entire : half
everywhere : nowhere
often frequently regularly : rarely seldom
frequent regular common : rare infrequent occasional
usually normally generally : rarely seldom
always constantly : rarely seldom occasionally sometimes
constant continuous : intermittent sporadic
widespread : rare uncommon
usual normal ordinary typical : unusual abnormal extraordinary atypical
once : twice repeatedly
temporarily provisionally : permanently
temporary provisional interim : lasting permanent
publicly openly : privately secretly
open transparent overt : secret covert clandestine
legally lawfully : illegally unlawfully
peacefully : violently
officially formally : unofficially informally
correctly rightly : incorrectly wrongly wrongfully
right correct : wrong incorrect
voluntarily willingly : forcibly unwillingly reluctantly
optional : mandatory compulsory obligatory
unanimous unanimously : split divided
safely : dangerously
safety : danger
alive : deceased
living : dead deceased
birth : death
born : die dead
marry : divorce
marriage : divorce
married : single divorced
pregnant : childless
healthy well : ill sick unwell
awake : asleep
sober : drunk
curable treatable : incurable
benign : malignant
infect : immunise immunize
contagious infectious : non-contagious non-infectious
fresh : stale rotten
edible : poisonous inedible
clean : dirty polluted contaminated
pure : impure contaminated
decontaminate : contaminate
hero : villain coward
brave courageous : cowardly
good : bad poor
excellent superb : terrible awful poor
strength : weakness
advantage benefit : disadvantage drawback
profitable : loss-making
lucrative : unprofitable
solvent : bankrupt insolvent
cheap inexpensive : expensive costly
cheaper : dearer pricier
credit : debit
deposit : withdraw withdrawal
income revenue : expenditure spending outlay
saver : spender
repayment : borrowing
wealth prosperity : poverty
nationalise nationalize : privatise privatize
nationalisation nationalization : privatisation privatization
subsidise subsidize : tax
merge : demerge split
unify : divide split
unity : division disunity
union : secession separation
accession : secession withdrawal
annex : cede
win : draw
victory : draw
draw tie : win loss defeat victory
friendly : hostile
hostile : sympathetic supportive
friendship : enmity hostility
love : hatred
calm tranquil : turbulent stormy
calm pacify : inflame provoke
stability : instability turmoil
stable steady : unstable volatile
order : disorder chaos
certainty : doubt
confident certain : doubtful uncertain
belief : disbelief doubt
believe : disbelieve doubt
trust confidence : mistrust suspicion
hope : despair
hopeful : hopeless pessimistic
optimism : pessimism
optimist : pessimist
happy glad pleased : unhappy sad
satisfaction : dissatisfaction
pride : shame
welcome : deplore condemn
famous : unknown obscure
loud noisy : quiet silent
noise : silence
interesting exciting : boring dull
patience : impatience
wise : foolish
clever intelligent : stupid
knowledge : ignorance
aware : oblivious
recall : forget
ask : answer reply
question : answer
send dispatch : receive
give hand : receive take
donate : receive
acceptance : refusal rejection
consent : refusal
obey comply : defy disobey flout
compliance : defiance breach violation
comply observe : breach violate
uphold respect honour honor : violate breach
ratify : repeal rescind revoke
enact introduce : repeal abolish scrap
introduction enactment : repeal abolition
grant : revoke refuse deny withhold
granted : refused denied revoked
award : revoke
approve : veto
ban prohibition : permission
banned prohibited forbidden : allowed permitted
prevent : cause
help aid assist : hinder hamper impede obstruct
encourage : deter dissuade
persuade : dissuade
protect guard : attack endanger
preserve conserve : destroy waste
conservation preservation : destruction demolition
construction : demolition
rebuild repair mend : destroy demolish
repair fix : break damage
assemble : dismantle disperse
gather : disperse scatter
install : remove
mobilise mobilize : demobilise demobilize
militarise militarize : demilitarise demilitarize
disarmament : rearmament
board embark : disembark
take_off : land
outbound : inbound
entrance entry : exit
admit : expel exclude
admission entry : expulsion exclusion
deport : admit
push : pull
lift raise hoist : lower drop
throw : catch
catch : release miss
hit : miss
seek : avoid shun
pursue : flee
escape flee : capture
fugitive : captive
captive prisoner : captor
freedom liberty : captivity imprisonment slavery
attach : detach
veil mask : unmask expose
expose uncover : conceal cover
appearance : disappearance
found : missing lost
find : lose
found : dissolve disband
form establish : disband dissolve abolish
formation establishment : dissolution abolition
sign : cancel repudiate
renew : terminate cancel
renewal : termination cancellation
renewable : fossil
natural organic : artificial synthetic man-made
real actual : imaginary fictional hypothetical
factual : fictional
truth : lie falsehood
true : bogus
live : pre-recorded
novice beginner : expert veteran
junior : senior
superior : inferior
senior : subordinate
black : white
single : double
sharp : blunt
smooth : rough bumpy
tight : loose
rigid inflexible : flexible
strict stringent : lax lenient
harsh severe : lenient mild
severe serious grave : mild minor slight
severely seriously badly : slightly mildly
acute : chronic
generous : stingy
guilty culpable : blameless
equality : inequality
fair just : unfair unjust
justice : injustice
similar alike same identical : different distinct
similarity : difference
inclusion : exclusion
inclusive : exclusive
democracy : dictatorship autocracy
democratic : authoritarian
monarchy : republic
capitalism capitalist : communism communist
pro-government : anti-government
pro-russian : anti-russian
pro-western : anti-western
pro-war : anti-war
pro-european : anti-european eurosceptic
federal : state
centralise centralize : decentralise decentralize
offensive attacking : defensive
offence offense : defence defense
homegrown : imported
prewar pre-war : postwar post-war
pre-election : post-election
"""


def _read_table() -> frozenset[frozenset[str]]:
    pairs: set[frozenset[str]] = set()
    for row in _TABLE.strip().splitlines():
        left, right = row.split(" : ")
        pairs |= {frozenset((a, b)) for a in left.split() for b in right.split()}
    return frozenset(pairs)


_PAIRS = _read_table()


def are_opposed(lemma_a: str, lemma_b: str) -> bool:
    """Say whether two lemmas, in lower case, exclude each other; the order does not matter."""
    return frozenset((lemma_a, lemma_b)) in _PAIRS or _differs_by_prefix(lemma_a, lemma_b)


def _differs_by_prefix(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    is_prefixed = long in {f"{prefix}{short}" for prefix in _PREFIXES}
    return is_prefixed and len(short) > 3 and long not in _NOT_OPPOSED


_PREFIXES = ("un", "non", "non-", "il", "ir")
_NOT_OPPOSED = frozenset("unless unearth unveil unleash unfold uncover undoing".split())
"""They begin with "un" and do not undo the rest."""
