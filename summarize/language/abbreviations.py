"""Written abbreviations of English news prose, by whether a sentence can end after them.

Lower case and without the final stop. Sources: AP and Guardian style for titles, ranks, months and
states; unit symbols from the SI brochure.
"""

TITLES = frozenset(
    "mr mrs ms mx dr prof rev fr sr hon st gen col lt maj capt cpt sgt adm brig cpl pvt cmdr cdr "
    "comdr lcdr ltc ssgt msgt sen rep gov pres sec supt det insp amb atty messrs mme mlle".split()
)
"""They stand before a name, so that no sentence ends after them."""

BEFORE_NUMBER = frozenset(
    "no nos fig figs art sec ch pp p vol para "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
"""They hold a sentence open before a digit."""

INSIDE = frozenset("vs v cf e.g i.e viz approx ca est al sq cu".split())
"""They stand in the middle of a phrase."""

EITHER = frozenset(
    "inc ltd corp co bros plc cos jr sr esq ph.d m.d b.a m.a u.s u.k u.n e.u u.s.a u.s.s.r d.c "
    "a.m p.m a.d b.c etc ave blvd rd ft mt dept univ assn km kg cm mm lb lbs oz mi in mph hrs "
    "min ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont "
    "neb nev okla ore pa tenn tex va vt wash wis wyo".split()
)
"""They may end a sentence; what follows decides."""


def is_abbreviation(word: str) -> bool:
    """Say whether `word`, without its final stop, is abbreviated (case does not matter)."""
    low = word.lower()
    return low in TITLES or low in BEFORE_NUMBER or low in INSIDE or low in EITHER
