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
