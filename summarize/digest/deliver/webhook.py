"""A digest to an address of the web, as JSON, signed as Standard Webhooks has it.

https://github.com/standard-webhooks/standard-webhooks: `webhook-signature` is "v1," and the base64
of the HMAC-SHA256 of "<webhook-id>.<webhook-timestamp>.<body>", by the key that "whsec_" precedes.
"""

import base64
import binascii
import datetime as dt
import hashlib
import hmac
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from string import Template
from urllib.parse import urlsplit, urlunsplit

import httpx2

from summarize.digest.deliver.config import WebhookTarget
from summarize.digest.deliver.port import Package, Target
from summarize.digest.deliver.secrets import read_secret
from summarize.digest.pages.json import render_digest_json, withhold_all_sources
from summarize.errors import DeliveryFailed, UsageError
from summarize.read.fetch.options import name_agent
from summarize.render.escape import strip_controls

_SHORTEST_KEY = 24  # bytes, as the standard asks
_PASSING = {408, 409, 425, 429}
"""Not in time, being worked on, too early, too often: refusals that pass (RFC 9110, 8470, 6585)."""


def open_webhook(config: WebhookTarget, environ: Mapping[str, str]) -> Iterator[Target]:
    """Yield the one target of a table. Raises UsageError for a secret that is missing or none."""
    secret = read_secret(environ, config.secret_env, "the key of the webhook's signature")
    try:
        key = base64.b64decode(secret.removeprefix("whsec_"), validate=True)
    except binascii.Error:
        key = b""
    if len(key) < _SHORTEST_KEY:
        raise UsageError(
            f"{config.secret_env}: is no key: write whsec_ and the base64 of 24 or more random "
            "bytes, as `echo whsec_$(openssl rand -base64 32)` prints"
        )
    yield WebhookSender(config, key, dict(_fill_headers(config, environ)))


def _fill_headers(config: WebhookTarget, environ: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, value in config.headers.items():
        template = Template(value)
        secrets = {
            one: read_secret(environ, one, f"what the header {name} of the webhook needs")
            for one in template.get_identifiers()
        }
        yield name, template.substitute(secrets)


@dataclass(frozen=True, slots=True)
class WebhookSender:
    """Posts digests to one address."""

    config: WebhookTarget
    key: bytes = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)

    @property
    def name(self) -> str:
        """What the store knows it by: the address without its query, which may hold a secret."""
        parts = urlsplit(self.config.url)
        return self.config.name or f"webhook:{urlunsplit(parts._replace(query='', fragment=''))}"

    def deliver(self, package: Package, now: dt.datetime) -> None:
        """Post the digest once. Raises DeliveryFailed, lasting where the server refuses it."""
        has_texts = self.config.with_sources
        digest = package.digest if has_texts else withhold_all_sources(package.digest)
        body = render_digest_json(digest).encode()
        headers = {
            **self.headers,
            **sign(self.key, package.key, int(now.timestamp()), body),
            "Content-Type": "application/json",
            "Idempotency-Key": package.key,
            "User-Agent": name_agent(),
        }
        try:
            status, retry_after = self._post(body, headers)
        except httpx2.RequestError as error:
            reason = strip_controls(str(error)) or "no answer"
            raise DeliveryFailed(self.name, f"{type(error).__name__}: {reason}") from error
        self._judge(status, _read_wait(retry_after, now))

    def _post(self, body: bytes, headers: Mapping[str, str]) -> tuple[int, str]:
        """Return status and Retry-After; what else the server says is not waited for."""
        with (
            httpx2.Client(timeout=self.config.timeout_s, follow_redirects=False) as client,
            client.stream("POST", self.config.url, content=body, headers=headers) as response,
        ):
            return response.status_code, response.headers.get("Retry-After", "")

    def _judge(self, status: int, wait_s: float | None) -> None:
        if status in range(200, 300):
            return
        if status in range(300, 400):
            problem = f"answers {status}, a redirect, which is not followed; write its new address"
            raise DeliveryFailed(self.name, problem, wait_s=math.inf)
        is_lasting = status in range(400, 500) and status not in _PASSING
        raise DeliveryFailed(self.name, f"answers {status}", is_lasting=is_lasting, wait_s=wait_s)


def sign(key: bytes, id_: str, timestamp: int, body: bytes) -> dict[str, str]:
    """Return the three headers of Standard Webhooks; `timestamp` is in seconds."""
    signed = hmac.digest(key, f"{id_}.{timestamp}.".encode() + body, hashlib.sha256)
    return {
        "webhook-id": id_,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": f"v1,{base64.b64encode(signed).decode()}",
    }


def _read_wait(retry_after: str, now: dt.datetime) -> float | None:
    """Read Retry-After, seconds or a date (RFC 9110, 10.2.3); None where it says neither."""
    if retry_after.isdecimal():
        return float(retry_after)
    try:
        moment = parsedate_to_datetime(retry_after)
    except ValueError:
        return None
    zoned = moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
    return max(0.0, (zoned - now).total_seconds())
