"""Every id that the brief refers to is there, and stands for one thing."""

from collections import Counter
from collections.abc import Iterator

from summarize.model import Evidence, Model
from summarize.verify.ledger import Ledger, walk

_MEANT: dict[str, str] = {
    "article_id": "articles",
    "article_ids": "articles",
    "cited_article_id": "articles",
    "actor_id": "actors",
    "actor_ids": "actors",
    "speaker_id": "actors",
    "speaker_ids": "actors",
    "holder_id": "actors",
    "holder_ids": "actors",
    "silent_article_ids": "articles",
    "claim_ids": "claims",
    "figure_ids": "figures",
    "superseded_ids": "figures",
    "finding_ids": "findings",
    "point_id": "contested",
}
"""In which list of the brief the ids of a field are found."""

_WITH_IDS = (*dict.fromkeys(_MEANT.values()), "figure_groups", "contested", "origins")


def check_references(ledger: Ledger) -> None:
    """Check that ids are unique in their list and that no reference leads nowhere.

    Evidence has its own check.
    """
    known = {name: [item.id for item in getattr(ledger.brief, name)] for name in _WITH_IDS}
    there = {name: {*ids} for name, ids in known.items()} | {"articles": ledger.article.keys()}
    for name, ids in known.items():
        counted = Counter(ids)
        for place, one in enumerate(ids):
            if counted[one] > 1 and one in ids[:place]:
                ledger.fail(f"{name}[{place}]", "reference.duplicate", "id stands twice", one)
    for path, item in walk(ledger.brief):
        if not isinstance(item, Evidence):
            for field, one in _references(item):
                if one not in there[_MEANT[field]]:
                    problem = f"no such id in {_MEANT[field]}"
                    ledger.fail(f"{path}.{field}", "reference.unknown", problem, one)


def _references(item: Model) -> Iterator[tuple[str, str]]:
    for field in _MEANT.keys() & type(item).model_fields.keys():
        value = getattr(item, field)
        for one in (value,) if isinstance(value, str) else value or ():
            yield field, one
