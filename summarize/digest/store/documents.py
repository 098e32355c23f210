"""Models as the store keeps them: their JSON, compressed, beside the version of its schema.

A document that this program cannot read, since another version wrote it, is as good as absent:
extractions and briefs are made again, an article is read again while its source still has it.
"""

import zlib
from typing import TypeVar

from pydantic import ValidationError
from sqlalchemy import RowMapping

from summarize.model import SCHEMA_VERSION, Model

Document = TypeVar("Document", bound=Model)


def pack(model: Model) -> dict[str, str | bytes]:
    """Return the columns `schema_version` and `document`."""
    text = model.model_dump_json().encode()
    return {"schema_version": SCHEMA_VERSION, "document": zlib.compress(text)}


def unpack(kind: type[Document], row: RowMapping | None) -> Document | None:
    """Read a row with those two columns; null for no row, and for what cannot be read any more."""
    if row is None or row["schema_version"] != SCHEMA_VERSION:
        return None
    try:
        return kind.model_validate_json(zlib.decompress(row["document"]))
    except (ValidationError, zlib.error):
        return None
