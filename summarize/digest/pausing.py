"""Waiting that ends when the run does, and the clock by which it is reckoned."""

import datetime as dt
import threading
import time
from collections.abc import Callable
from concurrent.futures import CancelledError

_LOOK_S = 0.2


class Stopped(Exception):
    """The run was asked to stop, and the next one is to go on."""


def make_sleep(should_stop: Callable[[], bool]) -> Callable[[float], None]:
    """Return a sleep that raises Stopped once the run is asked to stop."""

    def sleep(seconds: float) -> None:
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if should_stop():
                raise Stopped
            time.sleep(min(left, _LOOK_S))

    return sleep


class Pause:
    """Sleeps that end when the run does: nobody waits for a polite pause before he can leave."""

    def __init__(self) -> None:
        """Begin with a run that goes on."""
        self._is_over = threading.Event()

    def sleep(self, seconds: float) -> None:
        """Sleep so long. Raises CancelledError where the run ends meanwhile."""
        if self._is_over.wait(seconds):
            raise CancelledError

    def end(self) -> None:
        """End all sleeps, those to come as well."""
        self._is_over.set()


def read_clock() -> dt.datetime:
    """Return the time of the machine, in UTC."""
    return dt.datetime.now(dt.UTC)
