"""Paths and addresses as a configuration gives them."""

from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field


def _check_path(text: str) -> str:
    if "\0" in text:
        raise ValueError("is no name that a file can have; check it")
    try:
        Path(text).expanduser()
    except RuntimeError as error:
        raise ValueError("begins with ~ for nobody's home; write the whole path") from error
    return text


PathText = Annotated[str, Field(min_length=1), AfterValidator(_check_path)]
"""A path, or an address where the key takes both; `~` stands for the home of whoever runs it."""


def _check_address(text: str) -> str:
    try:
        parts = urlsplit(text)
    except ValueError as error:
        raise ValueError("is no address of the web; write https://HOST/PATH") from error
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise ValueError("is no address of the web; write https://HOST/PATH")
    return text


AddressText = Annotated[str, AfterValidator(_check_address)]
"""The address of a page or a feed; whether it may be fetched is asked when it is."""
