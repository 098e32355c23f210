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
        super().__init__(f"no article could be read; give a file or folder with articles{lines}")
        self.failures = tuple(failures)


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
