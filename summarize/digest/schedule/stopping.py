"""Signals that ask a watch to end: the first is a request, the second is not."""

import contextlib
import os
import select
import signal
import socket
import sys
from collections.abc import Mapping
from types import FrameType, TracebackType
from typing import Self

EXIT_CODES: Mapping[str, int] = {"SIGTERM": 0, "SIGINT": 130, "SIGHUP": 129}
"""SIGTERM is how a service ends in good order; the others end as a shell has it."""
_NOTICE = b"stopping at the next safe point; once more stops at once\n"
_SHOW_CURSOR = b"\x1b[?25h"
"""What a progress bar has hidden, and whoever ends at once does not show again."""


class StopSignals:
    """Takes SIGTERM, SIGINT and SIGHUP while it is entered; in the main thread only.

    The first one is kept in `received`. Then all are left to the system, so that a second one ends
    the process at once, whatever it waits for. What is ignored, as SIGHUP under nohup, stays so.

    The wait is for a socket that the interpreter writes to: an Event that is set in a handler can
    lock up with the wait for it.
    """

    def __init__(self) -> None:
        self.received: str | None = None
        self._before: dict[signal.Signals, object] = {}

    @property
    def exit_code(self) -> int:
        """What the process ends with after the signal that came; 0 where none came."""
        return EXIT_CODES[self.received] if self.received else 0

    def should_stop(self) -> bool:
        """Whether the run is to end at the next safe point."""
        return self.received is not None

    def wait(self, seconds: float) -> None:
        """Sleep so long, or until a signal comes; one that came before counts."""
        if not self.should_stop() and select.select([self._reader], [], [], seconds)[0]:
            self._reader.recv(4096)

    def __enter__(self) -> Self:
        self._reader, self._writer = socket.socketpair()
        self._writer.setblocking(False)
        self._woken = signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        for name in EXIT_CODES:
            number = getattr(signal, name, None)  # Windows has no SIGHUP
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                self._before[number] = signal.signal(number, self._take)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for number, before in self._before.items():
            signal.signal(number, before)  # type: ignore[arg-type]  # it is what signal() returned
        signal.set_wakeup_fd(self._woken)
        self._reader.close()
        self._writer.close()

    def _take(self, number: int, _frame: FrameType | None) -> None:
        """Remember the signal. A handler may interrupt a print, so it writes past the buffers."""
        self.received = signal.Signals(number).name
        for mine in self._before:
            signal.signal(mine, signal.SIG_DFL)
        with contextlib.suppress(OSError, ValueError):
            screen = sys.__stderr__.fileno() if sys.__stderr__ else 2
            os.write(screen, (_SHOW_CURSOR if os.isatty(screen) else b"") + _NOTICE)
