"""What the settings say of a target: tables of `[[deliver]]`, checked before anything runs.

No secret stands in them: they name the variables of the environment that hold them.
"""

import re
from email.errors import HeaderParseError
from email.headerregistry import Address
from string import Template
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from summarize.digest.paths import PathText
from summarize.render.markup import link_address

KindName = Literal["folder", "mail", "webhook"]
Security = Literal["starttls", "tls", "none"]

SUBJECT_WORDS = frozenset({"title", "date", "stories", "first"})
"""What a subject may have: the digest's title and day, how many stories, the first one's title."""
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_HEADER = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")  # RFC 9110, 5.6.2: a token
_OURS = frozenset("content-type content-length host idempotency-key user-agent".split())


def _check_address(text: str) -> str:
    """Take one address without a name, as it stands in the envelope."""
    try:
        address = Address(addr_spec=text)
    except (HeaderParseError, ValueError, IndexError) as error:
        raise ValueError("is no mail address: write desk@example.org") from error
    if address.addr_spec != text or not address.domain or not text.isascii():
        raise ValueError("is no mail address: write desk@example.org, the domain in ASCII")
    return text


def _check_web(url: str) -> str:
    if link_address(url) is None or not url.isascii():
        raise ValueError("is no address of the web: write https://HOST/PATH")
    if urlsplit(url).username or urlsplit(url).password:
        raise ValueError("holds a name or a password: put it into `headers`, out of a variable")
    return url


def _check_variable(name: str) -> str:
    if not _VARIABLE.fullmatch(name):
        raise ValueError("is no name of a variable of the environment")
    return name


def _is_header_value(value: str) -> bool:
    return value.isascii() and value.isprintable() and Template(value).is_valid()


def _check_subject(text: str) -> str:
    template = Template(text)
    if not template.is_valid() or not SUBJECT_WORDS.issuperset(template.get_identifiers()):
        known = ", ".join(f"${word}" for word in sorted(SUBJECT_WORDS))
        raise ValueError(f"has a placeholder that is none; there are {known}")
    return text


MailAddress = Annotated[str, AfterValidator(_check_address)]
WebAddress = Annotated[str, AfterValidator(_check_web)]
Variable = Annotated[str, AfterValidator(_check_variable)]
Subject = Annotated[str, AfterValidator(_check_subject)]
Seconds = Annotated[float, Field(gt=0, le=600)]


class _TargetConfig(BaseModel):
    """What every table may have: `name` is how the target is called in lists and in the store.

    Whoever changes it has another target, which owes nothing of the former.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\x00-\x1f]+$")] | None = (
        None
    )


class FolderTarget(_TargetConfig):
    """A folder with a page, a feed, and a folder for each digest.

    `keep` is how many digests stay; all, where it is not set. `base_url` is where the folder is
    published, for the feed's links. Without `with_sources` the JSON has no article's text, which
    `verify` then has to be given.
    """

    kind: Literal["folder"]
    folder: PathText
    keep: Annotated[int, Field(ge=1)] | None = None
    base_url: WebAddress | None = None
    with_sources: bool = True


class MailTarget(_TargetConfig):
    """A mail to each recipient through one server.

    Where `user` is set, the password is in the variable that `password_env` names. `ca_file` holds
    certificates that are believed besides the system's. `max_bytes` bounds a mail as it is sent.
    """

    kind: Literal["mail"]
    host: Annotated[str, Field(pattern=r"^[A-Za-z0-9.:_-]+$")]
    port: Annotated[int, Field(ge=1, le=65_535)] | None = None
    security: Security = "starttls"
    user: str | None = None
    password_env: Variable = "SUMMARIZE_SMTP_PASSWORD"  # noqa: S105 - a name
    ca_file: PathText | None = None
    sender: MailAddress
    sender_name: str = ""
    to: Annotated[tuple[MailAddress, ...], Field(min_length=1)]
    subject: Subject = "$title, $date: $stories"
    timeout_s: Seconds = 60
    max_bytes: Annotated[int, Field(ge=10_000)] = 5_000_000

    @model_validator(mode="after")
    def _no_password_in_the_open(self) -> Self:
        if self.user and self.security == "none":
            raise ValueError('a password is sent over TLS alone: set security to "starttls"')
        if len(set(self.to)) < len(self.to):
            raise ValueError("to: an address is there twice")
        return self


class WebhookTarget(_TargetConfig):
    """An address that takes the digest as JSON.

    The variable that `secret_env` names holds the key of the signature. `headers` may have
    `$NAME` for the value of a variable. Articles' texts are sent along where `with_sources`.
    """

    kind: Literal["webhook"]
    url: WebAddress
    secret_env: Variable = "SUMMARIZE_WEBHOOK_SECRET"  # noqa: S105 - a name
    headers: dict[str, str] = {}
    with_sources: bool = False
    timeout_s: Seconds = 30

    @model_validator(mode="after")
    def _headers_are_headers(self) -> Self:
        for name, value in self.headers.items():
            is_ours = name.lower() in _OURS or name.lower().startswith("webhook-")
            if not _HEADER.fullmatch(name) or is_ours or not _is_header_value(value):
                raise ValueError(f"headers: {name!r} cannot be set")
        return self


TargetConfig = Annotated[FolderTarget | MailTarget | WebhookTarget, Field(discriminator="kind")]
"""One table of `[[deliver]]`; `kind` says which."""
