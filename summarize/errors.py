"""Everything that this package raises on purpose.

SummarizeError                  exit code 1
├── UsageError                  2   the call or the settings are wrong
│   └── NotABrief                   a file to be verified or compared is no brief
├── SourceError                 3   one source cannot be read; the run goes on without it
│   ├── SourceNotFound              no such file, folder or address
│   │   └── SourceGone                  the server says that it is gone for good
│   ├── SourceUnreachable           no answer, or one that may be another tomorrow
│   ├── AddressRefused              an address that is never asked: none of the web, or not public
│   ├── AccessRefused               the site lets no program in, or nobody without a login
│   ├── SourceUnreadable            no permission, a broken pipe, a damaged file
│   ├── SourceEmpty                 nothing in it, or a folder with nothing that can be read
│   ├── SourceBinary                not text
│   ├── SourceTooLarge              over the size limit
│   └── NoArticle                   text, but no article in it
├── NothingReadable             3   not one source could be read
├── DigestError                 1   a digest cannot be made or handed over
│   ├── DigestBusy                  another run holds the store
│   ├── StoreUnavailable            the store cannot be opened, read or written
│   └── DeliveryFailed              a digest did not reach one of its targets
└── EngineUnavailable           4   the engine that was asked for is not to be had
    ├── EngineRefused               the endpoint takes no request of ours: key, model, address
    ├── EngineOutage                no connection, no answer in time, an error of the server
    ├── ReplyUnusable               an answer came, and nothing in it can be read as asked for
    └── BudgetSpent                 the tokens allowed for the run are used up

Each message names the thing and says what to do. Only the command line catches SummarizeError.
"""

from collections.abc import Sequence
from typing import ClassVar


class SummarizeError(Exception):
    """The root of the tree; `exit_code` is what the command line ends with."""

    exit_code: ClassVar[int] = 1


class UsageError(SummarizeError):
    """The call or the settings cannot be meant as they stand."""

    exit_code = 2


class NotABrief(UsageError):
    """The file holds no brief, or one of another version."""


class SourceError(SummarizeError):
    """One source cannot be read. `source` is its name as the user gave it.

    `is_lasting` says that asking again brings nothing as long as the source stays as it is; the
    other kind is worth another attempt by the next run.
    """

    exit_code = 3
    is_lasting: ClassVar[bool] = True

    def __init__(self, source: str, problem: str) -> None:
        super().__init__(f"{source}: {problem}")
        self.source = source
        self.problem = problem


class SourceNotFound(SourceError):
    """There is no such file, folder or address."""


class SourceGone(SourceNotFound):
    """The server says that there was such a page, and that it will not come back (HTTP 410)."""


class SourceUnreachable(SourceError):
    """No connection, no answer in time, or an error of the server: the next run asks again."""

    is_lasting = False


class AddressRefused(SourceError):
    """The address is no web address, or leads into a network that is not the public one."""


class AccessRefused(SourceError):
    """The site's robots.txt keeps programs out, or its server wants a login."""


class SourceUnreadable(SourceError):
    """The source is there, but the system or its format refuses it."""


class SourceEmpty(SourceError):
    """The source holds nothing but white space, or the folder nothing that can be read."""


class SourceBinary(SourceError):
    """The source is not text."""


class SourceTooLarge(SourceError):
    """The source is over the size limit."""


class NoArticle(SourceError):
    """The source is text, but what is left after cleaning is no article."""


class NothingReadable(SummarizeError):
    """Not one source could be read; `failures` says why, source by source."""

    exit_code = 3

    def __init__(self, failures: Sequence[SourceError]) -> None:
        lines = "".join(f"\n  {failure}" for failure in failures)
        way_out = "give a file, a folder or an address with articles"
        super().__init__(f"no article could be read; {way_out}{lines}")
        self.failures = tuple(failures)


class DigestError(SummarizeError):
    """A digest cannot be made, kept or handed over."""


class DigestBusy(DigestError):
    """Another run holds the store; `holder` says which, where that is known."""

    def __init__(self, store: str, holder: str | None) -> None:
        run = f"another run ({holder})" if holder else "another run"
        super().__init__(f"{store}: {run} is at work; wait until it has ended")
        self.store = store
        self.holder = holder


class StoreUnavailable(DigestError):
    """The store cannot be used. `address` is where it is, without a password."""

    def __init__(self, address: str, problem: str) -> None:
        super().__init__(f"{address}: {problem}")
        self.address = address
        self.problem = problem


class DeliveryFailed(DigestError):
    """One target did not take a digest. `target` is its name, which holds no secret.

    `is_lasting` where trying again brings nothing: the target refused this very digest. `wait_s`
    are the seconds after which the target wants to be asked again; None leaves that to us, and
    infinity is for what a person has to mend first, so that this run asks no more.
    """

    def __init__(
        self, target: str, problem: str, *, is_lasting: bool = False, wait_s: float | None = None
    ) -> None:
        super().__init__(f"{target}: {problem}")
        self.target = target
        self.problem = problem
        self.is_lasting = is_lasting
        self.wait_s = wait_s


class EngineUnavailable(SummarizeError):
    """The engine that was asked for cannot run here.

    `calls`, `prompt_tokens` and `completion_tokens` are what an article cost until then.
    """

    exit_code = 4
    calls = prompt_tokens = completion_tokens = 0


class EngineRefused(EngineUnavailable):
    """The endpoint will refuse every article: the key, the model or the address is wrong."""


class EngineOutage(EngineUnavailable):
    """The endpoint could not be reached or failed, and did so again after waiting."""


class ReplyUnusable(EngineUnavailable):
    """The endpoint answered one article with nothing that can be used."""


class BudgetSpent(EngineUnavailable):
    """One more request could pass the number of tokens that the run may use."""
