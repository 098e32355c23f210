"""Words that limit, hedge, condition or turn round what a sentence says.

None of them may be dropped from a statement, or added to it, as other words may. The classes follow
Huddleston & Pullum (2002), The Cambridge Grammar of the English Language, chapters 5, 9 and 14, and
what FactBank (Saurí & Pustejovsky 2009) counts as a source of uncertainty.
"""

from typing import Literal

from summarize.language.meaning.spelling import fold_spelling

Limit = Literal[
    "negation", "condition", "exclusion", "quantity", "hedge", "modal", "bound", "status", "order",
    "cause", "degree",
]  # fmt: skip

_WORDS: dict[Limit, str] = {
    "negation": """
        not no never nobody none nothing nowhere neither nor without hardly scarcely barely
        seldom rarely non fail failed fails failing refuse refused refuses refusing lack
        lacked lacks lacking deny denied denies denying unable unwilling false""",
    "condition": """
        if unless provided providing assuming supposing otherwise until till whether conditional
        condition conditions pending subject""",
    "exclusion": """
        only solely exclusively merely except excluding apart alone just but besides""",
    "quantity": """
        all every each both most many few some several any half majority minority mostly mainly
        largely partly partially chiefly primarily generally usually often sometimes
        occasionally always everywhere everyone everybody everything either entire entirely
        whole wholly total totally full fully completely complete part parts certain various
        numerous countless more fewer less least enough much frequently regularly initially
        temporarily""",
    "hedge": """
        alleged allegedly reported reportedly suspected suspect suspects purported purportedly
        supposed supposedly apparent apparently possible possibly probable probably likely
        unlikely perhaps maybe potential potentially presumably presumed believed thought
        understood feared expected estimated rumored unconfirmed unverified seemingly
        seem seems seemed appear appears appeared claimed claims hypothetical theoretical
        theoretically doubtful tentative tentatively arguably ostensibly nominal nominally
        provisional provisionally preliminary unofficial
        unofficially self called styled proclaimed accused hopefully conceivably suggest suggests
        suggested unclear uncertain""",
    "modal": "may might can could would should must shall will ought need",
    "bound": """
        about around approximately roughly some over under above below least most than up
        exceeding between nearly almost circa exactly precisely minimum maximum virtually
        practically""",
    "status": """
        former formerly ex acting interim deputy vice assistant attempted attempt failed planned
        proposed prospective incoming outgoing elect designate fake mock counterfeit imitation
        virtual deposed ousted late first second third last next previous future upcoming
        intended hoped aspiring retired partial mini quasi pseudo anti""",
    "order": """
        before after since while when during prior following once earlier later then""",
    "cause": "because due owing therefore hence thus so consequently cause caused",
    "degree": "too as same than equally",
}  # fmt: skip

_LIMITS: dict[str, Limit] = {}
for _limit, _listed in _WORDS.items():
    for _word in _listed.split():
        _LIMITS.setdefault(fold_spelling(_word), _limit)


def limit_of(key: str) -> Limit | None:
    """Return what kind of limit the word with this key (see `cells`) sets, or None."""
    return _LIMITS.get(key)
