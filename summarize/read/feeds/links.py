"""The addresses in a feed: made absolute, and without what only counts where readers come from."""

import re
from urllib.parse import urljoin, urlsplit

_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|igshid|mc_cid|mc_eid|mkt_tok"
    r"|_hsenc|_hsmi|at_(?:medium|campaign|bbc_team|link_\w+)|xtor|ns_(?:mchannel|campaign|source))\Z",
    re.IGNORECASE,
)
"""Parameters of the analytics of Google, Meta, Microsoft, Yandex, X, Mailchimp, Marketo, HubSpot,
AT Internet and comScore, by their documentation: no server chooses a page by them."""


def settle_link(base: str, link: str | None) -> str | None:
    """Return the absolute web address of `link`, or None for what is no such address."""
    if not link or not link.strip():
        return None
    try:
        url = urljoin(base, link.strip())
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc:
        return None
    return strip_tracking(url)


def strip_tracking(url: str) -> str:
    """Return `url` without parameters that only track readers; the others stay as they are."""
    address, hash_mark, fragment = url.partition("#")
    address, question_mark, query = address.partition("?")
    kept = [pair for pair in query.split("&") if not _is_tracking(pair)]
    if len(kept) < len(query.split("&")):
        query = "&".join(kept)
        question_mark = "?" if query else ""
    if _is_tracking(fragment):
        hash_mark = fragment = ""
    return f"{address}{question_mark}{query}{hash_mark}{fragment}"


def _is_tracking(pair: str) -> bool:
    return _TRACKING.match(pair.partition("=")[0]) is not None
