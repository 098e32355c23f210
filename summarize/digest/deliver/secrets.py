"""Secrets out of the environment: never out of a file, never into a message."""

from collections.abc import Mapping

from summarize.errors import UsageError


def read_secret(environ: Mapping[str, str], variable: str, what: str) -> str:
    """Return the value of a variable without the line end of a file it came from.

    Raises UsageError where it is not set or not ASCII, which no protocol here can send.
    """
    value = environ.get(variable, "").rstrip("\r\n")
    if not value.strip():
        raise UsageError(f"{variable}: is not set; it has to hold {what}")
    if not value.isascii() or not value.isprintable():
        raise UsageError(f"{variable}: holds characters that cannot be sent; it has to be ASCII")
    return value
