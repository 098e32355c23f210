"""The articles that have no story yet, placed among those of the window around them."""

import datetime as dt
from collections.abc import Sequence

from summarize.digest.store.records import StoredItem
from summarize.digest.store.store import Store
from summarize.digest.stories import SIGNATURE_VERSION, Grouping, Item, Signature, group_articles

_NOTHING_PLACED = dt.date.max


def place_articles(store: Store, window_days: int) -> Grouping | None:
    """Return the stories of the articles that have none, or None where each has one.

    Only what lies within `window_days` of them is looked at; the rest of the store is left alone.
    """
    unplaced = store.window(_NOTHING_PLACED)
    if not unplaced:
        return None
    since = min(one.day for one in unplaced) - dt.timedelta(days=window_days)
    stored = store.window(since)
    renewed = _sign_anew(
        store, [one for one in stored if one.signature_version != SIGNATURE_VERSION]
    )
    items = [
        _to_item(one, renewed.get(one.ref) or Signature.from_bytes(one.signature)) for one in stored
    ]
    return group_articles(items, window_days=window_days)


def _to_item(stored: StoredItem, signature: Signature) -> Item:
    return Item(stored.ref, stored.day, signature, stored.story_id, is_dated=signature.is_dated)


def _sign_anew(store: Store, stored: Sequence[StoredItem]) -> dict[int, Signature]:
    """Make the signatures that another version of the program made, and keep them."""
    if not stored:
        return {}
    articles = store.articles_by_ref([one.ref for one in stored])
    renewed = {one.ref: Signature.of(one.article) for one in articles}
    store.set_signatures({ref: one.to_bytes() for ref, one in renewed.items()}, SIGNATURE_VERSION)
    return renewed
