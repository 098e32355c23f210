"""Which run does something, and when."""

import datetime as dt
from typing import NamedTuple


class Stamp(NamedTuple):
    """A run, by its number in the store, and its time, which is aware."""

    run_id: int
    now: dt.datetime
