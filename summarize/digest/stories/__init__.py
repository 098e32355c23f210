"""Which articles tell one story, over a window of days, with ids that last."""

from summarize.digest.stories.grouping import group_articles
from summarize.digest.stories.items import Grouping, Item
from summarize.digest.stories.signature import SIGNATURE_VERSION, Signature
from summarize.digest.stories.versions import is_version

__all__ = ["SIGNATURE_VERSION", "Grouping", "Item", "Signature", "group_articles", "is_version"]
