"""Articles grouped by story, the new ones of a run among the known ones of the days around them.

Nothing is grouped anew: known stories are groups to begin with, and what is new joins them, makes
stories of its own, or shows that two known ones are one or that one is two.
"""

from collections.abc import Iterable

from summarize.digest.stories.items import Grouping, Item


def group_articles(items: Iterable[Item], *, window_days: int) -> Grouping:
    """Give each new article a story.

    `items` are the new articles and the known ones that lie within `window_days` of them, or of
    their stories. A story goes on as long as articles keep coming: an article that is more than
    the window away from all of a story begins another. Order and doubled items change nothing; of
    a known and a new item of one ref, the known one counts.
    """
    unique: dict[int, Item] = {}
    for item in sorted(items, key=lambda one: (one.ref, one.story_id is None, one.story_id)):
        unique.setdefault(item.ref, item)
    if all(item.story_id is not None for item in unique.values()):
        return Grouping({}, ())
    from summarize.digest.stories.arranging import arrange_items

    ordered = sorted(unique.values(), key=lambda one: (one.day, one.signature, one.ref))
    return arrange_items(ordered, window_days)
