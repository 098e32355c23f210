"""The digest as JSON: the models' own field names and order."""

from summarize.digest.model import Digest
from summarize.render.escape import escape_json
from summarize.render.json import withhold_sources


def render_digest_json(digest: Digest) -> str:
    """Write the whole digest, indented; `Digest.model_validate_json` reads it back."""
    return escape_json(digest.model_dump_json(indent=2)) + "\n"


def withhold_all_sources(digest: Digest) -> Digest:
    """Take the articles' texts out of every brief; hashes and quotes stay."""
    stories = tuple(
        one.model_copy(update={"brief": withhold_sources(one.brief)}) for one in digest.stories
    )
    return digest.model_copy(update={"stories": stories})
