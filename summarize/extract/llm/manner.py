"""How an endpoint wants to be asked, which is found out once and then remembered.

Servers differ: one takes a JSON schema, another only tools, a third neither; newer models of OpenAI
refuse `temperature` and call the limit `max_completion_tokens`.
"""

import dataclasses
import json
import re
from dataclasses import dataclass
from typing import Literal, Self, get_args

from summarize.settings import ModeName

Mode = Literal["json_schema", "tools", "json"]
MODES: tuple[Mode, ...] = ("json_schema", "tools", "json")
"""In the order in which they are tried: the first holds the model to the schema best."""

LimitName = Literal["max_tokens", "max_completion_tokens"]

_TOO_LONG = re.compile(
    r"(?i)context[_ ](?:length|window|size)|maximum context|n_ctx|too (?:long|many tokens)"
    r"|(?:exceeds?|reduce|shorten)\b.{0,60}\b(?:context|tokens|length|input|prompt)"
    r"|tokens\b.{0,60}\bmust be <="
)


@dataclass(frozen=True)
class Manner:
    """One way of asking: the mode, the name of the limit, and whether a temperature is taken."""

    mode: Mode
    limit_name: LimitName = "max_tokens"
    takes_temperature: bool = True
    is_strict: bool = True

    @classmethod
    def first(cls, mode: ModeName) -> Self:
        """Return what is tried first: the mode that the user fixed, or the best one."""
        return cls(mode=MODES[0] if mode == "auto" else mode)

    def after(self, refusal: str, *, is_fixed: bool) -> "Manner | None":
        """Return what to try after `refusal`, the server's own words; None where nothing is left.

        With `is_fixed` the mode stays, and only what the server names is given up.
        """
        said = refusal.lower()
        if self.limit_name == "max_tokens" and "max_completion_tokens" in said:
            return dataclasses.replace(self, limit_name="max_completion_tokens")
        if self.takes_temperature and "temperature" in said:
            return dataclasses.replace(self, takes_temperature=False)
        if self.is_strict and re.search(r"\bstrict\b", said):
            return dataclasses.replace(self, is_strict=False)
        place = MODES.index(self.mode) + 1
        if is_fixed or place == len(MODES):
            return None
        return dataclasses.replace(self, mode=MODES[place])

    def dump(self) -> str:
        """Return a form to be remembered."""
        return json.dumps(dataclasses.asdict(self))

    @classmethod
    def load(cls, text: str) -> Self | None:
        """Return what `dump` gave; None for what an other version wrote."""
        try:
            found = cls(**json.loads(text))
        except (ValueError, TypeError):
            return None
        is_known = found.mode in MODES and found.limit_name in get_args(LimitName)
        return found if is_known else None


def is_too_long(refusal: str) -> bool:
    """Say whether a server's words mean that the request does not fit into its model's context."""
    return _TOO_LONG.search(refusal) is not None
