"""The brief as JSON: the models' own field names and order."""

from summarize.model import Brief, Extraction
from summarize.render.escape import escape_json


def render_json(brief: Brief) -> str:
    """Write the whole brief, indented; `Brief.model_validate_json` reads it back."""
    return escape_json(brief.model_dump_json(indent=2)) + "\n"


def render_line(extraction: Extraction) -> str:
    """Write one extraction as one line of JSON."""
    return escape_json(extraction.model_dump_json()) + "\n"


def withhold_sources(brief: Brief) -> Brief:
    """Take out the articles' texts and what cleaning removed of them; hashes and quotes stay."""
    articles = tuple(
        article.model_copy(
            update={
                "text": "",
                "removed": tuple(
                    piece.model_copy(update={"text": ""}) for piece in article.removed
                ),
            }
        )
        for article in brief.articles
    )
    return brief.model_copy(update={"articles": articles})
