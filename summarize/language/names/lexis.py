"""What a capital hides: words that English writes in lower case, and capitals that name nothing."""

import re
from functools import lru_cache

from summarize.language.calendar import MONTHS, WEEKDAYS
from summarize.language.lexicon import listed_tag
from summarize.language.morphology import can_be
from summarize.language.names import titles

MONTHS_AND_DAYS = frozenset(
    (
        *MONTHS,
        *WEEKDAYS,
        *"jan feb mar apr jun jul aug sep sept oct nov dec".split(),
        *"mon tue tues wed thu thur thurs fri sat sun".split(),
    )
)
FUNCTION_WORDS = frozenset(
    """a an the this that these those it its he his she her hers they their them we our ours us i my
    me you your yours who whom whose what which when where why how whether if then than there here
    as at by from in into on onto over per to toward towards under until up upon with within without
    about above across after against along amid among around before behind below beneath beside
    between beyond but despite down during except inside like near of off out outside past since
    through throughout via for and or nor so yet both either neither not no all any each every
    few many more most much other others another some several such only own same too very just even
    also again already always never ever once now today tomorrow yesterday soon still however
    meanwhile moreover furthermore nevertheless nonetheless instead otherwise therefore thus hence
    indeed perhaps maybe although though because while whereas unless is are was were be been being
    am do does did has have had will would shall should can could may might must let yes please
    one two three four five six seven eight nine ten eleven twelve dozens hundreds thousands
    millions asked according following including regarding given based speaking added
    earlier later last next first second third recently currently finally eventually ultimately
    elsewhere read watch breaking update updated exclusive video photo image listen advertisement
    western eastern northern southern soviet islamic christian catholic muslim jewish arab arabs
    nazi communist democrat republican latino hispanic black white asian african european european's
    muslims christians jews catholics africans europeans asians sunni shia shiite kurdish kurds
    protestant orthodox hindu buddhist latinos hispanics blacks whites americans' nazis communists
    neo-nazi antisemitic zionist gmt ok oh ah well no. vol q a.m p.m internet web""".split()
) - {"us", "may"}
"""Words that never open a name, most of them closed classes."""

ADJECTIVES = frozenset(
    """north south east west western eastern northern southern
    soviet islamic christian catholic muslim jewish arab
    democrat republican black white asian african european orthodox kurdish hindu communist first
    national sunni shia shiite protestant buddhist hispanic latino nazi fascist marxist socialist
    english scottish welsh korean scandinavian nordic baltic balkan caucasian siberian chechen
    tatar crimean tibetan uyghur uighur mongol catalan basque flemish bavarian sicilian roman
    parisian indigenous aboriginal native celtic gaelic slavic germanic anglo caribbean
    mediterranean arctic antarctic atlantic pacific biblical victorian byzantine ottoman persian
    hellenic gothic medieval californian texan hawaiian alaskan floridian londoner olympic
    paralympic presidential parliamentary congressional senatorial gubernatorial evangelical
    anglican lutheran methodist baptist mormon jesuit islamist jihadist bolivarian tamil bengali
    punjabi kashmiri pashtun zulu maori māori iberian latin hebrew arabic turkic
    euro-atlantic transatlantic trans-pacific pan-african quranic koranic tory democratic
    conservative tuareg hutu tutsi hausa
    igbo yoruba rohingya islamists jihadists salafist unionist unionists nationalist
    orwellian keynesian freudian darwinian""".split()
)
"""Adjectives written with a capital: no names, though they open many (African Union)."""


_ADVERB = re.compile(r".{4,}(?:ical|ional|ual|ural|ous|ive|ed|ing)ly$")
"""Adverbs that the lexicon lacks, told by their endings; no frequent surname has one."""


@lru_cache(maxsize=50_000)
def is_common(word: str) -> bool:
    """Say whether English has `word` in lower case: capitals at a sentence's start hide that."""
    low = word.lower()
    if low in FUNCTION_WORDS or low in titles.PERSON_NOUNS or _ADVERB.match(low):
        return True
    tag = listed_tag(low)
    if tag is not None:
        return not tag.startswith("NNP")
    return any(can_be(low, part) for part in ("NOUN", "VERB", "ADJ", "ADV"))
